/** Mandates at home: what they say of an act before it is said, a body's talks with its delegation alone, and powers exchanged. */

import {
  areOwnTalks,
  beginOwnTalks,
  beyondMandate,
  beyondSteps,
  deliver,
  documentToText,
  homeMandates,
  type MandateFinding,
  newId,
  openDelegation,
  pastDay,
  prepareTogether,
  roomsToDocument,
  sayMandateFinding,
  type Weighed,
  waitsIn,
  weighDeed,
  writingOf,
} from '@goodoffices/client'
import { languages, loadVocabulary } from '@goodoffices/client/words'
import {
  type Act,
  type AskId,
  findRegister,
  type ItemFields,
  type ItemId,
  type MessageId,
  type QuestionId,
  type RoomState,
} from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { addDevice, beginTalks, bringIn, meet, roomOf, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const began = Date.parse('2026-02-04T09:15:00Z')
const english = await loadVocabulary('en')
let clock = began
let talks: Talks
let home: RoomState
beforeEach(async () => {
  clock = began
  talks = await beginTalks(() => clock)
  const { north, process } = talks
  const id = value(await openDelegation(north.session, process))
  await meet(north)
  home = roomAt(north, id)
})

const roomAt = (person: Person, id: RoomState['id']): RoomState => {
  const room = person.session.room(id)
  if (room === undefined) throw new Error('no room')
  return room
}
const caucus = (): RoomState => roomOf(talks.north, talks.process, 'caucus')
const plain = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '')

async function put(person: Person, room: RoomState, register: string, fields: ItemFields): Promise<ItemId> {
  const item = newId<ItemId>()
  value(await person.session.act(room.id, { kind: 'item.put', item, register, rev: 1, fields }))
  return item
}
const orally = { at: began, way: 'orally', hearing: 'The council of ministers' } as const
const note = async (item: ItemId, verb: string, room = home): Promise<void> => {
  value(await talks.north.session.act(room.id, { kind: 'item.mark', item, rev: 1, verb, recorded: orally }))
}
const given = async (fields: ItemFields = {}, room = home): Promise<ItemId> => {
  const item = await put(talks.north, room, 'mandate', {
    title: 'Mandate of 3 February',
    principal: 'The presidency',
    envoy: 'The ministry',
    ...fields,
  })
  await note(item, 'given', room)
  return item
}

const say = (body: string, binding = false): Extract<Act, { readonly kind: 'message.say' }> => ({
  kind: 'message.say',
  message: newId<MessageId>(),
  form: 'oral-message',
  binding,
  body,
})
const beyond = (act: Act): readonly MandateFinding[] => beyondMandate(talks.north.session, caucus().id, act)
const sentences = (act: Act): readonly string[] =>
  beyond(act).map(finding => plain(sayMandateFinding(writingOf(home, english, {}), finding)))

const weigh = (deed: Partial<Weighed>) =>
  weighDeed(
    homeMandates(talks.north.session, talks.process),
    { does: 'sign', texts: [], ...deed },
    began,
  ).map(({ kind }) => kind)

describe('a mandate and an act', () => {
  it('MAND-19 where there is none nothing is said of any act, and nothing of what mediators say', async () => {
    expect(beyond(say('We are bound.', true))).toEqual([])
    await given({ excludes: ['Missiles'] })
    expect(beyond(say('We speak of missiles.'))).toHaveLength(1)
    const { mediator, process, parties } = talks
    const room = roomOf(mediator, process, 'caucus', parties.north).id
    expect(beyondMandate(mediator.session, room, say('We speak of missiles.'))).toEqual([])
    expect(beyondMandate(talks.north.session, home.id, say('We speak of missiles.', true))).toEqual([])
  })

  it('MAND-19 it says what it leaves out, what it does not let be done, and that it is held up; mere talk goes on', async () => {
    const item = await given({ excludes: ['Missiles'], mandateMay: ['explore', 'propose'] })
    expect(sentences(say('What of the nuclear file?'))).toEqual([])
    expect(sentences(say('What of missiles?'))).toEqual([
      'Your mandate “Mandate of 3 February” leaves this out: Missiles.',
    ])
    expect(sentences(say('So be it.', true))).toEqual([
      'Your mandate “Mandate of 3 February” does not allow this: Agree, subject to approval.',
    ])
    const offer: Act = { kind: 'offer.make', offer: newId(), ifThey: 'If', thenWe: 'we', binding: false }
    expect(sentences(offer)).toEqual([])
    for (const [verb, sentence] of [
      ['suspended', 'is suspended'],
      ['withdrawn', 'was withdrawn'],
      ['spent', 'is used up'],
    ] as const) {
      await note(item, verb)
      expect(sentences(offer)).toEqual([`Your mandate “Mandate of 3 February” ${sentence}.`])
      expect(sentences(say('Good morning.'))).toEqual([])
    }
  })

  it('MAND-7 MAND-19 it names the condition that is not met', async () => {
    const item = await given()
    const condition = await put(talks.north, home, 'condition', {
      title: 'Free of threats',
      demandedOf: 'circumstances',
      judgedBy: 'principal',
      consequence: 'suspends',
      governs: item,
    })
    expect(sentences(say('So be it.', true))).toEqual([])
    await note(condition, 'not-met')
    expect(sentences(say('So be it.', true))).toEqual([
      'Your mandate “Mandate of 3 February” is suspended: condition 1 is not met (Free of threats).',
    ])
  })

  it('MAND-19 a yes to a question counts as what it commits to, a no as nothing', async () => {
    await given({ mandateMay: ['explore'] })
    const question = newId<QuestionId>()
    const answer = (yes: boolean): Act => ({
      kind: 'assent.answer',
      question,
      yes,
      adherence: 'y'.repeat(86),
    })
    expect([beyond(answer(false)), beyond(answer(true)).map(({ kind }) => kind)]).toEqual([
      [],
      ['not-allowed'],
    ])
  })

  it('MAND-14 MAND-19 one that is past its day is said to be so by the reader’s clock', async () => {
    await given({ inForceUntil: { kind: 'on', day: '2026-02-03' } })
    expect(sentences(say('So be it.', true))).toEqual([
      'Your mandate “Mandate of 3 February” was in force until 3 February 2026.',
    ])
    const [own] = homeMandates(talks.north.session, talks.process)
    if (own === undefined) throw new Error('no mandate')
    expect(pastDay(own, Date.parse('2026-02-03T23:00:00Z'))).toBeUndefined()
  })

  it('MAND-19 an issue or a matter that is named is covered, left out or not spoken of; of several one that lets it be is enough', async () => {
    await given({ covers: ['The nuclear file'], issuesOut: ['issue-missiles'], issuesIn: ['issue-nuclear'] })
    expect(weigh({ about: 'nuclear file' })).toEqual([])
    expect(weigh({ about: 'Prisoners' })).toEqual(['not-covered'])
    expect(weigh({ issue: 'issue-nuclear' as ItemId })).toEqual([])
    expect(weigh({ issue: 'issue-missiles' as ItemId })).toEqual(['leaves-out'])
    expect(weigh({ issue: 'issue-other' as ItemId })).toEqual(['not-covered'])
    await given({ covers: ['Prisoners'] })
    expect(weigh({ about: 'Prisoners' })).toEqual([])
  })

  it('MAND-12 words out of a limit or a red line are named before they go, in whatever is to be shown', async () => {
    await given({
      limits: ['Not more than 640 kilograms may leave the country.'],
      redLines: ['No inspection of the old harbour at night.'],
      publicFace: 'The ministry may speak of inspections.',
    })
    expect(sentences(say('We could accept inspection of the old harbour at noon.'))).toEqual([
      'These words stand in a limit or red line of your mandate “Mandate of 3 February”: “inspection of the old harbour at”.',
    ])
    expect(beyond(say('Perhaps 640 of them.')).map(({ kind }) => kind)).toEqual(['words'])
    expect(beyond(say('The ministry may speak of inspections.'))).toEqual([])
    const shown = { kind: 'item.put', item: newId<ItemId>(), register: 'powers', rev: 1 } as const
    expect(
      beyond({
        ...shown,
        fields: {
          holder: 'Head',
          powersMay: ['negotiate'],
          knownLimits: ['No inspection of the old harbour.'],
        },
      }).map(({ kind }) => kind),
    ).toEqual(['words'])
  })

  it('MAND-19 who goes on all the same notes it for the principal, with the act itself or not at all', async () => {
    const item = await given({ excludes: ['Missiles'] })
    const act = say('What of missiles?')
    const steps = beyondSteps(writingOf(home, english, {}), beyond(act))
    const before = JSON.stringify(roomOf(talks.mediator, talks.process, 'caucus', talks.parties.north))
    expect(
      await talks.north.session.actAll([{ room: caucus().id, act: { ...act, body: ' ' } }, ...steps]),
    ).toMatchObject({
      ok: false,
    })
    expect(roomAt(talks.north, home.id).items[item]?.marks).toHaveLength(1)
    value(await talks.north.session.actAll([{ room: caucus().id, act }, ...steps]))
    const marks = roomAt(talks.north, home.id).items[item]?.marks ?? []
    expect(marks.map(({ verb, note: text }) => [verb, plain(text ?? '')])).toEqual([
      ['given', ''],
      ['exceeded', 'Your mandate “Mandate of 3 February” leaves this out: Missiles.'],
    ])
    await meet(talks.north, talks.mediator)
    const after = roomOf(talks.mediator, talks.process, 'caucus', talks.parties.north)
    expect(before).not.toBe(JSON.stringify(after))
    expect(JSON.stringify(talks.mediator.session.rooms(talks.process))).not.toContain('Mandate of 3')
  })

  it('MAND-20 what has waited is asked again before it is sent: once the mandate was withdrawn it is not, unless that was passed', async () => {
    const { north, world } = talks
    const item = await given()
    await meet(north)
    const other = await addDevice(world, north)
    const bodies = (): readonly string[] =>
      Object.values(roomOf(talks.mediator, talks.process, 'caucus', talks.parties.north).messages).map(
        ({ body }) => body,
      )
    const sends = async (body: string): Promise<readonly string[]> => {
      world.offline = true
      value(await north.session.act(caucus().id, say(body, true)))
      await north.session.settle()
      clock += 60_000
      world.offline = false
      await meet(north, talks.mediator)
      return north.session.status().troubles.map(({ code }) => code)
    }
    expect(await sends('We sign it.')).toEqual([])
    // Another of the side takes it back, and this device has not read that.
    const withdrawn = { kind: 'item.mark', item, rev: 1, verb: 'withdrawn', recorded: orally } as const
    value(await other.session.act(home.id, withdrawn))
    await meet(other)
    expect(await sends('We sign this, too.')).toEqual(['mandate-changed'])
    expect(bodies()).toEqual(['We sign it.'])
    // What it says of that by now is known, and passed by whoever says it again.
    const said = beyondMandate(north.session, caucus().id, say('We sign this, too.', true))
    expect(said.map(({ kind }) => kind)).toEqual(['withdrawn'])
    await sends('We sign it all the same.')
    expect(bodies()).toEqual(['We sign it.', 'We sign it all the same.'])
  })

  it('MAND-19 each finding has a sentence in every language', async () => {
    const item = await given({ excludes: ['Missiles'], mandateMay: ['explore'] })
    await note(item, 'suspended')
    const findings = beyond(say('Missiles.', true))
    expect(findings.map(({ kind }) => kind)).toEqual(['suspended', 'leaves-out', 'not-allowed'])
    for (const language of languages) {
      const w = writingOf(home, await loadVocabulary(language), {})
      for (const finding of findings)
        expect(plain(sayMandateFinding(w, finding))).toContain('Mandate of 3 February')
    }
  })
})

describe('a side’s own room', () => {
  it('MAND-6 whatever is changed in a mandate, nobody else’s rooms, views and copies are other by a byte', async () => {
    const { mediator, south, process } = talks
    const all = async () =>
      Promise.all(
        [mediator, south].map(async ({ session }) => {
          const rooms = session.rooms(process)
          const copy = await roomsToDocument(
            rooms.map(room => ({ room })),
            { language: 'en' },
          )
          return [JSON.stringify(rooms), documentToText(copy), waitsIn(session, process).length]
        }),
      )
    const own = () => JSON.stringify(talks.north.session.rooms(process).filter(({ id }) => id !== home.id))
    const before = [await all(), own()]
    const item = await given({ redLines: ['No inspection of the old harbour.'] })
    await note(item, 'suspended')
    await meet(talks.north, mediator, south)
    expect([await all(), own()]).toEqual(before)
  })

  it('MAND-15 a copy says when, how and in whose hearing it was written down', async () => {
    await given()
    const copy = plain(
      documentToText(await roomsToDocument([{ room: roomAt(talks.north, home.id) }], { language: 'en' })),
    )
    for (const part of ['Mandate', 'The presidency', 'orally', 'The council of ministers', 'in force'])
      expect(copy).toContain(part)
  })

  it('MAND-18 a body begins talks with its delegation alone; its mandate stands beside each of its other talks and is copied nowhere', async () => {
    const { north, mediator, south, process, world } = talks
    const own = value(
      await beginOwnTalks(north.session, { title: 'The capital', body: { name: 'North' }, role: 'head' }),
    )
    await meet(north)
    const minister = await world.member('Minister')
    const room = roomOf(north, own.process, 'delegation')
    const party = room.party?.party
    if (party === undefined) throw new Error('no party')
    await bringIn(north, own.process, minister, { role: 'principal', party })
    expect(areOwnTalks(minister.session.rooms(own.process))).toBe(true)
    expect([areOwnTalks(north.session.rooms(process)), areOwnTalks(mediator.session.rooms(process))]).toEqual(
      [false, false],
    )
    const item = await put(north, room, 'mandate', {
      title: 'Instructions',
      principal: 'The capital',
      envoy: 'The delegation',
      excludes: ['Missiles'],
    })
    await meet(north, minister)
    const there = roomOf(minister, own.process, 'delegation')
    value(await minister.session.act(there.id, { kind: 'item.mark', item, rev: 1, verb: 'given' }))
    // A report, in the line to the capital.
    value(await north.session.act(room.id, say('We met today.')))
    await meet(minister, north)
    expect(sentences(say('What of missiles?'))).toEqual([
      'Your mandate “Instructions” leaves this out: Missiles.',
    ])
    expect(homeMandates(north.session, process).map(({ mandate }) => mandate.item)).toEqual([item])
    // Who sits in no talks for a side has none there.
    expect(homeMandates(minister.session, process)).toEqual([])
    const other = await put(north, room, 'mandate', {
      title: 'Another file',
      principal: 'The capital',
      envoy: 'The delegation',
      talks: newId(),
    })
    expect(homeMandates(north.session, process).map(({ mandate }) => mandate.item)).not.toContain(other)
    await meet(north, mediator, south)
    for (const person of [mediator, south])
      expect(
        JSON.stringify(person.session.processes().map(each => person.session.rooms(each.process))),
      ).not.toMatch(/Instructions|The capital/)
  })
})

describe('powers of two sides', () => {
  it('MAND-13 exchanged together, neither side’s room changes before both have released theirs', async () => {
    const { mediator, north, south, process, parties } = talks
    const sides = [
      [north, parties.north, parties.south],
      [south, parties.south, parties.north],
    ] as const
    const items: ItemId[] = []
    for (const [person] of sides) {
      const room = roomOf(person, process, 'caucus')
      items.push(
        await put(person, room, 'powers', {
          holder: `Head of ${person.session.me.name}`,
          powersMay: ['initial'],
        }),
      )
    }
    await meet(north, south, mediator)
    const passages = items.map(item => ({ item, rev: 1, fields: ['holder', 'powersMay'] }))
    const plans = sides.map(([person, from, to], at) => ({
      origin: {
        kind: 'item' as const,
        room: roomOf(mediator, process, 'caucus', from).id,
        ...(passages[at] as { item: ItemId; rev: number; fields: string[] }),
      },
      to: roomOf(mediator, process, 'caucus', to).id,
      as: 'attributed' as const,
      form: 'paper' as const,
      binding: false,
      wording: 'Their powers.',
      timing: { kind: 'now' } as const,
      tell: 'nothing' as const,
      thing: {
        register: 'powers',
        fields: { holder: `Head of ${person.session.me.name}`, powersMay: ['initial'], party: from },
      },
    }))
    const before = sides.map(([person]) =>
      JSON.stringify(Object.keys(roomOf(person, process, 'caucus').items)),
    )
    expect(await prepareTogether(mediator.session, process, plans)).toMatchObject({
      error: { code: 'not-released' },
    })
    const release = async (at: number) => {
      const [person, from] = sides[at as 0 | 1]
      const ask = newId<AskId>()
      const passage = passages[at] as { item: ItemId; rev: number; fields: string[] }
      value(
        await mediator.session.act(roomOf(mediator, process, 'caucus', from).id, {
          kind: 'release.ask',
          ask,
          passage,
          marking: 'attributed',
        }),
      )
      await meet(mediator, person)
      value(
        await person.session.act(roomOf(person, process, 'caucus').id, {
          kind: 'release.give',
          ask,
          marking: 'attributed',
        } as never),
      )
      await meet(person, mediator)
    }
    await release(0)
    expect(await prepareTogether(mediator.session, process, plans)).toMatchObject({
      error: { code: 'not-released' },
    })
    expect(
      sides.map(([person]) => JSON.stringify(Object.keys(roomOf(person, process, 'caucus').items))),
    ).toEqual(before)
    await release(1)
    const [first] = value(await prepareTogether(mediator.session, process, plans))
    if (first === undefined) throw new Error('not prepared')
    value(await deliver(mediator.session, process, first))
    await meet(mediator, north, south)
    for (const [person] of sides) {
      const room = roomOf(person, process, 'caucus')
      const shown = Object.values(room.items).filter(({ register }) => register === 'powers')
      expect(shown.map(thing => findRegister('powers')?.standing(thing, room).standing)).toEqual([
        'powers-on-file',
        'powers-on-file',
      ])
      // Those of the other side bind nobody of this one.
      expect(person.session.checkAct(room.id, say('Good day.', true))).toMatchObject({
        error: { code: 'powers-not-held' },
      })
    }
  })
})
