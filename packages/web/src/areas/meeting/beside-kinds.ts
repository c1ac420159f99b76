/** What is entered beside a meeting, each with a form of its own. */
export const besides = ['delegation-list', 'minutes', 'statement', 'house-plan'] as const
export type Beside = (typeof besides)[number]
