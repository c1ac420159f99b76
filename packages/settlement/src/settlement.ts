/** What the engine answers, and how it proves it. Utilities are in the file's own units throughout. */

import type { Package } from './package.ts'
import type { Rational } from './rational.ts'
import type { Remark } from './remark.ts'
import type { SolutionName } from './solution-name.ts'

export type SettleOptions = {
  /**
   * `ignore` sets every reservation value to zero, or to the party's lowest possible utility where that is
   * negative, so that it excludes nothing. Red lines and side constraints stay. Default `file`.
   */
  readonly reservation?: 'file' | 'ignore'
  /** `epsilon` lists a smaller set with a guarantee; `none` computes the solutions only. Default `exact`. */
  readonly frontier?: 'exact' | 'epsilon' | 'none'
  /** Guarantee of the ε-frontier, as a share of each party's attainable range. Default 1/100. */
  readonly epsilon?: Rational
  readonly limits?: Partial<Limits>
  /** Called between steps and every so often within; return true to cancel: `settle` throws `Cancelled`. */
  readonly progress?: (progress: Progress) => boolean | undefined
}

/** Every limit that, once passed, turns an exact answer into a stated approximation. */
export type Limits = {
  /** Packages of one group of coupled issues enumerated outright. */
  readonly coupledPackagesMax: number
  /** Combinations of issues gone through when a larger group is taken apart issue by issue. */
  readonly contextsMax: number
  /** Distinct partial points kept at a time. */
  readonly pointsMax: number
  /** Partial points looked at, and search steps taken for them, in one computation. */
  readonly workMax: number
  /** Tied packages listed per solution; more are counted. */
  readonly tiesListedMax: number
  /** Steps between two neighbouring breakpoints of a continuous issue when listing a frontier. */
  readonly continuousStepsMax: number
}

/** `of` is infinite where the end is not in sight. */
export type Progress = { readonly step: string; readonly done: number; readonly of: number }

/** Thrown when `progress` asked to stop. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

export type Settlement = {
  /** Packages in the outcome space, side constraints disregarded. */
  readonly outcomes: bigint | 'infinite'
  /** Whether a feasible package exists that gives every party at least its reservation value. */
  readonly zoneOfAgreement: boolean
  /** Per party, the reservation value used: the file's, or the stand-in of `reservation: 'ignore'`. */
  readonly reservations: readonly Rational[]
  /** Per party, the most it gets in any individually rational package. Absent without a zone of agreement. */
  readonly ideals?: readonly Rational[]
  /** Distinct undominated points among individually rational packages, first party's utility ascending. */
  readonly frontier: readonly FrontierPoint[]
  readonly frontierGuarantee: FrontierGuarantee
  /**
   * Two parties and a continuous issue: the straight parts of the frontier, first party ascending. `frontier` then
   * lists their ends and the points that stand alone.
   */
  readonly frontierParts?: readonly FrontierPart[]
  /** Empty without a zone of agreement. */
  readonly solutions: Solutions
  /** Present exactly when there is no zone of agreement. */
  readonly noDeal?: NoDeal
  readonly certificate: Certificate
  /** What the reader must know: importer's remarks, degenerate cases, approximations. */
  readonly remarks: readonly Remark[]
}

export type FrontierPoint = {
  readonly utilities: readonly Rational[]
  readonly package: Package
  /**
   * Packages that give exactly these utilities, this one included; fewer than all unless the guarantee is exact.
   * With a continuous issue they are not counted: 1.
   */
  readonly ties: bigint
}

/** Every point between two places is efficient; an end not included is a limit that another point dominates. */
export type FrontierPart = {
  readonly from: readonly Rational[]
  readonly to: readonly Rational[]
  readonly includesFrom: boolean
  readonly includesTo: boolean
}

export type FrontierGuarantee =
  | { readonly kind: 'exact' }
  /** Every individually rational package is matched, up to `epsilon[i]` for party i, by a listed point or lies that close to a reservation value. */
  | { readonly kind: 'epsilon'; readonly epsilon: readonly Rational[] }
  /** Not listed, or listed in part: see the remarks. */
  | { readonly kind: 'none' }

export type { SolutionName } from './solution-name.ts'

export type Solutions = {
  readonly nash?: Solution
  readonly kalaiSmorodinsky?: Solution
  readonly egalitarian?: Solution
  readonly utilitarian?: Solution
  /** Nash with the file's entitlements as exponents; present when they differ. */
  readonly maxNashWelfare?: Solution
}

export type Solution = {
  readonly name: SolutionName
  /** Product of gains, smallest ratio, smallest gain, or sum of utilities. */
  readonly value: Rational
  /** Every package that attains the value (up to `tiesListedMax`), efficient ones first. */
  readonly packages: readonly SolutionPackage[]
  /** How many packages attain it; `tiesExact` is false when this is only a lower bound. */
  readonly ties: bigint
  readonly tiesExact: boolean
  readonly proof: Proof
}

export type SolutionPackage = {
  readonly package: Package
  readonly utilities: readonly Rational[]
  /** Utility less reservation value. */
  readonly gains: readonly Rational[]
  /** Gain over ideal gain; undefined for a party whose ideal gain is zero. */
  readonly ratios: readonly (Rational | undefined)[]
  /** Whether no individually rational package is better for one party and no worse for the others. */
  readonly efficient: boolean
}

/** `optimal`: nothing better exists. `bounded`: nothing exceeds `bound`, and the answer may fall short of it. */
export type Proof = {
  readonly status: 'optimal' | 'bounded'
  readonly bound: Rational
  readonly method: ProofMethod
}

export type ProofMethod =
  /** Compared exactly over every undominated acceptable point. */
  | 'frontier'
  /** Every package that could reach the best level, by a weighted-sum bound, merged and compared exactly. */
  | 'weighted-sum'
  /** Stopped at the limits; the bound follows from Lagrange multipliers. */
  | 'limits'
  /** Every cell that could hold the best solved as an exact linear program. */
  | 'cells'
  /** The product bounded in every cell by the inequality of arithmetic and geometric means. */
  | 'means'
  /** Coupled issues taken out one by one. */
  | 'apart'
  /** Mixed-integer programs in float64; package and utilities exact. */
  | 'programs'

export type Certificate = { readonly checks: readonly Check[] }

export type CheckName = 'frontier-points' | 'frontier-undominated' | SolutionName

/** `checked` of `of` were recomputed or compared. */
export type Check = {
  readonly name: CheckName
  readonly passed: boolean
  readonly checked: number
  readonly of: number
}

export type NoDeal = {
  /** Why: the smallest set of rules that together exclude every package. */
  readonly smallest: readonly Obstacle[]
  /** Whether no smaller set excludes every package. */
  readonly proven: boolean
  /** Per obstacle that is a number, how far it alone would have to move for a deal to appear. */
  readonly moves: readonly Move[]
  /** The package that comes nearest when every party gives way by the same amount, and that amount. */
  readonly nearest?: {
    readonly package: Package
    readonly utilities: readonly Rational[]
    readonly shortfall: Rational
  }
}

export type Obstacle =
  | { readonly kind: 'reservation'; readonly party: number; readonly value: Rational }
  | { readonly kind: 'red-line'; readonly party: number; readonly id: string; readonly sentence: string }
  | { readonly kind: 'constraint'; readonly id: string; readonly sentence: string }

export type Move =
  /** Lowering this reservation value alone by `by` admits `package`. Undefined when no lowering alone does. */
  | {
      readonly kind: 'reservation'
      readonly party: number
      readonly by: Rational | undefined
      readonly package?: Package
    }
  /** Whether giving up this rule alone admits a package. */
  | { readonly kind: 'rule'; readonly id: string; readonly admits: Package | undefined }
