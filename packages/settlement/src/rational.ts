/** Exact rational numbers: lowest terms, positive denominator. */
export type Rational = { readonly num: bigint; readonly den: bigint }
