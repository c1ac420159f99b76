/** The registers of the house, one line an area. */

import * as v from 'valibot'
import { factRegisters } from './areas/fact/registers.ts'
import type { ItemFields } from './item/item.ts'
import type { Register } from './item/register.ts'
import type { Body } from './room/area.ts'

export const registers = [...factRegisters] as const

export type Registers = (typeof registers)[number]
export type RegisterName = Registers['name']
/** The fields of one register's items. */
export type FieldsOf<N extends RegisterName> =
  Extract<Registers, { readonly name: N }> extends Register<N, infer F> ? Body<F> : never
export type VerbOf<N extends RegisterName> = keyof Extract<Registers, { readonly name: N }>['verbs'] & string

const byName: ReadonlyMap<string, Register> = new Map(
  (registers as unknown as readonly Register[]).map(register => [register.name, register]),
)

/** Undefined for a register that this version does not know: its items are kept, and have no standing. */
export const findRegister = (name: string): Register | undefined => byName.get(name)

const schemas = new Map<string, v.GenericSchema<unknown, ItemFields>>()

/** The schema of one register's fields. */
export function fieldsSchemaOf(register: Register): v.GenericSchema<unknown, ItemFields> {
  const known = schemas.get(register.name)
  if (known !== undefined) return known
  const made = v.strictObject(register.fields) as unknown as v.GenericSchema<unknown, ItemFields>
  schemas.set(register.name, made)
  return made
}
