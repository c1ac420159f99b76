import type { Wording } from './wording.ts'

export const fa: Wording = { sentences: {}, unknown: { you: '{code}', they: '{code}' } }
