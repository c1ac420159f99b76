/** The end of a room: the certificate that its record was destroyed, as whoever reads it finds it. */

import {
  administers,
  authorOf,
  type DeviceCard,
  type Entry,
  mayHaveEnded,
  type RoomState,
  specOf,
} from '@goodoffices/core'
import { accessWindowMs } from '@goodoffices/log'
import type { RelayRecord } from '../relay/port.ts'
import { evidenceOf } from './evidence.ts'
import type { Withheld } from './replica.ts'
import type { RoomLog } from './room-log.ts'
import type { Tree } from './tree.ts'

export type Ending = {
  readonly position: number
  /** By the relay's clock, ms since 1970. */
  readonly placed: number
  /** The name of whoever certified it, and with which device. */
  readonly by: string
  readonly author: DeviceCard
  /** The certifying entry, for anyone to check: see `verifyCertificate`. */
  readonly evidence: string
}

/** How the room ended, where the whole log was read. */
export async function endingOf(log: RoomLog): Promise<Ending | undefined> {
  const { replica } = log
  const certified = log.look(state =>
    state?.destroyed === undefined
      ? undefined
      : { position: state.destroyed.position, name: state.members[state.destroyed.by]?.name ?? '' },
  )
  if (certified === undefined) return undefined
  const { position, name } = certified
  const record = (await replica.records())[position]
  const entry = record && (await log.openAlone(record))
  if (record === undefined || entry === undefined) return undefined
  return toEnding(log, { record, entry, by: name, tree: replica.tree, checkpoint: replica.checkpoint })
}

/**
 * How the room ended, where what came last was gone before this device could read it: by the first certificate behind everything
 * that is missing which may hold by what this device has read. Undefined where there is none: then the relay withholds.
 */
export async function endingAmong(log: RoomLog, withheld: Withheld): Promise<Ending | undefined> {
  const { records, tree, checkpoint } = withheld
  await log.learnAhead(records)
  const missed = records.filter(({ envelope }) => envelope === undefined)
  const behind = records.findLastIndex(({ envelope }) => envelope === undefined) + 1
  for (const record of records.slice(behind)) {
    const entry = await log.openAlone(record)
    const by = entry && log.look(state => state && certifierOf(state, entry, { record, missed }))
    if (entry !== undefined && by !== undefined) return toEnding(log, { record, entry, by, tree, checkpoint })
  }
  return undefined
}

function toEnding(
  log: RoomLog,
  found: {
    readonly record: RelayRecord
    readonly entry: Entry
    readonly by: string
    readonly tree: Tree
    readonly checkpoint: string
  },
): Ending | undefined {
  const { record, entry, by } = found
  const evidence = evidenceOf(log, found)
  const author = log.cardOf(entry.device)
  return evidence === undefined || author === undefined
    ? undefined
    : { position: record.position, placed: record.time, by, author, evidence }
}

/** The name of whoever certified it: somebody who administered the room when this device last read it. */
function certifierOf(
  state: RoomState,
  { act, device }: Entry,
  { record, missed }: { readonly record: RelayRecord; readonly missed: readonly RelayRecord[] },
): string | undefined {
  const ends = specOf(act).ends?.(act)
  if (ends === undefined || ends > record.time + accessWindowMs) return undefined
  const times = missed.map(({ time }) => time)
  const author = authorOf(state, device)
  return author.ok && administers(state, author.value) && mayHaveEnded(state, ends, times)
    ? author.value.name
    : undefined
}
