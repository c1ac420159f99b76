/** All that is said in a language, on screens and by the client's vocabulary, as the tests of words read it. */

import { loadVocabulary } from '@goodoffices/client/words'
import { allAreas } from '../src/areas.ts'
import { ar as arGround } from '../src/words/ar.ts'
import { en as enGround } from '../src/words/en.ts'
import { es as esGround } from '../src/words/es.ts'
import { fa as faGround } from '../src/words/fa.ts'
import { fr as frGround } from '../src/words/fr.ts'
import { home as arHome } from '../src/words/home/ar.ts'
import { home as enHome } from '../src/words/home/en.ts'
import { home as esHome } from '../src/words/home/es.ts'
import { home as faHome } from '../src/words/home/fa.ts'
import { home as frHome } from '../src/words/home/fr.ts'
import type { Language } from '../src/words/languages.ts'

export type Catalogue = Readonly<Record<string, string>>

const ofAreas = async (language: Language): Promise<readonly Catalogue[]> =>
  Promise.all(allAreas.map(({ words }) => words[language]()))

/** Those of the first screen, those that are no area's, and each area's. */
export const catalogues: Readonly<Record<Language, readonly Catalogue[]>> = {
  en: [enHome, enGround, ...(await ofAreas('en'))],
  ar: [arHome, arGround, ...(await ofAreas('ar'))],
  fa: [faHome, faGround, ...(await ofAreas('fa'))],
  fr: [frHome, frGround, ...(await ofAreas('fr'))],
  es: [esHome, esGround, ...(await ofAreas('es'))],
}
/** The web app's own, as a screen has them. */
export const screenWords = (language: Language): Catalogue =>
  Object.assign({}, ...catalogues[language]) as Catalogue

/** Every text of the client's vocabulary, by the key under which a screen has it. */
export async function clientWords(language: Language): Promise<Catalogue> {
  const { acts, events, refusals, fields, choices, terms } = await loadVocabulary(language)
  const under = (name: string, texts: Catalogue) =>
    Object.entries(texts).map(([key, text]) => [`${name}.${key}`, text] as const)
  return Object.fromEntries([
    ...under('act', acts),
    ...under('event', events),
    ...Object.entries(refusals).flatMap(([name, { you, they }]) => [
      [`refusal.${name}.you`, you] as const,
      [`refusal.${name}.they`, they] as const,
    ]),
    ...under('field', fields),
    ...Object.entries(choices),
    ...under('term', terms),
  ])
}
