/** Answers of the relay's interface: CBOR, and refusals with the status of their code. */

import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { writeRefusal } from './message.ts'
import { type Outcome, type Refusal, refusalStatus } from './refusal.ts'

export type Env = {
  Bindings: Partial<HttpBindings>
  Variables: { address: string; logAlias: string | undefined; refusal: string | undefined }
}
export type Call = Context<Env>

const cborType = 'application/cbor'

export function answer<T>(c: Call, outcome: Outcome<T>, write: (value: T) => Uint8Array): Response {
  return outcome.ok ? bytesResponse(c, 200, write(outcome.value)) : answerRefusal(c, outcome.error)
}

/** CBOR, or JSON for whoever asks for it: a person with a command line, mostly. */
export function answerRefusal(c: Call, refusal: Refusal): Response {
  const status = refusalStatus[refusal.code]
  c.set('refusal', refusal.code)
  const { waitMs } = refusal
  if (typeof waitMs === 'number') c.header('Retry-After', String(Math.ceil(waitMs / 1000)))
  if (status === 401) c.header('WWW-Authenticate', 'GoodOffices')
  c.header('Cache-Control', 'no-store')
  if (c.req.header('accept')?.includes('application/json')) return c.json(refusal, status)
  return bytesResponse(c, status, writeRefusal(refusal))
}

function bytesResponse(
  c: Call,
  status: 200 | (typeof refusalStatus)[keyof typeof refusalStatus],
  bytes: Uint8Array,
) {
  c.header('Content-Type', cborType)
  c.header('Cache-Control', 'no-store')
  return c.body(bytes as Uint8Array<ArrayBuffer>, status)
}
