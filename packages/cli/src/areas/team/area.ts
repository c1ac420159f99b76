import type { CliArea } from '../area.ts'
import { registerTeam } from './command.ts'

export const team: CliArea<'team'> = {
  handles: {},
  items: {},
  examples: {
    'mediators-accepted':
      'goodoffices item put mediators-accepted --institution "Lakes Institute" --task "For water" --in caucus:iran',
  },
  commands: [{ under: 'The talks', place: 42, register: registerTeam }],
}
