/** Rooms' records from their first entry: what lies before a snapshot is read beside the room that went on from it. */

import type { RoomId } from '@goodoffices/core'
import type { RoomLog } from '../log/room-log.ts'
import type { OpenedEntry } from '../log/room-log-parts.ts'
import type { Engine } from './engine/engine.ts'

type Whole = {
  /** Of the log, when it was read. */
  readonly size: number
  readonly log: Promise<RoomLog | undefined>
  readonly read?: RoomLog
}

export class Records {
  readonly #engine: Engine
  readonly #wholes = new Map<RoomId, Whole>()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** As far as it is there; what is not is read in the background, and the session's version grows when it is. */
  entries(room: RoomId): readonly OpenedEntry[] {
    const log = this.#engine.roomLog(room)
    if (log === undefined || log.readFrom === 0) return log?.entries ?? []
    const known = this.#wholes.get(room)
    if (known?.size !== log.replica.size) void this.readWhole(room).then(() => this.#settle(room))
    return known?.read?.entries ?? []
  }

  /** Verified again where it was not in this session. */
  async readWhole(room: RoomId): Promise<readonly OpenedEntry[]> {
    const size = this.#engine.roomLog(room)?.replica.size ?? 0
    const known = this.#wholes.get(room)
    if (known?.size === size) return (await known.log)?.entries ?? []
    const log = this.#engine.readWhole(room)
    this.#wholes.set(room, { size, log })
    return (await log)?.entries ?? []
  }

  async #settle(room: RoomId): Promise<void> {
    const known = this.#wholes.get(room)
    const read = await known?.log
    if (known === undefined || read === undefined) return
    this.#wholes.set(room, { ...known, read })
    this.#engine.touch()
  }
}
