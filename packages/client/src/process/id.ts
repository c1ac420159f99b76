import { bytesToBase64url, randomBytes } from '@goodoffices/log'

/** A fresh random id of 128 bits. */
export const newId = <T extends string>(): T => bytesToBase64url(randomBytes(16)) as T
