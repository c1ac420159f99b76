/**
 * What was destroyed, noted beside the database and not in it: a copy of the database that is put back holds the words again, and nobody
 * is left who could ask for their destruction a second time (REL-110).
 */

import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { base64urlToBytes, bytesToBase64url } from '@goodoffices/log'
import type { Store } from './store.ts'

export const burialsFileName = 'destroyed.log'

export type Gone = { readonly envelopes: number; readonly bytes: number }
export type Buried = { readonly id: string; readonly from: number; readonly to: number }

const hashBytes = 32
const readBytesMax = 4 * 1024 * 1024
/** Looked for at once. */
const findMax = 500
const none: Gone = { envelopes: 0, bytes: 0 }
const add = (a: Gone, b: Gone): Gone => ({ envelopes: a.envelopes + b.envelopes, bytes: a.bytes + b.bytes })

/** Destroys envelopes; where that is noted, noted first: who is answered is answered for good. */
export async function bury(
  { store, burials }: { readonly store: Store; readonly burials?: Burials | undefined },
  { id, from, to }: Buried,
): Promise<Gone> {
  if (burials !== undefined) {
    const standing = await standingIn(store, { id, from, to })
    if (standing.length > 0) await burials.note(id, standing)
  }
  return store.destroy(id, from, to)
}

/** The hashes of envelopes that are there: what is destroyed already was noted then. */
async function standingIn(store: Store, { id, from, to }: Buried): Promise<readonly Uint8Array[]> {
  const hashes: Uint8Array[] = []
  for (let at = from; at < to; ) {
    const records = await store.read({ id, from: at, to, bytesMax: readBytesMax })
    for (const { hash, envelope } of records) if (envelope !== undefined) hashes.push(hash)
    const last = records.at(-1)
    if (last === undefined) break
    at = last.position + 1
  }
  return hashes
}

export class Burials {
  readonly #path: string
  /** Logs of which something was destroyed, so that the others are not looked for. */
  readonly #logs: Set<string>

  private constructor(path: string, logs: Set<string>) {
    this.#path = path
    this.#logs = logs
  }

  /** The file is made with the first note. A line that was cut short was answered to nobody, and counts for nothing. */
  static async open(path: string): Promise<Burials> {
    const logs = new Set<string>()
    for await (const { id } of linesOf(path)) logs.add(id)
    return new Burials(path, logs)
  }

  /** Durable when it resolves. */
  async note(id: string, hashes: readonly Uint8Array[]): Promise<void> {
    const file = await open(this.#path, 'a', 0o600)
    try {
      // On a line of its own, whatever the last one came to.
      await file.write(`\n${id} ${bytesToBase64url(Buffer.concat(hashes))}\n`)
      await file.datasync()
    } finally {
      await file.close()
    }
    this.#logs.add(id)
  }

  /** Destroys what the store holds again of what is noted, of one log or of all: by what it is, wherever it stands. */
  async repeat(store: Store, only?: string): Promise<Gone> {
    if (only !== undefined && !this.#logs.has(only)) return none
    let gone = none
    for await (const { id, hashes } of linesOf(this.#path)) {
      if (only !== undefined && id !== only) continue
      for (let at = 0; at < hashes.length; at += findMax)
        for (const { position } of await store.find(id, hashes.slice(at, at + findMax)))
          gone = add(gone, await store.destroy(id, position, position + 1))
    }
    return gone
  }
}

async function* linesOf(
  path: string,
): AsyncGenerator<{ readonly id: string; readonly hashes: readonly Uint8Array[] }> {
  const input = createReadStream(path, 'utf8')
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      const [id = '', text = ''] = line.split(' ')
      const joined = base64urlToBytes(text)
      if (!joined.ok || joined.value.length % hashBytes !== 0) continue
      const hashes = Array.from({ length: joined.value.length / hashBytes }, (_, i) =>
        joined.value.subarray(i * hashBytes, (i + 1) * hashBytes),
      )
      yield { id, hashes }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  } finally {
    input.destroy()
  }
}
