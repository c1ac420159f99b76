/** A member's recovery words: written down, and others put in their place (RING-23, RING-26). */

import { createDevice, createSecret, phraseToSecret, secretToPhrase } from '@goodoffices/log'
import { deviceToCard, paperMailboxKeyOf } from '../../identity/identity.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Session } from '../session.ts'
import { forget, forgetting, keepNewPhrase, unwrittenPhrase } from '../unwritten.ts'

type Writing = Pick<Session, 'engine' | 'unwritten' | 'replacing'>

/** How far other words are: made and not on paper yet, or on paper, with the rooms in which those of before still act. */
export type PhraseRenewal =
  | { readonly standing: 'unwritten' }
  | { readonly standing: 'replacing'; readonly rooms: number }

export function phraseRenewalOf({ unwritten, replacing }: Writing): PhraseRenewal | undefined {
  if (unwritten.replaces) return { standing: 'unwritten' }
  const left = replacing.left()
  return left === undefined ? undefined : { standing: 'replacing', rooms: left.length }
}

/** What is still to be done about them, if anything. */
export function phraseNeedsOf(writing: Writing): 'phrase' | 'phrase-new' | 'phrase-replacing' | undefined {
  const renewal = phraseRenewalOf(writing)
  if (renewal !== undefined) return renewal.standing === 'unwritten' ? 'phrase-new' : 'phrase-replacing'
  return unwrittenPhrase(writing) === undefined ? undefined : 'phrase'
}

/**
 * Makes other words, to be written down; until they are, those of before stay good and these open nothing. Fails with `phrase-unwritten` while
 * words wait to be written, with `phrase-renewal-open` while others are being put in their place, and where one's own room takes no further device.
 */
export async function renewPhrase({ engine, unwritten, replacing }: Writing): Promise<Result<null>> {
  if (unwrittenPhrase({ unwritten }) !== undefined) return fail('phrase-unwritten')
  if (replacing.left() !== undefined) return fail('phrase-renewal-open')
  const seed = createSecret()
  const card = deviceToCard(await createDevice(seed))
  const taken = engine.checkAct(engine.identity.home.room, { kind: 'device.add', card })
  if (!taken.ok) return taken
  await keepNewPhrase(unwritten, secretToPhrase(seed))
  engine.touch()
  return ok(null)
}

/** They stand on paper: this device forgets them, and those that are to take the place of others do so. Durable when it resolves. Fails as listing a device does; then they are kept. */
export async function confirmPhrase({ engine, unwritten, replacing }: Writing): Promise<Result<null>> {
  const { words, replaces, box } = unwritten
  if (words === undefined) return fail('phrase-gone')
  if (replaces) {
    const seed = phraseToSecret(words.join(' '))
    if (!seed.ok) return fail('vault-damaged')
    const card = deviceToCard(await createDevice(seed.value))
    const taken = await replacing.takeUp(card, paperMailboxKeyOf(seed.value), forgetting)
    if (!taken.ok) return taken
  } else await box.vault.write(forgetting)
  forget(unwritten)
  engine.touch()
  return ok(null)
}

/** The words of before stay: the others, which are on no paper yet, are forgotten. Fails with `phrase-gone`. */
export async function keepFormerPhrase({ engine, unwritten }: Writing): Promise<Result<null>> {
  if (!unwritten.replaces) return fail('phrase-gone')
  await unwritten.box.vault.write(forgetting)
  forget(unwritten)
  engine.touch()
  return ok(null)
}
