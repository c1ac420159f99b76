/** The routes of notices: a log's own key registers them, with a signature by the key of each log that is told of. */

import { encode, verifyRequest } from '@goodoffices/log'
import type { Hono } from 'hono'
import { answer, answerRefusal, type Call, type Env } from './http-answer.ts'
import type { SayMail } from './mail.ts'
import type { Follow } from './message.ts'
import { readCodeBody, readNoticeBody } from './notice-body.ts'
import type { ToldLog } from './notice-table.ts'
import type { Notices } from './notices.ts'
import type { DailyQuota } from './quota.ts'
import type { RateLimiter } from './rate.ts'
import { type Outcome, refuse, succeed } from './refusal.ts'
import type { Relay } from './relay.ts'

export type NoticeRoutes = {
  readonly relay: Relay
  readonly notices: Notices
  readonly sayMail: SayMail | undefined
  readonly rate: RateLimiter
  readonly quota: DailyQuota
  readonly readSigned: (
    c: Call,
  ) => Promise<Outcome<{ readonly id: string; readonly key: Uint8Array; readonly body: Uint8Array }>>
}

const path = '/v1/logs/:id/notices'

export function addNoticeRoutes(app: Hono<Env>, routes: NoticeRoutes): void {
  const { relay, notices, rate, quota, sayMail } = routes
  const { limits } = relay

  app.post(path, c =>
    asHolder(c, async ({ id, body }) => {
      const read = readNoticeBody(body, limits)
      if (!read.ok) return answerRefusal(c, read.error)
      const { logs: asked, ...wanted } = read.value
      // Each is a signature to check, so that each is a request.
      const waitMs = Math.max(0, ...asked.map(() => rate.take(c.get('address'), performance.now())))
      if (waitMs > 0) return answerRefusal(c, refuse('relay/too-many-requests', { waitMs }).error)
      const logs = (await Promise.all(asked.map(each => readTold(each)))).filter(each => each !== undefined)
      const registered = await notices.register(id, wanted, logs)
      if (!registered.ok) return answerRefusal(c, registered.error)
      const { code, ...known } = registered.value
      if (code === undefined) return answer(c, succeed(known), encode)
      // Nobody has codes sent to others: neither from one place to many, nor to one address from many.
      for (const whom of [c.get('address'), known.name]) {
        const wait = quota.waitMs(whom, 'codes', 1, relay.now())
        if (wait === 0) continue
        await notices.drop(id, known.name)
        return answerRefusal(
          c,
          refuse('relay/quota', { of: 'codes', max: quota.max('codes'), waitMs: wait }).error,
        )
      }
      for (const whom of [c.get('address'), known.name]) quota.add(whom, 'codes', 1, relay.now())
      return answer(c, await code(), encode)
    }),
  )

  app.get(path, c =>
    asHolder(c, async ({ id }) =>
      answer(c, succeed({ notices: await notices.of(id) }), value => encode({ notices: [...value.notices] })),
    ),
  )

  app.post(`${path}/:name`, c =>
    asHolder(c, async ({ id, body }) => {
      const code = readCodeBody(body, limits)
      if (!code.ok) return answerRefusal(c, code.error)
      return answer(c, await notices.confirm(id, c.req.param('name') ?? '', code.value), encode)
    }),
  )

  app.delete(`${path}/:name`, c =>
    asHolder(c, async ({ id }) =>
      answer(c, succeed({ gone: await notices.drop(id, c.req.param('name') ?? '') }), encode),
    ),
  )

  // RFC 8058: a program of the mail's reader asks with POST; whoever presses the link is asked first, since filters press links too.
  app.on(['GET', 'POST'], '/v1/notices/stop/:name/:token', async c => {
    const [name, token] = [c.req.param('name'), c.req.param('token')]
    const language = await notices.stopping(name, token)
    if (language === undefined || sayMail === undefined)
      return answerRefusal(c, refuse('relay/notice', { reason: 'unknown' }).error)
    const isAsked = c.req.method === 'POST'
    if (isAsked) await notices.stopAddress(name)
    const say = (sentence: 'stop-do' | 'stopped'): string =>
      sayMail(language, sentence, { relay: relay.name, code: '' })
    const told = isAsked ? `<p>${escape(say('stopped'))}</p>` : buttonOf(escape(say('stop-do')))
    return c.html(stopPage(language, `<h1>Good Offices</h1><p>${escape(relay.name)}</p>${told}`))
  })

  /** Whether the current key of the log asks: for its own notices alone. */
  async function asHolder(
    c: Call,
    work: (asked: { readonly id: string; readonly body: Uint8Array }) => Promise<Response>,
  ): Promise<Response> {
    const signed = await routes.readSigned(c)
    if (!signed.ok) return answerRefusal(c, signed.error)
    const { id, key, body } = signed.value
    const held = await relay.follow(id, key)
    if (!held.ok) return answerRefusal(c, held.error)
    return work({ id, body })
  }

  /** The log in its epoch, where its current key has signed that it is told of; undefined where it has not, or no longer. */
  async function readTold({ log, authorization }: Follow): Promise<ToldLog | undefined> {
    const request = { method: 'POST', path: `/v1/logs/${log}/notices`, body: new Uint8Array() }
    const signers = await verifyRequest(authorization, request, relay.now(), limits.clockWindowMs)
    if (!signers.ok) return undefined
    const held = await relay.follow(log, signers.value.key)
    return held.ok ? { log, epoch: held.value.epoch } : undefined
  }
}

const escape = (text: string): string => text.replaceAll(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)

const buttonOf = (label: string): string => `<form method="post"><button>${label}</button></form>`

const stopPage = (language: string, body: string): string =>
  `<!doctype html><html lang="${language}" dir="${['ar', 'fa'].includes(language) ? 'rtl' : 'ltr'}">` +
  `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">` +
  `<title>Good Offices</title><main>${body}</main></html>`
