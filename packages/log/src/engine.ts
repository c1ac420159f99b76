import { wrapsInEngine } from './wrap.ts'

/** What an engine can be without: stable codes, for the app to say at its start. */
export const engineLackCodes = [
  'engine/webcrypto',
  'engine/aes-gcm',
  'engine/well-formed',
  'engine/ed25519',
  'engine/ml-kem',
  'engine/webassembly',
] as const

export type EngineLackCode = (typeof engineLackCodes)[number]

export interface EngineLack {
  readonly code: EngineLackCode
  /** Whether JavaScript of ours does the same, more slowly. Where it does not, nothing of this package works. */
  readonly isReplaced: boolean
}

const isRefused = (attempt: Promise<unknown>): Promise<boolean> =>
  attempt.then(
    () => false,
    () => true,
  )

/** Of RFC 8032, section 7.1, test 1. */
const someKey = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'

const importEd25519 = (): Promise<unknown> => {
  const bytes = Uint8Array.from(someKey.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
  return crypto.subtle.importKey('raw', bytes, 'Ed25519', true, ['verify'])
}

const importAesGcm = (): Promise<unknown> =>
  crypto.subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', false, ['encrypt'])

/** The least module there is: its four bytes of name and four of version. */
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)

const compileNothing = async (): Promise<unknown> => WebAssembly.compile(emptyModule)

/**
 * What this engine, or the page that it shows, is without; empty where all is there. `engine/webcrypto` stands alone: it is missing
 * on every page that did not come over TLS or from this machine, and nothing else can be tried without it.
 */
export const findEngineLacks = async (): Promise<readonly EngineLack[]> => {
  // By its type always there, in a page from an insecure origin absent.
  if ((globalThis.crypto as Crypto | undefined)?.subtle === undefined)
    return [{ code: 'engine/webcrypto', isReplaced: false }]
  const found: readonly (EngineLack & { readonly isLacking: boolean })[] = [
    { code: 'engine/aes-gcm', isReplaced: false, isLacking: await isRefused(importAesGcm()) },
    { code: 'engine/well-formed', isReplaced: false, isLacking: !('isWellFormed' in String.prototype) },
    { code: 'engine/ed25519', isReplaced: true, isLacking: await isRefused(importEd25519()) },
    { code: 'engine/ml-kem', isReplaced: true, isLacking: !(await wrapsInEngine()) },
    { code: 'engine/webassembly', isReplaced: true, isLacking: await isRefused(compileNothing()) },
  ]
  return found.filter(({ isLacking }) => isLacking).map(({ code, isReplaced }) => ({ code, isReplaced }))
}
