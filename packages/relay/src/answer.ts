import type { StoredRecord } from './store.ts'

/** Answer to an append: `positions` and `times` one per envelope, `size` and `checkpoint` of a log that holds them. */
export type AppendAnswer = {
  readonly positions: readonly number[]
  readonly times: readonly number[]
  readonly size: number
  readonly checkpoint: string
}

export type CheckpointAnswer = { readonly size: number; readonly checkpoint: string }
export type ReadAnswer = CheckpointAnswer & { readonly records: readonly StoredRecord[] }
export type ProofAnswer = CheckpointAnswer & { readonly proof: readonly Uint8Array[] }
