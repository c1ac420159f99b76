/** When the parties speak to each other directly at the table. */

import * as v from 'valibot'
import { fail, ok } from '../../result.ts'
import { act, area } from '../../room/area.ts'
import { isMediator } from '../../room/roles.ts'
import type { Member, Room, Said } from '../../room/state.ts'
import { note } from '../../schema.ts'
import type { TableState } from './state.ts'

const tableAct = act<Room & TableState>()

export const table = area({
  name: 'table',
  begin: (): TableState => ({ direct: false, directChanges: [] }),
  acts: [
    /** The mediator opens the table for direct exchange. */
    tableAct({
      kind: 'table.open',
      fields: { note: v.exactOptional(note) },
      about: () => '',
      check: (room, author) => {
        const allowed = checkMediates(room, author)
        if (!allowed.ok) return allowed
        return room.direct ? fail('table-is-open') : ok(null)
      },
      apply: (room, said) => turn(room, said, true),
      stands: 'as-event',
    }),
    tableAct({
      kind: 'table.close',
      fields: { note: v.exactOptional(note) },
      about: () => '',
      check: (room, author) => {
        const allowed = checkMediates(room, author)
        if (!allowed.ok) return allowed
        return room.direct ? ok(null) : fail('table-is-closed')
      },
      apply: (room, said) => turn(room, said, false),
      stands: 'as-event',
    }),
    /** Said in each caucus when the table is opened or closed, so that nobody learns of it from the other side. */
    tableAct({
      kind: 'table.tell-open',
      since: 2,
      fields: {},
      about: () => '',
      check: checkTells,
      apply: () => {},
      stands: 'as-event',
    }),
    tableAct({
      kind: 'table.tell-closed',
      since: 2,
      fields: {},
      about: () => '',
      check: checkTells,
      apply: () => {},
      stands: 'as-event',
    }),
  ],
})

/** AGEN-1: mediators open the table for direct exchange and close it. AGEN-2, above: neither twice in a row. */
function checkMediates(room: Room, author: Member) {
  if (room.kind !== 'table') return fail('table-only')
  return isMediator(author) ? ok(null) : fail('mediators-only')
}

/** AGEN-5: mediators tell a side, in its caucus. */
function checkTells(room: Room, author: Member) {
  if (room.kind !== 'caucus') return fail('wrong-room')
  return isMediator(author) ? ok(null) : fail('mediators-only')
}

function turn(room: TableState, said: Said, direct: boolean): void {
  room.direct = direct
  room.directChanges.push({ ...said, direct })
}
