/** What may be said of a mandate, of a condition, and of powers. */

import type { Verb, Who } from '../../item/register.ts'

/** MAND-16: what a principal gives, holds up and takes back, an envoy does not; what was given in other words is to be given anew. */
export const mandateVerbs = {
  given: { who: ['principal'], lapses: true, group: 'course' },
  suspended: { who: ['principal'], group: 'course' },
  'in-force-again': { who: ['principal'], lapses: true, group: 'course' },
  withdrawn: { who: ['principal'], group: 'course' },
  spent: { who: ['principal'], group: 'course' },
  received: { who: ['speaks'], lapses: true },
  exceeded: { who: ['speaks'], needs: ['note'], group: 'beyond' },
  'confirmed-afterwards': { who: ['principal'], group: 'afterwards' },
} as const satisfies Readonly<Record<string, Verb>>

/** MAND-8: who judges is what the condition says; of what both must agree on, each side. Where mediators put it before others, they pass on what its principal judged. */
const judges: readonly Who[] = [
  {
    by: 'judgedBy',
    are: {
      principal: ['principal', { all: ['maker', 'mediators'] }],
      mediators: ['mediators'],
      'third-party': ['third'],
      'by-agreement': ['leads'],
    },
  },
]
export const conditionVerbs = {
  met: { who: judges, lapses: true, group: 'judgement' },
  'not-met': { who: judges, lapses: true, group: 'judgement' },
  'not-enough': { who: judges, lapses: true, needs: ['note'], group: 'judgement' },
  /** Whoever demanded it; where mediators put it before others, they pass that on. */
  waived: { who: [{ all: ['maker', 'principal'] }, { all: ['maker', 'mediators'] }], lapses: true },
  offered: {
    who: [
      {
        by: 'demandedOf',
        are: {
          'other-side': ['answerer'],
          mediators: ['mediators'],
          'third-party': ['third'],
          circumstances: [],
        },
      },
    ],
    lapses: true,
  },
} as const satisfies Readonly<Record<string, Verb>>

/** The side whose powers they are: which put them, or is named where mediators posted them. */
const owner: readonly Who[] = [{ all: ['leads', 'maker'] }, { all: ['leads', { named: 'party' }] }]
const examiners: readonly Who[] = ['mediators', 'third']

export const powersVerbs = {
  presented: { who: owner },
  'in-good-order': { who: examiners, lapses: true, group: 'examination' },
  queried: { who: examiners, lapses: true, needs: ['note'], group: 'examination' },
  suspended: { who: owner, group: 'course' },
  'in-force-again': { who: owner, group: 'course' },
  revoked: { who: owner, group: 'course' },
  /** By those that are named as evidence. */
  replaced: { who: owner, needs: ['evidence'], group: 'course' },
  /** VCLT 8: of what was done without them, which is named as evidence. */
  'confirmed-afterwards': { who: owner, needs: ['evidence'], group: 'afterwards' },
} as const satisfies Readonly<Record<string, Verb>>
