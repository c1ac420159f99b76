export type { Contact, RegisteredRoom } from './state.ts'
export { isMailboxDue } from './state.ts'
