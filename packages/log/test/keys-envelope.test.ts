import { beforeAll, describe, expect, test } from 'vitest'
import {
  checkKeysEnvelope,
  commitToEpochKey,
  createAccessKey,
  createEpochKey,
  createStewardKey,
  createStewardSecret,
  type Device,
  decode,
  digestRoster,
  type EpochKey,
  encode,
  envelopeBytesMax,
  type KeysRecipient,
  makeKeysEnvelope,
  openKeysEnvelope,
  openPreviousEpoch,
  peekEnvelope,
  type Result,
  recipientsMax,
  type Value,
  verifyKeysAuthor,
} from '../src/index.ts'
import { deviceOf, secretOf } from './people.ts'

const logId = 'log-a'
const keyOne: EpochKey = secretOf('epoch one')
const keyTwo: EpochKey = secretOf('epoch two')
const stewardTwo = secretOf('steward two')

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** The first of the people administers. */
const recipientOf = (device: Device, index = 0): KeysRecipient => ({
  ...device.publicKeys,
  isSteward: index === 0,
})

const listOf = (bytes: Uint8Array): readonly Value[] => must(decode(bytes)) as readonly Value[]

/** The envelope with its public part changed, as a relay or a distributor could send it. */
const withPublic = (
  envelope: Uint8Array,
  change: (part: readonly Value[]) => readonly Value[],
): Uint8Array => {
  const [version, kind, epoch, publicBytes, sealed] = listOf(envelope)
  return encode([version, kind, epoch, encode(change(listOf(publicBytes as Uint8Array))), sealed] as Value[])
}

const wrapOf = (part: readonly Value[]): Value => (part[7] as readonly Value[])[0] as Value

describe('keys envelopes', () => {
  let [anna, boris, carla]: Device[] = []
  const people = (): [Device, Device, Device] => [anna, boris, carla] as [Device, Device, Device]
  let first: Uint8Array
  let second: Uint8Array

  beforeAll(async () => {
    ;[anna, boris, carla] = await Promise.all(['anna', 'boris', 'carla'].map(deviceOf))
    const [a, b, c] = people()
    const rosterOne = [a, b, c].map(recipientOf)
    first = await makeKeysEnvelope({ logId, epoch: 1, epochKey: keyOne, roster: rosterOne, author: a })
    const rosterTwo = [a, c].map(recipientOf)
    const two = {
      logId,
      epoch: 2,
      epochKey: keyTwo,
      previousKey: keyOne,
      steward: stewardTwo,
      roster: rosterTwo,
      author: a,
    }
    second = await makeKeysEnvelope(two)
  })

  test('ENV-20 give every device of the roster the one key', async () => {
    for (const device of people()) {
      const opened = must(await openKeysEnvelope({ logId, epoch: 1, envelope: first, device }))
      expect(opened.epochKey.reveal()).toEqual(keyOne.reveal())
      expect(opened.author).toBe(people()[0].id)
      expect(opened.isHistoryOpen).toBe(false)
    }
  })

  test('ENV-21 show the relay the access key and the steward key of the new epoch', async () => {
    const { publicKey } = await createAccessKey(keyTwo)
    expect(peekEnvelope(second)).toEqual({
      ok: true,
      value: {
        kind: 'k',
        epoch: 2,
        logId,
        accessKey: publicKey,
        stewardKey: (await createStewardKey(stewardTwo)).publicKey,
      },
    })
  })

  test('ENV-29 give the steward secret to stewards alone, in wraps that are as long for all', async () => {
    const [steward, ...others] = people()
    const opened = must(await openKeysEnvelope({ logId, epoch: 2, envelope: second, device: steward }))
    expect(opened.steward?.reveal()).toEqual(stewardTwo.reveal())
    for (const device of others) {
      const received = must(await openKeysEnvelope({ logId, epoch: 1, envelope: first, device }))
      expect(received.steward).toBeUndefined()
    }
    const wraps = listOf(listOf(first)[3] as Uint8Array)[7] as readonly (readonly Uint8Array[])[]
    expect(new Set(wraps.map(([, , wrapped]) => wrapped?.length))).toEqual(new Set([80]))
  })

  test('ENV-29 a steward secret that is not the public key’s is refused by the steward', async () => {
    const stranger = await createStewardKey(createStewardSecret())
    const envelope = withPublic(second, part => part.with(4, stranger.publicKey))
    const [steward] = people()
    expect(await openKeysEnvelope({ logId, epoch: 2, envelope, device: steward })).toMatchObject({
      error: { code: 'envelope/commitment' },
    })
  })

  test('ENV-22 are found by hint with the key before, and by trying without', async () => {
    const device = people()[2]
    for (const hint of [{}, { previousKey: keyOne }, { previousKey: createEpochKey() }]) {
      const opened = must(await openKeysEnvelope({ logId, epoch: 2, envelope: second, device, ...hint }))
      expect(opened.epochKey.reveal()).toEqual(keyTwo.reveal())
    }
  })

  test('ENV-22 with the key before, one wrap is tried; without it, each', async () => {
    const device = people()[2]
    let count = 0
    const counting: Device = {
      ...device,
      unwrap: async () => {
        count++
        return undefined
      },
    }
    const options = { logId, epoch: 2, envelope: second, device: counting }
    await openKeysEnvelope({ ...options, previousKey: keyOne })
    expect(count).toBe(1)
    await openKeysEnvelope(options)
    expect(count).toBe(3)
  })

  test('ENV-22 a removed device finds no wrap', async () => {
    const gone = { logId, epoch: 2, envelope: second, device: people()[1], previousKey: keyOne }
    expect(await openKeysEnvelope(gone)).toMatchObject({ error: { code: 'envelope/not-a-recipient' } })
  })

  test('ENV-23 give who is in the new roster the key before, unless history stays closed', async () => {
    const opened = must(await openPreviousEpoch({ logId, epoch: 2, envelope: second, epochKey: keyTwo }))
    expect(opened.reveal()).toEqual(keyOne.reveal())
    expect((await checkKeysEnvelope({ logId, epoch: 1, envelope: first, epochKey: opened })).ok).toBe(true)
    const [a] = people()
    const roster = [recipientOf(a)]
    const options = {
      logId,
      epoch: 2,
      epochKey: keyTwo,
      previousKey: keyOne,
      isHistoryOpen: false,
      roster,
      author: a,
    }
    const closed = { logId, epoch: 2, envelope: await makeKeysEnvelope(options), epochKey: keyTwo }
    expect(await openPreviousEpoch(closed)).toMatchObject({ error: { code: 'envelope/no-previous' } })
  })

  test('ENV-24 name their author, who signed for exactly this roster', async () => {
    const [a, b, c] = people()
    const opened = must(await openKeysEnvelope({ logId, epoch: 2, envelope: second, device: c }))
    expect(await verifyKeysAuthor(opened, a.publicKeys, [c.id, a.id])).toEqual({ ok: true, value: true })
    expect(await verifyKeysAuthor(opened, c.publicKeys, [a.id, c.id])).toMatchObject({
      error: { code: 'envelope/author' },
    })
    for (const roster of [[a.id], [a.id, b.id], [a.id, b.id, c.id]])
      expect(await verifyKeysAuthor(opened, a.publicKeys, roster)).toMatchObject({
        error: { code: 'envelope/roster' },
      })
    // One wrap more than the roster has devices is a key for somebody unnamed.
    expect(await verifyKeysAuthor({ ...opened, recipients: 3 }, a.publicKeys, [a.id, c.id])).toMatchObject({
      error: { code: 'envelope/roster' },
    })
    const forged = { ...opened, signature: new Uint8Array(64) }
    expect(await verifyKeysAuthor(forged, a.publicKeys, [a.id, c.id])).toMatchObject({
      error: { code: 'envelope/signature' },
    })
  })

  test('ENV-24 the author cannot be cut out and put on other keys', async () => {
    const [a] = people()
    const roster = [recipientOf(a)]
    const other = await makeKeysEnvelope({ logId, epoch: 2, epochKey: keyTwo, roster, author: a })
    const [, , , publicBytes] = listOf(other)
    const [, , , , sealed] = listOf(second)
    const envelope = encode([1, 'k', 2, publicBytes, sealed] as Value[])
    expect(await checkKeysEnvelope({ logId, epoch: 2, envelope, epochKey: keyTwo })).toMatchObject({
      error: { code: 'envelope/commitment' },
    })
  })

  test('ENV-25 the fullest roster fits an envelope', async () => {
    const [a] = people()
    const envelope = await makeKeysEnvelope({
      logId,
      epoch: 1,
      epochKey: keyOne,
      roster: [recipientOf(a)],
      author: a,
    })
    const full = withPublic(envelope, part =>
      part.with(
        7,
        Array.from({ length: recipientsMax }, () => wrapOf(part)),
      ),
    )
    expect(full.length).toBeLessThanOrEqual(envelopeBytesMax)
    expect(peekEnvelope(full).ok).toBe(true)
    const over = withPublic(envelope, part =>
      part.with(
        7,
        Array.from({ length: recipientsMax + 1 }, () => wrapOf(part)),
      ),
    )
    expect(peekEnvelope(over)).toMatchObject({ error: { code: 'envelope/recipients' } })
    const none = withPublic(envelope, part => part.with(7, []))
    expect(peekEnvelope(none)).toMatchObject({ error: { code: 'envelope/recipients' } })
  })

  test('attack 5: ENV-26 a distributor who gives one member another key is refused by that member', async () => {
    const [a, b] = people()
    const roster = [a, b].map(recipientOf)
    const honest = await makeKeysEnvelope({ logId, epoch: 1, epochKey: keyOne, roster, author: a })
    const twin = await makeKeysEnvelope({ logId, epoch: 1, epochKey: keyTwo, roster, author: a })
    const twinWraps = listOf(listOf(twin)[3] as Uint8Array)[7] as Value
    // The wraps hold another key, but name the honest commitment: HPKE's associated data binds it, and they do not open.
    const spliced = withPublic(honest, part => part.with(7, twinWraps))
    expect(await openKeysEnvelope({ logId, epoch: 1, envelope: spliced, device: b })).toMatchObject({
      error: { code: 'envelope/not-a-recipient' },
    })
    // A distributor who writes the wrap itself, with the honest commitment as associated data, meets the commitment.
    const dishonest = { ...b, unwrap: async () => keyTwo.reveal() }
    expect(await openKeysEnvelope({ logId, epoch: 1, envelope: honest, device: dishonest })).toMatchObject({
      error: { code: 'envelope/commitment' },
    })
  })

  test('attack 5: ENV-26 an access key that does not follow from the epoch key is refused', async () => {
    const stranger = await createAccessKey(keyTwo)
    const envelope = withPublic(first, part => part.with(3, stranger.publicKey))
    expect(await openKeysEnvelope({ logId, epoch: 1, envelope, device: people()[1] })).toMatchObject({
      error: { code: 'envelope/commitment', of: 'access key' },
    })
  })

  test('attack 8: ENV-27 keys of one room or epoch start none in another', async () => {
    const device = people()[0]
    const moved = await openKeysEnvelope({ logId: 'log-b', epoch: 1, envelope: first, device })
    expect(moved).toMatchObject({ error: { code: 'envelope/log' } })
    const relabelled = withPublic(first, part => part.with(0, 'log-b'))
    const read = await openKeysEnvelope({ logId: 'log-b', epoch: 1, envelope: relabelled, device })
    expect(read).toMatchObject({ error: { code: 'envelope/not-a-recipient' } })
    expect(await openKeysEnvelope({ logId, epoch: 2, envelope: first, device })).toMatchObject({
      error: { code: 'envelope/epoch' },
    })
  })

  test('ENV-28 the roster cannot be confirmed from outside: its digest needs the epoch key', () => {
    const roster = people().map(device => device.id)
    const one = digestRoster({ logId, epoch: 1, epochKey: keyOne }, roster)
    expect(digestRoster({ logId, epoch: 1, epochKey: keyOne }, roster.toReversed())).toEqual(one)
    expect(digestRoster({ logId, epoch: 1, epochKey: keyTwo }, roster)).not.toEqual(one)
    expect(commitToEpochKey(logId, 1, keyOne)).not.toEqual(commitToEpochKey(logId, 2, keyOne))
  })
})
