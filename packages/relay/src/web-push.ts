/** Notices to a browser that is closed: by its maker's push service, which learns when and nothing of what (RFC 8030, 8291, 8292). */

import { createECDH } from 'node:crypto'
import { buildPushPayload } from '@block65/webcrypto-web-push'
import { base64urlToBytes, bytesToBase64url, deriveBytes, tags } from '@goodoffices/log'
import type { NoticeWay } from './notice-way.ts'
import { isPushEndpoint, type PostPush, postPush } from './push-service.ts'

export type VapidKey = {
  /** Uncompressed point, base64url: browsers subscribe for it. */
  readonly publicKey: string
  readonly privateKey: string
}

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
/** 16 bytes more than the order has, so that no remainder is likelier than another. */
const derivedBytes = 48

/** The key that a relay shows push services (RFC 8292). It follows from the relay's own, so that there is one to keep, and all nodes have it. */
export function createVapidKey(seed: Uint8Array): VapidKey {
  const derived = deriveBytes({ key: seed, tag: tags.relayPush, length: derivedBytes })
  const scalar = (BigInt(`0x${Buffer.from(derived).toString('hex')}`) % (order - 1n)) + 1n
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex'))
  return {
    publicKey: bytesToBase64url(pair.getPublicKey()),
    privateKey: bytesToBase64url(pair.getPrivateKey()),
  }
}

export type WebPushOptions = {
  readonly key: VapidKey
  /** Whom a push service may turn to: `mailto:` or `https:`. */
  readonly contact: string
  readonly services: readonly string[]
  readonly post?: PostPush | undefined
}

/** For a day, which is how long a service keeps it for a device without a line; the next takes its place there. */
const options = { ttl: 86_400, topic: 'waits', urgency: 'normal' } as const

export function createWebPush({ key, contact, services, post = postPush }: WebPushOptions): NoticeWay {
  const readAllowed = (address: string): Subscription | undefined => {
    const subscription = readSubscription(address)
    return subscription !== undefined && isPushEndpoint(subscription.endpoint, services)
      ? subscription
      : undefined
  }
  return {
    periodMs: ({ pushPeriodMs }) => pushPeriodMs,
    read: given => {
      const subscription = readAllowed(given)
      return subscription === undefined ? undefined : JSON.stringify(subscription)
    },
    show: address => new URL(readSubscription(address)?.endpoint ?? 'about:blank').hostname,
    tell: async ({ address }) => {
      // What the operator allowed once and does no more is written to no more.
      const subscription = readAllowed(address)
      if (subscription === undefined) return 'gone'
      try {
        const vapid = { subject: contact, publicKey: key.publicKey, privateKey: key.privateKey }
        const to = { ...subscription, expirationTime: null }
        // One byte, padded to the longest: all are of one length.
        const { headers, body } = await buildPushPayload({ data: '1', options }, to, vapid)
        const status = await post({ endpoint: subscription.endpoint, headers: { ...headers }, body })
        if (status === 404 || status === 410) return 'gone'
        return status >= 200 && status < 300 ? 'told' : 'failed'
      } catch {
        return 'failed'
      }
    },
  }
}

type Subscription = {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

const isBytes = (text: unknown, length: number): text is string => {
  const bytes = typeof text === 'string' ? base64urlToBytes(text) : undefined
  return bytes?.ok === true && bytes.value.length === length
}

/** A browser's subscription as its `toJSON` has it, of which no more is kept than is needed. */
function readSubscription(text: string): Subscription | undefined {
  try {
    const { endpoint = '', keys } = JSON.parse(text) as Partial<Subscription>
    if (!isBytes(keys?.p256dh, 65) || !isBytes(keys.auth, 16)) return undefined
    return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } }
  } catch {
    return undefined
  }
}
