/** Being let in by a host that is closed to strangers. */

import type { Creation, RelayPort } from '../relay/port.ts'
import { RelayError, toViolation } from '../relay/port.ts'
import { ok, type Result } from '../result.ts'
import type { AtWork } from './at-work.ts'

/** Who may make logs at a host. Fails with `relay-unreachable`. */
export async function askCreation(port: RelayPort): Promise<Result<Creation>> {
  try {
    return ok((await port.card()).creation)
  } catch (error) {
    if (error instanceof RelayError) return { ok: false, error: toViolation(error, port.address) }
    throw error
  }
}

/** Refusals that end when the host's token is given. */
const tokenRefusals: readonly string[] = [
  'relay/creation-token',
  'relay/creation-right',
  'creation-token-wrong',
  'creation-right-unknown',
  'creation-right-expired',
  'creation-right-spent',
]

/** Whether a refusal, or what is told of one, ends when the host's token is given. */
export const asksForToken = ({ code }: { readonly code: string }): boolean => tokenRefusals.includes(code)

/** The token of this member's own host, where one is kept. */
export const creationTokenOf = ({ engine }: AtWork): string | undefined =>
  engine.passes.tokenFor(engine.identity.home.relay.address)

/** Keeps the token of this member's own host, in place of the one before, and tries again with it; an empty one ends that. */
export async function keepCreationToken({ engine }: AtWork, token: string): Promise<void> {
  const given = token.trim()
  if (given !== (creationTokenOf({ engine }) ?? ''))
    await engine.passes.keepToken(engine.identity.home.relay.address, given)
  await engine.enqueue([])
}
