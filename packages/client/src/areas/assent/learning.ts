/** ASNT-5, AGEN-7: looks at what shows each yes by which something stands, before it is shown as standing so. */

import {
  isMatch,
  type ProcessId,
  type Question,
  type QuestionId,
  type RoomState,
  standingsOf,
} from '@goodoffices/core'
import { roomsOf } from '../../process/held.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { Engine } from '../../session/engine/engine.ts'
import { stagesUnproved } from '../agenda/stages.ts'
import { isProved, provesOf } from './proving.ts'
import { noteUnproved, type Unproved } from './unproved.ts'

/** Matches whose yeses were found to be given: no device takes that back. */
const proved = new WeakSet<NonNullable<Question['told']>>()

/** Finds in every room of some talks what stands there unproved, for whoever writes how it stands; tells the session's listeners of a change. */
export async function learnProofs({ engine }: AtWork, process: ProcessId): Promise<void> {
  const rooms = roomsOf(engine, process)
  const changes: boolean[] = []
  for (const room of rooms.filter(({ kind }) => kind !== 'table'))
    changes.push(noteUnproved(room, await unprovedIn(engine, room)))
  for (const table of rooms.filter(({ kind }) => kind === 'table')) {
    const items = stagesUnproved(table, rooms, engine.identity.member)
    changes.push(noteUnproved(table, { questions: new Set(), items: new Set(items) }))
  }
  if (changes.includes(true)) engine.touch()
}

async function unprovedIn(engine: Engine, room: RoomState): Promise<Unproved> {
  const told = Object.values(room.questions).filter(question => question.told?.match === true)
  const questions = new Set<QuestionId>(contradicted(engine, room))
  for (const question of told) {
    if (question.told === undefined || proved.has(question.told)) continue
    if (isProved(await provesOf({ engine }, room, question))) proved.add(question.told)
    else questions.add(question.question)
  }
  const isBy = ({ question }: { readonly question?: QuestionId }): boolean =>
    question !== undefined && questions.has(question)
  const items = Object.values(room.items).filter(
    ({ revisions, marks }) => revisions.some(isBy) || marks.some(isBy),
  )
  return { questions, items: new Set(items.map(({ item }) => item)) }
}

/** At the desk: what a colleague said came about, and by the answers did not, where all of them can be read. */
const contradicted = (engine: Engine, desk: RoomState): readonly QuestionId[] =>
  Object.values(desk.questionPlans)
    .filter(plan => {
      const standings = standingsOf(plan, id => engine.room(id))
      const areRead = standings.every(({ question }) => question !== undefined)
      return plan.closed?.match === true && areRead && !isMatch(standings)
    })
    .map(({ question }) => question)
