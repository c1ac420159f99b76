/** Why whoever had an invitation goes no further: the guest `declined`; it reached somebody `elsewhere`; the digits `differed` twice. */
export const stops = ['declined', 'elsewhere', 'differed'] as const
export type Stopped = (typeof stops)[number]
