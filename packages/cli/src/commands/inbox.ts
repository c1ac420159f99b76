/** What waits for me, what is new, and how things stand with this device. */

import {
  deliverDue,
  dismissRefused,
  type ProcessSummary,
  type Session,
  sayAsking,
  titleOf,
  waitingIn,
} from '@goodoffices/client'
import {
  type AskedByThing,
  type Item,
  isMediator,
  type RoomState,
  type Waiting,
  waitingAtDesk,
  waitingInCaucus,
  waitingOfThings,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { deskHandles } from '../areas/desk/handles.ts'
import { itemHandles } from '../areas/item/handles.ts'
import { writingIn } from '../areas/item/writing.ts'
import { messageHandles } from '../areas/message/handles.ts'
import { readSeen, writeSeen } from '../member/seen.ts'
import { defineWork, type Work } from '../member/work.ts'
import { caucusesIn } from '../names/find.ts'
import { fullHandle, handleOf, itemsSince, passageHandle, roomHandle, slugOf } from '../names/handles.ts'
import { authorOf, itemToJson, itemToText } from '../page/record.ts'
import { withoutMarks } from '../page/words.ts'
import { type Answer, option } from '../shell/define.ts'
import { exits } from '../shell/exit.ts'
import { wordFor } from '../shell/report.ts'
import type { Terminal } from '../shell/terminal.ts'

export function registerInbox(program: Command, terminal: Terminal): void {
  defineWork<{ readonly keep?: true }>(
    program,
    terminal,
    {
      name: 'inbox',
      summary: 'what waits for you, and what is new since you last looked',
      options: [option('--keep', 'what is new stays new')],
      examples: ['goodoffices inbox'],
      acts: false,
    },
    inbox,
  )

  defineWork(
    program,
    terminal,
    {
      name: 'sync',
      summary: 'send what waits, read what is new, deliver what you carry and is due',
      examples: ['goodoffices sync'],
      acts: true,
    },
    async ({ session, exchange }) => {
      await exchange()
      const delivered = await deliverDue(session)
      if (delivered.length > 0) await exchange()
      const { waiting } = session.status()
      return {
        text: [
          ...(delivered.length > 0 ? [`Delivered, as it was due: ${delivered.length}`] : []),
          ...(waiting === 0 ? ['Everything you decided has been sent.'] : []),
        ].join('\n'),
        json: { processes: session.processes().map(({ title }) => title), delivered },
      }
    },
  )

  defineWork<{ readonly dismiss?: true }>(
    program,
    terminal,
    {
      name: 'status',
      summary: 'how things stand with this device: the relay, what waits, what was refused',
      options: [option('--dismiss', 'take note of what was refused: it is not shown again')],
      examples: ['goodoffices status'],
      acts: false,
    },
    status,
  )
}

type Line = { readonly text: string; readonly next: string; readonly json: Readonly<Record<string, unknown>> }

/** What to do about it, as it is typed. */
function lineOf(waiting: Waiting, desk: RoomState | undefined): Line {
  const line = (text: string, next: string, handle: string): Line => ({
    text,
    next: `goodoffices ${next}`,
    json: { kind: waiting.kind, handle, next: `goodoffices ${next}` },
  })
  const at = 'room' in waiting ? waiting.room : undefined
  const name = at?.party?.name ?? (at === undefined ? '' : roomHandle(at))
  switch (waiting.kind) {
    case 'heard': {
      const handle = fullHandle(waiting.room, messageHandles.message, waiting.message.message)
      return line(`${name} said ${handle}`, `convey --from ${handle} --to …`, handle)
    }
    case 'put': {
      const handle = fullHandle(waiting.room, itemHandles.item, waiting.thing.item)
      return line(`${name} entered ${handle}`, `release ask ${handle}.…`, handle)
    }
    case 'asked': {
      const handle = fullHandle(waiting.room, messageHandles.ask, waiting.ask.ask)
      const passage = passageHandle(waiting.room, waiting.ask.passage)
      return desk === undefined
        ? line(`Release of ${passage} is asked: ${handle}`, `release give ${handle}`, handle)
        : line(
            `${name} has not answered ${handle} yet, of ${passage}`,
            `read ${roomHandle(waiting.room)}`,
            handle,
          )
    }
    case 'released': {
      const handle = passageHandle(waiting.room, waiting.ask.passage)
      return line(`${name} released ${handle}`, `convey --from ${handle} --to …`, handle)
    }
    case 'prepared': {
      const handle =
        desk === undefined ? '' : handleOf(desk, deskHandles.conveyance, waiting.carried.plan.conveyance)
      return line(`${handle} is prepared`, `deliver ${handle}`, handle)
    }
    case 'unfinished': {
      const handle =
        desk === undefined ? '' : handleOf(desk, deskHandles.conveyance, waiting.carried.plan.conveyance)
      return line(`${handle} has not arrived at ${name}`, `deliver ${handle}`, handle)
    }
    case 'delivered': {
      const handle = fullHandle(waiting.room, messageHandles.delivery, waiting.delivery.delivery)
      return desk === undefined
        ? line(`Delivered to you: ${handle}`, `read-back give ${handle} "…"`, handle)
        : line(`${name} has not read back ${handle} yet`, `read ${roomHandle(waiting.room)}`, handle)
    }
    case 'read-back': {
      const handle = fullHandle(waiting.room, messageHandles.readBack, waiting.readBack.readback)
      return line(`${name} read back ${handle}`, `read-back confirm ${handle}`, handle)
    }
    case 'offer': {
      const handle = fullHandle(waiting.room, messageHandles.offer, waiting.offer.offer)
      return line(`${name} left an offer: ${handle}`, `convey --from-offer ${handle} --to …`, handle)
    }
    case 'review': {
      const handle = fullHandle(waiting.room, messageHandles.message, waiting.message.message)
      return line(`Written down in your name: ${handle}`, `review confirm ${handle}`, handle)
    }
  }
}

function waitingFor(session: Session, process: ProcessSummary): readonly Line[] {
  const caucuses = caucusesIn(session, process)
  const desk = session.rooms(process.process).find(room => room.kind === 'desk')
  const waiting =
    isMediator(process) && desk !== undefined
      ? waitingAtDesk(desk, session.rooms(process.process))
      : caucuses.flatMap(waitingInCaucus)
  const asked = waitingOfThings(session.rooms(process.process), session.me.member)
  return [...waiting.map(each => lineOf(each, desk)), ...asked.map(askedLine)]
}

/** What a thing asks of this member, and what to type. */
function askedLine({ kind, room, thing, asking }: AskedByThing): Line {
  const handle = fullHandle(room, itemHandles.item, thing.item)
  const what = withoutMarks(sayAsking(writingIn(room), asking))
  const next =
    asking.kind === 'put'
      ? `goodoffices item put ${asking.register} --${thing.register} ${handle} …`
      : `goodoffices item mark ${handle} …`
  return { text: `${what}: ${handle}, ${titleOf(thing) ?? ''}`, next, json: { kind, handle, what, next } }
}

async function inbox({ session, vault, flags }: Work<{ readonly keep?: true }>): Promise<Answer> {
  const processes = session.processes().filter(({ over }) => !over)
  const rooms = processes.flatMap(({ process }) => session.rooms(process))
  const seen = await readSeen(vault, rooms)
  const shown = processes.map(process => ({
    process,
    waiting: waitingFor(session, process),
    fresh: session
      .rooms(process.process)
      .map(room => ({
        room,
        items: itemsSince(room, seen.get(room.id) ?? 0).filter(each => !isOwn(session, each)),
      }))
      .filter(({ items }) => items.length > 0),
  }))
  if (flags.keep !== true) {
    const sizes = rooms.map(room => [room.id, room.size - waitingIn(session, room.id).length] as const)
    await writeSeen(vault, new Map(sizes))
  }
  const sections = shown.flatMap(({ process, waiting, fresh }) => [
    ...(processes.length > 1 ? [`== ${process.title}`] : []),
    ...(waiting.length === 0
      ? []
      : ['Waiting:', ...waiting.map(({ text, next }) => `  ${text}\n    ${next}`)]),
    ...fresh.map(({ room, items }) =>
      [`New in ${roomHandle(room)}:`, ...items.map(each => itemToText(room, each))].join('\n\n'),
    ),
  ])
  return {
    text: sections.length === 0 ? 'Nothing new, and nothing waits for you.' : sections.join('\n'),
    json: {
      processes: shown.map(({ process, waiting, fresh }) => ({
        process: process.process,
        handle: slugOf(process.title),
        title: process.title,
        waiting: waiting.map(({ json }) => json),
        new: fresh.map(({ room, items }) => ({
          room: room.id,
          handle: roomHandle(room),
          items: items.map(each => itemToJson(room, each)),
        })),
      })),
    },
  }
}

const isOwn = (session: Session, item: Item): boolean => authorOf(item) === session.me.member

async function status({ session, flags }: Work<{ readonly dismiss?: true }>): Promise<Answer> {
  const { troubles, waiting, connection } = session.status()
  if (flags.dismiss === true) await dismissRefused(session)
  const lines = await Promise.all(troubles.map(trouble => wordFor(trouble)))
  return {
    text: [
      connection === 'offline' ? 'The relay was not reached.' : 'The relay answers.',
      waiting === 0 ? 'Everything you decided has been sent.' : `Waiting to be sent: ${waiting}`,
      ...lines.map(line => `Refused or in trouble: ${line}`),
      ...(flags.dismiss === true && troubles.length > 0 ? ['What was refused is not shown again.'] : []),
    ].join('\n'),
    json: { connection, refused: troubles },
    exit: exits.done,
  }
}
