/** Words not yet sent: kept under a name of the interface's choosing, so that a closed tab loses none. */

import type { Strongbox } from '../identity/strongbox.ts'

export type Drafts = { readonly box: Strongbox; readonly texts: Map<string, string> }
type Drafting = { readonly drafts: Drafts }

const prefix = 'draft/'

export async function openDrafts(box: Strongbox): Promise<Drafts> {
  const texts = new Map<string, string>()
  for (const [key, bytes] of await box.vault.scan(prefix)) {
    const text = await box.open(key, bytes)
    if (typeof text === 'string') texts.set(key.slice(prefix.length), text)
  }
  return { box, texts }
}

/** SYNC-51: as another window has kept it. */
export async function adoptDraft(
  { box, texts }: Drafts,
  key: string,
  bytes: Uint8Array | null,
): Promise<void> {
  if (!key.startsWith(prefix)) return
  const text = await box.open(key, bytes ?? undefined)
  if (typeof text === 'string') texts.set(key.slice(prefix.length), text)
  else texts.delete(key.slice(prefix.length))
}

export const readDraft = ({ drafts }: Drafting, name: string): string | undefined => drafts.texts.get(name)

/** Durable when it resolves; an empty text removes the draft. */
export async function saveDraft({ drafts }: Drafting, name: string, text: string): Promise<void> {
  const { box, texts } = drafts
  if (text === '') texts.delete(name)
  else texts.set(name, text)
  await box.put(`${prefix}${name}`, text === '' ? null : text)
}
