import type { CliArea } from '../area.ts'
import { registerCalendar } from './calendar.ts'
import { registerNext } from './next.ts'
import { registerSymmetry } from './symmetry.ts'

export const view: CliArea<'view'> = {
  handles: {},
  items: {},
  examples: {},
  commands: [
    { under: 'The talks', place: 60, register: registerCalendar },
    { under: 'The talks', place: 61, register: registerNext },
    { under: 'The talks', place: 62, register: registerSymmetry },
  ],
}
