/** What may be said of an undertaking and of a unilateral step, and by whom. */

import type { Verb, Who } from '../../item/register.ts'

/** UNDT-10: the party whose it is, by whoever leads it now; where it stands does not matter. */
export const whoGives = [{ all: ['leads', { named: 'party' }] }] as const satisfies readonly Who[]

const toWhom = { addressed: 'addressedTo', by: 'party' } as const
const watches = { named: 'watchedBy' } as const

export const undertakingVerbs = {
  'undertaking-given': { who: whoGives, lapses: true, powers: 'sign', group: 'course' },
  /** To whom and how, of whoever is told otherwise than here. */
  'communicated-to': { who: ['mediators'], lapses: true, needs: ['note'] },
  // UNDT-6
  'undertaking-noted': { who: [{ ...toWhom, as: 'speaks' }], lapses: true, group: 'answer' },
  'relied-on': { who: [{ ...toWhom, as: 'binds' }], lapses: true, group: 'answer' },
  'undertaking-kept': {
    who: [{ ...toWhom, as: 'speaks' }, ...whoGives, watches],
    lapses: true,
    group: 'keeping',
  },
  'undertaking-not-kept': {
    who: [{ ...toWhom, as: 'speaks' }, watches],
    lapses: true,
    needs: ['note'],
    group: 'keeping',
  },
  'undertaking-revoked': { who: whoGives, group: 'course' },
  'undertaking-released': { who: [{ ...toWhom, as: 'leads' }], lapses: true },
  /** UNDT-8: another side's copy, in these very words and given by it, is before the mediators. */
  'copy-attested': { who: ['mediators'], lapses: true },
} as const satisfies Readonly<Record<string, Verb>>

/** UNDT-3: none of them says that something agreed was done. */
export const unilateralVerbs = {
  'step-announced': { who: whoGives, lapses: true, group: 'course' },
  'step-taken': { who: whoGives, lapses: true, group: 'course' },
  'step-called-off': { who: whoGives, group: 'course' },
  'step-noted': { who: [{ by: 'party', as: 'speaks' }], lapses: true, group: 'answer' },
  'step-contested': {
    who: [{ by: 'party', as: 'speaks' }],
    lapses: true,
    needs: ['note'],
    group: 'answer',
  },
} as const satisfies Readonly<Record<string, Verb>>
