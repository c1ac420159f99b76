/** What a second mediator may be wanted for, how much that is wanted, and what they are given to read. */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import { limits, name, note } from '../../schema.ts'
import { attribution, textLimits } from '../text/schema.ts'

/** What goes out of the mediators' hands: something delivered, a text issued, the table opened, a mediator brought in, a record destroyed. */
export const doors = ['deliver', 'issue', 'open', 'bring', 'destroy'] as const
export type Door = (typeof doors)[number]

const demands = ['off', 'wished', 'required'] as const
export type Demand = (typeof demands)[number]
const demand = v.picklist(demands)

/** EYES-1: how much it is wanted at each door. */
export const demandFields = {
  eyesDeliver: demand,
  eyesIssue: demand,
  eyesOpen: demand,
  eyesBring: demand,
  eyesDestroy: demand,
} as const
export type Eyes = v.InferOutput<typeof eyes>
const eyes = v.strictObject(demandFields)

export const fieldOfDoor = {
  deliver: 'eyesDeliver',
  issue: 'eyesIssue',
  open: 'eyesOpen',
  bring: 'eyesBring',
  destroy: 'eyesDestroy',
} as const satisfies Readonly<Record<Door, keyof Eyes>>

/** What is put before a colleague; of a delivery what was prepared is there already (DESK-11). */
export const readable = v.variant('door', [
  v.strictObject({
    door: v.literal('issue'),
    text: id('text'),
    /** In the order of their ids. */
    issuedTo: v.pipe(v.array(id('room')), v.minLength(1), v.maxLength(textLimits.roomsMax), v.readonly()),
    attribution,
  }),
  v.strictObject({
    door: v.literal('open'),
    note: v.exactOptional(note),
    /** In the order of their ids, so that one digest fits. */
    heeded: v.exactOptional(
      v.pipe(v.array(id('party')), v.minLength(1), v.maxLength(limits.askedMax), v.readonly()),
    ),
  }),
  v.strictObject({
    door: v.literal('bring'),
    name,
    post: v.exactOptional(name),
    institution: v.exactOptional(name),
  }),
  v.strictObject({ door: v.literal('destroy'), room: id('room') }),
  v.strictObject({ door: v.literal('loosen'), ...demandFields }),
])
export type Readable = v.InferOutput<typeof readable>
export type ReadableOf<D extends Readable['door']> = Extract<Readable, { readonly door: D }>
