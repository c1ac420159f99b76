/** FACT-5: whether a file is the one that stands here, by its bytes. */

import type { Evidence } from '@goodoffices/core'
import { standingOf } from '@goodoffices/core'

/** In hexadecimal, as it stands in a room. */
export async function hashOfFile(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}

export type FileCheck = { readonly isSame: boolean; readonly here: string; readonly file: string }

export async function checkFile(evidence: Evidence, bytes: Uint8Array<ArrayBuffer>): Promise<FileCheck> {
  const here = standingOf(evidence).fields.sha256
  const file = await hashOfFile(bytes)
  return { isSame: here === file, here, file }
}
