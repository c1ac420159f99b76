/** Undertakings in sentences: for what one was given, whether it is in force and until when, what each has undertaken. */

import { hasMakerLeft, standingOf, type Undertaking, type UndertakingCount } from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { isolate, say } from '../../words/say.ts'
import type { Copies } from './copies.ts'
import { forceOf, type Placed } from './towards.ts'

/** UNDT-3: of what was given for nothing, that nothing is owed; of what was agreed, nothing of the kind. */
export const sayOwed = (w: Writing, undertaking: Undertaking): string | undefined =>
  standingOf(undertaking).fields.tie.kind === 'bargained' ? undefined : w.vocabulary.terms['nothing-owed']

/** UNDT-4, UNDT-10: until when it is in force, where that is not plain; that its maker has left. */
export function sayForce(w: Writing, placed: Placed, now: number): readonly string[] {
  const { terms } = w.vocabulary
  const force = forceOf(placed, now)
  const day = 'day' in force ? w.day(force.day as Parameters<typeof w.day>[0]) : ''
  const sentences = {
    'notice-runs': terms['undertaking-until'],
    ended: terms['undertaking-ended'],
    lapsed: terms['undertaking-lapsed'],
  } as const
  return [
    ...('day' in force ? [say(sentences[force.kind], { day }, w.figures)] : []),
    ...(hasMakerLeft(placed.thing, placed.room) ? [terms['maker-left']] : []),
  ]
}

/** UNDT-8 */
export const sayCopies = (w: Writing, { hash }: Copies): string =>
  say(w.vocabulary.terms['copies-same'], { hash }, w.figures)

/** UNDT-9: a label and a number each, in one order for everybody, and no sum. */
export const sayCounts = (
  w: Writing,
  { unilateral, thirdParty, bargained, steps }: UndertakingCount,
): readonly { readonly label: string; readonly count: number }[] => {
  const { terms } = w.vocabulary
  return [
    { label: terms['count.unilateral'], count: unilateral },
    { label: terms['count.thirdParty'], count: thirdParty },
    { label: terms['count.bargained'], count: bargained },
    { label: terms['count.steps'], count: steps },
  ]
}

/** To whom, as it is headed. */
export const sayAddressees = (w: Writing, undertaking: Undertaking): string => {
  const { addressedTo } = standingOf(undertaking).fields
  return addressedTo.kind === 'to-all' ? w.vocabulary.choices['kind.to-all'] : isolate(addressedTo.named)
}
