import { standingOf } from '../../../item/item.ts'
import { countingMarks, isTakenBack, register } from '../../../item/register.ts'
import { ballotIn, tallyFields } from '../ballots.ts'
import { addsUp, isOfRule, pollOutcome } from '../poll.ts'
import { tallyVerbs } from '../verbs.ts'

/** What was counted of a ballot, as whoever counted it gives it. What does not add up is none; a recount is another, and both stand. */
export const tally = register({
  name: 'tally',
  fields: tallyFields,
  rooms: { delegation: ['keeper'], caucus: ['leads'], table: ['mediators'], group: ['mediators'] },
  material: ['ballot', 'counted'],
  restsOn: ['ballot'],
  title: 'countedBy',
  verbs: tallyVerbs,
  unfit: ({ ballot: named, counted }, room, before) => {
    if (before !== undefined || !counted.every(addsUp)) return 'counted'
    const known = ballotIn(room, named)
    return known === undefined || isOfRule(standingOf(known).fields, counted) ? undefined : 'counted'
  },
  standing: (item, room) => {
    const marks = countingMarks({ verbs: tallyVerbs }, item)
    if (isTakenBack({ verbs: tallyVerbs }, item)) return { standing: 'result-withdrawn' }
    const contested = marks.filter(({ verb }) => verb === 'result-contested').length
    if (contested > 0) return { standing: 'result-contested', count: contested }
    if (marks.some(({ verb }) => verb === 'result-certified')) return { standing: 'result-certified' }
    const { ballot: named, counted } = standingOf(item).fields
    const known = ballotIn(room, named)
    return {
      standing:
        known === undefined
          ? 'result-given'
          : `ballot-${pollOutcome(standingOf(known).fields, counted).standing}`,
    }
  },
})
