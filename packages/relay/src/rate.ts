import { isIPv6 } from 'node:net'

type Bucket = { tokens: number; at: number }

/**
 * REL-82: for how long whoever asks too often is let wait for the refusal, and nothing more is read of their line. A flood then costs no more
 * than its connections, and others do not notice it.
 */
export const overRateMs = 250

/** A token bucket per address: a steady rate, and a burst. Forgets the longest unseen address when there are many. */
export class RateLimiter {
  readonly #perSecond: number
  readonly #burst: number
  readonly #addressesMax: number
  readonly #buckets = new Map<string, Bucket>()

  constructor(limits: {
    readonly requestsPerSecondMax: number
    readonly requestsBurstMax: number
    readonly addressesMax: number
  }) {
    this.#perSecond = limits.requestsPerSecondMax
    this.#burst = limits.requestsBurstMax
    this.#addressesMax = limits.addressesMax
  }

  /** Takes one request's token. Returns 0 when there was one, else the milliseconds until the next. */
  take(address: string, now: number): number {
    const name = addressToNetwork(address)
    const bucket = this.#buckets.get(name) ?? { tokens: this.#burst, at: now }
    const earned = (Math.max(0, now - bucket.at) / 1000) * this.#perSecond
    bucket.tokens = Math.min(this.#burst, bucket.tokens + earned)
    bucket.at = now
    // Last in the map is last seen.
    this.#buckets.delete(name)
    this.#buckets.set(name, bucket)
    if (this.#buckets.size > this.#addressesMax)
      this.#buckets.delete(this.#buckets.keys().next().value ?? name)
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / this.#perSecond) * 1000)
    bucket.tokens -= 1
    return 0
  }
}

/** One household or office holds a whole /64 of IPv6; IPv4 addresses stand for themselves. */
export function addressToNetwork(address: string): string {
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:([0-9.]+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [left = '', right] = address.split('%', 1)[0]?.split('::') ?? []
  const head = left === '' ? [] : left.split(':')
  const tail = right === undefined || right === '' ? [] : right.split(':')
  const zeros = right === undefined ? 0 : Math.max(0, 8 - head.length - tail.length)
  const groups = [...head, ...Array<string>(zeros).fill('0'), ...tail]
  return `${groups
    .slice(0, 4)
    .map(group => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

/**
 * Who is asking. Behind `trustedProxies` reverse proxies of the operator's own, each of which appends the address it
 * saw, it is that many entries from the end; what stands before was written by the client and means nothing.
 */
export function readAddress(options: {
  readonly socketAddress: string
  readonly forwardedFor: string | undefined
  readonly trustedProxies: number
}): string {
  const { socketAddress, forwardedFor, trustedProxies } = options
  if (trustedProxies === 0 || forwardedFor === undefined) return socketAddress
  return forwardedFor.split(',').at(-trustedProxies)?.trim() || socketAddress
}
