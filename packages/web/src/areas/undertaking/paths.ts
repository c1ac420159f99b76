import type { RoomState } from '@goodoffices/core'
import { agreementPath } from '../../talks/agreement.ts'

/** The first of the pages of what is agreed, and what each side does of itself. */
export const undertakingsPath = agreementPath
export const oneSidedPath = `${agreementPath}/one-sided`

const isHeld = (rooms: readonly RoomState[], register: string): boolean =>
  rooms.some(({ items }) => Object.values(items).some(thing => thing.register === register))

/** Whoever is no side comes to undertake something: for them the page is there before anything is. */
const isNoSide = (rooms: readonly RoomState[]): boolean =>
  rooms.some(({ kind, party }) => kind === 'caucus' && party?.kind === 'third') &&
  rooms.every(({ kind }) => kind !== 'desk')

export const areUndertakingsUsed = (rooms: readonly RoomState[]): boolean =>
  isNoSide(rooms) || isHeld(rooms, 'undertaking')

export const areOneSidedUsed = (rooms: readonly RoomState[]): boolean => isHeld(rooms, 'unilateral-step')
