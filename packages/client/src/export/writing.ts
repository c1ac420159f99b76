/** How a copy writes what stands in one room: people, times, numbers, and any act by its fields and their labels. */

import {
  type Clock,
  clockToMinutes,
  type Day,
  dayMs,
  dayToNumber,
  isPresent,
  type MemberId,
  type RoomState,
  seen,
} from '@goodoffices/core'
import { vocabularyIn } from '../areas/template/renamed.ts'
import { localeOf, semicolon, timesOf, withColon } from '../words/locale.ts'
import { type Figures, figuresOf, isolate } from '../words/say.ts'
import type { Vocabulary } from '../words/vocabulary.ts'
import type { Block } from './blocks.ts'

export type WritingOptions = {
  /** A BCP 47 tag by which dates and figures are written; as is usual in the language where left out. */
  readonly locale?: string
  /** IANA name; UTC where left out. */
  readonly timeZone?: string
}

export type Writing = {
  readonly room: RoomState
  readonly vocabulary: Vocabulary
  readonly figures: Figures
  readonly roomName: string
  readonly time: (ms: number) => string
  readonly figure: (value: number) => string
  /** A day in the reader's calendar. */
  readonly day: (day: Day) => string
  /** An hour of the clock, as the reader writes it. */
  readonly clock: (clock: Clock) => string
  /** A decimal as it was written, grouped and in the reader's digits: none of it is rounded away, and none added. */
  readonly decimal: (written: string) => string
  /** Several, any one of which it is; or all of which. */
  readonly either: (texts: readonly string[]) => string
  readonly all: (texts: readonly string[]) => string
  /** What everything in this room is cited by. */
  readonly number: (position: number) => string
  readonly person: (id: string) => string
  /** What an id names, as far as this room knows it: somebody, a party, a room, or the number of what it is. */
  readonly named: (of: string, id: string) => string
  /** A label before what it names on the same line. */
  readonly withColon: (label: string) => string
  /** The name of a language in the language of the copy. */
  readonly languageName: (tag: string) => string
  /** Who is here, and who has left. */
  readonly people: () => readonly Block[]
}

export const plain = (text: string, language?: string): Block => ({
  kind: 'text',
  pieces: [{ text: seen(text) }],
  ...(language === undefined ? {} : { language }),
})

/** Facts on one line; what is not there is left out. */
export const factLine = (...facts: readonly (string | undefined)[]): Block => ({
  kind: 'line',
  text: facts.filter(fact => fact !== undefined && fact !== '').join(' · '),
})

const digitsMax = 30

/** By its text and not by a float: a formatter takes the decimal itself, exactly. */
function writeDecimal(written: string, locale: string): string {
  const places = Math.min(written.split('.')[1]?.length ?? 0, digitsMax)
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: places,
    maximumFractionDigits: digitsMax,
  }).format(written as Intl.StringNumericLiteral)
}

type Formatting = { readonly locale: string; readonly timeZone: string; readonly language: string }

function makeFormats({ locale, timeZone, language }: Formatting) {
  return {
    figures: figuresOf(locale),
    clock: timesOf(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }),
    whole: new Intl.NumberFormat(locale, { useGrouping: false }),
    days: timesOf(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    hours: new Intl.DateTimeFormat(locale, {
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'UTC',
    }),
    either: new Intl.ListFormat(locale, { type: 'disjunction' }),
    all: new Intl.ListFormat(locale, { type: 'unit', style: 'long' }),
    languages: new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }),
  }
}

let formats: { readonly of: Formatting; readonly made: ReturnType<typeof makeFormats> } | undefined

/** Those of the last reader: a page writes each of its lines by them, and to make them takes longer than to use them. */
function formatsOf(of: Formatting): ReturnType<typeof makeFormats> {
  const isSame =
    formats?.of.locale === of.locale &&
    formats.of.timeZone === of.timeZone &&
    formats.of.language === of.language
  if (formats === undefined || !isSame) formats = { of, made: makeFormats(of) }
  return formats.made
}

/** What few lines ask for, found when the first does. */
function once<T extends object>(find: () => T): () => T {
  let found: T | undefined
  return () => (found ??= find())
}

/** Where each thing that has an id stands first. */
function firstPositions({ timeline }: RoomState): ReadonlyMap<string, number> {
  const positions = new Map<string, number>()
  for (const { about, position } of timeline)
    if (about !== '' && !positions.has(about)) positions.set(about, position)
  return positions
}

/** TMPL-4: in the words of the room, where its talks call something otherwise. */
export function writingOf(
  room: RoomState,
  given: Vocabulary,
  { locale = localeOf(given.language), timeZone = 'UTC' }: WritingOptions,
): Writing {
  const vocabulary = vocabularyIn(room, given)
  const { choices, terms } = vocabulary
  const { figures, clock, whole, days, hours, either, all, languages } = formatsOf({
    locale,
    timeZone,
    language: vocabulary.language,
  })
  const positions = once(() => firstPositions(room))
  const number = (position: number): string => `${terms.number} ${whole.format(position)}`
  const lead = (label: string): string => withColon(vocabulary.language, label)
  const nameOfRoom = ({ kind, name }: { kind: RoomState['kind']; name: string | undefined }): string =>
    name === undefined ? choices[`kind.${kind}`] : `${lead(choices[`kind.${kind}`])} ${isolate(name)}`
  /** ASNT-21: those whom this room was asked a question with are named in it, and nowhere else here. */
  const askedWith = once(
    () =>
      new Map<string, string>(
        Object.values(room.questions).flatMap(({ content }) =>
          content.parties.map(({ party, name }) => [party, name] as const),
        ),
      ),
  )
  const partyName = (id: string | undefined): string | undefined =>
    id === undefined
      ? undefined
      : ((room.parties as Readonly<Record<string, { readonly name: string }>>)[id]?.name ??
        (room.party?.party === id ? room.party.name : undefined) ??
        askedWith().get(id))
  const person = (id: string): string => {
    const member = room.members[id as MemberId]
    if (member === undefined) return id
    const what = member.post === undefined ? choices[`role.${member.role}`] : isolate(member.post)
    return `${isolate(member.name)} (${what})`
  }
  const otherRoom = (id: string): string | undefined => {
    const listed = Object.values(room.rooms).find(({ room }) => room === id)
    return listed === undefined
      ? undefined
      : nameOfRoom({ kind: listed.kind, name: listed.title ?? partyName(listed.party) })
  }
  const roomName = nameOfRoom({ kind: room.kind, name: room.party?.name ?? room.title })
  return {
    room,
    vocabulary,
    figures,
    roomName,
    time: clock,
    figure: value => whole.format(value),
    day: day => days(dayToNumber(day) * dayMs),
    clock: clock => hours.format(clockToMinutes(clock) * 60_000),
    decimal: written => writeDecimal(written, locale),
    either: texts => either.format(texts),
    all: texts => all.format(texts),
    number,
    person,
    named: (of, id) => {
      if (of === 'member') return person(id)
      if (of === 'room') return id === room.id ? roomName : (otherRoom(id) ?? id)
      const party = of === 'party' ? partyName(id) : undefined
      if (party !== undefined) return isolate(party)
      const position = positions().get(id)
      return position === undefined ? id : number(position)
    },
    withColon: lead,
    languageName: tag => languages.of(tag) ?? tag,
    people: () => {
      const members = Object.values(room.members)
      const listed = (label: string, some: typeof members): readonly Block[] =>
        some.length === 0
          ? []
          : [
              {
                kind: 'line',
                text: `${lead(label)} ${some.map(({ member }) => person(member)).join(semicolon(vocabulary.language))}`,
              },
            ]
      return [
        ...listed(terms.people, members.filter(isPresent)),
        ...listed(
          terms.gone,
          members.filter(member => !isPresent(member)),
        ),
      ]
    },
  }
}
