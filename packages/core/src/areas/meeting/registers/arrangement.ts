import * as v from 'valibot'
import { id } from '../../../ids.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { language, limits, note, title, wholeUpTo } from '../../../schema.ts'
import { clock } from '../../../term/clock.ts'
import { day } from '../../../term/day.ts'
import { askedParty } from '../../fact/answers.ts'
import { saidOfArrangement } from '../answers.ts'
import { arrangementVerbs } from '../verbs.ts'

const slot = v.strictObject({ begins: clock, ends: clock, title: v.exactOptional(title) })

const fields = {
  meeting: id('item'),
  /** At the desk, where it is planned: whose it is. In a caucus it is that party's. */
  party: v.exactOptional(id('party')),
  /** Of a meeting of several days. */
  on: v.exactOptional(day),
  arrivesFrom: clock,
  arrivesTo: clock,
  entrance: title,
  waitingRoom: v.exactOptional(title),
  ownRoom: title,
  /** Of its room, in square metres; and of the way from there to the mediators', in metres. */
  roomSize: v.exactOptional(wholeUpTo(10_000)),
  distance: v.exactOptional(wholeUpTo(10_000)),
  /** On which its room is; the ground floor is 0. */
  floor: v.exactOptional(wholeUpTo(200)),
  /** With the mediators. */
  sessions: v.exactOptional(
    v.pipe(v.array(slot), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  ),
  leavesFrom: clock,
  leavesTo: clock,
  route: v.exactOptional(title),
  escort: v.exactOptional(title),
  interpreter: v.exactOptional(title),
  /** Into and out of which languages; whose the interpreter is, and who of the side has cleared it. */
  interprets: v.exactOptional(
    v.pipe(v.array(language), v.minLength(1), v.maxLength(limits.languagesMax), v.readonly()),
  ),
  interpreterFrom: v.exactOptional(v.picklist(['own', 'mediators', 'host'])),
  interpreterClearedBy: v.exactOptional(title),
  /** MEET-14: its hours are as the side itself wished them. */
  ownHours: v.exactOptional(v.boolean()),
  access: v.exactOptional(note),
  exitPlan: v.exactOptional(note),
} as const

/** MEET-6: how one side comes, waits, speaks and goes; in its own caucus, and in no room of another side. */
export const arrangement = register({
  name: 'arrangement',
  fields,
  rooms: { desk: ['mediators'], caucus: ['mediators'] },
  material: ['meeting', 'on', 'arrivesFrom', 'arrivesTo', 'entrance', 'ownRoom', 'leavesFrom', 'leavesTo'],
  restsOn: ['meeting'],
  title: 'entrance',
  verbs: arrangementVerbs,
  standing: (item, room) => {
    const { attendance, coming, answer } = saidOfArrangement(item)
    if (attendance === 'attended' || attendance === 'absent') return { standing: attendance }
    if (coming === 'late' || coming === 'not-coming') return { standing: coming }
    if (answer === 'agreeable' || answer === 'change-asked') return { standing: answer }
    return { standing: room.kind === 'desk' ? 'being-planned' : 'sent' }
  },
  asks: (item, reader, room) => {
    const { answer, attendance } = saidOfArrangement(item)
    const isAsked = room.kind === 'caucus' && askedParty(reader, room) !== undefined
    return isAsked && answer === undefined && attendance === undefined
      ? [{ kind: 'say', verb: 'agreeable' }]
      : []
  },
})
export type Arrangement = RegisterItem<Body<typeof fields>>
