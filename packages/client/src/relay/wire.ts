/** Bodies and live messages between bytes and values, as `docs/spec/relay.md` has them. Anything else is `nonsense`. */

import { decode, isBytes, isCount, isList, isRecord, isText, sha256, type Value } from '@goodoffices/log'
import { type LiveNews, type RelayAnswer, RelayError, type RelayPage, type RelayRecord } from './port.ts'

/** Longest answer read: of several pages of envelopes (REL-30), each of which is 4 MiB at most and one envelope. */
export const answerBytesMax = 16 * 1024 * 1024
/** Most values in an answer: a page has 1024 records of a few fields. */
const answerItemsMax = 1 << 15
/** Longest code of a refusal. */
const refusalCode = /^[a-z][\w/-]{0,63}$/

type Fields = { readonly [name: string]: Value }

export function readFields(bytes: Uint8Array): Fields {
  const decoded = decode(bytes, { bytesMax: answerBytesMax, itemsMax: answerItemsMax })
  if (!decoded.ok || !isRecord(decoded.value)) throw new RelayError('nonsense')
  return decoded.value
}

export const readText = (value: Value | undefined): string => {
  if (typeof value !== 'string') throw new RelayError('nonsense')
  return value
}

export const readCount = (value: Value | undefined): number => {
  if (value === undefined || !isCount(value)) throw new RelayError('nonsense')
  return value
}

export const readBytes = (value: Value | undefined): Uint8Array => {
  if (value === undefined || !isBytes(value)) throw new RelayError('nonsense')
  return value
}

export function readHashes(value: Value | undefined): readonly Uint8Array[] {
  if (value === undefined || !isList(value)) throw new RelayError('nonsense')
  return value.map(readBytes)
}

function readRecord(value: Value): RelayRecord {
  if (!isRecord(value)) throw new RelayError('nonsense')
  const { envelope, hash } = value
  const sealed = envelope === undefined ? undefined : readBytes(envelope)
  return {
    position: readCount(value['position']),
    time: readCount(value['time']),
    hash: sealed === undefined ? readBytes(hash) : sha256(sealed),
    ...(sealed === undefined ? {} : { envelope: sealed }),
  }
}

export function readPage(fields: Fields): RelayPage {
  const { records } = fields
  if (!isList(records)) throw new RelayError('nonsense')
  return {
    records: records.map(readRecord),
    size: readCount(fields['size']),
    checkpoint: readText(fields['checkpoint']),
  }
}

export const readNews = (fields: Fields): LiveNews => ({ ...readPage(fields), log: readText(fields['log']) })

export function readAnswer(fields: Fields): RelayAnswer {
  const { positions, times } = fields
  if (!isList(positions) || !isList(times) || positions.length !== times.length)
    throw new RelayError('nonsense')
  return {
    places: positions.map((position, i) => ({ position: readCount(position), time: readCount(times[i]) })),
    size: readCount(fields['size']),
    checkpoint: readText(fields['checkpoint']),
  }
}

/** The refusal in an error's body, whatever its shape. */
export function readRefusal(bytes: Uint8Array, status: number): RelayError {
  const decoded = decode(bytes, { itemsMax: answerItemsMax })
  return refusalIn(decoded.ok ? decoded.value : undefined, { status })
}

/** The refusal that a record is; `nonsense` where it is none. */
export function refusalIn(
  value: Value | undefined,
  data: Readonly<Record<string, unknown>> = {},
): RelayError {
  const fields = value !== undefined && isRecord(value) ? value : {}
  const { code } = fields
  return code !== undefined && isText(code) && refusalCode.test(code)
    ? new RelayError(code, fields)
    : new RelayError('nonsense', data)
}
