/** A member's own copy of the record, evidence of one entry of it, and the check of either by anybody. */

import { readFileSync, writeFileSync } from 'node:fs'
import {
  checkpointOf,
  documentToDocx,
  documentToHtml,
  documentToText,
  type Fault,
  roomsToDocument,
  type VerifiedRoom,
  verifyEvidence,
  verifyRecord,
  writeEvidence,
  writeRecord,
} from '@goodoffices/client'
import { type Language, languages } from '@goodoffices/client/locale'
import { itemsOf, type RoomState } from '@goodoffices/core'
import type { Command } from 'commander'
import type { Handle } from '../areas/handle.ts'
import { messageHandles } from '../areas/message/handles.ts'
import { defineWork, type Work } from '../member/work.ts'
import { findItem, findRoom, heldRooms } from '../names/find.ts'
import { roomHandle } from '../names/handles.ts'
import { roomRow, roomsToRows } from '../names/rows.ts'
import { recordToText } from '../page/record.ts'
import { printable, timeToText } from '../page/text.ts'
import { type Answer, define, option, repeated, type SharedFlags } from '../shell/define.ts'
import { demand, exits, missing, misuse, Stop } from '../shell/exit.ts'
import { wordFor } from '../shell/report.ts'
import { roomFields, roomRows } from '../shell/rows.ts'
import { count, type Fields, oneOf, open, openRows, text, time } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

const recordFields: Fields = {
  file: text,
  kind: oneOf('record'),
  exported: time,
  rooms: openRows({
    ...roomFields,
    size: count,
    entries: count,
    faults: openRows({ position: count }),
    rejected: openRows(),
    checkpoint: text,
  }),
}
const evidenceFields: Fields = {
  file: text,
  kind: oneOf('evidence'),
  room: text,
  position: count,
  placed: time,
  time,
  device: text,
  act: open({ kind: text }),
  signature: text,
}

const formats = ['record', 'html', 'docx', 'text'] as const
type Format = (typeof formats)[number]

type VerifyFlags = {
  readonly relayKey?: readonly string[]
  readonly authorKey?: string
  readonly text?: true
}
type ExportFlags = { readonly to?: string; readonly format?: Format; readonly language?: Language }

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
        option('--format <format>', 'in which format', formats),
        option('--language <language>', 'in which language a document speaks (en)', languages),
      ],
      answers: { to: text, format: oneOf(...formats), rooms: roomRows },
      examples: ['goodoffices export --to talks.record', 'goodoffices export caucus:iran --to iran.html'],
      acts: false,
    },
    exportRooms,
  )

  defineWork<{ readonly to?: string }>(
    program,
    terminal,
    {
      name: 'prove',
      arguments: { '<item>': 'a message or delivery, such as caucus:iran/m1' },
      summary: 'evidence of one entry for somebody outside the room, and nothing of the others',
      options: [option('--to <file>', 'where to')],
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
      writeFileSync(flags.to, evidence, { mode: 0o600 })
      return { text: `Written: ${flags.to}`, json: { to: flags.to, ...roomRow(room, rooms), position } }
    },
  )

  define<SharedFlags & VerifyFlags>(
    program,
    terminal,
    {
      name: 'verify',
      arguments: { '<file>': 'a record or evidence, as export and prove write them' },
      summary: 'check a copy against itself and the relay’s signature; no identity and no connection needed',
      options: [
        repeated('--relay-key <key>', 'the relay’s verifier key as you know it; for evidence it is needed'),
        option(
          '--author-key <key>',
          'for evidence: the signing key of its author’s device, such as a certificate’s',
        ),
        option('--text', 'print what was verified'),
      ],
      answers: [recordFields, evidenceFields],
      examples: ['goodoffices verify talks.record --relay-key talks.example+1f0c27ab+AWpV'],
    },
    async ([file = ''], flags) => {
      const text = readFileSync(file, 'utf8')
      return text.trimStart().startsWith('{') ? verifyRooms(file, text, flags) : verifyOne(file, text, flags)
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
  if (format === 'record') writeFileSync(to, await writeRecord(session, ids), { mode: 0o600 })
  else {
    const held = rooms.map(room => ({ room, checkpoint: checkpointOf(session, room.id) }))
    const document = await roomsToDocument(held, { language })
    const bytes =
      format === 'docx'
        ? await documentToDocx(document)
        : format === 'html'
          ? documentToHtml(document)
          : `${printable(documentToText(document))}\n`
    writeFileSync(to, bytes, { mode: 0o600 })
  }
  const notes = format === 'record' ? [await wordFor({ code: 'record-opens-all' })] : []
  return {
    text: `Written: ${to} (${rooms.map(roomHandle).join(', ')})`,
    json: { to, format, rooms: roomsToRows(rooms) },
    notes,
  }
}

async function verifyRooms(
  file: string,
  text: string,
  flags: { readonly relayKey?: readonly string[]; readonly text?: true },
): Promise<Answer> {
  const { exported, rooms } = demand(await verifyRecord(text, flags.relayKey))
  const strange = rooms.flatMap(({ room, faults }) => faults.map(fault => ({ room, fault })))
  return {
    text: [
      strange.length === 0
        ? `${file} holds. Every entry stands in the log that the relay signed, by the device it names.`
        : `${file} holds no more than what is listed here: ${strange.length} of its records are no entries, and what they were nobody can say.`,
      ...(flags.relayKey === undefined
        ? ['Whether that is the relay you mean, --relay-key says: its key stands in the file.']
        : []),
      `Exported ${timeToText(Date.parse(exported))}.`,
      ...rooms.map(roomLine),
      ...(flags.text === true
        ? rooms.flatMap(({ room }) => ['', `== ${roomHandle(room)}`, '', recordToText(room)])
        : []),
    ].join('\n'),
    json: {
      file,
      kind: 'record',
      exported: Date.parse(exported),
      rooms: rooms.map(each =>
        verifiedToJson(
          each,
          rooms.map(({ room }) => room),
        ),
      ),
    },
    notes: strange.slice(0, faultLinesMax).map(faultLine),
    // Whoever put them there meant to hide something or to spoil the room: a script must not take it for a copy without blemish.
    ...(strange.length === 0 ? {} : { failed: { code: 'record-with-faults', faults: strange.length } }),
  }
}

const roomLine = ({ room, faults }: VerifiedRoom): string =>
  `  ${room.process.title}, ${roomHandle(room)}: ${itemsOf(room).length} items${faults.length === 0 ? '' : `, ${faults.length} records that are no entries`}${room.rejectedCount === 0 ? '' : `, ${room.rejectedCount} entries that broke a rule`}`

/** Most records named one by one that are no entries. */
const faultLinesMax = 20

const faultLine = ({ room, fault }: { readonly room: RoomState; readonly fault: Fault }): string =>
  `${roomHandle(room)}: record ${fault.position} is no entry (${fault.violation.code})`

const verifiedToJson = (
  { room, checkpoint, entries, faults }: VerifiedRoom,
  among: readonly RoomState[],
) => ({
  ...roomRow(room, among),
  process: room.process,
  size: room.size,
  entries: entries.length,
  faults,
  rejected: room.rejected,
  checkpoint,
})

async function verifyOne(
  file: string,
  text: string,
  { relayKey: [relay] = [], authorKey }: VerifyFlags,
): Promise<Answer> {
  if (relay === undefined) throw misuse('relay-key-needed')
  if (authorKey !== undefined && !/^[\w-]{43}$/.test(authorKey)) throw misuse('author-key-unreadable')
  const known = authorKey === undefined ? {} : { signKey: Buffer.from(authorKey, 'base64url') }
  const verified = await verifyEvidence(text, { relay, ...known })
  if (!verified.ok)
    throw new Stop(exits.refused, { code: 'evidence-does-not-hold', reason: verified.error.code })
  const { room, position, placed, time, device, act, signature } = verified.value
  return {
    text: [
      `${file} holds: entry ${position} of the room ${room}, placed ${timeToText(placed)}, written ${timeToText(time)}`,
      signature === 'holds'
        ? `and signed by the device ${device}:`
        : `in the name of the device ${device}, whose signature --author-key checks:`,
      JSON.stringify(act, undefined, 2),
    ].join('\n'),
    json: { file, kind: 'evidence', ...verified.value },
  }
}
