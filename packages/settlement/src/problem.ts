/**
 * A negotiation problem: what is to be settled, between whom, and what each wants.
 *
 * Every number is an exact rational. Importers turn what a file says into this shape once; the engine
 * never sees a float. Utility of a package x for a party: Σᵢ weightᵢ · valueᵢ(xᵢ) + Σ bonuses that x satisfies, cut at the
 * party's ceiling where it has one.
 */

import type { Rational } from './rational.ts'
import type { ImportRemark } from './remark.ts'

export type Problem = {
  readonly title: string
  readonly issues: readonly Issue[]
  readonly parties: readonly Party[]
  readonly constraints: readonly Constraint[]
  /** What the importer rounded, defaulted or ignored, in words for the reader. Empty when nothing was. */
  readonly remarks: readonly ImportRemark[]
}

export type Issue =
  | { readonly kind: 'discrete'; readonly name: string; readonly options: readonly string[] }
  /** Whole numbers from `lower` to `upper`, both included. */
  | {
      readonly kind: 'integer'
      readonly name: string
      readonly lower: number
      readonly upper: number
      readonly unit?: string
    }
  | {
      readonly kind: 'continuous'
      readonly name: string
      readonly lower: Rational
      readonly upper: Rational
      readonly unit?: string
    }

export type Party = {
  readonly name: string
  /** One per issue, in the order of `Problem.issues`. Not renormalised. */
  readonly weights: readonly Rational[]
  /** Stated ranges for a weight, for robustness questions; absent where the weight is taken as given. */
  readonly weightRanges?: readonly ({ readonly low: Rational; readonly high: Rational } | undefined)[]
  readonly values: readonly ValueFunction[]
  readonly bonuses: readonly Bonus[]
  /** The utility is never more than this; a sum that exceeds it is cut. */
  readonly ceiling?: Rational
  /** Utility of no deal. A package is individually rational when every party gets at least this. */
  readonly reservation: Rational
  readonly redLines: readonly RedLine[]
  /** Bargaining weight for Nash with unequal entitlements; 1 unless stated. */
  readonly entitlement: Rational
}

export type ValueFunction =
  /** Discrete issue: one value per option. Integer issue: one per whole number, from `lower` up. */
  | { readonly kind: 'table'; readonly values: readonly Rational[] }
  /** Linear between the points, sorted by `at`, which span the issue's range. */
  | {
      readonly kind: 'piecewise'
      readonly points: readonly { readonly at: Rational; readonly value: Rational }[]
    }

/** A region of packages: every condition holds. An empty list holds always. */
export type Region = readonly Condition[]

export type Condition =
  /** `options` are indices into a discrete issue's options. */
  | { readonly kind: 'options'; readonly issue: number; readonly options: readonly number[] }
  /** For integer and continuous issues; both ends included. */
  | { readonly kind: 'range'; readonly issue: number; readonly low: Rational; readonly high: Rational }

/** Added to a party's utility when the package lies in the region; negative for a penalty. */
export type Bonus = { readonly id: string; readonly when: Region; readonly value: Rational }

/** What a party will not accept at any price. */
export type RedLine = { readonly id: string; readonly sentence: string; readonly excludes: Region }

export type Constraint =
  | { readonly kind: 'forbid'; readonly id: string; readonly sentence: string; readonly when: Region }
  | {
      readonly kind: 'implies'
      readonly id: string
      readonly sentence: string
      readonly when: Region
      readonly then: Region
    }
  | {
      readonly kind: 'at-most'
      readonly id: string
      readonly sentence: string
      readonly count: number
      readonly of: readonly Region[]
    }

/** Whether packages are gone through as cells: an issue varies continuously, or a utility is more than a sum. */
export function needsCells({ issues, parties }: Problem): boolean {
  return (
    issues.some(issue => issue.kind === 'continuous') || parties.some(party => party.ceiling !== undefined)
  )
}
