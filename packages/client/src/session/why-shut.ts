import type { RoomId } from '@goodoffices/core'
import type { Violation } from '../result.ts'
import type { Engine } from './engine/engine.ts'

/** Why nothing that is decided for a room now would come to stand there; undefined where it would, as far as is known. */
export function whyShut(engine: Engine, room: RoomId): Violation | undefined {
  const { kind } = engine.standing(room)
  if (kind === 'stopped' || kind === 'withheld') return engine.whyUnread(room)
  const log = engine.roomLog(room)
  if (log?.isShutOut === true) return { code: 'keys-withheld' }
  return log?.isKeyedOtherwise === true && !log.isPassable ? { code: 'keys-refused' } : undefined
}
