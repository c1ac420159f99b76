import type { CliArea } from '../area.ts'

export const rules: CliArea<'rules'> = { handles: {}, items: {}, examples: {}, commands: [] }
