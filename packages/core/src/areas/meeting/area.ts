/** Meetings: whether, when and in which form; how each side comes and goes; who comes; what was said, and what of it in public. */

import { area } from '../../room/area.ts'
import { arrangement } from './registers/arrangement.ts'
import { delegationList } from './registers/delegation-list.ts'
import { housePlan } from './registers/house-plan.ts'
import { meeting as meetings } from './registers/meeting.ts'
import { minutes } from './registers/minutes.ts'
import { statement } from './registers/statement.ts'

export const meeting = area({
  name: 'meeting',
  begin: () => ({}),
  acts: [],
  registers: [meetings, arrangement, delegationList, minutes, statement, housePlan],
})
