import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  askSystem,
  showNotice,
  systemPeriodMs,
  systemStanding,
  TellingOnce,
} from '../src/told/system-notices.ts'
import { ways } from '../src/told/ways.ts'
import { languages } from '../src/words/languages.ts'
import { screenWords } from './catalogues.ts'

/** A screen that somebody looks at or not. */
function makeScreen() {
  const screen = { isLooked: false, time: 1_000_000_000_000 }
  const telling = new TellingOnce({
    isLookedAt: () => screen.isLooked,
    now: () => screen.time,
  })
  return { screen, telling }
}

describe('NOTE-2 NOTE-3 when the system is asked to say that something waits', () => {
  it('NOTE-3 of what is more than was known, once, until somebody has looked', () => {
    const { screen, telling } = makeScreen()
    expect([3, 2, 3].map(count => telling.hear(count))).toEqual([false, false, true])
    screen.time += 10 * systemPeriodMs
    expect(telling.hear(9)).toBe(false)
    telling.look()
    expect([9, 10].map(count => telling.hear(count))).toEqual([false, true])
  })

  it('NOTE-2 never while it is looked at, and not afterwards of what came then', () => {
    const { screen, telling } = makeScreen()
    telling.hear(0)
    screen.isLooked = true
    expect(telling.hear(5)).toBe(false)
    screen.isLooked = false
    expect([5, 6].map(count => telling.hear(count))).toEqual([false, true])
  })

  it('NOTE-3 no sooner than a period after the last, however often one looks', () => {
    const { screen, telling } = makeScreen()
    expect([0, 1].map(count => telling.hear(count))).toEqual([false, true])
    telling.look()
    screen.time += systemPeriodMs - 1
    expect(telling.hear(2)).toBe(false)
    screen.time += 1
    expect(telling.hear(3)).toBe(true)
  })

  it('NOTE-2 what is counted anew, once it was switched off and on, is no news', () => {
    const { telling } = makeScreen()
    telling.hear(0)
    telling.forget()
    expect(telling.hear(7)).toBe(false)
  })
})

/** A browser that gives its leave once it is asked. */
function makeBrowser(permission: NotificationPermission) {
  const shown: unknown[] = []
  const asked = vi.fn(async () => 'granted' as const)
  vi.stubGlobal('Notification', { permission, requestPermission: asked })
  vi.stubGlobal('document', { documentElement: { lang: 'fa', dir: 'rtl' } })
  const showNotification = async (...given: unknown[]): Promise<void> => void shown.push(given)
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration: async () => ({ showNotification }) } })
  return { shown, asked }
}

describe('NOTE-1 NOTE-4 what the system is asked', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('NOTE-1 the sentence, its language and the icon of the app, and nothing more', async () => {
    const { shown } = makeBrowser('granted')
    await showNotice('Something waits')
    expect(shown).toEqual([
      ['Something waits', { tag: 'waits', lang: 'fa', dir: 'rtl', icon: '/icon-192.png' }],
    ])
  })

  it('NOTE-4 nothing without the leave of the browser, which is asked for by one function alone', async () => {
    const { shown, asked } = makeBrowser('default')
    await showNotice('Something waits')
    expect([shown, systemStanding(), asked.mock.calls.length]).toEqual([[], 'default', 0])
    expect(await askSystem()).toBe('granted')
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('a browser without them is none that refuses', () => {
    vi.stubGlobal('Notification', undefined)
    Reflect.deleteProperty(globalThis, 'Notification')
    expect(systemStanding()).toBe('unable')
  })
})

it('NOTE-5 each way says beside its switch who learns what by it, in every language', () => {
  for (const language of languages)
    for (const way of ways) {
      const words: Readonly<Record<string, string>> = screenWords(language)
      expect([language, way, words[`told.${way}`]?.length]).toEqual([language, way, expect.any(Number)])
      expect(words[`told.${way}-who`]?.length, `${language} ${way}`).toBeGreaterThan(40)
    }
})

/** A script, which has nothing to be imported. */
const workerPath: string = '../src/offline/service-worker.ts'

/** The worker as a browser runs it: what it is told, and what it shows and opens. */
async function startWorker(given: { readonly windows?: readonly object[]; readonly kept?: unknown }) {
  const listeners = new Map<string, (event: object) => void>()
  const shown: unknown[] = []
  const opened: string[] = []
  vi.stubGlobal('__SHELL__', { version: 'one', files: {}, first: [], screens: [] })
  vi.stubGlobal('addEventListener', (kind: string, listener: (event: object) => void) =>
    listeners.set(kind, listener),
  )
  vi.stubGlobal('location', { origin: 'https://talks.example' })
  vi.stubGlobal('clients', {
    matchAll: async () => given.windows ?? [],
    openWindow: async (path: string) => opened.push(path),
  })
  vi.stubGlobal('registration', {
    showNotification: async (...look: readonly unknown[]) => shown.push(look),
  })
  vi.stubGlobal('caches', {
    match: async () => (given.kept === undefined ? undefined : { json: async () => given.kept }),
  })
  vi.resetModules()
  await import(workerPath)
  const hear = async (kind: string, event: object = {}): Promise<void> => {
    let working: Promise<unknown> | undefined
    listeners.get(kind)?.(Object.assign(event, { waitUntil: (work: Promise<unknown>) => (working = work) }))
    await working
  }
  return { shown, opened, hear }
}

describe('NOTE-13 what the worker makes of a push', () => {
  afterEach(() => vi.unstubAllGlobals())
  const look = { tag: 'waits', icon: '/icon-192.png' }

  it('NOTE-13 the sentence that the page left, and nothing of what was pushed, which it does not read', async () => {
    const kept = { sentence: 'چیزی منتظر اقدام شماست', lang: 'fa', dir: 'rtl' }
    const { shown, hear } = await startWorker({ kept, windows: [{ visibilityState: 'hidden' }] })
    const unread = {
      get data(): never {
        throw new Error('read')
      },
    }
    await hear('push', unread)
    expect(shown).toEqual([['چیزی منتظر اقدام شماست', { lang: 'fa', dir: 'rtl', ...look }]])
  })

  it('NOTE-1 NOTE-2 the same in English where nothing was left, and nothing where a window is looked at', async () => {
    const bare = await startWorker({})
    await bare.hear('push')
    expect(bare.shown).toEqual([['Something is waiting for you', { lang: 'en', dir: 'ltr', ...look }]])
    const looked = await startWorker({
      windows: [{ visibilityState: 'hidden' }, { visibilityState: 'visible' }],
    })
    await looked.hear('push')
    expect(looked.shown).toEqual([])
  })

  it('NOTE-1 it leads to the window that is open, or to the app, and to no place in it', async () => {
    const closed = vi.fn()
    const event = () => ({ notification: { close: closed } })
    const none = await startWorker({})
    await none.hear('notificationclick', event())
    expect(none.opened).toEqual(['/'])
    const focus = vi.fn(async () => undefined)
    const open = await startWorker({ windows: [{ visibilityState: 'hidden', focus }] })
    await open.hear('notificationclick', event())
    expect([open.opened, focus.mock.calls.length, closed.mock.calls.length]).toEqual([[], 1, 2])
  })
})
