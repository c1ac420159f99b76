import type { WritingTools } from './creating.ts'
import { growthToChange } from './placement.ts'
import { readFrontierAt } from './proof.ts'
import { type Outcome, refuse, succeed } from './refusal.ts'
import { findFork, growRestored, isProven, type Restoration } from './restore.ts'
import { headToState, type LogView, startLog, viewLog } from './state.ts'

/**
 * Writes the records that the log lacks, if all of them are proven. Nothing else may change the log meanwhile. Returns the
 * log as the key sees it afterwards.
 */
export async function restoreLog(
  { store, limits, now, roomBytes, onCommit }: WritingTools,
  asked: { readonly id: string; readonly key: Uint8Array; readonly restoration: Restoration },
): Promise<Outcome<LogView>> {
  const { id, key, restoration } = asked
  const { from, records, checkpoint } = restoration
  const head = await store.head(id)
  const lost = startLog(id, key, records[0]?.envelope?.peek)
  const found = head === undefined ? lost.state : headToState(head)
  const { size } = found.frontier
  // REL-5: as much as the key may see of it.
  if (from > size) return refuse('relay/range', { size: viewLog(found, key)?.frontier.size ?? 0 })
  // Noted before more is looked at: what was signed once is owed, whoever brings it back.
  if (checkpoint.size > found.owed) await store.owe(id, checkpoint.size)
  const state = { ...found, owed: Math.max(found.owed, checkpoint.size) }
  if (!isProven(await readFrontierAt(store, id, from), restoration))
    return refuse('relay/restore', { reason: 'root' })
  const fork = findFork(await store.outline(id, from, Math.min(size, from + records.length)), restoration)
  if (fork !== undefined) return refuse('relay/forked', { position: fork })
  const grown = growRestored(state, restoration, { limits, roomBytes })
  if (!grown.ok) return grown
  const view = viewLog(grown.value.state, key)
  if (view === undefined) return refuse('relay/unknown-log')
  const change = growthToChange(state, grown.value)
  if (change.records.length === 0) return succeed(view)
  const outcome =
    head !== undefined
      ? await store.append(change)
      : await store.createLog({ ...change, access: [lost.first, ...change.access], made: now })
  // Another relay over the same store was quicker.
  if (outcome.kind !== 'appended' && outcome.kind !== 'created') return refuse('relay/busy')
  if (head === undefined) await store.owe(id, checkpoint.size)
  onCommit({ change, state: grown.value.state })
  return succeed(view)
}
