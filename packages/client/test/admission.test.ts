import {
  acceptJoining,
  answerInvitation,
  askCreation,
  asksForToken,
  cancelInvitation,
  completeInvitation,
  createHttpRelay,
  createProcess,
  invitationOf,
  invite,
  joiningsOf,
  keepCreationToken,
  openDelegation,
  openSession,
  textToInvitation,
} from '@goodoffices/client'
import type { InvitationId, PartyId, ProcessId } from '@goodoffices/core'
import { createAccessKey, createEpochKey, creationRight } from '@goodoffices/log'
import { createMemoryRelay, type MemoryRelay, type MemoryRelayOptions } from '@goodoffices/relay'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bodiesIn, bringIn, codesOf, meet, roomOf, say } from './talks.ts'
import { address, type Person, value, type World, worldAround } from './world.ts'

const token = 'bearer of good news'
const dayMs = 86_400_000

type Heard = { readonly method: string; readonly path: string; readonly shown: readonly string[] }

let clock: number
let relay: MemoryRelay
let world: World
/** What the host was asked, and what it was shown. */
let heard: Heard[]

/** Whoever waits tries again, and is not to be heard by the next test. */
const people: Person[] = []

const now = () => clock

async function begin(options: MemoryRelayOptions): Promise<void> {
  const inner = await createMemoryRelay({ now, ...options })
  const asked: Heard[] = []
  heard = asked
  relay = {
    ...inner,
    fetch: request => {
      const shown = ['creation-token', 'creation-right'].filter(name => request.headers.has(name))
      asked.push({ method: request.method, path: new URL(request.url).pathname, shown })
      return inner.fetch(request)
    },
  }
  world = worldAround(relay, now)
}

beforeEach(async () => {
  clock = 1_800_000_000_000
  await begin({ creationToken: token, isByInvitation: true })
})

/** Somebody who has begun here, as far as the host lets them. */
async function come(...asked: Parameters<World['member']>): Promise<Person> {
  const person = await world.member(...asked)
  await person.session.settle()
  people.push(person)
  return person
}

afterEach(async () => {
  for (const { session } of people.splice(0)) await session.close()
})

type Founded = { readonly host: Person; readonly process: ProcessId; readonly north: PartyId }

async function found(): Promise<Founded> {
  const host = await come('Mediator', { creationToken: token })
  const { process, parties } = await beginTalks(host)
  const [north] = parties
  if (north === undefined) throw new Error('a party too few')
  return { host, process, north }
}

async function beginTalks(person: Person) {
  const begun = value(
    await createProcess(person.session, {
      title: 'Talks',
      terms: { role: 'carry', disclosure: 'closed' },
      parties: [{ name: 'North', kind: 'party', hidden: false, account: true }],
    }),
  )
  await person.session.settle()
  return begun
}

async function inviteHead({ host, process, north }: Founded): Promise<{ id: InvitationId; link: string }> {
  const id = value(await invite(host.session, process, { name: 'North', role: 'head', party: north }))
  await host.session.settle()
  return { id, link: invitationOf(host.session, id)?.link ?? '' }
}

/** Why whoever has an invitation makes no log, whatever their program thinks of it. */
async function makeLogBy(link: string): Promise<unknown> {
  const invitation = value(textToInvitation(link))
  const key = createEpochKey()
  const pass = { right: creationRight(invitation.secret) }
  return world
    .relayAt(address)
    .create('', await createAccessKey(key), [], { pass })
    .then(
      () => undefined,
      (error: unknown) => error,
    )
}

const requestsFor = (path: RegExp): readonly Heard[] => heard.filter(each => path.test(each.path))
const creations = (): readonly Heard[] =>
  requestsFor(/^\/v1\/logs$/).filter(({ method }) => method === 'POST')

describe('a host that is closed to strangers', () => {
  test('INV-21 INV-22 who is invited comes in, and needs nothing from then on', async () => {
    const founded = await found()
    const guest = await come('North')
    expect(codesOf(guest)).toEqual(['relay/creation-right'])
    await bringIn(founded.host, founded.process, guest, { role: 'head', party: founded.north })
    expect(codesOf(guest)).toEqual([])
    const caucus = roomOf(guest, founded.process, 'caucus')
    value(await guest.session.act(caucus.id, say('We are here.')))
    await meet(guest, founded.host)
    expect(bodiesIn(founded.host, caucus.id)).toEqual(['We are here.'])
    value(await openDelegation(guest.session, founded.process))
    const adviser = await come('Adviser')
    await bringIn(guest, founded.process, adviser, { role: 'adviser', party: founded.north })
    expect([codesOf(guest), codesOf(adviser)]).toEqual([[], []])
    expect(roomOf(adviser, founded.process, 'delegation').members[adviser.session.me.member]).toBeDefined()
    expect(guest.session.status().waiting).toBe(0)
  })

  test('INV-22 a stranger is let in by nothing, is told so, and is let in with the token', async () => {
    const stranger = await come('Stranger')
    expect(stranger.session.status().troubles).toEqual([{ code: 'relay/creation-right', address }])
    expect(stranger.session.status().troubles.every(asksForToken)).toBe(true)
    await keepCreationToken(stranger.session, 'bearer')
    await stranger.session.settle()
    expect(codesOf(stranger)).toEqual(['creation-token-wrong'])
    await keepCreationToken(stranger.session, ` ${token}\n`)
    await stranger.session.settle()
    expect([codesOf(stranger), stranger.session.status().waiting]).toEqual([[], 0])
  })

  test('INV-22 a token that no header holds is a wrong one', async () => {
    const stranger = await come('Stranger', { creationToken: 'bearer of\ngood news' })
    expect(codesOf(stranger)).toEqual(['creation-token-wrong'])
  })

  test('INV-22 where there is a token alone, it says so', async () => {
    await begin({ creationToken: token })
    expect(await askCreation(world.relayAt(address))).toEqual({ ok: true, value: 'token' })
    const stranger = await come('Stranger')
    expect(codesOf(stranger)).toEqual(['relay/creation-token'])
    const host = await come('Mediator', { creationToken: token })
    expect(codesOf(host)).toEqual([])
  })

  test('INV-22 the token is kept, sealed, and shown in later sessions to a host that asks', async () => {
    const host = await come('Mediator', { creationToken: token })
    const bytes = (await host.vault.scan('')).map(([, each]) => Buffer.from(each).toString('latin1'))
    expect(bytes.some(each => each.includes(token))).toBe(false)
    await host.session.close()
    const options = { vault: host.vault, relayAt: world.relayAt, live: false, now }
    const session = value(await openSession(options))
    heard.length = 0
    await beginTalks({ ...host, session })
    expect(session.status()).toMatchObject({ waiting: 0, troubles: [] })
    const [first, ...others] = creations()
    expect(first?.shown).toEqual([])
    expect(others.map(({ shown }) => shown)).toEqual(others.map(() => ['creation-token']))
  })

  test('INV-21 nobody else comes in by an invitation that its guest has come in by', async () => {
    const founded = await found()
    const { id, link } = await inviteHead(founded)
    const guest = await come('North')
    value(await answerInvitation(guest.session, link))
    await meet(guest, founded.host, guest)
    value(await acceptJoining(guest.session, joiningsOf(guest.session)[0]?.id ?? ('' as never)))
    await meet(guest, founded.host)
    value(await completeInvitation(founded.host.session, id))
    await meet(founded.host, guest)
    const second = await come('Second')
    heard.length = 0
    value(await answerInvitation(second.session, link))
    await meet(second, second)
    expect(codesOf(second)).toEqual(['creation-right-spent'])
    // Whose own log is not there answers nothing either.
    expect(requestsFor(/envelopes$/).filter(({ method }) => method === 'POST')).toEqual([])
  })

  test('INV-21 an invitation that was taken back brings nobody in', async () => {
    const founded = await found()
    const { id, link } = await inviteHead(founded)
    value(await cancelInvitation(founded.host.session, id))
    await founded.host.session.settle()
    expect(await makeLogBy(link)).toMatchObject({
      code: 'relay/creation-right',
      data: { reason: 'spent' },
    })
    const other = await inviteHead(founded)
    expect(await makeLogBy(other.link)).toBeUndefined()
  })

  test('INV-21 an invitation out of date brings nobody in', async () => {
    const { link } = await inviteHead(await found())
    const guest = await come('North')
    value(await answerInvitation(guest.session, link))
    clock += 15 * dayMs
    await meet(guest)
    expect(codesOf(guest)).toEqual(['creation-right-expired'])
  })

  test('INV-21 an invitation for longer than a host allows brings a right for as long as it does', async () => {
    const founded = await found()
    const { host, process, north } = founded
    value(await invite(host.session, process, { name: 'North', role: 'head', party: north, daysMax: 365 }))
    await host.session.settle()
    expect([codesOf(host), host.session.status().waiting]).toEqual([[], 0])
    expect(requestsFor(/rights$/)).toHaveLength(1)
  })

  test('INV-21 where the talks have brought in enough for a day, the invitation waits and is told of', async () => {
    await begin({ creationToken: token, isByInvitation: true, limits: { rightLogsPerDayMax: 3 } })
    const founded = await found()
    // The table, the desk and the caucus may mint one right each.
    for (let i = 0; i < 3; i += 1) await inviteHead(founded)
    expect(codesOf(founded.host)).toEqual([])
    await inviteHead(founded)
    expect(codesOf(founded.host)).toEqual(['quota-rights'])
    const caucus = roomOf(founded.host, founded.process, 'caucus')
    value(await founded.host.session.act(caucus.id, say('This goes all the same.')))
    await meet(founded.host)
    expect(founded.host.session.status().waiting).toBe(1)
    clock += dayMs
    await meet(founded.host)
    expect([codesOf(founded.host), founded.host.session.status().waiting]).toEqual([[], 0])
  })

  test('INV-23 talks that the host does not take wait, and hold up nothing of those that there are', async () => {
    const founded = await found()
    const guest = await come('North')
    await bringIn(founded.host, founded.process, guest, { role: 'head', party: founded.north })
    await beginTalks(guest)
    expect(codesOf(guest)).toEqual(['relay/creation-right'])
    const caucus = roomOf(guest, founded.process, 'caucus')
    value(await guest.session.act(caucus.id, say('We go on.')))
    value(await openDelegation(guest.session, founded.process))
    await meet(guest, founded.host)
    expect(bodiesIn(founded.host, caucus.id)).toEqual(['We go on.'])
    expect(guest.session.status().troubles.filter(({ room }) => room !== undefined)).toEqual([])
    await keepCreationToken(guest.session, token)
    await guest.session.settle()
    expect([codesOf(guest), guest.session.status().waiting]).toEqual([[], 0])
  })

  test('INV-22 a right is asked for anew where keys have changed meanwhile', async () => {
    const founded = await found()
    const guest = await come('North')
    await bringIn(founded.host, founded.process, guest, { role: 'head', party: founded.north })
    const other = await come('Second')
    await bringIn(founded.host, founded.process, other, { role: 'delegate', party: founded.north })
    // The guest has not heard of the new keys.
    value(await openDelegation(guest.session, founded.process))
    await guest.session.settle()
    expect([codesOf(guest), guest.session.status().waiting]).toEqual([[], 0])
  })
})

test('INV-21 INV-22 an open host is shown nothing, and not told who is invited', async () => {
  await begin({})
  const founded = await found()
  const guest = await come('North')
  await bringIn(founded.host, founded.process, guest, { role: 'head', party: founded.north })
  expect(requestsFor(/rights/)).toEqual([])
  expect(heard.filter(({ shown }) => shown.length > 0)).toEqual([])
  expect(await askCreation(world.relayAt(address))).toEqual({ ok: true, value: 'open' })
})

test('INV-22 what is kept for one host is shown to no other', async () => {
  const asked: string[][] = []
  const elsewhere = createHttpRelay({
    address: 'http://elsewhere.example',
    now,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      asked.push([...request.headers.keys()])
      return relay.fetch(request)
    },
  })
  const relayAt = (at: string) => (at === address ? world.relayAt(at) : elsewhere)
  const host = await come('Mediator', { creationToken: token, relayAt })
  expect(codesOf(host)).toEqual([])
  const { engine } = host.session
  const { relay: card } = engine.identity.home
  const { id, link } = await inviteHead({ host, ...(await foundedBy(host)) })
  expect(id).toBeDefined()
  value(await answerInvitation(host.session, link.replace(address, 'http://elsewhere.example')))
  engine.passes.noteClosed('http://elsewhere.example')
  expect(engine.passes.at('http://elsewhere.example').every(pass => 'right' in pass)).toBe(true)
  expect(engine.passes.at(card.address)).toEqual([{ token }])
  expect(asked.flat()).not.toContain('creation-token')
})

async function foundedBy(host: Person): Promise<Pick<Founded, 'process' | 'north'>> {
  const { process, parties } = await beginTalks(host)
  const [north] = parties
  if (north === undefined) throw new Error('a party too few')
  return { process, north }
}
