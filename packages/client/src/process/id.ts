import { bytesToBase64url, randomBytes } from '@goodoffices/log'

/** A fresh random id of 128 bits. */
// The kind of id is the caller's to say: it stands in the type alone.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export const newId = <T extends string>(): T => bytesToBase64url(randomBytes(16)) as T
