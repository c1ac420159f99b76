/** Every key of a sentence that a screen can say: types alone, which follow from the lists. */

import type { Choice, Field, Term } from '@goodoffices/client/words'
import type { ActKind } from '@goodoffices/core'
import type * as list from '../areas/list.ts'
import type { en } from './en.ts'
import type { home } from './home/en.ts'

/** Words that screens share with paper and shell: `role.lead`, `act.table.open`, `field.note`, `term.binding`. */
export type SharedKey = Choice | `act.${ActKind}` | `field.${Field}` | `term.${Term}`
/** What the first screen and the frame say. */
export type HomeKey = keyof typeof home
/** What is no area's, that apart. */
export type GroundKey = keyof typeof en

type List = typeof list
type AreaKey = {
  readonly [N in keyof List]: keyof Awaited<ReturnType<List[N]['words']['en']>>
}[keyof List]

export type Key = HomeKey | GroundKey | AreaKey | SharedKey
