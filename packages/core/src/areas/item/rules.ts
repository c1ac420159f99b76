/** Who may put what into which register, and say what of it. The rules are numbered in `docs/spec/items.md`. */

import * as v from 'valibot'
import type { ItemId } from '../../ids.ts'
import { type ItemFields, type ItemState, type Speaker, standingOf } from '../../item/item.ts'
import { isLooped, termsIn } from '../../item/loops.ts'
import type { Verb } from '../../item/register.ts'
import { checkWho } from '../../item/who.ts'
import { fieldsSchemaOf, findRegister } from '../../registers.ts'
import { fail, ok } from '../../result.ts'
import type { Member, Room } from '../../room/state.ts'
import type { Circumstance } from '../../schema.ts'

export const itemLimits = {
  itemsMax: 5_000,
  marksMax: 500,
  /** Code units of an item's fields, written as JSON. */
  fieldsCharsMax: 20_000,
  fieldsDepthMax: 8,
  evidenceMax: 50,
} as const

type Holding = Room & ItemState

type Put = {
  readonly item: ItemId
  readonly register: string
  readonly rev: number
  readonly fields: ItemFields
  readonly recorded?: Circumstance
}

export function checkPut(room: Holding, author: Member, put: Put) {
  const known = room.items[put.item]
  const numbered = checkRevision(room, put)
  if (!numbered.ok) return numbered
  const register = findRegister(put.register)
  // ITEM-6: what a newer version made is kept, and judged by nobody here.
  if (register === undefined) return ok(null)
  const who = register.rooms[room.kind]
  if (who === undefined) return fail('register-not-here')
  const doing = { fields: put.fields, ...recordedIn(put), ...(known === undefined ? {} : { item: known }) }
  const allowed = checkWho(room, author, who, doing)
  if (!allowed.ok) return allowed
  const own = checkWho(room, author, ['maker'], doing)
  if (!own.ok) return own
  const parsed = v.safeParse(fieldsSchemaOf(register), put.fields, {
    abortEarly: true,
    message: issue => issue.type,
  })
  if (!parsed.success) {
    const [issue] = parsed.issues
    return fail('item-malformed', { path: v.getDotPath(issue)?.slice(0, 60) ?? '', reason: issue.message })
  }
  // TERM-6
  return isLooped(put.item, termsIn(register, put.fields), room, findRegister) ? fail('term-loop') : ok(null)
}

/** ITEM-1: the number after the last; the register never changes. */
function checkRevision(room: Holding, { item, register, rev }: Put) {
  const known = room.items[item]
  if (known === undefined) {
    if (Object.keys(room.items).length >= itemLimits.itemsMax)
      return fail('too-many-items', { max: itemLimits.itemsMax })
    return rev === 1 ? ok(null) : fail('rev-stale', { rev: 0 })
  }
  if (known.register !== register) return fail('register-differs')
  return rev === known.revisions.length + 1 ? ok(null) : fail('rev-stale', { rev: known.revisions.length })
}

type Said = {
  readonly item: ItemId
  readonly rev: number
  readonly verb: string
  readonly for?: Speaker
  readonly at?: number
  readonly note?: string
  readonly evidence?: readonly string[]
  readonly recorded?: Circumstance
}

export function checkMark(room: Holding, author: Member, mark: Said) {
  const item = room.items[mark.item]
  if (item === undefined) return fail('item-unknown')
  // ITEM-3: of what stands, not of what stood when it was written.
  if (mark.rev !== item.revisions.length) return fail('rev-stale', { rev: item.revisions.length })
  if (item.marks.length >= itemLimits.marksMax) return fail('too-many-marks', { max: itemLimits.marksMax })
  const verbs: Readonly<Record<string, Verb>> | undefined = findRegister(item.register)?.verbs
  const verb = verbs !== undefined && Object.hasOwn(verbs, mark.verb) ? verbs[mark.verb] : undefined
  // ITEM-6
  if (verb === undefined) return ok(null)
  const missing = (verb.needs ?? []).find(needed => mark[needed] === undefined)
  if (missing !== undefined) return fail('mark-needs', { what: missing })
  return checkWho(room, author, verb.who, {
    fields: standingOf(item).fields,
    item,
    ...recordedIn(mark),
    ...(mark.for === undefined ? {} : { for: mark.for }),
  })
}

const recordedIn = ({ recorded }: { readonly recorded?: Circumstance }) =>
  recorded === undefined ? {} : { recorded }

/** ITEM-7: plain data, not too deep and not too long; the keys no names that every object has. */
export function isPlainFields(value: unknown): value is ItemFields {
  return (
    isPlainObject(value) && isPlain(value, 0) && JSON.stringify(value).length <= itemLimits.fieldsCharsMax
  )
}

function isPlain(value: unknown, depth: number): boolean {
  if (depth > itemLimits.fieldsDepthMax) return false
  if (value === null || typeof value === 'boolean') return true
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0)
  if (Array.isArray(value)) return value.every(inner => isPlain(inner, depth + 1))
  return isPlainObject(value) && Object.values(value).every(inner => isPlain(inner, depth + 1))
}

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every(key => /^[a-z][A-Za-z0-9]{0,39}$/.test(key) && !(key in Object.prototype))
