export { permissionForItem } from './disclosure.ts'
export { materialChanges } from './state.ts'
export { isMediatorsItem, isPartysMark } from './whose.ts'
