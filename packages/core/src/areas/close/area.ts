/** Approval and close: instruments, what each party does with them, whose word that hangs on at home, ballots and what they came to. */

import { area } from '../../room/area.ts'
import { approval } from './registers/approval.ts'
import { ballot } from './registers/ballot.ts'
import { instrument } from './registers/instrument.ts'
import { signing } from './registers/signing.ts'
import { tally } from './registers/tally.ts'

export const close = area({
  name: 'close',
  begin: () => ({}),
  acts: [],
  registers: [instrument, signing, approval, ballot, tally],
})
