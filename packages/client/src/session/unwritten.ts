/**
 * RING-23: recovery words that are not on paper yet: sealed on the device that made them, and gone from it when they are. Those that are to take
 * the place of others do so then, and not before (RING-26).
 */

import { isRecord, type Value } from '@goodoffices/log'
import type { Strongbox } from '../identity/strongbox.ts'

const key = 'unwritten-phrase'

export type Unwritten = {
  readonly box: Strongbox
  words: readonly string[] | undefined
  /** Others act for this member until these are written. */
  replaces: boolean
}
type Writing = { readonly unwritten: Unwritten }

export const keepPhrase = (box: Strongbox, words: readonly string[]): Promise<void> =>
  box.put(key, words.join(' '))

/** Keeps other words, of which nobody knows yet. */
export async function keepNewPhrase(unwritten: Unwritten, words: string): Promise<void> {
  await unwritten.box.put(key, { words, replaces: true })
  Object.assign(unwritten, read({ words, replaces: true }))
}

function read(value: Value | undefined): Pick<Unwritten, 'words' | 'replaces'> {
  const words = isRecord(value) ? value['words'] : value
  return { words: typeof words === 'string' ? words.split(' ') : undefined, replaces: isRecord(value) }
}

export async function openUnwritten(box: Strongbox): Promise<Unwritten> {
  return { box, ...read(await box.get(key)) }
}

/** SYNC-51: as another window has kept it. */
export async function adoptUnwritten(
  unwritten: Unwritten,
  name: string,
  bytes: Uint8Array | null,
): Promise<void> {
  if (name !== key) return
  Object.assign(unwritten, read(await unwritten.box.open(key, bytes ?? undefined)))
}

/** Undefined once they were written down, and on every device that did not make them. */
export const unwrittenPhrase = ({ unwritten }: Writing): readonly string[] | undefined => unwritten.words

/** What else is to be written in the vault for this device to know them no more. */
export const forgetting: ReadonlyMap<string, null> = new Map([[key, null]])

/** The same, once it is. */
export function forget(unwritten: Unwritten): void {
  unwritten.words = undefined
  unwritten.replaces = false
}
