/** The relay at an address, with the key that it signs with. */

import type { RelayCard } from '@goodoffices/core'
import { textToVerifier } from '@goodoffices/log'
import { fail, ok, type Result } from '../result.ts'
import { RelayError, type RelayPort } from './port.ts'

/** Believed from here on, for whatever is kept with it. Fails with `relay-unreachable`. */
export async function readRelayCard(port: RelayPort, address: string): Promise<Result<RelayCard>> {
  try {
    const { verifier } = await port.card()
    // Nothing is founded on a key by which nothing could be checked.
    if (!textToVerifier(verifier).ok) return fail('relay-unreachable', { address })
    return ok({ address: port.address, verifier })
  } catch (error) {
    if (error instanceof RelayError) return fail('relay-unreachable', { address })
    throw error
  }
}
