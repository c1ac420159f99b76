/**
 * A member's own copy of rooms as one file that anybody who is given it can verify offline: the envelopes as the relay has them,
 * the head it signed, and the epoch keys that open them. The file opens all it holds; it is as secret as the rooms are.
 * The format is specified in `docs/spec/client.md`.
 */

import { type Certificate, parseAct, type RoomId, type RoomState } from '@goodoffices/core'
import {
  base64ToBytes,
  bytesToBase64,
  checkEvidence,
  logOrigin,
  secretToText,
  sha256,
  textToVerifier,
  verifierToText,
  verifyEntry,
} from '@goodoffices/log'
import * as v from 'valibot'
import { cardToKeys, isTrueCard } from '../log/cards.ts'
import { evidenceOf } from '../log/evidence.ts'
import { peek } from '../log/read-record.ts'
import { Replica } from '../log/replica.ts'
import { RoomLog } from '../log/room-log.ts'
import type { Fault, OpenedEntry } from '../log/room-log-parts.ts'
import type { RelayRecord } from '../relay/port.ts'
import { fail, ok, type Result } from '../result.ts'
import type { AtWork } from '../session/at-work.ts'
import { createMemoryVault } from '../vault/memory.ts'
import { proveKeys } from './prove-keys.ts'
import { recordFormat } from './record-format.ts'

const bytesText = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'base64'))
const position = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const roomFile = v.strictObject({
  room: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  /** The relay's verifier key: whose signature the checkpoint bears. */
  relay: v.string(),
  checkpoint: v.string(),
  keys: v.array(v.strictObject({ epoch: position, key: v.string() })),
  records: v.array(
    v.union([
      v.strictObject({ time: position, envelope: bytesText }),
      /** Destroyed: place, time and hash remain. */
      v.strictObject({ time: position, hash: bytesText }),
    ]),
  ),
})

const file = v.strictObject({
  format: v.literal(recordFormat),
  /** ISO 8601, UTC; by the exporter's clock. */
  exported: v.pipe(v.string(), v.isoTimestamp()),
  rooms: v.pipe(
    v.array(roomFile),
    v.minLength(1),
    v.maxLength(1_000),
    v.check(rooms => new Set(rooms.map(({ room }) => room)).size === rooms.length, 'a room twice'),
  ),
})

/** A file of these rooms that anybody given it can verify offline; it opens all it holds. */
export async function writeRecord({ engine }: AtWork, of: readonly RoomId[]): Promise<string> {
  const exported = new Date(engine.now()).toISOString()
  const logs = of.flatMap(room => engine.roomLog(room) ?? [])
  const rooms: v.InferOutput<typeof roomFile>[] = []
  for (const log of logs) {
    const records = await log.replica.records()
    rooms.push({
      room: log.id,
      relay: verifierToText(log.replica.relay),
      checkpoint: log.replica.checkpoint,
      keys: log.epochKeys().map(({ epoch, key }) => ({ epoch, key: secretToText(key) })),
      records: records.map(({ time, hash, envelope }) =>
        envelope === undefined
          ? { time, hash: bytesToBase64(hash) }
          : { time, envelope: bytesToBase64(envelope) },
      ),
    })
  }
  return `${JSON.stringify({ format: recordFormat, exported, rooms }, null, 1)}\n`
}

export type VerifiedRoom = {
  readonly room: RoomState
  readonly checkpoint: string
  readonly entries: readonly OpenedEntry[]
  /** Records that are no entries: unreadable, not by who they say. */
  readonly faults: readonly Fault[]
}

export type VerifiedRecord = { readonly exported: string; readonly rooms: readonly VerifiedRoom[] }

/** Longest file read, in characters. */
export const recordCharsMax = 512 * 1024 * 1024

/**
 * Checks a file against nothing but itself and, where given, the relay's verifier key that the reader trusts: that every envelope
 * stands in the tree that the relay signed, that each key is the one of its epoch and none is missing, that each entry is by the
 * device it names, and what the rules make of them. Fails with `record-malformed` (and where), or the first thing that does not hold.
 */
export async function verifyRecord(
  text: string,
  trusted?: readonly string[],
): Promise<Result<VerifiedRecord>> {
  const parsed = parseFile(text)
  if (!parsed.ok) return parsed
  const rooms: VerifiedRoom[] = []
  for (const [index, room] of parsed.value.rooms.entries()) {
    if (trusted !== undefined && !trusted.includes(room.relay))
      return fail('record-relay-untrusted', { room: index, relay: room.relay })
    const verified = await verifyRoom(room)
    if (!verified.ok) return fail(verified.error.code, { ...verified.error, room: index })
    rooms.push(verified.value)
  }
  return ok({ exported: parsed.value.exported, rooms })
}

function parseFile(text: string): Result<v.InferOutput<typeof file>> {
  if (text.length > recordCharsMax) return fail('record-too-large', { max: recordCharsMax })
  try {
    const value: unknown = JSON.parse(text)
    const parsed = v.safeParse(file, value, { abortEarly: true })
    if (!parsed.success) return fail('record-malformed', { path: v.getDotPath(parsed.issues[0]) ?? '' })
    // Of a field that stands twice one reader takes the first and another the last.
    return countFields(parsed.output) === countNames(text)
      ? ok(parsed.output)
      : fail('record-malformed', { path: '', reason: 'a field twice' })
  } catch (error) {
    return fail('record-malformed', { path: '', reason: error instanceof Error ? error.message : '' })
  }
}

/** What a file holds that is well-formed. */
type Field = string | number | readonly Field[] | { readonly [name: string]: Field }

/** The texts of JSON, each with the colon that makes it a field's name. */
const textPattern = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g

function countNames(json: string): number {
  let count = 0
  for (const [, colon] of json.matchAll(textPattern)) if (colon !== undefined) count += 1
  return count
}

function countFields(value: Field): number {
  if (typeof value !== 'object') return 0
  const inside = Object.values(value).reduce<number>((count, each) => count + countFields(each), 0)
  return Array.isArray(value) ? inside : inside + Object.keys(value).length
}

async function verifyRoom(room: v.InferOutput<typeof roomFile>): Promise<Result<VerifiedRoom>> {
  const relay = textToVerifier(room.relay)
  if (!relay.ok) return fail('record-malformed', { path: 'relay' })
  const records = readRecords(room)
  if (!records.ok) return records
  const replica = Replica.begin(room.room, { vault: createMemoryVault(), relay: relay.value })
  const taken = await replica.take(
    { records: records.value, size: records.value.length, checkpoint: room.checkpoint },
    0,
  )
  // What a relay is blamed for that shows it, nobody knows of a file: whoever had it may have changed it.
  if (!taken.ok) return fail('record-not-signed', { reason: taken.error.code })
  if (taken.value.kind === 'withheld') return fail('envelope-withheld')
  if (replica.size !== records.value.length || taken.value.kind !== 'taken') return fail('record-not-signed')
  const id = room.room as RoomId
  const keys = await proveKeys(id, room.keys, records.value.map(peek))
  if (!keys.ok) return keys
  const log = new RoomLog({ id, replica })
  for (const { epoch, key } of keys.value) await log.learn(epoch, key)
  await log.read(records.value)
  if (log.state === undefined) return fail('record-not-opened')
  return ok({ room: log.state, checkpoint: room.checkpoint, entries: log.entries, faults: log.faults })
}

function readRecords(room: v.InferOutput<typeof roomFile>): Result<readonly RelayRecord[]> {
  const records: RelayRecord[] = []
  for (const [at, line] of room.records.entries()) {
    const bytes = base64ToBytes('envelope' in line ? line.envelope : line.hash)
    if (!bytes.ok) return fail('record-malformed', { path: `records.${at}` })
    records.push(
      'envelope' in line
        ? { position: at, time: line.time, hash: sha256(bytes.value), envelope: bytes.value }
        : { position: at, time: line.time, hash: bytes.value },
    )
  }
  return ok(records)
}

/** One entry for somebody outside the room, and nothing of the others. Undefined where there is no such entry. */
export async function writeEvidence(
  { engine }: AtWork,
  room: RoomId,
  position: number,
): Promise<string | undefined> {
  const log = engine.roomLog(room)
  if (log === undefined) return undefined
  const { replica } = log
  const record = (await replica.records())[position]
  return record && evidenceOf(log, { record, tree: replica.tree, checkpoint: replica.checkpoint })
}

export type VerifiedEvidence = {
  readonly room: string
  readonly position: number
  /** The relay's time, and the author's; ms since 1970. */
  readonly placed: number
  readonly time: number
  /** The device that the entry names as its author's. */
  readonly device: string
  readonly act: unknown
  /** Whether it is signed with the key given: whether that is the device's, its card says. */
  readonly signature: 'holds' | 'not-checked'
}

/**
 * Checks an evidence file against the relay's verifier key and, where given, a signing key: that the entry was sealed for the room, placed
 * there, and signed with that key. Whose key it is, whether the room's rules accepted the entry, and whether it stood there before, only
 * the room's record shows: whoever has the keys may place another's old words anew, and name whomever they like in their own.
 */
export async function verifyEvidence(
  text: string,
  { relay, signKey }: { readonly relay: string; readonly signKey?: Uint8Array },
): Promise<Result<VerifiedEvidence>> {
  const verifier = textToVerifier(relay)
  if (!verifier.ok) return fail('record-relay-untrusted', { relay })
  const checked = await checkEvidence(text, {
    originOf: log => logOrigin(verifier.value.name, log),
    relay: verifier.value,
  })
  if (!checked.ok) return fail(checked.error.code)
  const { signed, logId, index, time } = checked.value
  if (signKey !== undefined && !(await verifyEntry(signed, signKey))) return fail('entry/signature')
  return ok({
    room: logId,
    position: index,
    placed: time,
    time: signed.entry.time,
    device: signed.entry.author,
    act: signed.entry.act,
    signature: signKey === undefined ? 'not-checked' : 'holds',
  })
}

/**
 * Checks a certificate with nothing but itself and the relay's key that it names: that the entry stands under a head which the relay
 * signed, destroys the record, and is signed by the device on the card. Whose device it was, that it might do so, and by what rule, is
 * what the member's program had read. Fails with `certificate-differs`, or as `verifyEvidence` does.
 */
export async function verifyCertificate(certificate: Certificate): Promise<Result<VerifiedEvidence>> {
  const { author, evidence, verifier } = certificate
  const keys = cardToKeys(author)
  if (keys === undefined || !isTrueCard(author)) return fail('device-id-mismatch')
  const shown = await verifyEvidence(evidence, { relay: verifier, signKey: keys.sign })
  if (!shown.ok) return shown
  const { room, position, placed, device } = shown.value
  const act = parseAct(shown.value.act)
  const isOfThis =
    room === certificate.room &&
    position === certificate.envelopes &&
    placed === certificate.destroyed &&
    device === author.device &&
    act.ok &&
    act.value.kind === 'record.destroy'
  return isOfThis ? shown : fail('certificate-differs')
}
