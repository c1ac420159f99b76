/** Good offices: who offers them and on what footing, what a party makes of it, who else mediates, who of the team does what. */

import { area } from '../../room/area.ts'
import { agreement } from './registers/agreement.ts'
import { goodOffices } from './registers/good-offices.ts'
import { portfolio } from './registers/portfolio.ts'
import { safety } from './registers/safety.ts'
import { track } from './registers/track.ts'

export const offices = area({
  name: 'offices',
  begin: () => ({}),
  acts: [],
  registers: [goodOffices, agreement, track, portfolio, safety],
})
