/** VIEW-13: putting what was read from a table, all of it or nothing; and whom a table names, to be invited one after the other. */

import {
  type Act,
  type ItemFields,
  type ItemId,
  isRole,
  mediatorRoles,
  type PartyCard,
  type RoomState,
} from '@goodoffices/core'
import { leaksInAct } from '../areas/desk/leaks.ts'
import type { InvitationRequest } from '../invitation/invite.ts'
import { currentRoomsOf } from '../process/held.ts'
import { newId } from '../process/id.ts'
import { fail, ok, type Result } from '../result.ts'
import type { AtWork } from '../session/at-work.ts'
import { type CsvMistake, type CsvRead, readTable } from './csv.ts'

type Bringing = { readonly register: string; readonly rows: readonly ItemFields[] }

/** Each as a thing of its own, in one write. Fails with `leak-not-accepted` where a party would read what another has not let pass, and as each would. */
export async function bringThings(
  { engine }: AtWork,
  room: RoomState,
  { register, rows }: Bringing,
): Promise<Result<readonly ItemId[]>> {
  const items = rows.map(() => newId<ItemId>())
  const acts = rows.map(
    (fields, at): Act => ({ kind: 'item.put', item: items[at] as ItemId, register, rev: 1, fields }),
  )
  const rooms = () => currentRoomsOf(engine, room.process.process)
  for (const act of acts) {
    const [leak] = leaksInAct({ act, room, by: engine.identity.member, rooms })
    if (leak !== undefined) return fail('leak-not-accepted', { count: 1, text: leak.text })
  }
  const done = await engine.submit(acts.map(act => ({ room: room.id, act })))
  return done.ok ? ok(items) : done
}

export const peopleColumns = ['name', 'role', 'party', 'post'] as const

/** Whom a table names: a name, a role, and of whoever is of a party its name as the desk has it. */
export async function readPeople(
  text: string,
  desk: Pick<RoomState, 'parties'>,
): Promise<CsvRead<InvitationRequest>> {
  const { table, mistakes } = await readTable(text)
  const unknown = table.headings.flatMap((heading, at): readonly CsvMistake[] =>
    peopleColumns.some(each => each === heading)
      ? []
      : [{ row: 1, column: at + 1, heading, why: 'column-unknown' }],
  )
  const missing = (['name', 'role'] as const)
    .filter(heading => !table.headings.includes(heading))
    .map((heading): CsvMistake => ({ row: 1, heading, why: 'column-missing' }))
  if (mistakes.length + unknown.length + missing.length > 0)
    return { rows: [], mistakes: [...mistakes, ...unknown, ...missing] }
  const read = table.rows.map((cells, at) => readPerson(table.headings, cells, { row: at + 2, desk }))
  return {
    rows: read.flatMap(({ person }) => person ?? []),
    mistakes: read.flatMap(({ mistake }) => mistake ?? []),
  }
}

type Read = { readonly person?: InvitationRequest; readonly mistake?: CsvMistake }

function readPerson(
  headings: readonly string[],
  cells: readonly string[],
  { row, desk }: { readonly row: number; readonly desk: Pick<RoomState, 'parties'> },
): Read {
  const cell = (heading: string): string => cells[headings.indexOf(heading)] ?? ''
  const wrong = (heading: string, why: CsvMistake['why']): Read => ({
    mistake: { row, column: headings.indexOf(heading) + 1, heading, why },
  })
  const [name, role, party, post] = peopleColumns.map(cell)
  if (name === undefined || name === '') return wrong('name', 'unfit')
  if (!isRole(role)) return wrong('role', 'unfit')
  const cards: readonly PartyCard[] = Object.values(desk.parties)
  const of = cards.find(each => each.name === party)
  const isMediators = mediatorRoles.some(each => each === role)
  if (isMediators !== (party === '')) return wrong('party', 'unfit')
  if (!isMediators && of === undefined) return wrong('party', 'name-unknown')
  return {
    person: {
      name,
      role,
      ...(of === undefined ? {} : { party: of.party }),
      ...(post === undefined || post === '' ? {} : { post }),
    },
  }
}
