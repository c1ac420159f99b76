/** By which rules a room is judged: `rules.adopt` raises its number. The rules are numbered in `docs/spec/rooms.md`. */

import { fail, ok } from '../../result.ts'
import { act, area } from '../../room/area.ts'
import { administers } from '../../room/roles.ts'
import { rulesNumber, rulesNumberMax } from '../../room/rules-number.ts'
import type { Member, Room } from '../../room/state.ts'
import { wholeUpTo } from '../../schema.ts'

export const rules = area({
  name: 'rules',
  begin: () => ({}),
  acts: [
    act<Room>()({
      kind: 'rules.adopt',
      afterwards: true,
      fields: { number: wholeUpTo(rulesNumberMax) },
      about: () => '',
      check: checkAdoption,
      apply: (room, { position }, { number }) => {
        room.rules = number
        if (number > rulesNumber) room.newer = { position, rules: number }
      },
      stands: 'as-event',
      scripted: false,
    }),
  ],
})

/** RULE-2: whoever administers the room adopts a later number, never an earlier one. */
function checkAdoption(room: Room, author: Member, { number }: { readonly number: number }) {
  if (!administers(room, author)) return fail('not-an-administrator')
  return number > room.rules ? ok(null) : fail('rules-adopted', { rules: room.rules })
}
