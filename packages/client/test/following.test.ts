import {
  answerInvitation,
  createIdentity,
  createMemoryVault,
  invitationOf,
  invite,
  type LiveHandlers,
  openSession,
  RelayError,
  type RelayPort,
} from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { beginTalks, roomOf, type Talks } from './talks.ts'
import { address, type Person, value } from './world.ts'

let talks: Talks
let person: Person
let handlers: LiveHandlers
let followed: string[]
let room: string

/** The relay of the talks, with a live line that says nothing but what a test says. */
function portWithLine(): RelayPort {
  const port = talks.world.relayAt(address)
  return Object.assign(Object.create(port) as RelayPort, {
    live: (given: LiveHandlers) => {
      handlers = given
      return { follow: (log: string) => followed.push(log), unfollow: () => {}, close: () => {} }
    },
  })
}

const timesFollowed = (): number => followed.filter(log => log === room).length
/** What is done at once is done by then; a pause is a second at least. */
const soon = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 300))

beforeEach(async () => {
  followed = []
  talks = await beginTalks()
  const { north, process } = talks
  await north.session.close()
  room = roomOf(north, process, 'caucus').id
  const session = value(await openSession({ vault: north.vault, relayAt: portWithLine, live: true }))
  person = { ...north, session }
  await session.goOnline()
  handlers.state('live')
  expect(timesFollowed()).toBe(1)
})

afterEach(() => person.session.close())

describe('a log of which its relay tells no more', () => {
  test('SYNC-40 because a push was missed, is read and followed anew', async () => {
    // To be held once more changes nothing.
    const line = person.session.home()?.keyring[room as RoomId]
    if (line === undefined) throw new Error('not on the keyring')
    const { version } = person.session.engine
    await person.session.engine.hold(line)
    expect(person.session.engine.version).toBe(version)
    handlers.unfollowed(room, 'behind')
    await soon()
    expect(timesFollowed()).toBe(2)
    handlers.unfollowed(room, 'behind')
    await soon()
    expect(timesFollowed()).toBe(3)
  })

  test('SYNC-40 because it was refused, is followed anew: at once, and where it is refused again, after a pause', async () => {
    handlers.unfollowed(room, 'refused')
    await soon()
    expect(timesFollowed()).toBe(2)
    handlers.unfollowed(room, 'refused')
    await soon()
    expect(timesFollowed()).toBe(2)
    await expect.poll(timesFollowed, { timeout: 10_000 }).toBe(3)
  })

  test('SYNC-40 is asked for at once again, when it was followed in between', async () => {
    handlers.unfollowed(room, 'refused')
    await soon()
    const size = person.session.room(room as never)?.size ?? 0
    handlers.behind(room, size)
    handlers.unfollowed(room, 'refused')
    await soon()
    expect(timesFollowed()).toBe(3)
  })

  test('SYNC-40 is followed anew, too, when it is read for another reason', async () => {
    handlers.unfollowed(room, 'refused')
    await soon()
    handlers.unfollowed(room, 'refused')
    await person.session.goOnline()
    expect(timesFollowed()).toBe(3)
  })
})

test('INV-23 what is held from going online on is followed, though nothing else could be followed yet', async () => {
  const followed: string[] = []
  let lines = 0
  const refusing = Object.assign(Object.create(talks.world.relayAt(address)) as RelayPort, {
    // A host that makes no log for this member.
    create: () => Promise.reject(new RelayError('relay/creation-right', { reason: 'missing' })),
    live: () => {
      lines += 1
      return { follow: (log: string) => followed.push(log), unfollow: () => {}, close: () => {} }
    },
  })
  const made = value(
    await createIdentity({ vault: createMemoryVault(), name: 'Guest', address, relayAt: () => refusing }),
  )
  await made.session.goOnline()
  // Whoever is not let in is not offline.
  expect([followed, lines]).toEqual([[], 1])
  const { mediator, process, parties } = talks
  const id = value(
    await invite(mediator.session, process, { name: 'Guest', role: 'head', party: parties.north }),
  )
  await mediator.session.settle()
  const { link = '' } = invitationOf(mediator.session, id) ?? {}
  const joining = value(await answerInvitation(made.session, link))
  expect(followed).toEqual([joining])
  await made.session.close()
})
