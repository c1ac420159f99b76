/** Steps: what is to be done by whom and by when, who certifies it, what happens if not; incidents, findings, calendars. */

import { area } from '../../room/area.ts'
import { calendar } from './registers/calendar.ts'
import { finding } from './registers/finding.ts'
import { incident } from './registers/incident.ts'
import { step as stepRegister } from './registers/step.ts'

export const step = area({
  name: 'step',
  begin: () => ({}),
  acts: [],
  registers: [stepRegister, incident, finding, calendar],
})
