/** `item put`: a thing of any register from flags that follow from its schema, from fields by name, or from a file. */

import { completeFields, fieldLabel, newId, type ThingAct } from '@goodoffices/client'
import { type Language, languages } from '@goodoffices/client/locale'
import { loadVocabulary } from '@goodoffices/client/words'
import {
  holdsFigure,
  holdsTerm,
  type ItemFields,
  type ItemId,
  type Register,
  type RoomState,
  registers,
  standingOf,
} from '@goodoffices/core'
import { type Command, Option } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findItem, findRoom, onlyRoom } from '../../names/find.ts'
import { fullHandle, handlesIn } from '../../names/handles.ts'
import { type RecordFlags, readRecorded, recordOptions } from '../../names/words.ts'
import { type Answer, gather, option, repeated } from '../../shell/define.ts'
import { misuse } from '../../shell/exit.ts'
import { readGivenText } from '../../shell/given-file.ts'
import type { Examples } from '../../shell/headings.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type ReachFlags, reachOptions } from '../desk/reach.ts'
import { itemHandles } from './handles.ts'
import { namingIn } from './naming.ts'
import {
  addPairs,
  findField,
  isList,
  type Naming,
  optionsOf,
  readFields,
  type Schema,
  type Typed,
  unwrap,
} from './read.ts'
import { send } from './send.ts'
import { thingToJson, thingToText } from './text.ts'

export type PutFlags = RecordFlags &
  ReachFlags & {
    readonly in?: string
    readonly item?: string
    readonly field?: readonly string[]
    readonly file?: string
    readonly without?: readonly string[]
    readonly language?: Language
    readonly zone?: string
  } & Readonly<Record<string, unknown>>

const english = await loadVocabulary('en')

/** One command a register: its flags are its fields. */
export function registerPut(parent: Command, terminal: Terminal, examples: Examples): void {
  const put = gather(parent, 'put', 'enter a thing, or say anew what it is')
  for (const register of registers)
    defineWork<PutFlags>(
      put,
      terminal,
      {
        name: register.name,
        summary: labelOf(english.choices, register.name).toLowerCase(),
        options: () => [
          ...fieldEntries(register).map(([name, schema]) => fieldOption(register, name, schema)),
          option('--in <room>', 'in which room; that of the things it names if left out'),
          option('--item <thing>', 'one that is there, such as i1: said anew, what is left out stays'),
          repeated('--without <field>', 'with --item: what it says no longer'),
          repeated('--field <name=value>', 'a field by its name, or by its label in your language'),
          option('--file <file>', 'fields from a JSON file; flags go before it'),
          option('--zone <zone>', 'in which zone days are counted (UTC), such as Asia/Tehran'),
          option('--language <language>', 'in which language fields are named (en)', languages),
          ...recordOptions,
          ...reachOptions,
        ],
        answers: [thingFields, previewed],
        examples: [examples[register.name] ?? ''],
        acts: true,
      },
      async work => putThing(work, register),
    )
}

const labelOf = (choices: object, register: string): string =>
  (choices as Readonly<Record<string, string>>)[`register.${register}`] ?? register

const fieldEntries = ({ fields }: Register): readonly (readonly [string, Schema])[] => Object.entries(fields)

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

/** What may be typed for a field, by its schema. */
function fieldOption(register: Register, name: string, given: Schema): Option {
  const label = fieldLabel(english.fields, register.name, name)
  const schema = unwrap(given)
  const flag = `--${kebab(name)}`
  if (isList(given)) return repeated(`${flag} <words>`, `${label}; may be given again`)
  const choices = optionsOf(schema)
  if (choices.length > 0) return option(`${flag} <choice>`, `${label}: ${choices.join(', ')}`)
  if (holdsTerm(schema))
    return new Option(`${flag} <words...>`, `${label}, such as 2026-03-01 or 30 days after i2 noted`)
  if (holdsFigure(schema))
    return new Option(`${flag} <words...>`, `${label}, such as at-least 108000 or between 640 650`)
  return option(`${flag} <words>`, label)
}

/** Puts a thing of a register by the flags of its fields, whichever command they are typed with; `also`: what that command knows of it itself. */
export async function putThing(
  work: Work<PutFlags>,
  register: Register,
  also: ItemFields = {},
): Promise<Answer> {
  const { session, processOf, flags, terminal } = work
  const found = processOf()
  const rooms = session.rooms(found.process)
  const vocabulary = await loadVocabulary(flags.language ?? 'en')
  const naming = namingIn(session, found, rooms, { vocabulary, zone: flags.zone })
  const known = flags.item === undefined ? undefined : findItem(rooms, itemHandles.item, flags.item)
  const thing = known?.room.items[known.id as ItemId]
  const given = readGiven(register, flags, naming)
  const typed = {
    ...(thing === undefined ? {} : without(standingOf(thing).fields, register, flags, naming)),
    ...given,
    ...also,
  }
  const room = known?.room ?? placeOf(work, rooms, typed)
  const fields = completeFields(room, register.name, typed)
  const item = thing?.item ?? newId<ItemId>()
  const act: ThingAct = {
    kind: 'item.put',
    item,
    register: register.name,
    rev: (thing?.revisions.length ?? 0) + 1,
    fields,
    ...readRecorded(flags, terminal.now()),
  }
  const said = (): Answer => {
    const now = session.room(room.id) ?? room
    const put = now.items[item]
    if (put === undefined) throw new Error('put, and not there')
    return {
      text: `${thing === undefined ? 'Entered' : 'Said anew'}: ${fullHandle(now, itemHandles.item, item)}\n\n${thingToText(now, put)}`,
      json: thingToJson(now, put),
    }
  }
  return send(session, { room, act, register, labels: vocabulary.fields, flags, said })
}

/** Flags go before `--field`, and both before what a file says. */
function readGiven(register: Register, flags: PutFlags, naming: Naming): ItemFields {
  const typed: Typed = new Map()
  for (const [name] of fieldEntries(register)) {
    const value = flags[name]
    if (value !== undefined) typed.set(name, [value].flat().map(String))
  }
  addPairs(typed, register, flags.field ?? [], naming)
  return { ...readFile(flags.file), ...readFields(typed, register, naming) }
}

function readFile(file: string | undefined): ItemFields {
  if (file === undefined) return {}
  const text = readGivenText(file)
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as ItemFields
  } catch {
    // Worded below, as for any other text that is no object.
  }
  throw misuse('fields-unreadable', { file })
}

const without = (fields: ItemFields, register: Register, flags: PutFlags, naming: Naming): ItemFields => {
  const gone = (flags.without ?? []).map(typed => findField(register, typed, naming)[0])
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !gone.includes(name)))
}

/** The room named; else the one of the first thing that the fields name; else a party's own caucus. */
function placeOf(
  { session, processOf, flags }: Work<PutFlags>,
  rooms: readonly RoomState[],
  fields: ItemFields,
): RoomState {
  if (flags.in !== undefined) return findRoom(session, processOf(), flags.in)
  const named = rooms.find(room =>
    Object.values(fields).some(
      value => typeof value === 'string' && [...handlesIn(room, itemHandles.item).values()].includes(value),
    ),
  )
  return named ?? onlyRoom(session, processOf(), 'caucus')
}
