import type {
  AskId,
  ConveyanceId,
  DeliveryId,
  ItemId,
  MessageId,
  OfferId,
  PartId,
  ReadBackId,
} from '../../ids.ts'
import type { Thing } from '../../item/content.ts'
import type { ItemState } from '../../item/item.ts'
import type { Room, Said } from '../../room/state.ts'
import type { Circumstance, Translation } from '../../schema.ts'
import type { MandateState } from '../mandate/state.ts'
import type { Terms } from '../mandate/terms.ts'
import type { TableState } from '../table/state.ts'
import type { AnyPassage, Form, ItemPassage, Marking, MarkPassage, Passing, Stretch } from './passage.ts'

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

/** What was released or refused of an item: of fields of one revision, or of a mark. */
export type ItemRuling = Ruling & { readonly passage: ItemPassage | MarkPassage }

/** What was released or refused of a stretch of a message. */
export type StretchRuling = Ruling & { readonly stretch: Stretch }

export type MarkedPart = {
  readonly part: PartId
  readonly from: number
  readonly to: number
  readonly rulings: Ruling[]
}

export type Message = Said & {
  readonly message: MessageId
  /** Whose words these are: recorded words are the party's, whoever wrote them down. */
  readonly side: 'party' | 'mediators'
  readonly form: Form
  readonly binding: boolean
  readonly title?: string
  readonly body: string
  readonly language?: string
  readonly translation?: Translation
  /** The process's disclosure rule when this was said. */
  readonly disclosure: Terms['disclosure']
  readonly rulings: Ruling[]
  /** Marked parts of the words that stand: the body, or what it was corrected to. */
  parts: Record<PartId, MarkedPart>
  /** DISC-13: of stretches of the words that stand, oldest first. */
  stretched?: StretchRuling[]
  readonly answers?: DeliveryId
  readonly issue?: ItemId
  readonly recorded?: Circumstance
  /** What the party said of words recorded in its name, once it had joined. */
  review?: Said & {
    readonly standing: 'confirmed' | 'corrected'
    readonly body?: string
    readonly note?: string
  }
}

export type Ask = Said & {
  readonly ask: AskId
  readonly passage: AnyPassage
  readonly marking: Passing
  readonly wording?: string
  readonly note?: string
  answer?: Said & {
    readonly given: boolean
    readonly marking?: Passing
    readonly wording?: string
    readonly note?: string
    readonly recorded?: Circumstance
  }
}

export type Told = Said & {
  readonly conveyance: ConveyanceId
  readonly passage: AnyPassage
  readonly to: string
  readonly marking: Passing
  readonly wording?: string
}

export type Delivery = Said & {
  readonly delivery: DeliveryId
  readonly form: Form
  readonly binding: boolean
  readonly title?: string
  readonly body: string
  readonly language?: string
  readonly translation?: Translation
  readonly from?: string
  readonly verbatim: boolean
  readonly answers?: MessageId
  readonly corrects?: DeliveryId
  readonly issue?: ItemId
  /** What it brought besides its words. */
  readonly thing?: Thing
  /** ITEM-8: the item that it brought, or that it is the next revision of. */
  readonly item?: ItemId
  readonly handed: (Said & { readonly circumstance: Circumstance; readonly copies?: number })[]
}

export type ReadBack = Said & {
  readonly readback: ReadBackId
  readonly delivery: DeliveryId
  readonly body: string
  readonly recorded?: Circumstance
  verdict?: Said & {
    readonly standing: 'confirmed' | 'corrected'
    readonly body?: string
    readonly note?: string
  }
}

export type Offer = Said & {
  readonly offer: OfferId
  readonly ifThey: string
  readonly thenWe: string
  readonly until?: number
  readonly binding: boolean
  readonly issue?: ItemId
  readonly recorded?: Circumstance
  withdrawn?: Said & { readonly note?: string; readonly recorded?: Circumstance }
  readonly reports: (Said & {
    readonly standing: 'held' | 'put' | 'met' | 'declined'
    readonly wording?: string
    readonly note?: string
  })[]
}

export type MessageState = {
  readonly messages: Record<MessageId, Message>
  readonly asks: Record<AskId, Ask>
  readonly told: Record<ConveyanceId, Told>
  readonly deliveries: Record<DeliveryId, Delivery>
  readonly readBacks: Record<ReadBackId, ReadBack>
  readonly offers: Record<OfferId, Offer>
  /** DISC-11: the source's words on what may pass of its items, in the order of the log. */
  readonly itemRulings: Record<ItemId, ItemRuling[]>
}

/** What the rules of messages read of a room. */
export type Talking = Room & MandateState & TableState & MessageState & ItemState
