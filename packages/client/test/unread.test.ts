/** What could not be read is not taken for what is not there; what could not be seen to stand is not taken for sent. */

import {
  acceptJoining,
  admit,
  answerInvitation,
  certificatesOf,
  completeDevice,
  completeInvitation,
  createMemoryVault,
  handOverLead,
  invitationOf,
  invite,
  leaveProcess,
  linkDevice,
  offerDevice,
  purgeNotes,
  type RelayAnswer,
  removeDevice,
  removeMember,
  textToInvitation,
  writeNote,
} from '@goodoffices/client'
import type { DeviceId } from '@goodoffices/core'
import {
  createAccessKey,
  createDevice,
  createSecret,
  type InvitationSecret,
  makeAnswer,
  openEnvelope,
} from '@goodoffices/log'
import { beforeEach, describe, expect, it } from 'vitest'
import { mailboxOf } from '../src/invitation/exchange.ts'
import { cancelledMove } from '../src/invitation/mailbox.ts'
import { sealMail } from '../src/log/mail-log.ts'
import { HostileRelay } from './hostile.ts'
import { FaultyLine, logOf } from './line.ts'
import {
  beginTalks,
  beginTalksThrough,
  bodiesIn,
  bringIn,
  codesOf,
  meet,
  reopen,
  roomOf,
  say,
  type Talks,
} from './talks.ts'
import { address, value } from './world.ts'

const unreachable = { ok: false, error: { code: 'relay-unreachable' } }

let talks: Talks
let line: FaultyLine

beforeEach(async () => {
  talks = await beginTalks()
  line = new FaultyLine(talks.world.relay)
}, 60_000)

/** Reads of one log are lost. */
const lose = (log: string): void =>
  line.begin(request => (request.method === 'GET' && logOf(request) === log ? 'never sent' : undefined))

const secretOf = (link: string, what: 'join' | 'device' = 'join'): InvitationSecret =>
  value(textToInvitation(link, { address: undefined, what })).secret

/** Puts something into the mailbox of a link, as anybody can who has it. */
async function put(link: string, message: Uint8Array): Promise<void> {
  const { id, key } = await mailboxOf(secretOf(link))
  const envelope = await sealMail(id, key, message)
  await talks.world.relayAt(address).append(id, await createAccessKey(key), [envelope])
}

async function offerIn(link: string): Promise<Uint8Array> {
  const { id, key } = await mailboxOf(secretOf(link))
  const { records } = await talks.world.relayAt(address).read(id, await createAccessKey(key), 0)
  const [{ envelope = new Uint8Array() } = {}] = records
  const opened = await openEnvelope({ logId: id, epoch: 1, epochKey: key, envelope })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

describe('SYNC-28 a room that could not be read', () => {
  it('is not taken for one that this member is not in', async () => {
    const { mediator, process, parties } = talks
    const caucus = roomOf(mediator, process, 'caucus', parties.south).id
    const guest = await talks.world.member('Guest', { relayAt: line.relayAt })
    lose(caucus)
    await bringIn(mediator, process, guest, { role: 'head', party: parties.south })
    const { session } = guest
    expect(session.rooms(process).map(({ kind }) => kind)).toEqual(['table'])
    const table = roomOf(guest, process, 'table').id
    const other = mediator.session.me.member
    expect(await leaveProcess(session, process)).toMatchObject(unreachable)
    expect(await removeMember(session, process, other)).toMatchObject(unreachable)
    expect(await admit(session, table, [other])).toMatchObject(unreachable)
    expect(await handOverLead(session, process, other)).toMatchObject(unreachable)
    expect(await removeDevice(session, 'device-of-nobody' as DeviceId)).toMatchObject(unreachable)
    line.begin()
    await meet(guest)
    expect(await removeDevice(session, 'device-of-nobody' as DeviceId)).toMatchObject({
      error: { code: 'device-unknown' },
    })
    value(await leaveProcess(session, process))
    await meet(guest, mediator)
    for (const kind of ['table', 'caucus'] as const)
      expect(
        roomOf(mediator, process, kind, kind === 'caucus' ? parties.south : undefined).members[
          session.me.member
        ]?.left,
      ).toBeDefined()
  })

  it('is not left out where a device is brought in', async () => {
    const { mediator, process, parties } = talks
    const caucus = roomOf(mediator, process, 'caucus', parties.south).id
    const guest = await talks.world.member('Guest', { relayAt: line.relayAt })
    lose(caucus)
    await bringIn(mediator, process, guest, { role: 'head', party: parties.south })
    const { link } = value(await offerDevice(guest.session))
    await meet(guest)
    const options = { vault: createMemoryVault(), relayAt: talks.world.relayAt, live: false }
    const linking = value(await linkDevice({ ...options, text: link }))
    await meet(guest)
    value(await linking.accept())
    expect(await completeDevice(guest.session)).toMatchObject(unreachable)
    line.begin()
    await meet(guest)
    value(await completeDevice(guest.session))
  })
})

describe('SYNC-28 a mailbox that could not be read', () => {
  it('may hold another answer: the invitation is not completed', async () => {
    const { process, parties, world } = talks
    const mediator = await reopen(talks.mediator, { relayAt: line.relayAt })
    await meet(mediator)
    const guest = await world.member('Guest')
    const id = value(
      await invite(mediator.session, process, { name: 'Guest', role: 'delegate', party: parties.south }),
    )
    await meet(mediator)
    const link = invitationOf(mediator.session, id)?.link ?? ''
    const joining = value(await answerInvitation(guest.session, link))
    await meet(guest, mediator, guest)
    value(await acceptJoining(guest.session, joining))
    await meet(guest, mediator)
    const stranger = { keys: (await createDevice(createSecret())).publicKeys, nonce: createSecret() }
    await put(link, makeAnswer(await offerIn(link), stranger))
    lose(joining)
    expect(await completeInvitation(mediator.session, id)).toMatchObject(unreachable)
    line.begin()
    expect(await completeInvitation(mediator.session, id)).toMatchObject({
      error: { code: 'invitation-contested' },
    })
  })

  it('may say that the invitation was taken back: nobody introduces themselves', async () => {
    const { mediator, process, parties, world } = talks
    const guest = await world.member('Guest', { relayAt: line.relayAt })
    const id = value(
      await invite(mediator.session, process, { name: 'Guest', role: 'delegate', party: parties.south }),
    )
    await meet(mediator)
    const link = invitationOf(mediator.session, id)?.link ?? ''
    const joining = value(await answerInvitation(guest.session, link))
    await meet(guest, mediator, guest)
    await put(link, cancelledMove)
    lose(joining)
    expect(await acceptJoining(guest.session, joining)).toMatchObject(unreachable)
    line.begin()
    expect(await acceptJoining(guest.session, joining)).toMatchObject({
      error: { code: 'invitation-cancelled' },
    })
  })

  it('is not taken for one that was never made', async () => {
    const { mediator, process, parties, world } = talks
    const guest = await world.member('Guest', { relayAt: line.relayAt })
    const id = value(
      await invite(mediator.session, process, { name: 'Guest', role: 'delegate', party: parties.south }),
    )
    await meet(mediator)
    const link = invitationOf(mediator.session, id)?.link ?? ''
    line.begin(request => (request.method === 'GET' ? 'refused' : undefined))
    expect(await answerInvitation(guest.session, link)).toMatchObject({
      error: { code: 'relay/unknown-path' },
    })
  })

  it('RING-3 of which an envelope is missing is not read: a device does not go on', async () => {
    const relay = await HostileRelay.create()
    const begun = await beginTalksThrough(name => relay.portFor(name))
    const { session } = begun.north
    const { link } = value(await offerDevice(session))
    await session.settle()
    const { id } = await mailboxOf(secretOf(link, 'device'))
    const options = { vault: createMemoryVault(), relayAt: () => relay.portFor('New'), live: false }
    const linking = value(await linkDevice({ ...options, text: link }))
    relay.onRead = (guest, log, page) =>
      guest === 'New' && log === id
        ? { ...page, records: page.records.map(({ position, time, hash }) => ({ position, time, hash })) }
        : page
    expect(await linking.poll()).toMatchObject({ error: { code: 'envelope-withheld' } })
  })
})

describe('SYNC-12 what could not be seen to stand', () => {
  it('does not leave the outbox because the log was stopped', async () => {
    const relay = await HostileRelay.create()
    const begun = await beginTalksThrough(name => relay.portFor(name))
    const { north, process } = begun
    const caucus = roomOf(north, process, 'caucus').id
    const records = relay.records(caucus)
    const [first] = records
    if (first === undefined) throw new Error('an empty log')
    const checkpoint = await relay.sign(
      caucus,
      records.map(() => first),
    )
    relay.onAppend = (guest, log): RelayAnswer | undefined =>
      guest === 'North' && log === caucus
        ? { places: [{ position: records.length - 1, time: 1 }], size: records.length, checkpoint }
        : undefined
    value(await north.session.act(caucus, say('into a fork')))
    await north.session.settle()
    expect(codesOf(north, caucus)).toContain('log-forked')
    // Told of the log, and of the words that were set aside: they have not gone.
    expect(codesOf(north).filter(code => code === 'log-forked')).toHaveLength(2)
  })

  it('RING-10 a mailbox made by somebody else in its place is not taken for one’s own', async () => {
    const { north, world } = talks
    world.offline = true
    const { link } = value(await offerDevice(north.session))
    await north.session.settle()
    world.offline = false
    const { id, key } = await mailboxOf(secretOf(link, 'device'))
    const access = await createAccessKey(key)
    await world.relayAt(address).create(id, access, [await sealMail(id, key, new Uint8Array([1]))])
    await meet(north)
    expect(codesOf(north)).toContain('relay/exists')
  })

  it('SYNC-25 a room is not certified as destroyed while the device cannot say what stood in it', async () => {
    const { session, vault } = talks.mediator
    const { room } = value(await writeNote(session, talks.process, { body: 'They will not hold.' }))
    await meet(talks.mediator)
    const [[key] = ['']] = await vault.scan(`log/${room}/records/`)
    await vault.write(new Map([[key, null]]))
    value(await purgeNotes(session, talks.process, 'Code of conduct, article 5.'))
    await meet(talks.mediator)
    expect(certificatesOf(session)).toEqual([])
    expect(codesOf(talks.mediator)).toContain('vault-damaged')
  })
})

/** North is shown a false record first, so often, and then what stands. */
async function showFalse(times: number) {
  const relay = await HostileRelay.create()
  const begun = await beginTalksThrough(name => relay.portFor(name))
  const { mediator, north, process } = begun
  const table = roomOf(mediator, process, 'table').id
  for (const body of ['one', 'two']) value(await mediator.session.act(table, say(body)))
  await meet(mediator)
  let left = times
  relay.onRead = (guest, log, page) => {
    const [first, second] = page.records
    if (guest !== 'North' || log !== table || first === undefined || second === undefined || left === 0)
      return page
    left -= 1
    return { ...page, records: [{ ...second, position: first.position }] }
  }
  const read = await north.session.sync(table)
  return { north, table, read }
}

describe('SYNC-30 pages that lead nowhere together', () => {
  it('are asked for once more: an earlier one may have been false', async () => {
    const { north, table, read } = await showFalse(1)
    expect(read.ok).toBe(true)
    expect(bodiesIn(north, table)).toEqual(['one', 'two'])
    expect(codesOf(north)).toEqual([])
  })

  it('and once only', async () => {
    const { north, table, read } = await showFalse(Number.POSITIVE_INFINITY)
    expect(read).toMatchObject({ error: { code: 'log-forked' } })
    expect(bodiesIn(north, table)).toEqual([])
  })
})
