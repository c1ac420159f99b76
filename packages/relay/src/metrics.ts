/**
 * REL-127: what a monitor may ask, in OpenMetrics. Everything is counted from the lines of the operator's log and from what the relay
 * knows of itself: no log, no address and no member is among the labels, so that nothing here says more than the log does.
 */

import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import {
  Counter,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  type OpenMetricsContentType,
  Registry,
} from 'prom-client'
import type { JournalLine } from './journal.ts'
import type { LiveHub } from './live.ts'

const prefix = 'goodoffices_'
/** Seconds, from what one append takes to what a weak line takes. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300]

export class Metrics {
  readonly #registry = new Registry<OpenMetricsContentType>()
  readonly #requests: Histogram<'method' | 'route' | 'status'>
  readonly #refusals: Counter<'code'>
  readonly #faults: Counter<'event'>
  readonly #expired: Counter

  constructor() {
    this.#registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry, prefix })
    this.#requests = new Histogram({
      name: `${prefix}request_seconds`,
      help: 'Requests by method, route and status, and how long they took.',
      labelNames: ['method', 'route', 'status'],
      buckets,
      registers,
    })
    this.#refusals = new Counter({
      name: `${prefix}refusals`,
      help: 'Requests that were refused, by the code of the refusal.',
      labelNames: ['code'],
      registers,
    })
    this.#faults = new Counter({
      name: `${prefix}faults`,
      help: 'Lines of the log that are no mere information: a store or a disk that failed, a mistake of ours.',
      labelNames: ['event'],
      registers,
    })
    this.#expired = new Counter({
      name: `${prefix}expired_logs`,
      help: 'Empty logs that nobody asked about and that were dropped.',
      registers,
    })
  }

  /** Counts a line of the log. */
  hear({ event, level, ...details }: JournalLine): void {
    if (level !== 'info') this.#faults.inc({ event })
    if (event === 'expired') this.#expired.inc(Number(details['logs']))
    if (event !== 'request') return
    const { method, route, status, code, ms } = details
    this.#requests.observe(
      { method: String(method), route: String(route), status: String(status) },
      Number(ms) / 1000,
    )
    if (code !== undefined) this.#refusals.inc({ code: String(code) })
  }

  /** What is asked anew each time. */
  watch({
    hub,
    limits,
  }: {
    readonly hub: LiveHub
    readonly limits: { readonly storeBytesMax: number }
  }): void {
    const tell = (name: string, help: string, ask: () => number): void => {
      const gauge: Gauge = new Gauge({
        name: `${prefix}${name}`,
        help,
        registers: [this.#registry],
        collect: () => gauge.set(ask()),
      })
    }
    tell(
      'kept_bytes',
      'Ciphertext that is kept, of all logs.',
      () => limits.storeBytesMax - hub.relay.roomBytes,
    )
    tell('kept_bytes_limit', 'How much of it is taken at most.', () => limits.storeBytesMax)
    tell('live_lines', 'Lines that are open for what is new.', () => hub.lines)
    tell(
      'live_subscriptions',
      'Logs that are followed over them, each counted once a line.',
      () => hub.subscriptions,
    )
  }

  /** Serves `/metrics`, and nothing else, on a port of its own. Rejects with the system's own error where it cannot. */
  async listen(port: number, host: string): Promise<Server> {
    const server = createServer(async (request, response) => {
      if (request.method !== 'GET' || request.url !== '/metrics') {
        response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is /metrics, to be read.\n')
        return
      }
      try {
        const text = await this.#registry.metrics()
        response.writeHead(200, { 'Content-Type': this.#registry.contentType, 'Cache-Control': 'no-store' })
        response.end(text)
      } catch {
        response.writeHead(500).end()
      }
    })
    server.listen(port, host)
    await once(server, 'listening')
    return server
  }
}
