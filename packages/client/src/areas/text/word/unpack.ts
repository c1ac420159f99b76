/** A ZIP file as far as a Word file is one: members by name, each unpacked when it is asked for, and never beyond the limits. */

import { Inflate } from 'fflate'
import { fail, ok } from '../../../result.ts'
import { wordLimits } from './limits.ts'

type Member = {
  readonly method: number
  readonly from: number
  readonly packed: number
  readonly length: number
}

const signs = { end: 0x06054b50, directory: 0x02014b50, member: 0x04034b50 } as const
const endLength = 22
const commentMax = 0xffff
/** Of what is packed, as much at a time as unpacks to four megabytes at most. */
const stepBytes = 4_096

export type Unpacked = ReturnType<typeof openArchive>
export type Archive = Extract<Unpacked, { readonly ok: true }>['value']

/** Fails with `file-not-word`, `file-old-or-locked`, `file-broken`, `file-too-long` or `file-swells`. */
export function openArchive(bytes: Uint8Array) {
  if (bytes.length > wordLimits.fileBytesMax) return fail('file-too-long')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length >= 8 && view.getUint32(0) === 0xd0cf11e0) return fail('file-old-or-locked')
  if (bytes.length < endLength || view.getUint16(0) !== 0x504b) return fail('file-not-word')
  const end = findEnd(view)
  if (end === undefined) return fail('file-broken')
  const count = view.getUint16(end + 10, true)
  if (count > wordLimits.membersMax) return fail('file-swells')
  const members = readDirectory(view, { from: view.getUint32(end + 16, true), count })
  if (members === undefined) return fail('file-broken')
  let left: number = wordLimits.unpackedBytesMax
  /** A member's bytes; undefined where there is none. Fails as opening does. */
  const read = (name: string) => {
    const member = members.get(name)
    if (member === undefined) return ok(undefined)
    if (member.length > Math.min(wordLimits.memberBytesMax, left)) return fail('file-swells')
    const inflated = inflate(bytes, view, member)
    if (inflated.ok) left -= inflated.value.length
    return inflated
  }
  return ok({ has: (name: string) => members.has(name), names: [...members.keys()], read })
}

function findEnd(view: DataView): number | undefined {
  const least = Math.max(0, view.byteLength - endLength - commentMax)
  for (let at = view.byteLength - endLength; at >= least; at -= 1) {
    if (view.getUint32(at, true) === signs.end) return at
  }
  return undefined
}

function readDirectory(
  view: DataView,
  { from, count }: { readonly from: number; readonly count: number },
): ReadonlyMap<string, Member> | undefined {
  const members = new Map<string, Member>()
  const names = new TextDecoder()
  let at = from
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== signs.directory) return undefined
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map(place => view.getUint16(at + place, true))
    const nameEnd = at + 46 + (nameLength ?? 0)
    if (nameEnd > view.byteLength) return undefined
    const name = names.decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength))
    // Of two of one name a reader takes the one, and a checker the other.
    if (members.has(name)) return undefined
    members.set(name, {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      length: view.getUint32(at + 24, true),
      from: view.getUint32(at + 42, true),
    })
    at = nameEnd + (extraLength ?? 0) + (noteLength ?? 0)
  }
  return members
}

function inflate(bytes: Uint8Array, view: DataView, { method, packed, length, from }: Member) {
  if (from + 30 > bytes.length || view.getUint32(from, true) !== signs.member) return fail('file-broken')
  const begin = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true)
  if (begin + packed > bytes.length) return fail('file-broken')
  const data = bytes.subarray(begin, begin + packed)
  if (method === 0) return ok(data)
  if (method !== 8) return fail('file-broken')
  if (length > wordLimits.ratioFromBytes && length > packed * wordLimits.ratioMax) return fail('file-swells')
  const out = new Uint8Array(length)
  const filled = { at: 0 }
  const stream = new Inflate(chunk => {
    if (filled.at + chunk.length <= length) out.set(chunk, filled.at)
    filled.at += chunk.length
  })
  try {
    for (let done = 0; done < packed; done += stepBytes) {
      stream.push(data.subarray(done, done + stepBytes), done + stepBytes >= packed)
      // What a member says of its own length is not believed: it is left as soon as it is longer.
      if (filled.at > length) return fail('file-swells')
    }
  } catch {
    return fail('file-broken')
  }
  return filled.at === length ? ok(out) : fail('file-broken')
}
