import type { CliArea } from '../area.ts'
import { registerNotes } from './commands.ts'
import { noteHandles } from './handles.ts'

export const note: CliArea<'note'> = {
  handles: noteHandles,
  items: {},
  examples: {},
  commands: [{ under: 'Hearing and carrying', place: 24, register: registerNotes }],
}
