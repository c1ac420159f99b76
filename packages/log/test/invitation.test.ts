import { hkdfSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  comparisonCode,
  createSecret,
  creationRight,
  type InvitationSide,
  invitationEpochKey,
  logIdOfEpochKey,
  makeAnswer,
  makeOffer,
  makeReveal,
  type Result,
  readAnswer,
  readReveal,
} from '../src/index.ts'
import { deviceOf, secretOf } from './people.ts'

const secret = secretOf('invitation')

const sideOf = async (name: string): Promise<InvitationSide> => ({
  keys: (await deviceOf(name)).publicKeys,
  nonce: secretOf(`nonce of ${name}`),
})

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('invitations', () => {
  test('KEY-30 lead both sides to one mailbox', async () => {
    const { logId } = await logIdOfEpochKey(invitationEpochKey(secret))
    expect((await logIdOfEpochKey(invitationEpochKey(secretOf('invitation')))).logId).toBe(logId)
  })

  test('KEY-35 lead both sides to one right to make logs, which tells nothing of the mailbox', () => {
    const tag = 'good-offices/creation-right/1'
    const info = Uint8Array.of(tag.length, ...new TextEncoder().encode(tag))
    const derived = hkdfSync('sha256', secret.reveal(), new Uint8Array(), info, 32)
    expect(creationRight(secret).reveal()).toEqual(new Uint8Array(derived))
    const key = invitationEpochKey(secret)
    const rights = [secret, key, secretOf('another')].map(source => creationRight(source).reveal())
    const known = [...rights, secret.reveal(), key.reveal()].map(bytes => bytes.join())
    expect(new Set(known).size).toBe(5)
  })

  test('KEY-31 in three moves both sides come to the same six digits', async () => {
    const [inviter, invitee] = [await sideOf('anna'), await sideOf('boris')]
    const offer = makeOffer(secret, inviter)
    const answer = makeAnswer(offer, invitee)
    const reveal = makeReveal(inviter)
    const seenByInviter = comparisonCode(secret, inviter, must(await readAnswer(offer, answer)))
    const seenByInvitee = comparisonCode(secret, must(await readReveal(secret, offer, reveal)), invitee)
    expect(seenByInviter).toBe(seenByInvitee)
    expect(seenByInviter).toMatch(/^[0-9]{6}$/)
  })

  test('KEY-32 the inviter is held to the keys and the nonce it committed to', async () => {
    const [inviter, thief] = [await sideOf('anna'), await sideOf('thief')]
    const offer = makeOffer(secret, inviter)
    const refused = { error: { code: 'invitation/commitment' } }
    expect(await readReveal(secret, offer, makeReveal({ ...inviter, keys: thief.keys }))).toMatchObject(
      refused,
    )
    expect(await readReveal(secret, offer, makeReveal({ ...inviter, nonce: thief.nonce }))).toMatchObject(
      refused,
    )
    expect(await readReveal(secretOf('another'), offer, makeReveal(inviter))).toMatchObject(refused)
  })

  test('KEY-32 an answer belongs to one offer', async () => {
    const [inviter, invitee] = [await sideOf('anna'), await sideOf('boris')]
    const answer = makeAnswer(makeOffer(secret, { ...inviter, nonce: createSecret() }), invitee)
    const read = await readAnswer(makeOffer(secret, inviter), answer)
    expect(read).toMatchObject({ error: { code: 'invitation/mismatch' } })
  })

  test('KEY-33 keys that cannot be enrolled are refused before any code is shown', async () => {
    const [inviter, invitee] = [await sideOf('anna'), await sideOf('boris')]
    const offer = makeOffer(secret, inviter)
    const weak = { ...invitee, keys: { ...invitee.keys, sign: new Uint8Array(32) } }
    expect(await readAnswer(offer, makeAnswer(offer, weak))).toMatchObject({
      error: { code: 'key/not-enrollable' },
    })
  })

  test('attack 2: KEY-34 who sits between with the link and swaps keys gets two codes that differ', async () => {
    const [inviter, invitee, thief] = [await sideOf('anna'), await sideOf('boris'), await sideOf('thief')]
    const toInvitee = makeOffer(secret, thief)
    const toInviter = makeAnswer(makeOffer(secret, inviter), thief)
    makeAnswer(toInvitee, invitee)
    const seenByInviter = comparisonCode(
      secret,
      inviter,
      must(await readAnswer(makeOffer(secret, inviter), toInviter)),
    )
    const seenByInvitee = comparisonCode(
      secret,
      must(await readReveal(secret, toInvitee, makeReveal(thief))),
      invitee,
    )
    expect(seenByInviter).not.toBe(seenByInvitee)
  })

  test('attack 2: KEY-34 every input moves the code: sides, nonces, keys and secret', async () => {
    const [inviter, invitee, other] = [await sideOf('anna'), await sideOf('boris'), await sideOf('carla')]
    const codes = [
      comparisonCode(secret, inviter, invitee),
      comparisonCode(secret, invitee, inviter),
      comparisonCode(secret, { ...inviter, nonce: other.nonce }, invitee),
      comparisonCode(secret, inviter, { ...invitee, nonce: other.nonce }),
      comparisonCode(secret, { ...inviter, keys: other.keys }, invitee),
      comparisonCode(secret, inviter, { ...invitee, keys: other.keys }),
      comparisonCode(secretOf('another'), inviter, invitee),
    ]
    expect(new Set(codes).size).toBe(codes.length)
  })
})
