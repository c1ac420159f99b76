/** Who can come between two people, or pass for somebody else, when one is invited. */

import {
  acceptJoining,
  admitCards,
  answerInvitation,
  completeInvitation,
  createProcess,
  invitationOf,
  invitationsOf,
  invite,
  joiningsOf,
  openGroup,
  textToInvitation,
  typeCode,
} from '@goodoffices/client'
import type { Act, DeviceCard, Kept, MemberId, PartyId, ProcessId, RoomId } from '@goodoffices/core'
import {
  createAccessKey,
  createDevice,
  createEpochKey,
  createSecret,
  type Device,
  type EpochKey,
  encode,
  type InvitationSecret,
  invitationEpochKey,
  logIdOfEpochKey,
  makeAnswer,
  makeOffer,
  makeReveal,
  openEnvelope,
  sealTo,
  secretToText,
  textToSecret,
} from '@goodoffices/log'
import { beforeAll, describe, expect, it } from 'vitest'
import { deviceToCard } from '../src/identity/identity.ts'
import { cardContext, writeIntroduction, writeLetter } from '../src/invitation/mailbox.ts'
import { sealMail } from '../src/log/mail-log.ts'
import { welcomeContext } from '../src/session/sending/letters.ts'
import { actToValue, HostileRelay, insiderOf } from './hostile.ts'
import { addDevice, beginTalks, bringIn, codesOf, meet, roomOf, type Talks } from './talks.ts'
import { address, createWorld, type Person, value, type World } from './world.ts'

type Box = { readonly id: RoomId; readonly key: EpochKey; readonly secret: InvitationSecret }

/** What whoever holds the link can compute. */
async function boxOf(link: string): Promise<Box> {
  const { secret } = value(textToInvitation(link))
  const key = invitationEpochKey(secret)
  return { id: (await logIdOfEpochKey(key)).logId as string as RoomId, key, secret }
}

async function begin(world: World, ...options: Parameters<World['member']>) {
  const mediator = await world.member(...options)
  const { process, parties } = value(
    await createProcess(mediator.session, {
      title: 'Talks',
      terms: { role: 'carry', disclosure: 'closed' },
      parties: [{ name: 'North', kind: 'party', hidden: false, account: true }],
    }),
  )
  await mediator.session.settle()
  return { mediator, process, party: parties[0] as PartyId }
}

async function send(
  { mediator, process, party }: { mediator: Person; process: ProcessId; party: PartyId },
  name = 'North',
) {
  const id = value(await invite(mediator.session, process, { name, role: 'head', party }))
  await mediator.session.settle()
  const link = invitationOf(mediator.session, id)?.link ?? ''
  return { id, link, box: await boxOf(link) }
}

const side = (device: Device) => ({ keys: device.publicKeys, nonce: createSecret() })
const stranger = () => createDevice(createSecret())

const between = async () => {
  const relay = await HostileRelay.create()
  const world = await createWorld()
  const talks = await begin(world, 'Mediator', { relayAt: () => relay.portFor('Mediator') })
  const guest = await world.member('Guest', { relayAt: () => relay.portFor('Guest') })
  const sent = await send(talks)
  relay.split('Guest')
  const { box } = sent
  const put = async (view: string, message: Uint8Array) =>
    relay.inject(box.id, await sealMail(box.id, box.key, message), view)
  const last = async (view: string) => {
    const envelope = relay.records(box.id, view).at(-1)?.envelope ?? new Uint8Array()
    const opened = await openEnvelope({ logId: box.id, epoch: 1, epochKey: box.key, envelope })
    return opened.ok ? opened.value : new Uint8Array()
  }
  return { relay, guest, ...talks, ...sent, put, last }
}

type Claimed = {
  readonly member: string
  readonly devices: readonly DeviceCard[]
  readonly first?: DeviceCard
}

describe('attack 2: keys exchanged at an invitation', () => {
  it('INV-2, INV-3 by somebody with the link and the relay: the codes differ, and nothing of the talks has been sent', async () => {
    const { relay, guest, mediator, link, id, box, put } = await between()
    const thief = side(await stranger())
    relay.logs('Guest').set(box.id, [])
    const offer = makeOffer(box.secret, thief)
    await put('Guest', offer)
    const joining = value(await answerInvitation(guest.session, link))
    await meet(guest)
    await put('Guest', makeReveal(thief))
    const trueOffer = relay.records(box.id)[0]?.envelope ?? new Uint8Array()
    const opened = await openEnvelope({ logId: box.id, epoch: 1, epochKey: box.key, envelope: trueOffer })
    await put('', makeAnswer(opened.ok ? opened.value : new Uint8Array(), thief))
    await meet(guest, mediator)
    const seen = joiningsOf(guest.session).find(each => each.id === joining)?.code
    const shown = invitationOf(mediator.session, id)?.code
    expect(seen).toMatch(/^\d{6}$/)
    expect(shown).toMatch(/^\d{6}$/)
    // One in a million that they agree by chance.
    expect(seen).not.toBe(shown)
    expect(invitationOf(mediator.session, id)?.standing).toBe('answered')
    expect(await completeInvitation(mediator.session, id)).toMatchObject({
      ok: false,
      error: { code: 'invitation-not-introduced' },
    })
    // The three moves, and what the invitation says of itself.
    expect(relay.records(box.id).length).toBe(4)
  })

  it('INV-3, INV-43 with the true keys revealed behind a false offer: the guest is told', async () => {
    const { relay, guest, mediator, link, box, put, last } = await between()
    const thief = side(await stranger())
    relay.logs('Guest').set(box.id, [])
    await put('Guest', makeOffer(box.secret, thief))
    const joining = value(await answerInvitation(guest.session, link))
    await meet(guest)
    const trueOffer = relay.records(box.id)[0]?.envelope ?? new Uint8Array()
    const opened = await openEnvelope({ logId: box.id, epoch: 1, epochKey: box.key, envelope: trueOffer })
    await put('', makeAnswer(opened.ok ? opened.value : new Uint8Array(), thief))
    await meet(mediator)
    await put('Guest', await last(''))
    await meet(guest)
    expect(joiningsOf(guest.session).find(each => each.id === joining)).toMatchObject({
      standing: 'failed',
      reason: 'invitation/commitment',
    })
    expect(await acceptJoining(guest.session, joining)).toMatchObject({ ok: false })
    expect(await typeCode(guest.session, joining, '000000')).toMatchObject({
      error: { code: 'invitation/commitment' },
    })
  })
})

describe('invitations', () => {
  let world: World
  let talks: Awaited<ReturnType<typeof begin>>
  beforeAll(async () => {
    world = await createWorld()
    talks = await begin(world, 'Mediator')
  })

  const append = async (box: Pick<Box, 'id' | 'key'>, message: Uint8Array) =>
    world
      .relayAt(address)
      .append(box.id, await createAccessKey(box.key), [await sealMail(box.id, box.key, message)])
  const offerIn = async (box: Box) => {
    const { records } = await world.relayAt(address).read(box.id, await createAccessKey(box.key), 0)
    const opened = await openEnvelope({
      logId: box.id,
      epoch: 1,
      epochKey: box.key,
      envelope: records[0]?.envelope ?? new Uint8Array(),
    })
    if (!opened.ok) throw new Error(opened.error.code)
    return opened.value
  }

  it('INV-4 attack 3: one that was used is not used again, whoever replays it; nothing more is shared', async () => {
    const { mediator, process, party } = talks
    const guest = await world.member('Guest')
    await bringIn(mediator, process, guest, { role: 'delegate', party })
    const [used] = invitationsOf(mediator.session, process)
    if (used === undefined) throw new Error('no invitation')
    const sizes = () => mediator.session.rooms(process).map(room => room.size)
    const before = sizes()
    const other = await world.member('Other')
    const joining = value(await answerInvitation(other.session, used.link))
    await meet(other, mediator, other)
    expect(joiningsOf(other.session).find(each => each.id === joining)?.standing).not.toBe('joined')
    expect(await completeInvitation(mediator.session, used.id)).toMatchObject({
      ok: false,
      error: { code: 'invitation-settled' },
    })
    expect(sizes()).toEqual(before)
    expect(other.session.processes()).toEqual([])
  })

  it('INV-5 a second answer shows that the link was in other hands, and ends it; the same answer twice does not', async () => {
    const { mediator } = talks
    const { id, link, box } = await send(talks, 'Second')
    const guest = await world.member('Second')
    value(await answerInvitation(guest.session, link))
    await meet(guest, mediator)
    const { records } = await world.relayAt(address).read(box.id, await createAccessKey(box.key), 0)
    const opened = await openEnvelope({
      logId: box.id,
      epoch: 1,
      epochKey: box.key,
      envelope: records[1]?.envelope ?? new Uint8Array(),
    })
    await append(box, opened.ok ? opened.value : new Uint8Array())
    await meet(mediator)
    expect(invitationOf(mediator.session, id)?.contested).toBe(false)
    await append(box, makeAnswer(await offerIn(box), side(await stranger())))
    await meet(mediator)
    expect(invitationOf(mediator.session, id)?.contested).toBe(true)
    expect(await completeInvitation(mediator.session, id)).toMatchObject({
      ok: false,
      error: { code: 'invitation-contested' },
    })
  })

  it('INV-5 an unreadable answer does not hide that there was one', async () => {
    const { mediator } = talks
    const { id, box } = await send(talks, 'Third')
    const weak = { sign: new Uint8Array(32), wrap: new Uint8Array(1216) }
    await append(box, makeAnswer(await offerIn(box), { keys: weak, nonce: createSecret() }))
    await append(box, makeAnswer(await offerIn(box), side(await stranger())))
    await meet(mediator)
    expect(invitationOf(mediator.session, id)).toMatchObject({ standing: 'sent', contested: true })
  })

  /** Answers and introduces itself as the program would, with whatever card it likes. */
  const introduce = async (box: Box, mediator: Person, about: (own: DeviceCard) => Claimed) => {
    const device = await stranger()
    await append(box, makeAnswer(await offerIn(box), side(device)))
    await meet(mediator)
    const inviter = (await insiderOf(mediator)).device
    const { member, devices, first } = about(deviceToCard(device))
    const letter = await sealTo({
      sender: device,
      recipients: [inviter.publicKeys],
      context: cardContext(box.id),
      plaintext: writeIntroduction({
        name: 'Guest',
        member: member as MemberId,
        devices,
        ...(first === undefined ? {} : { first }),
        mailbox: { log: box.id, key: secretToText(box.key) },
      }),
    })
    await append(box, writeLetter(letter))
    await meet(mediator)
  }

  it('INV-6 a newcomer who claims to be somebody who is there already, or to have their device, is not admitted', async () => {
    const { mediator, process } = talks
    const seated = roomOf(mediator, process, 'caucus').members
    const victim = Object.values(seated).find(member => member.member !== mediator.session.me.member)
    if (victim === undefined) throw new Error('nobody there')
    const [paper] = victim.devices.filter(card => (card.device as string) === victim.member)
    const claims = [
      (own: DeviceCard) => [own, ...(paper === undefined ? [] : [paper])],
      (own: DeviceCard) => [own, ...victim.devices],
      (own: DeviceCard) => [own],
    ]
    for (const devices of claims) {
      const { id, box } = await send(talks, 'Impostor')
      await introduce(box, mediator, own => ({
        member: victim.member,
        devices: devices(own),
        ...(paper === undefined ? {} : { first: paper }),
      }))
      expect(invitationOf(mediator.session, id)?.standing).toBe('introduced')
      expect(await completeInvitation(mediator.session, id)).toMatchObject({
        ok: false,
        error: { code: 'member-known-otherwise' },
      })
    }
    expect(roomOf(mediator, process, 'caucus').contacts[victim.member]?.card.devices).toEqual(victim.devices)
  })

  it('INV-6 an introduction whose devices are not what they say, or are not the member’s, is none', async () => {
    const { mediator } = talks
    const good = deviceToCard(await stranger())
    const cases: readonly ((own: DeviceCard) => Claimed)[] = [
      own => ({ member: own.device, devices: [{ ...own, wrap: good.wrap }] }),
      own => ({ member: own.device, devices: [own, { ...good, wrap: 'AAAA' }] }),
      own => ({ member: own.device, devices: [good] }),
      () => ({ member: good.device, devices: [good] }),
      own => ({ member: 'somebody-else-altogether', devices: [own] }),
      // The first paper device that is given beside them is to be what it says as well.
      own => ({ member: good.device, devices: [own], first: { ...good, wrap: own.wrap } }),
      own => ({ member: 'somebody-else-altogether', devices: [own], first: good }),
    ]
    for (const about of cases) {
      const { id, box } = await send(talks, 'Unsound')
      await introduce(box, mediator, about)
      expect(invitationOf(mediator.session, id)?.standing).toBe('answered')
    }
  })

  it('INV-11 another device of the inviter does not reveal keys that the offer was not made with', async () => {
    const own = await begin(world, 'Inviter')
    const second = await addDevice(world, own.mediator)
    const sent = await send(own)
    const guest = await world.member('Guest of two')
    const joining = value(await answerInvitation(guest.session, sent.link))
    // The second device comes first, and keeps still.
    await meet(guest, second, guest)
    expect(joiningsOf(guest.session).find(each => each.id === joining)?.standing).toBe('waiting')
    await meet(own.mediator, guest, second)
    const code = joiningsOf(guest.session).find(each => each.id === joining)?.code
    expect(code).toMatch(/^\d{6}$/)
    expect(invitationOf(own.mediator.session, sent.id)?.code).toBe(code)
    expect(invitationOf(second.session, sent.id)?.code).toBe(code)
  })

  it('INV-1 without the relay there is no “not found”', async () => {
    const { link } = await send(talks, 'Later')
    const guest = await world.member('Later')
    world.offline = true
    expect(await answerInvitation(guest.session, link)).toMatchObject({
      ok: false,
      error: { code: 'relay-unreachable' },
    })
    world.offline = false
    value(await answerInvitation(guest.session, link))
  })
})

describe('letters', () => {
  let talks: Talks
  beforeAll(async () => {
    talks = await beginTalks()
  })

  /** A welcome of one's own making, put into somebody's mailbox by one who knows it. */
  const welcome = async (from: Device, to: Person, kept: Kept) => {
    const { mediator, process, world } = talks
    const [contact] = mediator.session
      .rooms(process)
      .flatMap(room => room.contacts[to.session.me.member] ?? [])
    const key = contact === undefined ? undefined : textToSecret(contact.mailbox.key)
    if (contact === undefined || key?.ok !== true) throw new Error('no contact')
    const { log } = contact.mailbox
    const letter = await sealTo({
      sender: from,
      recipients: [(await insiderOf(to)).device.publicKeys],
      context: welcomeContext(log),
      plaintext: encode({ kind: 'welcome', rooms: [kept] }),
    })
    const envelope = await sealMail(log, key.value, writeLetter(letter))
    await world.relayAt(address).append(log, await createAccessKey(key.value), [envelope])
    await meet(to)
  }

  const lineOf = async (room: Partial<Kept>): Promise<Kept> => {
    const { world, process } = talks
    const key = createEpochKey()
    const { verifier } = await world.relayAt(address).card()
    return {
      room: (await logIdOfEpochKey(key)).logId as string as RoomId,
      purpose: 'room',
      process: { process, title: 'Talks' },
      relay: { address, verifier },
      epoch: 1,
      key: secretToText(key),
      ...room,
    }
  }

  it('INV-8 from the other party, from a stranger, or for one’s own room, they are ignored', async () => {
    const { north, south, parties } = talks
    const before = north.session.home()?.keyring
    const fake = await lineOf({ roomKind: 'caucus', party: parties.north })
    await welcome((await insiderOf(south)).device, north, fake)
    await welcome(await stranger(), north, fake)
    const home = north.session.home()?.id
    if (home === undefined) throw new Error('no home')
    await welcome((await insiderOf(talks.mediator)).device, north, { ...fake, room: home })
    expect(north.session.home()?.keyring).toEqual(before)
    expect(codesOf(north)).toEqual([])
  })

  it('INV-8 from a mediator of the process they are believed; INV-10 a room that is not what its line says is not shown', async () => {
    const { mediator, north, process } = talks
    const { device } = await insiderOf(mediator)
    const fake = await lineOf({ roomKind: 'group' })
    await welcome(device, north, fake)
    expect(Object.keys(north.session.home()?.keyring ?? {})).toContain(fake.room)
    const desk = roomOf(mediator, process, 'desk').id
    const { epoch, key } = await (await insiderOf(mediator)).epochKey(desk)
    await welcome(
      device,
      north,
      await lineOf({ room: desk, roomKind: 'caucus', epoch, key: secretToText(key) }),
    )
    expect(north.session.rooms(process).map(({ kind }) => kind)).toEqual(['table', 'caucus'])
  })

  it('INV-9 keys are sealed to the devices that the room lists, whatever another party recorded of how to reach somebody', async () => {
    const { mediator, north, south, process, parties } = talks
    const thief = await stranger()
    const target = south.session.me.member
    const caucus = roomOf(north, process, 'caucus')
    const box = createEpochKey()
    const { logId } = await logIdOfEpochKey(box)
    const lie: Act = {
      kind: 'contact.record',
      member: target,
      mailbox: { log: logId as string as RoomId, key: secretToText(box) },
      card: {
        member: target,
        name: 'South',
        role: 'delegate',
        party: parties.north,
        devices: [deviceToCard(thief)],
      },
    }
    const insider = await insiderOf(north)
    const port = talks.world.relayAt(address)
    const { key } = await insider.epochKey(caucus.id)
    await port.append(caucus.id, await createAccessKey(key), [await insider.seal(caucus.id, actToValue(lie))])
    await port.create(logId, await createAccessKey(box), [])
    await meet(mediator)
    expect(roomOf(mediator, process, 'caucus', parties.north).contacts[target]?.card.devices[0]?.device).toBe(
      thief.id,
    )
    const room = value(await openGroup(mediator.session, process, { title: 'Group', members: [target] }))
    await meet(mediator, south)
    expect(south.session.room(room)?.title).toBe('Group')
    const { records } = await port.read(logId, await createAccessKey(box), 0)
    expect(records).toEqual([])
    expect(codesOf(mediator)).toEqual([])
  })

  it('INV-12 a party’s head who lists somebody of the other party as its own, with a device of its own, gets no group opened for that device', async () => {
    const { mediator, north, south, process, parties } = talks
    const thief = deviceToCard(await stranger())
    const victim = south.session.me.member
    const paper = roomOf(south, process, 'table').members[victim]?.devices.find(
      ({ device }) => (device as string) === victim,
    )
    if (paper === undefined) throw new Error('no paper device')
    const caucus = roomOf(north, process, 'caucus').id
    const card = {
      member: victim,
      name: 'South',
      role: 'delegate',
      party: parties.north,
      devices: [thief, paper],
    } as const
    value(await north.session.act(caucus, { kind: 'member.admit', card }))
    await meet(north, mediator)
    expect(await openGroup(mediator.session, process, { title: 'Trap', members: [victim] })).toMatchObject({
      ok: false,
      error: { code: 'contact-differs' },
    })
    value(await mediator.session.act(caucus, { kind: 'member.remove', member: victim }))
    const room = value(await openGroup(mediator.session, process, { title: 'Group', members: [victim] }))
    await meet(mediator, south)
    expect(south.session.room(room)?.members[victim]?.devices).not.toContainEqual(thief)
    expect(south.session.room(room)?.title).toBe('Group')
  })

  it('INV-9 nobody is sent the keys of a room that they did not come to be in', async () => {
    const { mediator, north, process, parties } = talks
    const room = value(await openGroup(mediator.session, process, { title: 'Closed', members: [] }))
    await meet(mediator)
    const before = Object.keys(north.session.home()?.keyring ?? {})
    const card = roomOf(mediator, process, 'caucus', parties.north).members[north.session.me.member]
    if (card === undefined) throw new Error('not there')
    const { member, name, role, party, devices } = card
    const admission = {
      room,
      cards: [{ member, name, role, ...(party === undefined ? {} : { party }), devices: [...devices] }],
    }
    // Somebody admitted, and taken out before the keys are sent: both wait in the outbox while the relay is away.
    talks.world.offline = true
    value(await admitCards(mediator.session, [admission]))
    await mediator.session.settle()
    value(await mediator.session.act(room, { kind: 'member.remove', member }))
    talks.world.offline = false
    await meet(mediator, north)
    const letters = Object.values(north.session.home()?.keyring ?? {}).filter(
      kept => kept.purpose === 'room' && !before.includes(kept.room),
    )
    expect(north.session.room(room)?.messages ?? {}).toEqual({})
    expect(letters.length).toBeLessThanOrEqual(1)
  })
})
