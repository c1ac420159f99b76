import { documentToDocx, documentToHtml, documentToText, roomsToDocument } from '@goodoffices/client'
import { languages, loadVocabulary, localeOf, type Vocabulary } from '@goodoffices/client/words'
import {
  type Act,
  type ActKind,
  actKinds,
  type Clock,
  clockToMinutes,
  type Day,
  type Figure,
  fieldsSchemaOf,
  findRegister,
  holdsClock,
  holdsDay,
  holdsFigure,
  holdsOf,
  holdsTerm,
  holdsTime,
  type ItemId,
  innerOf,
  optionOf,
  type RoomState,
  registers,
  schemaOf,
  standingBody,
  type Term,
} from '@goodoffices/core'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Accepted, acceptedActs, acceptedThings } from '../../core/test/accepted.ts'
import { caucusA, deskRoom, memberId, must, say } from '../../core/test/cast.ts'
import { fieldName } from '../src/words/area-words.ts'

type Schema = Parameters<typeof innerOf>[0]

const timeZone = 'Asia/Tehran'
const language = 'en'

/** Keys, and the spans of a part, whose words are shown instead. */
const notShown = new Set([
  'adherence',
  'agreedIn',
  'digest',
  'head',
  'devices',
  'evidence',
  'key',
  'anew',
  'nonce',
  'secret',
  'sign',
  'verifier',
  'wrap',
])
const spans = new Set(['from', 'to'])

const writtenDay = (written: Day): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(written),
  )

/** Every day, count and word of a term; what it follows from by its title or its number. */
function termParts(room: RoomState, words: Vocabulary, term: Term): readonly (readonly string[])[] {
  const thing = (id: ItemId): readonly string[] => {
    const title = Object.values(room.items)
      .find(({ item }) => item === id)
      ?.revisions.at(-1)?.fields['title']
    return typeof title === 'string' ? [title] : [id, ...numberOf(room, id)]
  }
  switch (term.kind) {
    case 'on':
      return [[writtenDay(term.day)]]
    case 'after':
      return [
        [String(term.count), term.count.toLocaleString('en-GB')],
        [(words.choices as Record<string, string>)[`verb.${term.verb}`] ?? term.verb],
        thing(term.item),
      ]
    case 'with':
      return [thing(term.item)]
    case 'earliest':
    case 'latest':
      return term.of.flatMap(part => termParts(room, words, part))
    default:
      return term satisfies never
  }
}

const numberOf = (room: RoomState, id: string): readonly string[] => {
  const at = room.timeline.find(({ about }) => about === id)?.position
  return at === undefined ? [] : [`No. ${at}`]
}

const writtenClock = (clock: Clock): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(clockToMinutes(clock) * 60_000)

const grouped = (decimal: string): string => {
  const [whole = '', places] = decimal.split('.')
  const digits = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  return places === undefined ? digits : `${digits}.${places}`
}

const figureParts = (figure: Figure): readonly (readonly string[])[] => {
  if (figure.kind === 'no-number') return [[figure.words]]
  return figure.kind === 'between'
    ? [[grouped(figure.low)], [grouped(figure.high)]]
    : [[grouped(figure.value)]]
}

/** What a reader must find of a value, field by field: at least one of each. */
function expectedOf(
  room: RoomState,
  words: Vocabulary,
  schema: Schema,
  value: unknown,
  at: { readonly parent: string; readonly name: string },
): readonly (readonly string[])[] {
  const { parent, name } = at
  if (value === undefined || (notShown.has(name) && !Array.isArray(value)) || name === 'devices') return []
  if (value === null) return [[words.terms.undecided]]
  const [[key, inner] = []] = innerOf(schema)
  if (key === '' && inner !== undefined) return expectedOf(room, words, inner, value, at)
  if (holdsDay(schema)) return [[writtenDay(value as Day)]]
  if (holdsClock(schema)) return [[writtenClock(value as Clock)]]
  if (holdsTerm(schema)) return termParts(room, words, value as Term)
  if (holdsFigure(schema)) return figureParts(value as Figure)
  if (typeof value === 'boolean')
    return [
      [words.fields[fieldName(parent, name)] ?? '', value ? words.terms.binding : words.terms['not-binding']],
    ]
  if (typeof value === 'number') {
    if (!holdsTime(schema)) return spans.has(name) ? [] : [[String(value)]]
    const clock = new Intl.DateTimeFormat(localeOf(language), {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone,
    })
    return [[clock.format(value)]]
  }
  if (typeof value === 'string') {
    const holds = holdsOf(schema)
    // What is left of a message is named, or stands there in its own words.
    const rests = name === 'stretch' ? Object.values(room.messages).map(standingBody) : []
    if (holds === undefined)
      return [
        [...rests, (words.choices as Record<string, string>)[`${fieldName(parent, name)}.${value}`] ?? '?'],
      ]
    if (holds.holds === 'text') return [[value]]
    if (name === 'field' || name === 'fields')
      return value
        .split('.')
        .filter(part => part in words.fields && part !== 'thing' && part !== 'fields')
        .map(part => [words.fields[part] ?? ''])
    if (name === 'register' || name === 'verb')
      return [[(words.choices as Record<string, string>)[`${name}.${value}`] ?? value]]
    if (holds.holds === 'code')
      return ['language', 'languages', 'interprets'].includes(fieldName('', name))
        ? [[new Intl.DisplayNames(['en'], { type: 'language' }).of(value) ?? '?']]
        : [[value]]
    if (holds.of === 'part' || holds.of === 'process') return []
    const known =
      (value === room.id ? room.party?.name : undefined) ??
      room.members[value as never]?.name ??
      room.parties[value as never]?.name ??
      Object.values(room.questions)
        .flatMap(({ content }) => content.parties)
        .find(({ party }) => party === value)?.name ??
      room.timeline.find(({ about }) => about === value)?.position ??
      (value === room.id ? words.choices[`kind.${room.kind}`] : undefined)
    return [[value, ...(known === undefined ? [] : [typeof known === 'number' ? `No. ${known}` : known])]]
  }
  if (Array.isArray(value))
    return value.flatMap(item => expectedOf(room, words, innerOf(schema)[0]?.[1] ?? schema, item, at))
  const held = value as Record<string, unknown>
  const option = schema.type === 'variant' || schema.type === 'union' ? optionOf(schema, value) : schema
  return innerOf(option ?? schema).flatMap(([field, of]) =>
    name === '' && field === 'kind'
      ? []
      : expectedOf(room, words, of.type === 'custom' ? contentOf(held, of) : of, held[field], {
          parent: name,
          name: field,
        }),
  )
}

/** Words with marked parts are found part by part: how each may pass stands behind it. */
const cutAtParts =
  (act: Act) =>
  (variants: readonly string[]): readonly (readonly string[])[] => {
    if (act.kind !== 'message.say' || variants[0] !== act.body) return [variants]
    const cuts = [0, ...(act.parts ?? []).flatMap(({ from, to }) => [from, to]), act.body.length].toSorted(
      (a, b) => a - b,
    )
    return cuts.slice(1).flatMap((to, i) => {
      const part = act.body.slice(cuts[i], to).trim()
      return part === '' ? [] : [[part]]
    })
  }
/** What an item holds is said by its register. */
function contentOf({ register }: Record<string, unknown>, schema: Schema): Schema {
  const declared = findRegister(String(register))
  return declared === undefined ? schema : fieldsSchemaOf(declared)
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')
const unescape = (text: string): string =>
  text
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<\/?(?:p|h1|h2|div|w:p|w:br)\b[^>]*>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

const xmlIn = (docx: Uint8Array, name = 'word/document.xml'): string => {
  const file = unzipSync(docx)[name]
  if (file === undefined) throw new Error(`no ${name}`)
  return strFromU8(file)
}

const withoutMarkings = (copy: string, { choices }: Vocabulary): string =>
  flat(
    Object.entries(choices)
      .filter(([name]) => name.startsWith('marking.'))
      .reduce((left, [, label]) => left.replaceAll(`[${label}]`, '').replaceAll(label, ''), copy),
  )

async function copiesOf(room: RoomState): Promise<readonly (readonly [string, string])[]> {
  const document = await roomsToDocument([{ room }], { language, timeZone })
  return [
    ['text', flat(documentToText(document))],
    ['html', flat(unescape(documentToHtml(document)))],
    ['docx', flat(unescape(xmlIn(await documentToDocx(document))))],
  ]
}

/** Every act with what it left; the opening of a room stands in each. */
function acceptedOf(kind: ActKind): Pick<Accepted, 'act' | 'after'> {
  const found = acceptedActs().get(kind)
  if (found !== undefined) return found
  const room = caucusA()
  const [opening] = room.timeline
  return { act: opening?.act as Accepted['act'], after: room }
}

describe('a copy to read', () => {
  let words: Vocabulary
  beforeAll(async () => {
    words = await loadVocabulary(language)
  })

  const expectWhole = async ({ act, after }: Pick<Accepted, 'act' | 'after'>): Promise<void> => {
    const expected = expectedOf(after, words, schemaOf(act.kind), act, { parent: '', name: '' }).flatMap(
      cutAtParts(act),
    )
    for (const [format, copy] of await copiesOf(after)) {
      // A text of which parts are marked is cut by the names of the markings.
      const whole = withoutMarkings(copy, words)
      const missing = expected.filter(
        variants =>
          !variants.some(
            variant => variant !== '' && (copy.includes(flat(variant)) || whole.includes(flat(variant))),
          ),
      )
      expect([format, missing]).toEqual([format, []])
    }
  }

  it.each(actKinds)('RCD-5 law: every field of every act is in it: %s', async kind =>
    expectWhole(acceptedOf(kind)),
  )

  it.each(registers)(
    'RCD-5 law: every field of a thing of every register is in it: $name',
    async ({ name }) => {
      const accepted = acceptedThings().get(name)
      if (accepted === undefined) throw new Error('no room takes a thing of it')
      await expectWhole(accepted)
    },
  )

  it('RCD-6 holds what was replaced: earlier plans, who handed it over and why, notes as they were', async () => {
    const desk = deskRoom()
    const plan = {
      conveyance: 'conveyance-1',
      delivery: 'delivery-1',
      origin: { kind: 'mediators' },
      to: 'room-caucus-party-bb',
      as: 'verbatim',
      form: 'paper',
      binding: false,
      wording: 'The first wording.',
      timing: { kind: 'when', condition: 'The road is open.' },
      tell: 'nothing',
      carrier: memberId('lead'),
      accepted: [],
    }
    must(desk, 'lead', { kind: 'carry.prepare', conveyance: plan })
    must(desk, 'lead', { kind: 'carry.prepare', conveyance: { ...plan, wording: 'The second wording.' } })
    must(desk, 'lead', {
      kind: 'carry.assign',
      conveyance: 'conveyance-1',
      to: memberId('second'),
      note: 'Away.',
    })
    must(desk, 'second', {
      kind: 'carry.assign',
      conveyance: 'conveyance-1',
      to: memberId('lead'),
      note: 'Back.',
    })
    must(desk, 'lead', { kind: 'carry.cancel', conveyance: 'conveyance-1', note: 'No longer asked.' })
    must(desk, 'lead', { kind: 'note.write', note: 'note-0001', body: 'As it was.' })
    must(desk, 'lead', { kind: 'note.write', note: 'note-0001', body: 'As it is.' })
    const said = ['The first wording.', 'The second wording.', 'The road is open.', 'Away.', 'Back.']
    for (const [, copy] of await copiesOf(desk))
      for (const text of [...said, 'No longer asked.', 'As it was.', 'As it is.'])
        expect(copy).toContain(text)
  })

  it('RCD-7 leaves no key in it, and says who kept one and when', async () => {
    const { after, act } = acceptedOf('key.keep')
    if (act.kind !== 'key.keep') throw new Error('not kept')
    const secrets = [act.kept.key, act.kept.relay.verifier]
    for (const [, copy] of await copiesOf(after)) {
      for (const secret of secrets) expect(copy).not.toContain(secret)
      expect(copy).toContain(words.acts['key.keep'])
    }
  })

  it('RCD-8 names its time zone once, and writes every hour by it', async () => {
    const room = caucusA()
    must(room, 'headA', say('message-0001'))
    const [[, text] = ['', '']] = await copiesOf(room)
    expect(text.split(timeZone).length).toBe(2)
    expect(text).toContain(
      new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
        room.timeline.at(-1)?.time,
      ),
    )
  })

  it.each(languages)(
    'RCD-9 two members’ copies agree byte for byte, whenever each is made: %s',
    async language => {
      const room = caucusA()
      must(room, 'headA', say('message-0001', { body: 'Ja.\nنعم\u2028ok' }))
      const make = async () => {
        const document = await roomsToDocument([{ room: structuredClone(room) }], { language, timeZone })
        return [documentToHtml(document), await documentToDocx(document)] as const
      }
      const first = await make()
      await new Promise(resolve => setTimeout(resolve, 1_100))
      expect(await make()).toEqual(first)
    },
  )

  it.each(['ar', 'fa'] as const)(
    'RCD-10 stands from the right in %s, digits of one kind, a hash from the left',
    async language => {
      const room = caucusA()
      must(room, 'headA', say('message-0001', { body: 'Only Latin words.', title: 'A title' }))
      const document = await roomsToDocument([{ room, checkpoint: 'x\n4\nAbCd=\n' }], { language, timeZone })
      const paragraphs = [...xmlIn(await documentToDocx(document)).matchAll(/<w:p>.*?<\/w:p>/gs)].map(
        ([p]) => p,
      )
      const ltr = paragraphs.filter(p => p.includes('<w:t') && !/<w:bidi\/>/.test(p))
      expect(ltr.map(p => unescape(p).trim())).toEqual(['AbCd=', 'Only Latin words.'])
      const styles = xmlIn(await documentToDocx(document), 'word/styles.xml')
      expect(styles).toMatch(new RegExp(`<w:lang [^>]*w:bidi="${language}-`))
      expect(documentToHtml(document)).toContain(`<html lang="${language}" dir="rtl">`)
      const headings = document.blocks.flatMap(block => (block.kind === 'heading' ? [block.text] : []))
      expect(headings.length).toBeGreaterThan(0)
      expect(headings.some(text => /[0-9]/.test(text))).toBe(false)
    },
  )

  it('RCD-11 is XML whatever stands in it, and every way of ending a line ends one', async () => {
    const hostile = 'a\u0000b\uFFFEc\uD800d<e>&"f'
    const document = await roomsToDocument([], { language })
    const xml = xmlIn(
      await documentToDocx({
        ...document,
        title: hostile,
        blocks: [
          { kind: 'line', text: hostile },
          { kind: 'text', pieces: [{ text: 'one\vtwo\r\nthree\u2028four\ffive\u0085six\nseven' }] },
        ],
      }),
    )
    expect(xml).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u)
    expect(unescape(xml)).toContain('a\uFFFDb\uFFFDc\uFFFDd<e>&"f')
    expect(xml.match(/<w:br\/>/g)?.length).toBe(6)
  })

  it('RCD-12 says what the sentence of an event does not', async () => {
    const room = caucusA()
    must(room, 'lead', { kind: 'retention.set', days: null, basis: 'Article 9' })
    must(room, 'lead', {
      kind: 'terms.set',
      terms: { role: 'propose', disclosure: 'open' },
      note: 'As agreed.',
    })
    for (const [, copy] of await copiesOf(room))
      for (const text of [
        'Article 9',
        'Until something else is decided',
        'Carry, host and propose',
        'May pass unless marked',
        'As agreed.',
      ])
        expect(copy).toContain(text)
  })
})

describe('what a copy shows of a room of the first rules', () => {
  it('TEXT-10 has a sign for what turns the order of what is read, in a page, a document and plain text alike', async () => {
    const room = caucusA()
    must(
      room,
      'headA',
      say('message-1', { body: 'We pay \u202E000,001\u202C dollars.\rAll of it.', title: 'Om\u00ADar' }),
    )
    const document = await roomsToDocument([{ room }], { language, timeZone })
    const word = unzipSync(await documentToDocx(document))['word/document.xml'] ?? new Uint8Array()
    for (const copy of [documentToHtml(document), strFromU8(word), documentToText(document)]) {
      expect(copy).toContain('We pay \uFFFD000,001\uFFFD dollars.')
      expect(copy).toContain('Om\uFFFDar')
      expect(copy).not.toMatch(/[\u202A-\u202E\u00AD\r]/)
    }
  })
})
