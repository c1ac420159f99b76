export {
  atDeskAlone,
  checkAtDesk,
  checkComing,
  institutionIn,
  institutionsName,
  institutionsOf,
  mediatorsNamed,
  saidOf,
} from './coming.ts'
export { type Successor, successorOf } from './state.ts'
