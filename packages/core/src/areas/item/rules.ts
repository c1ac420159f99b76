/** Who may put what into which register, and say what of it. The rules are numbered in `docs/spec/items.md`. */

import * as v from 'valibot'
import type { ItemId } from '../../ids.ts'
import { itemLimits } from '../../item/content.ts'
import { type ItemFields, type ItemState, type Speaker, standingOf } from '../../item/item.ts'
import { isLooped, termsIn } from '../../item/loops.ts'
import { type Deed, puttersIn, type Register, type Verb } from '../../item/register.ts'
import { fieldsSchemaOf, findRegister } from '../../item/registry.ts'
import { checkWho } from '../../item/who.ts'
import { fail, ok } from '../../result.ts'
import { isMediator } from '../../room/roles.ts'
import type { Member, Room } from '../../room/state.ts'
import type { Circumstance } from '../../schema.ts'
import type { AssentState } from '../assent/state.ts'
import { checkPowers, deedOfPowers } from '../mandate/powers.ts'
import { checkWriting } from '../message/rules.ts'
import type { TableState } from '../table/state.ts'

type Holding = Room & ItemState & TableState
/** Where questions are, whose ids their things will bear. */
type Asking = Holding & AssentState

type Put = {
  readonly item: ItemId
  readonly register: string
  readonly rev: number
  readonly fields: ItemFields
  readonly recorded?: Circumstance
}

export function checkPut(room: Asking, author: Member, put: Put) {
  const known = room.items[put.item]
  // ASNT-26: what a question may come to put has its id already.
  if (known === undefined && isKept(room, put.item)) return fail('id-taken')
  const numbered = checkRevision(room, author, put)
  if (!numbered.ok) return numbered
  const register = findRegister(put.register)
  if (register === undefined) return checkUnknownPut(room, author, put)
  const who = puttersIn(register, room)
  if (who === undefined) return fail('register-not-here')
  const doing = { fields: put.fields, ...recordedIn(put), ...(known === undefined ? {} : { item: known }) }
  const allowed = checkWho(room, author, who, doing)
  if (!allowed.ok) return allowed
  const own = checkWho(room, author, ['maker'], doing)
  const fitting = own.ok ? checkFields(room, register, put) : own
  const needs = register.binds?.(put.fields, author)
  if (!fitting.ok || needs === undefined) return fitting
  return checkPowers(room, author, { needs, about: put.item, ...recordedIn(put) })
}

const isKept = ({ questions, questionPlans }: AssentState, item: string): boolean =>
  Object.hasOwn(questions, item) || Object.hasOwn(questionPlans, item)

/** ITEM-6: of a register that is not known only what holds of every register; who else may put, the newer version knows. */
function checkUnknownPut(room: Holding, author: Member, put: Put) {
  const base = checkUnknown(room, author, put)
  const known = room.items[put.item]
  if (!base.ok || known === undefined) return base
  return checkWho(room, author, ['maker'], { fields: put.fields, item: known, ...recordedIn(put) })
}

/** ITEM-6, MSG-1: who writes in the room, in nobody's name but their own side's or of one that does not act for itself. */
function checkUnknown(room: Holding, author: Member, said: Pick<Said, 'for' | 'recorded'>) {
  const writing = checkWriting(room, author)
  if (!writing.ok) return writing
  if (said.recorded === undefined && said.for === undefined) return ok(null)
  // A body that is named and no member is recorded by the mediators, wherever it spoke.
  if (said.for !== undefined && 'name' in said.for && said.recorded !== undefined)
    return isMediator(author) ? ok(null) : fail('mediators-only')
  return checkWho(room, author, ['speaks'], {
    fields: {},
    ...recordedIn(said),
    ...(said.for === undefined ? {} : { for: said.for }),
  })
}

/** ITEM-2: the fields are what the register says. TERM-6: their terms do not wait for each other. */
export function checkFields(
  room: Holding,
  register: Register,
  { item, fields }: Pick<Put, 'item' | 'fields'>,
) {
  const parsed = v.safeParse(fieldsSchemaOf(register), fields, {
    abortEarly: true,
    message: issue => issue.type,
  })
  if (!parsed.success) {
    const [issue] = parsed.issues
    return fail('item-malformed', { path: v.getDotPath(issue)?.slice(0, 60) ?? '', reason: issue.message })
  }
  const elsewhere = Object.entries(register.onlyIn ?? {}).find(
    ([field, kinds]) => fields[field] !== undefined && kinds?.includes(room.kind) !== true,
  )
  if (elsewhere !== undefined) return fail('item-malformed', { path: elsewhere[0], reason: 'unfit' })
  const unfit = register.unfit?.(parsed.output, room, room.items[item])
  if (unfit !== undefined) return fail('item-malformed', { path: unfit, reason: 'unfit' })
  return isLooped(item, termsIn(register, fields), room, findRegister) ? fail('term-loop') : ok(null)
}

/** A party's people, or the mediators. */
type Side = Pick<Member, 'party'>

/** ITEM-7: no side uses up what another may. */
const isOfSide = (side: Side, other: Side | undefined): boolean => other?.party === side.party

/** ITEM-1: the number after the last; the register never changes. */
export function checkRevision(room: Holding, side: Side, { item, register, rev }: Omit<Put, 'fields'>) {
  const known = room.items[item]
  if (known === undefined) {
    const own = Object.values(room.items).filter(({ revisions: [first] }) =>
      isOfSide(side, first && room.members[first.by]),
    )
    if (own.length >= itemLimits.itemsMax) return fail('too-many-items', { max: itemLimits.itemsMax })
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
  const sayable = checkSayable(room, author, mark)
  if (!sayable.ok) return sayable
  const { item, verb } = sayable.value
  if (verb === undefined) return checkUnknown(room, author, mark)
  const allowed = checkWho(room, author, verb.who, {
    fields: standingOf(item).fields,
    item,
    ...recordedIn(mark),
    ...(mark.for === undefined ? {} : { for: mark.for }),
  })
  if (!allowed.ok || verb.powers === undefined) return allowed
  return checkPowers(room, author, {
    needs: verb.powers,
    about: mark.item,
    ...recordedIn(mark),
    ...(mark.for !== undefined && 'party' in mark.for ? { for: mark.for.party } : {}),
  })
}

/** MAND-19: what binds counts as what it needs powers for, anything else as talk. */
export function deedOfMark({ items }: ItemState, item: ItemId, verb: string): Deed {
  const verbs: Readonly<Record<string, Verb>> | undefined = findRegister(items[item]?.register ?? '')?.verbs
  const powers = verbs !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb]?.powers : undefined
  return powers === undefined ? 'explore' : deedOfPowers[powers]
}

/** The same of what is put: what its register says that it binds to. */
export function deedOfPut(register: string, fields: ItemFields): Deed {
  const needs = findRegister(register)?.binds?.(fields, { role: 'head' })
  return needs === undefined ? 'explore' : deedOfPowers[needs]
}

/** ITEM-3: of what stands, not of what stood when it was written; with what must be said with it. By whom is asked elsewhere. */
export function checkSayable(room: Holding, side: Side, mark: Omit<Said, 'for' | 'recorded'>) {
  const item = room.items[mark.item]
  if (item === undefined) return fail('item-unknown')
  if (mark.rev !== item.revisions.length) return fail('rev-stale', { rev: item.revisions.length })
  const own = item.marks.filter(said => isOfSide(side, said))
  if (own.length >= itemLimits.marksMax) return fail('too-many-marks', { max: itemLimits.marksMax })
  const verbs: Readonly<Record<string, Verb>> | undefined = findRegister(item.register)?.verbs
  const verb = verbs !== undefined && Object.hasOwn(verbs, mark.verb) ? verbs[mark.verb] : undefined
  const missing = (verb?.needs ?? []).find(needed => mark[needed] === undefined)
  return missing === undefined ? ok({ item, verb }) : fail('mark-needs', { what: missing })
}

const recordedIn = ({ recorded }: { readonly recorded?: Circumstance }) =>
  recorded === undefined ? {} : { recorded }
