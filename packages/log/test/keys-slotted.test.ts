import { beforeAll, describe, expect, test } from 'vitest'
import { seal } from '../src/content.ts'
import {
  checkEpoch,
  checkKeysEnvelope,
  commitToEpochKey,
  concat,
  createStewardKey,
  type Device,
  digestRoster,
  type EpochBefore,
  type ExpectedEpoch,
  encode,
  logIdOfEpochKey,
  openKeysEnvelope,
  openPreviousEpoch,
  peekEnvelope,
  proveEpochKey,
  type Result,
  type StewardSets,
  type Value,
} from '../src/index.ts'
import { previousPurpose } from '../src/keys-binding.ts'
import { assembleKeysEnvelope, type KeysParts } from '../src/keys-make.ts'
import {
  type Caucus,
  idsOf,
  makeCaucus,
  makeSecond,
  rubbish,
  slotsOf,
  withHead,
  withPrevious,
  withShare,
  zeros,
} from './epochs.ts'
import { secretOf } from './people.ts'
import { listOf, withWrapsOf } from './splice.ts'

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

describe('version 2', () => {
  test('ENV-57 gives each side its own secret, and nobody the other’s', async () => {
    const { logId, first, mediator, colleague, head, adviser, secrets } = caucus
    const givenTo = async (device: Device) =>
      must(await openKeysEnvelope({ logId, epoch: 1, envelope: first, device })).stewards
    for (const device of [mediator, colleague])
      expect((await givenTo(device))?.mediators?.reveal()).toEqual(secrets.mediators.reveal())
    expect((await givenTo(head))?.party?.reveal()).toEqual(secrets.party.reveal())
    expect(Object.keys((await givenTo(mediator)) ?? {})).toEqual(['mediators'])
    expect(Object.keys((await givenTo(head)) ?? {})).toEqual(['party'])
    expect(await givenTo(adviser)).toEqual({})
  })

  test('ENV-57 shows the relay two keys, and as much whoever administers and whatever newcomers read', async () => {
    const { first, secrets, stewards } = caucus
    const [mediators, party] = await Promise.all(
      [secrets.mediators, secrets.party].map(async secret => (await createStewardKey(secret)).publicKey),
    )
    expect(must(peekEnvelope(first))).toMatchObject({
      stewardKey: mediators,
      stewardKeys: { mediators, party },
    })
    const none = { mediators: stewards.mediators, party: [] }
    const lengths = await Promise.all([
      second(),
      second({ options: { isHistoryOpen: false } }),
      second({ options: { stewards: none } }),
    ])
    expect(new Set(lengths.map(({ length }) => length)).size).toBe(1)
  })

  test('ENV-57 a side that has nobody leaves its slot to the other', async () => {
    const { logId, head, secrets } = caucus
    const own: StewardSets = { mediators: [], party: idsOf(head) }
    const envelope = await second({
      options: {
        stewards: own,
        roster: [head.publicKeys],
        slots: { mediators: { secret: secrets.mediators }, party: { secret: secrets.party } },
      },
    })
    const opened = must(await openKeysEnvelope({ logId, epoch: 2, envelope, device: head }))
    expect(Object.keys(opened.stewards ?? {})).toEqual(['mediators', 'party'])
    const asked = { roster: idsOf(head), stewards: own, before: { ...before, stewards: own } }
    expect(await judge(envelope, { device: head, ...asked })).toEqual(fine)
  })

  test('ENV-57 a steward secret that is not its slot’s is refused by who is given it', async () => {
    const { head, mediator, secrets } = caucus
    const swapped = await second({ tamper: withShare(mediator, secrets.party.reveal(), zeros) })
    expect(await judge(swapped)).toEqual(
      refusal('envelope/commitment', { of: 'steward key', slot: 'mediators' }),
    )
    const other = await second({ tamper: withShare(head, zeros, rubbish) })
    expect(await judge(other, { device: head })).toEqual(
      refusal('envelope/commitment', { of: 'steward key', slot: 'party' }),
    )
  })

  test('ENV-57 a wrap belongs to its steward keys and digests', async () => {
    const { colleague, logId } = caucus
    const honest = await second()
    for (const change of [
      { stewardsDigest: rubbish },
      { stewardKeys: { ...slotsOf(honest), party: rubbish } },
      { stewardKeys: { ...slotsOf(honest), mediators: rubbish } },
    ]) {
      const other = await second({ tamper: withHead(change) })
      const spliced = withWrapsOf(other, honest)
      expect(await openKeysEnvelope({ logId, epoch: 2, envelope: spliced, device: colleague })).toMatchObject(
        {
          error: { code: 'envelope/not-a-recipient' },
        },
      )
    }
  })
})

/** Of version 1, by a mediator for itself alone. */
const firstVersion = async (
  head: Readonly<Record<string, unknown>>,
  share: Uint8Array,
): Promise<Uint8Array> => {
  const { logId, keys, mediator } = caucus
  const honest = {
    version: 1,
    logId,
    epoch: 2,
    commitment: commitToEpochKey(logId, 2, keys.two),
    accessKey: (await logIdOfEpochKey(keys.two)).accessKey.publicKey,
    rosterDigest: digestRoster({ logId, epoch: 2, epochKey: keys.two }, idsOf(mediator)),
    stewardKey: (await createStewardKey(secretOf('the true one'))).publicKey,
  }
  return assembleKeysEnvelope({
    head: { ...honest, ...head } as KeysParts['head'],
    shares: [{ device: mediator.publicKeys, keys: concat(keys.two.reveal(), share) }],
    epochKey: keys.two,
    previousKey: undefined,
    author: mediator,
  })
}

describe('keys that prove themselves', () => {
  test('ENV-58 the first by the log’s id, a later one by its keys envelope', async () => {
    const { logId, keys } = caucus
    const envelope = await second()
    expect(await proveEpochKey({ logId, epoch: 1, epochKey: keys.one })).toEqual(fine)
    expect(await proveEpochKey({ logId, epoch: 1, epochKey: keys.two })).toEqual(
      refusal('envelope/commitment', { of: 'log id' }),
    )
    expect(await proveEpochKey({ logId, epoch: 2, epochKey: keys.two, envelope })).toEqual(fine)
    expect(await proveEpochKey({ logId, epoch: 2, epochKey: keys.one, envelope })).toMatchObject({
      error: { code: 'envelope/commitment', of: 'epoch key' },
    })
    expect(await proveEpochKey({ logId, epoch: 2, epochKey: keys.two })).toEqual(refusal('envelope/unproven'))
  })

  test('ENV-23 a key of the epoch before is taken only if its own epoch committed to it', async () => {
    const { logId, keys, first } = caucus
    const asked = { logId, epoch: 2, epochKey: keys.two, before: first }
    const found = must(await openPreviousEpoch({ ...asked, envelope: await second() }))
    expect(found.reveal()).toEqual(keys.one.reveal())
    const follows = { epoch: 1, key: secretOf('rubbish') }
    const envelope = await second({ options: { follows } })
    expect(await openPreviousEpoch({ ...asked, envelope })).toEqual(refusal('envelope/previous-commitment'))
    const unreadable = await second({ tamper: withPrevious(rubbish) })
    expect(await openPreviousEpoch({ ...asked, envelope: unreadable })).toEqual(
      refusal('envelope/previous-unreadable'),
    )
  })

  test('ENV-26 a commitment to another key is refused, though all else is right and signed', async () => {
    const { logId, keys, mediator } = caucus
    const envelope = await second({ tamper: withHead({ commitment: rubbish }) })
    const wrong = refusal('envelope/commitment', { of: 'epoch key' })
    expect(await openKeysEnvelope({ logId, epoch: 2, envelope, device: mediator })).toEqual(wrong)
    expect(await checkKeysEnvelope({ logId, epoch: 2, envelope, epochKey: keys.two })).toEqual(wrong)
  })

  test('ENV-26 an access key of another epoch key is refused, though all else is right and signed', async () => {
    const { logId, keys, mediator } = caucus
    const { accessKey } = await logIdOfEpochKey(keys.one)
    const envelope = await second({ tamper: withHead({ accessKey: accessKey.publicKey }) })
    expect(await openKeysEnvelope({ logId, epoch: 2, envelope, device: mediator })).toEqual(
      refusal('envelope/commitment', { of: 'access key' }),
    )
  })

  test('ENV-27 the epoch that the relay reads is the epoch that its keys are for', async () => {
    const { logId, keys, mediator } = caucus
    const envelope = await second()
    const [version, kind, , ...rest] = listOf(envelope)
    const relabelled = encode([version, kind, 3, ...rest] as Value[])
    expect(peekEnvelope(relabelled)).toMatchObject({ error: { code: 'envelope/epoch' } })
    for (const epoch of [2, 3]) {
      const place = { logId, epoch, envelope: relabelled }
      const wrong = { error: { code: 'envelope/epoch' } }
      expect(await openKeysEnvelope({ ...place, device: mediator })).toMatchObject(wrong)
      expect(await checkKeysEnvelope({ ...place, epochKey: keys.two })).toMatchObject(wrong)
    }
  })

  test('ENV-29 in version 1 a steward secret of another key is refused, though all else is right and signed', async () => {
    const { logId, mediator } = caucus
    const envelope = await firstVersion({}, rubbish)
    expect(await openKeysEnvelope({ logId, epoch: 2, envelope, device: mediator })).toEqual(
      refusal('envelope/commitment', { of: 'steward key' }),
    )
  })

  test('ENV-53 in version 1 a key before of another length is refused, and read as none that can be', async () => {
    const { logId, keys, mediator } = caucus
    for (const plaintext of [rubbish.subarray(1), concat(rubbish, rubbish)]) {
      const previous = await seal(keys.two.reveal(), plaintext, previousPurpose(1, logId, 2))
      const envelope = await firstVersion({ previous }, zeros)
      const opened = must(await openKeysEnvelope({ logId, epoch: 2, envelope, device: mediator }))
      expect(opened.previous).toEqual({ kind: 'unreadable' })
      expect(await openPreviousEpoch({ logId, epoch: 2, envelope, epochKey: keys.two })).toEqual(
        refusal('envelope/previous-unreadable'),
      )
    }
  })
})
