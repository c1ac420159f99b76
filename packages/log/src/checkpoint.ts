import { base64ToBytes, bytesToBase64 } from './bytes.ts'
import { hashBytes } from './hash.ts'
import {
  addNoteSignature,
  type NoteSignature,
  type NoteSigner,
  type NoteVerifier,
  openNote,
  signNote,
} from './note.ts'
import { type Result, refuse, succeed } from './result.ts'

/** The head of a log's tree, as C2SP `tlog-checkpoint` writes it in a signed note. */
export interface Checkpoint {
  /** The log's name in the world: `<relay name>/<log id>`. */
  readonly origin: string
  /** Number of leaves. */
  readonly size: number
  /** 32 bytes. */
  readonly root: Uint8Array
}

export const logOrigin = (relayName: string, logId: string): string => `${relayName}/${logId}`

export const checkpointToText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${bytesToBase64(root)}\n`

/** Reads the three lines. Extension lines are refused: no witness audits them, and we write none. */
export const textToCheckpoint = (text: string): Result<Checkpoint> => {
  const [origin = '', digits = '', encoded = '', ...rest] = text.split('\n')
  const root = base64ToBytes(encoded)
  const size = Number(digits)
  const isSize = /^(0|[1-9][0-9]*)$/.test(digits) && Number.isSafeInteger(size)
  const isEnd = rest.length === 1 && rest[0] === ''
  if (origin === '' || !isSize || !isEnd || !root.ok || root.value.length !== hashBytes)
    return refuse('checkpoint/malformed')
  return succeed({ origin, size, root: root.value })
}

export const signCheckpoint = (checkpoint: Checkpoint, signer: NoteSigner): Promise<string> =>
  signNote(checkpointToText(checkpoint), signer)

/** A witness adds its signature; `time` in seconds since 1970. It has checked consistency before. */
export const cosignCheckpoint = (note: string, witness: NoteSigner, time: number): Promise<string> =>
  addNoteSignature(note, witness, time)

export interface OpenedCheckpoint extends Checkpoint {
  /** Those of known keys, checked: the relay's is among them. */
  readonly signatures: readonly NoteSignature[]
}

/** The checkpoint of the named log, if the relay signed it. `witnesses` are those whose cosignatures are to be checked. */
export const openCheckpoint = async (
  note: string,
  expected: {
    readonly origin: string
    readonly relay: NoteVerifier
    readonly witnesses?: readonly NoteVerifier[]
  },
): Promise<Result<OpenedCheckpoint>> => {
  const opened = await openNote(note, [expected.relay, ...(expected.witnesses ?? [])])
  if (!opened.ok) return opened
  const { text, signatures } = opened.value
  if (!signatures.some(({ verifier }) => verifier === expected.relay)) return refuse('note/unsigned')
  const checkpoint = textToCheckpoint(text)
  if (!checkpoint.ok) return checkpoint
  if (checkpoint.value.origin !== expected.origin)
    return refuse('checkpoint/origin', { expected: expected.origin, found: checkpoint.value.origin })
  return succeed({ ...checkpoint.value, signatures })
}
