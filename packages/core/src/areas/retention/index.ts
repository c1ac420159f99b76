export { destructionDue, mayHaveEnded, standingHolds } from './rules.ts'
export type { Hold, Retention } from './state.ts'
