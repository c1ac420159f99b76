/** Which sentence speaks for which refusal of the area, and the words around templates. */

import type { mistakes } from './template.ts'

export const codes = { 'template-unfit': 'template-unfit' } as const

export type Term =
  | 'template.already'
  | 'template.brings'
  | 'template.safety-first'
  | 'template.waits'
  | 'templates'
  | `template-mistake.${(typeof mistakes)[number]}`
