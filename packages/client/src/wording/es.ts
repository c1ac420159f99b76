import type { Wording } from './wording.ts'

export const es: Wording = { sentences: {}, unknown: { you: '{code}', they: '{code}' } }
