import { isTakenBack, register } from '../../../item/register.ts'
import { ballotFields, outcomeOfBallot } from '../ballots.ts'
import { ballotVerbs } from '../verbs.ts'

/** A question put to an electorate or a body, and by which rule its answers count. It is its own side's until that side shows it. */
export const ballot = register({
  name: 'ballot',
  fields: ballotFields,
  rooms: { delegation: ['keeper'], caucus: ['leads'], table: ['mediators'], group: ['mediators'] },
  material: [
    'askedWords',
    'instrument',
    'electorate',
    'majorityOf',
    'threshold',
    'orExactly',
    'quorum',
    'groups',
    'tieRule',
  ],
  title: 'title',
  verbs: ballotVerbs,
  unfit: ({ pollFrom, pollUntil }) =>
    pollUntil !== undefined && (pollFrom === undefined || pollUntil < pollFrom) ? 'pollUntil' : undefined,
  standing: (item, room) => {
    if (isTakenBack({ verbs: ballotVerbs }, item)) return { standing: 'ballot-cancelled' }
    const outcome = outcomeOfBallot(item, room)
    return { standing: outcome === undefined ? 'ballot-open' : `ballot-${outcome.standing}` }
  },
})
