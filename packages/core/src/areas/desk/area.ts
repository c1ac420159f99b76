/** The mediators' own side of the work: what is being carried, by whom. */

import * as v from 'valibot'
import { type ConveyanceId, id, type RoomId } from '../../ids.ts'
import { act, area } from '../../room/area.ts'
import type { Room, Said } from '../../room/state.ts'
import { note } from '../../schema.ts'
import { digest } from '../assent/content.ts'
import { thingStrings, thingTexts } from '../message/bringing.ts'
import { carryOut, roomsBehind } from './carry-out.ts'
import { type Conveyance, conveyance, type Origin, origin, planSince } from './plan.ts'
import {
  checkAssignment,
  checkCancelling,
  checkDelivering,
  checkHeard,
  checkPreparation,
  checkRead,
  togetherWith,
} from './rules.ts'
import type { Carried, CarriedStep, DeskState } from './state.ts'

const deskAct = act<Room & DeskState>()

/** Nothing is carried from some talks into others, whatever else a mediator holds. */
const inTalksOf =
  ({ process }: Room, held: (id: RoomId) => Room | undefined) =>
  (id: RoomId): Room | undefined => {
    const room = held(id)
    return room?.process.process === process.process ? room : undefined
  }

export const desk = area({
  name: 'desk',
  begin: (): DeskState => ({ conveyances: {}, pending: {}, planned: {} }),
  acts: [
    /** Prepared; said again with the same id it replaces what was prepared, until delivered. */
    deskAct({
      kind: 'carry.prepare',
      sinceOf: ({ conveyance }) => planSince(conveyance),
      fields: { conveyance },
      about: ({ conveyance }) => conveyance.conveyance,
      check: (room, author, { conveyance }) => checkPreparation(room, author, conveyance),
      apply: (room, said, { conveyance: plan }) => {
        const known = room.conveyances[plan.conveyance]
        room.conveyances[plan.conveyance] = {
          plan,
          standing: 'prepared',
          carrier: plan.carrier,
          by: known?.by ?? said.by,
          writtenBy: said.by,
          position: known?.position ?? said.position,
          time: said.time,
          ...(known?.note === undefined ? {} : { note: known.note }),
          steps: [...(known?.steps ?? []), { ...said, did: 'prepare', plan }],
        }
        room.pending[plan.conveyance] = true
        room.planned[plan.delivery] = plan.conveyance
      },
      stands: 'on-its-subject',
      words: ({ conveyance }) => thingTexts(conveyance.thing, 'conveyance.thing'),
      loose: ({ conveyance }) => thingStrings(conveyance.thing),
    }),
    deskAct({
      kind: 'carry.assign',
      fields: { conveyance: id('conveyance'), to: id('member'), note: v.exactOptional(note) },
      about: ({ conveyance }) => conveyance,
      check: checkAssignment,
      apply: (room, said, { conveyance, to, ...words }) => {
        const carried = change(room, said, conveyance, words)
        if (carried === undefined) return
        carried.carrier = to
        carried.steps.push({ ...said, did: 'assign', to, ...words })
      },
      stands: 'on-its-subject',
    }),
    /** Read before it goes, by whoever was asked to or by anybody else of the team; with the digest of what they saw, nothing against it (EYES-3). */
    deskAct({
      kind: 'carry.read',
      since: 2,
      fields: {
        conveyance: id('conveyance'),
        note: v.exactOptional(note),
        digest: v.exactOptional(digest),
      },
      about: ({ conveyance }) => conveyance,
      check: checkRead,
      apply: (room, said, { conveyance, ...words }) => {
        room.conveyances[conveyance]?.steps.push({ ...said, did: 'read', ...words })
      },
      stands: 'on-its-subject',
    }),
    deskAct({
      kind: 'carry.deliver',
      fields: { conveyance: id('conveyance') },
      about: ({ conveyance }) => conveyance,
      check: checkDelivering,
      apply: (room, said, { conveyance }) => {
        for (const { plan } of groupOf(room, conveyance))
          settle(room, plan.conveyance, 'delivered', { ...said, did: 'deliver' })
      },
      stands: 'on-its-subject',
      brings: {
        hangsOn: (room, { conveyance }) => roomsBehind(plansOf(room, conveyance)),
        isSaid,
        acts: (room, { conveyance }, others) =>
          carryOut(
            { desk: room.id, conveyance, isSaid: isSaid(room, { conveyance }) },
            plansOf(room, conveyance),
            inTalksOf(room, others),
          ),
      },
    }),
    deskAct({
      kind: 'carry.cancel',
      fields: { conveyance: id('conveyance'), note: v.exactOptional(note) },
      about: ({ conveyance }) => conveyance,
      check: checkCancelling,
      apply: (room, said, { conveyance, ...words }) =>
        settle(room, conveyance, 'cancelled', { ...said, did: 'cancel', ...words }),
      stands: 'on-its-subject',
    }),
    /** Heard, and nothing of it is to be carried: it waits no more. Whoever carries it all the same does so as if this were not said. */
    deskAct({
      kind: 'carry.hear',
      since: 2,
      fields: { origin, note: v.exactOptional(note) },
      about: ({ origin: from }) => aboutOf(from),
      check: checkHeard,
      apply: (room, said, { origin: from, ...words }) => {
        room.heardOnly ??= []
        room.heardOnly.push({ ...said, origin: from, ...words })
      },
      stands: 'as-event',
    }),
  ],
})

/** What it was that was heard. */
function aboutOf(from: Origin): string {
  switch (from.kind) {
    case 'mediators':
      return ''
    case 'passage':
      return from.passage.message
    case 'offer':
      return from.offer
    case 'item':
    case 'mark':
      return from.item
    default:
      return from satisfies never
  }
}

function isSaid({ conveyances }: DeskState, { conveyance }: { readonly conveyance: ConveyanceId }): boolean {
  return conveyances[conveyance]?.standing === 'delivered'
}

function groupOf(room: DeskState, conveyance: ConveyanceId): readonly Carried[] {
  const carried = room.conveyances[conveyance]
  return carried === undefined ? [] : togetherWith(room, carried)
}

const plansOf = (room: DeskState, conveyance: ConveyanceId): readonly Conveyance[] =>
  groupOf(room, conveyance).map(({ plan }) => plan)

function change(
  room: DeskState,
  { time }: Said,
  conveyance: ConveyanceId,
  { note }: { readonly note?: string } = {},
): Carried | undefined {
  const carried = room.conveyances[conveyance]
  if (carried === undefined) return undefined
  carried.time = time
  if (note !== undefined) carried.note = note
  return carried
}

function settle(
  room: DeskState,
  conveyance: ConveyanceId,
  standing: Carried['standing'],
  step: Extract<CarriedStep, { readonly did: 'deliver' | 'cancel' }>,
): void {
  const carried = change(room, step, conveyance, step.did === 'cancel' ? step : {})
  if (carried === undefined) return
  carried.standing = standing
  carried.steps.push(step)
  delete room.pending[conveyance]
}
