import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request as httpRequest } from 'node:http'
import {
  type AccessKey,
  createAccessKey,
  createEpochKey,
  decode,
  type EpochKey,
  encode,
  epochFirst,
  isRecord,
  logIdOf,
  randomBytes,
  sealEnvelope,
  signLive,
  signRequest,
  type Value,
} from '@goodoffices/log'
import { WebSocket } from 'ws'
import type { Usage } from './usage.ts'

export type Running = { readonly url: string; readonly child: ChildProcess }

export async function startProcess(script: string, ...args: readonly string[]): Promise<Running> {
  const path = new URL(script, import.meta.url).pathname
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data')
  return { url: String(line).trim(), child }
}

/** What a process of ours has used: see `tellUsage`. */
export async function usageOf({ child }: Running): Promise<Usage> {
  if (child.stdout === null) throw new Error('a process without output')
  const said = once(child.stdout, 'data')
  child.kill('SIGUSR2')
  return JSON.parse(String((await said)[0])) as Usage
}

export async function stopProcess({ child }: Running, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  child.kill(signal)
  await once(child, 'exit')
}

export type Ready = {
  readonly path: string
  readonly body: Uint8Array
  readonly authorization: string
  readonly envelope?: Uint8Array
}

/** A log that does not exist yet, and requests made and signed before the clock runs. */
export class Writer {
  readonly id: string
  readonly key: AccessKey
  readonly #epochKey: EpochKey

  private constructor(epochKey: EpochKey, key: AccessKey) {
    this.#epochKey = epochKey
    this.key = key
    this.id = logIdOf(key.publicKey)
  }

  static async make(): Promise<Writer> {
    const epochKey = createEpochKey()
    return new Writer(epochKey, await createAccessKey(epochKey))
  }

  create(): Promise<Ready> {
    return this.#sign('/v1/logs', encode({ access: this.key.publicKey, envelopes: [] }))
  }

  /** An append of one envelope of about 1 KiB. */
  async append(): Promise<Ready> {
    const envelope = await sealEnvelope({
      logId: this.id,
      epoch: epochFirst,
      epochKey: this.#epochKey,
      plaintext: randomBytes(900),
    })
    return {
      ...(await this.#sign(`/v1/logs/${this.id}/envelopes`, encode({ envelopes: [envelope] }))),
      envelope,
    }
  }

  async #sign(path: string, body: Uint8Array): Promise<Ready> {
    return {
      path,
      body,
      authorization: await signRequest(this.key, { method: 'POST', path, body }, Date.now()),
    }
  }
}

export const keepAlive = (sockets: number): Agent => new Agent({ keepAlive: true, maxSockets: sockets })

/** Sends one request and resolves with its answer's bytes. Rejects unless it is 200. */
export function post(url: string, agent: Agent, { path, body, authorization }: Ready): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/cbor', 'content-length': body.length }
    const request = httpRequest(url + path, { method: 'POST', agent, headers }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(Buffer.concat(chunks))
          : reject(new Error(`status ${response.statusCode}`)),
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Appends over a live line that follows the log. */
export type LiveWriter = { readonly append: (ready: Ready) => Promise<void>; readonly end: () => void }

/** Opens a live line, and follows the writer's log on it. */
export async function openLine(url: string, { id: log, key }: Writer): Promise<LiveWriter> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/live`)
  const waiting = new Map<string, (fields: { readonly [name: string]: Value }) => void>()
  const hear = (name: string) =>
    new Promise<{ readonly [name: string]: Value }>(resolve => {
      waiting.set(name, resolve)
    })
  socket.on('message', (data: Buffer) => {
    const read = decode(new Uint8Array(data))
    if (!read.ok || !isRecord(read.value)) throw new Error('not a message')
    const { type, id } = read.value
    if (typeof type !== 'string' || type === 'refused')
      throw new Error(`refused: ${JSON.stringify(read.value)}`)
    waiting.get(typeof id === 'number' ? `${type} ${id}` : type)?.(read.value)
  })
  const { relay, nonce } = await hear('hello')
  if (typeof relay !== 'string') throw new Error('not a greeting')
  const signature = await signLive(key, relay, log, nonce as Uint8Array)
  const subscribed = hear('subscribed')
  socket.send(encode({ type: 'subscribe', log, key: key.publicKey, signature }))
  await subscribed
  let count = 0
  return {
    append: async ({ envelope }) => {
      if (envelope === undefined) throw new Error('nothing to append')
      const id = (count += 1)
      const appended = hear(`appended ${id}`)
      socket.send(encode({ type: 'append', log, id, envelopes: [envelope] }))
      await appended
      waiting.delete(`appended ${id}`)
    },
    end: () => socket.terminate(),
  }
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

export const format = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
