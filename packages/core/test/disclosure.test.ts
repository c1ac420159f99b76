import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allows,
  compareMarkings,
  type Marking,
  type Message,
  type MessageId,
  type Passing,
  permissionFor,
  type RoomState,
  segmentsOf,
  standingBody,
  textOf,
} from '../src/index.ts'
import { admit, caucusA, circumstance, does, must, recordedA, say } from './cast.ts'
import { runs } from './runs.ts'

const markings: readonly Marking[] = ['nothing', 'unattributed', 'attributed', 'verbatim']
const passings: readonly Passing[] = ['unattributed', 'attributed', 'verbatim']
const body = 'one two three four five six'
const places = { first: [0, 7], second: [8, 18] } as const
type Place = 'whole' | keyof typeof places
const partId = (place: Place): string => `part-${place}`
const partAt = (place: keyof typeof places) => ({
  part: partId(place),
  from: places[place][0],
  to: places[place][1],
})

const messageIn = (room: RoomState): Message => {
  const message = room.messages['message-1' as MessageId]
  if (message === undefined) throw new Error('nothing said')
  return message
}
const standing = (room: RoomState, place: Place) =>
  permissionFor(
    messageIn(room),
    { message: 'message-1' as MessageId, ...(place === 'whole' ? {} : { part: partId(place) as never }) },
    room.terms,
  )

let asks = 0
const mark = (room: RoomState, marking: Marking, place: Place = 'whole') =>
  must(room, 'headA', {
    kind: 'message.mark',
    message: 'message-1',
    marking,
    ...(place === 'whole' ? {} : { part: partAt(place) }),
  })
function answer(
  room: RoomState,
  place: Place,
  asked: Passing,
  given?: { marking: Passing; wording?: string },
  wording?: string,
): void {
  asks += 1
  const ask = `ask-${asks + 10_000}`
  const passage = { message: 'message-1', ...(place === 'whole' ? {} : { part: partId(place) }) }
  must(room, 'lead', {
    kind: 'release.ask',
    ask,
    passage,
    marking: asked,
    ...(wording === undefined ? {} : { wording }),
  })
  must(
    room,
    'headA',
    given === undefined ? { kind: 'release.refuse', ask } : { kind: 'release.give', ask, ...given },
  )
}
function said(changes: Record<string, unknown> = {}, disclosure: 'open' | 'closed' = 'closed'): RoomState {
  const room = caucusA({ terms: { role: 'carry', disclosure } })
  must(room, 'headA', say('message-1', { body, ...changes }))
  return room
}
const setTerms = (room: RoomState, disclosure: 'open' | 'closed') =>
  must(room, 'lead', { kind: 'terms.set', terms: { role: 'carry', disclosure } })

describe('what may pass', () => {
  test('MAND-1 DISC-1 by default is what the process says', () => {
    expect(standing(said(), 'whole')).toEqual({ marking: 'nothing', because: 'default' })
    expect(standing(said({}, 'open'), 'whole')).toEqual({ marking: 'unattributed', because: 'default' })
  })

  test('DISC-1 is not loosened for what was said before the process was opened', () => {
    const room = said()
    setTerms(room, 'open')
    expect(standing(room, 'whole').marking).toBe('nothing')
    const opened = said({}, 'open')
    setTerms(opened, 'closed')
    expect(standing(opened, 'whole').marking).toBe('nothing')
    setTerms(opened, 'open')
    expect(standing(opened, 'whole').marking).toBe('unattributed')
  })

  test('DISC-2 is what was marked or released last', () => {
    const room = said({ marking: 'attributed' })
    expect(standing(room, 'whole')).toEqual({ marking: 'attributed', because: 'marked' })
    answer(room, 'whole', 'verbatim', { marking: 'verbatim' })
    expect(standing(room, 'whole')).toEqual({ marking: 'verbatim', because: 'released' })
    mark(room, 'nothing')
    expect(standing(room, 'whole')).toEqual({ marking: 'nothing', because: 'marked' })
  })

  test('DISC-3 of the rest is not what was marked of a part', () => {
    const room = said({ parts: [{ ...partAt('first'), marking: 'verbatim' }] })
    expect(standing(room, 'first').marking).toBe('verbatim')
    expect(segmentsOf(messageIn(room), room.terms).map(({ permission }) => permission.marking)).toEqual([
      'verbatim',
      'nothing',
    ])
    mark(room, 'attributed')
    expect(standing(room, 'first').marking).toBe('verbatim')
  })

  test('DISC-4 of a part is changed by a later release or refusal of the whole', () => {
    const room = said({ parts: [{ ...partAt('first'), marking: 'nothing' }] })
    answer(room, 'whole', 'attributed', { marking: 'attributed' })
    expect(standing(room, 'first')).toEqual({ marking: 'attributed', because: 'released' })
    answer(room, 'whole', 'attributed')
    expect(standing(room, 'first')).toEqual({ marking: 'unattributed', because: 'refused' })
  })

  test('DISC-4 of a part marked after a release of the whole is what was marked', () => {
    const room = said()
    answer(room, 'whole', 'verbatim', { marking: 'verbatim' })
    mark(room, 'nothing', 'first')
    expect(standing(room, 'first').marking).toBe('nothing')
    expect(standing(room, 'whole').marking).toBe('nothing')
  })

  test('DISC-5 of the whole is what may pass of all of it', () => {
    const room = said({ marking: 'verbatim', parts: [{ ...partAt('first'), marking: 'unattributed' }] })
    expect(standing(room, 'whole').marking).toBe('unattributed')
    answer(room, 'first', 'attributed', { marking: 'attributed', wording: 'Only so.' })
    expect(standing(room, 'whole')).toEqual({
      marking: 'attributed',
      because: 'released',
      wording: 'Only so.',
    })
    mark(room, 'verbatim', 'second')
    answer(room, 'second', 'verbatim', { marking: 'verbatim', wording: 'Only thus.' })
    expect(standing(room, 'whole').marking).toBe('nothing')
  })

  test('DISC-6 under a release is bound to its words, or to those asked', () => {
    const room = said()
    answer(room, 'whole', 'attributed', { marking: 'attributed', wording: 'In our words.' }, 'In your words.')
    expect(standing(room, 'whole').wording).toBe('In our words.')
    answer(room, 'whole', 'attributed', { marking: 'attributed' }, 'In your words.')
    expect(standing(room, 'whole').wording).toBe('In your words.')
    answer(room, 'whole', 'attributed', { marking: 'attributed' })
    expect(standing(room, 'whole')).not.toHaveProperty('wording')
  })

  test.each(markings.flatMap(before => passings.map(asked => [before, asked] as const)))(
    'DISC-7 where %s stands and %s is refused is never more than before, and less than was asked',
    (before, asked) => {
      const room = said({ marking: before })
      answer(room, 'whole', asked)
      const { marking } = standing(room, 'whole')
      expect(compareMarkings(marking, before)).toBeLessThanOrEqual(0)
      expect(allows(marking, asked)).toBe(false)
      const below = markings[markings.indexOf(asked) - 1]
      expect(marking).toBe(compareMarkings(before, below ?? 'nothing') < 0 ? before : below)
    },
  )

  test('DISC-7 keeps the words to which a release was bound', () => {
    const room = said()
    answer(room, 'whole', 'attributed', { marking: 'attributed', wording: 'Only so.' })
    answer(room, 'whole', 'attributed')
    expect(standing(room, 'whole')).toEqual({
      marking: 'unattributed',
      because: 'refused',
      wording: 'Only so.',
    })
  })

  test('DISC-7 a refusal outlives a change of the rule', () => {
    const room = said({}, 'open')
    answer(room, 'whole', 'unattributed')
    setTerms(room, 'closed')
    setTerms(room, 'open')
    expect(standing(room, 'whole').marking).toBe('nothing')
  })

  test('DISC-8 of the mediators’ own words is all', () => {
    const room = caucusA()
    must(room, 'lead', say('message-1', { body }))
    expect(standing(room, 'whole').marking).toBe('verbatim')
  })

  test('DISC-9 of a part that does not exist is nothing', () => {
    expect(standing(said({ marking: 'verbatim' }), 'first').marking).toBe('nothing')
  })

  test('DISC-10 of words put right is what was allowed of all that was put right', () => {
    const room = recordedA()
    const recorded = circumstance
    const parts = [{ ...partAt('first'), marking: 'unattributed' }]
    must(room, 'lead', say('message-1', { body, marking: 'verbatim', parts, recorded }))
    must(room, 'lead', admit('headA'))
    must(room, 'headA', { kind: 'message.correct', message: 'message-1', body: 'six five' })
    expect(standingBody(messageIn(room))).toBe('six five')
    expect(textOf(messageIn(room), { message: 'message-1' as MessageId })).toBe('six five')
    expect(messageIn(room).body).toBe(body)
    expect(standing(room, 'first').marking).toBe('nothing')
    expect(standing(room, 'whole').marking).toBe('unattributed')
    expect(segmentsOf(messageIn(room), room.terms).map(({ text }) => text)).toEqual(['six five'])
    mark(room, 'nothing', 'first')
    expect(textOf(messageIn(room), { message: 'message-1' as MessageId, part: 'part-first' as never })).toBe(
      'six fiv',
    )
    expect(
      does(room, 'headA', {
        kind: 'message.mark',
        message: 'message-1',
        part: partAt('second'),
        marking: 'nothing',
      }),
    ).toBe('part-out-of-range')
  })
})

type Step =
  | { readonly do: 'mark'; readonly place: Place; readonly marking: Marking }
  | { readonly do: 'release'; readonly place: Place; readonly marking: Passing; readonly wording?: string }
  | { readonly do: 'refuse'; readonly place: Place; readonly marking: Passing }
  | { readonly do: 'terms'; readonly disclosure: 'open' | 'closed' }

const place = fc.constantFrom<Place>('whole', 'first', 'second')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('mark' as const), place, marking: fc.constantFrom(...markings) }),
  fc.record(
    {
      do: fc.constant('release' as const),
      place,
      marking: fc.constantFrom(...passings),
      wording: fc.constantFrom('So.', 'Thus.'),
    },
    { requiredKeys: ['do', 'place', 'marking'] },
  ),
  fc.record({ do: fc.constant('refuse' as const), place, marking: fc.constantFrom(...passings) }),
  fc.record({
    do: fc.constant('terms' as const),
    disclosure: fc.constantFrom('open' as const, 'closed' as const),
  }),
)

/** What the source has said of one character: the oracle, which knows nothing of rulings and parts. */
type Letter = { said: Marking | 'by default'; most: Marking; wording: string | undefined }

const strictest = (a: Marking, b: Marking): Marking => (compareMarkings(a, b) < 0 ? a : b)

/** Plays the steps in the room and, letter by letter, in the oracle; steps of parts not yet marked are left out. */
function play(disclosure: 'open' | 'closed', steps: readonly Step[]) {
  const room = said({}, disclosure)
  const letters: Letter[] = Array.from(body, () => ({
    said: 'by default',
    most: 'verbatim',
    wording: undefined,
  }))
  const marked = new Set<Place>()
  const inPart = (at: number) =>
    [...marked].some(part => part !== 'whole' && at >= places[part][0] && at < places[part][1])
  const covers = (place: Place, at: number, isMark: boolean): boolean =>
    place === 'whole' ? !(isMark && inPart(at)) : at >= places[place][0] && at < places[place][1]
  for (const step of steps) {
    if (step.do === 'terms') {
      setTerms(room, step.disclosure)
      continue
    }
    if (step.do === 'mark') {
      mark(room, step.marking, step.place)
      marked.add(step.place)
    } else if (step.place !== 'whole' && !marked.has(step.place)) continue
    else if (step.do === 'refuse') answer(room, step.place, step.marking)
    else
      answer(room, step.place, step.marking, {
        marking: step.marking,
        ...(step.wording === undefined ? {} : { wording: step.wording }),
      })
    for (const [at, letter] of letters.entries()) {
      if (!covers(step.place, at, step.do === 'mark')) continue
      if (step.do === 'refuse')
        letter.most = strictest(letter.most, markings[markings.indexOf(step.marking) - 1] ?? 'nothing')
      else {
        letters[at] = {
          said: step.marking,
          most: 'verbatim',
          wording: step.do === 'release' ? step.wording : undefined,
        }
      }
    }
  }
  const byDefault: Marking =
    disclosure === 'open' && room.terms.disclosure === 'open' ? 'unattributed' : 'nothing'
  const allowed = letters.map(({ said, most, wording }) => ({
    marking: strictest(said === 'by default' ? byDefault : said, most),
    wording,
  }))
  return { room, allowed, marked }
}

describe('laws of disclosure', () => {
  test('DISC-2..7 law: what may pass never exceeds what the source said of any letter of it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('open' as const, 'closed' as const),
        fc.array(step, { maxLength: 12 }),
        (disclosure, steps) => {
          const { room, allowed, marked } = play(disclosure, steps)
          for (const place of ['whole', ...marked] as const) {
            const { marking, wording } = standing(room, place)
            const [from, to] = place === 'whole' ? [0, body.length] : places[place]
            for (const letter of allowed.slice(from, to)) {
              expect(compareMarkings(marking, letter.marking)).toBeLessThanOrEqual(0)
              if (marking !== 'nothing' && letter.wording !== undefined) expect(wording).toBe(letter.wording)
            }
            // And of a part it is exactly that.
            if (place !== 'whole') expect(marking).toBe(allowed[from]?.marking)
          }
        },
      ),
      runs(300),
    )
  })

  test('DISC-3 law: the segments of a message are its text, and each passes as its letters may', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        const { room, allowed } = play('open', steps)
        const segments = segmentsOf(messageIn(room), room.terms)
        expect(segments.map(({ text }) => text).join('')).toBe(body)
        for (const { text, from, permission } of segments) {
          for (const letter of allowed.slice(from, from + text.length))
            expect(permission.marking).toBe(letter.marking)
        }
      }),
      runs(200),
    )
  })

  test('DISC-7 law: no refusal ever lets more pass, of anything', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 10 }),
        place,
        fc.constantFrom(...passings),
        (steps, refused, marking) => {
          const { room, marked } = play('open', steps)
          if (refused !== 'whole' && !marked.has(refused)) return
          const before = (['whole', 'first', 'second'] as const).map(place => standing(room, place).marking)
          answer(room, refused, marking)
          for (const [at, place] of (['whole', 'first', 'second'] as const).entries())
            expect(
              compareMarkings(standing(room, place).marking, before[at] ?? 'nothing'),
            ).toBeLessThanOrEqual(0)
        },
      ),
      runs(200),
    )
  })

  test('DISC-2 law: of rulings no more are kept than answers were given, twice and one', () => {
    const room = said()
    for (let n = 0; n < 500; n += 1) mark(room, n % 2 === 0 ? 'nothing' : 'verbatim')
    answer(room, 'whole', 'verbatim')
    expect(messageIn(room).rulings).toHaveLength(2)
  })
})

const secret = { ...partAt('second'), marking: 'nothing' }
const passing = (room: RoomState, stretch: 'rest' | { readonly from: number; readonly to: number }) =>
  permissionFor(messageIn(room), { message: 'message-1' as MessageId, stretch }, room.terms)
const signs = (room: RoomState) =>
  segmentsOf(messageIn(room), room.terms).map(({ text, permission }) => [text, permission.marking])
const withRules = (room: RoomState) => {
  must(room, 'lead', { kind: 'rules.adopt', number: 2 })
  return room
}
const askOf = (stretch: unknown, changes: object = {}) => ({
  kind: 'release.ask',
  ask: `ask-${(asks += 1) + 20_000}`,
  passage: { message: 'message-1', stretch },
  marking: 'attributed',
  ...changes,
})

describe('a stretch', () => {
  test('DISC-13 the rest, and any words of it, pass as they are marked, whatever a part may not', () => {
    const room = said({ marking: 'attributed', parts: [secret] })
    expect(standing(room, 'whole').marking).toBe('nothing')
    expect(passing(room, 'rest').marking).toBe('attributed')
    expect(passing(room, { from: 0, to: 7 }).marking).toBe('attributed')
    expect(passing(room, { from: 5, to: 9 }).marking).toBe('nothing')
    expect(passing(room, { from: 90, to: 99 }).marking).toBe('nothing')
    expect(textOf(messageIn(room), { message: 'message-1' as MessageId, stretch: 'rest' })).toBe(
      'one two five six',
    )
    expect(textOf(messageIn(room), { message: 'message-1' as MessageId, stretch: { from: 4, to: 7 } })).toBe(
      'two',
    )
  })

  test('DISC-13 released, it changes what may pass of its own words and of no others, in the order of the log', () => {
    const room = withRules(said({ parts: [secret] }))
    const release = (stretch: unknown, answered: object) => {
      const asked = askOf(stretch)
      must(room, 'lead', asked)
      must(room, 'headA', { ask: asked.ask, ...answered })
    }
    release({ from: 4, to: 7 }, { kind: 'release.give', marking: 'attributed' })
    expect(signs(room)).toEqual([
      ['one ', 'nothing'],
      ['two', 'attributed'],
      [' ', 'nothing'],
      ['three four', 'nothing'],
      [' five six', 'nothing'],
    ])
    expect(passing(room, 'rest').marking).toBe('nothing')
    release('rest', { kind: 'release.give', marking: 'unattributed' })
    expect(passing(room, 'rest').marking).toBe('unattributed')
    expect(standing(room, 'second').marking).toBe('nothing')
    release({ from: 0, to: 13 }, { kind: 'release.refuse' })
    expect(signs(room)).toEqual([
      ['one ', 'unattributed'],
      ['two', 'unattributed'],
      [' ', 'unattributed'],
      ['three', 'nothing'],
      [' four', 'nothing'],
      [' five six', 'unattributed'],
    ])
    release({ from: 8, to: 13 }, { kind: 'release.give', marking: 'verbatim', wording: 'Three.' })
    expect(passing(room, { from: 8, to: 13 })).toEqual({
      marking: 'verbatim',
      because: 'released',
      wording: 'Three.',
    })
    mark(room, 'nothing', 'second')
    expect(passing(room, { from: 8, to: 13 }).marking).toBe('nothing')
    mark(room, 'nothing')
    expect(passing(room, 'rest').marking).toBe('nothing')
  })

  test('MSG-16 is within the words that stand, cuts no character, and is no part besides', () => {
    const room = withRules(said({ body: 'a\u{1F600}b', parts: [] }))
    const whole = withRules(
      said({ parts: [{ ...partAt('first'), from: 0, to: body.length, marking: 'nothing' }] }),
    )
    expect(does(room, 'lead', askOf({ from: 0, to: 1 }))).toBe('ok')
    expect(does(room, 'lead', askOf('rest'))).toBe('ok')
    for (const stretch of [
      { from: 1, to: 1 },
      { from: 0, to: 2 },
      { from: 2, to: 4 },
      { from: 0, to: 5 },
    ])
      expect([stretch, does(room, 'lead', askOf(stretch))]).toEqual([stretch, 'part-unknown'])
    expect(does(whole, 'lead', askOf('rest'))).toBe('part-unknown')
    const both = { passage: { message: 'message-1', part: partId('first'), stretch: { from: 0, to: 3 } } }
    expect(does(whole, 'lead', askOf(undefined, both))).toBe('part-unknown')
    expect(does(said(), 'lead', askOf({ from: 0, to: 3 }))).toBe('rules-older')
  })

  test('DISC-10 of words that were corrected since, its release says nothing', () => {
    const room = withRules(recordedA())
    must(room, 'lead', say('message-1', { body, recorded: circumstance, marking: 'nothing' }))
    const [before, after] = [askOf({ from: 0, to: 3 }), askOf({ from: 0, to: 3 })]
    must(room, 'lead', before)
    must(room, 'lead', admit('headA'))
    must(room, 'headA', { kind: 'message.correct', message: 'message-1', body: 'six five four' })
    must(room, 'headA', { kind: 'release.give', ask: before.ask, marking: 'verbatim' })
    expect(passing(room, { from: 0, to: 3 }).marking).toBe('nothing')
    must(room, 'lead', after)
    must(room, 'headA', { kind: 'release.give', ask: after.ask, marking: 'verbatim' })
    expect(passing(room, { from: 0, to: 3 }).marking).toBe('verbatim')
    expect(passing(room, { from: 0, to: 4 }).marking).toBe('nothing')
  })
})
