/** What the verbs of invitations and devices are asked, and do not do. */

import {
  abandonJoining,
  acceptJoining,
  answerInvitation,
  cancelDeviceOffer,
  cancelInvitation,
  completeDevice,
  completeInvitation,
  createMemoryVault,
  createProcess,
  deviceOfferOf,
  devicesOf,
  invitationOf,
  invite,
  joiningsOf,
  linkDevice,
  newId,
  offerDevice,
  openSession,
  removeDevice,
  renewDevice,
} from '@goodoffices/client'
import type { InvitationId, MessageId, Result, RoomId } from '@goodoffices/core'
import { createAccessKey, createSecret } from '@goodoffices/log'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { mailboxOf } from '../src/invitation/exchange.ts'
import { invitationToText } from '../src/invitation/link.ts'
import { sealMail } from '../src/log/mail-log.ts'
import { beginTalks, codesOf, meet, type Talks } from './talks.ts'
import { address, value } from './world.ts'

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code)
const nowhere = 'a'.repeat(43) as RoomId

let talks: Talks
beforeEach(async () => {
  talks = await beginTalks()
})

describe('an invitation', () => {
  it('INV-4 that nobody has made is not completed, taken back or accepted', async () => {
    const { session } = talks.mediator
    const none = newId<InvitationId>()
    expect(codeOf(await completeInvitation(session, none))).toBe('invitation-unknown')
    expect(codeOf(await cancelInvitation(session, none))).toBe('invitation-unknown')
    expect(codeOf(await acceptJoining(session, nowhere))).toBe('invitation-not-answered')
    expect(invitationOf(session, none)).toBeUndefined()
  })

  it('INV-4 is made by who administers a room for it, of no second lead, and of a party’s people with their party', async () => {
    const { mediator, north, parties, process } = talks
    const asked = async (person: typeof north, request: object) =>
      codeOf(await invite(person.session, process, { name: 'A body', ...request } as never))
    expect(await asked(north, { role: 'delegate', party: parties.south })).toBe('not-an-administrator')
    expect(await asked(mediator, { role: 'lead' })).toBe('one-lead')
    expect(await asked(mediator, { role: 'delegate' })).toBe('party-needed')
  })

  it('INV-4 is one of five hundred at most, and none where one’s own room is unread', async () => {
    const { process } = talks
    const invitations = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [at, {}]))
    const asked = async (home: object | undefined) =>
      codeOf(
        await invite({ engine: { home: () => home }, inviting: {} } as never, process, {
          name: 'A body',
          role: 'mediator',
        }),
      )
    expect(await asked({ invitations })).toBe('too-many-invitations')
    expect(await asked(undefined)).toBe('room-unknown')
  })

  it('INV-4 is not completed before somebody has introduced themselves', async () => {
    const { mediator, process } = talks
    const id = value(await invite(mediator.session, process, { name: 'Second', role: 'mediator' }))
    await mediator.session.settle()
    expect(codeOf(await completeInvitation(mediator.session, id))).toBe('invitation-not-introduced')
  })

  it('INV-4 is answered once by a device, and not where no offer lies', async () => {
    const { mediator, process, world } = talks
    const id = value(await invite(mediator.session, process, { name: 'Second', role: 'mediator' }))
    await mediator.session.settle()
    const { link } = invitationOf(mediator.session, id) ?? { link: '' }
    const second = await world.member('Second')
    const joining = value(await answerInvitation(second.session, link))
    expect(value(await answerInvitation(second.session, link))).toBe(joining)
    expect(codeOf(await acceptJoining(second.session, joining))).toBe('invitation-not-answered')
    expect(codeOf(await renewDevice(second.session))).toBe('device-exchange-open')
    await meet(second, mediator, second)
    expect(invitationOf(mediator.session, id)).toMatchObject({ standing: 'answered', contested: false })
    const secret = createSecret()
    const { id: mailbox, key } = await mailboxOf(secret)
    const access = await createAccessKey(key)
    await world.relayAt(address).create(mailbox, access, [await sealMail(mailbox, key, Uint8Array.of(1))])
    const empty = invitationToText(address, secret).link
    expect(codeOf(await answerInvitation(second.session, empty))).toBe('invitation-not-found')
    const none = invitationToText(address, createSecret()).link
    expect(codeOf(await answerInvitation(second.session, none))).toBe('invitation-not-found')
    const elsewhere = invitationToText('http://[::', secret).words.join(' ')
    world.offline = true
    const away = await answerInvitation(second.session, elsewhere, { address: 'http://nowhere.example' })
    expect(codeOf(away)).toBe('relay-unreachable')
    expect(joiningsOf(second.session)).toHaveLength(1)
    world.offline = false
    // Whoever thinks better of it has nothing left to accept, though the codes were shown.
    await abandonJoining(second.session, joining)
    expect(codeOf(await acceptJoining(second.session, joining))).toBe('invitation-not-answered')
  })

  it('INV-4 at one’s own relay is answered by the key that is known of it, whatever it says now', async () => {
    const { mediator, process, world } = talks
    const id = value(await invite(mediator.session, process, { name: 'Second', role: 'mediator' }))
    await mediator.session.settle()
    const second = await world.member('Second')
    const { engine } = second.session
    const card = vi.spyOn(engine.port(engine.identity.home.relay), 'card')
    const joining = value(
      await answerInvitation(second.session, invitationOf(mediator.session, id)?.link ?? ''),
    )
    expect(card).not.toHaveBeenCalled()
    expect(second.session.joining.get(joining)?.relay).toEqual(engine.identity.home.relay)
  })
})

describe('a device', () => {
  it('RING-3 that nobody has offered is not completed or taken back', async () => {
    const { session } = talks.north
    expect(codeOf(await completeDevice(session))).toBe('device-offer-unknown')
    expect(codeOf(await cancelDeviceOffer(session))).toBe('device-offer-unknown')
    const unread = { engine: { home: () => undefined }, offering: {} } as never
    expect(codeOf(await offerDevice(unread))).toBe('room-unknown')
  })

  it('RING-10 is offered by its own mailbox alone: who answers an invitation meanwhile is not taken for it', async () => {
    const { north, process, parties, world } = talks
    value(await offerDevice(north.session))
    const request = { name: 'Second', role: 'delegate', party: parties.north } as const
    const id = value(await invite(north.session, process, request))
    await north.session.settle()
    const second = await world.member('Second')
    value(await answerInvitation(second.session, invitationOf(north.session, id)?.link ?? ''))
    await meet(second, north)
    expect(invitationOf(north.session, id)?.standing).toBe('answered')
    expect(deviceOfferOf(north.session)).toMatchObject({ standing: 'sent', contested: false })
  })

  it('RING-4 that one acts with is not taken out', async () => {
    const { session } = talks.north
    const [own] = devicesOf(session).filter(({ is }) => is === 'this')
    if (own === undefined) throw new Error('no device')
    expect(codeOf(await removeDevice(session, own.device))).toBe('device-in-use')
  })

  it('RING-21 takes no new keys while it offers itself to another, or a room is being made', async () => {
    const { north, world } = talks
    value(await offerDevice(north.session))
    expect(codeOf(await renewDevice(north.session))).toBe('device-exchange-open')
    value(await cancelDeviceOffer(north.session))
    await north.session.settle()
    world.offline = true
    const terms = { role: 'carry', disclosure: 'closed' } as const
    value(await createProcess(north.session, { title: 'Other talks', terms, parties: [] }))
    expect(codeOf(await renewDevice(north.session))).toBe('device-exchange-open')
    world.offline = false
    await north.session.settle()
    const full = { ok: false, error: { code: 'too-many-devices' } } as const
    vi.spyOn(north.session.engine, 'checkAct').mockReturnValueOnce(full)
    expect(await renewDevice(north.session)).toEqual(full)
    value(await renewDevice(north.session))
    world.offline = true
    const former = devicesOf(north.session).filter(({ is }) => is === 'former')
    expect(former).toHaveLength(1)
    for (const { device } of former)
      expect(codeOf(await removeDevice(north.session, device))).toBe('device-in-use')
  })
})

describe('a room', () => {
  it('SYNC-1 that is not held is neither read nor written in', async () => {
    const { session } = talks.north
    const act = {
      kind: 'message.say',
      message: newId<MessageId>(),
      form: 'paper',
      binding: false,
      body: 'Words.',
    } as const
    expect(codeOf(await session.act(nowhere, act))).toBe('room-unknown')
    expect(codeOf(await session.engine.sync(nowhere))).toBe('room-unknown')
    const page = { records: [], size: 0, checkpoint: '' }
    expect(codeOf(await session.engine.take(nowhere, page))).toBe('room-unknown')
    const { relay } = session.engine.identity.home
    await session.engine.hold({ room: nowhere, purpose: 'room', relay, epoch: 1, key: 'none' })
    expect(codesOf(talks.north, nowhere)).toEqual(['keyring-unreadable'])
    expect(() => session.engine.port({ address: 'no address', verifier: '' })).toThrow('address-unreadable')
  })
})

describe('what could not be kept, or is not known yet', () => {
  const full = { ok: false, error: { code: 'vault-full' } } as const

  it('INV-7 an invitation is begun and completed whole, or not at all', async () => {
    const { mediator, process, world } = talks
    const { engine } = mediator.session
    const refuse = (of = engine) => vi.spyOn(of, 'submit').mockResolvedValueOnce(full)
    refuse()
    const request = { name: 'Second', role: 'mediator' } as const
    expect(await invite(mediator.session, process, request)).toEqual(full)
    const id = value(await invite(mediator.session, process, request))
    await mediator.session.settle()
    const second = await world.member('Second')
    const { link } = invitationOf(mediator.session, id) ?? { link: '' }
    const joining = value(await answerInvitation(second.session, link))
    await meet(second, mediator, second)
    refuse(second.session.engine)
    expect(await acceptJoining(second.session, joining)).toEqual(full)
    expect(joiningsOf(second.session)).toMatchObject([{ standing: 'compare' }])
    value(await acceptJoining(second.session, joining))
    await meet(second, mediator)
    const refusals = async () => codeOf(await completeInvitation(mediator.session, id))
    const [home, own] = [engine.identity.home.room, engine.home()]
    const unread = [
      vi.spyOn(engine, 'standing').mockReturnValue({ kind: 'unasked' }),
      vi.spyOn(engine, 'room').mockImplementation(room => (room === home ? own : undefined)),
    ]
    expect(await refusals()).toBe('relay-unreachable')
    for (const spy of unread) spy.mockRestore()
    const check = vi.spyOn(engine, 'checkAct').mockReturnValue({ ok: false, error: { code: 'role-may-not' } })
    expect(await refusals()).toBe('not-an-administrator')
    check.mockRestore()
    refuse()
    expect(await refusals()).toBe('vault-full')
    expect(invitationOf(mediator.session, id)).toMatchObject({ standing: 'introduced' })
    const done = value(await completeInvitation(mediator.session, id))
    // The rooms that somebody is in now, and nothing else that was said with it.
    expect(done.rooms).toHaveLength(4)
    expect(done.entries).toHaveLength(4)
    await meet(mediator)
    const unkept = vi.spyOn(second.session.engine, 'submit').mockResolvedValue(full)
    await meet(second)
    expect(joiningsOf(second.session)).toMatchObject([{ standing: 'introduced' }])
    expect(second.session.engine.roomLog(done.rooms[0] ?? nowhere)).toBeUndefined()
    unkept.mockRestore()
    await meet(second)
    expect(joiningsOf(second.session)).toMatchObject([{ standing: 'joined' }])
    // Said once: there is nothing more to accept.
    const waiting = second.session.engine.outbox.waiting().length
    value(await acceptJoining(second.session, joining))
    expect(second.session.engine.outbox.waiting().length).toBe(waiting)
  })

  it('RING-3 a device is taken up whole or not at all, and is nobody’s before its person has said so', async () => {
    const { north, world } = talks
    const { engine } = north.session
    const { link } = value(await offerDevice(north.session))
    await north.session.settle()
    const options = { vault: createMemoryVault(), relayAt: world.relayAt, live: false }
    expect(codeOf(await linkDevice({ ...options, text: link, passphrase: 'short' }))).toBe('passphrase/short')
    world.mute = true
    const unsent = { ...options, vault: createMemoryVault() }
    expect(codeOf(await linkDevice({ ...unsent, text: link }))).toBe('relay-unreachable')
    world.mute = false
    const linking = value(await linkDevice({ ...options, text: link }))
    world.offline = true
    expect(codeOf(await linking.poll())).toBe('relay-unreachable')
    world.offline = false
    await meet(north)
    const check = vi
      .spyOn(engine, 'checkAct')
      .mockReturnValue({ ok: false, error: { code: 'too-many-devices' } })
    expect(codeOf(await completeDevice(north.session))).toBe('too-many-devices')
    check.mockRestore()
    vi.spyOn(engine, 'submit').mockResolvedValueOnce(full)
    expect(await completeDevice(north.session)).toEqual(full)
    value(await completeDevice(north.session))
    expect(value(await linking.poll())).toMatchObject({ standing: 'ready' })
    expect(codeOf(await openSession(options))).toBe('no-identity')
    expect(value(await linking.accept())).toMatchObject({ standing: 'linked' })
    const empty = createSecret()
    const { id: mailbox, key } = await mailboxOf(empty)
    const access = await createAccessKey(key)
    await world.relayAt(address).create(mailbox, access, [await sealMail(mailbox, key, Uint8Array.of(1))])
    const text = invitationToText(address, empty, 'device').link
    const other = { ...options, vault: createMemoryVault() }
    expect(codeOf(await linkDevice({ ...other, text }))).toBe('invitation-not-found')
  })
})
