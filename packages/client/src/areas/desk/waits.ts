/** What is asked of the mediators across the rooms, and of a party in its caucus. */

import {
  type Carried,
  countingAnswer,
  demandAt,
  isPublic,
  type MemberId,
  permissionForItem,
  placedAt,
  planPhaseOf,
  type QuestionPlan,
  type RoomState,
  readerOf,
  segmentsOf,
  standingOf,
  standingsOf,
  type WaitingAtDesk,
  type WaitingInCaucus,
  waitingAtDesk,
  waitingInCaucus,
} from '@goodoffices/core'
import { type Here, ownCaucuses, type Urgency, type Wait } from '../../waiting/wait.ts'

type Told = { readonly position: number; readonly time: number }
type Found = Pick<Wait, 'about' | 'since' | 'by'>

const timeOf = (room: RoomState, { position, time }: Told): number => placedAt(room, position) ?? time

const urgencyOfKind: { readonly [K in WaitingAtDesk['kind']]: Urgency } = {
  unfinished: 'first',
  'question-unfinished': 'first',
  'leave-asked': 'first',
  'read-back': 'answer',
  'may-come': 'answer',
  prepared: 'carry',
  released: 'carry',
  heard: 'carry',
  put: 'carry',
  question: 'carry',
  offer: 'carry',
  asked: 'answer',
  delivered: 'read',
}

/** WAIT-7: whether anything of it may be passed, by its side's word as it stands. */
function mayPass(item: WaitingAtDesk): boolean {
  if (item.kind === 'heard')
    return segmentsOf(item.message, item.room.terms).some(
      ({ permission }) => permission.marking !== 'nothing',
    )
  if (item.kind !== 'put') return true
  const { room, thing } = item
  const rev = thing.revisions.length
  return Object.keys(standingOf(thing).fields).some(
    field => permissionForItem(room, { item: thing.item, rev, fields: [field] }).marking !== 'nothing',
  )
}

/** WAIT-2: of what waits at the desk, for its column and for Today alike. */
export const urgencyAtDesk = (item: WaitingAtDesk): Urgency =>
  mayPass(item) ? urgencyOfKind[item.kind] : 'read'

/** WAIT-7: what may still be taken back on this device has asked nobody and was not delivered. */
export const hasGone = (item: WaitingAtDesk, placedTo: Here['placedTo']): boolean =>
  (item.kind !== 'delivered' || item.delivery.position < placedTo(item.room)) &&
  (item.kind !== 'asked' || item.ask.position < placedTo(item.room))

const urgencyInCaucus: { readonly [K in WaitingInCaucus['kind']]: Urgency } = {
  asked: 'answer',
  question: 'answer',
  successor: 'answer',
  review: 'answer',
  delivered: 'read',
}

function describe(item: WaitingAtDesk | WaitingInCaucus, desk: RoomState | undefined, now: number): Found {
  switch (item.kind) {
    case 'heard':
    case 'review':
      return { about: item.message.message, since: timeOf(item.room, item.message) }
    case 'put':
    case 'leave-asked':
    case 'may-come':
      return {
        about: item.thing.item,
        since: timeOf(item.room, item.thing.marks.at(-1) ?? standingOf(item.thing)),
      }
    case 'asked':
      return { about: item.ask.ask, since: timeOf(item.room, item.ask) }
    case 'released':
      return { about: item.ask.ask, since: timeOf(item.room, item.ask.answer ?? item.ask) }
    case 'prepared':
    case 'unfinished': {
      const { plan, steps, time } = item.carried
      const last = steps.at(-1)
      return {
        about: plan.conveyance,
        since: desk === undefined || last === undefined ? time : timeOf(desk, last),
        ...(plan.timing.kind === 'at' ? { by: plan.timing.time } : {}),
      }
    }
    case 'delivered':
      return { about: item.delivery.delivery, since: timeOf(item.room, item.delivery) }
    case 'read-back':
      return { about: item.readBack.readback, since: timeOf(item.room, item.readBack) }
    case 'offer': {
      const { offer, until } = item.offer
      return {
        about: offer,
        since: timeOf(item.room, item.offer),
        ...(until === undefined ? {} : { by: until }),
      }
    }
    case 'question':
    case 'question-unfinished': {
      const { question, content } = item.question
      const { closes, tellBy } = content.times
      const put = 'put' in item.question ? (item.question.put ?? item.question) : item.question
      // Once it has closed, what is still to be done is to tell.
      return { about: question, since: timeOf(item.room, put), by: now > closes ? tellBy : closes }
    }
    case 'successor':
      return { about: item.successor.room, since: timeOf(item.room, item.successor) }
    default:
      return item satisfies never
  }
}

/** WAIT-3: a party that has no account answers by the mediators' hand. */
export function isOfOthers(item: WaitingAtDesk, { rooms, timeIn }: Pick<Here, 'rooms' | 'timeIn'>): boolean {
  if (item.kind === 'question') return isWithParties(item.question, rooms, timeIn(item.room.id))
  return (item.kind === 'asked' || item.kind === 'delivered') && item.room.party?.account === true
}

/** ASNT-25: by whether they have answered, never by what. */
const isWithParties = (plan: QuestionPlan, rooms: readonly RoomState[], now: number): boolean =>
  planPhaseOf(plan, now) === 'open' &&
  standingsOf(plan, id => rooms.find(room => room.id === id)).every(
    ({ caucus, question }) =>
      caucus?.party?.account === true || (question !== undefined && countingAnswer(question) !== undefined),
  )

/** DESK-11: what this member is asked to read before it goes; of what goes together the first. */
function toRead(
  desk: RoomState,
  { me, rooms }: Here,
  sinceOf: (carried: Carried) => number,
): readonly Wait[] {
  const { conveyances } = desk
  const asked = Object.values(conveyances).filter(
    carried => carried.standing === 'prepared' && isReadBy(desk, carried, me),
  )
  return asked
    .filter(
      ({ plan: { together } }, at) =>
        together === undefined || asked.findIndex(({ plan }) => plan.together === together) === at,
    )
    .map(carried => ({
      item: { kind: 'to-read', carried },
      urgency: 'answer',
      about: carried.plan.conveyance,
      since: sinceOf(carried),
      rooms: asked
        .filter(other => other === carried || isTogether(other, carried))
        .flatMap(({ plan }) => rooms.filter(({ id }) => id === plan.to)),
      mediating: true,
    }))
}

/** EYES-7: where a second mediator is required, and none was asked for, it waits for each who could be that. */
function isReadBy(desk: RoomState, carried: Carried, me: MemberId): boolean {
  const { plan, steps, writtenBy, carrier } = carried
  if (plan.reader !== undefined || demandAt(desk, 'deliver') !== 'required') return readerOf(carried) === me
  const written = steps.findLastIndex(({ did }) => did === 'prepare')
  return ![writtenBy, carrier].includes(me) && !steps.slice(written).some(({ did }) => did === 'read')
}

const isTogether = ({ plan: a }: Carried, { plan: b }: Carried): boolean =>
  a.together !== undefined && a.together === b.together

export function waits(here: Here): readonly Wait[] {
  const { desk, rooms, timeIn } = here
  const now = desk === undefined ? 0 : timeIn(desk.id)
  const known = desk === undefined ? [] : waitingAtDesk(desk, rooms.filter(isCarriedTo), now)
  const atDesk = known.filter(item => hasGone(item, here.placedTo))
  const groups = Map.groupBy(atDesk, item => groupOf(item) ?? '')
  groups.delete('')
  const preparedAt = ({ steps, time }: Carried): number => {
    const last = steps.findLast(({ did }) => did === 'prepare')
    return desk === undefined || last === undefined ? time : timeOf(desk, last)
  }
  return [
    ...(desk === undefined ? [] : toRead(desk, here, preparedAt)),
    ...atDesk.flatMap((item): readonly Wait[] => {
      const together = groups.get(groupOf(item) ?? '') ?? [item]
      if (together[0] !== item) return []
      return [
        {
          item,
          urgency: urgencyAtDesk(item),
          ...(mayPass(item) ? {} : { stays: true as const }),
          ...describe(item, desk, now),
          rooms: together.flatMap(each => roomOf(each, rooms)),
          mediating: true,
          ...(isOfOthers(item, here) ? { ofOthers: true as const } : {}),
        },
      ]
    }),
    ...ownCaucuses(here)
      .flatMap(room => waitingInCaucus(room, timeIn(room.id)))
      .map(item => ({
        item,
        urgency: urgencyInCaucus[item.kind],
        ...describe(item, undefined, timeIn(item.room.id)),
        rooms: [item.room],
        ...(item.kind === 'delivered' || item.kind === 'question' ? { toTheDay: true as const } : {}),
      })),
  ]
}

const isCarriedTo = (room: RoomState): boolean => room.kind === 'caucus' || isPublic(room)

const roomOf = (item: WaitingAtDesk, rooms: readonly RoomState[]): readonly RoomState[] =>
  'carried' in item ? rooms.filter(({ id }) => id === item.carried.plan.to) : [item.room]

/** What goes in one step and stands alike waits once: what has arrived of a group waits no more. Undefined of what goes by itself. */
const groupOf = (item: WaitingAtDesk): string | undefined =>
  'carried' in item && item.carried.plan.together !== undefined
    ? `${item.kind} ${item.carried.plan.together}`
    : undefined
