/** What somebody undertakes, to whom, in which words; and what a side does of itself, for which nothing is owed. */

import { area } from '../../room/area.ts'
import { undertaking as undertakings } from './registers/undertaking.ts'
import { unilateralStep } from './registers/unilateral-step.ts'

export const undertaking = area({
  name: 'undertaking',
  begin: () => ({}),
  acts: [],
  registers: [undertakings, unilateralStep],
})
