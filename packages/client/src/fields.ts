/** The fields of what was decoded, whatever it is: of anything but a record all are missing. */

import { decode, isRecord, type Value } from '@goodoffices/log'

type Fields = { readonly [field: string]: Value }

export const toFields = (value: Value | undefined): Fields => (isRecord(value) ? value : {})

export function bytesToFields(bytes: Uint8Array): Fields {
  const decoded = decode(bytes)
  return decoded.ok ? toFields(decoded.value) : {}
}
