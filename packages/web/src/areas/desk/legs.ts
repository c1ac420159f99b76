/** What is composed as a plan for each of its recipients, with the thing as its room takes it. */

import {
  type FieldValue,
  type ItemFields,
  type ItemId,
  isPublic,
  type RegisterItem,
  type RoomState,
  standingOf,
  type Thing,
} from '@goodoffices/core'
import type { Plan } from '../../session/session.ts'
import type { Talks } from '../../talks/talks.tsx'
import type { Carry, Leg } from './carry.ts'
import { counterpartOf } from './counterpart.ts'
import { chosenOf, sourceOf, thingOf } from './origin.ts'
import { fieldsOf } from './thing-fields.ts'

export type Legged = { readonly room: RoomState; readonly leg: Leg; readonly plan: Plan }

/** A plan for each of its recipients. */
export function leggedOf(talks: Talks, carry: Carry): readonly Legged[] {
  return carry.legs.flatMap(leg => {
    const room = talks.rooms.find(({ id }) => id === leg.to)
    return room === undefined ? [] : [{ room, leg, plan: planOf(talks, carry, { leg, room }) }]
  })
}

function planOf(talks: Talks, carry: Carry, { leg, room }: Omit<Legged, 'plan'>): Plan {
  const { also, ...common } = carry.common
  const thing = thingAt(talks, carry, { leg, room })
  const { corrects } = leg
  const corrected = corrects as string as ItemId | undefined
  return {
    ...common,
    ...(also === undefined || !isPublic(room) ? {} : { also }),
    ...leg.ids,
    to: room.id,
    ...(thing === undefined ? {} : { thing }),
    ...(leg.answers === undefined || isPublic(room) || common.as === 'unattributed'
      ? {}
      : { answers: leg.answers }),
    ...(corrects === undefined ? {} : { corrects }),
    ...(isPublic(room) && corrected !== undefined && thing !== undefined
      ? { rev: (room.items[corrected]?.revisions.length ?? 0) + 1 }
      : {}),
  }
}

/** What comes with the words, as the recipient's room takes it; undefined where words go alone, or nothing there fits it. */
function thingAt(talks: Talks, carry: Carry, at: Omit<Legged, 'plan'>): Thing | undefined {
  const { origin } = carry.common
  if (origin.kind !== 'item' && origin.kind !== 'mark') return undefined
  const thing = thingOf(sourceOf(talks, origin), origin)
  if (thing === undefined) return undefined
  if (origin.kind === 'mark') return markAt(talks, carry, { ...at, thing, number: origin.mark })
  if (!carry.withThing) return undefined
  const chosen = chosenOf(thing, origin)
  const value = (name: string): FieldValue | undefined =>
    carry.common.as === 'verbatim' && name in chosen ? chosen[name] : (carry.given[name] ?? chosen[name])
  const declared = fieldsOf(thing.register)
  const fields =
    declared.length === 0
      ? chosen
      : Object.fromEntries(
          declared.flatMap(({ name, kind, required }) => {
            const held =
              kind === 'reference'
                ? nameAt(talks, at, { name, of: standingOf(thing).fields[name] })
                : name in chosen || required
                  ? value(name)
                  : undefined
            return held === undefined ? [] : [[name, held] as const]
          }),
        )
  return { register: thing.register, fields }
}

/** What a field names in the recipient's room: as was chosen; else what stands there for the same. */
export const nameAt = (
  talks: Talks,
  { leg, room }: Omit<Legged, 'plan'>,
  { name, of }: { readonly name: string; readonly of: FieldValue | undefined },
): ItemId | undefined =>
  leg.names[name] ?? (typeof of === 'string' ? counterpartOf(talks, room, of as ItemId) : undefined)

type MarkAt = Omit<Legged, 'plan'> & { readonly thing: RegisterItem; readonly number: number }

function markAt(talks: Talks, carry: Carry, { thing, number, ...at }: MarkAt): Thing | undefined {
  const mark = thing.marks[number - 1]
  const on = nameAt(talks, at, { name: 'on', of: thing.item })
  const there = on === undefined ? undefined : at.room.items[on]
  if (mark === undefined || there === undefined) return undefined
  const given = carry.given['note']
  const note = carry.common.as === 'verbatim' ? mark.note : typeof given === 'string' ? given : mark.note
  return {
    item: there.item,
    rev: there.revisions.length,
    verb: mark.verb,
    ...(mark.at === undefined ? {} : { at: mark.at }),
    ...(note === undefined || note.trim() === '' ? {} : { note }),
  }
}

/** The fields of what is carried as they stand; nothing of words. */
export function chosenIn(talks: Talks, { common: { origin } }: Carry): ItemFields {
  const thing = origin.kind === 'item' ? thingOf(sourceOf(talks, origin), origin) : undefined
  return thing === undefined || origin.kind !== 'item' ? {} : chosenOf(thing, origin)
}

export type Reference = {
  readonly name: string
  /** What it names where it comes from. */
  readonly of: FieldValue | undefined
  /** The register whose field it is. */
  readonly register: string
  /** The register that it names a thing of, where that is known. */
  readonly under: string | undefined
}

/** What must be named anew in the recipient's room. */
export function referencesOf(talks: Talks, { common: { origin }, withThing }: Carry): readonly Reference[] {
  if (origin.kind !== 'item' && origin.kind !== 'mark') return []
  const source = sourceOf(talks, origin)
  const thing = thingOf(source, origin)
  if (thing === undefined) return []
  const { register } = thing
  if (origin.kind === 'mark') return [{ name: 'on', of: thing.item, register, under: register }]
  const { fields } = standingOf(thing)
  return withThing
    ? fieldsOf(register)
        .filter(({ kind, name, required }) => kind === 'reference' && (required || name in fields))
        .map(({ name }) => {
          const of = fields[name]
          const id = typeof of === 'string' ? (of as ItemId) : undefined
          const named = id === undefined ? undefined : (source?.items[id] ?? talks.table?.items[id])
          return { name, of, register, under: named?.register }
        })
    : []
}
