/** What a step says. */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import type { RegisterItem } from '../../item/item.ts'
import type { Body } from '../../room/fields.ts'
import { key, limits, name, note, title, wholeUpTo } from '../../schema.ts'
import { term, termLimits, units, zone } from '../../term/term.ts'

const items = v.pipe(v.array(id('item')), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly())

export const stepFields = {
  stepNumber: v.pipe(wholeUpTo(9_999), v.minValue(1)),
  title,
  toDo: v.exactOptional(note),
  /** Who does it: a party of the room, or a body that is none of it; in words, either way. */
  stepOf: v.picklist(['party', 'body']),
  stepOwner: v.exactOptional(id('party')),
  doneBy: name,
  /** For whom it is done: who accepts it, contests it, gives notice. */
  beneficiaries: v.pipe(v.array(id('party')), v.minLength(1), v.maxLength(limits.askedMax), v.readonly()),
  /** By when; of one without, nothing says when it is due. */
  dueBy: v.exactOptional(term),
  notBefore: v.exactOptional(term),
  /** STEP-5: steps of one room that bear the same name here are done together or not at all. */
  withGroup: v.exactOptional(title),
  readyTo: v.exactOptional(v.picklist(['mediators', 'everyone'])),
  /** STEP-4: absent where nobody judges it. */
  certifiedBy: v.exactOptional(v.picklist(['party', 'body'])),
  certifier: v.exactOptional(id('party')),
  certifierName: v.exactOptional(name),
  standard: v.exactOptional(note),
  proofWanted: v.exactOptional(note),
  /** How long it may be made good, from notice. */
  cureCount: v.exactOptional(v.pipe(wholeUpTo(termLimits.countMax), v.minValue(1))),
  cureUnit: v.exactOptional(v.picklist(units)),
  cureCalendars: v.exactOptional(
    v.pipe(v.array(id('item')), v.minLength(1), v.maxLength(termLimits.calendarsMax), v.readonly()),
  ),
  /** What may be begun where it is not made good. Nothing begins by itself. */
  onBreach: v.exactOptional(items),
  ifNot: v.exactOptional(note),
  /** Of one that comes again: how long from one time to the next. */
  everyCount: v.exactOptional(v.pipe(wholeUpTo(termLimits.countMax), v.minValue(1))),
  everyUnit: v.exactOptional(v.picklist(['days', 'weeks', 'months', 'years'])),
  /** Whose clock ends its days where no term says so. */
  dayEndsIn: v.exactOptional(zone),
  /** Measures, undertakings, pieces of evidence that it is about. */
  concerns: v.exactOptional(items),
  clause: v.exactOptional(title),
  theme: v.exactOptional(title),
  /** The issue that it is about. */
  issue: v.exactOptional(id('item')),
  /** STEP-13: the nonce of the question in which all said yes to it. */
  agreedIn: v.exactOptional(key),
} as const

export type StepFields = Body<typeof stepFields>
export type Step = RegisterItem<StepFields>
