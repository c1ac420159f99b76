import { base64ToBytes, bytesToBase64 } from './bytes.ts'
import { hashBytes } from './hash.ts'
import { noteLengthMax } from './note.ts'
import { type Result, refuse, succeed } from './result.ts'

/** A proof that checks without a network, in the text form of C2SP `tlog-proof`. */
export interface LogProof {
  /** Whatever the verifier needs to make the leaf; it proves nothing by itself. */
  readonly extra?: Uint8Array
  readonly index: number
  /** The inclusion proof, from the leaf's sibling upwards. */
  readonly hashes: readonly Uint8Array[]
  /** The signed note, verbatim. */
  readonly checkpoint: string
}

const firstLine = 'c2sp.org/tlog-proof@v1'

/** No tree that can be counted is higher. */
const hashesMax = 53

/** Longest `extra` line: a whole envelope with its proof, in base64. */
export const proofLengthMax = 4 << 20

export const proofToText = ({ extra, index, hashes, checkpoint }: LogProof): string =>
  [
    firstLine,
    ...(extra === undefined ? [] : [`extra ${bytesToBase64(extra)}`]),
    `index ${index}`,
    ...hashes.map(bytesToBase64),
    '',
    checkpoint,
  ].join('\n')

export const textToProof = (text: string): Result<LogProof> => {
  const malformed = refuse('proof/malformed')
  const end = text.length <= proofLengthMax ? text.indexOf('\n\n') : -1
  const checkpoint = text.slice(end + 2)
  if (end < 0 || checkpoint.length > noteLengthMax) return malformed
  const [first, ...lines] = text.slice(0, end).split('\n')
  const extraLine = lines[0]?.startsWith('extra ') === true ? lines.shift() : undefined
  const extra = extraLine === undefined ? undefined : base64ToBytes(extraLine.slice('extra '.length))
  const [, digits] = /^index (0|[1-9][0-9]{0,15})$/.exec(lines.shift() ?? '') ?? []
  const index = Number(digits)
  if (first !== firstLine || extra?.ok === false || !Number.isSafeInteger(index) || lines.length > hashesMax)
    return malformed
  const hashes: Uint8Array[] = []
  for (const line of lines) {
    const hash = base64ToBytes(line)
    if (!hash.ok || hash.value.length !== hashBytes) return malformed
    hashes.push(hash.value)
  }
  return succeed({ ...(extra === undefined ? {} : { extra: extra.value }), index, hashes, checkpoint })
}
