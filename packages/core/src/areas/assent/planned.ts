/** Of which question the desk speaks, for who checks what each side will read of it. */

import type { Act } from '../../areas.ts'
import type { AssentState, QuestionPlan } from './state.ts'

export type PlannedQuestion = Pick<QuestionPlan, 'content' | 'digest' | 'asked' | 'gives' | 'accepted'>

/** The question that an act of the desk plans, or puts to those whom it has not reached yet. */
export function questionIn(act: Act, { questionPlans }: AssentState): PlannedQuestion | undefined {
  if (act.kind === 'assent.plan') return act
  return act.kind === 'assent.ask' ? questionPlans[act.question] : undefined
}
