import type { CliArea } from '../area.ts'
import { registerOpenings } from './openings.ts'
import { registerParty } from './party.ts'
import { registerPeople } from './people.ts'

export const roster: CliArea<'roster'> = {
  handles: {},
  items: {},
  examples: {},
  commands: [
    { under: 'The talks', place: 12, register: registerParty },
    { under: 'The talks', place: 40, register: registerPeople },
    { under: 'Hearing and carrying', place: 26, register: registerOpenings },
  ],
}
