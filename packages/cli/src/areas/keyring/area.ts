import type { CliArea } from '../area.ts'

export const keyring: CliArea<'keyring'> = { handles: {}, items: {}, examples: {}, commands: [] }
