import type { Wording } from './wording.ts'

export const fr: Wording = { sentences: {}, unknown: { you: '{code}', they: '{code}' } }
