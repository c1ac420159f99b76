/** What follows from the registers that the areas of the list declare. */

import { type Areas, allAreas } from './areas.ts'
import type { Register } from './item/register.ts'
import type { RegisterOf } from './room/area.ts'
import type { Body } from './room/fields.ts'

/** All of them, for whoever asks each the same. */
export const registers: readonly Register[] = allAreas.flatMap(area => area.registers ?? [])

type Registers = RegisterOf<Areas>
export type RegisterName = Registers['name']
/** The fields of one register's items. */
export type FieldsOf<N extends RegisterName> =
  Extract<Registers, { readonly name: N }> extends Register<N, infer F> ? Body<F> : never
export type VerbOf<N extends RegisterName> = keyof Extract<Registers, { readonly name: N }>['verbs'] & string
/** What the items of one register may stand as. */
export type StandingOf<N extends RegisterName> =
  Extract<Registers, { readonly name: N }> extends Register<N, infer _F, string, infer S> ? S : never
