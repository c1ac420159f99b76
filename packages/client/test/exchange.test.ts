/** Invitations, offers to devices and new keys, as each is at work: what it hears, what it does not hear, and what it waits for. */

import { renewalOf, renewDevice } from '@goodoffices/client'
import type { Invited, MemberId, RoomId, RoomState } from '@goodoffices/core'
import {
  createDevice,
  createSecret,
  type Device,
  type InvitationSide,
  makeAnswer,
  makeOffer,
  makeReveal,
  secretToText,
} from '@goodoffices/log'
import { beforeAll, describe, expect, it } from 'vitest'
import { caucusA, deviceOf } from '../../core/test/cast.ts'
import { deviceToCard } from '../src/identity/identity.ts'
import { hearAnswer, hearReveal, mailboxOf, revealTo } from '../src/invitation/exchange.ts'
import { Inviting } from '../src/invitation/inviting.ts'
import type { Moves } from '../src/invitation/mailbox.ts'
import type { MailLog } from '../src/log/mail-log.ts'
import { fail, ok } from '../src/result.ts'
import { DeviceOffering, type KeptOffer } from '../src/session/device/offering.ts'
import { Renewing } from '../src/session/device/renewing.ts'
import type { Engine } from '../src/session/engine/engine.ts'
import type { Job } from '../src/session/outbox.ts'
import type { Session } from '../src/session/session.ts'
import { VaultError } from '../src/vault/vault.ts'
import { access, codeOf, home, logOf, relay, room } from './ground.ts'

const secret = createSecret()
const exchange = { secret, relay }
let device: Device
let other: Device
let mine: InvitationSide
let theirs: InvitationSide
beforeAll(async () => {
  device = await createDevice(createSecret())
  other = await createDevice(createSecret())
  mine = { keys: device.publicKeys, nonce: createSecret() }
  theirs = { keys: other.publicKeys, nonce: createSecret() }
})

const nothing: Moves = { answers: [], reveals: [], letters: [], isCancelled: false, hasDiffered: false }
const answered = () => {
  const offer = makeOffer(secret, mine)
  return { ...nothing, offer, answers: [makeAnswer(offer, theirs)] } satisfies Moves
}

/** As much of an engine as these ask for, and what they have it do. */
function engineOf(changes: object = {}) {
  const done = { queued: [] as Job[], steps: [] as unknown[], codes: [] as unknown[] }
  let hear: ((mailbox: MailLog) => Promise<void>) | undefined
  let touch: (() => void) | undefined
  const engine = {
    identity: { device, name: 'Lead', member: 'member-lead', paper: null, home: { room: home, relay } },
    device: device.id,
    box: {
      vault: { scan: async () => [] },
      get: async () => undefined,
      open: async () => undefined,
      seal: async () => new Uint8Array(),
    },
    now: () => 1,
    outbox: { waiting: () => [], refused: () => [] },
    home: () => undefined,
    room: () => undefined,
    roomLog: () => undefined,
    relayOf: () => relay,
    standing: () => ({ kind: 'read' }),
    whyUnread: () => undefined,
    isOver: () => false,
    hold: async () => undefined,
    enqueue: async (jobs: readonly Job[]) => void done.queued.push(...jobs),
    submit: async (steps: readonly unknown[]) => {
      done.steps.push(...steps)
      return ok([])
    },
    onHome: async (listener: () => Promise<void>) => listener(),
    onMail: async (listener: typeof hear) => {
      hear = listener
    },
    leads: () => true,
    subscribe: (listener: typeof touch) => {
      touch = listener
    },
    touch: () => undefined,
    report: ({ code }: { readonly code: unknown }) => done.codes.push(code),
    ...changes,
  } as unknown as Engine
  return {
    engine,
    done,
    hear: (id: RoomId, messages: readonly Uint8Array[]) => hear?.({ id, messages } as unknown as MailLog),
    touch: () => touch?.(),
  }
}

describe('the moves of an exchange', () => {
  it('INV-11 an answer has a code for whoever knows which keys were offered, and for nobody else', async () => {
    const made = { secret, isOpen: true }
    expect(await hearAnswer(answered(), { ...made, mine: undefined })).toEqual({ contested: false })
    expect(await hearAnswer(answered(), { ...made, mine })).toMatchObject({
      answered: { mine, code: expect.stringMatching(/^\d{6}$/), inTime: true },
    })
  })

  it('INV-3 keys that are not those which were offered are told as such, with no code', async () => {
    const { offer } = answered()
    const reveals = [makeReveal(theirs)]
    const made = { secret, mine: theirs }
    expect(await hearReveal({ offer, reveals }, made)).toEqual({ reason: 'invitation/commitment' })
    expect(await hearReveal({ reveals }, made)).toBeUndefined()
  })

  it('INV-2 what was offered is revealed once, to an answer that came in time', async () => {
    const { engine, done } = engineOf()
    const moves = answered()
    const heard = await hearAnswer(moves, { secret, mine, isOpen: true })
    await revealTo(engine, exchange, { moves: { ...moves, reveals: [makeReveal(mine)] }, heard })
    const late = await hearAnswer(moves, { secret, mine, isOpen: false })
    await revealTo(engine, exchange, { moves, heard: late })
    expect(done.queued).toEqual([])
    await revealTo(engine, exchange, { moves, heard })
    expect(done.queued).toHaveLength(1)
  })

  it('INV-4 an invitation whose offer is kept back has no answer yet', async () => {
    const invited = {
      invitation: 'invitation-1',
      standing: 'open',
      secret: secretToText(secret),
      nonce: secretToText(mine.nonce),
      relay,
      expires: 2,
    } as unknown as Invited
    const state = { invitations: { 'invitation-1': invited }, members: {} }
    const { engine, hear } = engineOf({ home: () => state })
    const inviting = new Inviting(engine)
    await inviting.start()
    const { id } = await mailboxOf(secret)
    const { offer, answers } = answered()
    await hear(id, answers)
    expect(inviting.progressOf(invited.invitation)).toBeUndefined()
    await hear(id, [offer, ...answers])
    expect(inviting.progressOf(invited.invitation)?.answered?.inTime).toBe(true)
  })
})

const offerOf = (): KeptOffer => ({ ...exchange, nonce: mine.nonce, created: 0, expires: 2 })

/** A letter that is due, to a device that this member's own room lists. */
async function due(changes: object = {}) {
  const card = deviceToCard(other)
  const state = { ...caucusA(), id: home, keyring: {}, rekeyDue: true } as unknown as RoomState
  const seat = state.members['member-lead' as MemberId]
  if (seat === undefined) throw new Error('no lead')
  Object.assign(seat, { devices: [...seat.devices, card] })
  const waiting: unknown[] = []
  const at = engineOf({
    box: {
      vault: { scan: async () => [['device-due/one', new Uint8Array()]] },
      get: async () => undefined,
      open: async () => ({ secret: secretToText(secret), relay, card }),
    },
    home: () => state,
    roomLog: () =>
      logOf(state, { stewardship: { countersigning: async () => ({ key: access, slot: undefined }) } }),
    deviceIn: () => ({ id: deviceOf('lead').device }),
    outbox: { waiting: () => waiting, refused: () => [] },
    ...changes,
  })
  const offering = new DeviceOffering(at.engine)
  await offering.start()
  return { ...at, offering, state, waiting, seat, card }
}

/** An outbox that cannot say what waits. */
const unsent = (error: Error) => ({
  outbox: {
    waiting: () => {
      throw error
    },
  },
})

describe('an offer to a device', () => {
  it('RING-10 hears its own mailbox alone, and nothing any more once it was taken back', async () => {
    const { engine, done, hear } = engineOf()
    const offering = new DeviceOffering(engine)
    await offering.start()
    await offering.replace(offerOf(), [])
    const { id } = await mailboxOf(secret)
    const { offer, answers } = answered()
    const messages = [offer, ...answers]
    await hear(room, messages)
    expect([offering.standing.answered, done.queued]).toEqual([{ contested: false }, []])
    // Taken back while it is being heard.
    const hearing = hear(
      id,
      new Proxy(messages, {
        get: (target, field, proxy) => {
          if (field === 'slice') void offering.replace(undefined, [])
          return Reflect.get(target, field, proxy)
        },
      }),
    )
    await hearing
    expect([offering.standing, done.queued]).toEqual([
      { kept: undefined, answered: { contested: false } },
      [],
    ])
    await offering.replace(offerOf(), [])
    await hear(id, messages)
    expect(offering.standing.answered.answered?.inTime).toBe(true)
    expect(done.queued).toHaveLength(1)
  })

  it('RING-11 its letter waits until the device is listed and has been given keys', async () => {
    const { offering, done, touch, state, waiting, card } = await due()
    const look = async () => {
      touch()
      await offering.settled()
      return done.steps.map(step => (step as { kind?: string }).kind)
    }
    expect(await look()).toEqual([])
    Object.assign(state, { rekeyDue: false })
    waiting.push({ job: { kind: 'entry', entry: { act: { kind: 'device.add', card } } } })
    expect(await look()).toEqual([])
    waiting.pop()
    expect(await look()).toEqual(['mail'])
    expect(offering.isOpen).toBe(false)
  })

  it('RING-11 what the device cannot keep is told; a fault of ours is not hidden', async () => {
    const { offering, done } = await due(unsent(new VaultError('vault-full', 'full')))
    await offering.settled()
    expect(done.codes).toEqual(['vault-full'])
    const faulty = await due(unsent(new TypeError('ours')))
    await expect(faulty.offering.settled()).rejects.toThrow('ours')
  })
})

/** New keys that are being taken up, in one’s own room. */
function renewing(changes: object = {}) {
  const former = { device: other, seed: createSecret() }
  const state = { id: home, keyring: {} }
  const at = engineOf({
    identity: { device, member: 'member-lead', home: { room: home, relay }, former },
    home: () => state,
    ...changes,
  })
  return { ...at, renewing: new Renewing(at.engine) }
}

/** Nothing can be said of a room. */
const unknown = (error: Error) => ({
  isOver: () => {
    throw error
  },
})

/** Begins with new keys while this is open; one’s own room takes none, which is said afterwards. */
async function begin(open: 'inviting' | 'joining' | 'offering' | 'nothing') {
  const { engine } = engineOf({
    box: { exposure: async () => 'none' },
    checkAct: () => fail('too-many-devices'),
  })
  const session = {
    engine,
    renewing: {},
    inviting: { isOpen: async () => open === 'inviting' },
    joining: { isOpen: open === 'joining' },
    offering: { isOpen: open === 'offering' },
  } as unknown as Session
  return codeOf(await renewDevice(session))
}

describe('new keys for a device', () => {
  it('RING-21 are taken up in no room that could not be read, or that is shut; a record that was destroyed waits for none', async () => {
    const rooms = (changes?: object) => renewing(changes).renewing.rooms()
    expect(rooms()).toEqual([{ room: home, standing: 'to-do' }])
    expect(rooms({ isOver: () => true })).toEqual([{ room: home, standing: 'done' }])
    const why = { code: 'keys-withheld' }
    const shut = { roomLog: () => logOf(undefined, { isShutOut: true }) }
    expect(rooms(shut)).toEqual([{ room: home, standing: 'to-do', why }])
    const unread = { standing: () => ({ kind: 'unasked' }) }
    expect(rooms(unread)).toMatchObject([{ why: { code: 'relay-unreachable' } }])
    const { done, ...at } = renewing()
    await at.renewing.attend()
    expect(done.steps).toEqual([])
  })

  it('RING-21 are not begun while another is awaited who would be answered with the old ones, or who awaits them', async () => {
    expect(await begin('nothing')).toBe('too-many-devices')
    for (const open of ['inviting', 'joining', 'offering'] as const)
      expect(await begin(open)).toBe('device-exchange-open')
  })

  it('RING-21 what was refused in a room is told of that room, and is not tried again there', () => {
    const add = { kind: 'device.add', card: deviceToCard(device) }
    const refused = { code: 'too-many-devices' }
    const outbox = {
      refused: () => [
        { job: { kind: 'mail', log: home }, refused: { code: 'relay/log-full' } },
        { job: { kind: 'entry', room, entry: { act: add } }, refused: { code: 'room-unknown' } },
        {
          job: { kind: 'change', room: home, entries: [{ act: { kind: 'member.leave' } }, { act: add }] },
          refused,
        },
      ],
    }
    expect(renewing({ outbox }).renewing.rooms()).toEqual([{ room: home, standing: 'to-do', why: refused }])
  })

  it('RING-21 are none where none were asked for; what cannot be kept is told, and a fault of ours is not hidden', async () => {
    const { engine, renewing: none } = renewing({ identity: { device } })
    expect(renewalOf({ engine, renewing: none })).toBeUndefined()
    const full = renewing(unknown(new VaultError('vault-full', 'full')))
    await full.renewing.attend()
    expect(full.done.codes).toEqual(['vault-full'])
    await expect(renewing(unknown(new TypeError('ours'))).renewing.attend()).rejects.toThrow('ours')
  })
})
