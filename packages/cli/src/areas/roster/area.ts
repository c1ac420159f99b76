import type { CliArea } from '../area.ts'

export const roster: CliArea<'roster'> = { handles: {}, items: {}, examples: {}, commands: [] }
