import type { CliArea } from '../area.ts'
import { registerEyes } from './command.ts'

export const eyes: CliArea<'eyes'> = {
  handles: {},
  items: {},
  examples: {
    'second-reading':
      'goodoffices item put second-reading --in desk --to-read "destroy table" --digest bMx0-k_2bMx0-k_2bMx0-k_2bMx0-k_2bMx0-k_2bMx',
  },
  commands: [{ under: 'Hearing and carrying', place: 61, register: registerEyes }],
}
