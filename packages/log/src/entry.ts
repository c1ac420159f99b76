import { type Bytes, base64urlToBytes, bytesToBase64url, randomBytes } from './bytes.ts'
import type { Device } from './device.ts'
import { signatureBytes, verify } from './ed25519.ts'
import {
  decode,
  decodeShared,
  encode,
  isBytes,
  isBytesOf,
  isCount,
  isText,
  isTuple,
  type Value,
} from './encoding.ts'
import { hash, hashBytes } from './hash.ts'
import type { DeviceId, Id } from './id.ts'
import { type Result, refuse, succeed } from './result.ts'
import { tags } from './tags.ts'

export type EntryId = Id<'entry'>

export const entryVersion = 1
export const entryIdBytes = 16

export const createEntryId = (): EntryId => bytesToBase64url(randomBytes(entryIdBytes)) as EntryId

/** The log as its author had seen it: what makes every entry a witness. */
export interface EntryHead {
  readonly size: number
  /** 32 bytes. */
  readonly root: Uint8Array
}

/** One act, with who, where and when, before it is signed. */
export interface EntryDraft {
  /** 16 random bytes in base64url: a repeated sending is the same entry. */
  readonly id: EntryId
  /** The room's log. */
  readonly logId: string
  readonly epoch: number
  readonly head: EntryHead
  /** The author's clock, in milliseconds since 1970. */
  readonly time: number
  readonly act: Value
}

export interface Entry extends EntryDraft {
  readonly author: DeviceId
}

/** An entry as received, sharing memory with its bytes: its author is a claim until `verifyEntry` has checked the signature. */
export interface SignedEntry {
  readonly entry: Entry
  /** Identifies the entry with its signature, as received. */
  readonly hash: Bytes
  readonly signedBytes: Uint8Array
  readonly signature: Uint8Array
}

/** `[1, signed bytes, signature]`; the signed bytes hold the entry, so that reader and signer hash the same. */
export const signEntry = async (device: Device, draft: EntryDraft): Promise<Bytes> => {
  const id = base64urlToBytes(draft.id)
  if (!id.ok || id.value.length !== entryIdBytes) throw new TypeError('not an entry id')
  const { logId, epoch, head, time, act } = draft
  const signedBytes = encode([id.value, logId, epoch, head.size, head.root, time, device.id, act])
  return encode([entryVersion, signedBytes, await device.sign(tags.entry, signedBytes)])
}

/**
 * Reads an entry for a place: refuses one written for another room or another epoch, so that nothing can be carried over
 * from a caucus into the table.
 */
export const readEntry = (
  bytes: Uint8Array,
  place: { readonly logId: string; readonly epoch: number },
): Result<SignedEntry> => {
  const outer = decodeShared(bytes)
  if (!outer.ok) return outer
  if (Array.isArray(outer.value) && outer.value[0] !== entryVersion) return refuse('entry/version')
  if (!isTuple(outer.value, isCount, isBytes, isSignature)) return refuse('encoding/shape', { of: 'entry' })
  const [, signedBytes, signature] = outer.value as readonly [number, Uint8Array, Uint8Array]
  const inner = decode(signedBytes)
  if (!inner.ok) return inner
  if (!isEntryValue(inner.value)) return refuse('encoding/shape', { of: 'entry' })
  const [id, logId, epoch, size, root, time, author, act] = inner.value as EntryFields
  if (logId !== place.logId) return refuse('entry/log')
  if (epoch !== place.epoch) return refuse('entry/epoch', { expected: place.epoch, found: epoch })
  const entry = { id: bytesToBase64url(id) as EntryId, logId, epoch, head: { size, root }, time, author, act }
  return succeed(new ReadEntry(bytes, entry, signedBytes, signature))
}

/** A class, since an accessor in a literal is made anew, and its object with it a slow one, at every entry. */
class ReadEntry implements SignedEntry {
  readonly entry: Entry
  readonly signedBytes: Uint8Array
  readonly signature: Uint8Array
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array, entry: Entry, signedBytes: Uint8Array, signature: Uint8Array) {
    this.#bytes = bytes
    this.entry = entry
    this.signedBytes = signedBytes
    this.signature = signature
  }

  /** Few readers ask for it, and it costs as much as all else here. */
  get hash(): Bytes {
    return hash(tags.entryHash, this.#bytes)
  }
}

type EntryFields = readonly [Uint8Array, string, number, number, Uint8Array, number, DeviceId, Value]

const isEntryId = isBytesOf(entryIdBytes)
const isRoot = isBytesOf(hashBytes)
const isSignature = isBytesOf(signatureBytes)
const isAny = (): boolean => true

const isEntryValue = (value: Value): boolean =>
  isTuple(value, isEntryId, isText, isCount, isCount, isRoot, isCount, isText, isAny)

/** Whether the entry is by the holder of this Ed25519 key, which the room's roster gives for its author. */
export const verifyEntry = (signed: SignedEntry, authorKey: Uint8Array): Promise<boolean> =>
  verify(authorKey, tags.entry, signed.signedBytes, signed.signature)

/** How many signatures are handed to WebCrypto at once: enough to keep its threads busy, few enough to bound memory. */
export const verifyingMax = 256

/** Reads and verifies one entry. `keyOf` gives the Ed25519 key that the roster has for a device. */
export const openEntry = async (
  bytes: Uint8Array,
  place: { readonly logId: string; readonly epoch: number },
  keyOf: (author: DeviceId) => Uint8Array | undefined,
): Promise<Result<SignedEntry>> => {
  const signed = readEntry(bytes, place)
  if (!signed.ok) return signed
  const key = keyOf(signed.value.entry.author)
  if (key === undefined) return refuse('entry/author', { author: signed.value.entry.author })
  return (await verifyEntry(signed.value, key)) ? signed : refuse('entry/signature')
}
