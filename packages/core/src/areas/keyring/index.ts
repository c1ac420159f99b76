export type { Certificate, Kept, KeptInvitation, RelayCard } from './kept.ts'
export type { Invited } from './state.ts'
