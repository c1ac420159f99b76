import type { CliArea } from '../area.ts'

export const view: CliArea<'view'> = { handles: {}, items: {}, examples: {}, commands: [] }
