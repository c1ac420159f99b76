import type { Entry } from '../act.ts'
import type {
  AskId,
  ConveyanceId,
  DeliveryId,
  MemberId,
  MessageId,
  OfferId,
  PartId,
  ReadBackId,
} from '../ids.ts'
import type { RoomState } from '../room.ts'
import type { Member } from '../roster/apply.ts'
import { isMediator } from '../roster/rules.ts'
import type { Circumstance } from '../schema.ts'
import type { Form, Marking, MessageAct, Passage, Passing } from './acts.ts'

/** The source's words on what may pass, in the order of the log; `disclosure.ts` reads them. */
export type Ruling = {
  readonly position: number
  readonly how: 'marked' | 'released' | 'refused'
  readonly marking: Marking
  /** A release that holds for these words only. */
  readonly wording?: string
}

export type MarkedPart = {
  readonly part: PartId
  readonly from: number
  readonly to: number
  readonly rulings: Ruling[]
}

export type Message = {
  readonly message: MessageId
  readonly by: MemberId
  /** Whose words these are: recorded words are the party's, whoever wrote them down. */
  readonly side: 'party' | 'mediators'
  readonly position: number
  readonly time: number
  readonly form: Form
  readonly binding: boolean
  readonly title?: string
  readonly body: string
  readonly language?: string
  readonly rulings: Ruling[]
  readonly parts: Record<PartId, MarkedPart>
  readonly answers?: DeliveryId
  readonly recorded?: Circumstance
  /** What the party said of words recorded in its name, once it had joined. */
  review?: {
    readonly standing: 'confirmed' | 'corrected'
    readonly by: MemberId
    readonly time: number
    readonly body?: string
    readonly note?: string
  }
}

export type Ask = {
  readonly ask: AskId
  readonly by: MemberId
  readonly position: number
  readonly time: number
  readonly passage: Passage
  readonly marking: Passing
  readonly wording?: string
  readonly note?: string
  answer?: {
    readonly given: boolean
    readonly by: MemberId
    readonly position: number
    readonly time: number
    readonly marking?: Passing
    readonly wording?: string
    readonly note?: string
    readonly recorded?: Circumstance
  }
}

export type Told = {
  readonly conveyance: ConveyanceId
  readonly position: number
  readonly time: number
  readonly passage: Passage
  readonly to: string
  readonly marking: Passing
  readonly wording?: string
}

export type Delivery = {
  readonly delivery: DeliveryId
  readonly by: MemberId
  readonly position: number
  readonly time: number
  readonly form: Form
  readonly binding: boolean
  readonly title?: string
  readonly body: string
  readonly language?: string
  readonly from?: string
  readonly verbatim: boolean
  readonly answers?: MessageId
  readonly corrects?: DeliveryId
  readonly handed: {
    readonly by: MemberId
    readonly position: number
    readonly circumstance: Circumstance
    readonly copies?: number
  }[]
}

export type ReadBack = {
  readonly readback: ReadBackId
  readonly delivery: DeliveryId
  readonly by: MemberId
  readonly position: number
  readonly time: number
  readonly body: string
  readonly recorded?: Circumstance
  verdict?: {
    readonly standing: 'confirmed' | 'corrected'
    readonly by: MemberId
    readonly time: number
    readonly body?: string
    readonly note?: string
  }
}

export type Offer = {
  readonly offer: OfferId
  readonly by: MemberId
  readonly position: number
  readonly time: number
  readonly ifThey: string
  readonly thenWe: string
  readonly until?: number
  readonly binding: boolean
  readonly recorded?: Circumstance
  withdrawn?: { readonly by: MemberId; readonly time: number; readonly note?: string }
  reports: {
    readonly standing: 'held' | 'put' | 'met' | 'declined'
    readonly time: number
    readonly note?: string
  }[]
}

export type MessageState = {
  readonly messages: Record<MessageId, Message>
  readonly asks: Record<AskId, Ask>
  readonly told: Record<ConveyanceId, Told>
  readonly deliveries: Record<DeliveryId, Delivery>
  readonly readBacks: Record<ReadBackId, ReadBack>
  readonly offers: Record<OfferId, Offer>
}

/** The next stricter marking: what a refusal leaves. */
const oneBelow: Readonly<Record<Passing, Marking>> = {
  unattributed: 'nothing',
  attributed: 'unattributed',
  verbatim: 'attributed',
}

export function applyMessage(room: RoomState, entry: Entry, author: Member, act: MessageAct): void {
  const at = { by: author.member, position: entry.position, time: entry.time }
  switch (act.kind) {
    case 'message.say': {
      const { kind: _, marking, parts, ...said } = act
      const rule = (marked: Marking): Ruling => ({ position: entry.position, how: 'marked', marking: marked })
      room.messages[act.message] = {
        ...said,
        ...at,
        side: isMediator(author) && act.recorded === undefined ? 'mediators' : 'party',
        rulings: marking === undefined ? [] : [rule(marking)],
        parts: Object.fromEntries(
          (parts ?? []).map(({ part, from, to, marking }) => [
            part,
            { part, from, to, rulings: [rule(marking)] },
          ]),
        ),
      }
      return
    }
    case 'message.mark': {
      const message = room.messages[act.message]
      if (message === undefined) return
      const ruling: Ruling = { position: entry.position, how: 'marked', marking: act.marking }
      if (act.part === undefined) {
        message.rulings.push(ruling)
        return
      }
      const known = message.parts[act.part.part]
      if (known === undefined) message.parts[act.part.part] = { ...act.part, rulings: [ruling] }
      else known.rulings.push(ruling)
      return
    }
    case 'message.confirm':
    case 'message.correct': {
      const message = room.messages[act.message]
      if (message === undefined) return
      const corrected = act.kind === 'message.correct'
      message.review = {
        standing: corrected ? 'corrected' : 'confirmed',
        by: author.member,
        time: entry.time,
        ...(corrected ? { body: act.body, ...(act.note === undefined ? {} : { note: act.note }) } : {}),
      }
      return
    }
    case 'release.ask': {
      const { kind: _, ...asked } = act
      room.asks[act.ask] = { ...asked, ...at }
      return
    }
    case 'release.give':
    case 'release.refuse': {
      const ask = room.asks[act.ask]
      if (ask === undefined) return
      const { kind: _, ask: __, ...words } = act
      ask.answer = { ...words, ...at, given: act.kind === 'release.give' }
      rule(room, ask.passage, {
        position: entry.position,
        ...(act.kind === 'release.give'
          ? {
              how: 'released',
              marking: act.marking,
              ...(act.wording === undefined ? {} : { wording: act.wording }),
            }
          : { how: 'refused', marking: oneBelow[ask.marking] }),
      })
      return
    }
    case 'convey.tell': {
      const { kind: _, ...told } = act
      room.told[act.conveyance] = { ...told, position: entry.position, time: entry.time }
      return
    }
    case 'delivery.make': {
      const { kind: _, ...made } = act
      room.deliveries[act.delivery] = { ...made, ...at, handed: [] }
      return
    }
    case 'delivery.hand':
      room.deliveries[act.delivery]?.handed.push({
        by: author.member,
        position: entry.position,
        circumstance: act.circumstance,
        ...(act.copies === undefined ? {} : { copies: act.copies }),
      })
      return
    case 'readback.give': {
      const { kind: _, ...given } = act
      room.readBacks[act.readback] = { ...given, ...at }
      return
    }
    case 'readback.confirm':
    case 'readback.correct': {
      const readBack = room.readBacks[act.readback]
      if (readBack === undefined) return
      const { kind, readback: _, ...words } = act
      readBack.verdict = {
        ...words,
        standing: kind === 'readback.confirm' ? 'confirmed' : 'corrected',
        by: author.member,
        time: entry.time,
      }
      return
    }
    case 'offer.make': {
      const { kind: _, ...made } = act
      room.offers[act.offer] = { ...made, ...at, reports: [] }
      return
    }
    case 'offer.withdraw': {
      const offer = room.offers[act.offer]
      if (offer !== undefined) {
        offer.withdrawn = {
          by: author.member,
          time: entry.time,
          ...(act.note === undefined ? {} : { note: act.note }),
        }
      }
      return
    }
    case 'offer.report':
      room.offers[act.offer]?.reports.push({
        standing: act.standing,
        time: entry.time,
        ...(act.note === undefined ? {} : { note: act.note }),
      })
      return
  }
}

function rule(room: RoomState, passage: Passage, ruling: Ruling): void {
  const message = room.messages[passage.message]
  if (message === undefined) return
  if (passage.part === undefined) message.rulings.push(ruling)
  else message.parts[passage.part]?.rulings.push(ruling)
}
