import type { QuestionContent } from '@goodoffices/core'
import type { Words } from '../../words/words.tsx'

/** What a question is about; of one that moves a day, that it does. */
export const kindOf = (t: Words['t'], { kind, moves }: Pick<QuestionContent, 'kind' | 'moves'>): string =>
  t(moves === undefined ? `kind.${kind}` : 'field.moves')
