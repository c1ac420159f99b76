import type { CliArea } from '../area.ts'
import { registerConsent } from './consent.ts'
import { registerTerms } from './terms.ts'

export const mandate: CliArea<'mandate'> = {
  handles: {},
  items: {},
  examples: {},
  commands: [
    { under: 'The talks', place: 14, register: registerTerms },
    { under: 'The talks', place: 16, register: registerConsent },
  ],
}
