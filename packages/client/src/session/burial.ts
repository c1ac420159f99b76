/**
 * What is done when a room has ended: the relay deletes what stood in it, this member keeps the certificate in the place of the
 * room's key, and the device forgets the rest. Each step can be repeated, by every device of everybody whose room it was.
 */

import type { RoomId, RoomState } from '@goodoffices/core'
import { peekEnvelope, verifierToText } from '@goodoffices/log'
import { type Ending, endingOf } from '../log/ending.ts'
import type { RoomLog } from '../log/room-log.ts'
import type { RelayRecord } from '../relay/port.ts'
import { fail, ok, type Result } from '../result.ts'
import { VaultError } from '../vault/vault.ts'
import type { Ground } from './engine/ground.ts'

/** Most envelopes that one request asks a relay to delete. */
const rangeMax = 1_000

type Range = { readonly from: number; to: number }

/** A steward's device has the relay delete the envelopes; everybody's keeps the certificate. */
export async function buryRoom(ground: Ground, room: RoomId): Promise<Result<null>> {
  const log = ground.roomLog(room)
  // Buried before, by this device or another of this member.
  if (log?.endedAt === undefined) return ok(null)
  const end = log.endedAt
  const steward = await log.stewardship.destroying()
  if (steward !== undefined && log.access !== undefined) {
    const port = ground.port(ground.relayOf(room))
    const records = await log.replica.records()
    // What the device cannot say stands there would stay where it is.
    if (records.length < end) throw new VaultError('vault-damaged', 'a log cannot be read')
    for (const { from, to } of rangesIn(records, end)) {
      await port.destroy(room, log.access, { from, to, steward })
    }
  }
  const ending = await endingOf(log)
  if (ending !== undefined) return keepCertificate(ground, log, ending)
  // Another device of this member was done in the meantime, and this one has forgotten the room.
  return ground.roomLog(room) === undefined ? ok(null) : fail('room-unknown')
}

/** All before the certificate, but the keys: epoch by epoch they lead those to it who come later. */
function rangesIn(records: readonly RelayRecord[], end: number): readonly Range[] {
  const ranges: Range[] = []
  for (const { position, envelope } of records.slice(0, end)) {
    if (envelope !== undefined && isKeys(envelope)) continue
    const last = ranges.at(-1)
    if (last?.to === position && position - last.from < rangeMax) last.to = position + 1
    else ranges.push({ from: position, to: position + 1 })
  }
  return ranges
}

function isKeys(envelope: Uint8Array): boolean {
  const peeked = peekEnvelope(envelope)
  return peeked.ok && peeked.value.kind === 'k'
}

export async function keepCertificate(ground: Ground, log: RoomLog, ending: Ending): Promise<Result<null>> {
  const home = ground.home()
  const certificate = log.look(state => state && certificateOf(log, state, ending))
  if (home === undefined || certificate === undefined || !Object.hasOwn(home.keyring, log.id)) return ok(null)
  const kept = await ground.submit([{ room: home.id, act: { kind: 'certificate.keep', certificate } }])
  return kept.ok ? ok(null) : kept
}

const certificateOf = (log: RoomLog, state: RoomState, ending: Ending) => ({
  room: log.id,
  roomKind: state.kind,
  process: state.process,
  ...(state.title === undefined ? {} : { title: state.title }),
  ...(state.party === undefined ? {} : { party: state.party.name }),
  destroyed: ending.placed,
  envelopes: ending.position,
  by: ending.by,
  author: ending.author,
  basis: state.retention?.basis ?? state.kind,
  verifier: verifierToText(log.replica.relay),
  evidence: ending.evidence,
})

/** Rooms whose certificates this member keeps. Nothing else of them is to stay on the device. */
export const buriedRooms = (ground: Ground): readonly RoomId[] =>
  ground
    .roomLog(ground.identity.home.room)
    ?.look(state => Object.keys(state?.certificates ?? {}) as RoomId[]) ?? []
