/** Being told that something waits: asking for it, confirming an address, ending it. Everything else is the relay's (NOTE-6 to NOTE-13). */

import type { KeptNotice, NoticePort, NoticesOffered } from '../relay/notice-port.ts'
import { RelayError, toViolation } from '../relay/port.ts'
import { fail, ok, type Result } from '../result.ts'
import type { AtWork } from '../session/at-work.ts'
import type { OwnNotice, Telling } from './telling.ts'

type Told = AtWork & { readonly telling: Telling }

/** One of a member's, of whichever of their devices. */
export type Notice = KeptNotice & {
  /** Whether this device asked for it, and asks again when it must. */
  readonly isOwn: boolean
}

type Asked = NonNullable<Telling['relay']>

async function asking<T>(session: Told, work: (asked: Asked) => Promise<T>): Promise<Result<T>> {
  const { relay } = session.telling
  if (relay === undefined) return fail('relay/notice')
  try {
    return ok(await work(relay))
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
    return { ok: false, error: toViolation(error, session.engine.identity.home.relay.address) }
  }
}

/** In which ways this member's relay tells. */
export const noticesOffered = (session: Told): Promise<Result<NoticesOffered>> =>
  asking(session, ({ port }: { readonly port: NoticePort }) => port.offered())

export const noticesOf = (session: Told): Promise<Result<readonly Notice[]>> =>
  asking(session, async ({ port, log, key }) => {
    const own = new Set(session.telling.own.map(({ name }) => name))
    return (await port.list(log, key)).map(each => ({ ...each, isOwn: own.has(each.name) }))
  })

/** Fails with `relay/notice`, `notice-address`, `notice-unsent`, `quota-codes`. Where it `awaits`, a code was sent: see `confirmNotice`. */
export const askNotice = (
  session: Told,
  asked: Omit<OwnNotice, 'name' | 'mark'>,
): Promise<Result<Pick<Notice, 'name' | 'awaits'>>> =>
  asking(session, () => session.telling.ask(asked, false))

/** With the code that came to the address, in whichever digits it was typed. Fails with `notice-code`. */
export const confirmNotice = (session: Told, name: string, typed: string): Promise<Result<null>> =>
  asking(session, async ({ port, log, key }) => {
    await port.confirm(log, key, name, digitsIn(typed))
    return null
  })

/** Whether there was one. */
export const endNotice = (session: Told, name: string): Promise<Result<boolean>> =>
  asking(session, async ({ port, log, key }) => {
    const isGone = await port.end(log, key, name)
    await session.telling.forget(name)
    return isGone
  })

/** The device is about to be forgotten: nothing is told to it any more, as far as its relay can be reached. */
export async function endOwnNotices(session: Told): Promise<void> {
  for (const { name } of session.telling.own) await endNotice(session, name)
}

/** Arabic and Persian digits as those of a code, and nothing that stands between. */
const digitsIn = (typed: string): string =>
  Array.from(typed.normalize('NFKC'))
    .map(sign => {
      const code = sign.codePointAt(0) ?? 0
      const zero = [0x30, 0x660, 0x6f0].find(first => code >= first && code < first + 10)
      return zero === undefined ? '' : String(code - zero)
    })
    .join('')
