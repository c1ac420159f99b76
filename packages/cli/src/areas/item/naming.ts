/** What names stand for that are typed in the fields of an entry. */

import type { ProcessSummary, Session, Writing } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { findItem, findMember, findParty, findRoom } from '../../names/find.ts'
import { itemHandles } from './handles.ts'
import type { Naming } from './read.ts'

/** Parties and people of the talks by their names, entries by their handles in the rooms given. */
export const namingIn = (
  session: Session,
  process: ProcessSummary,
  rooms: readonly RoomState[],
  {
    vocabulary,
    zone = 'UTC',
  }: { readonly vocabulary: Writing['vocabulary']; readonly zone?: string | undefined },
): Naming => ({
  idOf: (what, typed) => {
    if (what === 'party') return findParty(session, process, typed).party
    if (what === 'member') return findMember(session, process, typed).member
    if (what === 'room') return findRoom(session, process, typed).id
    return what === 'item' ? findItem(rooms, itemHandles.item, typed).id : typed
  },
  choices: vocabulary.choices,
  labels: vocabulary.fields,
  zone,
})
