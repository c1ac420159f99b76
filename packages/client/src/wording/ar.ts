import type { Wording } from './wording.ts'

export const ar: Wording = { sentences: {}, unknown: { you: '{code}', they: '{code}' } }
