/** Terms that would wait for each other in a circle. */

import type * as v from 'valibot'
import type { ItemId } from '../ids.ts'
import { holdsTerm, innerOf } from '../room/fields.ts'
import { itemsNamedIn, type Term } from '../term/term.ts'
import { type ItemState, standingOf } from './item.ts'
import type { Register } from './register.ts'

/** The terms that an item's fields hold, by the fields that its register says are terms; each with the field that holds it. */
export function termFieldsIn(
  { fields }: Pick<Register, 'fields'>,
  values: Readonly<Record<string, unknown>>,
): readonly { readonly field: string; readonly term: Term }[] {
  return Object.entries(fields).flatMap(([field, schema]) =>
    isTerm(schema as v.GenericSchema) && values[field] !== undefined
      ? [{ field, term: values[field] as Term }]
      : [],
  )
}

export const termsIn = (
  register: Pick<Register, 'fields'>,
  values: Readonly<Record<string, unknown>>,
): readonly Term[] => termFieldsIn(register, values).map(({ term }) => term)

/** A term, or one that may be left out. */
const isTerm = (schema: v.GenericSchema): boolean =>
  holdsTerm(schema) ||
  (schema.type === 'exact_optional' && innerOf(schema).some(([, inner]) => isTerm(inner)))

/** TERM-6: whether terms lead back to the item that bears them, by way of the terms of others in the room. */
export function isLooped(
  item: ItemId,
  terms: readonly Term[],
  { items }: ItemState,
  registerOf: (name: string) => Register | undefined,
): boolean {
  const seen = new Set<ItemId>()
  const waiting = terms.flatMap(itemsNamedIn)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === item) return true
    if (seen.has(next)) continue
    seen.add(next)
    const known = items[next]
    const register = known === undefined ? undefined : registerOf(known.register)
    if (known !== undefined && register !== undefined)
      waiting.push(...termsIn(register, standingOf(known).fields).flatMap(itemsNamedIn))
  }
  return false
}
