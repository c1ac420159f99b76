import { describe, expect, test } from 'vitest'
import {
  createAccessKey,
  createStewardKey,
  Secret,
  sha256,
  signLive,
  signRequest,
  utf8,
  verifyLive,
  verifyRequest,
} from '../src/index.ts'

const request = { method: 'POST', path: '/logs/abc?after=3', body: utf8('envelope') }
const now = 1_790_000_000_000

describe('access signatures', () => {
  test('KEY-20 name the access key that signed', async () => {
    const key = await createAccessKey(new Secret(sha256(utf8('epoch'))))
    const header = await signRequest(key, request, now)
    expect(header).toMatch(/^GoodOffices key=[\w-]{43}, time=1790000000000, signature=[\w-]{86}$/)
    expect(await verifyRequest(header, request, now + 1000)).toEqual({
      ok: true,
      value: { key: key.publicKey },
    })
  })

  test('KEY-22 may be countersigned by the steward of the epoch', async () => {
    const key = await createAccessKey(new Secret(sha256(utf8('epoch'))))
    const steward = await createStewardKey(new Secret(sha256(utf8('steward'))))
    const header = await signRequest(key, request, now, steward)
    expect(header).toMatch(/signature=[\w-]{86}, steward=[\w-]{43}, countersignature=[\w-]{86}$/)
    expect(await verifyRequest(header, request, now)).toEqual({
      ok: true,
      value: { key: key.publicKey, steward: steward.publicKey },
    })
    const other = await signRequest(key, { ...request, path: '/logs/abd' }, now, steward)
    const [, countersigned] = other.split(', steward=')
    const plain = await signRequest(key, request, now)
    expect(await verifyRequest(`${plain}, steward=${countersigned}`, request, now)).toMatchObject({
      error: { code: 'access/signature' },
    })
    // The access key's own signature is none of a steward's.
    const [, signature] = /signature=([\w-]{86})/.exec(plain) ?? []
    const [, own] = /key=([\w-]{43})/.exec(plain) ?? []
    expect(
      await verifyRequest(`${plain}, steward=${own}, countersignature=${signature}`, request, now),
    ).toMatchObject({ error: { code: 'access/signature', of: 'steward' } })
  })

  test('KEY-20 hold for this method, path, body and time only', async () => {
    const header = await signRequest(await createAccessKey(new Secret(sha256(utf8('epoch')))), request, now)
    const refused = { error: { code: 'access/signature' } }
    expect(await verifyRequest(header, { ...request, method: 'GET' }, now)).toMatchObject(refused)
    expect(await verifyRequest(header, { ...request, path: '/logs/abd?after=3' }, now)).toMatchObject(refused)
    expect(await verifyRequest(header, { ...request, body: utf8('enveloped') }, now)).toMatchObject(refused)
    expect(
      await verifyRequest(header.replace('=1790000000000', '=1790000000001'), request, now),
    ).toMatchObject(refused)
  })

  test('KEY-20 lapse with the window, on both sides', async () => {
    const header = await signRequest(await createAccessKey(new Secret(sha256(utf8('epoch')))), request, now)
    for (const late of [now + 5001, now - 5001])
      expect(await verifyRequest(header, request, late, 5000)).toMatchObject({
        error: { code: 'access/clock' },
      })
  })

  test.each(['', 'Bearer x', 'GoodOffices key=, time=1, signature='])(
    'KEY-20 refuses the header %j',
    async header => {
      expect(await verifyRequest(header, request, now)).toMatchObject({ error: { code: 'access/malformed' } })
    },
  )

  test('KEY-20 refuses a header in which a key, a time or a signature has another spelling than its own', async () => {
    const key = await createAccessKey(new Secret(sha256(utf8('epoch'))))
    const steward = await createStewardKey(new Secret(sha256(utf8('steward'))))
    const header = await signRequest(key, request, now, steward)
    const stray = (name: string) => header.replace(new RegExp(`(?<=[ ]${name}=[\\w-]+)[\\w-](?=,|$)`), '_')
    const bent = ['key', 'signature', 'steward', 'countersignature'].map(stray)
    for (const text of [...bent, header.replace(/(?<=time=)[0-9]+/, '9007199254740993')]) {
      expect(text).not.toBe(header)
      expect(await verifyRequest(text, request, now)).toMatchObject({ error: { code: 'access/malformed' } })
    }
  })

  test('KEY-21 on a live connection answer one nonce, of one relay, for one log', async () => {
    const key = await createAccessKey(new Secret(sha256(utf8('epoch'))))
    const claim = {
      publicKey: key.publicKey,
      relayName: 'relay.example',
      logId: 'abc',
      nonce: sha256(utf8('nonce')),
    }
    const signature = await signLive(key, claim.relayName, claim.logId, claim.nonce)
    expect(await verifyLive({ ...claim, signature })).toBe(true)
    expect(await verifyLive({ ...claim, signature, relayName: 'other.example' })).toBe(false)
    expect(await verifyLive({ ...claim, signature, logId: 'abd' })).toBe(false)
    expect(await verifyLive({ ...claim, signature, nonce: sha256(utf8('another')) })).toBe(false)
  })
})
