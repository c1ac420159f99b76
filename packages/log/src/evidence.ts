import type { Bytes } from './bytes.ts'
import { type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts'
import { decode, encode, isBytes, isBytesOf, isCount, isText, isTuple } from './encoding.ts'
import { readEntry, type SignedEntry } from './entry.ts'
import { openRevealed } from './envelope.ts'
import { envelopeLeaf, hashLeaf } from './leaf.ts'
import { verifyInclusion } from './merkle.ts'
import type { NoteVerifier } from './note.ts'
import { proofToText, textToProof } from './proof.ts'
import { type Result, refuse, succeed } from './result.ts'

/**
 * One entry of a room, opened for somebody outside it: the envelope as the relay has it, the key of that envelope and no
 * other, and the proof of its place and time under a signed checkpoint.
 */
export interface Evidence {
  readonly logId: string
  readonly epoch: number
  /** When the relay took the envelope, in milliseconds since 1970. */
  readonly time: number
  readonly envelope: Uint8Array
  /** From `revealContentKey`. */
  readonly contentKey: Uint8Array
  readonly index: number
  readonly hashes: readonly Uint8Array[]
  readonly checkpoint: string
}

/** The text of an evidence file, `.tlog-proof`. */
export const evidenceToText = (evidence: Evidence): string => {
  const { logId, epoch, time, envelope, contentKey, index, hashes, checkpoint } = evidence
  return proofToText({ extra: encode([logId, epoch, time, envelope, contentKey]), index, hashes, checkpoint })
}

export interface CheckedEvidence extends Evidence {
  /** Its signature is still to be checked, with the author's key: `verifyEntry`. */
  readonly signed: SignedEntry
  readonly text: Bytes
  readonly head: OpenedCheckpoint
}

/**
 * Checks all that needs no knowledge of the room: that the relay (and which witnesses) signed a head over this place, that
 * the envelope stands there, that it opens to this one text, and that the text is an entry for this log and epoch.
 */
export const checkEvidence = async (
  text: string,
  expected: {
    readonly originOf: (logId: string) => string
    readonly relay: NoteVerifier
    readonly witnesses?: readonly NoteVerifier[]
  },
): Promise<Result<CheckedEvidence>> => {
  const proof = textToProof(text)
  if (!proof.ok) return proof
  const { extra, index, hashes, checkpoint } = proof.value
  const decoded = decode(extra ?? new Uint8Array(), { bytesMax: 2 << 20 })
  if (!decoded.ok) return decoded
  if (!isTuple(decoded.value, isText, isCount, isCount, isBytes, isBytesOf(32)))
    return refuse('encoding/shape', { of: 'evidence' })
  const [logId, epoch, time, envelope, contentKey] = decoded.value as readonly [
    string,
    number,
    number,
    Uint8Array,
    Uint8Array,
  ]
  const head = await openCheckpoint(checkpoint, { ...expected, origin: expected.originOf(logId) })
  if (!head.ok) return head
  const leaf = hashLeaf(envelopeLeaf(time, envelope))
  const isIncluded = verifyInclusion({ ...head.value, leaf, index, proof: hashes })
  if (!isIncluded.ok) return isIncluded
  const opened = await openRevealed({ logId, epoch, envelope, contentKey })
  if (!opened.ok) return opened
  const signed = readEntry(opened.value, { logId, epoch })
  if (!signed.ok) return signed
  const evidence = { logId, epoch, time, envelope, contentKey, index, hashes, checkpoint }
  return succeed({ ...evidence, signed: signed.value, text: opened.value, head: head.value })
}
