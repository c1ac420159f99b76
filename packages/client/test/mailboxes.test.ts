/** A member's mailbox moves when somebody has gone who knew of it, and when it has grown; nothing on its way is lost. */

import { openGroup, removeDevice, removeMember } from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import { createAccessKey, type EpochKey, encode, peekEnvelope, sealTo, textToSecret } from '@goodoffices/log'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeLetter } from '../src/invitation/mailbox.ts'
import { sealMail } from '../src/log/mail-log.ts'
import { welcomeContext } from '../src/session/sending/letters.ts'
import { addDevice, beginTalks, bringIn, codesOf, meet, reopen, roomOf, type Talks } from './talks.ts'
import { address, type Person, value } from './world.ts'

type Box = { readonly log: RoomId; readonly key: EpochKey }

let talks: Talks
let adviser: Person

beforeEach(async () => {
  talks = await beginTalks()
  adviser = await talks.world.member('Adviser')
  await bringIn(talks.mediator, talks.process, adviser, { role: 'adviser', party: talks.parties.north })
})

/** North's mailbox as somebody in its caucus knows it. */
function boxOfNorth(as: Person): Box {
  const { mailbox } =
    roomOf(as, talks.process, 'caucus', talks.parties.north).contacts[talks.north.session.me.member] ?? {}
  const key = textToSecret(mailbox?.key ?? '')
  if (mailbox === undefined || !key.ok) throw new Error('no contact')
  return { log: mailbox.log, key: key.value }
}

/** What whoever holds its key sees of a mailbox at the relay. */
async function sizeOf({ log, key }: Box): Promise<number> {
  const page = await talks.world.relayAt(address).read(log, await createAccessKey(key), 0)
  return page.records.filter(({ envelope }) => envelope !== undefined && peekEnvelope(envelope).ok).length
}

async function put({ log, key }: Box, messages: readonly Uint8Array[]): Promise<void> {
  const envelopes = await Promise.all(messages.map(message => sealMail(log, key, message)))
  const access = await createAccessKey(key)
  for (let at = 0; at < envelopes.length; at += 100)
    await talks.world.relayAt(address).append(log, access, envelopes.slice(at, at + 100))
}

const mailboxesOf = ({ session }: Person): readonly RoomId[] =>
  Object.values(session.home()?.keyring ?? {}).flatMap(({ purpose, room }) =>
    purpose === 'mailbox' ? [room] : [],
  )

const keysOf = async (person: Person, log: RoomId): Promise<readonly string[]> =>
  (await person.vault.scan('')).map(([key]) => key).filter(key => key.includes(log))

async function takeOutAdviser(): Promise<void> {
  const { mediator, north, process } = talks
  value(await removeMember(mediator.session, process, adviser.session.me.member))
  await meet(mediator, north, mediator, adviser)
}

const openWorkingGroup = async (title: string): Promise<void> => {
  const { mediator, north, south, process } = talks
  const members = [north.session.me.member, south.session.me.member]
  value(await openGroup(mediator.session, process, { title, members }))
  await meet(mediator, north)
}

const groups = (person: Person): readonly (string | undefined)[] =>
  person.session.rooms(talks.process).flatMap(({ kind, title }) => (kind === 'group' ? [title] : []))

describe('a member’s mailbox', () => {
  it('INV-25 moves when somebody is taken out who knew of it: they see no letter come, and their own go nowhere', async () => {
    const before = boxOfNorth(adviser)
    await takeOutAdviser()
    const { mediator, north } = talks
    const now = boxOfNorth(mediator)
    expect(now.log).not.toBe(before.log)
    expect(boxOfNorth(adviser).log).toBe(before.log)
    await put(before, [encode(['rubbish'])])
    const seen = await sizeOf(before)
    await openWorkingGroup('Fishing')
    expect(groups(north)).toEqual(['Fishing'])
    expect(await sizeOf(before)).toBe(seen)
    expect(await sizeOf(now)).toBe(1)
    expect([...codesOf(north), ...codesOf(mediator)]).toEqual([])
  })

  it('INV-25 hostile: whoever tells the room of the old one again does not bring letters back to it', async () => {
    const { mediator, north, process, parties } = talks
    const caucus = roomOf(mediator, process, 'caucus', parties.north)
    const before = caucus.contacts[north.session.me.member]
    if (before === undefined) throw new Error('no contact')
    await takeOutAdviser()
    const now = boxOfNorth(mediator).log
    value(await mediator.session.act(caucus.id, { kind: 'contact.record', ...before }))
    await meet(mediator, north, mediator)
    expect(boxOfNorth(mediator).log).toBe(now)
    expect([...codesOf(north), ...codesOf(mediator)]).toEqual([])
  })

  it('INV-25 moves when somebody leaves, and when a device is put away', async () => {
    const { mediator, north, process, world } = talks
    const first = boxOfNorth(mediator).log
    const caucus = roomOf(adviser, process, 'caucus').id
    value(await adviser.session.act(caucus, { kind: 'member.leave' }))
    await meet(adviser, mediator, north, mediator)
    const second = boxOfNorth(mediator).log
    expect(second).not.toBe(first)
    const lost = await addDevice(world, mediator)
    await meet(mediator, north)
    expect(boxOfNorth(mediator).log).toBe(second)
    value(await removeDevice(mediator.session, lost.session.me.device))
    await meet(mediator, north, mediator)
    expect(boxOfNorth(mediator).log).not.toBe(second)
  })

  it('INV-25 is told of once the room’s keys have changed, and stays where nobody has gone', async () => {
    const { mediator, north, process, parties, world } = talks
    const before = boxOfNorth(mediator).log
    const delegate = await world.member('Delegate')
    await bringIn(mediator, process, delegate, { role: 'delegate', party: parties.north })
    await meet(mediator, north, mediator)
    expect(boxOfNorth(mediator).log).toBe(before)
    // Who leaves reads on until an administrator's device has changed the keys.
    value(await delegate.session.act(roomOf(delegate, process, 'caucus').id, { kind: 'member.leave' }))
    await delegate.session.settle()
    await north.session.sync(roomOf(north, process, 'caucus').id)
    const state = roomOf(north, process, 'caucus')
    expect(state.rekeyDue || state.contacts[north.session.me.member]?.mailbox.log !== before).toBe(true)
    await meet(north, mediator, north, mediator)
    const told = mediator.session
      .entries(roomOf(mediator, process, 'caucus', parties.north).id)
      .find(({ entry }) => entry.act.kind === 'contact.move')
    expect(told?.epoch).toBe(roomOf(mediator, process, 'caucus', parties.north).epoch)
  })

  it('INV-25 a letter that was on its way to the old one is read', async () => {
    const { mediator, north } = talks
    const before = boxOfNorth(mediator)
    await takeOutAdviser()
    const late = await sealTo({
      sender: mediator.session.engine.identity.device,
      recipients: [north.session.engine.identity.device.publicKeys],
      context: welcomeContext(before.log),
      plaintext: encode({ kind: 'welcome', rooms: [] }),
    })
    await put(before, [writeLetter(late)])
    await meet(north)
    const kept = (await north.session.engine.box.get(`letters/${before.log}`)) as {
      letters: readonly unknown[]
    }
    expect(kept.letters).toHaveLength(2)
    expect(mailboxesOf(north)).toContain(before.log)
  })

  it('INV-25 the old one is read for thirty days, and nothing is left of it then', async () => {
    const before = boxOfNorth(talks.mediator).log
    await takeOutAdviser()
    const { north, world, mediator } = talks
    const dayMs = 86_400_000
    const early = await reopen(north, { relayAt: world.relayAt, now: () => Date.now() + 29 * dayMs })
    await meet(early)
    expect(mailboxesOf(early)).toContain(before)
    const late = await reopen(early, { relayAt: world.relayAt, now: () => Date.now() + 31 * dayMs })
    await meet(late)
    expect(mailboxesOf(late)).toEqual([boxOfNorth(mediator).log])
    await late.session.engine.halt()
    expect(await keysOf(late, before)).toEqual([])
  })

  it('INV-26 one that somebody fills is given up, and not again at once', async () => {
    const { mediator, north } = talks
    const before = boxOfNorth(adviser)
    await put(
      before,
      Array.from({ length: 1_000 }, (_, i) => encode(['rubbish', i])),
    )
    await meet(north, mediator, north, mediator)
    const now = boxOfNorth(mediator)
    expect(now.log).not.toBe(before.log)
    await meet(adviser)
    await put(
      boxOfNorth(adviser),
      Array.from({ length: 1_000 }, (_, i) => encode(['rubbish', i])),
    )
    await meet(north, mediator)
    expect(boxOfNorth(mediator).log).toBe(now.log)
    await openWorkingGroup('Fishing')
    expect(groups(north)).toEqual(['Fishing'])
  })

  it('INV-26 what was tried of one is neither held nor opened again', async () => {
    const { mediator, north, world } = talks
    const box = boxOfNorth(mediator)
    await put(
      box,
      Array.from({ length: 20 }, (_, i) => encode(['rubbish', i])),
    )
    await meet(north)
    expect(north.session.engine.mailbox(box.log)?.messages).toEqual([])
    const again = await reopen(north, { relayAt: world.relayAt })
    expect(again.session.engine.mailbox(box.log)?.messages).toEqual([])
    await meet(again)
    await openWorkingGroupFor(again)
    expect(groups(again)).toEqual(['Fishing'])
  })
})

async function openWorkingGroupFor(north: Person): Promise<void> {
  talks = { ...talks, north }
  await openWorkingGroup('Fishing')
}
