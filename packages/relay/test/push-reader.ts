/** A browser as a push service sees it: subscribes, opens what is sealed to it (RFC 8291), and checks who sent it (RFC 8292). */

import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { expect } from 'vitest'
import type { PushRequest } from '../src/push-service.ts'

const url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url')

export function makeBrowser(endpoint = 'https://fcm.googleapis.com/fcm/send/one') {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const auth = randomBytes(16)
  const subscription = JSON.stringify({
    endpoint,
    expirationTime: null,
    keys: { p256dh: url(pair.getPublicKey()), auth: url(auth) },
  })

  /** RFC 8291, 3.4, and RFC 8188, 2: a header of salt, record size and the sender's key, then one record. */
  function open({ headers, body }: PushRequest): string {
    expect(headers['content-encoding']).toBe('aes128gcm')
    const bytes = Buffer.from(body)
    const [salt, length] = [bytes.subarray(0, 16), bytes.readUInt8(20)]
    const sender = bytes.subarray(21, 21 + length)
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender])
    const secret = Buffer.from(hkdfSync('sha256', pair.computeSecret(sender), auth, info, 32))
    const derive = (what: string, size: number): Buffer =>
      Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(`Content-Encoding: ${what}\0`), size))
    const sealed = bytes.subarray(21 + length)
    const opening = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
    opening.setAuthTag(sealed.subarray(-16))
    const record = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()])
    const end = record.findLastIndex(byte => byte !== 0)
    expect(record[end]).toBe(2)
    return record.subarray(0, end).toString()
  }

  return { endpoint, subscription, open }
}

/** Whose key signed for whom (RFC 8292, 2 and 3), and until when. */
export function readVapid({ headers }: PushRequest): {
  readonly key: string
  readonly aud: string
  readonly sub: string
  readonly exp: number
} {
  const [, token = '', key = ''] = /^vapid t=(\S+), k=(\S+)$/.exec(headers['authorization'] ?? '') ?? []
  const [header = '', claims = '', signature = ''] = token.split('.')
  const point = bytesOf(key)
  const publicKey = createPublicKey({
    format: 'jwk',
    key: { kty: 'EC', crv: 'P-256', x: url(point.subarray(1, 33)), y: url(point.subarray(33)) },
  })
  const isSigned = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    bytesOf(signature),
  )
  expect(isSigned).toBe(true)
  expect(JSON.parse(bytesOf(header).toString())).toMatchObject({ alg: 'ES256' })
  return { key, ...JSON.parse(bytesOf(claims).toString()) }
}
