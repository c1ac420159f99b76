/** Asking a colleague to read what is to be done, and reading it: each by what this device's own rooms make of it. */

import {
  checkEyes,
  type Demand,
  type Door,
  demandAt,
  type ItemId,
  lastWords,
  type Mark,
  type MemberId,
  type ProcessId,
  type Readable,
  type RoomState,
  readingsIn,
  readingsName,
  type SecondReading,
  seenIn,
  standingOf,
} from '@goodoffices/core'
import { deskOf } from '../../process/find.ts'
import { currentRoomsOf } from '../../process/held.ts'
import { newId } from '../../process/id.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import { digestOfReadable } from './coming-to.ts'

/** Asks a colleague, or anybody of the team, to read it; the same thing where just this was asked already. Fails with `mediators-only`, and where a room that it hangs on is not held. */
export async function askSecondReading(
  { engine }: AtWork,
  process: ProcessId,
  { toRead, reader }: { readonly toRead: Readable; readonly reader?: MemberId | undefined },
): Promise<Result<ItemId>> {
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('mediators-only')
  const digest = digestOfReadable(desk, currentRoomsOf(engine, process), toRead)
  if (digest === undefined) return fail('room-unknown')
  const asked = openIn(desk, toRead, digest)
  const before = asked === undefined ? undefined : standingOf(asked)
  if (asked !== undefined && before?.fields.reader === reader && before?.by === engine.identity.member)
    return ok(asked.item)
  const item = newId<ItemId>()
  const fields = { toRead, digest, ...(reader === undefined ? {} : { reader }) }
  const put = await engine.submit([
    { room: desk.id, act: { kind: 'item.put', item, register: readingsName, rev: 1, fields } },
  ])
  return put.ok ? ok(item) : put
}

/** What was asked last with this digest, and not dropped. */
const openIn = (desk: RoomState, { door }: Readable, digest: string): SecondReading | undefined =>
  readingsIn(desk).findLast(item => {
    const { fields } = standingOf(item)
    const isDropped = item.marks.some(({ verb }) => verb === 'eyes-dropped')
    return fields.toRead.door === door && fields.digest === digest && !isDropped
  })

/** How it stands with something that may be read first. */
export type EyesOn = {
  readonly demand: Demand
  /** Whose reading counts for whoever looks. */
  readonly readers: readonly MemberId[]
  /** What was asked, where it was. */
  readonly asked?: SecondReading
  /** What colleagues have said against it. */
  readonly against: readonly Mark[]
  /** Whether it may be done by that. */
  readonly allowed: Result<null>
}

const doorOf = ({ door }: Readable): Door | undefined => (door === 'loosen' ? undefined : door)

/** By what this member's device holds now; undefined where they sit at no desk. */
export function eyesOn({ engine }: AtWork, process: ProcessId, toRead: Readable): EyesOn | undefined {
  const desk = deskOf(engine, process)
  if (desk === undefined) return undefined
  const digest = digestOfReadable(desk, currentRoomsOf(engine, process), toRead)
  const asked = digest === undefined ? undefined : openIn(desk, toRead, digest)
  const door = doorOf(toRead)
  const actor = engine.identity.member
  const readers = asked === undefined ? [] : seenIn(desk, asked, actor).map(({ by }) => by)
  return {
    demand: door === undefined ? 'required' : demandAt(desk, door),
    readers,
    allowed: door === undefined ? ok(null) : checkEyes(desk, { door, actor, readers }),
    ...(asked === undefined ? {} : { asked }),
    against: asked === undefined ? [] : lastWords(asked).filter(({ verb }) => verb === 'eyes-against'),
  }
}

/** EYES-3: whether what was asked to be read is what it comes to by this device's own rooms. */
export function isStillAsRead({ engine }: AtWork, process: ProcessId, item: SecondReading): boolean {
  const desk = deskOf(engine, process)
  if (desk === undefined) return false
  const { toRead, digest } = standingOf(item).fields
  return digestOfReadable(desk, currentRoomsOf(engine, process), toRead) === digest
}

/** EYES-3: says that it was read, and that nothing is against it. Fails with `eyes-differ` where it comes to something else by this device's rooms. */
export async function giveSecondReading(
  session: AtWork,
  process: ProcessId,
  { item: id, note }: { readonly item: ItemId; readonly note?: string | undefined },
): Promise<Result<null>> {
  const { engine } = session
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('mediators-only')
  const item = readingsIn(desk).find(each => each.item === id)
  if (item === undefined) return fail('item-unknown')
  if (!isStillAsRead(session, process, item)) return fail('eyes-differ')
  const said = await engine.submit([
    {
      room: desk.id,
      act: {
        kind: 'item.mark',
        item: id,
        rev: item.revisions.length,
        verb: 'eyes-seen',
        ...(note === undefined ? {} : { note }),
      },
    },
  ])
  return said.ok ? ok(null) : said
}
