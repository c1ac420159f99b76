import { standingOf } from '../../../item/item.ts'
import { isTakenBack, register } from '../../../item/register.ts'
import { isMediator, speaksForParty } from '../../../room/roles.ts'
import { type Instrument, instrumentFields } from '../fields.ts'
import { inForceIn } from '../in-force.ts'
import { instrumentStanding, isAttested, isSignedByAll, ladderOf, signingsOn } from '../ladder.ts'
import { instrumentVerbs } from '../verbs.ts'

/**
 * A text that binds, or is to: in which languages, whom, by what, and from when. The mediators put it; it is at the desk while it is
 * drafted, in each caucus where it is signed, and at the table.
 */
export const instrument = register({
  name: 'instrument',
  fields: instrumentFields,
  rooms: { desk: ['mediators'], caucus: ['mediators'], table: ['mediators'], group: ['mediators'] },
  material: [
    'instrumentIs',
    'textIn',
    'digest',
    'authenticIn',
    'boundParties',
    'boundBy',
    'inForceUpon',
    'inForceFor',
    'inForceOn',
    'inForceAfter',
    'inForceUnit',
    'provisional',
    'depositary',
  ],
  agreed: 'text-adopted',
  title: 'title',
  verbs: instrumentVerbs,
  unfit: (now, room, before) => {
    const { inForceUpon, inForceOn, inForceAfter, inForceUnit, depositary, textIn, authenticIn = [] } = now
    if ((inForceUpon === 'fixed-day') !== (inForceOn !== undefined)) return 'inForceOn'
    if ((inForceAfter === undefined) !== (inForceUnit === undefined)) return 'inForceUnit'
    if (inForceUpon === 'deposit' && depositary === undefined) return 'depositary'
    if (authenticIn.some(tag => !textIn.some(({ language }) => language === tag))) return 'authenticIn'
    return before === undefined ? undefined : unfitCorrection(now, room, before)
  },
  standing: (item, room) => {
    if (isTakenBack({ verbs: instrumentVerbs }, item)) return { standing: 'instrument-withdrawn' }
    const entering = inForceIn(item, room).filter(({ kind }) => kind === 'day')
    if (entering.length > 0) return { standing: 'takes-effect', count: entering.length }
    return { standing: instrumentStanding(item, room) }
  },
  asks: (item, reader, room) => {
    if (isTakenBack({ verbs: instrumentVerbs }, item)) return []
    if (isMediator(reader))
      return room.kind !== 'desk' && isSignedByAll(item, room) && !isAttested(item)
        ? [{ kind: 'say', verb: 'attested-apart' }]
        : []
    const { party } = reader
    const { boundParties } = standingOf(item).fields
    if (party === undefined || room.kind !== 'caucus' || !boundParties.includes(party)) return []
    if (!speaksForParty(reader)) return []
    const { rung } = ladderOf(item, room, party)
    if (rung === undefined) return [{ kind: 'say', verb: 'text-adopted' }]
    return rung === 'adopted' || rung === 'initialled' ? [{ kind: 'put', register: 'signing' }] : []
  },
})
/** CLOS-11: once somebody has signed, other words stand only by the yes of all, and say in whose place they stand. */
function unfitCorrection(
  { digest, formerly = [], agreedIn }: Instrument['revisions'][number]['fields'],
  room: Parameters<typeof signingsOn>[1],
  before: Instrument,
): 'formerly' | 'agreedIn' | undefined {
  const stood = standingOf(before).fields
  const kept = [...(stood.formerly ?? []), ...(stood.digest === digest ? [] : [stood.digest])]
  if (signingsOn(before, room).length === 0) return undefined
  if (kept.length !== formerly.length || kept.some((each, at) => each !== formerly[at])) return 'formerly'
  const isAnew = agreedIn !== undefined && agreedIn !== stood.agreedIn
  return stood.digest === digest || isAnew ? undefined : 'agreedIn'
}
