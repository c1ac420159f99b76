import type { CliArea } from '../area.ts'

export const table: CliArea<'table'> = { handles: {}, items: {}, examples: {}, commands: [] }
