import * as v from 'valibot'
import { type RegisterItem, standingOf } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { language, limits, name, note, title } from '../../../schema.ts'
import { term } from '../../../term/term.ts'
import { answersForParty, answerToOffices, isToBeConfirmed, officesIn, officesName } from '../answers.ts'
import { officesVerbs } from '../verbs.ts'

const fields = {
  /** The body that offers. */
  offeredBy: name,
  wouldDo: v.pipe(
    v.array(v.picklist(['good-offices', 'facilitate', 'carry', 'host', 'propose', 'chair'])),
    v.minLength(1),
    v.maxLength(6),
    v.readonly(),
  ),
  format: v.picklist(['shuttle', 'proximity', 'joint', 'online', 'written']),
  /** Absent where none is needed. */
  place: v.exactOptional(title),
  timetable: v.exactOptional(note),
  languages: v.exactOptional(
    v.pipe(v.array(language), v.minLength(1), v.maxLength(limits.languagesMax), v.readonly()),
  ),
  interpreting: v.exactOptional(title),
  confidentiality: v.exactOptional(note),
  publicity: v.picklist(['nothing', 'may-be-confirmed', 'readout']),
  costs: v.exactOptional(note),
  /** GOOD-10: nothing else says whether another has been asked. */
  alsoAsked: v.picklist(['not-said', 'other-side', 'named']),
  alsoNamed: v.exactOptional(title),
  thirdParties: v.exactOptional(note),
  /** Conflicts of interest, and what might look like one. */
  interests: v.exactOptional(note),
  answerBy: v.exactOptional(term),
} as const

/** An offer of good offices to one party, in its caucus: another party's is another thing, in another room. */
export const goodOffices = register({
  name: officesName,
  fields,
  rooms: { caucus: ['mediators'] },
  material: [
    'offeredBy',
    'wouldDo',
    'format',
    'place',
    'confidentiality',
    'publicity',
    'alsoAsked',
    'alsoNamed',
    'thirdParties',
  ],
  title: 'offeredBy',
  verbs: officesVerbs,
  standing: (item, room) => {
    if (!officesIn(room).some(each => each.item === item.item)) return { standing: 'offices-withdrawn' }
    const said = answerToOffices(item)?.verb
    if (said !== undefined) return { standing: said === 'declined' ? 'offices-declined' : standings[said] }
    return { standing: isToBeConfirmed(item) ? 'to-be-confirmed' : 'offices-offered' }
  },
  // It waits as long as it is neither accepted nor declined: who answers later has not answered.
  asks: (item, reader, room) => {
    if (!answersForParty(reader, room) || !officesIn(room).some(each => each.item === item.item)) return []
    const said = answerToOffices(item)?.verb
    if (said !== undefined && said !== 'answer-later') return []
    const { answerBy } = standingOf(item).fields
    return [{ kind: 'say', verb: 'accepted', ...(answerBy === undefined ? {} : { by: answerBy }) }]
  },
})

const standings = {
  accepted: 'offices-accepted',
  'accepted-with-limits': 'accepted-with-limits',
  'change-asked': 'change-asked',
  'answer-later': 'answer-later',
} as const

export type GoodOffices = RegisterItem<Body<typeof fields>>
