/** Another device by a link: what outlasts the program on both sides, and what ends it. */

import {
  abandonLink,
  answerInvitation,
  cancelDeviceOffer,
  completeDevice,
  createHttpRelay,
  createIdentity,
  createMemoryVault,
  type DeviceLink,
  deviceOfferOf,
  devicesOf,
  inspectVault,
  invitationOf,
  invite,
  linkDevice,
  offerDevice,
  openSession,
  removeDevice,
  resumeLink,
  type Vault,
} from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import {
  createAccessKey,
  createDevice,
  createSecret,
  decode,
  type EpochKey,
  invitationEpochKey,
  isList,
  makeAnswer,
  makeOffer,
  makeReveal,
  openEnvelope,
} from '@goodoffices/log'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { invitationToText, textToInvitation } from '../src/invitation/link.ts'
import { sealMail } from '../src/log/mail-log.ts'
import { nameRoom } from '../src/process/new-room.ts'
import { HostileRelay } from './hostile.ts'
import {
  addDevice,
  beginTalks,
  bodiesIn,
  codesOf,
  meet,
  openTable,
  reopen,
  roomOf,
  say,
  type Talks,
} from './talks.ts'
import { address, createWorld, type Person, value } from './world.ts'

let talks: Talks
let vault: Vault
beforeAll(async () => {
  talks = await beginTalks()
  value(await talks.north.session.act(roomOf(talks.north, talks.process, 'caucus').id, say('before')))
  await meet(talks.north)
})
beforeEach(() => {
  vault = createMemoryVault()
})

const options = () => ({ vault, relayAt: talks.world.relayAt, live: false })
const answer = async (text: string) => linkDevice({ ...options(), text })
const resumed = async (): Promise<DeviceLink> => value(await resumeLink(options()))
const restart = async (): Promise<void> => {
  talks = { ...talks, north: await reopen(talks.north, { relayAt: talks.world.relayAt }) }
  await meet(talks.north)
}

async function offer(request: { readonly hoursMax?: number } = {}) {
  const offered = value(await offerDevice(talks.north.session, request))
  await talks.north.session.settle()
  return offered
}

/** An offer that the new device has answered and accepted. */
async function acceptedThere() {
  const { link } = await offer()
  const linking = value(await answer(link))
  await meet(talks.north)
  value(await linking.accept())
  return { link, linking }
}

type Mailbox = { readonly id: RoomId; readonly key: EpochKey }

/** What whoever holds the link can compute, read and write. */
async function mailboxOf(link: string) {
  const { secret } = value(textToInvitation(link))
  const box: Mailbox = await nameRoom(invitationEpochKey(secret))
  const port = talks.world.relayAt(address)
  const access = await createAccessKey(box.key)
  const messages = async (): Promise<readonly Uint8Array[]> => {
    const { records } = await port.read(box.id, access, 0)
    const opened = await Promise.all(records.map(({ envelope }) => openIn(box, envelope)))
    return opened
  }
  return {
    secret,
    messages,
    kinds: async () => (await messages()).map(kindOf),
    put: async (message: Uint8Array) => {
      await port.append(box.id, access, [await sealMail(box.id, box.key, message)])
    },
  }
}

async function openIn({ id, key }: Mailbox, sealed: Uint8Array | undefined): Promise<Uint8Array> {
  const envelope = sealed ?? new Uint8Array()
  const opened = await openEnvelope({ logId: id, epoch: 1, epochKey: key, envelope })
  return opened.ok ? opened.value : new Uint8Array()
}

function kindOf(message: Uint8Array): unknown {
  const decoded = decode(message)
  return decoded.ok && isList(decoded.value) ? decoded.value[0] : undefined
}

/** By default every third reading, on demand each. */
const stride = process.env['GOODOFFICES_RUNS'] === undefined ? 3 : 1

/** A relay that is not reached once: at the nth reading from when it is told to count. */
function failingRelay() {
  let left = Number.POSITIVE_INFINITY
  return {
    at: (at: string) =>
      createHttpRelay({
        address: at,
        fetch: async (input, init) => {
          const request = new Request(input, init)
          if (request.method === 'GET') left -= 1
          if (request.method === 'GET' && left === 0) throw new TypeError('no network')
          return talks.world.relay.fetch(request)
        },
      }),
    failAt: (reading: number) => {
      left = reading
    },
    hasFailed: () => left <= 0,
  }
}

const stranger = async () => ({
  keys: (await createDevice(createSecret())).publicKeys,
  nonce: createSecret(),
})

const sizes = (person: Person) => [
  person.session.home()?.size,
  ...person.session.rooms(talks.process).map(({ size }) => size),
]

describe('an offer to another device', () => {
  it('RING-10, RING-12 outlasts every program on the way, on both sides, and is completed once', async () => {
    const { link } = await offer()
    await restart()
    expect(deviceOfferOf(talks.north.session)).toMatchObject({ link, standing: 'sent', contested: false })
    value(await answer(link))
    await restart()
    const code = deviceOfferOf(talks.north.session)?.code
    expect(code).toMatch(/^\d{6}$/)
    expect(value(await (await resumed()).poll())).toEqual({ standing: 'compare', code })
    expect(value(await (await resumed()).accept())).toEqual({ standing: 'accepted', code })
    expect(await inspectVault(vault)).toBe('none')
    await restart()
    const device = value(await completeDevice(talks.north.session))
    expect(deviceOfferOf(talks.north.session)).toBeUndefined()
    await restart()
    expect(value(await (await resumed()).poll())).toEqual({ standing: 'linked', code })
    const session = value(await openSession(options()))
    const second = { session, vault, phrase: [] }
    await meet(second)
    expect(session.me).toEqual({ ...talks.north.session.me, device })
    expect(bodiesIn(second, roomOf(second, talks.process, 'caucus').id)).toEqual(['before'])
    expect(await vault.scan('linking/')).toEqual([])
    expect(await completeDevice(talks.north.session)).toMatchObject({
      ok: false,
      error: { code: 'device-offer-unknown' },
    })
    // Whoever finds the link later learns nothing, and nothing happens to anybody.
    const before = sizes(talks.north)
    const late = { ...options(), vault: createMemoryVault() }
    expect(await linkDevice({ ...late, text: link })).toMatchObject({
      error: { code: 'invitation-contested' },
    })
    await meet(talks.north)
    expect(sizes(talks.north)).toEqual(before)
    expect(await inspectVault(late.vault)).toBe('none')
  })

  it('RING-10 of two the later one counts: the earlier link is taken back', async () => {
    const first = await offer()
    const second = await offer()
    expect(await answer(first.link)).toMatchObject({ error: { code: 'invitation-cancelled' } })
    // It was not answered either.
    expect(await vault.scan('')).toEqual([])
    expect((await answer(second.link)).ok).toBe(true)
  })

  it('RING-10 taken back it opens nothing, and who has answered is told', async () => {
    const { link } = await offer()
    const linking = value(await answer(link))
    await meet(talks.north)
    value(await cancelDeviceOffer(talks.north.session))
    await meet(talks.north)
    expect(deviceOfferOf(talks.north.session)).toBeUndefined()
    expect(await linking.accept()).toMatchObject({ error: { code: 'invitation-cancelled' } })
    expect(await completeDevice(talks.north.session)).toMatchObject({ ok: false })
    expect(await (await mailboxOf(link)).kinds()).toEqual(['offer', 'answer', 'reveal', 'cancelled'])
  })

  it('RING-10 an answer that comes too late is shown nothing', async () => {
    const { link, expires } = await offer({ hoursMax: 1 })
    const linking = value(await answer(link))
    await talks.north.session.close()
    const north = await reopen(talks.north, { relayAt: talks.world.relayAt, now: () => expires + 1 })
    await meet(north)
    expect(deviceOfferOf(north.session)).toMatchObject({ standing: 'expired' })
    expect(deviceOfferOf(north.session)?.code).toBeUndefined()
    expect(await completeDevice(north.session)).toMatchObject({ error: { code: 'device-offer-expired' } })
    expect(value(await linking.poll())).toEqual({ standing: 'waiting' })
    expect(await linking.accept()).toMatchObject({ error: { code: 'device-not-ready' } })
    expect(await (await mailboxOf(link)).kinds()).toEqual(['offer', 'answer'])
    talks = { ...talks, north }
    await restart()
  })

  it('RING-10 made without a connection it is kept, and can be answered once it is sent', async () => {
    talks.world.offline = true
    const { link } = await offer()
    await talks.north.session.close()
    talks.world.offline = false
    expect(await answer(link)).toMatchObject({ error: { code: 'invitation-not-found' } })
    expect(await vault.scan('')).toEqual([])
    await restart()
    expect((await answer(link)).ok).toBe(true)
  })

  it('RING-11 completed without being able to send, the device has its letter when all the rest has been sent', async () => {
    const { linking } = await acceptedThere()
    talks.world.offline = true
    expect(await completeDevice(talks.north.session)).toMatchObject({ error: { code: 'relay-unreachable' } })
    talks.world.offline = false
    talks.world.mute = true
    const device = value(await completeDevice(talks.north.session))
    expect(devicesOf(talks.north.session)).toContainEqual({ device, is: 'other' })
    await talks.north.session.close()
    talks.world.mute = false
    expect(value(await linking.poll()).standing).toBe('accepted')
    await restart()
    await restart()
    expect(value(await linking.poll()).standing).toBe('linked')
    const second = { session: value(await openSession(options())), vault, phrase: [] }
    await meet(second)
    expect(bodiesIn(second, roomOf(second, talks.process, 'caucus').id)).toEqual(['before'])
    expect(codesOf(talks.north)).toEqual([])
  })

  it('RING-11 a device that is taken out again before it was written to gets no letter', async () => {
    const { link, linking } = await acceptedThere()
    talks.world.mute = true
    const device = value(await completeDevice(talks.north.session))
    value(await removeDevice(talks.north.session, device))
    talks.world.mute = false
    await restart()
    await restart()
    expect(value(await linking.poll()).standing).toBe('accepted')
    expect(await (await mailboxOf(link)).kinds()).toEqual(['offer', 'answer', 'reveal'])
  })

  it('RING-11 a device that has its letter has all its keys, wherever a reading of the relay fails', async () => {
    const { mediator, process, world } = talks
    const outcomes = new Set<string>()
    for (let reading = 1, isWhole = false; !isWhole; reading += stride) {
      vault = createMemoryVault()
      const { link } = value(await offerDevice(talks.mediator.session))
      await talks.mediator.session.settle()
      const linking = value(await answer(link))
      await meet(talks.mediator)
      value(await linking.accept())
      const relay = failingRelay()
      talks = { ...talks, mediator: await reopen(talks.mediator, { relayAt: relay.at }) }
      await talks.mediator.session.goOnline()
      relay.failAt(reading)
      const done = await completeDevice(talks.mediator.session)
      isWhole = !relay.hasFailed()
      if (!done.ok) {
        expect(done.error.code).toBe('relay-unreachable')
        value(await completeDevice(talks.mediator.session))
      }
      const { standing } = value(await linking.poll())
      outcomes.add(standing)
      if (standing !== 'linked') {
        await meet(talks.mediator, talks.mediator)
        expect(value(await linking.poll()).standing).toBe('linked')
      }
      const second = { session: value(await openSession(options())), vault, phrase: [] }
      await meet(second)
      expect(codesOf(second), `reading ${reading}`).toEqual([])
      expect(second.session.rooms(process).filter(({ rekeyDue }) => rekeyDue)).toEqual([])
      value(await removeDevice(talks.mediator.session, second.session.me.device))
      await meet(talks.mediator)
    }
    expect(outcomes).toContain('linked')
    talks = { ...talks, mediator: await reopen(talks.mediator, { relayAt: world.relayAt }) }
    expect(talks.mediator.session.me).toEqual(mediator.session.me)
  }, 120_000)

  it('RING-11 the keyring is brought up to date for it: rooms whose keys have changed since open too', async () => {
    const { mediator, north, world, process } = talks
    const extra = await addDevice(world, mediator)
    value(await removeDevice(mediator.session, extra.session.me.device))
    await meet(mediator, north)
    const table = roomOf(mediator, process, 'table').id
    const third = await addDevice(world, mediator)
    await openTable(talks)
    await meet(mediator, third)
    expect(third.session.room(table)).toEqual(mediator.session.room(table))
    expect(codesOf(third)).toEqual([])
  })
})

describe('a link in other hands', () => {
  it('RING-3 contested by two different answers it is completed by nobody, and both are told; nothing was sent', async () => {
    const { link } = await offer()
    const linking = value(await answer(link))
    await meet(talks.north)
    const before = sizes(talks.north)
    const box = await mailboxOf(link)
    const [made = new Uint8Array()] = await box.messages()
    await box.put(makeAnswer(made, await stranger()))
    // Also where it has not been read yet.
    expect(await completeDevice(talks.north.session)).toMatchObject({
      error: { code: 'invitation-contested' },
    })
    expect(deviceOfferOf(talks.north.session)?.contested).toBe(true)
    expect(await linking.accept()).toMatchObject({ error: { code: 'invitation-contested' } })
    await meet(talks.north)
    expect(sizes(talks.north)).toEqual(before)
    expect(await box.kinds()).toEqual(['offer', 'answer', 'reveal', 'answer'])
  })

  it('RING-3 the same answer sent twice is one', async () => {
    const { link } = await offer()
    value(await answer(link))
    const box = await mailboxOf(link)
    const [, sent = new Uint8Array()] = await box.messages()
    await box.put(sent)
    value(await answer(link))
    await meet(talks.north)
    expect(deviceOfferOf(talks.north.session)).toMatchObject({ standing: 'answered', contested: false })
    expect((await box.kinds()).filter(kind => kind === 'answer').length).toBe(2)
  })

  it('RING-3 with keys exchanged on the way the codes differ, and only public keys have been sent', async () => {
    const relay = await HostileRelay.create()
    const world = await createWorld()
    const owner = await world.member('Owner', { relayAt: () => relay.portFor('Owner') })
    const { link } = value(await offerDevice(owner.session))
    await owner.session.settle()
    relay.split('New')
    const box = await mailboxOf(link)
    const { id, key } = await nameRoom(invitationEpochKey(box.secret))
    const thief = await stranger()
    const put = async (view: string, message: Uint8Array) =>
      relay.inject(id, await sealMail(id, key, message), view)
    relay.logs('New').set(id, [])
    await put('New', makeOffer(box.secret, thief))
    const linking = value(await linkDevice({ ...options(), relayAt: () => relay.portFor('New'), text: link }))
    await put('New', makeReveal(thief))
    await put('', makeAnswer(await openIn({ id, key }, relay.records(id)[0]?.envelope), thief))
    await meet(owner)
    const [shown, seen] = [deviceOfferOf(owner.session)?.code, value(await linking.poll()).code]
    expect(shown).toMatch(/^\d{6}$/)
    expect(seen).toMatch(/^\d{6}$/)
    // One in a million that they agree by chance.
    expect(seen).not.toBe(shown)
    const kinds = relay.records(id).map(async ({ envelope }) => kindOf(await openIn({ id, key }, envelope)))
    expect(await Promise.all(kinds)).toEqual(['offer', 'answer', 'reveal'])
  })

  it('RING-3 hostile: keys that were not offered are refused, and a mailbox whose head the relay has not signed is not read', async () => {
    const relay = await HostileRelay.create()
    const secret = createSecret()
    const { id, key } = await nameRoom(invitationEpochKey(secret))
    const put = async (message: Uint8Array) => relay.inject(id, await sealMail(id, key, message))
    const [offered, other] = [await stranger(), await stranger()]
    relay.logs('').set(id, [])
    await put(makeOffer(secret, offered))
    const { link } = invitationToText(address, secret, 'device')
    const port = relay.portFor('')
    const linking = value(await linkDevice({ ...options(), relayAt: () => port, text: link }))
    await put(makeReveal(other))
    expect(await linking.poll()).toMatchObject({ error: { code: 'invitation/commitment' } })
    relay.onRead = (_, __, page) => ({ ...page, checkpoint: 'of nobody' })
    expect(await linking.poll()).toMatchObject({ error: { code: 'checkpoint-refused' } })
    // A fault of ours is none of the relay's.
    const faulty = { ...port, read: () => Promise.reject(new TypeError('ours')) }
    await expect(linkDevice({ ...options(), relayAt: () => faulty, text: link })).rejects.toThrow('ours')
  })

  it('RING-3 a link for somebody else, and an invitation for a device, are not taken for each other', async () => {
    const { mediator, process, north } = talks
    const id = value(await invite(mediator.session, process, { name: 'Third', role: 'mediator' }))
    await mediator.session.settle()
    const invitation = invitationOf(mediator.session, id)?.link ?? ''
    expect(await answer(invitation)).toMatchObject({ error: { code: 'link-for-person' } })
    const { link } = await offer()
    expect(await answerInvitation(mediator.session, link)).toMatchObject({
      error: { code: 'link-for-device' },
    })
    await meet(north)
    expect(deviceOfferOf(north.session)?.standing).toBe('sent')
  })
})

describe('a half-made link', () => {
  it('RING-12 lies sealed under the passphrase, and is no identity yet', async () => {
    const { link, words } = await offer()
    const locked = { ...options(), passphrase: 'correct horse' }
    value(await linkDevice({ ...locked, text: words.join(' '), address }))
    expect(await inspectVault(vault)).toBe('none')
    expect(await openSession(locked)).toMatchObject({ error: { code: 'no-identity' } })
    expect(await resumeLink(options())).toMatchObject({ error: { code: 'passphrase-needed' } })
    expect(await resumeLink({ ...locked, passphrase: 'wrong' })).toMatchObject({
      error: { code: 'passphrase-wrong' },
    })
    await meet(talks.north)
    value(await (await linkDevice({ ...locked, text: link }).then(value)).accept())
    value(await completeDevice(talks.north.session))
    expect(value(await value(await resumeLink(locked)).poll()).standing).toBe('linked')
    expect(await inspectVault(vault)).toBe('locked')
    expect(await linkDevice({ ...locked, text: link })).toMatchObject({ error: { code: 'identity-exists' } })
    expect(await resumeLink(locked)).toMatchObject({ error: { code: 'device-link-unknown' } })
    expect(await abandonLink(vault)).toBe(false)
  })

  it('RING-12 given up it leaves nothing; another link begins anew', async () => {
    const first = await offer()
    value(await answer(first.link))
    expect(await abandonLink(vault)).toBe(true)
    expect(await vault.scan('')).toEqual([])
    expect(await abandonLink(vault)).toBe(false)
    value(await answer((await offer()).link))
    value(await answer((await offer()).link))
    expect((await vault.scan('linking/')).length).toBe(1)
  })

  it('RING-12 a new identity takes its place', async () => {
    value(await linkDevice({ ...options(), passphrase: 'correct horse', text: (await offer()).link }))
    const made = value(await createIdentity({ ...options(), name: 'Anew', address }))
    expect(await vault.scan('linking/')).toEqual([])
    await made.session.close()
    expect(value(await openSession(options())).me.name).toBe('Anew')
    expect(await resumeLink(options())).toMatchObject({ error: { code: 'device-link-unknown' } })
  })

  it('RING-22 hostile: what a device would say where another has listed it as theirs is not said in their name', async () => {
    const all = await beginTalks()
    const caucus = roomOf(all.north, all.process, 'caucus').id
    let isCut = true
    const relayAt = (at: string) =>
      createHttpRelay({
        address: at,
        fetch: async (input, init) => {
          const request = new Request(input, init)
          if (isCut && request.url.includes(caucus)) throw new TypeError('no network')
          return all.world.relay.fetch(request)
        },
      })
    const owner = await reopen(all.north, { relayAt })
    const ownVault = createMemoryVault()
    const own = { vault: ownVault, relayAt, live: false }
    const linking = value(await linkDevice({ ...own, text: value(await offerDevice(owner.session)).link }))
    await meet(owner)
    value(await linking.poll())
    value(await completeDevice(owner.session))
    await meet(owner, all.mediator)
    const cardsOf = () =>
      roomOf(all.mediator, all.process, 'table').members[owner.session.me.member]?.devices ?? []
    const card = cardsOf().at(-1)
    if (card === undefined) throw new Error('the laptop is not at the table')
    value(await all.mediator.session.act(caucus, { kind: 'device.add', card }))
    await meet(all.mediator)
    isCut = false
    await meet(owner, all.mediator, owner)
    value(await linking.accept())
    const laptop: Person = { session: value(await openSession(own)), vault: ownVault, phrase: [] }
    await meet(laptop)
    expect(laptop.session.me.device).toBe(card.device)
    expect(laptop.session.room(caucus)).toBeDefined()
    expect(await laptop.session.act(caucus, say('We do not agree.'))).toMatchObject({
      error: { code: 'device-of-another' },
    })
    await meet(laptop, all.mediator)
    expect(bodiesIn(all.mediator, caucus)).toEqual([])
  })

  it('RING-12 without the relay nothing begins, and what has begun goes on later', async () => {
    const { link } = await offer()
    talks.world.offline = true
    expect(await answer(link)).toMatchObject({ error: { code: 'relay-unreachable' } })
    expect(await vault.scan('')).toEqual([])
    talks.world.offline = false
    const linking = value(await answer(link))
    talks.world.offline = true
    expect(await linking.poll()).toMatchObject({ error: { code: 'relay-unreachable' } })
    talks.world.offline = false
    expect(value(await linking.poll())).toEqual({ standing: 'waiting' })
  })
})
