import { beforeAll, describe, expect, test } from 'vitest'
import { uint64 } from '../src/bytes.ts'
import {
  checkEpoch,
  checkKeysEnvelope,
  concat,
  createDevice,
  type Device,
  type EpochBefore,
  type ExpectedEpoch,
  leftOutOf,
  makeKeysEnvelope,
  openKeysEnvelope,
  type Result,
  type StewardSets,
  slotDue,
} from '../src/index.ts'
import {
  type Caucus,
  idsOf,
  makeCaucus,
  makeSecond,
  makeTampered,
  rubbish,
  slotsOf,
  withPrevious,
  withShare,
  zeros,
} from './epochs.ts'
import { secretOf } from './people.ts'

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

let caucus: Caucus
let before: EpochBefore

beforeAll(async () => {
  caucus = await makeCaucus()
  const { keys, first, stewards } = caucus
  before = { epoch: 1, key: keys.one, envelope: first, stewardKeys: slotsOf(first), stewards }
})

const second = ({
  tamper,
  options,
}: {
  readonly tamper?: Parameters<typeof makeSecond>[2]
  readonly options?: Parameters<typeof makeSecond>[1]
} = {}): Promise<Uint8Array> => makeSecond(caucus, options, tamper)

/** What a device of the room says of an envelope; by default the mediator's, of the second epoch. */
const judge = async (
  envelope: Uint8Array,
  {
    device = caucus.mediator,
    epoch = 2,
    ...change
  }: Partial<ExpectedEpoch> & {
    readonly device?: Device
    readonly epoch?: number
  } = {},
): Promise<Result<true>> => {
  const { logId, mediator, colleague, head, adviser, stewards } = caucus
  const opened = await openKeysEnvelope({ logId, epoch, envelope, device })
  if (!opened.ok) return opened
  return checkEpoch(opened.value, {
    author: head.publicKeys,
    roster: idsOf(mediator, colleague, head, adviser),
    stewards,
    isHistoryOpen: true,
    before,
    self: device.id,
    ...change,
  })
}

const refusal = (code: string, detail: Readonly<Record<string, unknown>> = {}) => ({
  ok: false,
  error: { ...detail, code },
})

const fine = { ok: true, value: true }

describe('attack 5: a whole epoch', () => {
  test('ENV-50 honest keys are taken by every device, whoever began them', async () => {
    const { mediator, colleague, head, adviser, secrets, first } = caucus
    const byHead = await second()
    for (const device of [mediator, colleague, head, adviser])
      expect(await judge(byHead, { device })).toEqual(fine)
    const byMediator = await second({
      options: {
        author: mediator,
        slots: {
          mediators: { secret: secrets.newMediators },
          party: { publicKey: slotsOf(first).party },
        },
      },
    })
    for (const device of [mediator, colleague, head, adviser])
      expect(await judge(byMediator, { device, author: mediator.publicKeys })).toEqual(fine)
  })

  test('ENV-50 an epoch comes after the one it follows; of version 1, right after', async () => {
    const envelope = await second()
    expect(await judge(envelope, { before: { ...before, epoch: 2 } })).toMatchObject({
      error: { code: 'envelope/epoch' },
    })
    const { logId, keys, head, mediator } = caucus
    const roster = [head, mediator].map(device => ({ ...device.publicKeys, isSteward: true }))
    const old = { logId, epoch: 3, epochKey: keys.two, previousKey: keys.one, roster, author: head }
    const { stewardKeys: _, ...first } = before
    const asked = { epoch: 3, roster: idsOf(head, mediator), before: first }
    expect(await judge(await makeKeysEnvelope(old), asked)).toEqual(
      refusal('envelope/epoch', { expected: 2, found: 3 }),
    )
  })

  test('ENV-50 an epoch that nobody took is passed over: the next says which it follows', async () => {
    const envelope = await second({ options: { epoch: 3 } })
    expect(await judge(envelope, { epoch: 3 })).toEqual(fine)
  })

  test('ENV-51 a room does not go back to one steward key', async () => {
    const { logId, keys, head, mediator } = caucus
    const roster = [head, mediator].map(device => ({ ...device.publicKeys, isSteward: device === head }))
    const asked = { logId, epoch: 2, epochKey: keys.two, previousKey: keys.one, roster, author: head }
    const envelope = await makeKeysEnvelope(asked)
    expect(await judge(envelope, { roster: idsOf(head, mediator) })).toEqual(
      refusal('envelope/version', { expected: 2, found: 1 }),
    )
  })

  test('ENV-24 keys for another roster, or by another than they say, are refused', async () => {
    const { mediator, colleague, head } = caucus
    const envelope = await second()
    expect(await judge(envelope, { roster: idsOf(mediator, colleague, head) })).toEqual(
      refusal('envelope/roster'),
    )
    expect(await judge(envelope, { author: mediator.publicKeys })).toEqual(refusal('envelope/author'))
  })

  test('ENV-52 the first epoch’s key is the one that names the log', async () => {
    const { mediator, first, logId, stewards } = caucus
    const asked = { device: mediator, epoch: 1, author: mediator.publicKeys }
    const opened = must(await openKeysEnvelope({ logId, epoch: 1, envelope: first, device: mediator }))
    const { before: _, ...expected } = { before, isHistoryOpen: true, stewards, self: mediator.id }
    const roster = idsOf(mediator, caucus.colleague, caucus.head, caucus.adviser)
    expect(await checkEpoch(opened, { ...expected, author: mediator.publicKeys, roster })).toEqual(fine)
    const other = await makeTampered({
      logId,
      epoch: 1,
      epochKey: secretOf('another first epoch'),
      slots: { mediators: { secret: secretOf('m') }, party: { secret: secretOf('p') } },
      stewards,
      roster: [mediator, caucus.colleague, caucus.head, caucus.adviser].map(device => device.publicKeys),
      author: mediator,
    })
    const forged = must(await openKeysEnvelope({ logId, epoch: 1, envelope: other, device: asked.device }))
    expect(await checkEpoch(forged, { ...expected, author: asked.author, roster })).toEqual(
      refusal('envelope/log', { of: 'access key' }),
    )
  })

  test('ENV-53 rubbish for the key of the epoch before is refused by who holds it, and by who does not', async () => {
    const { keys, head } = caucus
    const stranger = secretOf('a key of no epoch')
    const envelope = await second({ options: { follows: { epoch: 1, key: stranger } } })
    expect(await judge(envelope)).toEqual(refusal('envelope/previous-differs'))
    const { key: _, ...unknown } = before
    expect(await judge(envelope, { before: unknown })).toEqual(refusal('envelope/previous-commitment'))
    // Without either there is nothing to hold it against.
    const { envelope: __, ...nothing } = unknown
    expect(await judge(envelope, { before: nothing })).toEqual(fine)
    expect(await judge(await second(), { before: unknown })).toEqual(fine)
    expect(keys.one.reveal()).not.toEqual(stranger.reveal())
    expect(await judge(await second(), { device: head })).toEqual(fine)
  })

  test('ENV-53 no key of the epoch before, where history is open, is refused', async () => {
    const closed = await second({ options: { isHistoryOpen: false } })
    expect(await judge(closed)).toEqual(refusal('envelope/no-previous'))
    expect(await judge(closed, { isHistoryOpen: false })).toEqual(fine)
  })

  test('ENV-53 the key of the epoch before, where newcomers read from here on, is refused', async () => {
    expect(await judge(await second(), { isHistoryOpen: false })).toEqual(refusal('envelope/history-opened'))
  })

  test.each([
    ['too short', concat(uint64(1), rubbish.subarray(1))],
    ['too long', concat(uint64(1), rubbish, Uint8Array.of(1))],
    ['of no epoch', concat(uint64(0), rubbish)],
    ['of this epoch itself', concat(uint64(2), rubbish)],
    ['of an epoch beyond counting', concat(new Uint8Array(8).fill(255), rubbish)],
  ])('ENV-53 a key before that cannot be read is refused: %s', async (_, plaintext) => {
    const envelope = await second({ tamper: withPrevious(plaintext) })
    expect(await judge(envelope)).toEqual(refusal('envelope/previous-unreadable'))
  })

  test('ENV-53 the key of another epoch than the one the room is in is refused', async () => {
    const follows = { epoch: 1, key: caucus.keys.one }
    const envelope = await second({ options: { epoch: 3, follows } })
    expect(await judge(envelope, { epoch: 3, before: { ...before, epoch: 2 } })).toEqual(
      refusal('envelope/previous-differs', { expected: 2, found: 1 }),
    )
  })

  test('ENV-53 in version 1 too', async () => {
    const { logId, keys, head, mediator } = caucus
    const roster = [head, mediator].map(device => ({ ...device.publicKeys, isSteward: true }))
    const make = (change: Partial<Parameters<typeof makeKeysEnvelope>[0]>) =>
      makeKeysEnvelope({
        logId,
        epoch: 2,
        epochKey: keys.two,
        previousKey: keys.one,
        roster,
        author: head,
        ...change,
      })
    const { stewardKeys: _, envelope: __, ...old } = before
    const judged = async (envelope: Uint8Array, change: Partial<ExpectedEpoch> = {}) =>
      judge(envelope, { roster: idsOf(head, mediator), before: old, ...change })
    expect(await judged(await make({}))).toEqual(fine)
    expect(await judged(await make({ previousKey: secretOf('rubbish') }))).toEqual(
      refusal('envelope/previous-differs'),
    )
    expect(await judged(await make({ isHistoryOpen: false }))).toEqual(refusal('envelope/no-previous'))
    expect(await judged(await make({}), { isHistoryOpen: false })).toEqual(refusal('envelope/history-opened'))
  })

  test('ENV-54 other stewards than the state’s are refused by everybody', async () => {
    const { mediator, colleague, head, adviser } = caucus
    const sets: readonly StewardSets[] = [
      { mediators: [], party: idsOf(head) },
      { mediators: idsOf(mediator), party: idsOf(head) },
      { mediators: idsOf(mediator, colleague), party: idsOf(head, adviser) },
      { mediators: idsOf(head), party: idsOf(mediator, colleague) },
    ]
    for (const stewards of sets) {
      const envelope = await second({ options: { stewards } })
      for (const device of [colleague, adviser])
        expect(await judge(envelope, { device })).toEqual(refusal('envelope/stewards'))
    }
  })

  test('ENV-55 a side cannot change the other’s slot', async () => {
    const { secrets, adviser, mediator } = caucus
    const slots = { mediators: { secret: secrets.newMediators }, party: { secret: secrets.newParty } }
    const envelope = await second({ options: { slots } })
    for (const device of [mediator, adviser])
      expect(await judge(envelope, { device })).toEqual(refusal('envelope/slot', { slot: 'mediators' }))
  })

  test('ENV-55 who is taken out of a side does not keep its secret', async () => {
    const { mediator, colleague, head, adviser, first, secrets } = caucus
    const stewards = { mediators: idsOf(mediator), party: idsOf(head) }
    const roster = [mediator, head, adviser]
    const kept = slotsOf(first)
    const options = {
      stewards,
      roster: roster.map(device => device.publicKeys),
      author: mediator,
      slots: { mediators: { publicKey: kept.mediators }, party: { publicKey: kept.party } },
    }
    const asked = { stewards, roster: idsOf(...roster), author: mediator.publicKeys }
    expect(await judge(await second({ options }), asked)).toEqual(
      refusal('envelope/slot', { slot: 'mediators' }),
    )
    const slots = { ...options.slots, mediators: { secret: secrets.newMediators } }
    expect(await judge(await second({ options: { ...options, slots } }), asked)).toEqual(fine)
    // The other side cannot change it in their stead, and is not asked to.
    const byHead = {
      ...options,
      author: head,
      slots: { ...options.slots, party: { secret: secrets.newParty } },
    }
    expect(await judge(await second({ options: byHead }), { ...asked, author: head.publicKeys })).toEqual(
      fine,
    )
    expect(idsOf(colleague)).not.toEqual(idsOf(mediator))
  })

  test('ENV-55 mediators who held the party’s slot give it up when its first leading member comes', async () => {
    const { mediator, colleague, head, adviser, first, secrets } = caucus
    const alone = { ...before, stewards: { mediators: idsOf(mediator, colleague), party: [] } }
    const kept = slotsOf(first)
    const options = {
      author: mediator,
      slots: { mediators: { publicKey: kept.mediators }, party: { publicKey: kept.party } },
    }
    const asked = { before: alone, author: mediator.publicKeys, device: adviser }
    expect(await judge(await second({ options }), asked)).toEqual(refusal('envelope/slot', { slot: 'party' }))
    const slots = { ...options.slots, party: { secret: secrets.newParty } }
    const envelope = await second({ options: { ...options, slots } })
    for (const device of [mediator, head]) expect(await judge(envelope, { ...asked, device })).toEqual(fine)
  })

  test('ENV-56 a steward who is given no secret refuses', async () => {
    const { mediator, colleague, secrets, first } = caucus
    const options = {
      author: mediator,
      slots: { mediators: { secret: secrets.newMediators }, party: { publicKey: slotsOf(first).party } },
    }
    const envelope = await second({ options, tamper: withShare(colleague, zeros, zeros) })
    const asked = { author: mediator.publicKeys }
    expect(await judge(envelope, { ...asked, device: colleague })).toEqual(
      refusal('envelope/no-steward', { slot: 'mediators' }),
    )
    // The others cannot know.
    expect(await judge(envelope, { ...asked, device: mediator })).toEqual(fine)
  })

  test('ENV-56 who is no steward and is given a secret refuses', async () => {
    const { adviser, secrets } = caucus
    const envelope = await second({ tamper: withShare(adviser, zeros, secrets.newParty.reveal()) })
    expect(await judge(envelope, { device: adviser })).toEqual(
      refusal('envelope/steward-given', { slot: 'party' }),
    )
  })

  test('ENV-60 a device of the room for which there is no wrap is missed by every other', async () => {
    const { mediator, colleague, head, adviser } = caucus
    const wraps = [mediator, colleague, head, adviser].map(device => device.publicKeys.wrap)
    expect(await judge(await second(), { wraps })).toEqual(fine)
    const stranger = await createDevice(secretOf('stranger'))
    const without = await second({
      tamper: parts => ({
        ...parts,
        shares: parts.shares.map(share =>
          share.device === adviser.publicKeys ? { ...share, device: stranger.publicKeys } : share,
        ),
      }),
    })
    for (const device of [mediator, colleague, head])
      expect(await judge(without, { device, wraps })).toEqual(refusal('envelope/left-out'))
    expect(await judge(without, { device: adviser, wraps })).toEqual(refusal('envelope/not-a-recipient'))
  })

  test('ENV-56 in version 1 too: a head that makes itself the only steward is refused by the mediator', async () => {
    const { logId, keys, head, mediator, adviser } = caucus
    const make = (...stewards: readonly Device[]) =>
      makeKeysEnvelope({
        logId,
        epoch: 2,
        epochKey: keys.two,
        previousKey: keys.one,
        roster: [head, mediator, adviser].map(device => ({
          ...device.publicKeys,
          isSteward: stewards.includes(device),
        })),
        author: head,
      })
    const stewards = { mediators: idsOf(mediator), party: idsOf(head) }
    const { stewardKeys: _, envelope: __, ...old } = before
    const asked = { roster: idsOf(head, mediator, adviser), before: { ...old, stewards }, stewards }
    const usurped = await make(head)
    expect(await judge(usurped, asked)).toEqual(refusal('envelope/no-steward'))
    const shared = await make(head, mediator, adviser)
    expect(await judge(shared, asked)).toEqual(fine)
    expect(await judge(shared, { ...asked, device: adviser })).toEqual(refusal('envelope/steward-given'))
    // Opened with a key had otherwise, there is no wrap to judge by.
    const opened = must(await checkKeysEnvelope({ logId, epoch: 2, envelope: usurped, epochKey: keys.two }))
    const { before: known, roster } = asked
    const unseen = { author: head.publicKeys, roster, stewards, isHistoryOpen: true, before: known }
    expect(await checkEpoch(opened, unseen)).toEqual(fine)
  })
})

describe('which slot is to change first', () => {
  const base = { epoch: 1, given: { mediators: ['m1', 'm2', 'p1'], party: ['p1', 'p2'] } }

  test('ENV-55 that of the author’s own side, where the other was not given up to anybody', () => {
    // The head was given the mediators' secret once, when there were none; an adviser of its own has gone.
    const before = { ...base, stewards: { mediators: ['m1', 'm2'], party: ['p1', 'p2'] } }
    expect(slotDue(before, { mediators: ['m1', 'm2'], party: ['p1'] }, 'p1')).toBe('party')
  })

  test('ENV-55 nor is one given up to a side that has nobody still', () => {
    const before = {
      epoch: 1,
      stewards: { mediators: ['m1', 'm2'], party: [] },
      given: { mediators: ['m1', 'm2'], party: ['m1', 'm2'] },
    }
    expect(slotDue(before, { mediators: ['m1'], party: [] }, 'm1')).toBe('mediators')
    expect(slotDue(before, { mediators: ['m1', 'm2'], party: ['p1'] }, 'm1')).toBe('party')
    expect(slotDue(before, { mediators: ['m1'], party: ['p1'] }, 'm1')).toBe('party')
  })
})

const judgeFirst = (envelope: Uint8Array, device: Device | undefined = caucus.colleague) =>
  judge(envelope, { device, epoch: 1, author: caucus.mediator.publicKeys, before: undefined as never })

const firstWith = (tamper?: Parameters<typeof makeTampered>[1]) => {
  const { logId, keys, mediator, colleague, head, adviser, stewards, secrets } = caucus
  return makeTampered(
    {
      logId,
      epoch: 1,
      epochKey: keys.one,
      slots: { mediators: { secret: secrets.mediators }, party: { secret: secrets.party } },
      stewards,
      roster: [mediator, colleague, head, adviser].map(device => device.publicKeys),
      author: mediator,
    },
    tamper,
  )
}

test('ENV-60 of keys that say nothing of what they follow nobody can tell who was left out', () => {
  const wraps = [new Uint8Array(9)]
  for (const previous of [{ kind: 'closed' }, { kind: 'unreadable' }] as const)
    expect(leftOutOf({ epoch: 2, hints: [], previous }, wraps)).toEqual([])
  const previous = { kind: 'key', epoch: 1, key: caucus.keys.one } as const
  expect(leftOutOf({ epoch: 2, hints: [], previous }, wraps)).toEqual(wraps)
})

describe('keys of a log’s first epoch', () => {
  test('ENV-56 give each steward its secret, since nothing came before that it could have kept', async () => {
    expect(await judgeFirst(await firstWith())).toEqual(fine)
    const without = await firstWith(withShare(caucus.colleague, zeros, zeros))
    expect(await judgeFirst(without)).toEqual(refusal('envelope/no-steward', { slot: 'mediators' }))
    // Whoever was given them otherwise cannot say what others were given.
    expect(
      await judge(without, {
        epoch: 1,
        device: caucus.colleague,
        author: caucus.mediator.publicKeys,
        before: undefined as never,
        self: undefined as never,
      }),
    ).toEqual(fine)
  })
})
