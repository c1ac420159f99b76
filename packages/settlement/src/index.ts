export type * from './problem.ts'
export * from './rational.ts'
export * from './result.ts'
