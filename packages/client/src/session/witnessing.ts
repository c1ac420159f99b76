/** A log's heads compared with one another, whoever showed them: what a witness does, beside what every session does for itself. */

import type { RoomId } from '@goodoffices/core'
import {
  type AccessKey,
  equalBytes,
  logOrigin,
  type NoteVerifier,
  type OpenedCheckpoint,
  openCheckpoint,
  verifyConsistency,
} from '@goodoffices/log'
import type { HeadPort } from '../relay/port.ts'
import { fail, ok, type Result } from '../result.ts'
import type { AtWork } from './at-work.ts'

/** A room's log as far as this device knows it. */
export type WatchedLog = {
  readonly log: RoomId
  readonly relay: NoteVerifier
  readonly key: AccessKey
  /** The newest signed head that this device has verified. */
  readonly checkpoint: string
}

/** The logs of rooms that are open to this device: of those it can ask for a head. */
export function watchedLogs({ engine }: AtWork): readonly WatchedLog[] {
  const home = engine.home()
  const lines = Object.values(home?.keyring ?? {}).filter(({ purpose }) => purpose === 'room')
  const ids = [...(home === undefined ? [] : [home.id]), ...lines.map(({ room }) => room)]
  return ids.flatMap(id => {
    const log = engine.roomLog(id)
    const key = log?.access
    if (log === undefined || key === undefined || log.isShutOut || log.endedAt !== undefined) return []
    return [{ log: id, relay: log.replica.relay, key, checkpoint: log.replica.checkpoint }]
  })
}

/**
 * Whether the head that a relay shows now goes on from `known`, a note that it signed before: the newer of the two notes; `log-rolled-back` where
 * it is shorter, `log-forked` where it is another, both with the notes that show it. Throws `RelayError` where the relay does not answer.
 */
export async function witnessHead(
  relay: HeadPort,
  { log, key, relay: signer }: WatchedLog,
  known: string,
): Promise<Result<string>> {
  const expected = { origin: logOrigin(signer.name, log), relay: signer }
  const note = await relay.head(log, key)
  const [shown, before] = [await openCheckpoint(note, expected), await openCheckpoint(known, expected)]
  if (!shown.ok) return fail('relay-key-differs', { log })
  if (!before.ok) return ok(note)
  const refuse = (code: 'log-forked' | 'log-rolled-back') =>
    fail(code, { log, size: shown.value.size, seen: before.value.size, known, note })
  if (shown.value.size < before.value.size) return refuse('log-rolled-back')
  return (await goesOn(relay, { log, key, before: before.value, shown: shown.value }))
    ? ok(note)
    : refuse('log-forked')
}

async function goesOn(
  relay: HeadPort,
  {
    log,
    key,
    before,
    shown,
  }: {
    readonly log: RoomId
    readonly key: AccessKey
    readonly before: OpenedCheckpoint
    readonly shown: OpenedCheckpoint
  },
): Promise<boolean> {
  if (before.size === 0) return true
  if (before.size === shown.size) return equalBytes(before.root, shown.root)
  const proof = await relay.consistency(log, key, before.size, shown.size)
  const claim = { size1: before.size, root1: before.root, size2: shown.size, root2: shown.root, proof }
  return verifyConsistency(claim).ok
}
