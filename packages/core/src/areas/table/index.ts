export { checkDirect, type SideAtTable, sidesAtTable } from './consents.ts'
