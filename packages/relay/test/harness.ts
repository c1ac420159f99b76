/** A member's side of the relay's interface, in the smallest form that can be right or wrong on purpose. */
import {
  type AccessKey,
  bytesToBase64url,
  createAccessKey,
  createDevice,
  createEpochKey,
  createSecret,
  createStewardKey,
  createStewardSecret,
  type Device,
  decode,
  type EpochKey,
  encode,
  epochFirst,
  logIdOf,
  makeKeysEnvelope,
  openCheckpoint,
  randomBytes,
  type StewardSecret,
  sealEnvelope,
  sha256,
  signRequest,
  textToVerifier,
  utf8,
  type Value,
} from '@goodoffices/log'
import { expect } from 'vitest'

export type Answer = {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- each test knows the shape of what it asked for
  readonly body: any
  readonly headers: Headers
}

type Fetch = (request: Request) => Promise<Response>
type Epoch = {
  readonly number: number
  readonly secret: EpochKey
  readonly access: AccessKey
  readonly steward: StewardSecret
}

export async function makeEpoch(number: number = epochFirst): Promise<Epoch> {
  const secret = createEpochKey()
  return { number, secret, access: await createAccessKey(secret), steward: createStewardSecret() }
}

/** One log as its members hold it: its epochs, and requests signed with any of their keys. */
export class Member {
  readonly id: string
  readonly epochs: Epoch[]
  readonly #fetch: Fetch
  readonly #now: () => number
  readonly #device: Device
  #count = 0

  private constructor(options: {
    readonly fetch: Fetch
    readonly now: () => number
    readonly epochs: Epoch[]
    readonly device: Device
  }) {
    this.#fetch = options.fetch
    this.#now = options.now
    this.#device = options.device
    this.epochs = options.epochs
    this.id = logIdOf((options.epochs[0] as Epoch).access.publicKey)
  }

  static async make(fetch: Fetch, now: () => number = Date.now): Promise<Member> {
    const device = await createDevice(createSecret())
    return new Member({ fetch, now, epochs: [await makeEpoch()], device })
  }

  get epoch(): Epoch {
    return this.epochs.at(-1) as Epoch
  }

  /** The same log as seen by a member who missed what came after `epochs` epochs. */
  asOf(epochs: number): Member {
    return new Member({
      fetch: this.#fetch,
      now: this.#now,
      epochs: this.epochs.slice(0, epochs),
      device: this.#device,
    })
  }

  /** The same member, by another way to the relay. */
  through(fetch: Fetch): Member {
    return new Member({ fetch, now: this.#now, epochs: this.epochs, device: this.#device })
  }

  seal(text: string = `entry ${++this.#count}`, epoch: Epoch = this.epoch): Promise<Uint8Array> {
    const place = { logId: this.id, epoch: epoch.number, epochKey: epoch.secret }
    return sealEnvelope({ ...place, plaintext: utf8(text) })
  }

  /** A keys envelope for `epoch`, by default the current one: the opening of the log. */
  keys(epoch: Epoch = this.epoch, previous?: Epoch, logId = this.id): Promise<Uint8Array> {
    return makeKeysEnvelope({
      logId,
      epoch: epoch.number,
      epochKey: epoch.secret,
      ...(previous !== undefined && { previousKey: previous.secret }),
      steward: epoch.steward,
      roster: [{ ...this.#device.publicKeys, isSteward: true }],
      author: this.#device,
    })
  }

  create(
    envelopes: readonly Uint8Array[] = [],
    headers: Record<string, string> = {},
    seen?: string,
  ): Promise<Answer> {
    const access = this.epochs[0]?.access.publicKey as Uint8Array
    const body = { access, envelopes, ...(seen !== undefined && { seen }) }
    return this.send('POST', '/v1/logs', body, { headers })
  }

  append(
    envelopes: readonly Uint8Array[],
    size?: number,
    change: {
      readonly isSteward?: boolean
      readonly steward?: AccessKey
      readonly key?: AccessKey
      readonly seen?: string
    } = {},
  ): Promise<Answer> {
    const { seen } = change
    const body = {
      envelopes,
      ...(size !== undefined && { expect: size }),
      ...(seen !== undefined && { seen }),
    }
    return this.send('POST', this.path('envelopes'), body, change)
  }

  /** Starts the next epoch with a keys envelope at position `size`. */
  async rekey(size: number): Promise<Answer> {
    const next = await makeEpoch(this.epoch.number + 1)
    const answer = await this.append([await this.keys(next, this.epoch)], size, { isSteward: true })
    if (answer.status === 200) this.epochs.push(next)
    return answer
  }

  /** Mints a right for `logs` logs. Returns what it is shown by, and what the relay said. */
  async mint(
    logs: number,
    until: number,
    more: { readonly secret?: Uint8Array; readonly key?: AccessKey } = {},
  ): Promise<{ readonly headers: { readonly 'creation-right': string }; readonly answer: Answer }> {
    const { secret = randomBytes(32), key } = more
    const body = { right: sha256(secret), logs, until }
    const answer = await this.send('POST', this.path('rights'), body, key === undefined ? {} : { key })
    return { headers: { 'creation-right': bytesToBase64url(secret) }, answer }
  }

  restore(
    from: number,
    records: readonly Value[],
    checkpoint: string,
    more: {
      readonly proof?: readonly Uint8Array[]
      readonly key?: AccessKey
      readonly isSteward?: boolean
    } = {},
  ): Promise<Answer> {
    const { proof, ...signing } = more
    const body = { from, records, checkpoint, ...(proof !== undefined && { proof }) }
    return this.send('POST', this.path('restore'), body, signing)
  }

  read(from = 0, limit?: number): Promise<Answer> {
    // As much as a relay gives: a page is too little for what most tests look at.
    return this.get(`envelopes?from=${from}&bytes=9999999${limit === undefined ? '' : `&limit=${limit}`}`)
  }

  get(rest: string): Promise<Answer> {
    return this.send('GET', this.path(rest))
  }

  destroy(from: number, to: number): Promise<Answer> {
    return this.send('DELETE', this.path(`envelopes?from=${from}&to=${to}`), undefined, { isSteward: true })
  }

  path(rest: string): string {
    return `/v1/logs/${this.id}/${rest}`
  }

  async send(
    method: string,
    path: string,
    value?: Value,
    change: {
      readonly key?: AccessKey
      readonly time?: number
      readonly headers?: Record<string, string>
      /** Countersigns as the epoch's steward. */
      readonly isSteward?: boolean
      /** Countersigns, whoever that is. */
      readonly steward?: AccessKey
    } = {},
  ): Promise<Answer> {
    const body = value === undefined ? new Uint8Array() : encode(value)
    const key = change.key ?? this.epoch.access
    const steward = change.isSteward === true ? await createStewardKey(this.epoch.steward) : change.steward
    const time = change.time ?? this.#now()
    const authorization = await signRequest(key, { method, path, body }, time, steward)
    return send(this.#fetch, method, path, body, { authorization, ...change.headers })
  }
}

export async function send(
  fetch: Fetch,
  method: string,
  path: string,
  body: Uint8Array = new Uint8Array(),
  headers: Record<string, string> = {},
): Promise<Answer> {
  const init = { method, headers, ...(body.length > 0 && { body: body as Uint8Array<ArrayBuffer> }) }
  const response = await fetch(new Request(`http://relay.example${path}`, init))
  return readResponse(response)
}

export async function readResponse(response: Response): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? ''
  let body: unknown = bytes
  if (type === 'application/cbor') body = valueOf(bytes)
  else if (type.startsWith('application/json')) body = JSON.parse(Buffer.from(bytes).toString())
  return { status: response.status, body, headers: response.headers }
}

// oxlint-disable-next-line typescript/no-explicit-any -- each test knows the shape of what it asked for
export function valueOf(bytes: Uint8Array): any {
  const decoded = decode(bytes, { bytesMax: 64 * 1024 * 1024 })
  if (!decoded.ok) throw new Error(`not deterministic CBOR: ${decoded.error.code}`)
  return decoded.value
}

/** Opens a checkpoint as a client would: signed by this relay, for this log. */
export async function openNoteOf(
  vkey: string,
  id: string,
  note: string,
): Promise<{ size: number; root: Uint8Array }> {
  const relay = textToVerifier(vkey)
  if (!relay.ok) throw new Error(relay.error.code)
  const opened = await openCheckpoint(note, { origin: `${relay.value.name}/${id}`, relay: relay.value })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

export function expectRefusal(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.body.code]).toEqual([status, code])
}
