import { type EnvelopePeek, peekEnvelope, sha256 } from '@goodoffices/log'
import type { RelayLimits } from './limits.ts'
import { type Outcome, refuse, succeed } from './refusal.ts'

/** What the relay makes of the bytes it is given. */
export type RelayEnvelope = {
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes: the envelope's name within its log. */
  readonly hash: Uint8Array
  readonly peek: EnvelopePeek
}

/** Refuses a batch that is too large, and envelopes that no member could read for their form. */
export function readEnvelopes(
  batch: readonly Uint8Array[],
  limits: RelayLimits,
): Outcome<readonly RelayEnvelope[]> {
  if (batch.length > limits.batchEnvelopesMax)
    return refuse('relay/too-large', { of: 'batch', max: limits.batchEnvelopesMax })
  const envelopes: RelayEnvelope[] = []
  for (const [index, bytes] of batch.entries()) {
    if (bytes.length > limits.envelopeBytesMax)
      return refuse('relay/too-large', { of: 'envelope', index, max: limits.envelopeBytesMax })
    const peek = peekEnvelope(bytes)
    if (!peek.ok) return refuse('relay/envelope', { index, reason: peek.error.code })
    envelopes.push({ bytes, hash: sha256(bytes), peek: peek.value })
  }
  return succeed(envelopes)
}
