/** What a delivery brings besides its words, as it is typed: fields of an entry, or what its source says of one. */

import type { ProcessSummary, Session } from '@goodoffices/client'
import {
  findRegister,
  type ItemFields,
  type Origin,
  type Passing,
  type RoomState,
  standingOf,
  type Thing,
} from '@goodoffices/core'
import { findItem } from '../../names/find.ts'
import { option, repeated } from '../../shell/define.ts'
import { misuse } from '../../shell/exit.ts'
import { itemHandles } from '../item/handles.ts'
import { namingIn } from '../item/naming.ts'
import { addPairs, readFields, type Typed } from '../item/read.ts'
import { writingIn } from '../item/writing.ts'

export type ThingFlags = {
  readonly register?: string
  readonly field?: readonly string[]
  readonly on?: string
  readonly note?: string
  readonly wordsOnly?: true
}

export const thingOptions = [
  option('--register <name>', 'the kind of entry that comes with it, where it comes from none'),
  repeated('--field <name=value>', 'a field of the entry, as its readers are to have it'),
  option('--on <entry>', 'of what is said of an entry: the recipient’s entry it is said of, such as i1'),
  option('--note <words>', 'of what is said of an entry: in which words'),
  option('--words-only', 'no entry comes with it'),
]

type From = {
  readonly session: Session
  readonly found: ProcessSummary
  readonly origin: Origin
  readonly source: RoomState | undefined
  readonly to: RoomState
  readonly as: Passing
}

/** The entry or the mark that goes with the words; undefined where words go alone. */
export function readThing(flags: ThingFlags, from: From): Thing | undefined {
  if (flags.wordsOnly === true) return undefined
  const { origin, source } = from
  if (origin.kind === 'mark') return readMark(flags, from)
  const known = origin.kind === 'item' ? source?.items[origin.item] : undefined
  const register = flags.register ?? known?.register
  if (register === undefined) return undefined
  const standing: ItemFields = known === undefined ? {} : standingOf(known).fields
  const chosen =
    origin.kind === 'item' ? Object.entries(standing).filter(([name]) => origin.fields.includes(name)) : []
  const pairs = flags.field ?? []
  const given = pairs.length === 0 ? {} : readGiven(register, pairs, from)
  return { register, fields: { ...Object.fromEntries(chosen), ...given } }
}

function readMark({ on, note }: ThingFlags, { origin, source, to, as }: From): Thing | undefined {
  if (origin.kind !== 'mark') return undefined
  const mark = source?.items[origin.item]?.marks[origin.mark - 1]
  if (mark === undefined) return undefined
  if (on === undefined) throw misuse('entry-needed')
  const { id } = findItem([to], itemHandles.item, on)
  const item = to.items[id as keyof typeof to.items]
  const words = note ?? (as === 'verbatim' ? mark.note : undefined)
  if (item === undefined) throw misuse('entry-needed')
  return {
    item: item.item,
    rev: item.revisions.length,
    verb: mark.verb,
    ...(mark.at === undefined ? {} : { at: mark.at }),
    ...(words === undefined ? {} : { note: words }),
  }
}

/** Fields as they were typed; entries are named as they are in the recipient's room. */
function readGiven(register: string, pairs: readonly string[], { to, found, session }: From): ItemFields {
  const declared = findRegister(register)
  if (declared === undefined) throw misuse('register-needed', { text: register })
  const { vocabulary } = writingIn(to)
  const naming = namingIn(session, found, [to], { vocabulary })
  const typed: Typed = new Map()
  addPairs(typed, declared, pairs, naming)
  return readFields(typed, declared, naming)
}
