/** RULE-6: what stands under a refusal that waits for its room to be moved: the command that moves it, or whom to ask. */

import { type Move, moveFor, type Session } from '@goodoffices/client'
import { figuresOf, loadVocabulary, localeOf, say } from '@goodoffices/client/words'
import { type RoomState, releaseOfRules, rulesNumber } from '@goodoffices/core'
import { roomHandle } from '../names/handles.ts'
import { withoutMarks } from '../page/words.ts'
import { Stop } from '../shell/exit.ts'

const figures = figuresOf(localeOf('en'))

/** What moving it means to everybody in it. */
export async function sayMove(room: RoomState): Promise<string> {
  const { terms } = await loadVocabulary('en')
  const version = releaseOfRules(rulesNumber) ?? ''
  return withoutMarks(say(terms['move-room-why'], { room: roomHandle(room), version }, figures))
}

/** The same end of a command, with what can be done about it. */
export async function withMove(session: Session, error: unknown): Promise<unknown> {
  const move = error instanceof Stop ? moveFor(session, error.violation) : undefined
  const room = move && session.room(move.room)
  if (!(error instanceof Stop) || move === undefined || room === undefined) return error
  return new Stop(error.exit, error.violation, [...error.lines, await lineOf(room, move)])
}

async function lineOf(room: RoomState, { isOwn, by }: Move): Promise<string> {
  if (isOwn) return `  goodoffices rooms update ${roomHandle(room)}\n  ${await sayMove(room)}`
  const { terms } = await loadVocabulary('en')
  return `  ${withoutMarks(say(terms['ask-to-move'], { names: by.join(', ') }, figures))}`
}
