/** RING-23: the recovery words of a member whose paper has not been written yet: sealed on the device that made them, and gone from it then. */

import type { Strongbox } from '../identity/strongbox.ts'
import type { Ground } from './engine/ground.ts'

const key = 'unwritten-phrase'

export type Unwritten = { readonly box: Strongbox; words: readonly string[] | undefined }
type Writing = { readonly unwritten: Unwritten }

export const keepPhrase = (box: Strongbox, words: readonly string[]): Promise<void> =>
  box.put(key, words.join(' '))

export async function openUnwritten(box: Strongbox): Promise<Unwritten> {
  const bytes = await box.vault.read(key)
  const kept = bytes === undefined ? undefined : await box.open(key, bytes)
  return { box, words: typeof kept === 'string' ? kept.split(' ') : undefined }
}

/** SYNC-51: as another window has kept it. */
export async function adoptUnwritten(
  unwritten: Unwritten,
  name: string,
  bytes: Uint8Array | null,
): Promise<void> {
  if (name !== key) return
  const kept = await unwritten.box.open(key, bytes ?? undefined)
  unwritten.words = typeof kept === 'string' ? kept.split(' ') : undefined
}

/** Undefined once they were written down, and on every device that did not make them. */
export const unwrittenPhrase = ({ unwritten }: Writing): readonly string[] | undefined => unwritten.words

/** They stand on paper: this device forgets them. Durable when it resolves. */
export async function forgetPhrase({
  unwritten,
  engine,
}: Writing & { readonly engine: Pick<Ground, 'touch'> }): Promise<void> {
  await unwritten.box.put(key, null)
  unwritten.words = undefined
  engine.touch()
}
