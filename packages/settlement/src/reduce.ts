/**
 * The same problem with fewer options, where issues are coupled too widely to be gone through. An option goes where another
 * of its issue gives every party at least as much, brings it into every bonus and out of every penalty that the first is in, and
 * breaks no rule that the first keeps, whatever is agreed elsewhere. Put in its place in any package, the other lets
 * nobody lose. So every undominated point, every solution's value, every ideal and every explanation of no deal remains; ties do not.
 */

import { mapRegions } from './constraint.ts'
import { conditionHolds, type Package, pickAt, sizeOf, valueAt } from './package.ts'
import type { Bonus, Condition, Issue, Party, Problem, Region } from './problem.ts'
import { compare, multiply, type Rational } from './rational.ts'

export type Reduced = {
  readonly problem: Problem
  /** A package of the reduced problem as one of the problem it came from. */
  readonly restore: (picks: Package) => Package
}

/** With more options of an issue that differ, they are not compared in pairs. */
const comparedOptionsMax = 400
/** Going once more through all issues finds what the last round has opened. */
const roundsMax = 20

/** Continuous issues stay as they are. */
export function reduceOptions(problem: Problem): Reduced {
  let reduced = withOptions(problem, allOptions)
  for (let round = 0; round < roundsMax; round++) {
    const next = withOptions(reduced.problem, keptOptions)
    if (!next.isSmaller) break
    const earlier = reduced.restore
    reduced = { ...next, restore: picks => earlier(next.restore(picks)) }
  }
  return reduced
}

type Choose = (problem: Problem, issue: number) => readonly number[] | undefined

/** Every discrete and integer issue with the options chosen of it, by their place; undefined leaves it as it is. */
function withOptions(problem: Problem, choose: Choose): Reduced & { readonly isSmaller: boolean } {
  const kept = problem.issues.map((_, i) => choose(problem, i))
  const issues = problem.issues.map((issue, i): Issue => {
    const places = kept[i]
    if (places === undefined || issue.kind === 'continuous') return issue
    const options = places.map(place =>
      issue.kind === 'discrete' ? (issue.options[place] as string) : String(pickAt(issue, place)),
    )
    return { kind: 'discrete', name: issue.name, options }
  })
  const move = (condition: Condition): Condition => {
    const issue = problem.issues[condition.issue] as Issue
    const places = kept[condition.issue]
    if (places === undefined) return condition
    const options = places.flatMap((place, o) =>
      conditionHolds(condition, issue, pickAt(issue, place)) ? [o] : [],
    )
    return { kind: 'options', issue: condition.issue, options }
  }
  const moveAll = (region: Region): Region => region.map(move)
  return {
    problem: {
      ...problem,
      issues,
      parties: problem.parties.map(party => ({
        ...party,
        values: party.values.map((values, i) => {
          const places = kept[i]
          const issue = problem.issues[i] as Issue
          if (places === undefined) return values
          return { kind: 'table', values: places.map(place => valueAt(issue, values, pickAt(issue, place))) }
        }),
        bonuses: party.bonuses.flatMap(bonus => simplify({ ...bonus, when: moveAll(bonus.when) }, issues)),
        redLines: party.redLines.map(line => ({ ...line, excludes: moveAll(line.excludes) })),
      })),
      constraints: problem.constraints.map(constraint => mapRegions(constraint, moveAll)),
    },
    restore: picks =>
      picks.map((pick, i) => {
        const place = kept[i]?.[Number(pick)]
        return place === undefined ? pick : pickAt(problem.issues[i] as Issue, place)
      }),
    isSmaller: kept.some((places, i) => places !== undefined && places.length < sizeAt(problem, i)),
  }
}

/** Without the conditions that every option left meets; nothing where one is met by none. */
function simplify(bonus: Bonus, issues: readonly Issue[]): readonly Bonus[] {
  if (bonus.when.some(condition => condition.kind === 'options' && condition.options.length === 0)) return []
  const when = bonus.when.filter(condition => {
    const issue = issues[condition.issue] as Issue
    return (
      condition.kind !== 'options' ||
      issue.kind !== 'discrete' ||
      condition.options.length < issue.options.length
    )
  })
  return [{ ...bonus, when }]
}

function sizeAt(problem: Problem, i: number): number {
  const issue = problem.issues[i] as Issue
  return issue.kind === 'continuous' ? Number.POSITIVE_INFINITY : sizeOf(issue)
}

function allOptions(problem: Problem, i: number): readonly number[] | undefined {
  const size = sizeAt(problem, i)
  return Number.isFinite(size) ? Array.from({ length: size }, (_, place) => place) : undefined
}

/** What one option is worth to each party, and which regions it keeps open: those it is good to be in, and those it is bad to be in. */
type Traits = {
  readonly worths: readonly Rational[]
  readonly good: readonly boolean[]
  readonly bad: readonly boolean[]
}

/** The options of which none is better or as good; of several that are the same, the first. */
function keptOptions(problem: Problem, i: number): readonly number[] | undefined {
  const all = allOptions(problem, i)
  if (all === undefined) return undefined
  const issue = problem.issues[i] as Issue
  const { good, bad } = conditionsOn(problem, i)
  const holds = (conditions: readonly Condition[], place: number): boolean[] =>
    conditions.map(condition => conditionHolds(condition, issue, pickAt(issue, place)))
  const traits = all.map(place => ({
    worths: problem.parties.map(party => worthOf(party, issue, i, place)),
    good: holds(good, place),
    bad: holds(bad, place),
  }))
  const distinct = firstOfEach(all, place => traitsToKey(traits[place] as Traits))
  if (distinct.length > comparedOptionsMax) return distinct
  return distinct.filter(
    place =>
      !distinct.some(other => other !== place && isNoWorse(traits[other] as Traits, traits[place] as Traits)),
  )
}

function worthOf(party: Party, issue: Issue, i: number, place: number): Rational {
  const values = party.values[i]
  const weight = party.weights[i]
  if (values === undefined || weight === undefined)
    throw new RangeError('a party needs a value and a weight per issue')
  return multiply(weight, valueAt(issue, values, pickAt(issue, place)))
}

/** The conditions on one issue, by whether it is good or bad to meet them. */
function conditionsOn(problem: Problem, i: number) {
  const good: Condition[] = []
  const bad: Condition[] = []
  const sort = (region: Region, isGood: boolean): void => {
    ;(isGood ? good : bad).push(...region.filter(({ issue }) => issue === i))
  }
  for (const party of problem.parties) {
    for (const bonus of party.bonuses) sort(bonus.when, bonus.value.num > 0n)
    for (const line of party.redLines) sort(line.excludes, false)
  }
  for (const rule of problem.constraints) {
    switch (rule.kind) {
      case 'forbid':
        sort(rule.when, false)
        break
      case 'implies':
        sort(rule.when, false)
        sort(rule.then, true)
        break
      case 'at-most':
        for (const region of rule.of) sort(region, false)
        break
      default:
        rule satisfies never
    }
  }
  return { good, bad }
}

function firstOfEach(places: readonly number[], keyOf: (place: number) => string): number[] {
  const seen = new Set<string>()
  return places.filter(place => {
    const key = keyOf(place)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function traitsToKey({ worths, good, bad }: Traits): string {
  const flags = [...good, ...bad].map(Number).join('')
  return `${worths.map(({ num, den }) => `${num}/${den}`).join(' ')} ${flags}`
}

/** Whether the first is at least as good as the second, in any package. */
function isNoWorse(a: Traits, b: Traits): boolean {
  return (
    a.worths.every((worth, p) => compare(worth, b.worths[p] as Rational) >= 0) &&
    b.good.every((isIn, k) => !isIn || a.good[k] === true) &&
    a.bad.every((isIn, k) => !isIn || b.bad[k] === true)
  )
}
