/** Why the engine gives no answer: a code and data, worded by whoever shows it. */
export type Reason =
  /** A party's utilities, brought to one denominator, have more digits than are added up. */
  | { readonly code: 'numbers-too-long'; readonly party: string; readonly digitsMax: number }
  /** The solver works in float64, where utilities this large or this small cannot be told apart. */
  | { readonly code: 'numbers-beyond-solver' }
  /** Entitlements whose smallest whole proportion has a sum above the limit. */
  | { readonly code: 'entitlements-too-fine'; readonly sumMax: number }
  /** Neither an acceptable package was met within the limits, nor were all ruled out. */
  | { readonly code: 'acceptability-open' }
  /** The best package the solver met lies within its tolerance of a reservation value. */
  | { readonly code: 'solver-tolerance' }
  | { readonly code: 'too-many-coupled' }
  | { readonly code: 'too-many-cells' }
  | { readonly code: 'too-many-ties' }
  /** Goods too few for all of more claimants than are weighed up. */
  | { readonly code: 'too-many-claimants'; readonly claimantsMax: number }
  /** The limits do not allow a proven answer to the question asked, and an explanation must not guess. */
  | { readonly code: 'unproven' }

/** Thrown where the engine cannot decide, or will not begin; never for a bug of ours. */
export class Undecided extends RangeError {
  override readonly name = 'Undecided'
  readonly reason: Reason

  constructor(reason: Reason) {
    super(reason.code)
    this.reason = reason
  }
}

/** Thrown by `settle` where only `settleWithSolver` serves: too many cells of continuous issues, or issues coupled too widely. */
export class NeedsSolver extends Undecided {}

export function numbersTooLong(party: string, digitsMax: number): Undecided {
  return new Undecided({ code: 'numbers-too-long', party, digitsMax })
}
