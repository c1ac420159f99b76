import type { WebArea } from '../area.ts'
import { noWords } from '../area.ts'

export const undertaking: WebArea<'undertaking'> = {
  words: noWords,
  screens: [],
  outside: [],
  entries: {},
  things: { undertaking: { page: () => undefined }, 'unilateral-step': { page: () => undefined } },
  places: [],
  sections: [],
  waits: {},
}
