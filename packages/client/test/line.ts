/** A member's line to the relay that fails as a test says, request by request. */

import { createHttpRelay, type RelayPort } from '@goodoffices/client'
import { decode, encode, isRecord, type Value } from '@goodoffices/log'
import type { MemoryRelay } from '@goodoffices/relay'

/** `stale read`: an answer that was true once, of the size that the reader has. */
export const faults = ['never sent', 'answer lost', 'refused', 'stale read'] as const
export type Fault = (typeof faults)[number]

/** What a request is about: its log, or none. */
export const logOf = (request: Request): string | undefined => /\/v1\/logs\/([^/?]+)/.exec(request.url)?.[1]

export class FaultyLine {
  readonly #relay: MemoryRelay
  /** The heads that were shown of each log, by size. */
  readonly #heads = new Map<string, Map<number, string>>()
  /** What becomes of the nth request from now on, from 1. */
  fault: (request: Request, nth: number) => Fault | undefined = () => undefined
  /** Requests since the last `begin`, oldest first. */
  requests: Request[] = []

  constructor(relay: MemoryRelay) {
    this.#relay = relay
  }

  begin(fault: FaultyLine['fault'] = () => undefined): void {
    this.requests = []
    this.fault = fault
  }

  readonly relayAt = (address: string): RelayPort =>
    createHttpRelay({ address, fetch: async (input, init) => this.#fetch(new Request(input, init)) })

  count(method: string): number {
    return this.requests.filter(request => request.method === method).length
  }

  async #fetch(request: Request): Promise<Response> {
    this.requests.push(request)
    const fault = this.fault(request, this.requests.length)
    if (fault === 'never sent') throw new TypeError('no network')
    if (fault === 'refused') return toResponse(404, { code: 'relay/unknown-path' })
    if (fault === 'stale read' && request.method === 'GET') return this.#stale(request)
    const answer = await this.#relay.fetch(request)
    if (answer.ok) await this.#note(request, answer.clone())
    if (fault === 'answer lost') throw new TypeError('answer lost')
    return answer
  }

  async #note(request: Request, answer: Response): Promise<void> {
    const decoded = decode(new Uint8Array(await answer.arrayBuffer()))
    const log = logOf(request)
    if (log === undefined || !decoded.ok || !isRecord(decoded.value)) return
    const { size, checkpoint } = decoded.value
    const heads = this.#heads.get(log) ?? new Map<number, string>()
    this.#heads.set(log, heads)
    if (typeof size === 'number' && typeof checkpoint === 'string') heads.set(size, checkpoint)
  }

  /** Nothing new, under the head of old; where there is none, nothing at all. */
  #stale(request: Request): Response {
    const from = Number(new URL(request.url).searchParams.get('from') ?? 0)
    const checkpoint = this.#heads.get(logOf(request) ?? '')?.get(from)
    if (checkpoint === undefined) throw new TypeError('no network')
    return toResponse(200, { records: [], size: from, checkpoint })
  }
}

const toResponse = (status: number, value: Value): Response =>
  new Response(encode(value) as BodyInit, { status, headers: { 'content-type': 'application/cbor' } })
