import type { LiveHub } from './live.ts'
import { createMail, type MailOptions, type SayMail } from './mail.ts'
import { NoticeTable } from './notice-table.ts'
import { Notices, noticeTickMs, stopPathOf } from './notices.ts'
import type { Store } from './store.ts'
import { createVapidKey, createWebPush, type WebPushOptions } from './web-push.ts'

/** How members may be told while they are not there; in no way unless the operator says so. */
export type NoticeOptions = {
  readonly push?: Omit<WebPushOptions, 'key'>
  readonly mail?: MailOptions
  /** From 0 to 1: random unless given. */
  readonly chance?: () => number
  /** Random unless given. */
  readonly makeCode?: () => string
}

export type OpenNotices = {
  readonly notices: Notices
  readonly pushKey: string | undefined
  readonly sayMail: SayMail | undefined
}

export function openNotices(
  { push, mail, chance, makeCode }: NoticeOptions,
  parts: {
    readonly hub: LiveHub
    readonly store: Store
    /** The relay's own secret. */
    readonly seed: Uint8Array
    readonly onFault: (error: unknown) => void
  },
): OpenNotices {
  const { hub, store, seed, onFault } = parts
  const key = createVapidKey(seed)
  const stop = (name: string): string => stopPathOf(seed, name)
  const ways = {
    ...(push !== undefined && { push: createWebPush({ key, ...push }) }),
    ...(mail !== undefined && {
      mail: createMail({ ...mail, relay: hub.relay.name, stopPathOf: stop }),
    }),
  }
  const table = new NoticeTable((sql, values) => store.ask(sql, values))
  const notices = new Notices({ table, hub, ways, seed, onFault, chance, makeCode })
  return { notices, pushKey: push === undefined ? undefined : key.publicKey, sayMail: mail?.say }
}

/** Rounds from here on; returns the way to end them. */
export function tickNotices(notices: Notices): () => Promise<void> {
  const ticking = setInterval(() => void notices.tick(), noticeTickMs).unref()
  return async () => {
    clearInterval(ticking)
    await notices.stop()
  }
}
