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
import type { Engine } from './engine.ts'

/** Most envelopes that one request asks a relay to delete. */
const rangeMax = 1_000

type Range = { readonly from: number; to: number }

/** A steward's device has the relay delete the envelopes; everybody's keeps the certificate. */
export async function buryRoom(engine: Engine, room: RoomId): Promise<Result<null>> {
  const log = engine.roomLog(room)
  // Buried before, by this device or another of this member.
  if (log?.state?.destroyed === undefined) return ok(null)
  const steward = await log.stewardKey()
  if (steward !== undefined && log.access !== undefined) {
    const port = engine.port(engine.relayOf(room))
    const end = log.state.destroyed.position
    const records = await log.replica.records()
    // What the device cannot say stands there would stay where it is.
    if (records.length < end) throw new VaultError('vault-damaged', 'a log cannot be read')
    for (const { from, to } of rangesIn(records, end)) {
      await port.destroy(room, log.access, { from, to, steward })
    }
  }
  const ending = await endingOf(log)
  if (ending !== undefined) return keepCertificate(engine, log, ending)
  // Another device of this member was done in the meantime, and this one has forgotten the room.
  return engine.roomLog(room) === undefined ? ok(null) : fail('room-unknown')
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

export async function keepCertificate(engine: Engine, log: RoomLog, ending: Ending): Promise<Result<null>> {
  const home = engine.home()
  const { state } = log
  if (home === undefined || state === undefined || !Object.hasOwn(home.keyring, log.id)) return ok(null)
  const kept = await engine.submit([
    { room: home.id, act: { kind: 'certificate.keep', certificate: certificateOf(log, state, ending) } },
  ])
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
export const buriedRooms = (engine: Engine): readonly RoomId[] =>
  Object.keys(engine.roomLog(engine.identity.home.room)?.state?.certificates ?? {}) as RoomId[]
