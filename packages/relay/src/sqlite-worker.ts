/**
 * The thread behind one connection to the database: SQLite's calls block, the relay's event loop must not.
 * Three of these run: the writer groups whatever is waiting into one transaction, the reader answers without
 * waiting for commits, and the checkpointer copies the write-ahead log into the file beside both.
 */
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { Database } from './sqlite-database.ts'
import type { DatabaseOptions } from './sqlite-file.ts'
import { StoreError, type StoreErrorCode } from './store.ts'

export type WorkerData = DatabaseOptions & { readonly role: 'writer' | 'reader' | 'checkpointer' }

export type Ask = { readonly seq: number; readonly name: CallName; readonly args: readonly unknown[] }
export type Reply =
  | { readonly seq: number; readonly ok: true; readonly value: unknown }
  | { readonly seq: number; readonly ok: false; readonly code: StoreErrorCode; readonly message: string }

/** What one turn of the thread answers. */
export type Answers = {
  readonly replies: readonly Reply[]
  /** Frames in the write-ahead log after a turn that wrote; 0 after another. */
  readonly walFrames: number
}

export type CallName = WriteName | ReadName | ControlName
const writeNames = [
  'createLog',
  'append',
  'destroy',
  'owe',
  'mintRight',
  'revokeRight',
  'touch',
  'expire',
  'keepRight',
  'ask',
] as const
type WriteName = (typeof writeNames)[number]
type ReadName = 'head' | 'read' | 'outline' | 'tiles' | 'find' | 'usage' | 'sizes' | 'logs'
type ControlName = 'checkpoint' | 'close'

/** A transaction that holds this many changes takes no more, so that the first of a crowd does not wait for the last. */
const groupChangesMax = 1024

function isWrite(name: CallName): name is WriteName {
  return (writeNames as readonly CallName[]).includes(name)
}

function serve(port: MessagePort, database: Database): void {
  // The relay is the only sender; the types of name and arguments are checked where it calls.
  const call = (ask: Ask): unknown =>
    (database[ask.name] as (...args: unknown[]) => unknown).apply(database, [...ask.args])

  const runWrites = (asks: readonly Ask[]): readonly Reply[] => {
    try {
      const values = database.transact(asks.map(ask => () => call(ask)))
      return asks.map(({ seq }, index) => ({ seq, ok: true, value: values[index] }))
    } catch (error) {
      return asks.map(({ seq }) => toFailure(seq, error))
    }
  }

  const runOther = (ask: Ask): Reply => {
    try {
      return { seq: ask.seq, ok: true, value: call(ask) }
    } catch (error) {
      return toFailure(ask.seq, error)
    }
  }

  /** What was written is durable, whatever this says: a failure here shows again at the next write. */
  const countFrames = (): number => {
    try {
      return database.walFrames()
    } catch {
      return 0
    }
  }

  port.on('message', (first: readonly Ask[]) => {
    const asks = [...first]
    while (asks.length < groupChangesMax) {
      const next = receiveMessageOnPort(port)
      if (next === undefined) break
      asks.push(...(next.message as readonly Ask[]))
    }
    const writes = asks.filter(ask => isWrite(ask.name))
    const replies = writes.length > 0 ? [...runWrites(writes)] : []
    const walFrames = writes.length > 0 ? countFrames() : 0
    for (const ask of asks) if (!isWrite(ask.name)) replies.push(runOther(ask))
    port.postMessage({ replies, walFrames } satisfies Answers)
    if (asks.some(ask => ask.name === 'close')) port.close()
  })
}

function toFailure(seq: number, error: unknown): Reply {
  const code = error instanceof StoreError ? error.code : 'store-failed'
  return { seq, ok: false, code, message: error instanceof Error ? error.message : String(error) }
}

if (parentPort !== null) {
  const { role, ...options } = workerData as WorkerData
  serve(parentPort, new Database({ ...options, mode: role === 'reader' ? 'read' : 'write' }))
}
