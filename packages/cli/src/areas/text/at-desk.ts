/** What the commands of the one text find at the desk. */

import { draftingIn } from '@goodoffices/client'
import {
  type Act,
  type AlternativeId,
  type ChoiceIds,
  type ClauseId,
  currentOf,
  type RoomState,
  type WorkingText,
} from '@goodoffices/core'
import type { Work } from '../../member/work.ts'
import { findItem, onlyRoom } from '../../names/find.ts'
import { option } from '../../shell/define.ts'
import { demand, missing } from '../../shell/exit.ts'
import { textHandles } from './handles.ts'

export const languageOption = option(
  '--language <tag>',
  'which language of the text; the one it is drafted in if left out',
)
export type LanguageFlags = { readonly language?: string }

export const deskIn = ({ session, processOf }: Work<object>): RoomState =>
  onlyRoom(session, processOf(), 'desk')

/** The one text of the desk, the last that was begun. */
export function textIn(desk: RoomState): WorkingText {
  const found = Object.values(desk.workingTexts).at(-1)
  if (found === undefined) throw missing('nothing-named', { what: 'text', name: 'text' })
  return found
}

export const clauseIn = (desk: RoomState, typed: string): ClauseId =>
  findItem([desk], textHandles.clause, typed).id as ClauseId

export const languageIn = (desk: RoomState, { language }: LanguageFlags): string =>
  language ?? draftingIn(textIn(desk))

/** What is counted from 1, as it is read. */
const nth = <T>(list: readonly T[], what: string, typed: string): T => {
  const found = /^\d{1,3}$/.test(typed) ? list[Number(typed) - 1] : undefined
  if (found === undefined) throw missing('nothing-named', { what, name: typed })
  return found
}

/** A choice of a clause, by its place in the words. */
export function choiceIn(
  desk: RoomState,
  { clause, language }: { readonly clause: ClauseId; readonly language: string },
  typed: string,
): ChoiceIds {
  const row = desk.clauses[clause]
  return nth((row === undefined ? undefined : currentOf(row, language))?.choices ?? [], 'choice', typed)
}

export const optionIn = ({ options }: ChoiceIds, typed: string): AlternativeId =>
  nth(options, 'wording', typed)

export async function actAtDesk(
  { session }: Work<object>,
  desk: RoomState,
  acts: readonly Act[],
): Promise<RoomState> {
  demand(await session.actAll(acts.map(act => ({ room: desk.id, act }))))
  return session.room(desk.id) ?? desk
}
