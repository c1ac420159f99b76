/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import type { CodesOf } from '../../words/area-words.ts'
import type { LeftOutKind } from './word/content.ts'

export const codes = {
  'bracket-faulty': 'bracket-faulty',
  'bracketed-already': 'settled',
  'choice-unknown': 'gone',
  'choices-differ': 'malformed',
  'clause-changed': 'rev-stale',
  'clause-removed': 'settled',
  'clause-stands': 'settled',
  'clause-under-itself': 'clause-under-itself',
  'clause-unknown': 'gone',
  'clauses-out-of-order': 'malformed',
  'clauses-too-deep': 'clause-under-itself',
  'draft-unknown': 'gone',
  'draft-withdrawn': 'settled',
  'file-broken': 'file-broken',
  'file-declares': 'file-declares',
  'file-not-word': 'file-not-word',
  'file-old-or-locked': 'file-old-or-locked',
  'file-swells': 'file-swells',
  'file-too-deep': 'file-swells',
  'file-too-long': 'file-too-long',
  'language-missing': 'language-missing',
  'language-not-of-text': 'malformed',
  'languages-unfit': 'languages-unfit',
  'nothing-written': 'nothing-written',
  'parent-unfit': 'malformed',
  'parts-missing': 'malformed',
  'place-stale': 'rev-stale',
  'place-unsaid': 'malformed',
  'rival-stands': 'rival-stands',
  'saying-unknown': 'gone',
  'still-open': 'still-open',
  'text-unknown': 'gone',
  'too-many-clauses': 'too-much',
  'too-many-versions': 'too-much',
  'translation-behind': 'translation-behind',
  'version-stale': 'rev-stale',
  'version-unknown': 'gone',
  'wording-not-released': 'wording-not-released',
} as const satisfies CodesOf<'text'>

export type Term =
  | 'draft'
  | 'withdrawn'
  | 'no-text'
  | 'blank'
  | 'numbered'
  | 'one-text'
  | 'measure.drafts'
  | 'measure.draft-said'
  | 'measure.draft-taken'
  | 'measure.draft-told-time'
  | 'waiting.draft'
  | 'waiting.draft-said'
  | 'waiting.may-pass'
  | 'compared-with'
  | `left-out.${LeftOutKind}`
