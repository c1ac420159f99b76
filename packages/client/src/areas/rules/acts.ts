import { type Act, rulesNumber } from '@goodoffices/core'

/** A room is moved to the rules that this program knows. */
export const adoptRules: Act = { kind: 'rules.adopt', number: rulesNumber }
