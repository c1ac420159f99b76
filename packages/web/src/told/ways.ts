/** The ways of being told that something waits, in the order in which they are offered. */
export const ways = ['system', 'push', 'mail'] as const
export type Way = (typeof ways)[number]
