import type { RoomState } from '@goodoffices/core'

const registers: ReadonlySet<string> = new Set(['claim', 'issue', 'round', 'deadline', 'working-group'])

/** Whether anything of an agenda stands where the reader is; a place that is not used is not shown. */
export const isAgendaUsed = (rooms: readonly RoomState[]): boolean =>
  rooms.some(({ items }) => Object.values(items).some(({ register }) => registers.has(register)))
