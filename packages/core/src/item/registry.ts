/**
 * The registers that this program knows, by their names. The areas declare them, and the list of areas says all of them here
 * (`areas.ts`): what is under them asks by name and imports no area.
 */

import * as v from 'valibot'
import type { ItemFields } from './item.ts'
import type { Register } from './register.ts'

const byName = new Map<string, Register>()

/** Makes registers known, each under a name of its own. */
export function learnRegisters(registers: readonly Register[]): void {
  for (const register of registers) {
    if (byName.has(register.name)) throw new Error(`two registers have this name: ${register.name}`)
    byName.set(register.name, register)
  }
}

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
