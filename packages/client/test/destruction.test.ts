/** Keeping and destroying: what becomes of a room's record, at the relay and on every device. */

import { setTimeout } from 'node:timers/promises'
import {
  becameOf,
  certificatesOf,
  createMemoryVault,
  destroyRecord,
  destructibleRooms,
  dismissRefused,
  faultsOf,
  newId,
  notesOf,
  openCaucus,
  openSession,
  purgeNotes,
  type RelayPort,
  recoverIdentity,
  removeMember,
  saveDraft,
  verifyCertificate,
  verifyEvidence,
  writeEvidence,
  writeNote,
} from '@goodoffices/client'
import type { Act, Certificate, HoldId, PartyId, RoomId } from '@goodoffices/core'
import {
  createAccessKey,
  createStewardKey,
  createStewardSecret,
  encode,
  peekEnvelope,
} from '@goodoffices/log'
import { beforeEach, describe, expect, it } from 'vitest'
import { actToValue, insiderOf } from './hostile.ts'
import { findSlot } from './hostile-epoch.ts'
import {
  addDevice,
  beginTalks,
  bodiesIn,
  bringIn,
  codesOf,
  meet,
  openTable,
  roomOf,
  say,
  type Talks,
} from './talks.ts'
import { address, type Person, value } from './world.ts'

const dayMs = 86_400_000
let clock: number
let talks: Talks
/** North's caucus, with a word in it. */
let caucus: RoomId

const now = (): number => clock
const words = 'What was said in confidence.'

beforeEach(async () => {
  clock = 1_800_000_000_000
  talks = await beginTalks(now)
  const { mediator, north, process, parties } = talks
  caucus = roomOf(mediator, process, 'caucus', parties.north).id
  value(await north.session.act(caucus, say(words)))
  value(await mediator.session.act(caucus, { kind: 'retention.set', days: 30, basis: 'Article 9.' }))
  await meet(north, mediator, north)
})

const certificateOf = (person: Person): Certificate | undefined =>
  certificatesOf(person.session).find(({ room }) => room === caucus)

/** The relay's records of the caucus, asked for with the key that a member had. */
async function recordsWith(key: Parameters<typeof createAccessKey>[0]) {
  const port = talks.world.relayAt(address)
  return (await port.read(caucus, await createAccessKey(key), 0)).records
}

async function heldIn(person: Person): Promise<string> {
  const kept = [
    ...(await person.vault.scan('log/')),
    ...(await person.vault.scan('snapshot/')),
    ...(await person.vault.scan('draft/')),
  ]
  return kept.map(([key]) => key).join('\n')
}

describe('a record whose time is over', () => {
  it('SYNC-25 is destroyed at the relay and on every device, and leaves a certificate that anyone can check', async () => {
    const { mediator, north, process } = talks
    await saveDraft(north.session, `say ${caucus}`, 'half a sentence')
    const { key } = await (await insiderOf(north)).epochKey(caucus)
    expect(destructibleRooms(mediator.session, process)).toEqual([])
    clock += 30 * dayMs + 1
    expect(destructibleRooms(mediator.session, process)).toEqual([caucus])
    const decided = value(await destroyRecord(mediator.session, caucus))
    expect(becameOf(mediator.session, decided)).toMatchObject({ done: [], waiting: [caucus] })
    await meet(mediator, north, mediator, north)
    expect(becameOf(mediator.session, decided)).toMatchObject({ done: [caucus], waiting: [] })

    const records = await recordsWith(key)
    const left = records.filter(({ envelope }) => envelope !== undefined)
    // The certificate, and the keys that lead to it.
    expect(left.at(-1)?.position).toBe(records.length - 1)
    for (const { envelope } of left.slice(0, -1)) expect(isKeys(envelope as Uint8Array)).toBe(true)
    for (const person of [mediator, north]) {
      const certificate = certificateOf(person)
      expect(certificate).toMatchObject({
        roomKind: 'caucus',
        party: 'North',
        by: 'Mediator',
        basis: 'Article 9.',
        envelopes: records.length - 1,
      })
      const checked = value(await verifyCertificate(certificate as Certificate))
      expect(checked).toMatchObject({ room: caucus, act: { kind: 'record.destroy' }, signature: 'holds' })
      expect(person.session.room(caucus)).toBeUndefined()
      expect(person.session.rooms(process).map(({ id }) => id)).not.toContain(caucus)
      expect(await heldIn(person)).not.toContain(caucus)
      expect(codesOf(person)).toEqual([])
    }
  })

  it('SYNC-25 goes on as destroyed where the program is opened again, and the rest of the talks goes on', async () => {
    const { mediator, north, south, process, world } = talks
    await openTable(talks)
    clock += 31 * dayMs
    value(await destroyRecord(mediator.session, caucus))
    await meet(mediator, north)
    await north.session.close()
    const session = value(await openSession({ vault: north.vault, relayAt: world.relayAt, live: false, now }))
    const again: Person = { ...north, session }
    await meet(again, mediator)
    expect(certificateOf(again)?.by).toBe('Mediator')
    expect(again.session.room(caucus)).toBeUndefined()
    const table = roomOf(mediator, process, 'table').id
    await meet(mediator, again, south)
    value(await again.session.act(table, say('The table goes on.')))
    await meet(again, south)
    expect(bodiesIn(south, table)).toEqual(['The table goes on.'])
  })

  it('SYNC-26 ends for a device that was away, though it never saw what came last', async () => {
    const { mediator, north } = talks
    value(await mediator.session.act(caucus, say('Said while North was away.')))
    await mediator.session.settle()
    clock += 31 * dayMs
    value(await destroyRecord(mediator.session, caucus))
    await meet(mediator)
    await meet(north)
    expect(certificateOf(north)).toMatchObject({ by: 'Mediator', roomKind: 'caucus' })
    expect((await verifyCertificate(certificateOf(north) as Certificate)).ok).toBe(true)
    expect(codesOf(north)).toEqual([])
  })

  it('SYNC-26 ends for another device of the member, and for one that the phrase opens', async () => {
    const { mediator, north, world } = talks
    clock += 31 * dayMs
    value(await destroyRecord(mediator.session, caucus))
    await meet(mediator, north)
    const vault = createMemoryVault()
    const options = { vault, relayAt: world.relayAt, live: false, now }
    const session = value(await recoverIdentity({ ...options, address, phrase: north.phrase.join(' ') }))
    const recovered: Person = { session, vault, phrase: north.phrase }
    await meet(recovered)
    expect(certificateOf(recovered)?.by).toBe('Mediator')
    expect(codesOf(recovered)).toEqual([])
  })
})

describe('the caucus of a party whose record was destroyed', () => {
  it('AGEN-4, AGEN-6: its consent is gone with it; the caucus is opened anew, and the party consents there anew', async () => {
    const { mediator, north, south, process, parties } = talks
    const table = roomOf(mediator, process, 'table').id
    const consentOf = (person: Person, party: PartyId) =>
      person.session.act(roomOf(person, process, 'caucus').id, { kind: 'consent.give', party })
    value(await consentOf(north, parties.north))
    value(await consentOf(south, parties.south))
    await meet(north, south, mediator)
    // While there is one, it is that one.
    expect(await openCaucus(mediator.session, process, parties.north)).toEqual({ ok: true, value: caucus })
    clock += 31 * dayMs
    value(await destroyRecord(mediator.session, caucus))
    await meet(mediator, north, mediator)
    const open = () => mediator.session.act(table, { kind: 'table.open' })
    expect(await open()).toMatchObject({ error: { code: 'caucus-missing', party: 'North' } })
    expect(await openCaucus(north.session, process, parties.north)).toMatchObject({
      error: { code: 'mediators-only' },
    })
    const anew = value(await openCaucus(mediator.session, process, parties.north))
    expect(anew).not.toBe(caucus)
    // Where its people can be written to was destroyed too: they are known, and invited again.
    await bringIn(mediator, process, north, { role: 'head', party: parties.north })
    await meet(mediator, north, mediator)
    expect(await open()).toMatchObject({ error: { code: 'consent-missing', party: 'North' } })
    value(await consentOf(north, parties.north))
    await meet(north, mediator)
    value(await open())
    await meet(mediator, north)
    expect(north.session.room(anew)?.timeline.map(({ kind }) => kind)).toContain('table.tell-open')
    expect(value(await openCaucus(mediator.session, process, parties.north))).toBe(anew)
    expect([...codesOf(mediator), ...codesOf(north)]).toEqual([])
  })

  it('AGEN-6 is opened by nobody who is merely not in it: where the desk knows of one that was not destroyed', async () => {
    const { mediator, process, parties } = talks
    clock += 31 * dayMs
    value(await destroyRecord(mediator.session, caucus))
    await meet(mediator)
    const desk = roomOf(mediator, process, 'desk').id
    const elsewhere = { room: 'A'.repeat(43) as RoomId, roomKind: 'caucus', party: parties.north } as const
    value(await mediator.session.act(desk, { kind: 'room.register', ...elsewhere }))
    expect(await openCaucus(mediator.session, process, parties.north)).toMatchObject({
      error: { code: 'not-in-room' },
    })
  })
})

describe('a record that is kept', () => {
  it('SYNC-25 while a hold stands', async () => {
    const { mediator, north, process } = talks
    const hold = newId<HoldId>()
    value(await north.session.act(caucus, { kind: 'hold.place', hold, reason: 'A court has asked for it.' }))
    await meet(north, mediator)
    clock += 31 * dayMs
    expect(destructibleRooms(mediator.session, process)).toEqual([])
    expect(await destroyRecord(mediator.session, caucus)).toMatchObject({
      ok: false,
      error: { code: 'hold-in-force', reason: 'A court has asked for it.' },
    })
    value(await north.session.act(caucus, { kind: 'hold.lift', hold }))
    await meet(north, mediator)
    clock += 31 * dayMs
    expect(destructibleRooms(mediator.session, process)).toEqual([caucus])
  })

  it('SYNC-25 if a hold was placed before the certificate reached the relay', async () => {
    const { mediator, north } = talks
    clock += 31 * dayMs
    talks.world.offline = true
    value(await destroyRecord(mediator.session, caucus))
    await mediator.session.settle()
    talks.world.offline = false
    value(await north.session.act(caucus, { kind: 'hold.place', hold: newId<HoldId>(), reason: 'Wait.' }))
    await north.session.settle()
    await meet(mediator, north)
    expect(bodiesIn(north, caucus)).toEqual([words])
    expect(codesOf(mediator)).toEqual(['hold-in-force'])
  })

  it('SYNC-25 though a mediator’s program says that the time is over: the relay’s time counts', async () => {
    const { mediator, north } = talks
    const insider = await insiderOf(mediator)
    const { key } = await insider.epochKey(caucus)
    const early = { kind: 'record.destroy', at: clock + 40 * dayMs } as const
    const port = talks.world.relayAt(address)
    await port.append(caucus, await createAccessKey(key), [await insider.seal(caucus, actToValue(early))])
    await meet(north)
    expect(bodiesIn(north, caucus)).toEqual([words])
    expect(faultsOf(north.session, caucus).map(({ violation }) => violation.code)).toEqual([
      'retention-not-over',
    ])
    expect(certificateOf(north)).toBeUndefined()
  })

  it('SYNC-3 though the relay deleted it without a certificate: what was read stays, and the loss is told', async () => {
    const { mediator, north, world } = talks
    const log = mediator.session
    value(await log.act(caucus, say('Said while North was away.')))
    await log.settle()
    const { key } = await (await insiderOf(mediator)).epochKey(caucus)
    const port = world.relayAt(address)
    const access = await createAccessKey(key)
    const size = (await port.read(caucus, access, 0)).records.length
    const stranger = await createStewardKey(createStewardSecret())
    await expect(
      port.destroy(caucus, access, { from: 0, to: size, steward: stranger }),
    ).rejects.toMatchObject({
      code: 'relay/steward',
    })
    north.session.subscribe(() => {})
    const read = world.relayAt
    const blind = (at: string) => {
      const honest = read(at)
      return {
        ...honest,
        read: async (...request: Parameters<typeof honest.read>) => {
          const page = await honest.read(...request)
          if (request[0] !== caucus) return page
          return {
            ...page,
            records: page.records.map(({ position, time, hash }) => ({ position, time, hash })),
          }
        },
      }
    }
    await north.session.close()
    const session = value(await openSession({ vault: north.vault, relayAt: blind, live: false, now }))
    const again: Person = { ...north, session }
    await meet(again)
    expect(bodiesIn(again, caucus)).toEqual([words])
    expect(codesOf(again, caucus)).toEqual(['envelope-withheld'])
    expect(certificateOf(again)).toBeUndefined()
  })
})

const refuse = async (): Promise<Response> =>
  new Response(encode({ code: 'relay/range', size: 0 }), { status: 400 })

it('SYNC-25 a relay that refuses to delete is named, and the room is buried when it does', async () => {
  const { mediator, north } = talks
  clock += 31 * dayMs
  const world = talks.world
  const original = world.relay.fetch
  const refusing = (request: Request): Promise<Response> =>
    request.method === 'DELETE' ? refuse() : original(request)
  Object.assign(world.relay, { fetch: refusing })
  value(await destroyRecord(mediator.session, caucus))
  await meet(mediator, north)
  expect(certificateOf(mediator)).toBeUndefined()
  expect(mediator.session.room(caucus)?.destroyed).toBeDefined()
  expect(codesOf(mediator)).toEqual(['relay/range'])
  Object.assign(world.relay, { fetch: original })
  await dismissRefused(mediator.session)
  await meet(mediator)
  expect(certificateOf(mediator)?.by).toBe('Mediator')
  expect(codesOf(mediator)).toEqual([])
})

it('SYNC-25 two devices of a member bury the room at once: the one that comes second has nothing to complain of', async () => {
  const { mediator, north, world } = talks
  const vault = createMemoryVault()
  const options = { vault, relayAt: world.relayAt, live: false, now }
  const session = value(await recoverIdentity({ ...options, address, phrase: mediator.phrase.join(' ') }))
  const second: Person = { session, vault, phrase: mediator.phrase }
  await meet(second, mediator, north, second)
  clock += 31 * dayMs
  const original = world.relay.fetch
  const onDelete = (answer: (request: Request) => Promise<Response>) =>
    Object.assign(world.relay, {
      fetch: (request: Request) => (request.method === 'DELETE' ? answer(request) : original(request)),
    })
  onDelete(refuse)
  value(await destroyRecord(mediator.session, caucus))
  await meet(mediator)
  // While the second asks the relay, the first is done, and the second reads of it.
  let asked = 0
  onDelete(async request => {
    onDelete(original)
    asked += 1
    await dismissRefused(mediator.session)
    await meet(mediator)
    await session.sync(session.home()?.id as RoomId)
    return original(request)
  })
  await meet(second)
  expect(asked).toBe(1)
  expect(certificateOf(second)?.by).toBe('Mediator')
  expect(codesOf(second)).toEqual([])
  expect(await heldIn(second)).not.toContain(caucus)
})

it('SYNC-27 a mediator’s notes are purged alone, and what is noted afterwards is noted anew', async () => {
  const { mediator, process } = talks
  expect(await purgeNotes(mediator.session, process, 'Code of conduct, article 5.')).toMatchObject({
    error: { code: 'nothing-noted' },
  })
  const { room } = value(
    await writeNote(mediator.session, process, { body: 'They will not hold that line.' }),
  )
  value(await writeNote(mediator.session, process, { body: 'Ask Bern.', about: { room: caucus } }))
  expect(notesOf(mediator.session, process).map(({ id }) => id)).toEqual([room])
  await meet(mediator)
  const { key } = await (await insiderOf(mediator)).epochKey(room)
  value(await purgeNotes(mediator.session, process, 'Code of conduct, article 5.'))
  await meet(mediator)
  expect(notesOf(mediator.session, process)).toEqual([])
  expect(certificatesOf(mediator.session)).toMatchObject([
    { room, roomKind: 'private', basis: 'Code of conduct, article 5.', by: 'Mediator' },
  ])
  const port = talks.world.relayAt(address)
  const { records } = await port.read(room, await createAccessKey(key), 0)
  expect(records.filter(({ envelope }) => envelope !== undefined)).toHaveLength(2)
  expect(bodiesIn(mediator, caucus)).toEqual([words])
  const again = value(await writeNote(mediator.session, process, { body: 'A new page.' }))
  expect(again.room).not.toBe(room)
  await meet(mediator)
  expect(codesOf(mediator)).toEqual([])
})

/** What somebody decides without a network, which it finds again afterwards. */
async function onATrain<T>(person: Person, work: () => Promise<T>): Promise<T> {
  talks.world.offline = true
  const done = await work()
  await person.session.settle()
  talks.world.offline = false
  return done
}

/** A mediator's own program: writes what it likes, and has an honest relay delete what it may. */
async function rogueOf(person: Person) {
  const insider = await insiderOf(person)
  const { key } = await insider.epochKey(caucus)
  const access = await createAccessKey(key)
  const port = talks.world.relayAt(address)
  const size = async () => (await port.read(caucus, access, 0)).size
  const seal = (act: Act, forge: Parameters<typeof insider.seal>[2] = {}) =>
    insider.seal(caucus, actToValue(act), forge)
  const place = (envelope: Uint8Array) => port.append(caucus, access, [envelope])
  return {
    seal,
    place,
    write: async (...entry: Parameters<typeof seal>) => place(await seal(...entry)),
    /** All but the envelopes at these places. */
    destroyAllBut: async (...kept: readonly number[]) => {
      const { secret } = await findSlot(talks.world, person, { room: caucus, slot: 'mediators' })
      const steward = await createStewardKey(secret)
      for (let from = 0; from < (await size()); from += 1)
        if (!kept.includes(from)) await port.destroy(caucus, access, { from, to: from + 1, steward })
    },
    size,
    keysAt: async () =>
      (await port.read(caucus, access, 0)).records.findLastIndex(
        ({ envelope }) => envelope !== undefined && isKeys(envelope),
      ),
  }
}

const isKeys = (envelope: Uint8Array): boolean => {
  const peeked = peekEnvelope(envelope)
  return peeked.ok && peeked.value.kind === 'k'
}

const later = async (days: number): Promise<void> => {
  clock += days * dayMs
}

describe('a certificate that the room does not accept', () => {
  it('SYNC-25 is without effect though its author has dated the rule back', async () => {
    const { mediator, north } = talks
    const rogue = await rogueOf(mediator)
    const rule = { kind: 'retention.set', days: 7, basis: 'Article 9.' } as const
    await rogue.write(rule, { time: clock - 40 * dayMs })
    await rogue.write({ kind: 'record.destroy', at: clock })
    await meet(north)
    expect(bodiesIn(north, caucus)).toEqual([words])
    expect(certificateOf(north)).toBeUndefined()
    expect(north.session.room(caucus)?.rejected.map(({ violation }) => violation.code)).toEqual([
      'retention-not-over',
    ])
  })

  it.each<readonly [string, (by: Awaited<ReturnType<typeof rogueOf>>) => Promise<unknown>, number]>([
    ['against a hold that it had read', by => by.write(say('Unread.')), 31],
    ['before the week was over that any rule leaves', by => by.write(say('Unread.')), 6],
    ['right after something it had not read, though the rule’s time was over before', () => later(40), 0],
    ['dated ahead', by => by.write(say('Unread.')), 20],
  ])('SYNC-26 nor does a device that was away bury the room: %s', async (what, write, days) => {
    const { mediator, north } = talks
    if (what.includes('hold')) {
      const hold = newId<HoldId>()
      value(await north.session.act(caucus, { kind: 'hold.place', hold, reason: 'A court asks for it.' }))
      await meet(north, mediator)
    }
    const rogue = await rogueOf(mediator)
    await write(rogue)
    if (days === 0) await rogue.write(say('Unread.'))
    clock += days * dayMs
    await rogue.write({ kind: 'record.destroy', at: what === 'dated ahead' ? clock + 20 * dayMs : clock })
    await rogue.destroyAllBut(await rogue.keysAt(), (await rogue.size()) - 1)
    await meet(north)
    expect(bodiesIn(north, caucus)).toEqual([words])
    expect(certificateOf(north)).toBeUndefined()
    expect(codesOf(north, caucus)).toEqual(['envelope-withheld'])
  })
})

describe('whoever was away when a room ended', () => {
  it('SYNC-13 SYNC-26 has what they had written set aside, and goes on elsewhere', async () => {
    const { mediator, north, process } = talks
    const table = roomOf(mediator, process, 'table').id
    value(await mediator.session.act(caucus, say('Said while North was away.')))
    await openTable(talks)
    await meet(mediator)
    clock += 31 * dayMs
    await onATrain(north, () => north.session.act(caucus, say('On the train.')))
    value(await destroyRecord(mediator.session, caucus))
    await meet(mediator)
    await meet(north)
    expect(certificateOf(north)?.by).toBe('Mediator')
    expect(codesOf(north)).toEqual(['record-destroyed'])
    expect(await heldIn(north)).not.toContain(caucus)
    value(await north.session.act(table, say('At the table.')))
    await meet(north, mediator)
    expect(bodiesIn(mediator, table)).toEqual(['At the table.'])
  })

  it('SYNC-26 finds the certificate though somebody wrote behind it', async () => {
    const { mediator, north } = talks
    value(await mediator.session.act(caucus, say('Said while North was away.')))
    await mediator.session.settle()
    clock += 31 * dayMs
    const rogue = await rogueOf(mediator)
    const late = await rogue.seal(say('Behind the end.'))
    value(await destroyRecord(mediator.session, caucus))
    await meet(mediator)
    await rogue.place(late)
    await meet(north)
    expect(certificateOf(north)?.by).toBe('Mediator')
    expect(codesOf(north)).toEqual([])
  })

  it('SYNC-26 is told of nothing though the keys were changed twice in between', async () => {
    const { world, mediator, north, process, parties } = talks
    const second = await world.member('Second')
    await bringIn(mediator, process, second, { role: 'adviser', party: parties.north })
    value(await removeMember(mediator.session, process, second.session.me.member))
    await meet(mediator)
    clock += 31 * dayMs
    value(await destroyRecord(mediator.session, caucus))
    await meet(mediator)
    await meet(north)
    expect(certificateOf(north)?.by).toBe('Mediator')
    expect(codesOf(north)).toEqual([])
  })
})

it('SYNC-3 SYNC-13 envelopes destroyed without a certificate hold up nothing but their own room', async () => {
  const { mediator, north, process } = talks
  const table = roomOf(mediator, process, 'table').id
  await openTable(talks)
  await meet(mediator, north)
  const rogue = await rogueOf(mediator)
  await rogue.write(say('Unread.'))
  await rogue.destroyAllBut()
  await onATrain(north, async () => {
    value(await north.session.act(caucus, say('On the train.')))
    value(await north.session.act(table, say('At the table.')))
  })
  await meet(north, mediator)
  expect(bodiesIn(mediator, table)).toEqual(['At the table.'])
  expect(codesOf(north, caucus)).toEqual(['envelope-withheld', 'envelope-withheld'])
})

it('SYNC-25 nothing stays on a device that was reading the room when another of the member’s buried it', async () => {
  const { world, mediator, north } = talks
  const other = await addDevice(world, north)
  await meet(mediator, north, other)
  await other.session.close()
  value(await mediator.session.act(caucus, say('The last word.')))
  await mediator.session.settle()

  const { promise: arrival, resolve: arrive } = Promise.withResolvers<void>()
  const slow = (at: string): RelayPort => {
    const port = world.relayAt(at)
    return {
      ...port,
      read: async (...request) => {
        const page = await port.read(...request)
        if (request[0] === caucus) await arrival
        return page
      },
    }
  }
  const session = value(await openSession({ vault: other.vault, relayAt: slow, live: false, now }))
  const reading = session.sync(caucus)
  clock += 31 * dayMs
  value(await destroyRecord(mediator.session, caucus))
  await meet(mediator, north)
  const home = session.goOnline()
  await Promise.race([home, setTimeout(300)])
  arrive()
  await Promise.all([reading, home])
  expect(certificatesOf(session)).toHaveLength(1)
  expect(await heldIn({ ...other, session })).not.toContain(caucus)
})

it('SYNC-25 a certificate shows who signed it, and one in another’s name does not hold', async () => {
  const { mediator, north } = talks
  clock += 31 * dayMs
  value(await destroyRecord(mediator.session, caucus))
  await meet(mediator, north)
  const certificate = certificateOf(north) as Certificate
  value(await verifyCertificate(certificate))
  const me = north.session.me.member
  const [own] = north.session.home()?.members[me]?.devices ?? []
  const codes = await Promise.all(
    [
      { author: own as Certificate['author'] },
      { author: { ...certificate.author, sign: own?.sign ?? '' } },
      { destroyed: certificate.destroyed - 1 },
      { envelopes: certificate.envelopes - 1 },
      { room: roomOf(north, talks.process, 'table').id },
    ].map(async changes => {
      const checked = await verifyCertificate({ ...certificate, ...changes })
      return checked.ok ? 'ok' : checked.error.code
    }),
  )
  const differs = 'certificate-differs'
  expect(codes).toEqual(['entry/signature', 'device-id-mismatch', differs, differs, differs])
})

const cardOf = ({ session }: Person) => session.home()?.members[session.me.member]?.devices[0]

it('SYNC-25 hostile: neither another act nor an entry in another device’s name is a certificate', async () => {
  const { mediator, north, world } = talks
  const insider = await insiderOf(mediator)
  const { key } = await insider.epochKey(caucus)
  const named = { ...insider.device, id: north.session.me.device }
  const destroying = actToValue({ kind: 'record.destroy', at: clock })
  const forged = await insider.seal(caucus, destroying, { author: named })
  await world.relayAt(address).append(caucus, await createAccessKey(key), [forged])
  await meet(mediator)
  const records = await recordsWith(key)
  const spoken = mediator.session.entries(caucus).find(({ entry }) => entry.act.kind === 'retention.set')
  const shown = await Promise.all(
    [spoken?.position ?? 0, records.length - 1].map(async position => ({
      author: cardOf(mediator) as Certificate['author'],
      evidence: (await writeEvidence(mediator.session, caucus, position)) ?? '',
      envelopes: position,
      destroyed: records[position]?.time ?? 0,
    })),
  )
  clock += 31 * dayMs
  value(await destroyRecord(mediator.session, caucus))
  await meet(mediator)
  const certificate = certificateOf(mediator) as Certificate
  value(await verifyCertificate(certificate))
  for (const changes of shown) {
    const { evidence, author } = changes
    const signKey = Buffer.from(author.sign, 'base64url')
    const proof = await verifyEvidence(evidence, { relay: certificate.verifier, signKey })
    expect(proof).toMatchObject({ ok: true, value: { signature: 'holds' } })
    expect(await verifyCertificate({ ...certificate, ...changes })).toMatchObject({
      error: { code: 'certificate-differs' },
    })
  }
})

it('SYNC-13 SYNC-26 keys kept in one’s own room wait on, whatever its relay keeps back', async () => {
  const { world, mediator, north, process } = talks
  const other = await addDevice(world, north)
  await meet(mediator, north, other)
  await north.session.close()
  const home = other.session.home()?.id
  value(await writeNote(other.session, process, { body: 'By the other device.' }))
  await meet(other)
  const blind = (at: string): RelayPort => {
    const port = world.relayAt(at)
    return {
      ...port,
      read: async (...request) => {
        const page = await port.read(...request)
        const outline = page.records.map(({ position, time, hash }) => ({ position, time, hash }))
        return request[0] === home ? { ...page, records: outline } : page
      },
    }
  }
  const session = value(await openSession({ vault: north.vault, relayAt: blind, live: false, now }))
  await session.goOnline()
  value(await writeNote(session, process, { body: 'By this one.' }))
  // Long enough to try it twice.
  await setTimeout(1_500)
  expect(session.status()).toMatchObject({ troubles: [{ code: 'envelope-withheld', room: home }] })
  expect(session.status().waiting).toBeGreaterThan(0)
  expect(notesOf(session, process)).toHaveLength(1)
  await session.close()

  const again = value(await openSession({ vault: north.vault, relayAt: world.relayAt, live: false, now }))
  await meet({ ...north, session: again }, other)
  expect(notesOf(again, process)).toHaveLength(2)
  expect(notesOf(other.session, process)).toHaveLength(2)
  expect(codesOf({ ...north, session: again })).toEqual([])
})
