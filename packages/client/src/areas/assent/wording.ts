/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import { isYesFinal, type QuestionContent, type QuestionPhase } from '@goodoffices/core'
import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'already-asked': 'settled',
  'answer-final': 'answer-final',
  'asked-hidden': 'asked-hidden',
  'asked-unfit': 'malformed',
  'digest-differs': 'digest-differs',
  'not-all-asked': 'not-all-asked',
  'not-assented': 'outcome-differs',
  'outcome-differs': 'outcome-differs',
  'question-closed': 'question-closed',
  'question-lapsed': 'question-lapsed',
  'question-unknown': 'gone',
  'times-unfit': 'times-unfit',
  'too-early': 'too-early',
} as const satisfies CodesOf<'assent'>

/**
 * Of one party's yes: `signed` by a device of its own; `recorded` and signed by the mediators; `word`, where this reader knows no
 * device of that party, so that the mediators alone say so; `none`, where it is not by whom it is said to be.
 */
export type Proof = 'signed' | 'recorded' | 'word' | 'none'

/** What is read before and after an answer, alike on screen, on paper and in the shell. */
export type Term =
  | 'question'
  | `phase.${QuestionPhase}`
  | `proof.${Proof}`
  | 'not-proved'
  | 'answered'
  | 'unanswered'
  | 'answer-yes'
  | 'answer-no'
  | 'all-yes'
  | 'else'
  | 'who-sees'
  | 'what-is-learnt'
  | 'yes-binds'
  | 'yes-stays'
  | 'yes-does-not-bind'
  | 'silence'
  | 'due-now'
  | 'would-move'
  | 'would-be-put'
  | 'would-be-given'
  | 'told-early'
  | 'foreign-device'

/** What a yes means, in words that stand beside the buttons. */
export function yesMeans(
  content: Pick<QuestionContent, 'effect' | 'times'>,
): 'yes-binds' | 'yes-stays' | 'yes-does-not-bind' {
  if (content.effect === 'commits') return 'yes-binds'
  return isYesFinal(content) ? 'yes-stays' : 'yes-does-not-bind'
}
