import type { CliArea } from '../area.ts'
import { registerTemplate } from './command.ts'

export const template: CliArea<'template'> = {
  handles: {},
  items: {},
  examples: { template: 'goodoffices item put template --in table --title "Our own form" --edition 1' },
  commands: [{ under: 'The talks', place: 8, register: registerTemplate }],
}
