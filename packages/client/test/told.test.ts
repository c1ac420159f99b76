/** A member's devices and their relay: what is told while nobody is there, and what ends it. */

import {
  askNotice,
  confirmNotice,
  createProcess,
  endNotice,
  endOwnNotices,
  newId,
  noticesOf,
  noticesOffered,
  openSession,
  removeDevice,
} from '@goodoffices/client'
import type { MessageId, PartyId } from '@goodoffices/core'
import { createMemoryRelay } from '@goodoffices/relay'
import { describe, expect, it } from 'vitest'
import { makeBrowser } from '../../relay/test/push-reader.ts'
import { addDevice, bringIn } from './talks.ts'
import { type Person, value, worldAround } from './world.ts'

const hourMs = 3_600_000

/** Talks of a mediator and the head of a party, at a relay that tells by push, and how much was pushed. */
async function begin() {
  const clock = { time: 1_800_000_000_000 }
  const now = (): number => clock.time
  const pushed: string[] = []
  const post = async ({ endpoint }: { readonly endpoint: string }): Promise<number> => {
    pushed.push(endpoint)
    return 201
  }
  const push = { contact: 'mailto:desk@talks.example', services: ['fcm.googleapis.com'], post }
  const relay = await createMemoryRelay({ now, notices: { push } })
  const world = worldAround(relay, now)
  const [mediator, head] = [await world.member('Mediator'), await world.member('Head')]
  const { process, parties } = value(
    await createProcess(mediator.session, {
      title: 'Talks',
      terms: { role: 'carry', disclosure: 'closed' },
      parties: [{ name: 'North', kind: 'party', hidden: false, account: true }],
    }),
  )
  await mediator.session.settle()
  await bringIn(mediator, process, head, { role: 'head', party: parties[0] as PartyId })
  await world.settle(mediator, head)
  const caucus = mediator.session.rooms(process).find(({ kind }) => kind === 'caucus')
  if (caucus === undefined) throw new Error('no caucus')
  /** Says something, and lets a day pass in rounds as a server has them. */
  const say = async (person: Person): Promise<number> => {
    const before = pushed.length
    clock.time += 1
    const message = newId<MessageId>()
    const act = { kind: 'message.say', message, form: 'oral-message', binding: false, body: 'x' } as const
    value(await person.session.act(caucus.id, act))
    await person.session.settle()
    // What the shell does after it has sent.
    clock.time += 1
    await person.session.goOnline()
    await new Promise(resolve => setTimeout(resolve, 5))
    for (let i = 0; i < 24; i += 1) {
      await relay.tell()
      clock.time += hourMs
    }
    await relay.tell()
    return pushed.length - before
  }
  return { clock, now, relay, world, mediator, head, process, say, pushed }
}

const browser = makeBrowser()
const asked = { way: 'push', address: browser.subscription, language: 'en', delayed: true }

describe('NOTE-14 what a device keeps up', () => {
  it('NOTE-2 NOTE-6 is told of others, in rooms and mailboxes, and of nothing of its own', async () => {
    const { head, mediator, say } = await begin()
    expect(value(await noticesOffered(head.session))).toEqual({
      push: expect.any(String),
      mail: false,
      delayMs: 900_000,
    })
    expect(await say(mediator)).toBe(0)
    value(await askNotice(head.session, asked))
    const [notice] = value(await noticesOf(head.session))
    expect(notice).toMatchObject({ way: 'push', address: 'fcm.googleapis.com', awaits: false, isOwn: true })
    // The caucus, the table and the mailboxes; not their own room.
    expect(notice?.logs).toBeGreaterThanOrEqual(3)
    expect(await say(head)).toBe(0)
    expect(await say(mediator)).toBe(1)
    expect(await askNotice(head.session, { ...asked, address: '{}' })).toEqual({
      ok: false,
      error: { code: 'notice-address', address: 'http://relay.example' },
    })
  })

  it('NOTE-14 is asked again for the rooms of each new epoch, and by the device that asked alone', async () => {
    const { head, mediator, world, say } = await begin()
    value(await askNotice(head.session, asked))
    const second = await addDevice(world, head)
    await world.settle(head, mediator, second)
    expect(await say(mediator)).toBe(1)
    // A device is taken out: every room begins an epoch, and what was registered ends until the device comes.
    value(await removeDevice(head.session, second.session.me.device))
    await world.settle(head, mediator)
    expect(value(await noticesOf(head.session))).toMatchObject([{ isOwn: true }])
    expect(await say(mediator)).toBe(1)
    // By the device that was taken out nothing can be asked any more.
    const refused = await askNotice(second.session, {
      ...asked,
      address: makeBrowser('https://fcm.googleapis.com/x').subscription,
    })
    expect(refused).toMatchObject({ ok: false, error: { code: 'relay/stale-epoch' } })
  })

  it('NOTE-8 NOTE-9 ends with the device, wherever it is taken out, and when it is forgotten', async () => {
    const { head, mediator, world, say } = await begin()
    const second = await addDevice(world, head)
    await world.settle(head, mediator, second)
    value(await askNotice(second.session, asked))
    expect(value(await noticesOf(head.session))).toMatchObject([{ isOwn: false }])
    expect(await say(mediator)).toBe(1)
    value(await removeDevice(head.session, second.session.me.device))
    await world.settle(head, mediator)
    expect(value(await noticesOf(head.session))).toEqual([])
    expect(await say(mediator)).toBe(0)

    value(await askNotice(head.session, asked))
    expect(await say(mediator)).toBe(1)
    await endOwnNotices(head.session)
    expect(value(await noticesOf(head.session))).toEqual([])
    await head.session.goOnline()
    expect(await say(mediator)).toBe(0)
  })

  it('NOTE-14 outlives the program, and is let go where its person ended it elsewhere', async () => {
    const { head, mediator, world, now, clock, say } = await begin()
    const { name } = value(await askNotice(head.session, asked))
    await head.session.close()
    const open = async () =>
      value(await openSession({ vault: head.vault, relayAt: world.relayAt, live: false, now }))
    const again = await open()
    expect(again.telling.own).toMatchObject([{ way: 'push', name }])
    await again.goOnline()
    const second = await addDevice(world, { ...head, session: again })
    value(await endNotice(second.session, name))
    expect(value(await noticesOf(again))).toEqual([])
    clock.time += 25 * hourMs
    await again.goOnline()
    expect(again.telling.own).toEqual([])
    expect(await say(mediator)).toBe(0)
    expect(await confirmNotice(again, name, '1')).toMatchObject({ ok: false, error: { code: 'notice-code' } })
  })
})
