/** What may be said of a step, of an incident, of a finding. Each by itself where a term may run from it. */

import type { Verb, Who } from '../../item/register.ts'

/** Whoever does it: a party of the room, or a body that is none, as the mediators write it down. */
const owner: Who = { by: 'stepOf', are: { party: [{ named: 'stepOwner' }], body: [{ named: 'doneBy' }] } }
/** STEP-4: whoever judges it; where nobody does, nobody certifies. */
const certifier: Who = {
  by: 'certifiedBy',
  are: { party: [{ named: 'certifier' }], body: [{ named: 'certifierName' }] },
}
const beneficiary: Who = { named: 'beneficiaries' }

/** STEP-5: before all, or in the owner's own caucus alone, where the mediators and nobody else read it. */
const whoIsReady: readonly Who[] = [
  { by: 'readyTo', are: { everyone: [owner], mediators: [{ all: ['addressee', owner] }] } },
]

export const stepVerbs = {
  /** It follows from a question, and is nobody's to say. */
  'step-agreed': { who: [], lapses: true },
  'step-ready': { who: whoIsReady, lapses: true, group: 'readiness' },
  'step-not-ready': { who: whoIsReady, group: 'readiness' },
  'step-go': { who: ['mediators', certifier], lapses: true, group: 'go' },
  'step-halt': { who: ['mediators', certifier], group: 'go' },
  'step-performed': { who: [owner], lapses: true, group: 'performance' },
  /** What was said to be done was not: whatever ran from it waits again. */
  'step-unperformed': { who: [owner], needs: ['note'], group: 'performance' },
  /** STEP-3: on which day it was, by those for whom it is done. */
  'step-dated': { who: [beneficiary], lapses: true, redates: 'step-performed', group: 'dating' },
  certified: { who: [certifier], lapses: true, group: 'certificate' },
  'not-certified': { who: [certifier], lapses: true, needs: ['note'], group: 'certificate' },
  'step-accepted': { who: [{ all: ['binds', beneficiary] }], lapses: true, group: 'answer' },
  'step-contested': { who: [beneficiary], lapses: true, needs: ['note'], group: 'answer' },
  /** STEP-9: of one beneficiary; it is waived where all have said so. */
  'step-waived': { who: [{ all: ['binds', beneficiary] }], lapses: true, group: 'waiver' },
  'step-not-waived': { who: [{ all: ['binds', beneficiary] }], group: 'waiver' },
  'breach-noticed': { who: [{ all: ['binds', beneficiary] }], needs: ['note'], group: 'notice' },
  'notice-withdrawn': { who: [{ all: ['binds', beneficiary] }], group: 'notice' },
  'step-cured': { who: [owner], group: 'cure' },
  'breach-referred': { who: ['side', 'mediators'], needs: ['note'] },
  'step-suspended': { who: ['mediators', owner], needs: ['note'], group: 'force' },
  'step-restored': { who: ['mediators', owner], group: 'force' },
  'step-overtaken': { who: ['mediators'], needs: ['note'], group: 'force' },
} as const satisfies Readonly<Record<string, Verb>>

/** The body that judges an incident; the mediators where none does. */
const judge: Who = {
  by: 'ruledBy',
  are: { mediators: ['mediators'], party: [{ named: 'judge' }], body: [{ named: 'judgeName' }] },
}

export const incidentVerbs = {
  'incident-received': { who: ['mediators', judge] },
  'incident-inquired': { who: [judge] },
  'incident-denied': { who: ['side'], needs: ['note'], group: 'answer' },
  'incident-acknowledged': { who: ['side'], group: 'answer' },
  /** STEP-14: told from a violation, by whoever judges it and by nobody else. */
  'incident-accident': { who: [judge], needs: ['note'], group: 'judgement' },
  'incident-violation': { who: [judge], needs: ['note'], group: 'judgement' },
  'incident-unfounded': { who: [judge], needs: ['note'], group: 'judgement' },
  'incident-remedied': { who: ['side'], needs: ['note'] },
  'incident-raised': { who: ['side', 'mediators', judge], needs: ['note'] },
  'incident-closed': { who: ['mediators', judge], group: 'end' },
  'incident-reopened': { who: ['mediators', judge], group: 'end' },
} as const satisfies Readonly<Record<string, Verb>>

export const findingVerbs = {
  'assessment-accepted': { who: ['binds'], lapses: true, group: 'answer' },
  'assessment-contested': { who: ['speaks'], lapses: true, needs: ['note'], group: 'answer' },
  'assessment-noted': { who: ['speaks'], lapses: true, group: 'answer' },
} as const satisfies Readonly<Record<string, Verb>>
