import type { Wording } from './wording.ts'

export const en: Wording = { sentences: {}, unknown: { you: '{code}', they: '{code}' } }
