import type { CliArea } from '../area.ts'
import { registerClaim } from './claim.ts'
import { registerDeadline } from './deadline.ts'
import { registerIssue } from './issue.ts'
import { registerAgenda } from './matrix.ts'
import { registerRound } from './round.ts'

export const agenda: CliArea<'agenda'> = {
  handles: {},
  items: {},
  examples: {
    claim: 'goodoffices item put claim --in caucus:iran --what "Missiles" --position out --firmness never',
    issue:
      'goodoffices item put issue --in desk --ordinal 1 --title "Nuclear file" --footing proposed --stage separate',
    round: 'goodoffices item put round --in table --ordinal 2 --title "Round 2" --opens-on 2026-02-06',
    'working-group':
      'goodoffices item put working-group --in group:assets --title Assets --issue table/i1 --group-task "List what is frozen."',
    deadline:
      'goodoffices item put deadline --in table --title "Answers" --due "60 days after table/i3 round-opened" --set-by mediators --pausable yes',
  },
  commands: [
    { under: 'Hearing and carrying', place: 62, register: registerAgenda },
    { under: 'Hearing and carrying', place: 63, register: registerClaim },
    { under: 'Hearing and carrying', place: 64, register: registerIssue },
    { under: 'Hearing and carrying', place: 65, register: registerRound },
    { under: 'Hearing and carrying', place: 66, register: registerDeadline },
  ],
}
