/** What may be said of what a side says belongs to the talks, of an issue, of a round, of a deadline. */

import type { Verb, Who } from '../../item/register.ts'

/** Of what a side has put itself. */
const ownBinds: readonly Who[] = [{ all: ['binds', 'maker'] }]

export const claimVerbs = {
  'claim-withdrawn': { who: ownBinds, ends: true },
  /** Of what belongs only if something is so: that it is. It is the side's own to say. */
  'condition-met': { who: ownBinds, lapses: true, group: 'condition' },
  'condition-open': { who: ownBinds, lapses: true, group: 'condition' },
  /** AGEN-7: the mediators take the issue down a stage, and the table does not read at whose word. */
  'apart-again': { who: [{ all: ['side', 'maker'] }], group: 'apart' },
} as const satisfies Readonly<Record<string, Verb>>

export const issueVerbs = {
  /** AGEN-7: at once, and seen to be that side's own word; it ends where all say yes to a stage again. */
  'speak-separately': { who: ['side'], lapses: true },
  'put-off': { who: ['mediators'], group: 'place' },
  'taken-up': { who: ['mediators'], group: 'place' },
  'issue-noted': { who: ['speaks'] },
} as const satisfies Readonly<Record<string, Verb>>

export const groupVerbs = {
  /** AGEN-19: whoever works in it reports, the mediators among them; another task is to be reported on anew. */
  'group-reports': { who: ['speaks', 'mediators'], lapses: true, needs: ['note'], group: 'report' },
  'report-received': { who: ['mediators'], lapses: true, group: 'course' },
  'group-ends': { who: ['mediators'], lapses: true, group: 'course' },
} as const satisfies Readonly<Record<string, Verb>>

/** Each by itself, so that a term may run from any of them. */
export const roundVerbs = {
  'round-opened': { who: ['mediators'] },
  'round-suspended': { who: ['mediators'], needs: ['note'] },
  /** AGEN-8: suspended, and clocks stand still until it is resumed. */
  'clocks-stopped': { who: ['mediators'], needs: ['note'] },
  'round-resumed': { who: ['mediators'] },
  'round-closed': { who: ['mediators'] },
} as const satisfies Readonly<Record<string, Verb>>

export const deadlineVerbs = {
  'deadline-met': { who: ['maker'], lapses: true, group: 'end' },
  'deadline-waived': { who: ['maker'], lapses: true, needs: ['note'], group: 'end' },
  'deadline-runs': { who: ['maker'], group: 'end' },
} as const satisfies Readonly<Record<string, Verb>>
