/** A copy checked by anybody, against itself and the key of the relay; with neither an identity nor a connection. CLI-15. */

import {
  type Fault,
  textToVerifier,
  type VerifiedRoom,
  verifyEvidence,
  verifyRecord,
} from '@goodoffices/client'
import { itemsOf, type RoomState } from '@goodoffices/core'
import type { Command } from 'commander'
import { roomHandle } from '../names/handles.ts'
import { roomRow } from '../names/rows.ts'
import { readGiven } from '../names/words.ts'
import { recordToText } from '../page/record.ts'
import { timeToText } from '../page/text.ts'
import { type Answer, define, option, repeated, type SharedFlags } from '../shell/define.ts'
import { demand, exits, misuse, Stop } from '../shell/exit.ts'
import { readGivenText } from '../shell/given-file.ts'
import { roomFields } from '../shell/rows.ts'
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

type VerifyFlags = SharedFlags & {
  readonly relayKey?: readonly string[]
  readonly relayKeyFile?: string
  readonly authorKey?: string
  readonly text?: true
}

export function registerVerify(program: Command, terminal: Terminal): void {
  define<VerifyFlags>(
    program,
    terminal,
    {
      name: 'verify',
      arguments: { '<file>': 'a record or evidence, as export and prove write them' },
      summary: 'check a copy against itself and the relay’s signature; no identity and no connection needed',
      options: [
        repeated('--relay-key <key>', 'the relay’s verifier key as you know it; for evidence it is needed'),
        option('--relay-key-file <file>', 'the same from a file, one a line; - for standard input'),
        option(
          '--author-key <key>',
          'for evidence: the signing key of its author’s device, such as a certificate’s',
        ),
        option('--text', 'print what was verified'),
      ],
      answers: [recordFields, evidenceFields],
      examples: [
        'goodoffices verify talks.record --relay-key talks.example+1f0c27ab+AWpV',
        'goodoffices verify talks.record --relay-key-file relay.vkey',
      ],
    },
    async ([file = ''], flags) => {
      const copy = readGivenText(file, copyBytesMax)
      const isRecord = copy.trimStart().startsWith('{')
      if (!isRecord && !copy.startsWith(evidenceHeader)) throw misuse('no-copy', { file })
      const keys = await readKeys(terminal, flags)
      return isRecord
        ? verifyRooms(file, copy, { keys, isText: flags.text === true })
        : verifyOne(file, copy, { keys, authorKey: flags.authorKey })
    },
  )
}

/** What one string of the engine can hold. */
const copyBytesMax = 500_000_000

/** As c2sp.org/tlog-proof has it. */
const evidenceHeader = 'c2sp.org/tlog-proof@v1'

/** CLI-43: what can only be the relay's secret key is not used, and not said again. */
async function readKeys(
  terminal: Terminal,
  { relayKey = [], relayKeyFile }: VerifyFlags,
): Promise<readonly string[]> {
  const kept = relayKeyFile === undefined ? undefined : await readGiven(terminal, undefined, relayKeyFile)
  const lines = (kept ?? '').split('\n').map(line => line.trim())
  const keys = [...relayKey, ...lines.filter(line => line !== '')]
  if (keys.some(key => /^\S+ [\w-]{43}$/.test(key))) throw misuse('relay-key-secret')
  const strange = keys.find(key => !textToVerifier(key).ok)
  if (strange !== undefined || (relayKeyFile !== undefined && keys.length === 0))
    throw misuse('relay-key-unreadable', { text: strange?.slice(0, 80) ?? '' })
  return keys
}

async function verifyRooms(
  file: string,
  text: string,
  { keys, isText }: { readonly keys: readonly string[]; readonly isText: boolean },
): Promise<Answer> {
  const { exported, rooms } = demand(await verifyRecord(text, keys.length === 0 ? undefined : keys))
  const strange = rooms.flatMap(({ room, faults }) => faults.map(fault => ({ room, fault })))
  return {
    text: [
      strange.length === 0
        ? `${file} holds. Every entry stands in the log that the relay signed, by the device it names.`
        : `${file} holds no more than what is listed here: ${strange.length} of its records are no entries, and what they were nobody can say.`,
      ...(keys.length === 0
        ? ['Whether that is the relay you mean, --relay-key says: its key stands in the file.']
        : []),
      `Exported ${timeToText(Date.parse(exported))}.`,
      ...rooms.map(roomLine),
      ...(isText ? rooms.flatMap(({ room }) => ['', `== ${roomHandle(room)}`, '', recordToText(room)]) : []),
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
  { keys, authorKey }: { readonly keys: readonly string[]; readonly authorKey: string | undefined },
): Promise<Answer> {
  const [relay] = keys
  if (relay === undefined) throw misuse('relay-key-needed')
  if (authorKey !== undefined && !/^[\w-]{43}$/.test(authorKey)) throw misuse('author-key-unreadable')
  const known = authorKey === undefined ? {} : { signKey: Buffer.from(authorKey, 'base64url') }
  const verified = await verifyEvidence(text, { relay, ...known })
  if (!verified.ok) {
    const { code } = verified.error
    // Its head bears no signature by this key: as with a record, whose it is says nothing of what was written.
    if (code === 'note/unsigned') throw new Stop(exits.refused, { code: 'evidence-of-another-relay' })
    throw new Stop(exits.refused, { code: 'evidence-does-not-hold', reason: code })
  }
  const { room, position, placed, time, device, act, signature } = verified.value
  return {
    text: [
      `${file} holds: entry ${position} of the room ${room}, placed ${timeToText(placed)}, written ${timeToText(time)}`,
      `in the name of the device ${device}, ${
        signature === 'holds'
          ? 'and signed with the key given. Whether that key is this device’s, the room’s record or a certificate’s card shows.'
          : 'whose signature --author-key checks.'
      }`,
      'It was placed there: whether the room’s rules accepted it, and whether it was said there before, the record shows.',
      JSON.stringify(act, undefined, 2),
    ].join('\n'),
    json: { file, kind: 'evidence', ...verified.value },
  }
}
