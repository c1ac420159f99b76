/** A text as it is begun with its clauses, before anybody has written on them: how it is parted, and what such texts leave open. */

import {
  type Act,
  type ClauseId,
  type ClauseKind,
  orderBetween,
  type RoomState,
  type TextId,
  type WorkingText,
} from '@goodoffices/core'
import { composeWriting } from './writing.ts'

export type TextSkeleton = Pick<WorkingText, 'title' | 'nature' | 'statusLine'> & {
  /** The one that it is drafted in. */
  readonly language: string
  readonly clauses: readonly {
    readonly clauseKind: ClauseKind
    readonly heading?: string
    readonly body?: string
  }[]
}

type Begun = { readonly act: Act; readonly more: readonly Act[]; readonly stands: boolean }

/** The acts that begin it at the desk. `idOf`: the same id for the same key. `stands`: it is there. */
export function beginSkeleton(
  desk: RoomState,
  { language, clauses, ...begun }: TextSkeleton,
  idOf: (key: string) => string,
): Begun {
  const text = idOf('text') as TextId
  const more: Act[] = []
  let order: string | undefined
  for (const [at, { clauseKind, ...typed }] of clauses.entries()) {
    const clause = idOf(`clause-${at}`) as ClauseId
    order = orderBetween(order, undefined) ?? ''
    more.push({ kind: 'text.clause', text, clause, clauseKind, order })
    more.push(composeWriting(desk, { clause, language, ...typed }).write)
  }
  return {
    act: { kind: 'text.begin', text, ...begun, textLanguages: [{ language, languageRole: 'drafting' }] },
    more,
    stands: desk.workingTexts[text] !== undefined,
  }
}
