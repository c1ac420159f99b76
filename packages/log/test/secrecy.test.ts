import { inspect } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  bytesToBase64,
  bytesToBase64url,
  bytesToHex,
  createAccessKey,
  createDevice,
  createNoteSigner,
  createSigningKey,
  createStewardKey,
  invitationEpochKey,
  makeAnswer,
  makeOffer,
  makeReveal,
  openKeysEnvelope,
  openPreviousEpoch,
  phraseToSecret,
  readAnswer,
  readReveal,
  type Secret,
  secretToPhrase,
  secretToText,
  textToSecret,
} from '../src/index.ts'
import { type Caucus, makeCaucus, makeSecond } from './epochs.ts'
import { secretOf } from './people.ts'

/** The ways in which bytes come out of printing, logging and JSON. */
const spellingsOf = (secret: Secret): readonly string[] => {
  const bytes = secret.reveal()
  const some = Array.from(bytes.subarray(0, 6))
  return [
    bytesToHex(bytes).slice(0, 12),
    some.map(byte => byte.toString(16).padStart(2, '0')).join(' '),
    bytesToBase64(bytes).slice(0, 12),
    bytesToBase64url(bytes).slice(0, 12),
    some.join(','),
    some.join(', '),
    some.map((byte, i) => `"${i}":${byte}`).join(','),
  ]
}

const printed = (given: unknown): string =>
  [
    JSON.stringify(given),
    inspect(given, { depth: Infinity, showHidden: true, getters: true, maxArrayLength: null }),
    inspect(given, { depth: Infinity, customInspect: false, maxArrayLength: null }),
    String(given),
    JSON.stringify(structuredClone(onlyData(given))),
  ].join('\n')

/** Without functions, which cannot be cloned and print as their names. */
const onlyData = (given: unknown): unknown => {
  if (typeof given === 'function') return undefined
  if (typeof given !== 'object' || given === null || ArrayBuffer.isView(given)) return given
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, onlyData(value)]))
}

const must = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!result.ok) throw new Error('refused')
  return result.value
}

const expectNone = (given: unknown, ...secrets: readonly Secret[]): void => {
  const text = printed(given)
  for (const spelling of secrets.flatMap(spellingsOf)) expect(text).not.toContain(spelling)
}

describe('KEY-1 nothing that is handed out shows a secret', () => {
  let caucus: Caucus
  let second: Uint8Array
  beforeAll(async () => {
    caucus = await makeCaucus()
    second = await makeSecond(caucus)
  })

  test('the test would see one', () => {
    const secret = secretOf('seen')
    for (const given of [
      { seed: secret.reveal() },
      [Array.from(secret.reveal())],
      { seed: secretToText(secret) },
      { deep: { seed: { hex: bytesToHex(secret.reveal()) } } },
    ])
      expect(spellingsOf(secret).some(spelling => printed(given).includes(spelling))).toBe(true)
  })

  test('a device, and keys that sign', async () => {
    const seed = secretOf('a seed')
    expectNone(await createDevice(seed), seed)
    expectNone(await createSigningKey(seed.reveal()), seed)
    expectNone(await createAccessKey(seed), seed)
    expectNone(await createStewardKey(seed), seed)
    expectNone(await createNoteSigner('relay.example', seed.reveal()), seed)
  })

  test('opened keys, with the epoch before and the stewards’ secrets, and why they were refused', async () => {
    const { logId, keys, head, mediator, secrets, first } = caucus
    const all = [keys.one, keys.two, ...Object.values(secrets)]
    for (const [epoch, envelope, device] of [
      [1, first, mediator],
      [1, first, head],
      [2, second, head],
    ] as const) {
      const opened = await openKeysEnvelope({ logId, epoch, envelope, device })
      expect(opened.ok).toBe(true)
      expectNone(opened, ...all)
    }
    const asked = { logId, epoch: 2, envelope: second, epochKey: keys.two }
    expectNone(await openPreviousEpoch({ ...asked, before: first }), ...all)
    expectNone(await openPreviousEpoch({ ...asked, epochKey: keys.one }), ...all)
  })

  test('an invitation’s sides, and a secret out of a phrase or a link', async () => {
    const [secret, nonce, seed] = [secretOf('link'), secretOf('nonce'), secretOf('inviter')]
    const side = { keys: (await createDevice(seed)).publicKeys, nonce }
    const offer = makeOffer(secret, side)
    expectNone(side, nonce, seed)
    expectNone(must(await readAnswer(offer, makeAnswer(offer, side))), nonce, seed)
    expectNone(must(await readReveal(secret, offer, makeReveal(side))), nonce, seed, secret)
    expectNone(invitationEpochKey(secret), invitationEpochKey(secret), secret)
    expectNone(must(phraseToSecret(secretToPhrase(secret))), secret)
    expectNone(must(textToSecret(secretToText(secret))), secret)
  })
})
