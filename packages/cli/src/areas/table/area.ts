import type { CliArea } from '../area.ts'
import { registerTable } from './command.ts'

export const table: CliArea<'table'> = {
  handles: {},
  items: {},
  examples: {},
  commands: [{ under: 'Hearing and carrying', place: 22, register: registerTable }],
}
