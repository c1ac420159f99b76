/** Keeping and destroying: what becomes of a room's record, at the relay and on every device. */

import { createMemoryVault, newId, openSession, recoverIdentity, verifyEvidence } from '@goodoffices/client'
import type { Certificate, HoldId, RoomId } from '@goodoffices/core'
import { createAccessKey, createStewardKey, createStewardSecret, encode } from '@goodoffices/log'
import { beforeEach, describe, expect, it } from 'vitest'
import { actToValue, insiderOf } from './hostile.ts'
import { beginTalks, bodiesIn, codesOf, meet, roomOf, say, type Talks } from './talks.ts'
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
  talks = await beginTalks(undefined, now)
  const { mediator, north, process, parties } = talks
  caucus = roomOf(mediator, process, 'caucus', parties.north).id
  value(await north.session.act(caucus, say(words)))
  value(await mediator.session.act(caucus, { kind: 'retention.set', days: 30, basis: 'Article 9.' }))
  await meet(north, mediator, north)
})

const certificateOf = (person: Person): Certificate | undefined =>
  person.session.certificates().find(({ room }) => room === caucus)

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
    await north.session.saveDraft(`say ${caucus}`, 'half a sentence')
    const { key } = await (await insiderOf(north)).epochKey(caucus)
    expect(mediator.session.destructible(process)).toEqual([])
    clock += 30 * dayMs + 1
    expect(mediator.session.destructible(process)).toEqual([caucus])
    value(await mediator.session.destroyRecord(caucus))
    await meet(mediator, north, mediator, north)

    const records = await recordsWith(key)
    const left = records.filter(({ envelope }) => envelope !== undefined)
    // The certificate, and the keys that open it.
    expect(left).toHaveLength(2)
    expect(left.at(-1)?.position).toBe(records.length - 1)
    for (const person of [mediator, north]) {
      const certificate = certificateOf(person)
      expect(certificate).toMatchObject({
        roomKind: 'caucus',
        party: 'North',
        by: 'Mediator',
        basis: 'Article 9.',
        envelopes: records.length - 1,
      })
      const checked = value(
        await verifyEvidence(certificate?.evidence ?? '', { relay: certificate?.verifier ?? '' }),
      )
      expect(checked).toMatchObject({ room: caucus, act: { kind: 'record.destroy' } })
      expect(person.session.room(caucus)).toBeUndefined()
      expect(person.session.rooms(process).map(({ id }) => id)).not.toContain(caucus)
      expect(await heldIn(person)).not.toContain(caucus)
      expect(codesOf(person)).toEqual([])
    }
  })

  it('SYNC-25 goes on as destroyed where the program is opened again, and the rest of the talks goes on', async () => {
    const { mediator, north, south, process, world } = talks
    clock += 31 * dayMs
    value(await mediator.session.destroyRecord(caucus))
    await meet(mediator, north)
    await north.session.close()
    const session = value(await openSession({ vault: north.vault, relayAt: world.relayAt, live: false, now }))
    const again: Person = { ...north, session }
    await meet(again, mediator)
    expect(certificateOf(again)?.by).toBe('Mediator')
    expect(again.session.room(caucus)).toBeUndefined()
    const table = roomOf(mediator, process, 'table').id
    value(await mediator.session.act(table, { kind: 'table.open' }))
    await meet(mediator, again, south)
    value(await again.session.act(table, say('The table goes on.')))
    await meet(again, south)
    expect(bodiesIn(south, table)).toEqual(['The table goes on.'])
  })

  it('SYNC-26 ends for a device that was away, though it never saw what came last', async () => {
    const { mediator, north } = talks
    value(await mediator.session.act(caucus, say('Said while North was away.')))
    clock += 31 * dayMs
    await mediator.session.settle()
    value(await mediator.session.destroyRecord(caucus))
    await meet(mediator)
    await meet(north)
    expect(certificateOf(north)).toMatchObject({ by: 'Mediator', roomKind: 'caucus' })
    const { evidence = '', verifier = '' } = certificateOf(north) ?? {}
    expect((await verifyEvidence(evidence, { relay: verifier })).ok).toBe(true)
    expect(codesOf(north)).toEqual([])
  })

  it('SYNC-26 ends for another device of the member, and for one that the phrase opens', async () => {
    const { mediator, north, world } = talks
    clock += 31 * dayMs
    value(await mediator.session.destroyRecord(caucus))
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

describe('a record that is kept', () => {
  it('SYNC-25 while a hold stands', async () => {
    const { mediator, north, process } = talks
    const hold = newId<HoldId>()
    value(await north.session.act(caucus, { kind: 'hold.place', hold, reason: 'A court has asked for it.' }))
    await meet(north, mediator)
    clock += 31 * dayMs
    expect(mediator.session.destructible(process)).toEqual([])
    expect(await mediator.session.destroyRecord(caucus)).toMatchObject({
      ok: false,
      error: { code: 'hold-in-force', reason: 'A court has asked for it.' },
    })
    value(await north.session.act(caucus, { kind: 'hold.lift', hold }))
    await meet(north, mediator)
    clock += 31 * dayMs
    expect(mediator.session.destructible(process)).toEqual([caucus])
  })

  it('SYNC-25 if a hold was placed before the certificate reached the relay', async () => {
    const { mediator, north } = talks
    clock += 31 * dayMs
    talks.world.offline = true
    value(await mediator.session.destroyRecord(caucus))
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
    expect(north.session.faults(caucus).map(({ violation }) => violation.code)).toEqual([
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
  value(await mediator.session.destroyRecord(caucus))
  await meet(mediator, north)
  expect(certificateOf(mediator)).toBeUndefined()
  expect(mediator.session.room(caucus)?.destroyed).toBeDefined()
  expect(codesOf(mediator)).toEqual(['relay/range'])
  Object.assign(world.relay, { fetch: original })
  await mediator.session.dismissRefused()
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
  value(await mediator.session.destroyRecord(caucus))
  await meet(mediator)
  // While the second asks the relay, the first is done, and the second reads of it.
  let asked = 0
  onDelete(async request => {
    onDelete(original)
    asked += 1
    await mediator.session.dismissRefused()
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
  expect(await mediator.session.purgeNotes(process, 'Code of conduct, article 5.')).toMatchObject({
    error: { code: 'nothing-noted' },
  })
  const { room } = value(await mediator.session.writeNote(process, { body: 'They will not hold that line.' }))
  value(await mediator.session.writeNote(process, { body: 'Ask Bern.', about: { room: caucus } }))
  expect(mediator.session.notes(process).map(({ id }) => id)).toEqual([room])
  await meet(mediator)
  const { key } = await (await insiderOf(mediator)).epochKey(room)
  value(await mediator.session.purgeNotes(process, 'Code of conduct, article 5.'))
  await meet(mediator)
  expect(mediator.session.notes(process)).toEqual([])
  expect(mediator.session.certificates()).toMatchObject([
    { room, roomKind: 'private', basis: 'Code of conduct, article 5.', by: 'Mediator' },
  ])
  const port = talks.world.relayAt(address)
  const { records } = await port.read(room, await createAccessKey(key), 0)
  expect(records.filter(({ envelope }) => envelope !== undefined)).toHaveLength(2)
  expect(bodiesIn(mediator, caucus)).toEqual([words])
  const again = value(await mediator.session.writeNote(process, { body: 'A new page.' }))
  expect(again.room).not.toBe(room)
  await meet(mediator)
  expect(codesOf(mediator)).toEqual([])
})
