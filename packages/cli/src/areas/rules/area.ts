import type { CliArea } from '../area.ts'
import { registerRules } from './command.ts'

export const rules: CliArea<'rules'> = {
  handles: {},
  items: {},
  examples: {},
  commands: [{ under: 'Hearing and carrying', place: 21, register: registerRules }],
}
