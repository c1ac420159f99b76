export type * from './problem.ts'
export type { Rational } from './rational.ts'
