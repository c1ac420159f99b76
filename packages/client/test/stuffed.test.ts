/** A mailbox that somebody fills who knows it. */

import { openSession } from '@goodoffices/client'
import {
  createAccessKey,
  createDevice,
  createEpochKey,
  createSecret,
  type Device,
  decode,
  encode,
  isList,
  logIdOfEpochKey,
  openSealed,
  randomBytes,
  sealTo,
  secretToText,
  textToSecret,
} from '@goodoffices/log'
import { beforeEach, expect, it, vi } from 'vitest'
import { writeLetter } from '../src/invitation/mailbox.ts'
import { sealMail } from '../src/log/mail-log.ts'
import { welcomeContext } from '../src/session/sending/letters.ts'
import { beginTalks, bringIn, meet, type Talks } from './talks.ts'
import { address, value } from './world.ts'

vi.mock('@goodoffices/log', async original => {
  const log = await original<typeof import('@goodoffices/log')>()
  return { ...log, openSealed: vi.fn(log.openSealed) }
})

let talks: Talks

beforeEach(async () => {
  talks = await beginTalks()
})

/** How often letters were tried since, and the devices' keys on each of their wraps. */
function watch(device?: Device) {
  vi.mocked(openSealed).mockClear()
  const unwrapping = device === undefined ? undefined : vi.spyOn(device, 'unwrap')
  return {
    letters: () => vi.mocked(openSealed).mock.calls.length,
    wraps: () => unwrapping?.mock.calls.length ?? 0,
  }
}

/** What one who knows North's mailbox puts into it. */
async function put(...letters: readonly Uint8Array[]): Promise<void> {
  const { log, key } = boxOfNorth()
  for (const letter of letters) {
    const envelope = await sealMail(log, key, writeLetter(letter))
    await talks.world.relayAt(address).append(log, await createAccessKey(key), [envelope])
  }
}

function boxOfNorth() {
  const { mediator, north, process } = talks
  const [contact] = mediator.session
    .rooms(process)
    .flatMap(room => room.contacts[north.session.me.member] ?? [])
  const key = textToSecret(contact?.mailbox.key ?? '')
  if (contact === undefined || !key.ok) throw new Error('no contact')
  return { log: contact.mailbox.log, key: key.value }
}

/** A letter of the right form, with so many wraps that nobody opens. */
async function rubbish(wraps: number): Promise<Uint8Array> {
  const decoded = decode(await strangersLetter())
  if (!decoded.ok || !isList(decoded.value)) throw new Error('no letter')
  const [version = null, , sealed = null] = decoded.value
  return encode([version, Array.from({ length: wraps }, () => [randomBytes(1120), randomBytes(48)]), sealed])
}

const strangersLetter = async (): Promise<Uint8Array> =>
  sealTo({
    sender: await createDevice(createSecret()),
    recipients: [talks.north.session.engine.identity.device.publicKeys],
    context: welcomeContext(boxOfNorth().log),
    plaintext: encode({ kind: 'welcome', rooms: [] }),
  })

it('INV-24 on letters for more devices than a member has no key is tried', async () => {
  const { north } = talks
  await put(await rubbish(33), await rubbish(512), await rubbish(32))
  const tried = watch(north.session.engine.identity.device)
  await meet(north)
  expect(tried.letters()).toBe(3)
  expect(tried.wraps()).toBe(32)
})

it('INV-24 a letter is tried once, in this session and in all later ones', async () => {
  const { north, world } = talks
  await put(await rubbish(1), await strangersLetter(), await rubbish(1))
  const tried = watch()
  await meet(north, north)
  expect(tried.letters()).toBe(3)
  await north.session.close()
  watch()
  const options = { vault: north.vault, relayAt: world.relayAt, live: false }
  const again = { ...north, session: value(await openSession(options)) }
  await meet(again)
  expect(tried.letters()).toBe(0)
  await put(await rubbish(1))
  await meet(again)
  expect(tried.letters()).toBe(1)
})

it('INV-24 INV-8 what cannot be believed yet is believed once its sender is entitled, after a start too', async () => {
  const { north, world, mediator, process } = talks
  const second = await world.member('Second')
  const key = createEpochKey()
  const { verifier } = await world.relayAt(address).card()
  const group = {
    room: (await logIdOfEpochKey(key)).logId,
    purpose: 'room',
    roomKind: 'group',
    process: { process, title: 'Talks' },
    relay: { address, verifier },
    epoch: 1,
    key: secretToText(key),
  }
  const letter = await sealTo({
    sender: second.session.engine.identity.device,
    recipients: [north.session.engine.identity.device.publicKeys],
    context: welcomeContext(boxOfNorth().log),
    plaintext: encode({ kind: 'welcome', rooms: [group] }),
  })
  await put(letter)
  await meet(north)
  const isKept = (person: typeof north) => Object.hasOwn(person.session.home()?.keyring ?? {}, group.room)
  expect(isKept(north)).toBe(false)
  await north.session.close()
  const options = { vault: north.vault, relayAt: world.relayAt, live: false }
  const again = { ...north, session: value(await openSession(options)) }
  expect(isKept(again)).toBe(false)
  await bringIn(mediator, process, second, { role: 'mediator' })
  await meet(again)
  expect(isKept(again)).toBe(true)
})

it('INV-24 the page has its turn while a full mailbox is read', async () => {
  await put(...(await Promise.all(Array.from({ length: 24 }, () => rubbish(1)))))
  let turn = 0
  const turns: number[] = []
  // As in an engine that has no ML-KEM of its own: nothing is waited for.
  vi.mocked(openSealed).mockImplementation(async () => {
    turns.push(turn)
    return { ok: false, error: { code: 'sealed/not-a-recipient' } }
  })
  const counting = setInterval(() => (turn += 1), 0)
  await talks.north.session.goOnline()
  clearInterval(counting)
  vi.mocked(openSealed).mockReset()
  expect(turns).toHaveLength(24)
  expect(new Set(turns).size).toBeGreaterThanOrEqual(2)
})
