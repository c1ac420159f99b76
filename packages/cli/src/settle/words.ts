/** The engine's codes in words. */

import type {
  Check,
  CheckName,
  GoodsRemark,
  ImportRemark,
  Problem,
  ProofMethod,
  Reason,
  Remark,
  Settlement,
  SolutionName,
} from '@goodoffices/settlement'
import { toDecimal } from '@goodoffices/settlement'
import { solutionTitles } from './proposals.ts'

/** What an importer did, as a sentence or two. */
export function importText(remark: ImportRemark): string {
  switch (remark.code) {
    case 'encoding-guessed':
      return `${remark.file} does not say how its letters are encoded; it was read as ${remark.encoding}.`
    case 'not-read':
      return `Not a part of the problem, and not read: ${remark.files.join(', ')}.`
    case 'no-domain-file':
      return `No domain file was given; the issues are those of ${remark.file}.`
    case 'names-against-indices':
      return `${remark.party}: index ${remark.index} is called "${remark.here}" here and "${remark.there}" in the domain; issues are joined by index, as GENIUS does.`
    case 'cap-ignored':
      return `${remark.party}: the weights add up to ${remark.sum}; utilities above 1 by that rounding are left as they are.`
    case 'cut-at-one': {
      const counted = remark.packages === undefined ? '' : ` (${counting(remark.packages, 'package')})`
      return `${remark.party}: the weights add up to ${remark.sum}; as GENIUS does, utilities above 1 are cut to 1${counted}.`
    }
    case 'discount-not-used':
      return `${remark.party}: the discount factor${remark.factor === undefined ? '' : ` ${remark.factor}`} is about time passing and is not used.`
    case 'weights-not-one':
      return `${remark.party}: the weights add up to ${remark.sum}, not 1; they are used as they stand.`
    case 'reservation-stood-in':
      return `${remark.party}: no reserved value is stated; ${remark.reservation}, below which nothing lies, stands in for it.`
    case 'rounded': {
      const places = counting(remark.places, 'decimal place')
      return remark.changed === 0
        ? `Rounded at ${places}; nothing was lost.`
        : `Rounded at ${places}: ${counting(remark.changed, 'number')} changed, each by at most ${toDecimal({ num: 1n, den: 2n * 10n ** BigInt(remark.places) })}.`
    }
    default:
      return remark satisfies never
  }
}

const counting = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

export const goodsRemarkText = ({ totals }: GoodsRemark): string =>
  `The points do not add up to the same total for each party (${totals.map(({ party, total }) => `${party} ${total}`).join(', ')}); shares are compared as they stand.`

/** One remark as a sentence or two. */
export function remarkText(problem: Problem, remark: Remark): string {
  switch (remark.code) {
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
    case 'encoding-guessed':
    case 'not-read':
    case 'no-domain-file':
    case 'names-against-indices':
    case 'cap-ignored':
    case 'cut-at-one':
    case 'discount-not-used':
    case 'weights-not-one':
    case 'reservation-stood-in':
    case 'rounded':
      return importText(remark)
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

/** The sentences that define the solutions. */
export const definitions: { readonly [name in SolutionName]: string } = {
  nash: 'Nash: among packages that give every party at least its reservation value, the largest product of gains over it (Nash 1950).',
  kalaiSmorodinsky:
    'Kalai-Smorodinsky: the largest smallest ratio of a party’s gain to its ideal gain, the most it could gain in any package acceptable to all (Kalai and Smorodinsky 1975, max-min form).',
  egalitarian:
    'Egalitarian: the smallest gain is as large as possible, then the next smallest, and so on (leximin).',
  utilitarian: 'Utilitarian: the largest sum of utilities among packages acceptable to all.',
  maxNashWelfare:
    'Nash with entitlements: the largest product of gains, each raised to its party’s entitlement (whole exponents in the same proportion).',
}

/** How a solution was proven. */
export const proofMethods: { readonly [method in ProofMethod]: string } = {
  frontier: 'Compared exactly over every undominated acceptable point.',
  'weighted-sum':
    'Every package that could reach the best level, by a weighted-sum bound, was merged and compared exactly.',
  limits: 'Stopped at the stated limits; the bound follows from Lagrange multipliers, exactly.',
  cells:
    'Each continuous issue was cut into pieces on which all utilities are linear; every cell of such pieces that could hold the best, by a weighted-sum bound, was solved as an exact linear program.',
  means:
    'The best place is irrational in general and was found in float64, and its product computed exactly; the inequality of arithmetic and geometric means bounds every cell, exactly.',
  apart:
    'Coupled issues were taken out one by one, keeping for every combination of the issues still tied to them what no other dominates.',
  programs:
    'Mixed-integer programs solved by HiGHS in float64, bound widened for its tolerances; the package and its utilities are exact.',
}

export function checkTitle(name: CheckName): string {
  switch (name) {
    case 'frontier-points':
      return 'frontier points'
    case 'frontier-undominated':
      return 'frontier undominated'
    case 'nash':
    case 'kalaiSmorodinsky':
    case 'egalitarian':
    case 'utilitarian':
    case 'maxNashWelfare':
      return solutionTitles[name]
    default:
      return name satisfies never
  }
}

/** What a check of the certificate looked at. */
export function checkText(problem: Problem, settlement: Settlement, check: Check): string {
  const count = `${check.checked} of ${check.of}`
  switch (check.name) {
    case 'frontier-points':
      return `${count}: utilities recomputed exactly, rules kept, reservation values met`
    case 'frontier-undominated':
      return problem.parties.length === 2
        ? 'as one party’s utility rises, the other’s falls, at every step'
        : `${count} compared in pairs`
    case 'nash':
    case 'kalaiSmorodinsky':
    case 'egalitarian':
    case 'utilitarian':
    case 'maxNashWelfare': {
      const proof = settlement.solutions[check.name]?.proof
      const end =
        proof === undefined
          ? ''
          : ` ${proof.status === 'optimal' ? 'proven best' : 'within the stated bound'}. ${proofMethods[proof.method]}`
      return `${count} packages recomputed exactly, rules and reservation values kept; none listed dominates it;${end}`
    }
    default:
      return check.name satisfies never
  }
}
