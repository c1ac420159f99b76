/** What is talked about: what each side says belongs, the issues that all read, rounds, deadlines. */

import { area } from '../../room/area.ts'
import { claim } from './registers/claim.ts'
import { deadline } from './registers/deadline.ts'
import { issue } from './registers/issue.ts'
import { round } from './registers/round.ts'
import { workingGroup } from './registers/working-group.ts'

export const agenda = area({
  name: 'agenda',
  begin: () => ({}),
  acts: [],
  registers: [claim, issue, round, deadline, workingGroup],
})
