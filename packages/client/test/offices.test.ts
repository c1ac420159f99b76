/** Good offices across rooms and talks: what each side learns of them, what goes with an answer, and how other mediators come to join. */

import {
  admit,
  answerOffices,
  answerQuestion,
  askAll,
  compareOffices,
  completeInvitation,
  createProcess,
  disclosureSteps,
  documentToText,
  isLateAnswer,
  issueOfOrigin,
  newId,
  officesAcross,
  openFinder,
  openGroup,
  planOfQuestion,
  prepareConveyance,
  previewAct,
  previewConveyance,
  removeMember,
  roomsToDocument,
  sayChanged,
  sayFalling,
  sayPortfolios,
  tellOutcome,
  waitsForMe,
  writingOf,
} from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import {
  checkDirect,
  consentStanding,
  findRegister,
  type GoodOffices,
  type ItemFields,
  type ItemId,
  institutionsOf,
  officesIn,
  type PartyId,
  portfoliosOn,
  type RoomState,
  saidOf,
  standingOf,
} from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { successorSteps } from '../src/areas/team/succeeding.ts'
import { beginTalks, bringIn, introduced, meet, reopen, roomOf, say, type Talks } from './talks.ts'
import { createWorld, type Person, value } from './world.ts'

const began = 1_790_000_000_000
const hour = 3_600_000
let clock = began
let talks: Talks
const english = await loadVocabulary('en')
beforeEach(async () => {
  clock = began
  talks = await beginTalks(() => clock)
})

const desk = (): RoomState => roomOf(talks.mediator, talks.process, 'desk')
const caucusOf = (person: Person, party?: PartyId): RoomState =>
  roomOf(person, talks.process, 'caucus', party)
/** Those who say something before whoever reads it. */
const all = () => meet(talks.north, talks.south, talks.mediator, talks.north, talks.south)
const shuttle: ItemFields = {
  offeredBy: 'Lakes Institute',
  wouldDo: ['carry', 'propose'],
  format: 'shuttle',
  place: 'Muscat',
  publicity: 'nothing',
  alsoAsked: 'not-said',
}
const writing = (room: RoomState) => writingOf(room, english, { locale: 'en' })

async function put(
  room: RoomState,
  register: string,
  fields: ItemFields,
  { rev = 1, item = newId<ItemId>() }: { readonly rev?: number; readonly item?: ItemId } = {},
): Promise<ItemId> {
  value(await talks.mediator.session.act(room.id, { kind: 'item.put', item, register, rev, fields }))
  await all()
  return item
}
const offerTo = (party: PartyId, fields = shuttle, more = {}) =>
  put(caucusOf(talks.mediator, party), 'good-offices', fields, more)
const offerOf = (room: RoomState): GoodOffices => {
  const [offer] = officesIn(room)
  if (offer === undefined) throw new Error('nothing was offered')
  return offer as unknown as GoodOffices
}
async function answer(person: Person, answering: Omit<Parameters<typeof answerOffices>[2], 'offer'>) {
  const room = caucusOf(person)
  value(await answerOffices(person.session, room, { ...answering, offer: offerOf(room) }))
  await meet(person, talks.mediator, talks.north, talks.south)
}
const never = () => {
  throw new Error('nothing was offered')
}
const standing = (room: RoomState): string | undefined =>
  findRegister('good-offices')?.standing(offerOf(room), room).standing
const copyOf = async (person: Person): Promise<string> =>
  documentToText(
    await roomsToDocument(
      person.session.rooms(talks.process).map(room => ({ room })),
      { language: 'en' },
    ),
  )
/** All that somebody has of the talks: rooms, a copy, what waits. */
const seenBy = async (person: Person): Promise<string> =>
  JSON.stringify([
    person.session.rooms(talks.process),
    await copyOf(person),
    waitsForMe(person.session, talks.process).map(({ about, urgency }) => [about, urgency]),
    officesAcross(person.session).map(({ room, offer }) =>
      compareOffices([{ writing: writing(room), offer }]),
    ),
  ])

describe('what a party is offered', () => {
  it('GOOD-2 GOOD-10 what one is offered and answers changes no byte of what another side has, and what it reads says nothing of the other', async () => {
    const { mediator, north, south, parties } = talks
    await offerTo(parties.north)
    const before = await seenBy(south)
    const [{ room, offer } = never()] = officesAcross(north.session)
    expect(JSON.stringify([room, compareOffices([{ writing: writing(room), offer }])])).not.toContain('South')
    await answer(north, { verb: 'accepted-with-limits', note: 'Not as host.' })
    await answer(north, { verb: 'declined' })
    expect(await seenBy(south)).toBe(before)
    const own = await seenBy(north)
    await offerTo(parties.south, { ...shuttle, place: 'Cairo', offeredBy: 'Lakes Institute' })
    await answer(south, { verb: 'change-asked', note: 'Elsewhere.' })
    expect(await seenBy(north)).toBe(own)
    expect(standing(caucusOf(mediator, parties.south))).toBe('change-asked')
  })

  it('GOOD-4 GOOD-12 a yes is the consent to the mediation as well, in the same limits; a change voids the one, and a no takes back the other', async () => {
    const { mediator, north, south, process, parties } = talks
    const waits = () =>
      waitsForMe(north.session, process).flatMap(({ item }) =>
        item.kind === 'thing' || item.kind === 'consent' ? [item.kind] : [],
      )
    expect(waits()).toEqual(['consent'])
    const item = await offerTo(parties.north)
    expect(waits()).toEqual(['thing'])
    await answer(north, { verb: 'accepted-with-limits', note: 'Not as host.' })
    expect(waits()).toEqual([])
    const caucus = () => caucusOf(mediator, parties.north)
    expect(caucus().consents[parties.north]).toMatchObject({ standing: 'given', words: 'Not as host.' })
    expect(await copyOf(north)).toContain('Not as host.')
    value(await south.session.act(caucusOf(south).id, { kind: 'consent.give', party: parties.south }))
    await all()
    const table = () => checkDirect(roomOf(mediator, process, 'table'), mediator.session.rooms(process))
    expect(table()).toMatchObject({ error: { code: 'limits-not-heeded' } })
    const changed = { ...shuttle, place: 'Istanbul' }
    expect(sayFalling(writing(caucus()), offerOf(caucus()), changed)).toContain('North')
    expect(sayFalling(writing(caucus()), offerOf(caucus()), { ...shuttle, costs: 'None.' })).toBeUndefined()
    expect(sayChanged(writing(caucusOf(north)), offerOf(caucusOf(north)))).toBeUndefined()
    await offerTo(parties.north, changed, { rev: 2, item })
    expect(sayChanged(writing(caucusOf(north)), offerOf(caucusOf(north)))).toMatch(/Place/)
    expect(sayFalling(writing(caucus()), offerOf(caucus()), shuttle)).toBeUndefined()
    expect([standing(caucus()), waits()]).toEqual(['to-be-confirmed', ['thing']])
    await answer(north, { verb: 'accepted' })
    expect(sayChanged(writing(caucusOf(north)), offerOf(caucusOf(north)))).toBeUndefined()
    expect(caucus().consents[parties.north]?.words).toBeUndefined()
    expect(table().ok).toBe(true)
    await answer(north, { verb: 'answer-later' })
    expect(consentStanding(caucus())).toBe('given')
    await answer(north, { verb: 'declined' })
    expect(consentStanding(caucus())).toBe('withdrawn')
  })

  it('GOOD-12 a no to one of two offers leaves the consent that the other rests on', async () => {
    const { mediator, north, parties } = talks
    await offerTo(parties.north)
    await answer(north, { verb: 'accepted' })
    const second = await offerTo(parties.north, { ...shuttle, offeredBy: 'Another house' })
    const room = caucusOf(north)
    const offer = room.items[second] as unknown as GoodOffices
    value(await answerOffices(north.session, room, { verb: 'declined', offer }))
    await meet(north, mediator)
    expect(consentStanding(caucusOf(mediator, parties.north))).toBe('given')
  })

  it('GOOD-3 what was released waits on the desk until both have accepted as things stand', async () => {
    const { mediator, north, south, process, parties } = talks
    const body = 'We could take the mornings.'
    const said = say(body)
    const whole = { ...said, marking: 'verbatim' as const }
    value(await north.session.act(caucusOf(north).id, whole))
    await all()
    const item = await offerTo(parties.north)
    await offerTo(parties.south)
    const plan = {
      origin: {
        kind: 'passage' as const,
        room: caucusOf(north).id,
        passage: { message: said.message },
      },
      to: caucusOf(south).id,
      as: 'verbatim' as const,
      form: 'oral-message' as const,
      binding: false,
      wording: body,
      timing: { kind: 'now' as const },
      tell: 'nothing' as const,
      accepted: [],
    }
    const allowed = () => value(previewConveyance(mediator.session, process, plan)).allowed
    expect(allowed()).toMatchObject({ error: { code: 'consent-not-given', side: 'recipient' } })
    await answer(south, { verb: 'accepted' })
    expect(allowed()).toMatchObject({ error: { code: 'consent-not-given', side: 'source' } })
    await answer(north, { verb: 'accepted' })
    expect(allowed().ok).toBe(true)
    await offerTo(parties.north, { ...shuttle, format: 'joint' }, { rev: 2, item })
    expect(allowed()).toMatchObject({ error: { code: 'consent-not-given', side: 'source' } })
    expect(await prepareConveyance(mediator.session, process, plan)).toMatchObject({
      error: { code: 'consent-not-given' },
    })
  })

  it('GOOD-5 offers of several talks, on several relays, stand side by side without a network, and nothing is written', async () => {
    const { parties, mediator, world } = talks
    await offerTo(parties.north, { ...shuttle, answerBy: { kind: 'on', day: '2026-09-22' } })
    clock += hour
    const other = await createWorld({ now: () => clock })
    const elsewhere = 'http://other.example'
    const relayAt = (at: string) => (at === elsewhere ? other : world).relayAt(at)
    const second = await other.member('Second', { now: () => clock, address: elsewhere })
    // The same person, who reaches both relays.
    const north = await reopen(talks.north, { relayAt, now: () => clock })
    talks = { ...talks, north }
    const made = value(
      await createProcess(second.session, {
        title: 'Other talks',
        terms: { role: 'host', disclosure: 'closed' },
        parties: [{ name: 'North', kind: 'party', hidden: false, account: true }],
      }),
    )
    const [party] = made.parties
    await second.session.settle()
    if (party === undefined) throw new Error('no party')
    await bringIn(second, made.process, north, { role: 'head', party })
    const room = roomOf(second, made.process, 'caucus')
    value(
      await second.session.act(room.id, {
        kind: 'item.put',
        item: newId<ItemId>(),
        register: 'good-offices',
        rev: 1,
        fields: {
          ...shuttle,
          offeredBy: 'Second',
          wouldDo: ['carry', 'host'],
          place: 'Istanbul',
          interests: 'Neighbour.',
          costs: 'None.',
        },
      }),
    )
    await meet(second, north)
    world.offline = true
    other.offline = true
    const before = [...north.session.processes()].map(({ process }) =>
      JSON.stringify(north.session.rooms(process)),
    )
    const kept = JSON.stringify(north.session.status().waiting)
    const offers = officesAcross(north.session)
    expect(offers.map(({ offer, mayAnswer }) => [standingOf(offer).fields.offeredBy, mayAnswer])).toEqual([
      ['Lakes Institute', true],
      ['Second', true],
    ])
    const rows = compareOffices(offers.map(({ room, offer }) => ({ writing: writing(room), offer })))
    const row = (name: string) => rows.find(each => each.name === name)?.cells
    expect(row('wouldDo')).toEqual([
      [
        { text: 'carry messages', only: false },
        { text: 'put proposals', only: true },
      ],
      [
        { text: 'carry messages', only: false },
        { text: 'host', only: true },
      ],
    ])
    expect(row('format')).toEqual([
      [{ text: 'each in its own place', only: false }],
      [{ text: 'each in its own place', only: false }],
    ])
    expect(row('interests')?.map(([part]) => part)).toEqual([
      { text: 'none stated', only: true },
      { text: 'Neighbour.', only: true },
    ])
    expect([row('costs')?.[0], row('timetable'), row('answerBy')?.[1]]).toEqual([
      [],
      undefined,
      [{ text: 'no day set', only: true }],
    ])
    expect(
      [...north.session.processes()].map(({ process }) => JSON.stringify(north.session.rooms(process))),
    ).toEqual(before)
    expect(JSON.stringify(north.session.status().waiting)).toBe(kept)
    world.offline = false
    other.offline = false
    // An answer after the day counts, and is shown as late.
    clock = Date.UTC(2026, 8, 23)
    expect(isLateAnswer(caucusOf(north), offerOf(caucusOf(north)))).toBe(false)
    await answer(north, { verb: 'accepted' })
    expect(isLateAnswer(caucusOf(mediator, parties.north), offerOf(caucusOf(mediator, parties.north)))).toBe(
      true,
    )
    await second.session.close()
  })

  it('GOOD-9 an interest that comes to light is read by every party in one step, or by none, and takes no yes back', async () => {
    const { mediator, north, south, process, parties } = talks
    const caucuses = () => mediator.session.rooms(process).filter(({ kind }) => kind === 'caucus')
    const words = 'A member of the board lives there.'
    await offerTo(parties.north)
    expect(disclosureSteps(caucuses(), words)).toMatchObject({
      error: { code: 'offices-missing', party: 'South' },
    })
    await offerTo(parties.south, { ...shuttle, interests: 'A neighbour.' })
    await answer(north, { verb: 'accepted' })
    value(await mediator.session.actAll(value(disclosureSteps(caucuses(), words))))
    await all()
    expect([north, south].map(person => standingOf(offerOf(caucusOf(person))).fields.interests)).toEqual([
      words,
      `A neighbour.\n${words}`,
    ])
    expect(standing(caucusOf(north))).toBe('offices-accepted')
    const before = await seenBy(south)
    const { item } = offerOf(caucusOf(north))
    value(
      await north.session.act(caucusOf(north).id, {
        kind: 'item.mark',
        item,
        rev: 2,
        verb: 'objected',
        note: 'They own the well.',
      }),
    )
    await meet(north, mediator, south)
    expect(await seenBy(south)).toBe(before)
    const find = await openFinder()
    expect(find(mediator.session.rooms(process), { words: 'well' }).hits.length).toBeGreaterThan(0)
  })
})

describe('who else mediates', () => {
  const institution = 'Lakes Institute'
  async function askToJoin(yes: readonly boolean[]) {
    const { mediator, process, parties } = talks
    const item = await put(desk(), 'mediators-accepted', { institution, task: 'For water.' })
    const closes = clock + hour
    const plan = value(
      planOfQuestion(mediator.session, process, {
        kind: 'join',
        thing: { register: 'mediators-accepted', fields: { institution, task: 'For water.' } },
        item,
        texts: [{ language: 'en', body: 'May its mediators join?' }],
        effect: 'indicates',
        times: { closes, tellBy: closes + hour, early: false },
        parties: [parties.north, parties.south],
      }),
    )
    const question = value(await askAll(mediator.session, process, plan))
    await all()
    for (const [at, person] of [talks.north, talks.south].entries()) {
      const room = caucusOf(person)
      const [asked] = Object.values(room.questions)
      if (asked === undefined) throw new Error('not asked')
      value(
        await answerQuestion(person.session, room.id, { question: asked.question, yes: yes[at] === true }),
      )
      await meet(person, mediator)
    }
    clock = closes + 1
    value(await tellOutcome(mediator.session, process, question))
    await all()
  }

  it('GOOD-11 where all say yes to a question of kind join its mediators may come from here on; where one does not, nobody learns of them', async () => {
    const { north, south } = talks
    await askToJoin([true, false])
    for (const person of [north, south]) expect(institutionsOf(caucusOf(person))).toEqual([])
    talks = await beginTalks(() => clock)
    await askToJoin([true, true])
    for (const person of [talks.north, talks.south])
      expect(saidOf(caucusOf(person), institution)?.verb).toBe('accepted-from-here')
    // One of them says more, in its own caucus; and may say less.
    const room = caucusOf(talks.north)
    const [named] = institutionsOf(room)
    if (named === undefined) throw new Error('nobody named')
    const mark = (verb: string) =>
      talks.north.session.act(room.id, { kind: 'item.mark', item: named.item, rev: 1, verb })
    value(await mark('accepted-with-record'))
    expect(saidOf(caucusOf(talks.north), institution)?.verb).toBe('accepted-with-record')
    value(await mark('asked-out'))
    expect(saidOf(caucusOf(talks.north), institution)?.verb).toBe('asked-out')
  })

  it('GOOD-17 in the room in which a caucus goes on the offer and the agreement stand to be answered anew', async () => {
    const { mediator, north, parties } = talks
    const caucus = () => caucusOf(mediator, parties.north)
    const offer = await offerTo(parties.north)
    await put(caucus(), 'agreement-to-mediate', {
      title: 'Rules',
      agreementIn: [{ kind: 'text', language: 'en', body: 'Nothing is said outside.' }],
    })
    await put(caucus(), 'mediators-accepted', { institution })
    await answer(north, { verb: 'accepted' })
    const { member } = north.session.me
    const seat = caucus().members[member]
    if (seat === undefined) throw new Error('nobody there')
    const card = {
      member: newId<typeof member>(),
      name: 'Envoy',
      role: 'mediator',
      institution,
      devices: [...seat.devices],
    } as const
    const steps = value(await successorSteps(mediator.session.engine, caucus(), [card]))
    const put2 = JSON.stringify(steps)
    expect([put2.includes(offer), put2.includes('Nothing is said outside.')]).toEqual([true, true])
    expect(put2).not.toContain('"accepted"')
  })
})

describe('who is known by another name', () => {
  it('GOOD-18 at the table and in groups somebody is known by that name alone, without a post; their party and the mediators know whose it is', async () => {
    const { mediator, north, south, process, parties, world } = talks
    const guest = await world.member('Ada of the weir', { now: () => clock })
    const before = await seenBy(south)
    await bringIn(mediator, process, guest, {
      role: 'delegate',
      party: parties.north,
      post: 'keeps the valve',
      knownAs: 'Envoy of North',
    })
    await meet(north, south)
    const { member } = guest.session.me
    const nameIn = (person: Person, kind: RoomState['kind'], party?: PartyId) => {
      const seat = roomOf(person, process, kind, party).members[member]
      return [seat?.name, seat?.post]
    }
    expect(nameIn(north, 'caucus')).toEqual(['Ada of the weir', 'keeps the valve'])
    expect(nameIn(mediator, 'caucus', parties.north)).toEqual(['Ada of the weir', 'keeps the valve'])
    for (const person of [mediator, north, south, guest])
      expect(nameIn(person, 'table')).toEqual(['Envoy of North', undefined])
    const after = await seenBy(south)
    expect(after).not.toBe(before)
    expect(after).not.toMatch(/of the weir|keeps the valve/)
    // Into a group they come by that name too, and into no other room.
    const group = value(
      await openGroup(mediator.session, process, {
        title: 'Water',
        members: [member, south.session.me.member],
      }),
    )
    await meet(mediator, guest, south)
    expect(south.session.room(group)?.members[member]?.name).toBe('Envoy of North')
    expect(await seenBy(south)).not.toMatch(/of the weir|keeps the valve/)
    // LEAK-1: whoever would write the name at the table is asked first.
    const table = roomOf(mediator, process, 'table')
    // Taken out where several sides read, and brought back there: by that name again.
    const out = { kind: 'member.remove', member } as const
    for (const room of [table.id, group]) value(await mediator.session.act(room, out))
    await meet(mediator, guest, south)
    value(await admit(mediator.session, table.id, [member]))
    await meet(mediator, guest, south)
    expect(nameIn(south, 'table')).toEqual(['Envoy of North', undefined])
    expect(await seenBy(south)).not.toMatch(/Ada of|the weir|the valve/)
    // And among their own by their own, as they are known there.
    const own = roomOf(mediator, process, 'caucus', parties.north).id
    value(await mediator.session.act(own, out))
    await meet(mediator, guest, north)
    value(await admit(mediator.session, own, [member]))
    await meet(mediator, guest, north)
    expect(nameIn(north, 'caucus')[0]).toBe('Ada of the weir')
    const preview = value(previewAct(mediator.session, table.id, say('Ada of the weir is here.')))
    expect(preview.open.map(({ text }) => text)).toContain('Ada of the weir')
  })

  it('GOOD-18 hostile: invited anew they are known as before, and a name that nobody would be told now is not taken for granted', async () => {
    const { mediator, north, south, process, parties, world } = talks
    const guest = await world.member('Ada of the weir', { now: () => clock })
    const as = { role: 'delegate', party: parties.north } as const
    await bringIn(mediator, process, guest, { ...as, knownAs: 'Envoy of North' })
    value(await removeMember(mediator.session, process, guest.session.me.member))
    await meet(mediator, guest, south, north)
    await bringIn(mediator, process, guest, as)
    await meet(south, north)
    expect(await seenBy(south)).not.toMatch(/Ada of|the weir/)
    // A head does not let anybody in at the table, and could promise no name there.
    const other = await world.member('Bo of the mill', { now: () => clock })
    const id = await introduced(north, process, other, as)
    const refused = await completeInvitation(north.session, id, { knownAs: 'Second envoy' })
    expect(refused.ok ? 'ok' : refused.error.code).toBe('not-an-administrator')
    expect((await completeInvitation(north.session, id)).ok).toBe(true)
  })
})

describe('at the desk beside it', () => {
  it('GOOD-13 GOOD-14 GOOD-16 portfolios, tracks and safety are in no byte of a party, and whoever works on another’s is told', async () => {
    const { mediator, north, south, process, parties } = talks
    const before = [await seenBy(north), await seenBy(south)]
    const { member } = mediator.session.me
    await put(desk(), 'portfolio', { inHandsOf: member, duties: 'Water', forParties: [parties.north] })
    await put(desk(), 'track', { trackOf: 'Another house', trackState: 'active', relation: 'competing' })
    await put(desk(), 'safety', { whom: 'The envoy', party: parties.north, questions: 'Who is told?' })
    expect([await seenBy(north), await seenBy(south)]).toEqual(before)
    const w = writing(desk())
    expect(sayPortfolios(w, member, { parties: [parties.north] })).toEqual([])
    const other = north.session.me.member
    expect(sayPortfolios(w, other, { parties: [parties.south] })).toEqual([])
    expect(sayPortfolios(w, other, { parties: [parties.north, parties.north] })).toEqual([
      expect.stringContaining('Water'),
    ])
    const asked = waitsForMe(mediator.session, process).flatMap(({ item }) =>
      item.kind === 'thing' ? [item.thing.register] : [],
    )
    expect(asked.toSorted()).toEqual(['portfolio', 'safety'])
  })

  it('GOOD-13 GOOD-19 a portfolio names issues of the agenda: whoever works on one is told, and its place says in whose hands it is', async () => {
    const { mediator, north, process, parties } = talks
    const { member } = mediator.session.me
    const other = north.session.me.member
    const issueOf = async (title: string, ordinal: number) =>
      put(desk(), 'issue', { ordinal, title, footing: 'proposed', stage: 'separate' })
    const [water, land] = [await issueOf('Water', 1), await issueOf('Land', 2)]
    const held = { inHandsOf: member, duties: 'Roads', issues: [water, 'not-there' as ItemId] }
    const foreign = await mediator.session.act(desk().id, {
      kind: 'item.put',
      item: newId<ItemId>(),
      register: 'portfolio',
      rev: 1,
      fields: held,
    })
    expect(foreign.ok ? 'ok' : foreign.error.code).toBe('item-unknown')
    await put(desk(), 'portfolio', {
      inHandsOf: member,
      duties: 'Water with the north',
      forParties: [parties.north],
      issues: [water],
    })
    const roads = await put(desk(), 'portfolio', {
      inHandsOf: member,
      duties: 'Land with all',
      issues: [land],
    })
    const of = (given: { readonly party?: PartyId; readonly issue?: ItemId }): readonly string[] =>
      sayPortfolios(writing(desk()), other, {
        parties: given.party === undefined ? [] : [given.party],
        ...(given.issue === undefined ? {} : { issue: given.issue }),
      }).map(line => /(Water|Land) with/.exec(line)?.[1] ?? line)
    expect(of({ party: parties.north })).toEqual(['Water'])
    expect(of({ party: parties.north, issue: water })).toEqual(['Water'])
    expect(of({ party: parties.north, issue: land })).toEqual(['Land'])
    expect(of({ party: parties.south, issue: water })).toEqual([])
    expect(of({ issue: land })).toEqual(['Land'])
    const on = (issue: ItemId) => portfoliosOn(desk(), issue).map(each => standingOf(each).fields.duties)
    expect([on(water), on(land)]).toEqual([['Water with the north'], ['Land with all']])
    value(
      await mediator.session.act(desk().id, {
        kind: 'item.mark',
        item: roads,
        rev: 1,
        verb: 'handed-over',
        note: 'To a colleague.',
      }),
    )
    expect([on(land), of({ issue: land })]).toEqual([[], []])
    const said = { ...say('Of water.'), issue: water }
    value(await north.session.act(caucusOf(north).id, said))
    await meet(north, mediator)
    const source = mediator.session.rooms(process).find(({ party }) => party?.party === parties.north)
    if (source === undefined) throw new Error('no caucus')
    const passage = { message: said.message, from: 0, to: 5 }
    expect(issueOfOrigin(source, { kind: 'passage', room: source.id, passage })).toBe(water)
    expect(issueOfOrigin(undefined, { kind: 'mediators' })).toBeUndefined()
  })
})
