/** What the page and the report both say about a settlement: proposals, totals, and where each utility comes from. */

import {
  add,
  compare,
  divide,
  isInRegion,
  max,
  multiply,
  type Package,
  type Problem,
  pickToText,
  type Rational,
  type Settlement,
  type Solution,
  type SolutionName,
  type SolutionPackage,
  subtract,
  sum,
  valueAt,
  ZERO,
} from '@goodoffices/settlement'
import { toMarked } from './numbers.ts'

export const solutionNames = [
  'nash',
  'kalaiSmorodinsky',
  'egalitarian',
  'utilitarian',
  'maxNashWelfare',
] as const satisfies readonly SolutionName[]

export const solutionTitles: Readonly<Record<SolutionName, string>> = {
  nash: 'Nash',
  kalaiSmorodinsky: 'Kalai-Smorodinsky',
  egalitarian: 'Egalitarian',
  utilitarian: 'Utilitarian',
  maxNashWelfare: 'Nash, by entitlement',
}

/** One package and all the rules that propose it. */
export type Proposal = {
  readonly letter: string
  readonly solutions: readonly Solution[]
  readonly offer: SolutionPackage
}

/** The first package of each solution, solutions that agree taken together. */
export function listProposals(settlement: Settlement): readonly Proposal[] {
  const groups = new Map<string, { solutions: Solution[]; offer: SolutionPackage }>()
  for (const name of solutionNames) {
    const solution = settlement.solutions[name]
    const offer = solution?.packages[0]
    if (solution === undefined || offer === undefined) continue
    const key = packageKey(offer.package)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { solutions: [solution], offer })
    else group.solutions.push(solution)
  }
  return [...groups.values()].map((group, i) => ({ letter: String.fromCodePoint(65 + i), ...group }))
}

export function packageKey(picks: Package): string {
  return picks.map(pick => (typeof pick === 'number' ? String(pick) : `${pick.num}/${pick.den}`)).join('|')
}

/** The pick as a person reads it, with its unit. */
export function pickText(problem: Problem, index: number, picks: Package): string {
  const issue = problem.issues[index]
  const pick = picks[index]
  if (issue === undefined || pick === undefined) return ''
  // A solver's fraction may have many digits; the exact one is in the machine-readable result.
  const text = typeof pick === 'number' ? pickToText(issue, pick) : toMarked(pick)
  return issue.kind === 'discrete' || issue.unit === undefined ? text : `${text} ${issue.unit}`
}

export type Term = {
  readonly label: string
  readonly weight?: Rational
  readonly value: Rational
  readonly product: Rational
}

/** Regions that apply are added one by one, and past so many together. */
const bonusesShownMax = 60

/** The sum that a party's utility is: weight × value for every issue, then the bonuses that apply. */
export function listTerms(problem: Problem, partyIndex: number, picks: Package): readonly Term[] {
  const party = problem.parties[partyIndex]
  if (party === undefined) return []
  const terms: Term[] = problem.issues.map((issue, i) => {
    const weight = party.weights[i] ?? ZERO
    const values = party.values[i]
    const pick = picks[i]
    const value = values === undefined || pick === undefined ? ZERO : valueAt(issue, values, pick)
    return { label: issue.name, weight, value, product: multiply(weight, value) }
  })
  const bonuses = party.bonuses.filter(bonus => isInRegion(problem, bonus.when, picks))
  const shown = bonuses.slice(0, bonusesShownMax)
  terms.push(...shown.map(({ id, value }) => ({ label: id, value, product: value })))
  const rest = bonuses.slice(bonusesShownMax)
  const gathered = sum(rest.map(bonus => bonus.value))
  if (rest.length > 0)
    terms.push({ label: `${rest.length} more bonuses`, value: gathered, product: gathered })
  return terms
}

/** The most and the least a party can get out of one issue, weight included. */
export function stakeOf(
  problem: Problem,
  partyIndex: number,
  issueIndex: number,
): { readonly low: Rational; readonly high: Rational } {
  const party = problem.parties[partyIndex]
  const weight = party?.weights[issueIndex] ?? ZERO
  const values = party?.values[issueIndex]
  const all =
    values === undefined
      ? []
      : values.kind === 'table'
        ? values.values
        : values.points.map(point => point.value)
  const products = all.map(value => multiply(weight, value))
  const first = products[0] ?? ZERO
  return {
    low: products.reduce((a, b) => (compare(a, b) <= 0 ? a : b), first),
    high: products.reduce((a, b) => max(a, b), first),
  }
}

/** Part of the way from the lowest to the highest; undefined where there is no way. */
export function shareOf(value: Rational, low: Rational, high: Rational): Rational | undefined {
  return compare(high, low) <= 0 ? undefined : divide(subtract(value, low), subtract(high, low))
}

/** The sum of the stakes: how large the issue is for the party beside its other issues. */
function stakeSize(problem: Problem, partyIndex: number, issueIndex: number): Rational {
  const { low, high } = stakeOf(problem, partyIndex, issueIndex)
  return subtract(high, low)
}

/** Share of all the party's stakes that lies on this issue. */
export function stakeShare(problem: Problem, partyIndex: number, issueIndex: number): Rational {
  const sizes = problem.issues.map((_, i) => stakeSize(problem, partyIndex, i))
  const total = sizes.reduce(add, ZERO)
  return total.num === 0n ? ZERO : divide(sizes[issueIndex] ?? ZERO, total)
}
