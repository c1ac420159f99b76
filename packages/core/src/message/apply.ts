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
import type { Terms } from '../mandate/acts.ts'
import type { RoomState } from '../room.ts'
import type { Member } from '../roster/apply.ts'
import { isMediator } from '../roster/rules.ts'
import type { Circumstance } from '../schema.ts'
import type { Form, Marking, MessageAct, Passage, Passing } from './acts.ts'
import { ofRest, permissionFor } from './disclosure.ts'

/**
 * The source's words on what may pass, in the order of the log; `disclosure.ts` reads them. Of marks that follow one another
 * only the last is kept: it alone counts.
 */
export type Ruling = {
  readonly position: number
  readonly how: 'marked' | 'released' | 'refused'
  /** What may pass; of a refusal, the most that may still pass. */
  readonly marking: Marking
  /** A release that holds for these words only. */
  readonly wording?: string
  /** Present where the mediator recorded it. */
  readonly recorded?: Circumstance
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
  /** The process's disclosure rule when this was said. */
  readonly disclosure: Terms['disclosure']
  readonly rulings: Ruling[]
  /** Marked parts of the words that stand: the body, or what it was corrected to. */
  parts: Record<PartId, MarkedPart>
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
  withdrawn?: {
    readonly by: MemberId
    readonly time: number
    readonly note?: string
    readonly recorded?: Circumstance
  }
  reports: {
    readonly standing: 'held' | 'put' | 'met' | 'declined'
    readonly time: number
    readonly wording?: string
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

/** The next stricter marking: the most that a refusal leaves. */
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
      const rule = (marked: Marking) => markedBy(entry, { ...act, marking: marked })
      room.messages[act.message] = {
        ...said,
        ...at,
        side: isMediator(author) && act.recorded === undefined ? 'mediators' : 'party',
        disclosure: room.terms.disclosure,
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
      const ruling = markedBy(entry, act)
      const marked = act.part === undefined ? message : message.parts[act.part.part]
      if (marked !== undefined) addRuling(marked.rulings, ruling)
      else if (act.part !== undefined) message.parts[act.part.part] = { ...act.part, rulings: [ruling] }
      return
    }
    case 'message.confirm':
    case 'message.correct': {
      const message = room.messages[act.message]
      if (message === undefined) return
      const corrected = act.kind === 'message.correct'
      if (corrected) leaveParts(message, room.terms, entry)
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
      const message = room.messages[ask.passage.message]
      const answered = ask.passage.part === undefined ? message : message?.parts[ask.passage.part]
      if (answered !== undefined) addRuling(answered.rulings, answeredBy(entry, ask, act))
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
          ...(act.recorded === undefined ? {} : { recorded: act.recorded }),
        }
      }
      return
    }
    case 'offer.report':
      room.offers[act.offer]?.reports.push({
        standing: act.standing,
        time: entry.time,
        ...(act.wording === undefined ? {} : { wording: act.wording }),
        ...(act.note === undefined ? {} : { note: act.note }),
      })
      return
  }
}

const recordedIn = ({ recorded }: { readonly recorded?: Circumstance }) =>
  recorded === undefined ? {} : { recorded }

const markedBy = (
  entry: Entry,
  act: { readonly marking: Marking; readonly recorded?: Circumstance },
): Ruling => ({
  position: entry.position,
  how: 'marked',
  marking: act.marking,
  ...recordedIn(act),
})

type Answer = Extract<MessageAct, { kind: 'release.give' | 'release.refuse' }>

/** DISC-6, DISC-7: a release holds for the words it names, else for those asked; a refusal leaves less than was asked. */
function answeredBy(entry: Entry, ask: Ask, act: Answer): Ruling {
  const { position } = entry
  if (act.kind === 'release.refuse')
    return { position, how: 'refused', marking: oneBelow[ask.marking], ...recordedIn(act) }
  const wording = act.wording ?? ask.wording
  return {
    position,
    how: 'released',
    marking: act.marking,
    ...(wording === undefined ? {} : { wording }),
    ...recordedIn(act),
  }
}

function addRuling(rulings: Ruling[], ruling: Ruling): void {
  if (ruling.how === 'marked' && rulings.at(-1)?.how === 'marked') rulings.pop()
  rulings.push(ruling)
}

/** DISC-10: parts of words that the party has corrected are parts no longer; the strictest of them now holds for the whole. */
function leaveParts(message: Message, terms: Terms, { position }: Entry): void {
  const { marking, wording } = permissionFor(message, { message: message.message }, terms)
  const rest = ofRest(message, terms)
  message.parts = {}
  if (marking !== rest.marking || wording !== rest.wording)
    message.rulings.push(
      wording === undefined
        ? { position, how: 'marked', marking }
        : { position, how: 'released', marking, wording },
    )
}
