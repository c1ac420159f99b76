/** What a device finds in its own vault, in a mailbox or in a link, and cannot read, counts for nothing. */

import { createMemoryVault, type RelayRecord, resumeLink } from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import {
  createDevice,
  createEpochKey,
  createSecret,
  createStewardKey,
  createStewardSecret,
  type Device,
  encode,
  frontierToBytes,
  hashBytes,
  hashLeaf,
  logIdOfEpochKey,
  type Secret,
  sealEnvelope,
  sealTo,
  secretToPhrase,
  secretToText,
  sha256,
  tags,
  textToVerifier,
  type Value,
} from '@goodoffices/log'
import { beforeAll, describe, expect, it } from 'vitest'
import { caucusA } from '../../core/test/cast.ts'
import { deviceToCard } from '../src/identity/identity.ts'
import { identityKey, linkingPrefix, Strongbox } from '../src/identity/strongbox.ts'
import { JoiningDesk } from '../src/invitation/joining.ts'
import { LetterBoxes } from '../src/invitation/letter-box.ts'
import { textToInvitation } from '../src/invitation/link.ts'
import { lettersIn, readIntroduction, writeLetter } from '../src/invitation/mailbox.ts'
import { isTrueCard } from '../src/log/cards.ts'
import { evidenceOf } from '../src/log/evidence.ts'
import { readHead, readRecords, recordsKey, writeRecords } from '../src/log/kept-records.ts'
import { lettersKey, MailLog, sealMail } from '../src/log/mail-log.ts'
import { Replica } from '../src/log/replica.ts'
import { readSnapshot } from '../src/log/snapshot.ts'
import { packPiece } from '../src/log/state-pieces.ts'
import { Stewardship } from '../src/log/stewardship.ts'
import { valueToStewardship } from '../src/log/stewardship-value.ts'
import { Tree } from '../src/log/tree.ts'
import { openIdentity } from '../src/session/device/letter.ts'
import { DeviceOffering } from '../src/session/device/offering.ts'
import type { Engine } from '../src/session/engine/engine.ts'
import { welcomeContext } from '../src/session/sending/letters.ts'
import { HostileRelay } from './hostile.ts'
import { address } from './world.ts'

const rubbish = Uint8Array.of(0x9f)
const bytes = new Uint8Array(hashBytes)
const room = 'room-one' as RoomId
const logId = 'a'.repeat(43) as RoomId
const relay = { address, verifier: 'relay.example+00000000+AAAA' }
const secret = () => secretToText(createSecret())
const boxOf = () => Strongbox.create(createMemoryVault(), undefined)

let device: Device
let other: Device
let seed: Secret
beforeAll(async () => {
  seed = createSecret()
  device = await createDevice(seed)
  other = await createDevice(createSecret())
})

/** As much of an engine as what is read at its start asks for. */
const partsOf = (box: Strongbox) => ({
  box,
  identity: { device },
  passes: { addInvitation: () => undefined, dropInvitation: () => undefined },
  hold: async () => undefined,
  leads: () => true,
  onMail: async () => undefined,
  subscribe: () => undefined,
  touch: () => undefined,
})
const engineOf = (box: Strongbox): Engine => partsOf(box) as unknown as Engine

const recordsOf = (name: string) =>
  Array.from({ length: 3 }, (_, position) => {
    const envelope = encode([name, position])
    return { position, time: position, hash: sha256(envelope), envelope }
  })

const begin = async () => ({ read: async () => undefined })

describe('a log that is kept', () => {
  it('SYNC-7 its head and its records are of their form, or none', () => {
    expect(readHead(encode([3, 'signed']))).toEqual({ size: 3, checkpoint: 'signed' })
    for (const head of [undefined, rubbish, encode('head'), encode(['3', 'signed']), encode([3, 4])])
      expect(readHead(head)).toBeUndefined()
    const whole: readonly Value[] = [0, 1, bytes, null]
    expect(readRecords(encode([whole]))).toHaveLength(1)
    const others = [rubbish, encode('records'), encode({}), encode(['record']), encode([7])]
    for (const at of [0, 1, 2]) others.push(encode([whole.with(at, 'other')]))
    for (const other of others) expect(readRecords(other)).toBeUndefined()
  })

  it('SYNC-2 a head before what was read is one that it has had, or another log’s', async () => {
    const hostile = await HostileRelay.create()
    const verifier = textToVerifier(hostile.vkey)
    if (!verifier.ok) throw new Error('no verifier')
    const [own, others] = [recordsOf('own'), recordsOf('other')]
    const vault = createMemoryVault()
    const replica = Replica.begin(room, { vault, relay: verifier.value })
    const take = async (records: typeof own, size: number, askedAt: number, of = records) => {
      const checkpoint = await hostile.sign(room, of.slice(0, size))
      const taken = await replica.take({ records, size, checkpoint }, askedAt)
      return taken.ok ? taken.value.kind : taken.error.code
    }
    // What comes with a gap, or once more, is neither another log nor news.
    const [first, , third] = own
    if (first === undefined || third === undefined) throw new Error('no records')
    expect(await take([first, third], 3, 0, own)).toBe('more')
    expect(await take(own, 3, 0)).toBe('taken')
    expect(await take(own, 3, 3)).toBe('nothing-new')
    expect(await take([], 3, 3, own)).toBe('nothing-new')
    expect(await take(own, 2, 2)).toBe('nothing-new')
    expect(await take(own, 2, 3)).toBe('log-rolled-back')
    expect(await take(others, 2, 2)).toBe('log-forked')
    // What is kept of it is read up to its head, in its order, or not believed.
    const read = async (keep: readonly RelayRecord[] | Uint8Array) => {
      const copy = createMemoryVault()
      await copy.write(new Map((await vault.scan('')).map(([key, value]) => [key, value])))
      const chunk = keep instanceof Uint8Array ? keep : writeRecords(keep)
      await copy.write(new Map([[recordsKey(room, 0), chunk]]))
      const seen: RelayRecord[] = []
      const begin = async () => ({
        read: async (records: readonly RelayRecord[]) => void seen.push(...records),
      })
      const { damaged } = await Replica.open(room, { vault: copy, relay: verifier.value, begin })
      return [damaged, seen.length]
    }
    expect(await read(own)).toEqual([false, 3])
    expect(await read([...own, { ...own[2], position: 3 } as RelayRecord])).toEqual([false, 3])
    expect(await read(own.toReversed())).toEqual([true, 0])
    expect(await read(rubbish)).toEqual([true, 0])
    const tree = new Tree()
    for (const { time, hash } of others) tree.append(hashLeaf({ time, envelopeHash: hash }))
    const opened = await Replica.open(room, { vault, relay: verifier.value, from: tree, begin })
    expect(opened.damaged).toBe(false)
  })

  it('RCD-3 shows an entry that it holds with its key, and nothing else', async () => {
    const epochKey = createEpochKey()
    const sealed = await sealEnvelope({ logId: logId, epoch: 1, epochKey, plaintext: encode(['entry']) })
    const [keys, tree] = [{ epochKey: () => epochKey }, new Tree()]
    tree.append(hashLeaf({ time: 1, envelopeHash: sha256(sealed) }))
    const show = (record: object, log: object = keys, grown = tree) => {
      const whole = { position: 0, time: 1, hash: sha256(sealed), envelope: sealed, ...record } as RelayRecord
      return evidenceOf({ id: logId, ...log } as never, { record: whole, tree: grown, checkpoint: 'signed' })
    }
    expect(show({})).toContain('signed')
    expect(show({ envelope: undefined })).toBeUndefined()
    expect(show({ envelope: rubbish })).toBeUndefined()
    expect(show({}, keys, new Tree())).toBeUndefined()
    expect(show({}, { epochKey: () => undefined })).toBeUndefined()
  })

  it('SYNC-5 a card whose keys cannot be read is no true one', () => {
    const card = deviceToCard(device)
    expect(isTrueCard(card)).toBe(true)
    expect([isTrueCard({ ...card, sign: '!' }), isTrueCard({ ...card, wrap: '!' })]).toEqual([false, false])
  })

  it('SYNC-9 its tree is whole, or none', () => {
    const tree = new Tree()
    for (let time = 0; time < 3; time += 1) tree.append(hashLeaf({ time, envelopeHash: bytes }))
    expect(Tree.fromBytes(tree.toBytes())?.rootAt(2)).toEqual(tree.rootAt(2))
    expect([tree.rootAt(-1), tree.rootAt(4), tree.leafAt(-1), tree.leafAt(3)]).toEqual(
      Array(4).fill(undefined),
    )
    expect(tree.inclusion(3)).toBeUndefined()
    const front = frontierToBytes(tree.frontier)
    const others = [
      rubbish,
      encode('tree'),
      encode([]),
      encode(['front']),
      encode([rubbish]),
      encode([front, 'row']),
      encode([front, Array.from({ length: 3 * hashBytes }, () => 0)]),
      encode([front, bytes]),
    ]
    for (const other of others) expect(Tree.fromBytes(other)).toBeUndefined()
  })

  it('SYNC-9 its snapshot is of this program and whole, or none', async () => {
    const box = await boxOf()
    const key = `snapshot/${room}`
    const part = `${key}/000000`
    const { field, names, values, valuesBytes } = await packPiece({
      field: 'members',
      names: '["member-one"]',
      values: '[{}]',
    })
    const head: Record<string, Value> = {
      stamp: 'this',
      tree: new Tree().toBytes(),
      mark: 'mark',
      parts: 1,
      ground: '{"size":0,"members":{}}',
      keys: [],
      cards: [],
      faults: '[]',
      splitAt: null,
      stewardship: {},
      logEpoch: 1,
    }
    const line: readonly Value[] = [field, names, values, valuesBytes]
    const read = async (changes: Record<string, Value>, lines: readonly Value[] = line) => {
      await box.put(key, { ...head, ...changes })
      await box.put(part, ['mark', lines])
      return readSnapshot(box, room, 'this')
    }
    expect(await read({})).toMatchObject({ parts: { size: 0, logEpoch: 1 } })
    // Some would be read as what they are not.
    const damaged: Record<string, Value> = {
      stamp: 'another',
      tree: [...new Tree().toBytes()],
      mark: 'another',
      parts: 'one',
      ground: ['{"size":0,"members":{}}'],
      faults: 7,
      logEpoch: 'one',
      keys: 'none',
      cards: 'none',
    }
    for (const [name, value] of Object.entries(damaged))
      expect([name, await read({ [name]: value })]).toEqual([name, undefined])
    expect(await read({ tree: rubbish })).toBeUndefined()
    expect(await read({ ground: '{"size":1,"members":{}}' })).toBeUndefined()
    for (const [at] of line.entries())
      expect([at, await read({}, line.with(at, null))]).toEqual([at, undefined])
    expect(await read({}, line.with(0, ['members']))).toBeUndefined()
    await box.put(key, 'a snapshot')
    expect(await readSnapshot(box, room, 'this')).toBeUndefined()
    expect(await readSnapshot(box, logId, 'this')).toBeUndefined()
  })

  it('ENV-59 keys that were passed over change what is known of a slot by their author’s word alone', async () => {
    const slot = { publicKey: bytes, madeBy: other.id, given: [other.id] }
    const stewards = { mediators: [other.id], party: [other.id] }
    const stewardship = new Stewardship({ slots: { mediators: slot, party: slot }, stewards, leftOut: [] })
    const before = stewardship.slots
    const changed = bytes.with(0, 1)
    const keys = {
      author: other.id,
      stewardKeys: { mediators: changed, party: changed },
      publicHash: bytes,
      signature: new Uint8Array(64),
    }
    await stewardship.passOver(keys as never, other.publicKeys, 1)
    expect(stewardship.slots).toBe(before)
  })

  it('ENV-59 a slot takes no other secret than its own, and keeps it while its key is the same', async () => {
    const own = createStewardSecret()
    const { publicKey } = await createStewardKey(own)
    const slot = { publicKey, madeBy: 'maker', given: ['given'] }
    const stewardship = new Stewardship({ slots: { mediators: slot, party: slot } })
    await stewardship.learn('party', createStewardSecret())
    expect(stewardship.secrets()).toEqual([])
    await stewardship.learn('party', own)
    expect(stewardship.secrets()).toEqual([{ slot: 'party', secret: own }])
    const keys = {
      author: other.id,
      stewardKeys: { mediators: bytes, party: publicKey },
      previous: { kind: 'closed' },
    }
    stewardship.take(caucusA(), keys as never, undefined)
    expect(stewardship.slots).toMatchObject({
      mediators: { madeBy: other.id },
      party: { ...slot, secret: own },
    })
  })

  it('ENV-55 where a slot is due, it is that one which is changed', async () => {
    const secrets = { mediators: createStewardSecret(), party: createStewardSecret() }
    const slotOf = async (secret: Secret, given: readonly string[]) => {
      const { publicKey } = await createStewardKey(secret)
      return { publicKey, madeBy: device.id, given, secret }
    }
    const stewardship = new Stewardship({
      slots: {
        mediators: await slotOf(secrets.mediators, [device.id]),
        party: await slotOf(secrets.party, [device.id]),
      },
      stewards: { mediators: [device.id], party: [] },
    })
    const slotFor = async (party: readonly string[]) =>
      (await stewardship.countersigning({ mediators: [device.id], party }, device.id))?.slot
    expect(await slotFor([])).toBe('mediators')
    expect(await slotFor([other.id])).toBe('party')
  })

  it('ENV-51 a room of version 1 has one secret, with which it goes on, and no slots', async () => {
    const secret = createStewardSecret()
    const stewards = { mediators: [device.id], party: [] }
    const old = new Stewardship({ secret, stewards })
    const stewardKeys = { mediators: bytes, party: bytes }
    const signature = await other.sign(tags.keysAuthor, bytes)
    const keys = { author: other.id, stewardKeys, publicHash: bytes, signature }
    old.passUnread(stewardKeys)
    await old.passOver(keys as never, other.publicKeys, 1)
    await old.learn('party', secret)
    expect([old.slots, old.secrets(), old.isSlotBorrowed(device.id)]).toEqual([undefined, [], false])
    const countersigning = await old.countersigning(stewards, device.id)
    expect(countersigning?.key.publicKey).toEqual((await createStewardKey(secret)).publicKey)
    expect(await new Stewardship().countersigning({ mediators: [], party: [] }, device.id)).toBeUndefined()
  })

  it('INV-24 of a mailbox nothing is opened that was tried before', async () => {
    const key = createEpochKey()
    const { logId: mailbox } = await logIdOfEpochKey(key)
    const id = mailbox as string as RoomId
    const sealed = await Promise.all([0, 1].map(position => sealMail(id, key, encode(position))))
    const records = sealed.map((envelope, position) => ({
      position,
      time: position,
      hash: sha256(envelope),
      envelope,
    }))
    const box = await MailLog.open(id, {} as Replica, { key, from: 1 })
    await box.read(records)
    expect(box.messages).toEqual([encode(1)])
  })

  it('SYNC-9 what it holds of stewards is of its form, or left out', () => {
    const slot = [bytes, 'maker', ['given'], secret()]
    const whole = { slots: [slot, slot], stewards: [['one'], ['two']], envelope: [3, bytes], leftOut: [] }
    expect(valueToStewardship(whole)).toMatchObject({
      slots: { party: { madeBy: 'maker', given: ['given'] } },
    })
    for (const none of [undefined, 'stewardship', ['stewardship']])
      expect(valueToStewardship(none)).toEqual({})
    const without = valueToStewardship({
      ...whole,
      slots: [slot, ['no bytes', 'maker']],
      envelope: ['3', bytes],
    })
    expect(Object.keys(without)).toEqual(['stewards', 'leftOut'])
  })
})

const resume = async (value: Value, also: readonly (readonly [string, Value])[] = []) => {
  const vault = createMemoryVault()
  const box = await Strongbox.create(vault, undefined)
  await box.put(`${linkingPrefix}mailbox`, value)
  for (const [key, each] of also) await box.put(key, each)
  const link = await resumeLink({ vault, relayAt: () => ({}) as never })
  return link.ok ? link.value.address : link.error.code
}

const opened = async (values: Readonly<Record<string, Value>>) => {
  const box = await boxOf()
  for (const [key, value] of Object.entries(values)) await box.put(key, value)
  const offering = new DeviceOffering(engineOf(box))
  await offering.start()
  return offering.isOpen
}

describe('what is half made', () => {
  it('RING-12 a link to a device goes on where it is kept whole, and this device is nobody’s yet', async () => {
    const kept = { secret: secret(), seed: secret(), nonce: secret(), offer: bytes, relay, isAccepted: false }
    expect(await resume(kept)).toBe(address)
    const { offer: _, ...offerless } = kept
    const damaged: readonly Value[] = [
      'a link',
      offerless,
      ...['secret', 'seed', 'nonce'].map(name => ({ ...kept, [name]: 'none' })),
    ]
    for (const value of damaged) expect(await resume(value)).toBe('device-link-unknown')
    expect(await resume(kept, [[identityKey, {}]])).toBe('device-link-unknown')
  })

  it('RING-10 an offer to a device, and a letter due to one, are kept whole or not at all', async () => {
    const offer = { secret: secret(), relay, nonce: secret(), created: 1, expires: 2 }
    expect(await opened({ 'device-offer': offer })).toBe(true)
    for (const value of ['an offer', { ...offer, secret: 'none' }, { ...offer, nonce: 'none' }])
      expect(await opened({ 'device-offer': value })).toBe(false)
    for (const value of ['a letter', { secret: 'none', relay, card: {} }])
      expect(await opened({ 'device-due/device': value })).toBe(false)
  })

  it('INV-4 an invitation that was answered is kept whole, or not at all', async () => {
    const opened = async (value: Value) => {
      const box = await boxOf()
      await box.put(`joining/${room}`, value)
      const desk = new JoiningDesk(engineOf(box))
      await desk.start()
      return desk.all.length
    }
    const kept = { id: room, secret: secret(), nonce: secret(), relay, stage: 'joined' }
    expect(await opened(kept)).toBe(1)
    for (const value of ['an answer', { ...kept, secret: 'none' }, { ...kept, nonce: 'none' }])
      expect(await opened(value)).toBe(0)
  })
})

const mailboxOf = (messages: readonly Uint8Array[]): MailLog =>
  ({
    id: room,
    from: (read: number) =>
      messages.slice(read).map((message, at) => ({ position: read + at, bytes: message })),
    pass: () => undefined,
  }) as unknown as MailLog

const open = async (value: Value) => {
  const box = await boxOf()
  await box.put(lettersKey(room), value)
  return new LetterBoxes(engineOf(box)).open(mailboxOf([]))
}

const letter = async (plaintext: Uint8Array) =>
  writeLetter(
    await sealTo({
      sender: other,
      recipients: [device.publicKeys],
      context: welcomeContext(room),
      plaintext,
    }),
  )

describe('letters', () => {
  const kept = { room: 'b'.repeat(43), purpose: 'room', relay, epoch: 1, key: 'k'.repeat(43) }

  it('INV-20 what is kept of those that were tried is of its form, or they are tried anew', async () => {
    expect(await open({ read: 1, letters: [{ sender: 'one', rooms: 'none' }, 'letter'] })).toEqual([
      { sender: 'one', rooms: [] },
    ])
    const letters = [{ sender: 'one', rooms: 'none' }]
    for (const value of ['letters', { read: '1', letters }, { letters }, { read: 1, letters: 'none' }])
      expect(await open(value)).toEqual([])
  })

  it('INV-20 a letter with keys says that it is one', async () => {
    const texts = [
      rubbish,
      encode('welcome'),
      encode({ kind: 'other', rooms: [kept] }),
      encode({ kind: 'welcome', rooms: 'none' }),
      encode({ kind: 'welcome' }),
    ]
    const boxes = new LetterBoxes(engineOf(await boxOf()))
    const opened = await boxes.open(mailboxOf(await Promise.all(texts.map(letter))))
    expect(opened).toEqual(texts.map(() => ({ sender: other.id, rooms: [] })))
  })

  it('INV-8 brings no room that is of no talks, whoever wrote it', async () => {
    const box = await boxOf()
    const submitted: unknown[] = []
    let hear: ((mailbox: MailLog) => Promise<void>) | undefined
    const engine = {
      ...partsOf(box),
      home: () => ({ id: logId, keyring: { [room]: { purpose: 'mailbox' } }, certificates: {} }),
      identity: { device, home: { room: logId } },
      roomLog: () => undefined,
      room: () => undefined,
      onMail: async (listener: typeof hear) => {
        hear = listener
      },
      submit: async (steps: unknown) => {
        submitted.push(steps)
        return { ok: true, value: [] }
      },
      sync: async () => undefined,
    } as unknown as Engine
    await box.put('joining/one', {
      id: 'one',
      secret: secret(),
      nonce: secret(),
      relay,
      stage: 'introduced',
      inviter: other.id,
    })
    const send = async (changes: object) => {
      const desk = new JoiningDesk(engine)
      await desk.start()
      await box.put(lettersKey(room), {
        read: 0,
        letters: [{ sender: other.id, rooms: [{ ...kept, ...changes }] }],
      })
      await hear?.(mailboxOf([]))
      return submitted.splice(0).length
    }
    const talks = { process: { process: 'process-0001', title: 'Talks' }, roomKind: 'caucus' }
    expect(await send(talks)).toBe(1)
    expect(await send({ roomKind: 'caucus' })).toBe(0)
  })

  it('INV-19 what is no letter, and no introduction, is passed over', () => {
    expect(lettersIn([writeLetter(bytes), rubbish, encode('letter'), encode(['letter', 'text'])])).toEqual([
      bytes,
    ])
    for (const none of [rubbish, encode('card'), encode({ name: 'A body' })])
      expect(readIntroduction(none)).toBeUndefined()
  })

  it('RING-3 an identity is taken from the compared device alone, and whole', async () => {
    const identity = {
      name: 'A body',
      member: 'member-one',
      paper: {},
      home: { room, relay, epoch: 1, key: secret() },
    }
    const open = async (value: Value | undefined, from = other) => {
      const plaintext = value === undefined ? rubbish : encode(value)
      const context = ['device', room]
      const sealed = await sealTo({ sender: from, recipients: [device.publicKeys], context, plaintext })
      return openIdentity([rubbish, sealed], { mailbox: room, device, seed, sender: other.id })
    }
    expect(await open(identity)).toMatchObject({ name: 'A body', home: { room } })
    expect(await open(identity, device)).toBeUndefined()
    const { home, ...homeless } = identity
    const damaged = [undefined, 'an identity', homeless, { ...identity, home: { ...home, key: 'none' } }]
    for (const value of damaged) expect(await open(value)).toBeUndefined()
  })
})

const code = (text: string, options: Parameters<typeof textToInvitation>[1] = {}) => {
  const read = textToInvitation(text, options)
  return read.ok ? 'read' : read.error
}

describe('an invitation as it is handed over', () => {
  it('INV-1 a link is one, and a list of words is one with its address', () => {
    const words = secretToPhrase(createSecret())
    const link = `${address}/join#${secret()}`
    expect([code(link), code(words, { address })]).toEqual(['read', 'read'])
    expect(code(link, { what: 'device' })).toEqual({ code: 'link-for-person' })
    for (const none of [`http://[/join#${secret()}`, `${address}/join#${'_'.repeat(43)}`, 'a few words only'])
      expect([none, code(none)]).toEqual([none, { code: 'invitation-unreadable' }])
    expect(code(words)).toEqual({ code: 'address-needed' })
    expect(code(words.replace(/^\S+/, 'unknownword'), { address })).toEqual({ code: 'phrase/word', at: 1 })
    expect(code(words.split(' ').slice(1).join(' '), { address })).toEqual({ code: 'phrase/length' })
  })
})
