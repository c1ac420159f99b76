/** Bonuses, red lines and side constraints as tests on the array of chosen pick numbers, indexed by issue. */

import { regionsOf } from './constraint.ts'
import { conditionHolds, type Pick } from './package.ts'
import type { Constraint, Problem, Region } from './problem.ts'
import { writeTotal } from './rows.ts'
import type { Scale } from './scale.ts'

type Test = (chosen: Int32Array) => boolean
export type Rule =
  | { readonly kind: 'limit'; readonly issues: readonly number[]; readonly isMet: Test }
  /** Adds `row` when `applies`. */
  | {
      readonly kind: 'bonus'
      readonly issues: readonly number[]
      readonly applies: Test
      readonly row: Float64Array
    }

export function compileRules(problem: Problem, picks: readonly (readonly Pick[])[], scale: Scale): Rule[] {
  const regionTest = (region: Region): Test => {
    const masks = region.map(condition => {
      const issue = problem.issues[condition.issue]
      if (issue === undefined) throw new RangeError('a condition names an issue that does not exist')
      const mask = Uint8Array.from(picks[condition.issue] as Pick[], pick =>
        conditionHolds(condition, issue, pick) ? 1 : 0,
      )
      return { issue: condition.issue, mask }
    })
    return chosen => masks.every(({ issue, mask }) => mask[chosen[issue] as number] === 1)
  }
  const rules: Rule[] = []
  problem.parties.forEach((party, p) => {
    party.bonuses.forEach((bonus, b) => {
      const size = (scale.bonuses[p] as bigint[])[b] as bigint
      const row = new Float64Array(scale.parties * scale.limbs)
      writeTotal(size < 0n ? -size : size, row, p * scale.limbs, scale.limbs)
      const test = regionTest(bonus.when)
      // A penalty already lies in the base; escaping it is what adds.
      const applies: Test = size < 0n ? chosen => !test(chosen) : test
      rules.push({ kind: 'bonus', issues: issuesOf([bonus.when]), applies, row })
    })
    for (const redLine of party.redLines) {
      const test = regionTest(redLine.excludes)
      rules.push({ kind: 'limit', issues: issuesOf([redLine.excludes]), isMet: chosen => !test(chosen) })
    }
  })
  for (const constraint of problem.constraints) {
    const tests = regionsOf(constraint).map(regionTest)
    const issues = issuesOf(regionsOf(constraint))
    rules.push({ kind: 'limit', issues, isMet: constraintTest(constraint, tests) })
  }
  return rules
}

function constraintTest(constraint: Constraint, tests: readonly Test[]): Test {
  switch (constraint.kind) {
    case 'forbid':
      return chosen => !tests.every(test => test(chosen))
    case 'implies':
      return chosen => !tests[0]?.(chosen) || tests[1]?.(chosen) === true
    case 'at-most':
      return chosen => tests.filter(test => test(chosen)).length <= constraint.count
    default:
      return constraint satisfies never
  }
}

function issuesOf(regions: readonly Region[]): number[] {
  return [...new Set(regions.flat().map(condition => condition.issue))]
}
