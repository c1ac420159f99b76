/** A member's own copy of the record, evidence of one entry of it, and the check of either by anybody. */

import {
  checkpointOf,
  documentToDocx,
  documentToHtml,
  documentToText,
  roomsToDocument,
  writeEvidence,
  writeRecord,
} from '@goodoffices/client'
import { type Language, languages } from '@goodoffices/client/locale'
import { type RoomState } from '@goodoffices/core'
import type { Command } from 'commander'
import type { Handle } from '../areas/handle.ts'
import { messageHandles } from '../areas/message/handles.ts'
import { defineWork, type Work } from '../member/work.ts'
import { findItem, findRoom, heldRooms } from '../names/find.ts'
import { roomHandle } from '../names/handles.ts'
import { roomRow, roomsToRows } from '../names/rows.ts'
import { printable } from '../page/text.ts'
import { type Answer, option } from '../shell/define.ts'
import { missing, misuse } from '../shell/exit.ts'
import { wordFor } from '../shell/report.ts'
import { roomFields, roomRows } from '../shell/rows.ts'
import { count, oneOf, text } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'
import { writeWhole } from '../shell/written-file.ts'

const formats = ['record', 'html', 'docx', 'text'] as const
type Format = (typeof formats)[number]

type OverFlags = { readonly over?: true }
const overOption = option('--over', 'write over a file that is there')

/** CLI-45: a copy that is there is not written over unless that is meant. */
function writeOnce(to: string, bytes: string | Uint8Array, { over }: OverFlags): void {
  writeWhole(to, bytes, { isOver: over === true })
}

type ExportFlags = OverFlags & {
  readonly to?: string
  readonly format?: Format
  readonly language?: Language
}

export function registerCopy(program: Command, terminal: Terminal): void {
  defineWork<ExportFlags>(
    program,
    terminal,
    {
      name: 'export',
      arguments: { '[rooms...]': 'which rooms, such as caucus:iran; all of the talks if left out' },
      summary: 'your own copy of the record: to read, to print, or as a file that anybody can verify',
      options: [
        option('--to <file>', 'where to; its ending says the format: .html, .docx, .txt, else a record'),
        overOption,
        option('--format <format>', 'in which format', formats),
        option('--language <language>', 'in which language a document speaks (en)', languages),
      ],
      answers: { to: text, format: oneOf(...formats), rooms: roomRows },
      examples: ['goodoffices export --to talks.record', 'goodoffices export caucus:iran --to iran.html'],
      acts: false,
    },
    exportRooms,
  )

  defineWork<OverFlags & { readonly to?: string }>(
    program,
    terminal,
    {
      name: 'prove',
      arguments: { '<item>': 'a message or delivery, such as caucus:iran/m1' },
      summary: 'evidence of one entry for somebody outside the room, and nothing of the others',
      options: [option('--to <file>', 'where to'), overOption],
      answers: { to: text, ...roomFields, position: count },
      examples: ['goodoffices prove caucus:iran/m1 --to m1.evidence'],
      acts: false,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      if (flags.to === undefined) throw misuse('file-needed')
      const rooms = heldRooms(session, processOf().process)
      const of: Handle = messageHandles[/(^|\/)d\d+$/.test(typed) ? 'delivery' : 'message']
      const { room, id } = findItem(rooms, of, typed)
      const position = of.all(room)[id]?.position ?? -1
      const evidence = await writeEvidence(session, room.id, position)
      if (evidence === undefined) throw missing('evidence-not-held')
      writeOnce(flags.to, evidence, flags)
      return { text: `Written: ${flags.to}`, json: { to: flags.to, ...roomRow(room, rooms), position } }
    },
  )
}

function formatOf({ to = '', format }: ExportFlags): Format {
  if (format !== undefined) return format
  if (to.endsWith('.html')) return 'html'
  if (to.endsWith('.docx')) return 'docx'
  return to.endsWith('.txt') ? 'text' : 'record'
}

async function exportRooms({ session, processOf, args, flags }: Work<ExportFlags>): Promise<Answer> {
  const { to, language = 'en' } = flags
  if (to === undefined) throw misuse('file-needed')
  const found = processOf()
  const rooms: readonly RoomState[] =
    args.length === 0 ? heldRooms(session, found.process) : args.map(typed => findRoom(session, found, typed))
  const ids = rooms.map(({ id }) => id)
  const format = formatOf(flags)
  if (format === 'record') writeOnce(to, await writeRecord(session, ids), flags)
  else {
    const held = rooms.map(room => ({ room, checkpoint: checkpointOf(session, room.id) }))
    const document = await roomsToDocument(held, { language })
    const bytes =
      format === 'docx'
        ? await documentToDocx(document)
        : format === 'html'
          ? documentToHtml(document)
          : `${printable(documentToText(document))}\n`
    writeOnce(to, bytes, flags)
  }
  const notes = format === 'record' ? [await wordFor({ code: 'record-opens-all' })] : []
  return {
    text: `Written: ${to} (${rooms.map(roomHandle).join(', ')})`,
    json: { to, format, rooms: roomsToRows(rooms) },
    notes,
  }
}
