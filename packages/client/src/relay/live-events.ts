/** A live line as server-sent events, for networks that let no WebSocket through: one stream for all logs, begun anew for another. */

import { type AccessKey, base64urlToBytes, encode, signRequest } from '@goodoffices/log'
import type { RelayClock } from './clock.ts'
import { hearMessage } from './live-message.ts'
import type { LiveHandlers } from './port.ts'
import { chunksOf, Quiet } from './quiet.ts'
import { answerBytesMax } from './wire.ts'

export type EventsOptions = {
  readonly address: string
  /** Of the address: what a request's path begins with. */
  readonly prefix: string
  readonly fetch: typeof fetch
  readonly clock: RelayClock
  readonly handlers: LiveHandlers
  readonly followed: ReadonlyMap<string, AccessKey>
  /** The first beat is here: nothing on the way holds events back. */
  readonly onOpen: () => void
  /** `blocked`: the relay can be reached, and events do not come through. */
  readonly onEnd: (why: 'lost' | 'blocked') => void
}

/** How long the first beat, which is sent at once, may take. */
const firstBeatMsMax = 10_000
const silenceMsMax = 40_000
const gatherMs = 50
/** Longest event, as base64url has it. */
const eventCharsMax = 2 * answerBytesMax

const path = '/v1/live'

export class LiveEvents {
  readonly #options: EventsOptions
  #stream: AbortController | undefined
  #beginning: ReturnType<typeof setTimeout> | undefined
  #isEnded = false

  constructor(options: EventsOptions) {
    this.#options = options
    this.#begin()
  }

  /** Begins the stream anew, with all that is followed now; soon, since logs come in rows. */
  follow(): void {
    clearTimeout(this.#beginning)
    this.#beginning = setTimeout(() => this.#begin(), gatherMs)
  }

  #begin(): void {
    if (this.#isEnded) return
    this.#stream?.abort()
    const stream = new AbortController()
    this.#stream = stream
    void this.#follow(stream)
  }

  async #follow(stream: AbortController): Promise<void> {
    const why = await this.#run(stream)
    if (this.#stream === stream) this.#end(why)
  }

  end(): void {
    this.#isEnded = true
    clearTimeout(this.#beginning)
    this.#stream?.abort()
  }

  #end(why: 'lost' | 'blocked'): void {
    if (this.#isEnded) return
    this.#isEnded = true
    this.#options.onEnd(why)
  }

  async #run(stream: AbortController): Promise<'lost' | 'blocked'> {
    const quiet = new Quiet(firstBeatMsMax)
    const signal = AbortSignal.any([stream.signal, quiet.signal])
    let isAnswered = false
    try {
      const response = await this.#ask(signal)
      isAnswered = true
      if (!response.ok) return 'blocked'
      let isBeating = false
      for await (const bytes of eventsIn(response)) {
        hearMessage(bytes, this.#options.clock, this.#options.handlers)
        if (!isBeating) this.#options.onOpen()
        isBeating = true
        quiet.wait(silenceMsMax)
      }
      return isBeating ? 'lost' : 'blocked'
    } catch {
      return isAnswered && quiet.signal.aborted ? 'blocked' : 'lost'
    } finally {
      quiet.end()
    }
  }

  async #ask(signal: AbortSignal): Promise<Response> {
    // As a function of its own: a browser's refuses to be called as a method of anything else.
    const { address, prefix, clock, followed, fetch: send } = this.#options
    const sign = (key: AccessKey, method: string, signedPath: string, body: Uint8Array): Promise<string> =>
      signRequest(key, { method, path: signedPath, body }, clock.now())
    const follow = await Promise.all(
      [...followed].map(async ([log, key]) => ({
        log,
        authorization: await sign(key, 'GET', `${path}/${log}`, new Uint8Array()),
      })),
    )
    const [first] = followed.values()
    const body = encode({ follow })
    const headers = new Headers({ accept: 'text/event-stream', 'content-type': 'application/cbor' })
    if (first !== undefined) headers.set('authorization', await sign(first, 'POST', `${prefix}${path}`, body))
    return send(`${address}${path}`, {
      method: 'POST',
      headers,
      body: body as BodyInit,
      signal,
      cache: 'no-store',
    })
  }
}

/** The data of each event, which is base64url in one line. */
async function* eventsIn(response: Response): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of chunksOf(response)) {
    text += decoder.decode(chunk, { stream: true })
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    // Nothing that never ends is gathered.
    if (text.length > eventCharsMax) return
    for (const event of events) {
      const data = /^data: ?(\S+)$/m.exec(event)?.[1]
      const bytes = data === undefined ? undefined : base64urlToBytes(data)
      if (bytes?.ok === true) yield bytes.value
    }
  }
}
