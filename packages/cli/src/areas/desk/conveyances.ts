/** What the desk carries: delivered, listed, taken over, called off. */

import type { ProcessSummary, Session } from '@goodoffices/client'
import { deliver, dueConveyances, readCarried } from '@goodoffices/client'
import {
  type Act,
  type Carried,
  type Conveyance,
  type ConveyanceId,
  isMediator,
  isPublic,
  type Origin,
  originsOf,
  type RoomState,
  type Timing,
  togetherWith,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findItem, findMember, onlyRoom } from '../../names/find.ts'
import { fullHandle, handleOf, passageHandle, roomHandle } from '../../names/handles.ts'
import { noted } from '../../names/words.ts'
import { columns, printable, timeToText } from '../../page/text.ts'
import { type Answer, option } from '../../shell/define.ts'
import { demand, exits, misuse, Stop } from '../../shell/exit.ts'
import { conveyanceFields, deliveredShape } from '../../shell/rows.ts'
import { oneOf, openRows, rows, text, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { itemHandles } from '../item/handles.ts'
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
      answers: { delivered: deliveredShape },
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
      answers: {
        conveyances: openRows({
          ...conveyanceFields,
          from: text,
          to: text,
          carrierName: text,
          standing: text,
        }),
      },
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
      answers: { ...conveyanceFields, conveyances: rows(conveyanceFields), carrier: text, carrierName: text },
      examples: ['goodoffices take-over c1', 'goodoffices take-over c1 --to teachers'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const found = processOf()
      const desk = deskOf(session, found)
      const to = flags.to === undefined ? session.me.member : findMember(session, found, flags.to).member
      const all = findAll(desk, typed)
      const note = noted(flags.note)
      demand(
        await actOnAll(session, desk, all, id => ({ kind: 'carry.assign', conveyance: id, to, ...note })),
      )
      const name = desk.members[to]?.name ?? ''
      return {
        text: linesOf(desk, all, `is carried by ${name}.`),
        json: { ...namedIn(desk, all), carrier: to, carrierName: name },
      }
    },
  )

  defineWork<{ readonly note?: string; readonly against?: true }>(
    program,
    terminal,
    {
      name: 'read-first',
      arguments: { '<conveyance>': 'such as c1' },
      summary: 'say that you have read what was prepared, before it goes',
      options: [
        option('--note <words>', 'what you think of it, for the team'),
        option('--against', 'you are against it, as it stands'),
      ],
      answers: { ...conveyanceFields, conveyances: rows(conveyanceFields), against: yesNo },
      examples: [
        'goodoffices read-first c1',
        'goodoffices read-first c1 --against --note "Say it more softly."',
      ],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const found = processOf()
      const desk = deskOf(session, found)
      const all = findAll(desk, typed)
      const isAgainst = flags.against === true
      const [conveyance = findConveyance(desk, typed)] = all
      demand(await readCarried(session, found.process, { conveyance, isAgainst, ...noted(flags.note) }))
      return {
        text: linesOf(
          desk,
          all,
          isAgainst ? 'has been read by you, who are against it.' : 'has been read by you.',
        ),
        json: { ...namedIn(desk, all), against: isAgainst },
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
      answers: { ...conveyanceFields, conveyances: rows(conveyanceFields), standing: oneOf('cancelled') },
      examples: ['goodoffices call-off c1 --note "Overtaken by events."'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const desk = deskOf(session, processOf())
      const all = findAll(desk, typed)
      const note = noted(flags.note)
      demand(await actOnAll(session, desk, all, id => ({ kind: 'carry.cancel', conveyance: id, ...note })))
      return {
        text: linesOf(desk, all, 'is called off.'),
        json: { ...namedIn(desk, all), standing: 'cancelled' },
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
  const ids = typed === undefined ? dueConveyances(session, found.process) : [findConveyance(desk, typed)]
  // What goes together has gone with the first of them.
  const all = [...new Set(ids.flatMap(id => withThose(desk, id)))]
  const before = new Set(all.filter(id => desk.conveyances[id]?.standing === 'delivered'))
  for (const id of ids) demand(await deliver(session, found.process, id))
  const done = all.map(id => deliveredToJson(session, desk, id))
  return {
    text:
      done.length === 0
        ? 'Nothing is due.'
        : done
            .map(
              each =>
                `${before.has(each.conveyance) ? 'Delivered before' : 'Delivered'}: ${each.handle.replace(/^desk\//, '')} to ${each.to}, ${each.deliveryHandle ?? ''}`,
            )
            .join('\n'),
    json: { delivered: done },
  }
}

const findConveyance = (desk: RoomState, typed: string): ConveyanceId =>
  findItem([desk], deskHandles.conveyance, typed).id as ConveyanceId

/** The one named first, then those that go with it. */
function findAll(desk: RoomState, typed: string): readonly ConveyanceId[] {
  const named = findConveyance(desk, typed)
  return [named, ...withThose(desk, named).filter(id => id !== named)]
}

/** CLI-35: all in one step, or none: one of them apart could be delivered by nobody. */
const actOnAll = (
  session: Session,
  desk: RoomState,
  all: readonly ConveyanceId[],
  actOn: (id: ConveyanceId) => Act,
) => session.actAll(all.map(id => ({ room: desk.id, act: actOn(id) })))

const linesOf = (desk: RoomState, all: readonly ConveyanceId[], what: string): string =>
  all.map(id => `${handleOf(desk, deskHandles.conveyance, id)} ${what}`).join('\n')

/** As every list has one: with the room before its handle, as `desk/c1`. */
export const conveyanceRow = (desk: RoomState, id: ConveyanceId) => ({
  conveyance: id,
  handle: fullHandle(desk, deskHandles.conveyance, id),
})

const namedIn = (desk: RoomState, all: readonly ConveyanceId[]) => {
  const conveyances = all.map(id => conveyanceRow(desk, id))
  return { ...conveyances[0], conveyances }
}

const withThose = (desk: RoomState, id: ConveyanceId): readonly ConveyanceId[] => {
  const carried = desk.conveyances[id]
  return carried === undefined ? [id] : togetherWith(desk, carried).map(({ plan }) => plan.conveyance)
}

function deliveredToJson(session: Session, desk: RoomState, id: ConveyanceId) {
  const plan = desk.conveyances[id]?.plan
  const room = plan === undefined ? undefined : session.room(plan.to)
  return {
    ...conveyanceRow(desk, id),
    to: room === undefined ? '' : (room.party?.name ?? roomHandle(room)),
    ...(room === undefined || plan === undefined
      ? {}
      : { delivery: plan.delivery, deliveryHandle: arrivalHandle(room, plan) }),
  }
}

/** In whichever talks they are. */
export const deliveredRows = (session: Session, ids: readonly ConveyanceId[]) => {
  const desks = session
    .processes()
    .flatMap(({ process }) => session.rooms(process).filter(room => room.kind === 'desk'))
  return ids.flatMap(id =>
    desks.filter(desk => Object.hasOwn(desk.conveyances, id)).map(desk => deliveredToJson(session, desk, id)),
  )
}

/** What it is called where it arrived. */
function arrivalHandle(room: RoomState, { delivery, corrects, thing }: Conveyance): string {
  if (!isPublic(room)) return fullHandle(room, messageHandles.delivery, delivery)
  return thing === undefined
    ? fullHandle(room, messageHandles.message, delivery)
    : fullHandle(room, itemHandles.item, corrects ?? delivery)
}

const originToText = (session: Session, { plan }: Carried): string =>
  originsOf(plan)
    .map(origin => oneOriginToText(session, origin))
    .join(', ')

function oneOriginToText(session: Session, origin: Origin): string {
  if (origin.kind === 'mediators') return 'own words'
  const room = session.room(origin.room)
  if (room === undefined) return origin.room
  return origin.kind === 'offer'
    ? fullHandle(room, messageHandles.offer, origin.offer)
    : passageHandle(room, origin.kind === 'passage' ? origin.passage : origin)
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
    ...conveyanceRow(desk, carried.plan.conveyance),
    from: originToText(session, carried),
    to: to === undefined ? carried.plan.to : roomHandle(to),
    carrierName: desk.members[carried.carrier]?.name ?? '',
  }
}
