import {
  allows,
  checkEyes,
  clausesOfDraft,
  countOpenIn,
  demandAt,
  findRegister,
  institutionIn,
  institutionsOf,
  officesIn,
  permissionFor,
  type RoomState,
  readersOfCarried,
  specOf,
  standingOf,
} from '@goodoffices/core'
import { describe, expect, test } from 'vitest'
import { countOpenOf } from '../../src/areas/text/reading.ts'
import {
  expandSample,
  illustrativeMark,
  illustrativeWord,
  quotedMark,
  type RoomName,
  talksOf,
  textsOf,
} from '../../src/sample/index.ts'
import { playThrough } from '../../src/sample/script.ts'
import type { SampleReport } from './check.ts'
import { playSample, readSample, sampleNames } from './play.ts'
import { replayScript } from './replay.ts'

const counter = (prefix: string) => {
  let count = 0
  return () => `${prefix}-${String((count += 1)).padStart(8, '0')}`
}

const caucuses = (rooms: ReadonlyMap<RoomName, RoomState>): readonly RoomState[] =>
  [...rooms.values()].filter(({ kind }) => kind === 'caucus')

const kindsOf = (waiting: SampleReport['waiting'], person: string): readonly string[] =>
  (waiting.get(person) ?? []).map(({ kind }) => kind)

describe.each(sampleNames)('the sample %s', name => {
  const sample = readSample(name)
  const { script, rooms } = playSample(name)
  const desk = rooms.get('desk' as RoomName) as RoomState

  test('SAMPLE-6: every act is accepted, in rooms made apart from the player and with ids of their own', () => {
    const { rooms: again, acts } = replayScript(script, sample.process)
    expect([...again.values()].map(({ rejectedCount }) => rejectedCount)).toEqual(
      [...again.values()].map(() => 0),
    )
    expect([...acts.values()].flat()).toHaveLength(script.steps.length)
    for (const [room, state] of again)
      expect(Object.keys(state.messages), room).toEqual(Object.keys((rooms.get(room) as RoomState).messages))
  })

  test('settled acts hold no symbolic room, person or id', () => {
    const { acts } = replayScript(script, sample.process)
    for (const act of [...acts.values()].flat()) {
      expect(JSON.stringify(act)).not.toMatch(/"(room_|person_|\$)[a-z]/)
    }
  })

  test('the script is a function of the sample and the ids', () => {
    expect(expandSample(sample, counter('a'))).toEqual(expandSample(sample, counter('a')))
    const other = expandSample(sample, counter('b'))
    expect(other.ok && other.value.steps.map(({ act }) => act.kind)).toEqual(
      script.steps.map(({ act }) => act.kind),
    )
  })

  test('SAMPLE-3: all words that anyone reads say whether they are quoted or illustrative', () => {
    for (const { act } of script.steps) {
      // Words that only exist as part of something already marked: the answer the source is told.
      if (act.kind === 'convey.tell' || act.kind === 'offer.report') continue
      const [first] = Object.values(textsOf(act))
      if (first === undefined || specOf(act).underTitle) continue
      const begins = [illustrativeWord, quotedMark].some(mark => first.startsWith(mark))
      expect(act.kind === 'note.write' || begins, first).toBe(true)
    }
    for (const room of rooms.values()) {
      for (const { title = '' } of [...Object.values(room.messages), ...Object.values(room.deliveries)])
        expect(
          [illustrativeMark, quotedMark].some(mark => title.startsWith(mark)),
          title,
        ).toBe(true)
      for (const { body } of Object.values(room.notes)) expect(body).toMatch(/^Illustrative/)
    }
  })

  test('SAMPLE-5: what the leak check named was accepted deliberately, and the sample shows one such case', () => {
    const accepted = Object.values(desk.conveyances).flatMap(({ plan }) => plan.accepted)
    expect(accepted.length).toBeGreaterThan(0)
    for (const { text } of accepted) expect(text).not.toBe('')
  })

  test('SAMPLE-7: no trace of a source where it is not to be named', () => {
    const hidden = Object.values(desk.conveyances).filter(
      ({ plan, standing }) =>
        plan.as === 'unattributed' && plan.origin.kind !== 'mediators' && standing === 'delivered',
    )
    expect(hidden.length).toBeGreaterThan(0)
    for (const { plan } of hidden) {
      const recipient = caucuses(rooms).find(({ id }) => id === plan.to) as RoomState
      const delivery = recipient.deliveries[plan.delivery]
      expect(delivery).toBeDefined()
      expect(delivery?.from).toBeUndefined()
      const source = caucuses(rooms).find(
        ({ id }) => plan.origin.kind !== 'mediators' && id === plan.origin.room,
      ) as RoomState
      expect(JSON.stringify(delivery)).not.toContain(source.party?.name)
      expect(JSON.stringify(delivery)).not.toContain(source.party?.party)
    }
  })

  test('no caucus holds an id or a withheld passage of another', () => {
    for (const room of caucuses(rooms)) {
      const held = JSON.stringify(room)
      for (const other of caucuses(rooms)) {
        if (other.id === room.id) continue
        for (const message of Object.values(other.messages)) {
          expect(held).not.toContain(message.message)
          for (const part of Object.values(message.parts)) {
            const passage = { message: message.message, part: part.part }
            if (allows(permissionFor(message, passage, other.terms).marking, 'unattributed')) continue
            expect(held).not.toContain(JSON.stringify(message.body.slice(part.from, part.to)).slice(1, -1))
          }
        }
      }
    }
  })

  test('it tells the whole heart of the product', () => {
    const kinds = new Set(script.steps.map(({ act }) => act.kind))
    for (const kind of [
      'consent.give',
      'message.say',
      'release.ask',
      'release.give',
      'carry.prepare',
      'carry.assign',
      'carry.deliver',
      'delivery.make',
      'convey.tell',
      'readback.give',
      'readback.confirm',
      'readback.correct',
      'offer.make',
      'terms.set',
      'note.write',
    ] as const)
      expect(kinds, kind).toContain(kind)
    const carried = Object.values(desk.conveyances)
    expect(carried.some(({ standing, plan }) => standing === 'prepared' && plan.timing.kind === 'when')).toBe(
      true,
    )
    expect(carried.some(({ by, carrier }) => by !== carrier)).toBe(true)
    expect(
      caucuses(rooms).some(room => Object.values(room.messages).some(said => said.answers !== undefined)),
    ).toBe(true)
  })

  test('it is long enough to be no toy and short enough to open at once', () => {
    expect(sample.steps.length).toBeGreaterThanOrEqual(25)
    expect(sample.steps.length).toBeLessThanOrEqual(200)
  })
})

describe('the Algiers channel', () => {
  const { rooms, waiting } = playSample('algiers')

  test('TXT-43 a declaration grew through drafts: less is open in each, and what was said is no more than what was said in public', () => {
    const drafts = Object.values((rooms.get('caucus:iran' as RoomName) as RoomState).textDrafts)
    expect(drafts.map(draft => countOpenOf(clausesOfDraft(draft), 'en'))).toEqual([6, 4, 0, 0])
    const desk = rooms.get('desk' as RoomName) as RoomState
    const [text, ...more] = Object.values(desk.workingTexts)
    expect(more).toEqual([])
    expect(text === undefined ? {} : countOpenIn(desk, text.text, 'en')).toMatchObject({
      choices: 0,
      rivals: 1,
    })
    for (const party of ['iran', 'us'])
      for (const { stance, note = '' } of (rooms.get(`caucus:${party}` as RoomName) as RoomState)
        .draftPositions)
        expect([stance, note]).toEqual([
          expect.stringMatching(/^(accept|accept-ad-referendum|reserve)$/),
          expect.stringMatching(/public/),
        ])
  })

  test('leaves work in each chair', () => {
    expect(kindsOf(waiting, 'mfa').toSorted()).toEqual([
      'asked',
      'delivered',
      'heard',
      'offer',
      'prepared',
      'question',
    ])
    expect(kindsOf(waiting, 'premier')).toEqual(['question', 'delivered'])
    expect(kindsOf(waiting, 'state')).toEqual(['question', 'asked'])
  })

  test('the parties never meet: the table is never opened and nothing but Algeria speaks there', () => {
    const table = rooms.get('table' as RoomName) as RoomState
    expect(table.directChanges).toEqual([])
    expect(Object.values(table.messages).map(({ side }) => side)).toEqual(['mediators', 'mediators'])
  })

  test('it keeps the public chronology', () => {
    const { steps } = readSample('algiers')
    expect(steps[0]?.at).toBeGreaterThanOrEqual(Date.UTC(1980, 10, 2))
    expect(steps.at(-1)?.at).toBeLessThan(Date.UTC(1981, 0, 20, 17, 25))
  })

  test('Persian and French stand in it with their language, the Persian with both directions in one text', () => {
    const said = [...rooms.values()].flatMap(room => Object.values(room.messages))
    expect(said.some(({ language }) => language === 'fr')).toBe(true)
    const persian = said.find(({ language }) => language === 'fa')
    expect(persian?.body).toMatch(/\p{Script=Arabic}/u)
    expect(persian?.body).toMatch(/\p{Script=Latin}/u)
  })

  test('FACT-2 the sums that the press printed stand apart, each with its source, in nobody’s caucus and at no table', () => {
    const desk = rooms.get('desk' as RoomName) as RoomState
    const things = Object.values(desk.items)
    const standings = things
      .filter(({ register }) => register === 'matter')
      .map(thing => findRegister('matter')?.standing(thing, desk))
    const disputed = { standing: 'disputed', count: 2 }
    expect(standings).toEqual([disputed, disputed, disputed, { standing: 'parked' }])
    for (const { register, revisions } of things) {
      const { fields = {} } = revisions[0] ?? {}
      expect(fields[findRegister(register)?.title ?? '']).toMatch(/^(Public text|Illustrative)/)
    }
    expect(Object.values(desk.notes).some(({ body }) => body.includes('New York'))).toBe(false)
    const inCaucuses = caucuses(rooms).flatMap(({ items }) => Object.values(items))
    expect(inCaucuses.some(({ register }) => register === 'matter' || register === 'version')).toBe(false)
  })

  test('SAMPLE-9 each has said yes to the declaration and to a meeting that none shares; words for the public wait for both', () => {
    for (const room of caucuses(rooms).filter(({ party }) => party?.kind === 'party')) {
      const asked = Object.values(room.questions)
      expect(asked.map(({ content, told }) => [content.kind, told?.match])).toEqual([
        ['meeting', true],
        ['proposal', true],
        ['clearance', undefined],
      ])
      const things = Object.values(room.items)
      const ofOwn = things.filter(({ register }) => register === 'arrangement')
      const [meeting] = things.filter(({ register }) => register === 'meeting')
      expect(ofOwn.map(({ revisions }) => revisions[0]?.fields['meeting'])).toEqual([meeting?.item])
      const sides = things.filter(({ register }) => register === 'proposal')
      expect(sides.map(thing => findRegister('proposal')?.standing(thing, room).standing)).toEqual([
        'accepted-in-principle',
      ])
      expect(things.some(({ register }) => register === 'statement')).toBe(false)
    }
  })

  test('a refusal and a release in other words than those asked', () => {
    const answers = caucuses(rooms).flatMap(room => Object.values(room.asks))
    expect(answers.filter(({ answer }) => answer?.given === false)).toHaveLength(1)
    const given = answers.find(({ answer }) => answer?.given === true)
    expect(given?.answer?.wording).not.toBe(given?.wording)
  })
})

/** What a side says of each institution. */
const sayingsIn = (room: RoomState) =>
  Object.fromEntries(
    institutionsOf(room).map(item => [
      institutionIn(item),
      findRegister(item.register)?.standing(item, room).standing,
    ]),
  )
const teachersIn = (room: RoomState) =>
  Object.values(room.members).find(({ institution }) => institution === 'Valley school')?.role

describe('two villages and a spring', () => {
  const { script, rooms, waiting } = playSample('two-villages')
  const lower = rooms.get('caucus:lower' as RoomName) as RoomState

  test('the Lower village has no account: all it says is recorded, with when and how', () => {
    expect(lower.party?.account).toBe(false)
    expect(Object.values(lower.members).every(({ party }) => party === undefined)).toBe(true)
    const said = Object.values(lower.messages)
    expect(said.length).toBeGreaterThan(1)
    for (const { recorded, side } of said) {
      expect(side).toBe('party')
      expect(recorded?.at).toBeGreaterThan(0)
      expect(recorded?.hearing).toBeDefined()
    }
  })

  test('deliveries to it are handed over and read back, and the last still waits for the mediators', () => {
    const handed = Object.values(lower.deliveries).map(delivery => delivery.handed.length)
    expect(handed).toEqual([1, 1, 0])
    expect(Object.values(lower.readBacks).every(({ recorded }) => recorded !== undefined)).toBe(true)
  })

  test('leaves work in each chair', () => {
    expect(new Set(kindsOf(waiting, 'committee'))).toEqual(
      new Set(['heard', 'asked', 'delivered', 'offer', 'prepared', 'question']),
    )
    expect(new Set(kindsOf(waiting, 'council'))).toEqual(new Set(['question', 'asked', 'delivered']))
  })

  test('ASNT-9 MEET-1 the elders’ yes to a sheet is written down, the council’s still to come; of the day at the school no side knows', () => {
    const answers = caucuses(rooms).map(room => Object.values(room.questions).map(({ answers }) => answers))
    expect(answers.map(([of]) => of?.map(({ yes, recorded }) => [yes, recorded?.way]))).toEqual([
      [],
      [[true, 'orally']],
    ])
    const held = caucuses(rooms).flatMap(({ items }) => Object.values(items).map(({ register }) => register))
    expect(held).not.toContain('meeting')
    expect(held).not.toContain('arrangement')
  })

  test('TEAM-3 TEAM-5 each side says for itself whose mediators come: two yeses, a no, and one that is asked', () => {
    const upper = rooms.get('caucus:upper' as RoomName) as RoomState
    expect(sayingsIn(upper)).toEqual({
      'Valley school': 'accepted-with-record',
      'Water laboratory of the province': 'unanswered',
    })
    expect(sayingsIn(lower)).toEqual({
      'Valley school': 'accepted-with-record',
      'Water laboratory of the province': 'not-accepted',
    })
    expect([upper, lower].map(teachersIn)).toEqual(['mediator', 'mediator'])
    const council = Object.values(upper.members).find(({ role }) => role === 'head')
    const asked = institutionsOf(upper).flatMap(item =>
      council === undefined ? [] : (findRegister(item.register)?.asks?.(item, council, upper) ?? []),
    )
    expect(asked).toHaveLength(1)
  })

  test('EYES-1 EYES-4 a second pair of eyes is required to open the table again, and wished where something is carried: a word against it holds nothing up', () => {
    const desk = rooms.get('desk' as RoomName) as RoomState
    expect((['deliver', 'open', 'bring', 'destroy'] as const).map(door => demandAt(desk, door))).toEqual([
      'wished',
      'required',
      'wished',
      'required',
    ])
    const lead = Object.values(desk.members).find(({ role }) => role === 'lead')
    const ready = Object.values(desk.conveyances).find(({ plan }) => plan.timing.kind === 'when')
    if (lead === undefined || ready === undefined) throw new Error('nothing lies ready')
    const actor = lead.member
    expect(ready.steps.at(-1)).toMatchObject({ did: 'read', note: expect.stringContaining('second key') })
    expect(readersOfCarried(desk, ready, { digest: 'A'.repeat(43), actor })).toEqual([])
    expect(checkEyes(desk, { door: 'deliver', actor, readers: [] }).ok).toBe(true)
    const opening = checkEyes(desk, { door: 'open', actor, readers: [] })
    expect(opening.ok ? 'ok' : opening.error.code).toBe('eyes-missing')
  })

  test('the table is opened for one morning and closed again', () => {
    const table = rooms.get('table' as RoomName) as RoomState
    expect(table.directChanges.map(({ direct }) => direct)).toEqual([true, false])
    expect(table.direct).toBe(false)
  })

  test('SAMPLE-10 three bodies offer to go between, each in talks of its own, and no two offer the same', () => {
    const all = talksOf(readSample('two-villages')).map(talks => playThrough(talks, counter('a')))
    const offers = all.map(played => {
      const room = played.ok ? played.value.rooms.get('caucus:upper' as RoomName) : undefined
      return officesIn(room as RoomState).map(offer => standingOf(offer).fields)
    })
    expect(offers.map(each => each.length)).toEqual([1, 1, 1])
    for (const field of ['offeredBy', 'format', 'place', 'interests'])
      expect(new Set(offers.map(([offer]) => offer?.[field])).size).toBe(3)
  })

  test('its sums are right', () => {
    const said = JSON.stringify(script.steps.map(({ act }) => act))
    expect(1 / 3 / 1_000 / (2 / 3 / 6_000)).toBeCloseTo(3)
    expect(said).toContain('is 3. Each person below has three times')
    expect((20 / 16) * 86_400).toBe(108_000)
    expect(said).toContain('1.25 litres in a second, or 108,000 litres in a day')
    expect(Math.round(108_000 / 7_000)).toBe(15)
    expect(said).toContain('about 15 litres for each of 7,000')
  })
})
