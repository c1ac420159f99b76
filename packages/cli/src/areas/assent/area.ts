import type { CliArea } from '../area.ts'
import { registerQuestion } from './command.ts'
import { assentHandles } from './handles.ts'

export const assent: CliArea<'assent'> = {
  handles: assentHandles,
  items: {},
  examples: { proposal: 'goodoffices item put proposal --in desk --title "Text of 30 May"' },
  commands: [{ under: 'Hearing and carrying', place: 70, register: registerQuestion }],
}
