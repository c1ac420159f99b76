/** What waits, as the inbox lists it: said as screens say it, with its handle and the command that comes next. */

import { type Session, sayAsking, titleOf } from '@goodoffices/client'
import { say } from '@goodoffices/client/words'
import {
  type AskedByThing,
  institutionIn,
  isMediator,
  type RoomState,
  type WaitingAtDesk,
  type WaitingInCaucus,
  waitingAtDesk,
  waitingInCaucus,
} from '@goodoffices/core'
import { offerHandle } from '../../names/find.ts'
import { fullHandle, handleOf, passageHandle, roomHandle } from '../../names/handles.ts'
import { passageWords } from '../../page/passage.ts'
import { indent } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { itemHandles } from '../item/handles.ts'
import { writingIn } from '../item/writing.ts'
import { messageHandles } from '../message/handles.ts'
import { deskHandles } from './handles.ts'

export type WaitingLine = {
  readonly text: string
  readonly next: string
  readonly json: Readonly<Record<string, unknown>>
}

/** `of`: the passage that it is about; `next`: what is typed after the program's name. */
type Step = {
  readonly handle: string
  readonly of?: string
  /** CLI-40: its words, before anybody answers for it. */
  readonly words?: string
  readonly next: string
}

type DeskKind = WaitingAtDesk['kind']
type CaucusKind = WaitingInCaucus['kind']
type AtDesk<K extends DeskKind> = { readonly kind: K } & Extract<WaitingAtDesk, { readonly kind: K }>
type InCaucus<K extends CaucusKind> = { readonly kind: K } & Extract<WaitingInCaucus, { readonly kind: K }>

const askHandle = ({ room, ask }: AtDesk<'asked'>) => fullHandle(room, messageHandles.ask, ask.ask)
const deliveryHandle = ({ room, delivery }: AtDesk<'delivered'>) =>
  fullHandle(room, messageHandles.delivery, delivery.delivery)

const deliverIt = ({ carried }: AtDesk<'prepared' | 'unfinished'>, desk: RoomState): Step => {
  const handle = handleOf(desk, deskHandles.conveyance, carried.plan.conveyance)
  return { handle, next: `deliver ${handle}` }
}

/** What a mediator does about it. Leaving out a kind does not compile. */
const stepsAtDesk: { readonly [K in DeskKind]: (item: AtDesk<K>, desk: RoomState) => Step } = {
  heard: ({ room, message }) => {
    const handle = fullHandle(room, messageHandles.message, message.message)
    return { handle, next: `convey --from ${handle} --to …` }
  },
  put: ({ room, thing }) => {
    const handle = fullHandle(room, itemHandles.item, thing.item)
    return { handle, next: `release ask ${handle}.…` }
  },
  'leave-asked': ({ room, thing }) => {
    const handle = fullHandle(room, itemHandles.item, thing.item)
    return { handle, next: `team let-go ${handle}` }
  },
  'may-come': ({ room, thing }) => {
    const handle = fullHandle(room, itemHandles.item, thing.item)
    return {
      handle,
      next: `invite … --role mediator --institution "${institutionIn(thing)}"`,
    }
  },
  asked: item => ({
    handle: askHandle(item),
    of: passageHandle(item.room, item.ask.passage),
    next: `read ${roomHandle(item.room)}`,
  }),
  released: ({ room, ask }) => {
    const handle = passageHandle(room, ask.passage)
    return { handle, next: `convey --from ${handle} --to …` }
  },
  prepared: deliverIt,
  unfinished: deliverIt,
  delivered: item => ({ handle: deliveryHandle(item), next: `read ${roomHandle(item.room)}` }),
  'read-back': ({ room, readBack }) => {
    const handle = fullHandle(room, messageHandles.readBack, readBack.readback)
    return { handle, next: `read-back confirm ${handle}` }
  },
  offer: ({ room, offer }) => {
    const handle = fullHandle(room, messageHandles.offer, offer.offer)
    return { handle, next: `convey --from-offer ${handle} --to …` }
  },
}

/** What a party does about it. Leaving out a kind does not compile. */
const stepsInCaucus: { readonly [K in CaucusKind]: (item: InCaucus<K>) => Step } = {
  asked: item => {
    const handle = askHandle(item)
    const { passage } = item.ask
    return {
      handle,
      of: passageHandle(item.room, passage),
      words: passageWords(item.room, passage),
      next: `release give ${handle}`,
    }
  },
  delivered: item => {
    const handle = deliveryHandle(item)
    return { handle, next: `read-back give ${handle} "…"` }
  },
  successor: ({ room, successor }) => ({
    handle: roomHandle(room),
    words: `${successor.coming.join(', ')}, ${successor.institution}`,
    next: `team go-on ${roomHandle(room)} ${offerHandle(successor.room)}`,
  }),
  review: ({ room, message }) => {
    const handle = fullHandle(room, messageHandles.message, message.message)
    return { handle, next: `review confirm ${handle}` }
  },
}

const atDesk = <K extends DeskKind>(item: AtDesk<K>, desk: RoomState): Step =>
  stepsAtDesk[item.kind](item, desk)
const inCaucus = <K extends CaucusKind>(item: InCaucus<K>): Step => stepsInCaucus[item.kind](item)

function lineOf(kind: string, sentence: string, { handle, of, words, next }: Step): WaitingLine {
  const about = of === undefined ? handle : `${handle}, of ${of}`
  const typed = `goodoffices ${next}`
  return {
    text: [`${sentence}: ${about}`, ...(words === undefined ? [] : [indent(words, '      ')])].join('\n'),
    next: typed,
    json: { kind, handle, next: typed, ...(words === undefined ? {} : { words }) },
  }
}

/** What waits for the mediators. `rooms`: those in which it may stand, or to which it may go. */
export function linesAtDesk(desk: RoomState, rooms: readonly RoomState[]): readonly WaitingLine[] {
  const { vocabulary, figures } = writingIn(desk)
  return waitingAtDesk(desk, rooms).map(item => {
    const room = 'room' in item ? item.room : rooms.find(({ id }) => id === item.carried.plan.to)
    const party = room === undefined ? '' : (room.party?.name ?? roomHandle(room))
    const sentence = withoutMarks(say(vocabulary.terms[`waiting.${item.kind}`], { party }, figures))
    return lineOf(item.kind, sentence, atDesk(item, desk))
  })
}

/** What waits for a party in its caucus. */
export const linesInCaucus = (caucus: RoomState): readonly WaitingLine[] =>
  waitingInCaucus(caucus).map(item =>
    lineOf(item.kind, writingIn(caucus).vocabulary.terms[`waiting-here.${item.kind}`], inCaucus(item)),
  )

/** What a thing asks of this member, or, of a mediator, for the party that is without an account. */
export function askedLine({ me }: Session, { kind, room, thing, asking }: AskedByThing): WaitingLine {
  const handle = fullHandle(room, itemHandles.item, thing.item)
  const reader = room.members[me.member]
  const party = reader !== undefined && isMediator(reader) ? room.party?.name : undefined
  const what = withoutMarks(sayAsking(writingIn(room), asking, party))
  const next =
    asking.kind === 'put'
      ? `goodoffices item put ${asking.register} --${thing.register} ${handle} …`
      : `goodoffices item mark ${handle} …`
  return { text: `${what}: ${handle}, ${titleOf(thing) ?? ''}`, next, json: { kind, handle, what, next } }
}
