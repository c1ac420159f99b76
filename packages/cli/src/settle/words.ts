/** The engine's codes in words. */

import type { Problem, Reason, Remark } from '@goodoffices/settlement'
import { solutionTitles } from './proposals.ts'

/** One remark as a sentence or two. */
export function remarkText(problem: Problem, remark: Remark): string {
  switch (remark.code) {
    case 'import':
      return remark.text
    case 'cannot-gain':
      return 'A party cannot gain in any acceptable package: every product of gains is zero, and its ratio is left out.'
    case 'product-zero':
      return `${solutionTitles[remark.solution]}: no acceptable package gives every party a positive gain, so the product is zero for all of them; ${remark.shown === 'all' ? 'all are listed as tied' : 'one is shown'}.`
    case 'ideal-unproven':
      return `The ideal of ${partyName(problem, remark.party)} is the best met, not proven.`
    case 'frontier-approximate':
      return 'The exact frontier has more points than the limits allow: a smaller set is listed, with its guarantee.'
    case 'frontier-too-large':
      return 'The frontier has more points than the limits allow, even approximately: only the solutions’ own points are listed.'
    case 'frontier-not-listed':
      return 'The frontier could not be listed within the limits of work; it may be small. The solutions are not affected.'
    case 'frontier-continuum':
      return 'The frontier is a continuum: the listed points are its exact ends and corners, and every point on a line between two that are joined is efficient as well.'
    case 'frontier-grid':
      return remark.guaranteed
        ? 'The frontier is listed on a grid of the continuous issues; between neighbouring points it continues.'
        : 'The frontier is listed on a grid of the continuous issues, without a guarantee, since a rule or bonus begins or ends on one of them.'
    case 'ties-not-counted':
      return 'Packages that tie are not counted: one is shown for each solution and each listed point.'
    case 'not-explained':
      return `Why there is no deal could not be worked out. ${reasonText(remark.reason)}`
    case 'no-deal-by-solver':
      return 'No package is acceptable to all, by the solver’s bound on the smallest gain. None of the conditions named can be left out, but another set may be smaller; what would open a way is enough, and perhaps more than needed.'
    default:
      return remark satisfies never
  }
}

/** Why there is no answer, and what would help. */
export function reasonText(reason: Reason): string {
  switch (reason.code) {
    case 'numbers-too-long':
      return `The numbers of ${reason.party} are too long: over one denominator they have more than ${reason.digitsMax} digits. --scale 6 rounds them first.`
    case 'numbers-beyond-solver':
      return 'The numbers are too large or too small for the solver that a problem of this size needs. State them in another unit.'
    case 'entitlements-too-fine':
      return `The entitlements are too fine: as the smallest whole numbers in the same proportion they add up to more than ${reason.sumMax}. Round them.`
    case 'acceptability-open':
      return 'No acceptable package was found within the limits, and none was ruled out. Fewer issues, or reservation values moved by a little, would let it be decided.'
    case 'solver-tolerance':
      return 'The best package lies so near a reservation value that the solver cannot tell on which side. Reservation values moved by a little would let it be decided.'
    case 'too-many-coupled':
      return 'Rules and bonuses tie too many issues together. Fewer of them would make it smaller.'
    case 'too-many-cells':
      return 'Continuous issues and options leave too many cases. Fewer rules that tie issues together, or whole numbers (`whole: true`) in place of continuous ranges, would make it smaller.'
    case 'too-many-ties':
      return 'Too many packages tie to list any within the limits.'
    case 'too-many-claimants':
      return `The goods are too few for everyone, and of more than ${reason.claimantsMax} claimants it is not weighed up who goes without.`
    case 'unproven':
      return 'The limits do not allow a proven answer, and none is guessed.'
    default:
      return reason satisfies never
  }
}

function partyName(problem: Problem, party: number): string {
  return problem.parties[party]?.name ?? `party ${party + 1}`
}
