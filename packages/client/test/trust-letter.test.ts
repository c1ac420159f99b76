/** Letters by those who know a mailbox and may not send them: who introduces whom, and who leads whom into which rooms. */

import {
  acceptJoining,
  answerInvitation,
  completeInvitation,
  createProcess,
  invitationOf,
  invite,
  joiningsOf,
  openGroup,
  RelayError,
  textToInvitation,
} from '@goodoffices/client'
import type { InvitationId, Kept, MemberId, PartyId, ProcessId, RoomId, RoomKind } from '@goodoffices/core'
import {
  createAccessKey,
  createDevice,
  createEpochKey,
  createSecret,
  type Device,
  encode,
  invitationEpochKey,
  logIdOfEpochKey,
  makeAnswer,
  openEnvelope,
  sealTo,
  secretToText,
  textToSecret,
} from '@goodoffices/log'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deviceToCard } from '../src/identity/identity.ts'
import { cardContext, writeIntroduction, writeLetter } from '../src/invitation/mailbox.ts'
import { sealMail } from '../src/log/mail-log.ts'
import { welcomeContext } from '../src/session/sending/letters.ts'
import { insiderOf } from './hostile.ts'
import { beginTalks, bringIn, meet, roomOf, type Talks } from './talks.ts'
import { address, createWorld, type Person, value, type World } from './world.ts'

const dayMs = 86_400_000

const stranger = () => createDevice(createSecret())

type Box = { readonly id: string; readonly key: ReturnType<typeof createEpochKey> }

const put = async (world: World, { id, key }: Box, message: Uint8Array): Promise<void> => {
  const envelope = await sealMail(id as RoomId, key, message)
  await world.relayAt(address).append(id, await createAccessKey(key), [envelope])
}

const recordsIn = async (world: World, { id, key }: Box) =>
  (await world.relayAt(address).read(id, await createAccessKey(key), 0)).records

/** What whoever holds the link can compute. */
const boxOf = async (link: string): Promise<Box> => {
  const key = invitationEpochKey(value(textToInvitation(link)).secret)
  return { id: (await logIdOfEpochKey(key)).logId, key }
}

const offerIn = async (world: World, box: Box): Promise<Uint8Array> => {
  const [{ envelope } = { envelope: undefined }] = await recordsIn(world, box)
  const opened = await openEnvelope({
    logId: box.id,
    epoch: 1,
    epochKey: box.key,
    envelope: envelope ?? new Uint8Array(),
  })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

describe('attack 2: the letter after the code', () => {
  let talks: Talks
  let sent: { readonly id: InvitationId; readonly box: Box }

  beforeAll(async () => {
    talks = await beginTalks()
  })

  beforeEach(async () => {
    const { mediator, process, parties } = talks
    const request = { name: 'Guest', role: 'delegate', party: parties.north } as const
    const id = value(await invite(mediator.session, process, request))
    await mediator.session.settle()
    sent = { id, box: await boxOf(invitationOf(mediator.session, id)?.link ?? '') }
  })

  /** An introduction signed by one device, of a member with these devices. */
  const introduce = async (by: Device, member: Device, ...others: readonly Device[]): Promise<void> =>
    introduceTo([], by, member, ...others)

  /** The same, for more than the inviter's device. */
  const introduceTo = async (
    more: readonly Device[],
    by: Device,
    member: Device,
    ...others: readonly Device[]
  ): Promise<void> => {
    const { mediator, world } = talks
    const letter = await sealTo({
      sender: by,
      recipients: [(await insiderOf(mediator)).device, ...more].map(({ publicKeys }) => publicKeys),
      context: cardContext(sent.box.id as RoomId),
      plaintext: writeIntroduction({
        name: 'Guest',
        member: member.id as string as MemberId,
        devices: [member, ...others].map(deviceToCard),
        mailbox: { log: sent.box.id as RoomId, key: secretToText(sent.box.key) },
      }),
    })
    await put(world, sent.box, writeLetter(letter))
    await meet(mediator)
  }

  it('INV-6 a thief of the link who adds a device of his own behind codes that agree is not heard; the guest is', async () => {
    const { mediator, north, world, process, parties } = talks
    const [guest, thief] = [await stranger(), await stranger()]
    const side = { keys: guest.publicKeys, nonce: createSecret() }
    await put(world, sent.box, makeAnswer(await offerIn(world, sent.box), side))
    await meet(mediator)
    // Everything in it is true but for who signed it: the compared device is listed, and so is his.
    await introduce(thief, guest, thief)
    expect(invitationOf(mediator.session, sent.id)?.standing).toBe('answered')
    expect(await completeInvitation(mediator.session, sent.id)).toMatchObject({
      ok: false,
      error: { code: 'invitation-not-introduced' },
    })
    await introduce(guest, guest)
    expect(invitationOf(mediator.session, sent.id)?.standing).toBe('introduced')
    const desk = () => roomOf(mediator, process, 'desk').size
    const before = desk()
    value(await completeInvitation(mediator.session, sent.id))
    await meet(mediator, north)
    // INV-15: of a party that speaks for itself already nothing is said anew.
    expect(desk()).toBe(before)
    const { members, devices } = roomOf(north, process, 'caucus', parties.north)
    expect(Object.keys(members)).toContain(guest.id)
    expect(Object.keys(devices)).not.toContain(thief.id)
  })

  it('INV-24 on a letter for more than the inviter’s device no key is tried, and behind a hundred messages on none', async () => {
    const { mediator, world } = talks
    const guest = await stranger()
    const side = { keys: guest.publicKeys, nonce: createSecret() }
    await put(world, sent.box, makeAnswer(await offerIn(world, sent.box), side))
    await meet(mediator)
    await introduceTo([await stranger()], guest, guest)
    expect(invitationOf(mediator.session, sent.id)?.standing).toBe('answered')
    // The offer, the answer, the reveal and that letter are four.
    for (let i = 0; i < 96; i += 1) await put(world, sent.box, encode(['letter', new Uint8Array([i])]))
    await introduce(guest, guest)
    expect(invitationOf(mediator.session, sent.id)?.standing).toBe('answered')
  })
})

describe('attack 3: an invitation out of date', () => {
  it('INV-4 is revealed to nobody and shares nothing, whoever answers', async () => {
    let clock = 1_800_000_000_000
    const world = await createWorld({ now: () => clock })
    const [mediator, guest] = [await world.member('Mediator'), await world.member('Guest')]
    const { process, parties } = value(
      await createProcess(mediator.session, {
        title: 'Talks',
        terms: { role: 'carry', disclosure: 'closed' },
        parties: [{ name: 'North', kind: 'party', hidden: false, account: true }],
      }),
    )
    const party = parties[0] as PartyId
    const open = async (daysMax: number) => {
      const id = value(
        await invite(mediator.session, process, { name: 'Guest', role: 'head', party, daysMax }),
      )
      await mediator.session.settle()
      const link = invitationOf(mediator.session, id)?.link ?? ''
      return { id, link, box: await boxOf(link) }
    }
    const [late, timely] = [await open(3), await open(9)]
    clock += 4 * dayMs
    for (const { link } of [late, timely]) value(await answerInvitation(guest.session, link))
    await meet(guest, mediator, guest, mediator)
    // An offer, what it says of itself, and an answer; beside the control, in which the keys were shown.
    expect(await recordsIn(world, late.box)).toHaveLength(3)
    expect(await recordsIn(world, timely.box)).toHaveLength(4)
    expect(invitationOf(mediator.session, late.id)?.standing).toBe('expired')
    expect(invitationOf(mediator.session, timely.id)?.standing).toBe('answered')
    const joinings = joiningsOf(guest.session)
    expect(joinings.find(({ id }) => (id as string) === late.box.id)).toMatchObject({
      standing: 'failed',
      reason: 'invitation-expired',
    })
    expect(joinings.find(({ id }) => (id as string) === late.box.id)?.code).toBeUndefined()
    expect(await completeInvitation(mediator.session, late.id)).toMatchObject({ ok: false })
    expect(guest.session.processes()).toEqual([])
  })
})

/** The logs that somebody has keys of. */
const roomsOf = (person: Person): readonly string[] => Object.keys(person.session.home()?.keyring ?? {})

/** A line of a keyring, of a room that nobody has opened. */
const lineOf = async (world: World, process: ProcessId, line: Partial<Kept>): Promise<Kept> => {
  const key = createEpochKey()
  const { verifier } = await world.relayAt(address).card()
  return {
    room: (await logIdOfEpochKey(key)).logId as string as RoomId,
    purpose: 'room',
    process: { process, title: 'Talks' },
    relay: { address, verifier },
    epoch: 1,
    key: secretToText(key),
    ...line,
  }
}

describe('attack 3: letters with keys', () => {
  let talks: Talks
  /** Another of North's people. */
  let delegate: Person

  beforeAll(async () => {
    talks = await beginTalks()
    const { world, mediator, process, parties } = talks
    delegate = await world.member('Delegate')
    await bringIn(mediator, process, delegate, { role: 'delegate', party: parties.north })
    await meet(mediator, talks.north, delegate)
  })

  /** A welcome of one's own making, put into somebody's mailbox by one who knows it. */
  const welcome = async (from: Person, to: Person, ...rooms: readonly Kept[]): Promise<void> => {
    const { mediator, process, world } = talks
    const [contact] = mediator.session
      .rooms(process)
      .flatMap(room => room.contacts[to.session.me.member] ?? [])
    const key = contact === undefined ? undefined : textToSecret(contact.mailbox.key)
    if (contact === undefined || key?.ok !== true) throw new Error('no contact')
    const { log } = contact.mailbox
    const letter = await sealTo({
      sender: (await insiderOf(from)).device,
      recipients: [(await insiderOf(to)).device.publicKeys],
      context: welcomeContext(log),
      plaintext: encode({ kind: 'welcome', rooms: rooms as never }),
    })
    await put(world, { id: log, key: key.value }, writeLetter(letter))
    await meet(to)
  }

  const line = (roomKind: RoomKind, party?: PartyId, process = talks.process) =>
    lineOf(talks.world, process, { roomKind, ...(party === undefined ? {} : { party }) })

  /** Which of these lines somebody takes into their keyring from somebody's letter. */
  const taken = async (from: Person, to: Person, ...lines: readonly Kept[]): Promise<readonly RoomKind[]> => {
    await welcome(from, to, ...lines)
    const known = roomsOf(to)
    return lines.flatMap(each => (known.includes(each.room) && each.roomKind ? [each.roomKind] : []))
  }

  it('INV-8 nobody makes a second table, desk or caucus: not a mediator, not with two in one letter', async () => {
    const { mediator, north, parties } = talks
    expect(await taken(mediator, north, await line('table'))).toEqual([])
    expect(await taken(mediator, north, await line('caucus', parties.north))).toEqual([])
    const desks = [await line('desk'), await line('desk')]
    expect(await taken(mediator, north, ...desks)).toEqual(['desk'])
    // Of groups there may be as many as are opened.
    expect(await taken(mediator, north, await line('group'), await line('group'))).toEqual(['group', 'group'])
  })

  it('INV-8 a mediator leads nobody into a delegation', async () => {
    const { mediator, delegate: to, parties } = { ...talks, delegate }
    expect(await taken(mediator, to, await line('delegation', parties.north))).toEqual([])
  })

  it('INV-8 a party’s head leads its people into its delegation and no other room, and nobody else’s people anywhere', async () => {
    const { north, south, parties } = talks
    for (const kind of ['group', 'desk', 'table', 'private'] as const)
      expect(await taken(north, delegate, await line(kind))).toEqual([])
    expect(await taken(north, delegate, await line('group', parties.north))).toEqual([])
    expect(await taken(north, delegate, await line('delegation', parties.south))).toEqual([])
    expect(await taken(south, delegate, await line('delegation', parties.north))).toEqual([])
    expect(await taken(south, delegate, await line('delegation', parties.south))).toEqual([])
    expect(await taken(delegate, north, await line('delegation', parties.north))).toEqual([])
    expect(await taken(north, delegate, await line('delegation', parties.north))).toEqual(['delegation'])
  })

  it('INV-8 nobody puts another room in the place of one’s own, which holds all keys', async () => {
    const { mediator, north, process } = talks
    const home = north.session.home()
    const own = home?.keyring[home.id]
    if (home === undefined) throw new Error('no home')
    await welcome(mediator, north, await lineOf(talks.world, process, { room: home.id, roomKind: 'group' }))
    expect(north.session.home()?.keyring[home.id]).toEqual(own)
  })

  it('INV-8 the compared device opens one process, and not another one in the same letter; nor a stranger any', async () => {
    const { mediator, world, process, south, parties } = talks
    const guest = await world.member('Guest')
    const request = { name: 'Guest', role: 'delegate', party: parties.north } as const
    const id = value(await invite(mediator.session, process, request))
    await mediator.session.settle()
    value(await answerInvitation(guest.session, invitationOf(mediator.session, id)?.link ?? ''))
    await meet(guest, mediator, guest)
    const [joining] = joiningsOf(guest.session)
    if (joining === undefined) throw new Error('no joining')
    value(await acceptJoining(guest.session, joining.id))
    await meet(guest, mediator)
    const introduced = Object.values(guest.session.home()?.keyring ?? {}).find(
      ({ purpose }) => purpose === 'mailbox',
    )
    const key = textToSecret(introduced?.key ?? '')
    if (introduced === undefined || !key.ok) throw new Error('no mailbox')
    const other = 'process-of-another' as ProcessId
    const rooms = [
      await line('group'),
      await line('group', undefined, other),
      await line('caucus', parties.north),
    ]
    const letterBy = async (sender: Device, lines: readonly Kept[] = rooms) =>
      writeLetter(
        await sealTo({
          sender,
          recipients: [(await insiderOf(guest)).device.publicKeys],
          context: welcomeContext(introduced.room),
          plaintext: encode({ kind: 'welcome', rooms: lines as never }),
        }),
      )
    for (const sender of [await stranger(), (await insiderOf(south)).device]) {
      await put(world, { id: introduced.room, key: key.value }, await letterBy(sender))
      await meet(guest)
      for (const { room } of rooms) expect(roomsOf(guest)).not.toContain(room)
    }
    const { device } = await insiderOf(mediator)
    // One with no room opens none, and the compared device is believed on its word still.
    await put(world, { id: introduced.room, key: key.value }, await letterBy(device, []))
    await meet(guest)
    expect(joiningsOf(guest.session)).toMatchObject([{ standing: 'introduced' }])
    await put(world, { id: introduced.room, key: key.value }, await letterBy(device))
    await meet(guest)
    const [first, second, third] = rooms.map(({ room }) => roomsOf(guest).includes(room))
    expect({ first, second, third }).toEqual({ first: true, second: false, third: true })
  })
})

describe('keys that are on their way', () => {
  it('INV-9 are not sent to somebody who has left the room before they went', async () => {
    const world = await createWorld()
    /** While set, the first mediator reaches every log but this one. */
    let blocked: string | undefined
    const relayAt: World['relayAt'] = at => {
      const port = world.relayAt(at)
      return {
        ...port,
        append: async (log, ...rest) => {
          if (log === blocked) throw new RelayError('unreachable')
          return port.append(log, ...rest)
        },
      }
    }
    const mediator = await world.member('Mediator', { relayAt })
    const [second, north] = [await world.member('Second'), await world.member('North')]
    const { process, parties } = value(
      await createProcess(mediator.session, {
        title: 'Talks',
        terms: { role: 'carry', disclosure: 'closed' },
        parties: [{ name: 'North', kind: 'party', hidden: false, account: true }],
      }),
    )
    await mediator.session.settle()
    await bringIn(mediator, process, north, { role: 'head', party: parties[0] as PartyId })
    await bringIn(mediator, process, second, { role: 'mediator' })
    const member = north.session.me.member
    const contact = roomOf(mediator, process, 'caucus').contacts[member]
    const key = textToSecret(contact?.mailbox.key ?? '')
    if (contact === undefined || !key.ok) throw new Error('no contact')
    const box = { id: contact.mailbox.log, key: key.value }
    const letters = async () => (await recordsIn(world, box)).length
    const before = await letters()

    blocked = box.id
    // In this order their letters go out, and the second waits for the network.
    const members = [second.session.me.member, member]
    const room = value(await openGroup(mediator.session, process, { title: 'Group', members }))
    await meet(mediator, second)
    expect(mediator.session.room(room)?.members[member]).toBeDefined()
    expect(await letters()).toBe(before)
    value(await second.session.act(room, { kind: 'member.remove', member }))
    await meet(second)
    blocked = undefined
    await meet(mediator, second, mediator)
    expect(mediator.session.status().waiting).toBe(0)
    expect(await letters()).toBe(before)
    await meet(north)
    expect(roomsOf(north)).not.toContain(room)
    // Whoever stays is sent them: the letter box is not what was wrong.
    const again = value(await openGroup(mediator.session, process, { title: 'Again', members: [member] }))
    await meet(mediator, north)
    expect(roomsOf(north)).toContain(again)
  })
})
