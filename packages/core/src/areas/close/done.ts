/** What a party does with an instrument, in the order in which it usually comes, and which powers each needs. */

import type { PowerKind } from '../../item/register.ts'

export const signingsDone = [
  'initialled',
  'signed-ad-referendum',
  'confirmed',
  'signed',
  'ratified',
  'consent-refused',
] as const
export type Done = (typeof signingsDone)[number]

/**
 * CLOS-13: what all do in sight of each other, and what counts there for the same: one signs in full, another ad referendum. Empty of what
 * each does at home.
 */
export const doneTogether = (done: Done): readonly Done[] => common.find(kinds => kinds.includes(done)) ?? []
const common: readonly (readonly Done[])[] = [['initialled'], ['signed', 'signed-ad-referendum']]

/** VCLT 10 to 14. A refusal binds nobody. */
export const powersOfDone: Readonly<Record<Done, PowerKind | undefined>> = {
  initialled: 'initial',
  'signed-ad-referendum': 'sign-ad-referendum',
  confirmed: 'sign',
  signed: 'sign',
  ratified: 'express-consent',
  'consent-refused': undefined,
}
