/** What may pass, beside a model that knows letters and nothing of rulings, parts or the order of a log. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Marking,
  type MessageId,
  type Passing,
  permissionFor,
  type RoomState,
  segmentsOf,
} from '../src/index.ts'
import { caucusA, does, must, say } from './cast.ts'
import { runs } from './runs.ts'

const markings: readonly Marking[] = ['nothing', 'unattributed', 'attributed', 'verbatim']
const passings = ['unattributed', 'attributed', 'verbatim'] as const
const stricter = (a: Marking, b: Marking): Marking => (markings.indexOf(a) < markings.indexOf(b) ? a : b)
const exceeds = (a: Marking, b: Marking): boolean => markings.indexOf(a) > markings.indexOf(b)

const body = 'one two three four five six'
const places = { first: [0, 7], second: [8, 18] } as const
type Part = keyof typeof places
type Place = 'whole' | Part
/** A letter that is in neither part. */
const between = 7

/** What was said last of one letter, and the most that refusals since have left of it. */
type Letter = { readonly said: Marking | 'nothing yet'; readonly most: Marking; readonly wording?: string }
type Message = { readonly isClosed: boolean; letters: readonly Letter[]; readonly parts: Set<Part> }
type Ask = { readonly message: string; readonly place: Place; readonly marking: Passing; wording?: string }
type Model = {
  disclosure: 'open' | 'closed'
  readonly messages: Map<string, Message>
  readonly asks: Map<string, Ask & { isAnswered: boolean }>
}
type Allowed = { readonly marking: Marking; readonly wording?: string }

const allowedOf = (model: Model, { isClosed }: Message, { said, most, wording }: Letter): Allowed => {
  const rule = isClosed || model.disclosure === 'closed' ? 'nothing' : 'unattributed'
  const marking = stricter(said === 'nothing yet' ? rule : said, most)
  return { marking, ...(wording === undefined || marking === 'nothing' ? {} : { wording }) }
}

/** Of many letters: the strictest marking, in the one wording that all allow that name any. */
const allowedOfAll = (all: readonly Allowed[]): Allowed => {
  const marking = all.map(each => each.marking).reduce(stricter, 'verbatim')
  const wordings = new Set(all.flatMap(({ wording }) => wording ?? []))
  if (marking === 'nothing' || wordings.size > 1) return { marking: 'nothing' }
  const [wording] = wordings
  return { marking, ...(wording === undefined ? {} : { wording }) }
}

const isIn = (at: number, part: Part): boolean => at >= places[part][0] && at < places[part][1]
const lettersOf = ({ letters }: Message, place: Place): readonly number[] =>
  [...letters.keys()].filter(at => place === 'whole' || isIn(at, place))

/** Letters that a mark of this place is of: of the whole, those in no marked part. */
const markedBy = (message: Message, place: Place): readonly number[] =>
  lettersOf(message, place).filter(
    at => place !== 'whole' || ![...message.parts].some(part => isIn(at, part)),
  )

const change = (message: Message, where: readonly number[], to: (letter: Letter) => Letter): void => {
  message.letters = message.letters.map((letter, at) => (where.includes(at) ? to(letter) : letter))
}

const markIn = (message: Message, place: Place, marking: Marking): void => {
  if (place !== 'whole') message.parts.add(place)
  change(message, markedBy(message, place), () => ({ said: marking, most: 'verbatim' }))
}

const permitted = (model: Model, message: Message, place: Place): Allowed =>
  allowedOfAll(lettersOf(message, place).map(at => allowedOf(model, message, message.letters[at] as Letter)))

/** MSG-4, MSG-6: who only advises lets no more pass than stands. */
const isTooMuch = (marking: Marking, stands: Allowed): boolean =>
  exceeds(marking, stands.marking) || (stands.wording !== undefined && marking !== 'nothing')

const partOf = (place: Part) => ({ part: `part-${place}`, from: places[place][0], to: places[place][1] })
const passageOf = (message: string, place: Place) => ({
  message: message as MessageId,
  ...(place === 'whole' ? {} : { part: `part-${place}` as never }),
})

/** Every piece of every message, in the room as in the model. */
function expectSame(model: Model, room: RoomState): void {
  expect(Object.keys(room.messages).sort()).toEqual([...model.messages.keys()].sort())
  for (const [id, message] of model.messages) {
    const real = room.messages[id as MessageId]
    if (real === undefined) throw new Error(`${id} is not there`)
    for (const place of ['whole', 'first', 'second'] as const) {
      const { because: _, ...permission } = permissionFor(real, passageOf(id, place), room.terms)
      const isThere = place === 'whole' || message.parts.has(place)
      expect({ place, ...permission }).toEqual({
        place,
        ...(isThere ? permitted(model, message, place) : { marking: 'nothing' }),
      })
    }
    const segments = segmentsOf(real, room.terms)
    expect(segments.map(({ text }) => text).join('')).toBe(body)
    for (const { from, text, permission } of segments)
      for (let at = from; at < from + text.length; at += 1)
        expect(permission).toMatchObject(allowedOf(model, message, message.letters[at] as Letter))
  }
}

type Command = fc.Command<Model, RoomState>
type Person = 'headA' | 'adviserA' | 'lead'

/** Does something in both; the model says what the room must answer. */
const command = (words: string, run: (model: Model, room: RoomState) => void): Command => ({
  check: () => true,
  run: (model, room) => {
    run(model, room)
    expectSame(model, room)
  },
  toString: () => words,
})

const saying = (person: Person, id: string, marking: Marking | undefined, part: Part | undefined): Command =>
  command(`${person} says ${id} ${marking ?? ''} ${part ?? ''}`, (model, room) => {
    const parts = part === undefined ? [] : [{ ...partOf(part), marking: 'attributed' }]
    const code = does(room, person, say(id, { body, parts, ...(marking === undefined ? {} : { marking }) }))
    const rule: Allowed = { marking: model.disclosure === 'open' ? 'unattributed' : 'nothing' }
    const isMuch =
      isTooMuch(marking ?? 'nothing', rule) || (part !== undefined && isTooMuch('attributed', rule))
    if (model.messages.has(id)) return expect(code).toBe('id-taken')
    if (person === 'adviserA' && isMuch) return expect(code).toBe('role-may-not')
    expect(code).toBe('ok')
    const letters = Array.from(body, (): Letter => ({ said: 'nothing yet', most: 'verbatim' }))
    const message: Message = { isClosed: model.disclosure === 'closed', letters, parts: new Set() }
    if (part !== undefined) markIn(message, part, 'attributed')
    if (marking !== undefined) markIn(message, 'whole', marking)
    model.messages.set(id, message)
  })

const marking = (person: Person, id: string, place: Place, marking: Marking): Command =>
  command(`${person} marks ${place} of ${id} ${marking}`, (model, room) => {
    const part = place === 'whole' ? {} : { part: partOf(place) }
    const code = does(room, person, { kind: 'message.mark', message: id, marking, ...part })
    const message = model.messages.get(id)
    if (message === undefined) return expect(code).toBe('message-unknown')
    if (person === 'lead') return expect(code).toBe('not-for-this-party')
    // Of a part that is not there yet stands what stands of the rest.
    const at = place !== 'whole' && message.parts.has(place) ? places[place][0] : between
    const stands = allowedOf(model, message, message.letters[at] as Letter)
    if (person === 'adviserA' && isTooMuch(marking, stands)) return expect(code).toBe('role-may-not')
    expect(code).toBe('ok')
    markIn(message, place, marking)
  })

const asking = (ask: string, { message: id, place, marking, wording }: Ask): Command =>
  command(`${ask}: may ${place} of ${id} pass ${marking} ${wording ?? ''}`, (model, room) => {
    const words = wording === undefined ? {} : { wording }
    const code = does(room, 'lead', {
      kind: 'release.ask',
      ask,
      passage: passageOf(id, place),
      marking,
      ...words,
    })
    const message = model.messages.get(id)
    if (model.asks.has(ask)) return expect(code).toBe('id-taken')
    if (message === undefined) return expect(code).toBe('message-unknown')
    if (place !== 'whole' && !message.parts.has(place)) return expect(code).toBe('part-unknown')
    expect(code).toBe('ok')
    model.asks.set(ask, { message: id, place, marking, ...words, isAnswered: false })
  })

/** With a marking it is given, without one refused. */
const answering = (
  person: Person,
  id: string,
  given: Passing | undefined,
  wording: string | undefined,
): Command =>
  command(`${person} answers ${id} ${given ?? 'no'} ${wording ?? ''}`, (model, room) => {
    const words = given === undefined || wording === undefined ? {} : { wording }
    const act = given === undefined ? { kind: 'release.refuse' } : { kind: 'release.give', marking: given }
    const code = does(room, person, { ...act, ask: id, ...words })
    const ask = model.asks.get(id)
    if (ask === undefined) return expect(code).toBe('ask-unknown')
    if (ask.isAnswered) return expect(code).toBe('already-answered')
    if (person !== 'headA')
      return expect(code).toBe(person === 'lead' ? 'not-for-this-party' : 'role-may-not')
    expect(code).toBe('ok')
    ask.isAnswered = true
    const message = model.messages.get(ask.message)
    if (message === undefined) throw new Error('asked of nothing')
    const said = words.wording ?? ask.wording
    const below = markings[markings.indexOf(ask.marking) - 1] ?? 'nothing'
    change(message, lettersOf(message, ask.place), letter =>
      given === undefined
        ? { ...letter, most: stricter(letter.most, below) }
        : { said: given, most: 'verbatim', ...(said === undefined ? {} : { wording: said }) },
    )
  })

const ruling = (disclosure: 'open' | 'closed'): Command =>
  command(`the rule is ${disclosure}`, (model, room) => {
    must(room, 'lead', { kind: 'terms.set', terms: { role: 'carry', disclosure } })
    model.disclosure = disclosure
  })

const person = fc.constantFrom<Person>('headA', 'headA', 'headA', 'adviserA', 'lead')
const ownPerson = fc.constantFrom<Person>('headA', 'headA', 'adviserA')
const id = fc.constantFrom('message-1', 'message-2')
const place = fc.constantFrom<Place>('whole', 'whole', 'first', 'second')
const part = fc.constantFrom<Part>('first', 'second')
const wording = fc.constantFrom('So.', 'Thus.')
const anyMarking = fc.constantFrom(...markings)
const passing = fc.constantFrom<Passing>(...passings)
const ask = fc.nat(5).map(n => `ask-0000${n}`)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 })

const commands = fc.commands(
  [
    fc.tuple(ownPerson, id, maybe(anyMarking), maybe(part)).map(args => saying(...args)),
    fc.tuple(person, id, place, anyMarking).map(args => marking(...args)),
    fc.tuple(person, id, place, anyMarking).map(args => marking(...args)),
    fc
      .tuple(ask, id, place, passing, maybe(wording))
      .map(([ask, message, place, marking, wording]) =>
        asking(ask, { message, place, marking, ...(wording === undefined ? {} : { wording }) }),
      ),
    fc.tuple(person, ask, maybe(passing), maybe(wording)).map(args => answering(...args)),
    fc.tuple(person, ask, maybe(passing), maybe(wording)).map(args => answering(...args)),
    fc.constantFrom<'open' | 'closed'>('open', 'closed').map(ruling),
  ],
  { maxCommands: 40 },
)

describe('disclosure beside its model', () => {
  test('DISC-1 DISC-2 DISC-3 DISC-4 DISC-5 DISC-6 DISC-7 DISC-9 law: after any history each piece passes as its letters may', () => {
    fc.assert(
      fc.property(fc.constantFrom('open' as const, 'closed' as const), commands, (disclosure, history) => {
        const begin = () => ({
          model: { disclosure, messages: new Map(), asks: new Map() } satisfies Model as Model,
          real: caucusA({ terms: { role: 'carry', disclosure } }),
        })
        fc.modelRun(begin, history)
      }),
      runs(200),
    )
  })
})
