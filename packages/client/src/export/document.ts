/** A room's record as a document: headings, lines and texts in order, before it is HTML or DOCX. */

import {
  type Delivery,
  type HoldId,
  type Item,
  itemsOf,
  type MemberId,
  type Message,
  type Offer,
  type RoomState,
  segmentsOf,
} from '@goodoffices/core'
import { localeOf } from '../words/locale.ts'
import { type ExportLanguage, type ExportWords, exportWords } from './words.ts'

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** A short line about what follows or came before. */
  | { readonly kind: 'line'; readonly text: string }
  /** Somebody's own words, in pieces where parts of them are marked. */
  | {
      readonly kind: 'text'
      readonly pieces: readonly { readonly text: string; readonly marking?: string }[]
      readonly language?: string
    }
  | { readonly kind: 'rule' }

export type Document = {
  readonly title: string
  readonly language: ExportLanguage
  readonly direction: 'ltr' | 'rtl'
  readonly blocks: readonly Block[]
}

export type DocumentOptions = {
  readonly language: ExportLanguage
  /** A BCP 47 tag by which dates and figures are written; as is usual in the language where left out. */
  readonly locale?: string
  /** IANA name; UTC where left out. */
  readonly timeZone?: string
}

class Writer {
  readonly words: ExportWords
  readonly #room: RoomState
  readonly #time: Intl.DateTimeFormat

  constructor(room: RoomState, { language, locale = localeOf(language), timeZone = 'UTC' }: DocumentOptions) {
    this.#room = room
    this.words = exportWords[language]
    this.#time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone })
  }

  time(ms: number): string {
    return this.#time.format(ms)
  }

  person(id: MemberId): string {
    const member = this.#room.members[id]
    if (member === undefined) return id
    return `${member.name} (${member.post ?? this.words.roles[member.role]})`
  }

  roomName(): string {
    const name = this.words.rooms[this.#room.kind]
    const of = this.#room.party?.name ?? this.#room.title
    return of === undefined ? name : `${name}: ${of}`
  }

  /** What everything in this room is cited by. */
  numberOf(position: number): string {
    return `${this.words.number} ${position}`
  }

  item(item: Item): readonly Block[] {
    switch (item.kind) {
      case 'message':
        return this.#message(item)
      case 'delivery':
        return this.#delivery(item)
      case 'offer':
        return this.#offer(item.offer)
      case 'event':
        return this.#event(item)
    }
  }

  #message({ message, asks, told }: Extract<Item, { kind: 'message' }>): readonly Block[] {
    const { words } = this
    const blocks: Block[] = [
      {
        kind: 'heading',
        text: `${this.numberOf(message.position)} · ${message.title ?? words.forms[message.form]}`,
      },
      { kind: 'line', text: this.#attributes(message) },
      ...this.#recorded(message),
      { kind: 'text', pieces: this.#pieces(message), ...languageOf(message) },
      ...this.#review(message),
    ]
    for (const ask of asks) {
      blocks.push({
        kind: 'line',
        text: `${words.releaseAsked}: ${words.markings[ask.marking]} · ${this.person(ask.by)} · ${this.time(ask.time)}`,
      })
      if (ask.wording !== undefined) blocks.push(plain(ask.wording))
      const { answer } = ask
      if (answer === undefined) continue
      const what = answer.given
        ? `${words.releaseGiven}: ${words.markings[answer.marking ?? ask.marking]}`
        : words.releaseRefused
      blocks.push({ kind: 'line', text: `${what} · ${this.person(answer.by)} · ${this.time(answer.time)}` })
      if (answer.wording !== undefined) blocks.push(plain(answer.wording))
      if (answer.note !== undefined) blocks.push(plain(answer.note))
    }
    for (const passed of told) {
      blocks.push({
        kind: 'line',
        text: `${words.passedOn}: ${passed.to} · ${words.markings[passed.marking]} · ${this.time(passed.time)}`,
      })
      if (passed.wording !== undefined) blocks.push(plain(passed.wording))
    }
    return blocks
  }

  #attributes(message: Message): string {
    const { words } = this
    return [
      words.forms[message.form],
      message.binding ? words.binding : words.notBinding,
      `${words.by}: ${this.person(message.by)}`,
      this.time(message.time),
    ].join(' · ')
  }

  #recorded({ recorded }: Message): readonly Block[] {
    if (recorded === undefined) return []
    const hearing = recorded.hearing === undefined ? '' : ` · ${this.words.inHearing}: ${recorded.hearing}`
    return [{ kind: 'line', text: `${this.words.recorded} · ${this.time(recorded.at)}${hearing}` }]
  }

  #pieces(message: Message): Extract<Block, { kind: 'text' }>['pieces'] {
    // What was first written down stands in the record; the words that put it right follow it.
    const isCorrected = message.review?.standing === 'corrected'
    if (message.side === 'mediators' || this.#room.kind !== 'caucus' || isCorrected)
      return [{ text: message.body }]
    return segmentsOf(message, this.#room.terms).map(({ text, permission }) => ({
      text,
      marking: this.words.markings[permission.marking],
    }))
  }

  #review({ review }: Message): readonly Block[] {
    if (review === undefined) return []
    const how = review.standing === 'confirmed' ? this.words.confirmed : this.words.corrected
    const line: Block = {
      kind: 'line',
      text: `${how} · ${this.person(review.by)} · ${this.time(review.time)}`,
    }
    return review.body === undefined ? [line] : [line, plain(review.body)]
  }

  #delivery({ delivery, readBacks }: Extract<Item, { kind: 'delivery' }>): readonly Block[] {
    const { words } = this
    const blocks: Block[] = [...this.deliveryBlocks(delivery)]
    for (const { at, way: _, hearing } of delivery.handed.map(({ circumstance }) => circumstance)) {
      const heard = hearing === undefined ? '' : ` · ${words.inHearing}: ${hearing}`
      blocks.push({ kind: 'line', text: `${words.delivered} · ${this.time(at)}${heard}` })
    }
    for (const readBack of readBacks) {
      blocks.push(
        {
          kind: 'line',
          text: `${words.readBack} · ${this.person(readBack.by)} · ${this.time(readBack.time)}`,
        },
        plain(readBack.body),
      )
      const { verdict } = readBack
      if (verdict === undefined) continue
      const how = verdict.standing === 'confirmed' ? words.confirmed : words.corrected
      blocks.push({ kind: 'line', text: `${how} · ${this.person(verdict.by)} · ${this.time(verdict.time)}` })
      if (verdict.body !== undefined) blocks.push(plain(verdict.body))
    }
    return blocks
  }

  /** The delivery as the recipient has it. */
  deliveryBlocks(delivery: Delivery): readonly Block[] {
    const { words } = this
    const attributes = [
      words.forms[delivery.form],
      delivery.binding ? words.binding : words.notBinding,
      delivery.from === undefined ? words.fromMediators : `${words.from}: ${delivery.from}`,
      ...(delivery.verbatim ? [words.verbatim] : []),
      this.time(delivery.time),
    ]
    return [
      { kind: 'heading', text: `${this.numberOf(delivery.position)} · ${delivery.title ?? words.delivered}` },
      { kind: 'line', text: attributes.join(' · ') },
      { kind: 'text', pieces: [{ text: delivery.body }], ...languageOf(delivery) },
    ]
  }

  #offer(offer: Offer): readonly Block[] {
    const { words } = this
    return [
      { kind: 'heading', text: `${this.numberOf(offer.position)} · ${words.offer}` },
      { kind: 'line', text: `${words.by}: ${this.person(offer.by)} · ${this.time(offer.time)}` },
      { kind: 'line', text: words.ifThey },
      plain(offer.ifThey),
      { kind: 'line', text: words.thenWe },
      plain(offer.thenWe),
      ...(offer.withdrawn === undefined
        ? []
        : [{ kind: 'line', text: `${words.withdrawn} · ${this.time(offer.withdrawn.time)}` } as const]),
    ]
  }

  #event({ act, about, by, time, position }: Extract<Item, { kind: 'event' }>): readonly Block[] {
    const { words } = this
    const told: Partial<Record<typeof act, string>> = {
      'member.admit': `${words.joined}: ${this.person(about as MemberId)}`,
      'member.remove': `${words.left}: ${this.person(about as MemberId)}`,
      'member.leave': `${words.left}: ${this.person(by)}`,
      'lead.hand-over': `${words.leadPassed} ${this.person(about as MemberId)}`,
      'terms.set': words.termsSet,
      'consent.give': `${words.consentGiven} · ${this.person(by)}`,
      'consent.withdraw': `${words.consentWithdrawn} · ${this.person(by)}`,
      'table.open': words.tableOpened,
      'table.close': words.tableClosed,
      'retention.set': words.retentionSet,
      'hold.place': `${words.holdPlaced}: ${this.#room.holds[about as HoldId]?.reason ?? ''} · ${this.person(by)}`,
      'hold.lift': `${words.holdLifted}: ${this.#room.holds[about as HoldId]?.reason ?? ''} · ${this.person(by)}`,
    }
    const text = told[act]
    return text === undefined
      ? []
      : [{ kind: 'line', text: `${this.numberOf(position)} · ${text} · ${this.time(time)}` }]
  }

  desk(): readonly Block[] {
    const { words } = this
    const carried = Object.values(this.#room.conveyances)
      .sort((a, b) => a.position - b.position)
      .flatMap(({ plan, standing, carrier, time, position }): readonly Block[] => {
        const how = { prepared: words.prepared, delivered: words.delivered, cancelled: words.cancelled }[
          standing
        ]
        return [
          { kind: 'heading', text: `${this.numberOf(position)} · ${words.conveyance}` },
          {
            kind: 'line',
            text: `${how} · ${words.markings[plan.as]} · ${this.person(carrier)} · ${this.time(time)}`,
          },
          { kind: 'text', pieces: [{ text: plan.wording }], ...languageOf(plan) },
        ]
      })
    const notes = Object.values(this.#room.notes)
      .sort((a, b) => a.position - b.position)
      .flatMap((note): readonly Block[] => [
        { kind: 'heading', text: `${this.numberOf(note.position)} · ${words.note}` },
        { kind: 'line', text: `${this.person(note.by)} · ${this.time(note.time)}` },
        plain(note.body),
      ])
    return [...carried, ...notes]
  }
}

const plain = (text: string): Block => ({ kind: 'text', pieces: [{ text }] })
const languageOf = ({ language }: { readonly language?: string }) =>
  language === undefined ? {} : { language }

/** The record of rooms, one after the other, each with its members and its signed head. */
export function roomsToDocument(
  rooms: readonly { readonly room: RoomState; readonly checkpoint?: string }[],
  options: DocumentOptions,
): Document {
  const words = exportWords[options.language]
  const [first] = rooms
  const title = first === undefined ? words.record : `${words.record}: ${first.room.process.title}`
  const blocks: Block[] = [{ kind: 'title', text: title }]
  for (const { room, checkpoint } of rooms) {
    const writer = new Writer(room, options)
    const [, size, root] = checkpoint?.split('\n') ?? []
    const members = Object.values(room.members).filter(member => member.left === undefined)
    blocks.push(
      { kind: 'rule' },
      { kind: 'title', text: writer.roomName() },
      {
        kind: 'line',
        text: `${words.members}: ${members.map(({ member }) => writer.person(member)).join('; ')}`,
      },
      ...(size === undefined
        ? []
        : [{ kind: 'line', text: `${words.size}: ${size} · ${words.head}: ${root}` } as const]),
      ...itemsOf(room).flatMap(item => writer.item(item)),
      ...writer.desk(),
    )
  }
  return { title, language: options.language, direction: words.direction, blocks }
}

/** One delivery as a numbered sheet to be handed over: the recipient's view and nothing else. */
export function deliveryToSheet(
  room: RoomState,
  delivery: Delivery,
  options: DocumentOptions & { readonly copy?: number; readonly copies?: number },
): Document {
  const writer = new Writer(room, options)
  const { words } = writer
  const copies = options.copy === undefined ? '' : ` · ${options.copy}/${options.copies ?? options.copy}`
  const title = `${words.sheet} ${delivery.position}${copies}`
  return {
    title,
    language: options.language,
    direction: words.direction,
    blocks: [
      { kind: 'title', text: room.process.title },
      { kind: 'line', text: title },
      { kind: 'rule' },
      ...writer.deliveryBlocks(delivery),
    ],
  }
}
