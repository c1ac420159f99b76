/** One's own copy of rooms, in each form. Loaded when a copy is asked for. */

import {
  checkpointOf,
  documentToDocx,
  documentToHtml,
  roomsToDocument,
  writeRecord,
} from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import type { Session } from '../session/session.ts'
import { preferences } from '../settings/preferences.ts'
import type { Language } from '../words/languages.ts'

export type CopyFormat = 'html' | 'docx' | 'record'

type Wanted = {
  readonly rooms: readonly RoomId[]
  readonly format: CopyFormat
  readonly language: Language
  /** By which dates are written: the reader's calendar and numerals. */
  readonly locale: string
}

export async function writeCopy(session: Session, wanted: Wanted): Promise<Uint8Array | string> {
  const { rooms, format, language, locale } = wanted
  if (format === 'record') return writeRecord(session, rooms)
  const timeZone = preferences.zone()
  const held = rooms.flatMap(id => {
    const room = session.room(id)
    return room === undefined ? [] : [{ room, checkpoint: checkpointOf(session, id) }]
  })
  const document = await roomsToDocument(held, { language, locale, timeZone })
  return format === 'html' ? documentToHtml(document) : documentToDocx(document)
}
