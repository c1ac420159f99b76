/** The end of a room: the certificate that its record was destroyed, as whoever reads it finds it. */

import { administers, authorOf } from '@goodoffices/core'
import { evidenceOf } from './evidence.ts'
import type { Withheld } from './replica.ts'
import type { RoomLog } from './room-log.ts'

export type Ending = {
  readonly position: number
  /** By the relay's clock, ms since 1970. */
  readonly placed: number
  /** The name of whoever certified it. */
  readonly by: string
  /** The certifying entry, for anyone to check: see `verifyEvidence`. */
  readonly evidence: string
}

/** How the room ended, where the whole log was read. */
export async function endingOf(log: RoomLog): Promise<Ending | undefined> {
  const { state, replica } = log
  if (state?.destroyed === undefined) return undefined
  const { position, by } = state.destroyed
  const record = (await replica.records())[position]
  const evidence = record && evidenceOf(log, { record, tree: replica.tree, checkpoint: replica.checkpoint })
  return record && evidence !== undefined
    ? { position, placed: record.time, by: state.members[by]?.name ?? '', evidence }
    : undefined
}

/**
 * How the room ended, where what came last was gone before this device could read it: by an entry, behind everything that is
 * missing, of somebody who administered the room when it was last read. Undefined where there is none: then the relay withholds.
 */
export async function endingAmong(log: RoomLog, withheld: Withheld): Promise<Ending | undefined> {
  const { records, tree, checkpoint } = withheld
  const record = records.findLast(({ envelope }) => envelope !== undefined)
  if (record === undefined || log.state === undefined) return undefined
  const isLast = records.every(
    ({ position, envelope }) => envelope !== undefined || position < record.position,
  )
  const entry = await log.openAhead(records, record)
  if (!isLast || entry?.act.kind !== 'record.destroy') return undefined
  const author = authorOf(log.state, entry.device)
  if (!author.ok || !administers(log.state, author.value)) return undefined
  const evidence = evidenceOf(log, { record, tree, checkpoint })
  return evidence === undefined
    ? undefined
    : { position: record.position, placed: record.time, by: author.value.name, evidence }
}
