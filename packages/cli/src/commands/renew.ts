/** New keys for this device, taken by every room, with the old ones out of each. */

import { finishRenewal, type RoomRenewal, renewalOf, renewDevice, type Session } from '@goodoffices/client'
import type { Command } from 'commander'
import { defineWork } from '../member/work.ts'
import { roomHandle } from '../names/handles.ts'
import { columns, printable } from '../page/text.ts'
import type { Answer } from '../shell/answer.ts'
import { demandCertainty, type YesFlags, yesOption } from '../shell/define.ts'
import { demand, exits } from '../shell/exit.ts'
import { wordFor } from '../shell/report.ts'
import { roomFields } from '../shell/rows.ts'
import { type Fields, oneOf, rows, text, violation, yesNo } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

const standingNames: Readonly<Record<RoomRenewal['standing'], string>> = {
  done: 'has the new keys alone',
  listed: 'has both',
  'to-do': 'has the old keys alone',
}

const renewalFields: Fields = {
  device: text,
  done: yesNo,
  rooms: rows({
    ...roomFields,
    'talks?': text,
    standing: oneOf('done', 'listed', 'to-do'),
    'why?': violation,
  }),
}

function nameOf(session: Session, { room: id }: RoomRenewal): { handle: string; talks?: string } {
  const room = session.room(id)
  if (id === session.home()?.id) return { handle: 'your own room' }
  return room === undefined
    ? { handle: id }
    : { handle: roomHandle(room), talks: printable(room.process.title) }
}

async function answerOf(session: Session): Promise<Answer> {
  const { device } = session.me
  const { isOver, rooms } = renewalOf(session) ?? { isOver: true, rooms: [] }
  if (isOver)
    return {
      text: `This device acts with its new keys alone: ${device}\nThe old ones are out of every room, and destroyed here.`,
      json: { device, done: true, rooms: [] },
    }
  const lines = await Promise.all(
    rooms.map(async each => {
      const { handle, talks = '' } = nameOf(session, each)
      return [
        handle,
        talks,
        standingNames[each.standing],
        each.why === undefined ? '' : await wordFor(each.why),
      ]
    }),
  )
  const isShut = rooms.some(({ why }) => why !== undefined && why.code !== 'relay-unreachable')
  return {
    text: [
      `This device takes up new keys: ${device}`,
      columns(lines),
      'The old keys stay sealed here until every room has the new ones alone. Run it again to go on.',
    ].join('\n'),
    json: { device, done: false, rooms: rooms.map(each => ({ ...each, ...nameOf(session, each) })) },
    exit: isShut ? exits.refused : exits.unreached,
  }
}

export function registerRenewal(identity: Command, terminal: Terminal): void {
  const renew = defineWork(
    identity,
    terminal,
    {
      name: 'renew-device',
      summary: 'new keys for this device, and the old ones out of every room; again: goes on, room by room',
      answers: renewalFields,
      examples: ['goodoffices identity renew-device'],
      acts: true,
    },
    async ({ session, exchange }) => {
      if (renewalOf(session) === undefined) demand(await renewDevice(session))
      await exchange()
      return answerOf(session)
    },
  )

  defineWork<YesFlags>(
    renew,
    terminal,
    {
      name: 'finish',
      summary:
        'destroy the old keys although rooms have not taken the new ones: this device acts there no more',
      options: [yesOption],
      answers: renewalFields,
      examples: ['goodoffices identity renew-device finish --yes'],
      acts: true,
    },
    async ({ session, flags }) => {
      const left = (renewalOf(session)?.rooms ?? []).filter(({ standing }) => standing !== 'done')
      if (left.length > 0) demandCertainty(flags, left.map(each => nameOf(session, each).handle).join(', '))
      demand(await finishRenewal(session))
      return answerOf(session)
    },
  )
}
