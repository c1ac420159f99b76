/** Every way in which a mediator's words reach a side: previewed and checked alike, and what crosses arrives as it was shown. */

import {
  type ConveyancePlan,
  completeInvitation,
  createHttpRelay,
  deliver,
  dueConveyances,
  newId,
  openGroup,
  openSession,
  prepareConveyance,
  prepareTogether,
  previewAct,
  previewCompletion,
  previewConveyance,
  previewGroup,
} from '@goodoffices/client'
import {
  type Act,
  type AskId,
  type ConveyanceId,
  type DeliveryId,
  type EntryId,
  type Finding,
  type ItemId,
  type MessageId,
  type PartyId,
  type ReadBackId,
  type RoomId,
  rulesNumber,
  waitingAtDesk,
} from '@goodoffices/core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Standing } from '../src/session/engine/standing.ts'
import { copyVault } from './played.ts'
import { beginTalks, bodiesIn, bringIn, codesOf, introduced, meet, roomOf, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const secret = 'We would sell for 4711, and never say so.'
const loose = 'Would 4711 be a figure?'

let talks: Talks
let north: RoomId
let south: RoomId
let table: RoomId

beforeEach(async () => {
  talks = await beginTalks()
  const { mediator, process, parties } = talks
  north = roomOf(mediator, process, 'caucus', parties.north).id
  south = roomOf(mediator, process, 'caucus', parties.south).id
  table = roomOf(mediator, process, 'table').id
  value(await talks.north.session.act(north, say(secret)))
  await meet(talks.north, mediator)
})

const own = (to: RoomId, changes: Partial<ConveyancePlan> = {}): ConveyancePlan => ({
  origin: { kind: 'mediators' },
  to,
  as: 'verbatim',
  form: 'oral-message',
  binding: false,
  wording: loose,
  timing: { kind: 'now' },
  tell: 'nothing',
  ...changes,
})
const namedIn = (room: RoomId, act: Act): readonly string[] =>
  value(previewAct(talks.mediator.session, room, act)).findings.map(({ text }) => text)

const called = (title: string, ...people: readonly Person[]) => ({
  title,
  members: people.map(({ session }) => session.me.member),
})

describe('what mediators say where a side reads it', () => {
  it.each(['a caucus', 'the table'])(
    'LEAK-12 in %s goes only where what the leak check names was accepted',
    async where => {
      const { mediator } = talks
      const room = where === 'a caucus' ? south : table
      const preview = value(previewAct(mediator.session, room, say(loose)))
      expect(preview.findings.map(({ text }) => text)).toEqual(['4711'])
      expect(preview.open).toEqual(preview.findings)
      expect(await mediator.session.act(room, preview.arrival)).toMatchObject({
        error: { code: 'leak-not-accepted', count: 1, text: '4711' },
      })
      await meet(mediator)
      expect(bodiesIn(mediator, room)).toEqual([])
      value(await mediator.session.act(room, preview.arrival, preview.findings))
      expect(value(previewAct(mediator.session, room, preview.arrival, preview.findings)).open).toEqual([])
      expect(bodiesIn(mediator, room)).toEqual([loose])
    },
  )

  it('LEAK-12 in the very caucus that said it names nothing, nor at the desk', () => {
    expect(namedIn(north, say(loose))).toEqual([])
    expect(namedIn(roomOf(talks.mediator, talks.process, 'desk').id, say(loose))).toEqual([])
  })

  it('LEAK-12 a note with an act is checked as well: where the table is opened, a read-back put right', async () => {
    expect(namedIn(table, { kind: 'table.open', note: loose })).toEqual(['4711'])
    expect(namedIn(south, { kind: 'readback.correct', readback: newId<ReadBackId>(), body: loose })).toEqual([
      '4711',
    ])
  })

  it('LEAK-12 what a party says itself is nobody’s to check', async () => {
    const preview = value(previewAct(talks.south.session, south, say(loose)))
    expect(preview.findings).toEqual([])
    value(await talks.south.session.act(south, preview.arrival))
  })

  it('LEAK-12 says what the room would refuse, and sends nothing then', async () => {
    const { mediator } = talks
    const act = { kind: 'table.close' } as const
    expect(value(previewAct(mediator.session, table, act)).allowed).toMatchObject({
      error: { code: 'table-is-closed' },
    })
    expect(await mediator.session.act(table, act)).toMatchObject({ error: { code: 'table-is-closed' } })
    expect(previewAct(mediator.session, newId<RoomId>(), act)).toMatchObject({
      error: { code: 'room-unknown' },
    })
  })

  it('LEAK-14 nothing is said to a side while a room goes by rules that are not known here, and it says so in every way', async () => {
    const { mediator, process } = talks
    const { engine } = mediator.session
    const newer: Act = { kind: 'rules.adopt', number: rulesNumber + 1 }
    const entry = { id: newId<EntryId>(), act: newer, time: Date.now() }
    await engine.enqueue([{ kind: 'entry', room: north, entry }])
    await meet(mediator)
    expect(mediator.session.room(north)?.newer).toMatchObject({ rules: rulesNumber + 1 })
    const harmless = say('Good morning.')
    const unread = { error: { code: 'room-unread', room: north } }
    for (const room of [south, table]) {
      expect(value(previewAct(mediator.session, room, harmless))).toMatchObject({
        findings: [],
        unread: [{ room: north, why: { code: 'rules-newer' } }],
        allowed: unread,
      })
      expect(await mediator.session.act(room, harmless)).toMatchObject(unread)
      expect(value(previewConveyance(mediator.session, process, own(room))).allowed).toMatchObject(unread)
      expect(await prepareConveyance(mediator.session, process, own(room))).toMatchObject(unread)
    }
    const group = called('Prices', talks.south)
    expect(value(previewGroup(mediator.session, process, group)).allowed).toMatchObject(unread)
    expect(await openGroup(mediator.session, process, group)).toMatchObject(unread)
    // What no side reads is compared with nothing.
    value(await mediator.session.act(roomOf(mediator, process, 'desk').id, harmless))
  })

  it('RULE-7 nobody moves a room to rules that their own device does not know', async () => {
    const { mediator } = talks
    const act: Act = { kind: 'rules.adopt', number: rulesNumber + 1 }
    expect(await mediator.session.act(north, act)).toMatchObject({
      error: { code: 'rules-unknown', rules: rulesNumber + 1 },
    })
    expect(mediator.session.room(north)?.rules).toBe(rulesNumber)
    value(await mediator.session.act(north, say('Good morning.')))
  })

  it.each<[Standing, string | undefined]>([
    [{ kind: 'stopped', why: { code: 'log-forked' } }, 'log-forked'],
    [{ kind: 'withheld' }, 'envelope-withheld'],
    [{ kind: 'unread', why: { code: 'log-rolled-back' } }, 'log-rolled-back'],
    // That a relay is not reached is said of all that is read, and is no state of a room.
    [{ kind: 'unread', why: { code: 'relay-unreachable' } }, undefined],
    [{ kind: 'unmade' }, undefined],
    [{ kind: 'unasked' }, undefined],
    [{ kind: 'read' }, undefined],
    [{ kind: 'forgotten' }, undefined],
  ])(
    'LEAK-14 a room that stands as %o is named where words are compared, and holds up nothing',
    async (standing, code) => {
      const { mediator, process } = talks
      const { engine } = mediator.session
      const standingOf = engine.standing.bind(engine)
      vi.spyOn(engine, 'standing').mockImplementation(id => (id === north ? standing : standingOf(id)))
      const named = code === undefined ? [] : [{ room: north, why: { code } }]
      const harmless = say('Good morning.')
      const seen = value(previewAct(mediator.session, south, harmless))
      expect(seen).toMatchObject({ unread: named, allowed: { ok: true } })
      expect(value(previewConveyance(mediator.session, process, own(table))).unread).toEqual(named)
      expect(value(previewGroup(mediator.session, process, called('Prices', talks.south))).unread).toEqual(
        named,
      )
      expect(value(previewAct(talks.south.session, south, harmless)).unread).toEqual([])
      value(await mediator.session.act(south, harmless))
      vi.restoreAllMocks()
    },
  )

  it.each(['isShutOut', 'isKeyedOtherwise'] as const)(
    'LEAK-14 so is one whose log %s, unless one has left it',
    what => {
      const { mediator } = talks
      const { engine } = mediator.session
      const log = engine.roomLog(north)
      const room = engine.room(north)
      if (log === undefined || room === undefined) throw new Error('not held')
      vi.spyOn(log, what, 'get').mockReturnValue(true)
      const unread = () => value(previewAct(mediator.session, south, say('Good morning.'))).unread
      expect(unread()).toEqual([
        { room: north, why: { code: what === 'isShutOut' ? 'keys-withheld' : 'keys-refused' } },
      ])
      const roomOfEngine = engine.room.bind(engine)
      const me = room.members[mediator.session.me.member]
      if (me === undefined) throw new Error('not in it')
      const left = { ...room, members: { ...room.members, [me.member]: { ...me, left: 1 } } }
      vi.spyOn(engine, 'room').mockImplementation((id, extra) =>
        id === north ? left : roomOfEngine(id, extra),
      )
      expect(unread()).toEqual([])
      vi.restoreAllMocks()
    },
  )

  it('LEAK-12 what a working group is called is read by all in it, and checked before it is opened', async () => {
    const { mediator, process } = talks
    const onPrice = called('On 4711', talks.south)
    const { findings, open, group } = value(previewGroup(mediator.session, process, onPrice))
    expect(findings.map(({ text, in: where }) => [text, where])).toEqual([['4711', 'title']])
    expect(open).toEqual(findings)
    expect(Object.keys(group.members)).toContain(talks.south.session.me.member)
    expect(await openGroup(mediator.session, process, onPrice)).toMatchObject({
      error: { code: 'leak-not-accepted', count: 1, text: '4711' },
    })
    expect(mediator.session.rooms(process).filter(({ kind }) => kind === 'group')).toEqual([])
    value(await openGroup(mediator.session, process, onPrice, findings))
    // That those whose words they are sit there too clears nothing.
    expect(
      value(previewGroup(mediator.session, process, called('On 4711', talks.north, talks.south))).findings,
    ).toHaveLength(1)
    expect(value(previewGroup(mediator.session, process, called('Prices', talks.south))).findings).toEqual([])
  })

  it('LEAK-12 the same words are checked alike in each way that they may go', () => {
    const { mediator, process } = talks
    const ways = [
      value(previewConveyance(mediator.session, process, own(south))),
      value(previewConveyance(mediator.session, process, own(table))),
      value(previewAct(mediator.session, south, say(loose))),
      value(previewAct(mediator.session, table, say(loose))),
    ].map(({ findings }) => findings)
    for (const findings of ways) expect(findings).toEqual(ways[0])
    expect(ways[0]).toHaveLength(1)
  })

  it('LEAK-12 whichever way it is decided: one act, several, or what is put on the desk', async () => {
    const { mediator, process } = talks
    const desk = roomOf(mediator, process, 'desk').id
    const refused = { error: { code: 'leak-not-accepted', count: 1, text: '4711' } }
    const both = [north, south].map(room => ({ room, act: say(loose) }))
    expect(await mediator.session.actAll(both)).toMatchObject(refused)
    const plan = {
      ...own(south),
      conveyance: newId<ConveyanceId>(),
      delivery: newId<DeliveryId>(),
      carrier: mediator.session.me.member,
      accepted: [],
    }
    const prepare = { kind: 'carry.prepare', conveyance: plan } as const
    expect(await mediator.session.act(desk, prepare)).toMatchObject(refused)
    const made = { kind: 'delivery.make', delivery: newId<DeliveryId>(), body: loose } as const
    const deliver = { ...made, form: 'paper', binding: false, verbatim: false } as const
    expect(await mediator.session.act(south, deliver)).toMatchObject(refused)
    expect(mediator.session.status().waiting).toBe(0)
    const { findings } = value(previewAct(mediator.session, south, say(loose)))
    value(await mediator.session.act(desk, { ...prepare, conveyance: { ...plan, accepted: findings } }))
    value(await mediator.session.actAll(both.map(step => ({ ...step, accepted: findings }))))
    expect(mediator.session.status().waiting).toBeGreaterThan(0)
  })

  it('LEAK-12 what was passed in one place, or of one text, is passed nowhere else', async () => {
    const { mediator } = talks
    const twice = { ...say('Is it 4711, or 4711?'), title: 'Of 4711' }
    const { findings } = value(previewAct(mediator.session, south, twice))
    expect(findings.map(({ in: where, from }) => [where, from])).toEqual([
      ['title', 3],
      [undefined, 6],
      [undefined, 15],
    ])
    for (const left of findings) {
      const accepted = findings.filter(finding => finding !== left)
      expect(await mediator.session.act(south, twice, accepted)).toMatchObject({
        error: { code: 'leak-not-accepted', count: 1 },
      })
    }
    const fields = { kind: 'figure', title: 'Of 4711', definition: 'Of 4711' }
    const item = newId<ItemId>()
    const put = { kind: 'item.put', item, register: 'matter', rev: 1, fields } as const
    const [first, second] = value(previewAct(mediator.session, south, put)).findings
    expect([first?.field, second?.field]).toEqual(['fields.title', 'fields.definition'])
    expect(await mediator.session.act(south, put, first === undefined ? [] : [first])).toMatchObject({
      error: { code: 'leak-not-accepted', count: 1 },
    })
    value(await mediator.session.act(south, twice, findings))
  })

  it('LEAK-12 what was passed is that very finding: of that kind, that text, there, and from that message', async () => {
    const { mediator } = talks
    const act = say(loose)
    const { findings } = value(previewAct(mediator.session, south, act))
    for (const other of [
      { kind: 'name' },
      { text: '4712' },
      { in: 'title' },
      { field: 'body' },
      { from: 5 },
      { message: newId<MessageId>() },
    ] as const) {
      const accepted = findings.map((finding): Finding => ({ ...finding, ...other }))
      expect(await mediator.session.act(south, act, accepted)).toMatchObject({
        error: { code: 'leak-not-accepted', count: 1 },
      })
    }
    value(await mediator.session.act(south, act, findings))
  })

  it('LEAK-12 whom an act brings in is named by it, and no word of anybody’s', async () => {
    const { mediator, process } = talks
    value(await talks.north.session.act(north, say('Ask the man Severin, and the Northern League.')))
    await meet(talks.north, mediator)
    const card = { party: newId<PartyId>(), name: 'Northern League', kind: 'party' } as const
    const named = { kind: 'party.add', card: { ...card, hidden: false, account: true } } as const
    expect(namedIn(table, named)).toEqual([])
    value(await mediator.session.act(table, named))
    expect(namedIn(table, say('They are in the League.'))).toEqual(['League'])
    const other = await talks.world.member('Severin')
    await bringIn(mediator, process, other, { role: 'mediator' })
    expect(Object.values(roomOf(mediator, process, 'table').members).map(({ name }) => name)).toContain(
      'Severin',
    )
    expect(namedIn(table, { kind: 'table.open', note: 'As Severin asked, of 4711.' })).toContain('4711')
  })

  it('LEAK-12 whoever comes with a post in which the check names something is let in once that was passed, all of it', async () => {
    const { mediator, process, parties } = talks
    const guest = await talks.world.member('Guest')
    const as = { role: 'adviser', party: parties.south, post: 'Desk 4711' } as const
    const id = await introduced(mediator, process, guest, as)
    const complete = (accepted: readonly Finding[] = []) =>
      completeInvitation(mediator.session, id, { accepted })
    const refused = { ok: false, error: { code: 'leak-not-accepted' } }
    expect(await complete()).toMatchObject(refused)
    const named = value(await previewCompletion(mediator.session, id))
    // Where the other side, too, reads it, and where its own does: each time the same figure.
    expect(new Set(named.map(({ room }) => room.id))).toEqual(new Set([south, table]))
    const findings = named.flatMap(({ preview }) => preview.findings)
    expect(new Set(findings.map(({ kind, text }) => `${kind} ${text}`))).toEqual(new Set(['figure 4711']))
    expect(await complete(findings.map(found => ({ ...found, text: '4712' })))).toMatchObject(refused)
    expect(
      roomOf(mediator, process, 'caucus', parties.south).members[guest.session.me.member],
    ).toBeUndefined()
    value(await complete(findings))
    await meet(mediator, guest, talks.north, talks.south)
    expect(roomOf(guest, process, 'caucus').members[guest.session.me.member]?.post).toBe('Desk 4711')
  })

  it('LEAK-5 knows what a side was told by conveyance, at the table too', async () => {
    const { mediator, process } = talks
    const preview = value(previewConveyance(mediator.session, process, own(table)))
    const conveyance = value(
      await prepareConveyance(mediator.session, process, own(table, { accepted: preview.findings })),
    )
    value(await deliver(mediator.session, process, conveyance))
    await meet(mediator, talks.south)
    expect(bodiesIn(talks.south, table)).toEqual([loose])
    expect(namedIn(south, say(loose))).toEqual([])
  })
})

describe('publishing', () => {
  it('CONV-14 an item from the desk’s own hands stands at the table as it was shown, and its next revision too', async () => {
    const { mediator, process } = talks
    const thing = { register: 'matter', fields: { kind: 'figure', title: 'A price' } } as const
    const first = own(table, { thing, wording: 'A price' })
    const preview = value(previewConveyance(mediator.session, process, first))
    const id = value(await prepareConveyance(mediator.session, process, first))
    value(await deliver(mediator.session, process, id))
    await meet(mediator, talks.north)
    const [item] = Object.values(talks.north.session.room(table)?.items ?? {})
    expect(preview.arrival).toMatchObject({ kind: 'item.put', ...thing })
    expect(item?.revisions.map(({ fields }) => fields)).toEqual([thing.fields])
    const next = { register: 'matter', fields: { kind: 'figure', title: 'The price' } } as const
    const again = own(table, { thing: next, wording: 'x', corrects: item?.item as never, rev: 2 })
    const second = value(await prepareConveyance(mediator.session, process, again))
    value(await deliver(mediator.session, process, second))
    value(await deliver(mediator.session, process, second))
    await meet(mediator, talks.north)
    expect(talks.north.session.room(table)?.items[item?.item as ItemId]?.revisions).toHaveLength(2)
    expect(codesOf(mediator)).toEqual([])
  })

  it('ITEM-9 CONV-14 says beforehand what names a thing of a room that not all its readers are in', async () => {
    const { mediator, process } = talks
    const item = newId<ItemId>()
    const fields = { kind: 'figure', title: 'A price' }
    value(await mediator.session.act(north, { kind: 'item.put', item, register: 'matter', rev: 1, fields }))
    const figure = { kind: 'about', value: '5000' }
    const thing = { register: 'version', fields: { matter: item, of: 'One side', figure } }
    const preview = (to: RoomId) => value(previewConveyance(mediator.session, process, own(to, { thing })))
    expect(preview(table).allowed).toMatchObject({ error: { code: 'reference-elsewhere' } })
    expect(preview(south).allowed).toMatchObject({ error: { code: 'reference-elsewhere' } })
    expect(preview(north).allowed).toMatchObject({ ok: true })
  })

  it('CONV-14 says beforehand what the table would refuse', () => {
    const { mediator, process } = talks
    const thing = { register: 'matter', fields: { title: 'A price' } }
    expect(value(previewConveyance(mediator.session, process, own(table, { thing }))).allowed).toMatchObject({
      error: { code: 'item-malformed' },
    })
  })
})

describe('an item crosses', () => {
  it('CONV-12 CONV-13 with its source’s leave, is answered, and the answer goes back as a mark', async () => {
    const { mediator, process } = talks
    const [a, b, mine] = [newId<ItemId>(), newId<ItemId>(), newId<ItemId>()]
    const matter = {
      kind: 'item.put',
      register: 'matter',
      rev: 1,
      fields: { kind: 'figure', title: 'A price' },
    } as const
    value(await mediator.session.act(north, { ...matter, item: a }))
    value(await mediator.session.act(south, { ...matter, item: b }))
    await meet(mediator, talks.north)
    const fields = { matter: a, of: 'North', figure: { kind: 'exactly', value: '5000' } }
    value(
      await talks.north.session.act(north, {
        kind: 'item.put',
        item: mine,
        register: 'version',
        rev: 1,
        fields,
      }),
    )
    await meet(talks.north, mediator)
    const passage = { item: mine, rev: 1, fields: ['figure'] } as const
    const ask = newId<AskId>()
    value(await mediator.session.act(north, { kind: 'release.ask', ask, passage, marking: 'attributed' }))
    await meet(mediator, talks.north)
    value(await talks.north.session.act(north, { kind: 'release.give', ask, marking: 'attributed' }))
    await meet(talks.north, mediator)
    const plan = own(south, {
      origin: { kind: 'item', room: north, ...passage },
      as: 'attributed',
      wording: 'They name a figure.',
      thing: { register: 'version', fields: { ...fields, matter: b } },
      tell: 'that',
    })
    value(
      await deliver(
        mediator.session,
        process,
        value(await prepareConveyance(mediator.session, process, plan)),
      ),
    )
    await meet(mediator, talks.south, talks.north)
    const [delivery] = Object.values(talks.south.session.room(south)?.deliveries ?? {})
    const arrived = delivery?.item as ItemId
    expect(arrived).toBe(delivery?.delivery)
    expect(Object.values(talks.north.session.room(north)?.told ?? {})).toMatchObject([
      { passage, to: 'South' },
    ])
    const mark = { kind: 'item.mark', item: arrived, rev: 1, verb: 'contested', note: 'Too much.' } as const
    value(await talks.south.session.act(south, mark))
    await meet(talks.south, mediator)
    const back = newId<AskId>()
    const word = { item: arrived, mark: 1 } as const
    value(
      await mediator.session.act(south, {
        kind: 'release.ask',
        ask: back,
        passage: word,
        marking: 'verbatim',
      }),
    )
    await meet(mediator, talks.south)
    value(await talks.south.session.act(south, { kind: 'release.give', ask: back, marking: 'verbatim' }))
    await meet(talks.south, mediator)
    const answer = own(north, {
      origin: { kind: 'mark', room: south, ...word },
      as: 'verbatim',
      wording: 'They contest it.',
      thing: { item: mine, rev: 1, verb: 'contested', note: 'Too much.' },
    })
    value(
      await deliver(
        mediator.session,
        process,
        value(await prepareConveyance(mediator.session, process, answer)),
      ),
    )
    await meet(mediator, talks.north)
    expect(talks.north.session.room(north)?.items[mine]?.marks).toMatchObject([
      { verb: 'contested', note: 'Too much.', for: { name: 'South' } },
    ])
    expect(codesOf(mediator)).toEqual([])
  })
})

const arrivedAt = ({ session }: Person, room: RoomId): readonly string[] =>
  Object.values(session.room(room)?.deliveries ?? {}).map(({ body }) => body)

const unfinished = (person: Person): readonly string[] =>
  waitingAtDesk(roomOf(person, talks.process, 'desk'), person.session.rooms(talks.process)).flatMap(item =>
    item.kind === 'unfinished' ? [item.carried.plan.conveyance] : [],
  )

const goingAt = (time: number) => ({ wording: 'So be it.', timing: { kind: 'at', time } as const })

describe('together', () => {
  it('CONV-15 DESK-8 one that is put in other words stays with the others, and keeps its delivery', async () => {
    const { mediator, process } = talks
    const desk = () => roomOf(mediator, process, 'desk').conveyances
    const plans = [own(north, { wording: 'So be it.' }), own(south, { wording: 'So be it.' })]
    const [one, other] = value(await prepareTogether(mediator.session, process, plans))
    if (one === undefined || other === undefined) throw new Error('prepared two')
    const before = desk()[other]?.plan
    const again = own(south, { wording: 'So be it, then.', conveyance: other })
    value(await prepareConveyance(mediator.session, process, again))
    expect(desk()[other]?.plan).toEqual({ ...before, wording: 'So be it, then.' })
    value(await deliver(mediator.session, process, one))
    await meet(mediator, talks.north, talks.south)
    expect(arrivedAt(talks.north, north)).toEqual(['So be it.'])
    expect(arrivedAt(talks.south, south)).toEqual(['So be it, then.'])
  })

  it('CONV-15 those that go together are due when all of them are', async () => {
    const { mediator, process } = talks
    const later = Date.now() + 3_600_000
    const plans = [own(north, goingAt(1)), own(south, goingAt(later))]
    const [one, other] = value(await prepareTogether(mediator.session, process, plans))
    expect(dueConveyances(mediator.session, process)).toEqual([])
    const sooner = own(south, { ...goingAt(1), ...(other === undefined ? {} : { conveyance: other }) })
    value(await prepareConveyance(mediator.session, process, sooner))
    expect(new Set(dueConveyances(mediator.session, process))).toEqual(new Set([one, other]))
  })

  it('CONV-2 to a room that is not held nothing is prepared', async () => {
    const { mediator, process } = talks
    const plan = own(newId<RoomId>(), { wording: 'So be it.' })
    expect(previewConveyance(mediator.session, process, plan)).toMatchObject({
      error: { code: 'room-unknown' },
    })
    expect(await prepareConveyance(mediator.session, process, plan)).toMatchObject({
      error: { code: 'room-unknown' },
    })
  })

  it('CONV-15 one that may not be prepared leaves none on the desk', async () => {
    const { mediator, process } = talks
    const plans = [own(south, { wording: 'So be it.' }), own(south, { wording: 'So.', answers: newId() })]
    expect(await prepareTogether(mediator.session, process, plans)).toMatchObject({
      error: { code: 'message-unknown' },
    })
    expect(roomOf(mediator, process, 'desk').pending).toEqual({})
    expect(
      await prepareTogether(mediator.session, process, [own(north, { wording: 'So.' }), own(south)]),
    ).toMatchObject({
      error: { code: 'leak-not-accepted' },
    })
    expect(roomOf(mediator, process, 'desk').pending).toEqual({})
  })

  it('CONV-15 AGEN-11 cut short after each request, it is unfinished, and a colleague completes it, once to each', async () => {
    const { mediator, process } = talks
    const second = await talks.world.member('Second')
    await bringIn(mediator, process, second, { role: 'mediator' })
    await meet(mediator, second, mediator)
    const shown = new Set<number>()
    for (let posts = 0; posts <= 3; posts += 1) {
      const wording = `together ${posts}`
      const plans = [north, south].map(to => own(to, { wording }))
      const [id] = value(await prepareTogether(mediator.session, process, plans))
      await meet(mediator, second)
      // The program ends after so many requests that write, and what it kept is lost with the device.
      const lost = await lastLife(mediator, posts)
      value(await deliver(lost, process, id as ConveyanceId))
      await lost.settle()
      await lost.close()
      await meet(second, talks.north, talks.south)
      if (posts === 0)
        expect(roomOf(second, process, 'desk').conveyances[id as ConveyanceId]?.standing).toBe('prepared')
      else {
        const waits = unfinished(second)
        shown.add(waits.length)
        value(await deliver(second.session, process, id as ConveyanceId))
        await meet(second, talks.north, talks.south)
        for (const [who, room] of [
          [talks.north, north],
          [talks.south, south],
        ] as const)
          expect(arrivedAt(who, room).filter(body => body === wording)).toHaveLength(1)
      }
      expect(unfinished(second)).toEqual([])
      expect(codesOf(second)).toEqual([])
      await meet(mediator)
    }
    expect(shown).toEqual(new Set([2, 1, 0]))
  })
})

/** A copy of the device as it is now, which reaches the relay for so many requests that write. */
async function lastLife({ vault }: Person, posts: number) {
  let left = posts
  const relayAt = (address: string) =>
    createHttpRelay({
      address,
      fetch: async (input, init) => {
        const request = new Request(input, init)
        if (request.method !== 'GET') {
          if (left === 0) throw new TypeError('the end')
          left -= 1
        }
        return talks.world.relay.fetch(request)
      },
    })
  const copy = await copyVault(vault)
  return value(await openSession({ vault: copy, relayAt, live: false }))
}
