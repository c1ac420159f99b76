/** What a client knows of an area beyond its rules: its words in each language. */

import type { AreaName } from '@goodoffices/core'
import type { AreaWords, CodesOf } from '../words/area-words.ts'
import type { Language } from '../words/locale.ts'

export type ClientArea<N extends AreaName, C extends CodesOf<N>, T extends string> = {
  readonly codes: C
  /** Each language is loaded when it is first asked for. */
  readonly words: Readonly<Record<Language, () => Promise<AreaWords<N, C, T>>>>
}
