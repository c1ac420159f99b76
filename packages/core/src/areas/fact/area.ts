/** Facts: what is disputed and each side's own answer to it, joint inquiries, evidence, measures in force, and what one does without a deal. */

import type { ItemState } from '../../item/item.ts'
import { area } from '../../room/area.ts'
import type { Room } from '../../room/state.ts'
import { keptSpeech } from './kept.ts'
import { alternative } from './registers/alternative.ts'
import { evidence } from './registers/evidence.ts'
import { inquiry } from './registers/inquiry.ts'
import { matter } from './registers/matter.ts'
import { measure } from './registers/measure.ts'
import { version } from './registers/version.ts'

export const fact = area({
  name: 'fact',
  begin: () => ({}),
  acts: [],
  kept: (room: Room & ItemState) => keptSpeech(room),
  registers: [matter, version, inquiry, evidence, measure, alternative],
})
