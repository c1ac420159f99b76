/** Files that are named on the command line: read whole, and no further than what they are for can take (CLI-47). */

import { closeSync, openSync, readSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { misuse } from './exit.ts'

/** Words, a passphrase, a token, keys, fields: what a person writes. */
export const wordsBytesMax = 1_000_000
const chunkBytes = 1 << 16

/** The file's bytes. What a device or a pipe never ends is not read to its end: `file-too-large`. */
export function readGivenFile(path: string, bytesMax = wordsBytesMax): Buffer {
  const chunks: Buffer[] = []
  let bytes = 0
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const chunk = Buffer.alloc(chunkBytes)
      const read = readSync(file, chunk)
      if (read === 0) return Buffer.concat(chunks)
      chunks.push(chunk.subarray(0, read))
      bytes += read
      if (bytes > bytesMax) throw misuse('file-too-large', { file: path, max: bytesMax })
    }
  } finally {
    closeSync(file)
  }
}

export const readGivenText = (path: string, bytesMax = wordsBytesMax): string =>
  readGivenFile(path, bytesMax).toString('utf8')

/** All that comes on a stream, under the same maximum. */
export async function readStream(stream: Readable, bytesMax = wordsBytesMax): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > bytesMax) throw misuse('file-too-large', { file: 'Standard input', max: bytesMax })
  }
  return Buffer.concat(chunks).toString('utf8')
}
