import type { CliArea } from '../area.ts'
import { registerBringIn } from './bring-in.ts'
import { registerCalendar } from './calendar.ts'
import { registerNext } from './next.ts'
import { registerStatistics } from './statistics.ts'
import { registerSymmetry } from './symmetry.ts'

export const view: CliArea<'view'> = {
  handles: {},
  items: {},
  examples: {},
  commands: [
    { under: 'The talks', place: 60, register: registerCalendar },
    { under: 'The talks', place: 61, register: registerNext },
    { under: 'The talks', place: 62, register: registerSymmetry },
    { under: 'The talks', place: 63, register: registerStatistics },
    { under: 'The talks', place: 64, register: registerBringIn },
  ],
}
