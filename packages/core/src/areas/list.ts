/** The areas of the house, one line each, under their own names. Their order means nothing. */

export { desk } from './desk/area.ts'
export { fact } from './fact/area.ts'
export { item } from './item/area.ts'
export { keyring } from './keyring/area.ts'
export { mandate } from './mandate/area.ts'
export { message } from './message/area.ts'
export { note } from './note/area.ts'
export { retention } from './retention/area.ts'
export { roster } from './roster/area.ts'
export { rules } from './rules/area.ts'
export { table } from './table/area.ts'
export { team } from './team/area.ts'
