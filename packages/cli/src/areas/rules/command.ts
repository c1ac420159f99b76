/** RULE-6: a room that is kept by older rules is moved to those of this version, by whoever looks after it. */

import { moveRoom } from '@goodoffices/client'
import { rulesNumber } from '@goodoffices/core'
import type { Command } from 'commander'
import { sayMove } from '../../member/moving.ts'
import { defineWork } from '../../member/work.ts'
import { findRoom } from '../../names/find.ts'
import { roomHandle } from '../../names/handles.ts'
import { demandCertainty, type YesFlags, yesOption } from '../../shell/define.ts'
import { demand } from '../../shell/exit.ts'
import { count, text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'

export function registerRules(program: Command, terminal: Terminal): void {
  const rooms = program.commands.find(command => command.name() === 'rooms')
  if (rooms === undefined) throw new Error('no rooms to move')
  defineWork<YesFlags>(
    rooms,
    terminal,
    {
      name: 'update',
      arguments: { '<room>': 'such as caucus:iran' },
      summary: 'move a room of an earlier version to the rules of this one, where something needs them',
      options: [yesOption],
      answers: { room: text, handle: text, rules: count },
      examples: ['goodoffices rooms update caucus:iran --yes'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const room = findRoom(session, processOf(), typed)
      demand(session.checkAct(room.id, { kind: 'rules.adopt', number: rulesNumber }))
      demandCertainty(flags, await sayMove(room))
      demand(await moveRoom(session, room.id))
      return {
        text: `Moved to the rules of this version: ${roomHandle(room)}`,
        json: { room: room.id, handle: roomHandle(room), rules: rulesNumber },
      }
    },
  )
}
