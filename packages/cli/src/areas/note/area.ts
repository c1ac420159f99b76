import type { CliArea } from '../area.ts'
import { noteHandles } from './handles.ts'

export const note: CliArea<'note'> = { handles: noteHandles, items: {}, examples: {}, commands: [] }
