/** How a clause's id travels in a Word file: in a bookmark, which other programs keep. At most 40 letters, digits and low lines. */

import type { ClauseId } from '@goodoffices/core'
import { base64urlToBytes, bytesToBase64url } from '@goodoffices/log'

/** The style of what we write beside the words: numbers, standing, brackets about the whole. Read back it is no part of them. */
export const ownSign = 'GoodOfficesSign'

const pattern = /^go(h?)([0-9a-f]{32})_([A-Za-z0-9_]{1,4})$/

/** A language's tag as far as it fits. */
export const tongueOf = (language: string): string => language.replaceAll(/[^A-Za-z0-9]/g, '_').slice(0, 4)

const toHex = (bytes: Uint8Array): string =>
  [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')

export function bookmarkOf(clause: ClauseId, language: string, part: 'heading' | 'words'): string {
  const bytes = base64urlToBytes(clause)
  const hex = bytes.ok ? toHex(bytes.value) : ''
  return `go${part === 'heading' ? 'h' : ''}${hex}_${tongueOf(language)}`
}

export type Marked = {
  readonly clause: ClauseId
  /** As `tongueOf` has it. */
  readonly tongue: string
  readonly part: 'heading' | 'words'
}

/** The clause that a bookmark names; undefined where it is none of ours. */
export function readBookmark(name: string): Marked | undefined {
  const [, heading, hex = '', tongue = ''] = pattern.exec(name) ?? []
  if (heading === undefined) return undefined
  const bytes = Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))
  return {
    clause: bytesToBase64url(bytes) as ClauseId,
    tongue,
    part: heading === 'h' ? 'heading' : 'words',
  }
}
