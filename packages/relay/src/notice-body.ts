/** What travels in the bodies of notices. Shapes: `docs/spec/notices.md`. */

import { isList } from '@goodoffices/log'
import type { RelayLimits } from './limits.ts'
import { type Follow, isFollow, readFields } from './message.ts'
import type { AskedNotice } from './notices.ts'
import { type Outcome, refuse, succeed } from './refusal.ts'

/** A body is a record that holds a list of records of text. */
const depthMax = 3
const codeCharsMax = 16

export function readNoticeBody(
  bytes: Uint8Array,
  limits: RelayLimits,
): Outcome<AskedNotice & { readonly logs: readonly Follow[] }> {
  const names = ['way', 'address', 'language', 'delayed', 'again', 'logs']
  const fields = readFields(bytes, limits.bodyBytesMax, names, depthMax)
  if (!fields.ok) return fields
  const { way, address, language, delayed, again = false, logs } = fields.value
  if (typeof way !== 'string') return refuse('relay/malformed', { field: 'way' })
  if (typeof address !== 'string') return refuse('relay/malformed', { field: 'address' })
  if (typeof language !== 'string' || !/^[a-z]{2}$/.test(language))
    return refuse('relay/malformed', { field: 'language' })
  if (typeof delayed !== 'boolean') return refuse('relay/malformed', { field: 'delayed' })
  if (typeof again !== 'boolean') return refuse('relay/malformed', { field: 'again' })
  if (!isList(logs) || !logs.every(isFollow)) return refuse('relay/malformed', { field: 'logs' })
  const max = limits.noticeLogsMax
  return logs.length > max
    ? refuse('relay/too-large', { of: 'logs', max })
    : succeed({ way, address, language, delayed, again, logs })
}

export function readCodeBody(bytes: Uint8Array, limits: RelayLimits): Outcome<string> {
  const fields = readFields(bytes, limits.bodyBytesMax, ['code'])
  if (!fields.ok) return fields
  const { code } = fields.value
  return typeof code === 'string' && code.length <= codeCharsMax
    ? succeed(code)
    : refuse('relay/malformed', { field: 'code' })
}
