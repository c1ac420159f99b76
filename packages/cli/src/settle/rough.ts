/** What still holds when weights are only known within ranges: sentences for page and report. */

import { compare, type Problem, type Robustness } from '@goodoffices/settlement'
import { toShort } from './numbers.ts'
import { packageKey } from './proposals.ts'
import { cleanText } from './text.ts'

/** Plain sentences; user-supplied names are cleaned, not escaped. */
export function robustnessToSentences(problem: Problem, robustness: Robustness): readonly string[] {
  const { corners, pivots, efficient, recommendation } = robustness
  if (recommendation === undefined) return []
  const tried = corners.all ? `at all ${corners.tried} corners` : `at the ${corners.tried} corners tried`
  const steady = efficient.filter(each => each.throughout).length
  const key = packageKey(recommendation)
  const own = efficient.find(each => packageKey(each.point.package) === key)
  return [
    corners.holds
      ? `The Nash package stays the recommendation ${tried} of the stated ranges of weights.`
      : `The Nash package does not stay the recommendation at every corner of the stated ranges of weights (${corners.tried} tried).`,
    ...(own === undefined
      ? []
      : [
          own.throughout
            ? 'It is efficient throughout the ranges.'
            : 'For some weights in the ranges another package is better for all.',
        ]),
    `${steady} of ${efficient.length} efficient points stay efficient throughout.`,
    ...pivots.map(pivot => {
      const party = problem.parties[pivot.party]
      const issue = cleanText(problem.issues[pivot.issue]?.name ?? '')
      const stated = party?.weights[pivot.issue] ?? pivot.holds
      const turn = compare(pivot.fails, stated) > 0 ? 'rises above' : 'falls below'
      return `The recommendation changes once the weight of “${issue}” for ${cleanText(party?.name ?? '')} ${turn} about ${toShort(pivot.holds, 2)} (stated: ${toShort(stated, 2)}).`
    }),
  ]
}
