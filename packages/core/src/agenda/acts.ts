/** The order of the talks. For now: when the parties speak to each other directly. */

import * as v from 'valibot'
import { note } from '../schema.ts'

export const agendaActs = [
  /** The mediator opens the table for direct exchange. */
  v.strictObject({ kind: v.literal('table.open'), note: v.exactOptional(note) }),
  v.strictObject({ kind: v.literal('table.close'), note: v.exactOptional(note) }),
] as const
export type AgendaAct = v.InferOutput<(typeof agendaActs)[number]>
