import type { CliArea } from '../area.ts'

export const mandate: CliArea<'mandate'> = { handles: {}, items: {}, examples: {}, commands: [] }
