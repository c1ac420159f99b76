import type { CliArea } from '../area.ts'
import { registerConsent } from './consent.ts'
import { registerMandate } from './mandate.ts'
import { registerPowers } from './powers.ts'
import { registerTerms } from './terms.ts'

export const mandate: CliArea<'mandate'> = {
  handles: {},
  items: {},
  examples: {
    mandate:
      'goodoffices item put mandate --in delegation --title "Mandate of 3 February" --principal "The presidency" --envoy "The ministry" --covers "The nuclear file" --excludes Missiles --in-force-until 2026-03-06',
    condition:
      'goodoffices item put condition --governs delegation/i1 --title "Free of threats" --demanded-of circumstances --judged-by principal --consequence suspends',
    powers:
      'goodoffices item put powers --in caucus:iran --holder "Head of the delegation" --person "Foreign ministry" --powers-may negotiate --powers-may initial',
  },
  commands: [
    { under: 'The talks', place: 14, register: registerTerms },
    { under: 'The talks', place: 16, register: registerConsent },
    { under: 'The talks', place: 17, register: registerMandate },
    { under: 'The talks', place: 18, register: registerPowers },
  ],
}
