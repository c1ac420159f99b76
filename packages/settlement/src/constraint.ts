/** Side constraints by their regions: which they are, the same over other regions, and whether one is kept. */

import type { Constraint, Region } from './problem.ts'

export function regionsOf(constraint: Constraint): Region[] {
  switch (constraint.kind) {
    case 'forbid':
      return [constraint.when]
    case 'implies':
      return [constraint.when, constraint.then]
    case 'at-most':
      return [...constraint.of]
    default:
      return constraint satisfies never
  }
}

/** The constraint over regions changed one by one. */
export function mapRegions(constraint: Constraint, change: (region: Region) => Region): Constraint {
  switch (constraint.kind) {
    case 'forbid':
      return { ...constraint, when: change(constraint.when) }
    case 'implies':
      // oxlint-disable-next-line unicorn/no-thenable -- the model's own word for a consequence
      return { ...constraint, when: change(constraint.when), then: change(constraint.then) }
    case 'at-most':
      return { ...constraint, of: constraint.of.map(change) }
    default:
      return constraint satisfies never
  }
}

/** Whether the constraint is kept where a region holds or does not as told. */
export function isKept(constraint: Constraint, holds: (region: Region) => boolean): boolean {
  switch (constraint.kind) {
    case 'forbid':
      return !holds(constraint.when)
    case 'implies':
      return !holds(constraint.when) || holds(constraint.then)
    case 'at-most':
      return constraint.of.filter(holds).length <= constraint.count
    default:
      return constraint satisfies never
  }
}
