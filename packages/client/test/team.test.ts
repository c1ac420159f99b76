/** Mediators of another institution across the rooms of talks: let in by each party, and let go at its wish, from the desk too. */

import {
  admit,
  adoptSuccessor,
  completeInvitation,
  type Everywhere,
  invitationsOf,
  invite,
  letGo,
  newId,
  offerSuccessor,
  removeMember,
} from '@goodoffices/client'
import {
  findRegister,
  type ItemId,
  institutionsOf,
  isPresent,
  type PartyId,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { successorSteps } from '../src/areas/team/succeeding.ts'
import type { Step } from '../src/session/engine/ground.ts'
import { beginTalks, bodiesIn, bringIn, codesOf, meet, roomOf, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const institution = 'Lakes Institute'
const as = { role: 'mediator', institution } as const

let talks: Talks
beforeEach(async () => {
  talks = await beginTalks()
})

const caucusOf = (person: Person, party: PartyId): RoomState => roomOf(person, talks.process, 'caucus', party)
const isIn = (room: RoomState, person: Person): boolean => {
  const seat = room.members[person.session.me.member]
  return seat !== undefined && isPresent(seat)
}

/** A mediator asks a party about the institution. */
async function ask(party: PartyId): Promise<ItemId> {
  const { mediator, north, south } = talks
  const item = newId<ItemId>()
  const caucus = caucusOf(mediator, party)
  const act = {
    kind: 'item.put',
    item,
    register: 'mediators-accepted',
    rev: 1,
    fields: { institution },
  } as const
  value(await mediator.session.act(caucus.id, act))
  await meet(mediator, north, south)
  return item
}

async function says(person: Person, party: PartyId, item: ItemId, verb: string): Promise<void> {
  const act = { kind: 'item.mark', item, rev: 1, verb } as const
  value(await person.session.act(caucusOf(person, party).id, act))
  await meet(person, talks.mediator)
}

/** Both let them read everything, and the envoy comes. */
async function withEnvoy(): Promise<Person> {
  const { world, mediator, north, south, parties, process } = talks
  const envoy = await world.member('Envoy')
  await says(north, parties.north, await ask(parties.north), 'accepted-with-record')
  await says(south, parties.south, await ask(parties.south), 'accepted-with-record')
  await bringIn(mediator, process, envoy, as)
  await meet(north, south, envoy)
  return envoy
}

const standingIn = (room: RoomState): readonly (string | undefined)[] =>
  institutionsOf(room).map(thing => findRegister(thing.register)?.standing(thing, room).standing)

/** A mediator’s device that says of every room that it has another head. */
const withFalseHeads = ({ session: { engine } }: Person): typeof engine =>
  new Proxy(engine, {
    get: (of, key) => {
      if (key === 'roomLog') return () => ({ replica: { size: 3, rootAt: () => new Uint8Array(32) } })
      const held: unknown = Reflect.get(of, key, of)
      return typeof held === 'function' ? held.bind(of) : held
    },
  })

describe('coming', () => {
  it('TEAM-1 hostile: without a yes of every party no invitation is made, and nothing of anybody is sent', async () => {
    const { mediator, north, south, parties, process } = talks
    const request = { name: 'Envoy', ...as }
    const refused = { ok: false, error: { code: 'mediator-not-accepted', institution } }
    expect(await invite(mediator.session, process, request)).toEqual(refused)
    await says(north, parties.north, await ask(parties.north), 'accepted-with-record')
    const item = await ask(parties.south)
    expect(await invite(mediator.session, process, request)).toEqual(refused)
    await says(south, parties.south, item, 'not-accepted')
    expect(await invite(mediator.session, process, request)).toEqual(refused)
    await says(south, parties.south, item, 'accepted-with-record')
    expect((await invite(mediator.session, process, request)).ok).toBe(true)
  })

  it('TEAM-6 where a yes is taken back before the invitation is completed, nobody comes anywhere', async () => {
    const { world, mediator, north, south, parties, process } = talks
    const item = await ask(parties.north)
    await says(north, parties.north, item, 'accepted-with-record')
    await says(south, parties.south, await ask(parties.south), 'accepted-with-record')
    const envoy = await world.member('Envoy')
    const withdraw = () => says(north, parties.north, item, 'not-accepted')
    await expect(bringIn(mediator, process, envoy, as, withdraw)).rejects.toThrow('mediator-not-accepted')
    await meet(mediator, envoy)
    for (const room of mediator.session.rooms(process)) expect(isIn(room, envoy)).toBe(false)
    expect(envoy.session.processes()).toEqual([])
  })

  it('TEAM-6 with the yes of all to everything said before the envoy reads it, and is of the institution in every room', async () => {
    const { mediator, north, parties, process } = talks
    value(await north.session.act(caucusOf(north, parties.north).id, say('Before anybody else came.')))
    await meet(north, mediator)
    const envoy = await withEnvoy()
    expect(bodiesIn(envoy, caucusOf(envoy, parties.north).id)).toEqual(['Before anybody else came.'])
    for (const room of envoy.session.rooms(process).filter(({ kind }) => kind !== 'private'))
      expect([room.kind, room.members[envoy.session.me.member]?.institution]).toEqual([
        room.kind,
        institution,
      ])
  })

  it('TEAM-8 hostile: nobody is brought to the desk who is not in every caucus', async () => {
    const { mediator, north, south, parties, process } = talks
    const envoy = await withEnvoy()
    const desk = roomOf(mediator, process, 'desk').id
    value(await removeMember(mediator.session, process, envoy.session.me.member))
    await meet(mediator, envoy, north, south)
    const { member } = envoy.session.me
    value(await admit(mediator.session, caucusOf(mediator, parties.north).id, [member]))
    await meet(mediator, envoy)
    expect(await admit(mediator.session, desk, [member])).toEqual({
      ok: false,
      error: { code: 'not-in-every-caucus', party: 'South' },
    })
    value(await admit(mediator.session, caucusOf(mediator, parties.south).id, [member]))
    expect((await admit(mediator.session, desk, [member])).ok).toBe(true)
  })
})

describe('going', () => {
  it('TEAM-9 at the party’s wish they are out of its caucus and the desk in one step, and read nothing after', async () => {
    const { mediator, north, south, parties, process } = talks
    const envoy = await withEnvoy()
    const [caucus, desk] = [caucusOf(envoy, parties.north).id, roomOf(envoy, process, 'desk').id]
    const [item] = institutionsOf(caucusOf(north, parties.north)).map(thing => thing.item)
    if (item === undefined) throw new Error('nothing was asked')
    const others = mediator.session.rooms(process).filter(room => room.id !== caucus && room.id !== desk)
    const before = others.map(room => JSON.stringify(mediator.session.room(room.id)))
    await says(north, parties.north, item, 'asked-out')
    expect(standingIn(caucusOf(north, parties.north))).toEqual(['asked-out'])
    value(await letGo(mediator.session, caucus, institution))
    await meet(mediator, north, south, envoy)
    expect(standingIn(caucusOf(north, parties.north))).toEqual(['gone-out'])
    value(await north.session.act(caucus, say('After they had gone.')))
    await meet(north, mediator, envoy)
    expect(bodiesIn(mediator, caucus)).toEqual(['After they had gone.'])
    expect(bodiesIn(envoy, caucus)).toEqual([])
    for (const id of [caucus, desk]) {
      const room = mediator.session.room(id)
      expect(room !== undefined && isIn(room, envoy)).toBe(false)
    }
    // Other rooms stay as they were, to the byte.
    expect(others.map(room => JSON.stringify(mediator.session.room(room.id)))).toEqual(before)
    expect(isIn(caucusOf(mediator, parties.south), envoy)).toBe(true)
  })

  it('TEAM-9 hostile: whoever takes them out of a caucus alone, by whichever door, takes them out of the desk', async () => {
    const { mediator, parties, process } = talks
    const envoy = await withEnvoy()
    const { member } = envoy.session.me
    const { id } = caucusOf(mediator, parties.north)
    value(await mediator.session.act(id, { kind: 'member.remove', member }))
    await meet(mediator)
    expect(isIn(roomOf(mediator, process, 'desk'), envoy)).toBe(false)
  })

  it('TEAM-9 a mediator who is not the lead cannot do half of it', async () => {
    const { world, mediator, north, south, parties, process } = talks
    const second = await world.member('Second')
    await bringIn(mediator, process, second, { role: 'mediator' })
    const envoy = await withEnvoy()
    await meet(second)
    const caucus = caucusOf(second, parties.north).id
    const { member } = envoy.session.me
    expect(await letGo(second.session, caucus, institution)).toMatchObject({ error: { code: 'lead-only' } })
    expect(await second.session.act(caucus, { kind: 'member.remove', member })).toMatchObject({
      error: { code: 'lead-only' },
    })
    await meet(second, mediator, north, south)
    expect(isIn(caucusOf(mediator, parties.north), envoy)).toBe(true)
    expect(isIn(roomOf(mediator, process, 'desk'), envoy)).toBe(true)
  })

  it('TEAM-9 a party’s own person who goes from its caucus has nothing to do with the desk', async () => {
    const { world, mediator, north, parties, process } = talks
    const adviser = await world.member('Adviser')
    await bringIn(north, process, adviser, { role: 'adviser', party: parties.north })
    await meet(mediator)
    const caucus = caucusOf(mediator, parties.north).id
    const desk = JSON.stringify(roomOf(mediator, process, 'desk'))
    const { member } = adviser.session.me
    value(await mediator.session.act(caucus, { kind: 'member.remove', member }))
    await meet(mediator)
    expect(JSON.stringify(roomOf(mediator, process, 'desk'))).toBe(desk)
  })

  it('TEAM-9 where nobody of it is there, nobody is let go', async () => {
    const { mediator, parties } = talks
    const caucus = caucusOf(mediator, parties.north).id
    expect(await letGo(mediator.session, caucus, institution)).toMatchObject({
      error: { code: 'not-in-room' },
    })
  })
})

/** Both let them come from here on; the envoy has been let in, and the rooms are offered. */
async function withOffer(meanwhile?: () => Promise<void>): Promise<Person & { readonly came: Everywhere }> {
  const { world, mediator, north, south, parties, process } = talks
  value(await north.session.act(caucusOf(north, parties.north).id, say('Before anybody else came.')))
  value(await south.session.act(caucusOf(south, parties.south).id, say('We said this early.')))
  const envoy = await world.member('Envoy')
  await says(north, parties.north, await ask(parties.north), 'accepted-from-here')
  await says(south, parties.south, await ask(parties.south), 'accepted-from-here')
  const came = await bringIn(mediator, process, envoy, as, meanwhile)
  await meet(north, south, envoy)
  return { ...envoy, came }
}

const adopts = async (person: Person, caucus: RoomId): Promise<void> => {
  const room = person.session.room(caucus)?.successor?.room
  if (room === undefined) throw new Error('nothing is offered')
  value(await adoptSuccessor(person.session, caucus, { room }))
  await meet(person, talks.mediator, person)
}

const caucusesOf = (person: Person): readonly RoomState[] =>
  person.session.rooms(talks.process).filter(({ kind }) => kind === 'caucus')

describe('going on in another room', () => {
  it('TEAM-6 the envoy comes to a room in which nothing was said, to no caucus of before, and not to the desk', async () => {
    const { mediator, north, parties, process } = talks
    const old = caucusOf(north, parties.north)
    const envoy = await withOffer(async () => {
      const [last] = invitationsOf(mediator.session, process).slice(-1)
      if (last === undefined) throw new Error('no invitation')
      // Without the head that the next room is to name there is none, and nobody comes anywhere.
      const headless = vi.spyOn(mediator.session.engine, 'roomLog').mockReturnValue(undefined)
      expect(await completeInvitation(mediator.session, last.id)).toMatchObject({
        error: { code: 'room-unknown' },
      })
      headless.mockRestore()
    })
    // What was offered is no coming.
    expect(envoy.came.rooms).toEqual([roomOf(mediator, process, 'table').id])
    expect(envoy.came.entries).toHaveLength(1)
    expect(envoy.session.room(old.id)).toBeUndefined()
    for (const room of caucusesOf(envoy)) {
      expect(bodiesIn(envoy, room.id)).toEqual([])
      expect(isIn(room, north) || isIn(room, talks.south)).toBe(true)
    }
    expect(caucusesOf(envoy)).toHaveLength(2)
    expect(envoy.session.rooms(process).some(({ kind }) => kind === 'desk')).toBe(false)
    expect(isIn(roomOf(mediator, process, 'desk'), envoy)).toBe(false)
  })

  it('INV-8 hostile: until the party has adopted it, the room counts for nobody: one caucus is shown, and the letter opens none', async () => {
    const { mediator, north, parties, process } = talks
    const old = caucusOf(north, parties.north).id
    const envoy = await withOffer()
    const offered = mediator.session.room(old)?.successor?.room
    if (offered === undefined) throw new Error('nothing is offered')
    await meet(north, mediator, north)
    expect(caucusesOf(north).map(({ id }) => id)).toEqual([old])
    expect(north.session.room(offered)).toBeUndefined()
    expect(caucusesOf(mediator).map(({ id }) => id)).toContain(old)
    expect(caucusesOf(mediator).map(({ id }) => id)).not.toContain(offered)
    // And the desk is closed to whoever is in offered rooms alone.
    const { member } = envoy.session.me
    expect(await admit(mediator.session, roomOf(mediator, process, 'desk').id, [member])).toMatchObject({
      error: { code: 'not-in-every-caucus' },
    })
  })

  it('TEAM-11 adopted it is the one caucus, for all who were there; what was said before stays before it', async () => {
    const { mediator, north, parties, process } = talks
    const old = caucusOf(north, parties.north)
    value(await north.session.act(old.id, { kind: 'consent.give', party: parties.north }))
    const envoy = await withOffer()
    await adopts(north, old.id)
    await meet(envoy)
    for (const person of [north, mediator]) {
      const now = caucusOf(person, parties.north)
      expect(now.id).not.toBe(old.id)
      expect(now.succeeds?.room).toBe(old.id)
      expect(person.session.earlier(now).map(({ id }) => id)).toEqual([old.id])
      expect(now.consents).toEqual({})
      expect(now.terms).toEqual(old.terms)
      expect(bodiesIn(person, old.id)).toEqual(['Before anybody else came.'])
    }
    const now = caucusOf(north, parties.north)
    expect(Object.values(now.members).map(({ name, role }) => [name, role])).toEqual([
      ['Mediator', 'lead'],
      ['Envoy', 'mediator'],
      ['North', 'head'],
    ])
    value(await north.session.act(now.id, say('To all of you.')))
    await meet(north, envoy, mediator)
    expect(bodiesIn(envoy, now.id)).toEqual(['To all of you.'])
    expect(envoy.session.earlier(caucusOf(envoy, parties.north))).toEqual([])
    expect(await north.session.act(old.id, say('Once more here.'))).toMatchObject({
      error: { code: 'room-succeeded' },
    })
    expect(caucusesOf(mediator).filter(({ party }) => party?.party === parties.north)).toHaveLength(1)
    expect(process).toBe(now.process.process)
  })

  it('TEAM-11 hostile: a yes is to the room that was shown: another that was offered meanwhile is not adopted', async () => {
    const { mediator, north, parties } = talks
    const old = caucusOf(north, parties.north).id
    await withOffer()
    const shown = north.session.room(old)?.successor
    if (shown === undefined) throw new Error('nothing is offered')
    const other = {
      kind: 'successor.offer',
      room: newId<RoomId>(),
      item: shown.item,
      coming: ['Envoy'],
    } as const
    value(await mediator.session.act(old, other))
    await meet(mediator, north)
    expect(await adoptSuccessor(north.session, old, { room: shown.room })).toMatchObject({
      error: { code: 'successor-unknown' },
    })
    await meet(north, mediator)
    expect(mediator.session.room(old)?.successor).toMatchObject({ room: other.room })
    expect(mediator.session.room(old)?.successor?.adopted).toBeUndefined()
  })

  it('TEAM-8 only when every party has adopted its own does the envoy come to the desk', async () => {
    const { mediator, north, south, parties, process } = talks
    const envoy = await withOffer()
    const desk = roomOf(mediator, process, 'desk').id
    const { member } = envoy.session.me
    await adopts(north, caucusOf(north, parties.north).id)
    expect(await admit(mediator.session, desk, [member])).toMatchObject({
      error: { code: 'not-in-every-caucus', party: 'South' },
    })
    await adopts(south, caucusOf(south, parties.south).id)
    value(await admit(mediator.session, desk, [member]))
    await meet(mediator, envoy)
    expect(isIn(roomOf(envoy, process, 'desk'), envoy)).toBe(true)
  })

  it('TEAM-13, LEAK-9 what was said in the earlier room is guarded from the other party, and from who came', async () => {
    const { mediator, north, south, parties } = talks
    const envoy = await withOffer()
    await adopts(north, caucusOf(north, parties.north).id)
    await meet(south, envoy)
    const leaked = { ok: false, error: { code: 'leak-not-accepted' } }
    for (const party of [parties.south, parties.north]) {
      const { id } = caucusOf(mediator, party)
      expect(await mediator.session.act(id, say('Before anybody else came.'))).toMatchObject(leaked)
    }
    expect(bodiesIn(envoy, caucusOf(envoy, parties.north).id)).toEqual([])
  })

  it('TEAM-13 hostile: a head that the earlier room never had shows that there were two of it', async () => {
    const { mediator, north, parties } = talks
    const envoy = await withOffer()
    const caucus = caucusOf(mediator, parties.north)
    const seat = roomOf(envoy, talks.process, 'table').members[envoy.session.me.member]
    if (seat === undefined) throw new Error('nobody came')
    const { member, name, role, devices } = seat
    const card = { member, name, role, institution, devices: [...devices] }
    const steps = value(await successorSteps(withFalseHeads(mediator), caucus, [card]))
    value(await mediator.session.engine.submit(steps))
    await meet(mediator, north)
    expect(codesOf(north, caucus.id)).toEqual([])
    await adopts(north, caucus.id)
    expect(codesOf(north, caucus.id)).toEqual(['entry-of-another-log'])
  })

  it('TEAM-13 the head that the next room names is one that the earlier room had', async () => {
    const { mediator, north, parties } = talks
    await withOffer()
    const old = caucusOf(mediator, parties.north).id
    await adopts(north, old)
    expect(caucusOf(north, parties.north).succeeds?.size).toBeGreaterThan(0)
    for (const person of [north, mediator]) expect(codesOf(person, old)).toEqual([])
  })

  it('TEAM-13 law: to adopt it changes no other room, to the byte', async () => {
    const { mediator, north, parties, process } = talks
    await withOffer()
    const old = caucusOf(north, parties.north).id
    const others = mediator.session.rooms(process).filter(({ id }) => id !== old)
    const before = others.map(({ id }) => JSON.stringify(mediator.session.room(id)))
    await adopts(north, old)
    expect(others.map(({ id }) => JSON.stringify(mediator.session.room(id)))).toEqual(before)
  })

  it('INV-8 hostile: a mediator makes no third caucus, and none that the party did not name', async () => {
    const { mediator, north, south, parties } = talks
    const envoy = await withOffer()
    const old = caucusOf(north, parties.north).id
    const first = mediator.session.room(old)?.successor?.room
    value(await offerSuccessor(mediator.session, old, [envoy.session.me.member]))
    await meet(mediator, north, south, envoy)
    const second = mediator.session.room(old)?.successor?.room
    expect(second).not.toBe(first)
    await adopts(north, old)
    expect(caucusesOf(north).map(({ id }) => id)).toEqual([second])
    expect(first === undefined ? undefined : north.session.room(first)).toBeUndefined()
  })

  it('INV-8 TEAM-11 whoever comes is let into the room that was offered last, and once the party is in it into no other', async () => {
    const { mediator, north, parties } = talks
    const envoy = await withOffer()
    const old = caucusOf(north, parties.north)
    const ofNorth = () => caucusesOf(envoy).filter(({ party }) => party?.party === parties.north)
    const [first] = ofNorth()
    value(await offerSuccessor(mediator.session, old.id, [envoy.session.me.member]))
    await meet(mediator, north, envoy)
    const second = mediator.session.room(old.id)?.successor?.room
    // Offered both, and neither adopted: the later one counts, and the first one is shown no more.
    expect([ofNorth().map(({ id }) => id), first?.id === second]).toEqual([[second], false])
    await adopts(north, old.id)
    const now = caucusOf(north, parties.north)
    value(await north.session.act(now.id, say('To all of you.')))
    await meet(north, envoy)
    expect(bodiesIn(envoy, now.id)).toEqual(['To all of you.'])
    // From here on a mediator makes them no other caucus of that party, whatever its opening says.
    const card = envoy.session.room(now.id)?.members[envoy.session.me.member]
    if (card === undefined) throw new Error('not there')
    const { member, name, role, devices } = card
    const steps = value(
      await successorSteps(mediator.session.engine, old, [{ member, name, role, devices, institution }]),
    )
    const made = steps.filter(step => !('act' in step) || step.act.kind !== 'successor.offer')
    value(await mediator.session.engine.submit(made))
    await mediator.session.engine.holdKept()
    await meet(mediator, envoy)
    expect(ofNorth().map(({ id }) => id)).toEqual([second])
    const lines = Object.values(envoy.session.engine.home()?.keyring ?? {})
    expect(lines.filter(({ party }) => party === parties.north)).toHaveLength(2)
  })

  it('INV-8 hostile: somebody of the party who came late is let into no room that was offered to others', async () => {
    const { world, mediator, north, parties, process } = talks
    await withOffer()
    const old = caucusOf(north, parties.north)
    await adopts(north, old.id)
    const adviser = await world.member('Adviser')
    await bringIn(mediator, process, adviser, { role: 'adviser', party: parties.north })
    const now = caucusOf(adviser, parties.north)
    // Nothing but the yes, which they cannot read, shows them that it is the one.
    expect(now.timeline.some(({ by }) => now.members[by]?.party !== undefined)).toBe(false)
    const seat = now.members[adviser.session.me.member]
    if (seat === undefined) throw new Error('not there')
    const { member, name, devices } = seat
    const card = { member, name, devices, role: 'adviser', party: parties.north, institution } as const
    const steps = value(await successorSteps(mediator.session.engine, old, [card]))
    const { institution: _, ...own } = card
    const made = steps.flatMap((step): readonly Step[] => {
      if (!('act' in step)) return [step]
      if (step.act.kind === 'successor.offer') return []
      const isTheirs = step.act.kind === 'member.admit' && step.act.card.member === member
      return isTheirs ? [{ ...step, act: { kind: 'member.admit', card: own } as const }] : [step]
    })
    value(await mediator.session.engine.submit(made))
    await mediator.session.engine.holdKept()
    await meet(mediator, adviser)
    expect(caucusesOf(adviser).map(({ id }) => id)).toEqual([now.id])
  })

  it('TEAM-9 asked out of the room in which it goes on, the envoy reads nothing further', async () => {
    const { mediator, north, parties } = talks
    const envoy = await withOffer()
    await adopts(north, caucusOf(north, parties.north).id)
    const now = caucusOf(north, parties.north).id
    const [item] = institutionsOf(caucusOf(north, parties.north)).map(thing => thing.item)
    if (item === undefined) throw new Error('nobody is named there')
    await says(north, parties.north, item, 'asked-out')
    value(await letGo(mediator.session, now, institution))
    await meet(mediator, north, envoy)
    value(await north.session.act(now, say('Among ourselves.')))
    await meet(north, mediator, envoy)
    expect(bodiesIn(envoy, now)).toEqual([])
    expect(bodiesIn(mediator, now)).toEqual(['Among ourselves.'])
  })
})
