import {
  type Bytes,
  base64ToBytes,
  bytesToBase64,
  bytesToHex,
  concat,
  equalBytes,
  hexToBytes,
  uint64,
  utf8,
} from './bytes.ts'
import { createSigningKey, publicKeyBytes, signatureBytes, verifyBytes } from './ed25519.ts'
import { sha256 } from './hash.ts'
import { type Result, refuse, succeed } from './result.ts'

/**
 * Signed notes and verifier keys as C2SP `signed-note` defines them, with its signature types 0x01 (Ed25519) and 0x04
 * (timestamped Ed25519 cosignature of a checkpoint, C2SP `tlog-cosignature`).
 */
export type NoteSignatureKind = 'ed25519' | 'cosignature'

const typeBytes: Readonly<Record<NoteSignatureKind, number>> = { ed25519: 0x01, cosignature: 0x04 }

export interface NoteVerifier {
  readonly name: string
  readonly kind: NoteSignatureKind
  readonly publicKey: Uint8Array
}

export interface NoteSigner extends NoteVerifier {
  /** The signature's part after the key id. `time` in seconds since 1970 is part of a cosignature only. */
  readonly sign: (text: string, time: number) => Promise<Bytes>
}

/** A signature that a verifier was found for and that holds. `time` is in seconds since 1970. */
export interface NoteSignature {
  readonly verifier: NoteVerifier
  readonly time?: number
}

export interface OpenedNote {
  /** With the final newline, without the empty line that ends it. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** Longest note read, in UTF-16 units, and most signatures on it. */
export const noteLengthMax = 1 << 16
export const noteSignaturesMax = 64

const keyIdBytes = 4
const dash = '\u2014'

/** Whether the text holds no control character (one below U+0020), but for newlines where they are allowed. */
const isPrintable = (text: string, isNewlineAllowed: boolean): boolean => {
  if (!text.isWellFormed()) return false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x20 && !(isNewlineAllowed && unit === 0x0a)) return false
  }
  return true
}

export const isNoteName = (name: string): boolean =>
  name.length > 0 && isPrintable(name, false) && !/[\s+\u0085]/u.test(name)

const keyId = ({ name, kind, publicKey }: NoteVerifier): Bytes =>
  sha256(concat(utf8(name), Uint8Array.of(0x0a, typeBytes[kind]), publicKey)).slice(0, keyIdBytes)

/** The verifier key ("vkey"): name, key id in hex, type and public key in base64. */
export const verifierToText = (verifier: NoteVerifier): string => {
  const key = bytesToBase64(concat(Uint8Array.of(typeBytes[verifier.kind]), verifier.publicKey))
  return `${verifier.name}+${bytesToHex(keyId(verifier))}+${key}`
}

export const textToVerifier = (text: string): Result<NoteVerifier> => {
  const [name = '', id = '', ...rest] = text.split('+')
  const material = base64ToBytes(rest.join('+'))
  const claimed = hexToBytes(id)
  if (!isNoteName(name) || !material.ok || !claimed.ok) return refuse('note/verifier')
  const kind = material.value[0] === 0x01 ? 'ed25519' : 'cosignature'
  const verifier: NoteVerifier = { name, kind, publicKey: material.value.slice(1) }
  const isKnownType = material.value[0] === typeBytes[kind]
  if (!isKnownType || verifier.publicKey.length !== publicKeyBytes) return refuse('note/verifier')
  return equalBytes(keyId(verifier), claimed.value) ? succeed(verifier) : refuse('note/verifier')
}

export const createNoteSigner = async (
  name: string,
  seed: Uint8Array,
  kind: NoteSignatureKind = 'ed25519',
): Promise<NoteSigner> => {
  if (!isNoteName(name)) throw new TypeError('a key name has neither spaces nor plus signs')
  const key = await createSigningKey(seed)
  const sign = async (text: string, time: number): Promise<Bytes> =>
    kind === 'ed25519'
      ? key.sign(utf8(text))
      : concat(uint64(time), await key.sign(cosignedMessage(text, time)))
  return { name, kind, publicKey: key.publicKey, sign }
}

/** What a cosigner signs: its own header and time before the checkpoint's text (C2SP `tlog-cosignature`). */
const cosignedMessage = (text: string, time: number): Bytes => utf8(`cosignature/v1\ntime ${time}\n${text}`)

/** Signs a text, which ends in a newline and holds no other control character. */
export const signNote = async (text: string, signer: NoteSigner, time = 0): Promise<string> => {
  if (!isNoteText(text)) throw new TypeError('not the text of a note')
  return addNoteSignature(`${text}\n`, signer, time)
}

/** Adds a signature to a note as it stands, whoever signed it before. Throws where `note` has no note's form. */
export const addNoteSignature = async (note: string, signer: NoteSigner, time = 0): Promise<string> => {
  const end = note.lastIndexOf('\n\n')
  if (end < 0) throw new TypeError('not a note')
  const signature = await signer.sign(note.slice(0, end + 1), time)
  return `${note}${dash} ${signer.name} ${bytesToBase64(concat(keyId(signer), signature))}\n`
}

/**
 * The text, if a known key signed it. Signatures by unknown keys are passed over; one by a known key that does not hold
 * refuses the whole note (C2SP `signed-note`, section "Signatures").
 */
export const openNote = async (
  note: string,
  verifiers: readonly NoteVerifier[],
): Promise<Result<OpenedNote>> => {
  const end = note.length <= noteLengthMax ? note.lastIndexOf('\n\n') : -1
  const text = note.slice(0, end + 1)
  const lines = note.slice(end + 2).split('\n')
  if (!isNoteText(text) || lines.pop() !== '') return refuse('note/malformed')
  if (lines.length === 0 || lines.length > noteSignaturesMax) return refuse('note/malformed')
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const [mark, name = '', encoded = '', ...more] = line.split(' ')
    const bytes = base64ToBytes(encoded)
    const isLine = mark === dash && isNoteName(name) && more.length === 0
    if (!isLine || !bytes.ok || bytes.value.length <= keyIdBytes) return refuse('note/malformed')
    const id = bytes.value.subarray(0, keyIdBytes)
    const verifier = verifiers.find(known => known.name === name && equalBytes(keyId(known), id))
    if (verifier === undefined) continue
    const signature = await checkSignature(text, verifier, bytes.value.subarray(keyIdBytes))
    if (signature === undefined) return refuse('note/signature', { name })
    signatures.push(signature)
  }
  return signatures.length > 0 ? succeed({ text, signatures }) : refuse('note/unsigned')
}

const checkSignature = async (
  text: string,
  verifier: NoteVerifier,
  bytes: Uint8Array,
): Promise<NoteSignature | undefined> => {
  if (verifier.kind === 'ed25519')
    return (await verifyBytes(verifier.publicKey, utf8(text), bytes)) ? { verifier } : undefined
  if (bytes.length !== 8 + signatureBytes) return undefined
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0))
  if (!Number.isSafeInteger(time)) return undefined
  const holds = await verifyBytes(verifier.publicKey, cosignedMessage(text, time), bytes.subarray(8))
  return holds ? { verifier, time } : undefined
}

const isNoteText = (text: string): boolean => text.endsWith('\n') && isPrintable(text, true)
