/** A second pair of eyes across the rooms of talks: asked at every door of the sender’s device, and again when something is sent. */

import {
  askSecondReading,
  type ConveyancePlan,
  composeClause,
  composeWriting,
  deliver,
  destroyRecord,
  digestOfCarried,
  digestOfReadable,
  eyesOn,
  eyesOnCarried,
  giveSecondReading,
  invite,
  issueToRead,
  newId,
  planOfIssuing,
  prepareConveyance,
  previewConveyance,
  previewIssuing,
  readCarried,
  removeMember,
  waitsIn,
} from '@goodoffices/client'
import type {
  Act,
  ConveyanceId,
  ItemId,
  MemberId,
  Readable,
  Result,
  RoomId,
  RoomState,
  TextId,
} from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkBringing } from '../src/areas/eyes/doors.ts'
import { beginTalks, bringIn, meet, roomOf, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const off = {
  eyesDeliver: 'off',
  eyesIssue: 'off',
  eyesOpen: 'off',
  eyesBring: 'off',
  eyesDestroy: 'off',
} as const
const all = {
  eyesDeliver: 'required',
  eyesIssue: 'required',
  eyesOpen: 'required',
  eyesBring: 'required',
  eyesDestroy: 'required',
} as const
const dayMs = 86_400_000

let clock = 1_790_000_000_000
let talks: Talks
let second: Person
beforeEach(async () => {
  clock = 1_790_000_000_000
  talks = await beginTalks(() => clock)
  second = await talks.world.member('Second')
  await bringIn(talks.mediator, talks.process, second, { role: 'mediator' })
  await demand(all)
})

const codeOf = (done: Result<unknown>): string => (done.ok ? 'ok' : done.error.code)
const deskAt = (person: Person): RoomState => roomOf(person, talks.process, 'desk')
const team = () => meet(talks.mediator, second, talks.mediator)

async function demand(eyes: typeof all | typeof off): Promise<void> {
  value(await talks.mediator.session.act(deskAt(talks.mediator).id, { kind: 'eyes.set', ...eyes }))
  await team()
}

const own = (more: Partial<ConveyancePlan> = {}): ConveyancePlan => ({
  origin: { kind: 'mediators' },
  to: roomOf(talks.mediator, talks.process, 'caucus', talks.parties.north).id,
  as: 'verbatim',
  form: 'oral-message',
  binding: false,
  wording: 'We meet at noon.',
  timing: { kind: 'now' },
  tell: 'nothing',
  ...more,
})

async function prepare(more: Partial<ConveyancePlan> = {}): Promise<ConveyanceId> {
  const id = value(await prepareConveyance(talks.mediator.session, talks.process, own(more)))
  await team()
  return id
}

const carry = async (id: ConveyanceId, by = talks.mediator) =>
  codeOf(await deliver(by.session, talks.process, id))
async function reads(conveyance: ConveyanceId, isAgainst = false, by = second): Promise<void> {
  value(await readCarried(by.session, talks.process, { conveyance, isAgainst }))
  await team()
}
async function asks(toRead: Readable, reader?: MemberId): Promise<ItemId> {
  const item = value(await askSecondReading(talks.mediator.session, talks.process, { toRead, reader }))
  await team()
  return item
}
async function gives(item: ItemId, by = second): Promise<void> {
  value(await giveSecondReading(by.session, talks.process, { item }))
  await team()
}
const toReadFor = (person: Person) =>
  waitsIn(person.session, talks.process).flatMap(({ item }) =>
    item.kind === 'to-read' || (item.kind === 'thing' && item.thing.register === 'second-reading')
      ? [item.kind]
      : [],
  )

describe('what is delivered', () => {
  it('EYES-2 EYES-3 EYES-4 EYES-7 goes once a colleague has read it as it stands, not by one’s own word, and not in other words', async () => {
    const { mediator, process } = talks
    const id = await prepare()
    expect(await carry(id)).toBe('eyes-missing')
    // EYES-7: nobody was named, so it waits for each who could read it.
    expect([toReadFor(second), toReadFor(mediator)]).toEqual([['to-read'], []])
    value(await readCarried(mediator.session, process, { conveyance: id }))
    expect(await carry(id)).toBe('eyes-missing')
    await reads(id)
    expect(eyesOnCarried(mediator.session, deskAt(mediator), id)).toMatchObject({
      demand: 'required',
      readers: [second.session.me.member],
    })
    // Other words, and the wish that a colleague of other rooms had read.
    await prepare({ conveyance: id, wording: 'We meet at one.' })
    expect(await carry(id)).toBe('eyes-missing')
    await reads(id)
    await reads(id, true)
    expect(await carry(id)).toBe('eyes-missing')
    await reads(id)
    expect(await carry(id)).toBe('ok')
    await meet(mediator, talks.north)
    const caucus = roomOf(talks.north, process, 'caucus')
    expect(Object.values(caucus.deliveries)).toMatchObject([{ body: 'We meet at one.' }])
  })

  it('EYES-3 a colleague reads the very bytes that will arrive, and both devices make the same of them', async () => {
    const { mediator, process } = talks
    const id = await prepare()
    const seen = [mediator, second].map(person => {
      const desk = deskAt(person)
      const carried = desk.conveyances[id]
      if (carried === undefined) throw new Error('not prepared')
      const rooms = person.session.rooms(process)
      const { arrival } = value(previewConveyance(person.session, process, carried.plan))
      return [JSON.stringify(arrival), digestOfCarried(desk, rooms, carried)]
    })
    expect(seen[1]).toEqual(seen[0])
    await reads(id)
    value(await deliver(mediator.session, process, id))
    await meet(mediator)
    const caucus = roomOf(mediator, process, 'caucus', talks.parties.north)
    const sent = mediator.session
      .entries(caucus.id)
      .flatMap(({ entry: { act } }) => (act.kind === 'delivery.make' ? [act] : []))
    expect(sent.map(act => JSON.stringify(act))).toEqual([seen[0]?.[0]])
  })

  it('EYES-4 not by the word of somebody who has gone, nor of whoever lets it go', async () => {
    const { mediator, process } = talks
    const id = await prepare({ carrier: second.session.me.member })
    await reads(id)
    expect(await carry(id, second)).toBe('eyes-missing')
    const third = await talks.world.member('Third')
    value(
      await mediator.session.act(deskAt(mediator).id, {
        kind: 'carry.assign',
        conveyance: id,
        to: mediator.session.me.member,
      }),
    )
    await gives(await asks({ door: 'bring', name: 'Third' }))
    await bringIn(mediator, process, third, { role: 'mediator' })
    await meet(second, third, mediator)
    value(await removeMember(mediator.session, process, second.session.me.member))
    await meet(mediator, third)
    expect(await carry(id)).toBe('eyes-missing')
    await reads(id, false, third)
    await meet(third, mediator)
    expect(await carry(id)).toBe('ok')
  })

  it('EYES-8 it is asked again when it is sent: a word that was taken back meanwhile holds it up', async () => {
    const { mediator, process, north } = talks
    const id = await prepare()
    await reads(id)
    // The carrier's device has not read it when it decides.
    value(await readCarried(second.session, process, { conveyance: id, isAgainst: true }))
    await meet(second)
    value(await deliver(mediator.session, process, id))
    await meet(mediator, north)
    expect(mediator.session.status().troubles.map(({ code }) => code)).toContain('eyes-missing')
    expect(roomOf(north, process, 'caucus').deliveries).toEqual({})
  })

  it('EYES-2 where it is wished, or not asked for, it goes', async () => {
    const item = await asks({ door: 'loosen', ...off, eyesDeliver: 'wished' })
    expect(
      codeOf(
        await talks.mediator.session.act(deskAt(talks.mediator).id, {
          kind: 'eyes.set',
          ...off,
          eyesDeliver: 'wished',
        }),
      ),
    ).toBe('eyes-missing')
    await gives(item)
    value(
      await talks.mediator.session.act(deskAt(talks.mediator).id, {
        kind: 'eyes.set',
        ...off,
        eyesDeliver: 'wished',
      }),
    )
    await team()
    expect(await carry(await prepare())).toBe('ok')
  })
})

async function consent(): Promise<void> {
  for (const [person, party] of [
    [talks.north, talks.parties.north],
    [talks.south, talks.parties.south],
  ] as const) {
    const caucus = roomOf(person, talks.process, 'caucus').id
    value(await person.session.act(caucus, { kind: 'consent.give', party }))
    await meet(person, talks.mediator, second)
  }
}
async function open(more: { readonly note?: string } = {}): Promise<string> {
  const table = roomOf(talks.mediator, talks.process, 'table').id
  return codeOf(await talks.mediator.session.actAll([{ room: table, act: { kind: 'table.open', ...more } }]))
}

describe('the table', () => {
  it('EYES-2 EYES-3 opens once, as it was read: with the same note, and while each has consented in the same words', async () => {
    await consent()
    expect(await open()).toBe('eyes-missing')
    const item = await asks({ door: 'open' }, second.session.me.member)
    expect([toReadFor(second), toReadFor(talks.mediator)]).toEqual([['thing'], []])
    // Asked twice it is one.
    expect(await asks({ door: 'open' }, second.session.me.member)).toBe(item)
    await gives(item)
    expect(toReadFor(second)).toEqual([])
    expect(eyesOn(talks.mediator.session, talks.process, { door: 'open' })?.readers).toHaveLength(1)
    expect(await open({ note: 'At noon.' })).toBe('eyes-missing')
    // A side gives its consent in other words.
    const caucus = roomOf(talks.north, talks.process, 'caucus').id
    const party = talks.parties.north
    value(await talks.north.session.act(caucus, { kind: 'consent.withdraw', party }))
    await meet(talks.north, talks.mediator, second)
    expect(codeOf(await giveSecondReading(second.session, talks.process, { item }))).toBe('eyes-differ')
    value(await talks.north.session.act(caucus, { kind: 'consent.give', party }))
    await meet(talks.north, talks.mediator, second)
    expect(await open()).toBe('ok')
    await team()
    const table = roomOf(talks.mediator, talks.process, 'table').id
    value(await talks.mediator.session.act(table, { kind: 'table.close' }))
    await team()
    expect(await open()).toBe('eyes-missing')
  })

  it('EYES-8 is not opened by what was read of a device that was away, once the word was taken back', async () => {
    const { mediator } = talks
    await consent()
    const item = await asks({ door: 'open' })
    await gives(item)
    const act = { kind: 'item.mark', item, rev: 1, verb: 'eyes-against', note: 'Not yet.' } as const
    value(await second.session.act(deskAt(second).id, act))
    await meet(second)
    expect(await open()).toBe('ok')
    await mediator.session.settle()
    await meet(second, mediator)
    expect(roomOf(second, talks.process, 'table').direct).toBe(false)
    expect(mediator.session.status().troubles.map(({ code }) => code)).toContain('eyes-missing')
  })
})

describe('mediators and records', () => {
  it('EYES-2 a mediator comes in once a colleague has read who, and nobody else by that', async () => {
    const { mediator, process, world } = talks
    const as = { role: 'mediator', post: 'Envoy' } as const
    const inviting = async (name: string, more: object = {}) =>
      codeOf(await invite(mediator.session, process, { name, ...as, ...more }))
    expect(await inviting('Third')).toBe('eyes-missing')
    await gives(await asks({ door: 'bring', name: 'Third', post: 'Envoy' }))
    expect(await inviting('Fourth')).toBe('eyes-missing')
    // Nor in another post than was read.
    expect(await inviting('Third', { post: 'Judge' })).toBe('eyes-missing')
    const at = { rooms: mediator.session.rooms(process), by: mediator.session.me.member }
    const coming = { name: 'Third', post: 'Envoy' }
    expect(codeOf(checkBringing(at, coming))).toBe('ok')
    expect(codeOf(checkBringing(at, { ...coming, institution: 'Another house' }))).toBe('eyes-missing')
    const third = await world.member('Third')
    await bringIn(mediator, process, third, as)
    await meet(third, second)
    expect(deskAt(third).members[third.session.me.member]?.left).toBeUndefined()
    // What was read is spent, and a party’s people are theirs.
    expect(await inviting('Third')).toBe('eyes-missing')
    const { north } = talks.parties
    expect(
      codeOf(await invite(mediator.session, process, { name: 'A delegate', role: 'delegate', party: north })),
    ).toBe('ok')
  })

  it('EYES-2 not under a name that nobody read, whatever the invitation says', async () => {
    const { mediator, process, world } = talks
    await gives(await asks({ door: 'bring', name: 'Third' }))
    const guest = await world.member('Somebody else')
    await expect(
      bringIn(mediator, process, guest, { role: 'mediator', name: 'Third' } as never),
    ).rejects.toThrow('eyes-missing')
  })

  it('EYES-2 EYES-3 a record is destroyed once a colleague has read which, by the rule and with what stood in it then', async () => {
    const { mediator, process } = talks
    const { id } = roomOf(mediator, process, 'table')
    value(await mediator.session.act(id, { kind: 'retention.set', days: 7, basis: 'Article 9.' }))
    await team()
    const item = await asks({ door: 'destroy', room: id })
    await gives(item)
    const act = { kind: 'retention.set', days: 7, basis: 'Article 10.' } as const
    value(await mediator.session.act(id, act))
    await team()
    clock += 8 * dayMs
    expect(codeOf(await destroyRecord(mediator.session, id))).toBe('eyes-missing')
    await gives(await asks({ door: 'destroy', room: id }))
    expect(codeOf(await destroyRecord(mediator.session, id))).toBe('ok')
    // Nobody asks about a room that is not there, nor reads what nobody asked; a party does neither.
    const { session } = talks.north
    const destroy = { door: 'destroy', room: id } as const
    const nowhere = { door: 'destroy', room: newId<RoomId>() } as const
    expect([
      codeOf(await askSecondReading(session, process, { toRead: destroy })),
      codeOf(await askSecondReading(mediator.session, process, { toRead: nowhere })),
      codeOf(await giveSecondReading(session, process, { item })),
      codeOf(await giveSecondReading(mediator.session, process, { item: newId<ItemId>() })),
      eyesOn(session, process, destroy),
    ]).toEqual(['mediators-only', 'room-unknown', 'mediators-only', 'item-unknown', undefined])
    // A side’s own room is its own to destroy.
    expect(digestOfReadable(deskAt(mediator), [], { door: 'destroy', room: id })).toBeUndefined()
  })
})

describe('a text', () => {
  it('EYES-2 EYES-3 is issued once, as it was read: to the same rooms, with names or without, and in the same words', async () => {
    const { mediator, process } = talks
    const text = newId<TextId>()
    const desk = (): RoomState => deskAt(mediator)
    const say = async (act: Act) => value(await mediator.session.act(desk().id, act))
    await say({
      kind: 'text.begin',
      text,
      title: 'Rule',
      nature: 'mediators-text',
      textLanguages: [{ language: 'en', languageRole: 'drafting' }],
    })
    const added = composeClause(desk(), { text, clauseKind: 'article' })
    await say(added)
    const write = async (body: string) =>
      say(composeWriting(desk(), { clause: added.clause, language: 'en', body }).write)
    await write('Guns fall silent at dusk.')
    const rooms = [roomOf(talks.north, process, 'caucus').id]
    const plan = planOfIssuing(text, rooms, { attribution: 'none' })
    const going = async () => codeOf(await mediator.session.act(desk().id, plan))
    expect(await going()).toBe('eyes-missing')
    expect(value(previewIssuing(mediator.session, process, plan))[0]?.allowed).toMatchObject({ ok: false })
    await gives(await asks(issueToRead(plan)))
    // Another word, and what was read is not what would go.
    await write('Guns fall silent at dawn.')
    expect(await going()).toBe('eyes-missing')
    await gives(await asks(issueToRead(plan)))
    expect(codeOf(await mediator.session.act(desk().id, { ...plan, attribution: 'names' }))).toBe(
      'eyes-missing',
    )
    expect(await going()).toBe('ok')
    await meet(mediator, talks.north)
    expect(Object.values(roomOf(talks.north, process, 'caucus').textDrafts)).toHaveLength(1)
    const again = planOfIssuing(text, rooms, { attribution: 'none' })
    expect(codeOf(await mediator.session.act(desk().id, again))).toBe('eyes-missing')
  })
})
