/** Disputed facts: what exactly is asked, and each side's own answer to it. */

import { area } from '../../room/area.ts'
import { matter } from './registers/matter.ts'
import { version } from './registers/version.ts'

export const fact = area({
  name: 'fact',
  begin: () => ({}),
  acts: [],
  registers: [matter, version],
})
