import type { RoomState } from '@goodoffices/core'
import { agreementPath } from '../../talks/agreement.ts'

/** Among the pages of what is agreed. */
export const signingPath = `${agreementPath}/signing`

const shown: ReadonlySet<string> = new Set(['instrument', 'approval', 'ballot'])

/** Whether anything of these talks is to be signed, approved or voted on. */
export const isClosingUsed = (rooms: readonly RoomState[]): boolean =>
  rooms.some(({ items }) => Object.values(items).some(({ register }) => shown.has(register)))
