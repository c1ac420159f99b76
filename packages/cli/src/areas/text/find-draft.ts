/** Which draft is meant, in which room and language. */

import { draftingIn, draftsIn } from '@goodoffices/client'
import type { Draft, RoomState } from '@goodoffices/core'
import type { Work } from '../../member/work.ts'
import { findItem, roomOrOnly } from '../../names/find.ts'
import { option } from '../../shell/define.ts'
import { missing } from '../../shell/exit.ts'
import { textHandles } from './handles.ts'

export type InFlags = { readonly in?: string; readonly language?: string }
export const inOptions = [
  option('--in <room>', 'in which room, such as caucus:iran; one’s own caucus if left out'),
  option('--language <tag>', 'which language of it; the one it is drafted in if left out'),
]

export type Found = { readonly room: RoomState; readonly draft: Draft; readonly language: string }

/** The draft named, or the last that was issued there. */
export function findDraft({ session, processOf, flags }: Work<InFlags>, typed: string | undefined): Found {
  const room = roomOrOnly(session, processOf(), flags.in, 'caucus')
  const issued = draftsIn(room)
  const draft =
    typed === undefined
      ? issued.at(-1)
      : room.textDrafts[findItem([room], textHandles.draft, typed).id as Draft['draft']]
  if (draft === undefined) throw missing('nothing-named', { what: 'draft', name: typed ?? 'draft' })
  return { room, draft, language: flags.language ?? draftingIn(draft) }
}
