/** Keys that somebody with the epoch key has put together with care: all fits but for one part. */

import { beforeAll, describe, expect, test } from 'vitest'
import {
  createStewardKey,
  createStewardSecret,
  type Device,
  decode,
  encode,
  hash,
  makeKeysEnvelope,
  openKeysEnvelope,
  seal,
  sealedToValue,
  tags,
  type Value,
} from '../src/index.ts'
import { deviceOf, secretOf } from './people.ts'

const logId = 'log-a'
const epochKey = secretOf('epoch one')
const steward = secretOf('steward one')
/** Where they stand in the public part. */
const [commitment, stewardKey] = [2, 4]

const listOf = (bytes: Uint8Array): readonly Value[] => {
  const decoded = decode(bytes)
  if (!decoded.ok) throw new Error(decoded.error.code)
  return decoded.value as readonly Value[]
}

describe('keys of which one part does not fit', () => {
  let author: Device
  let honest: Uint8Array
  beforeAll(async () => {
    author = await deviceOf('anna')
    const roster = [{ ...author.publicKeys, isSteward: true }]
    honest = await makeKeysEnvelope({ logId, epoch: 1, epochKey, steward, roster, author })
  })

  /** The same keys with one part exchanged, and signed by their author as they then are. */
  const signedWith = async (at: number, part: Uint8Array): Promise<Uint8Array> => {
    const [version, kind, epoch, publicBytes] = listOf(honest)
    const changed = encode(listOf(publicBytes as Uint8Array).with(at, part))
    const publicHash = hash(tags.keysPublic, changed)
    const signature = await author.sign(tags.keysAuthor, publicHash)
    const sealed = await seal(epochKey.reveal(), encode([author.id, signature]), {
      tag: tags.keysAuthor,
      context: publicHash,
    })
    return encode([version, kind, epoch, changed, sealedToValue(sealed)] as Value[])
  }

  const open = (envelope: Uint8Array, device = author) =>
    openKeysEnvelope({ logId, epoch: 1, envelope, device })

  test('ENV-29 a steward secret that is not the one of the key shown to the relay is refused, though its author has signed for it', async () => {
    const own = (await createStewardKey(steward)).publicKey
    expect(await open(await signedWith(stewardKey, own))).toMatchObject({ ok: true })
    const { publicKey } = await createStewardKey(createStewardSecret())
    expect(await open(await signedWith(stewardKey, publicKey))).toMatchObject({
      error: { code: 'envelope/commitment', of: 'steward key' },
    })
  })

  test('ENV-26 a commitment to another key is refused, though the key that was wrapped is the right one', async () => {
    const [, , , publicBytes] = listOf(honest)
    const own = listOf(publicBytes as Uint8Array)[commitment] as Uint8Array
    // The wrap names the commitment, so that a device of the author's own making opens it.
    const device: Device = {
      ...author,
      unwrap: async () => Uint8Array.of(...epochKey.reveal(), ...steward.reveal()),
    }
    expect(await open(await signedWith(commitment, own), device)).toMatchObject({ ok: true })
    const other = await signedWith(commitment, own.toReversed())
    expect(await open(other, device)).toMatchObject({ error: { code: 'envelope/commitment' } })
  })
})
