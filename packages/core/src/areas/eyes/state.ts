import type { Said } from '../../room/state.ts'
import type { Eyes } from './plan.ts'

export type EyesState = {
  /** Where a second mediator is wanted, as it was stated last; nowhere where nothing was. */
  eyes?: Said & Eyes
}
