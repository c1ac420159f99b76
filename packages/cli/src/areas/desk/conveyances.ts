/** What the desk carries: delivered, listed, taken over, called off. */

import type { ProcessSummary, Session } from '@goodoffices/client'
import { deliver, dueConveyances } from '@goodoffices/client'
import { type Carried, type ConveyanceId, isMediator, type RoomState, type Timing } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findItem, findMember, onlyRoom } from '../../names/find.ts'
import { fullHandle, handleOf, passageHandle, roomHandle } from '../../names/handles.ts'
import { noted } from '../../names/words.ts'
import { columns, printable, timeToText } from '../../page/text.ts'
import { type Answer, option } from '../../shell/define.ts'
import { demand, exits, misuse, Stop } from '../../shell/exit.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { messageHandles } from '../message/handles.ts'
import { deskHandles } from './handles.ts'

export function registerConveyances(program: Command, terminal: Terminal): void {
  defineWork<{ readonly due?: true }>(
    program,
    terminal,
    {
      name: 'deliver',
      arguments: { '[conveyance]': 'such as c1' },
      summary: 'deliver what was prepared',
      options: [option('--due', 'everything of yours whose time has come')],
      examples: ['goodoffices deliver c1', 'goodoffices deliver --due'],
      acts: true,
    },
    deliverNow,
  )

  defineWork<{ readonly all?: true }>(
    program,
    terminal,
    {
      name: 'conveyances',
      summary: 'what is being carried, by whom, and to whom',
      options: [option('--all', 'also what has been delivered or called off')],
      examples: ['goodoffices conveyances'],
      acts: false,
    },
    async ({ session, processOf, flags }) => {
      const found = processOf()
      const desk = deskOf(session, found)
      const all = Object.values(desk.conveyances)
        .filter(({ standing }) => flags.all === true || standing === 'prepared')
        .sort((a, b) => a.position - b.position)
      return {
        text:
          all.length === 0
            ? 'Nothing is being carried.'
            : columns(all.map(each => rowOf(session, desk, each))),
        json: { conveyances: all.map(each => carriedToJson(session, desk, each)) },
      }
    },
  )

  defineWork<{ readonly to?: string; readonly note?: string }>(
    program,
    terminal,
    {
      name: 'take-over',
      arguments: { '<conveyance>': 'such as c1' },
      summary: 'carry it yourself, or give it to another mediator',
      options: [option('--to <mediator>', 'to whom (you)'), option('--note <words>', 'said with it')],
      examples: ['goodoffices take-over c1', 'goodoffices take-over c1 --to teachers'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const found = processOf()
      const { room, id } = findItem([deskOf(session, found)], deskHandles.conveyance, typed)
      const to = flags.to === undefined ? session.me.member : findMember(session, found, flags.to).member
      demand(
        await session.act(room.id, {
          kind: 'carry.assign',
          conveyance: id as ConveyanceId,
          to,
          ...noted(flags.note),
        }),
      )
      const name = room.members[to]?.name ?? ''
      return {
        text: `${handleOf(room, deskHandles.conveyance, id)} is carried by ${name}.`,
        json: { conveyance: id, carrier: to },
      }
    },
  )

  defineWork<{ readonly note?: string }>(
    program,
    terminal,
    {
      name: 'call-off',
      arguments: { '<conveyance>': 'such as c1' },
      summary: 'do not carry what was prepared',
      options: [option('--note <words>', 'said with it')],
      examples: ['goodoffices call-off c1 --note "Overtaken by events."'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const { room, id } = findItem([deskOf(session, processOf())], deskHandles.conveyance, typed)
      const act = { kind: 'carry.cancel', conveyance: id as ConveyanceId, ...noted(flags.note) } as const
      demand(await session.act(room.id, act))
      return {
        text: `${handleOf(room, deskHandles.conveyance, id)} is called off.`,
        json: { conveyance: id, standing: 'cancelled' },
      }
    },
  )
}

export function deskOf(session: Session, process: ProcessSummary): RoomState {
  if (!isMediator(process)) throw new Stop(exits.refused, { code: 'mediators-only' })
  return onlyRoom(session, process, 'desk')
}

async function deliverNow({
  session,
  processOf,
  args: [typed],
  flags,
}: Work<{ readonly due?: true }>): Promise<Answer> {
  const found = processOf()
  const desk = deskOf(session, found)
  if ((typed === undefined) === (flags.due === undefined)) throw misuse('conveyance-needed')
  const ids =
    typed === undefined
      ? dueConveyances(session, found.process)
      : [findItem([desk], deskHandles.conveyance, typed).id as ConveyanceId]
  for (const id of ids) demand(await deliver(session, found.process, id))
  const done = ids.map(id => {
    const plan = desk.conveyances[id]?.plan
    const room = plan === undefined ? undefined : session.room(plan.to)
    return {
      conveyance: id,
      handle: handleOf(desk, deskHandles.conveyance, id),
      to: room?.party?.name ?? '',
      ...(room === undefined || plan === undefined
        ? {}
        : {
            delivery: plan.delivery,
            deliveryHandle: fullHandle(room, messageHandles.delivery, plan.delivery),
          }),
    }
  })
  return {
    text:
      done.length === 0
        ? 'Nothing is due.'
        : done
            .map(each => `Delivered: ${each.handle} to ${each.to}, ${each.deliveryHandle ?? ''}`)
            .join('\n'),
    json: { delivered: done },
  }
}

function originToText(session: Session, { plan: { origin } }: Carried): string {
  if (origin.kind === 'mediators') return 'own words'
  const room = session.room(origin.room)
  if (room === undefined) return origin.room
  return origin.kind === 'offer'
    ? fullHandle(room, messageHandles.offer, origin.offer)
    : passageHandle(room, origin.passage)
}

function timingToText({
  kind,
  ...timing
}: Timing & { readonly time?: number; readonly condition?: string }): string {
  if (kind === 'now') return 'when you deliver it'
  return kind === 'at' ? `at ${timeToText(timing.time ?? 0)}` : `when: ${printable(timing.condition ?? '')}`
}

const rowOf = (session: Session, desk: RoomState, carried: Carried): readonly string[] => {
  const to = session.room(carried.plan.to)
  return [
    handleOf(desk, deskHandles.conveyance, carried.plan.conveyance),
    carried.standing,
    `${originToText(session, carried)} -> ${to === undefined ? carried.plan.to : roomHandle(to)}`,
    desk.members[carried.carrier]?.name ?? '',
    timingToText(carried.plan.timing),
  ]
}

const carriedToJson = (session: Session, desk: RoomState, carried: Carried) => {
  const to = session.room(carried.plan.to)
  return {
    ...carried,
    handle: handleOf(desk, deskHandles.conveyance, carried.plan.conveyance),
    from: originToText(session, carried),
    to: to === undefined ? carried.plan.to : roomHandle(to),
    carrierName: desk.members[carried.carrier]?.name ?? '',
  }
}
