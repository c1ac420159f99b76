/**
 * Keeps the app's own files so that it opens without a connection, or with one that says nothing. What is kept has the hash that the
 * build gave it: no filter's page, no sign-in page of a network. It never touches the relay's API: what is said in the talks goes
 * through the session's outbox, which has its own store.
 */

type Shell = {
  readonly version: string
  /** Of each file its hash, as `integrity` has it. */
  readonly files: Readonly<Record<string, string>>
  /** What opens the app; all other files are kept afterwards, so that they do not get in the way of the first steps. */
  readonly first: readonly string[]
  /** How the addresses of screens begin. */
  readonly screens: readonly string[]
}

/** Written in by the build: see vite.config.ts. */
declare const __SHELL__: Shell
const shell = __SHELL__
const prefix = 'goodoffices-kept-'
const cacheName = `${prefix}${shell.version}`
const indexPath = '/'

type KeepEvent = Event & { waitUntil(work: Promise<unknown>): void }
type AskEvent = KeepEvent & { readonly request: Request; respondWith(response: Promise<Response>): void }
type ToldEvent = KeepEvent & { readonly data: unknown; readonly ports: readonly MessagePort[] }
type PressedEvent = KeepEvent & { readonly notification: { close(): void } }
type NoticeLook = {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly tag: string
  readonly icon: string
}
type OpenWindow = { focus(): Promise<unknown>; readonly visibilityState: string }
type Scope = {
  addEventListener(kind: 'install' | 'activate', listener: (event: KeepEvent) => void): void
  addEventListener(kind: 'fetch', listener: (event: AskEvent) => void): void
  addEventListener(kind: 'message', listener: (event: ToldEvent) => void): void
  addEventListener(kind: 'notificationclick', listener: (event: PressedEvent) => void): void
  addEventListener(kind: 'push', listener: (event: KeepEvent) => void): void
  readonly location: Location
  readonly registration: { showNotification(title: string, look: NoticeLook): Promise<void> }
  readonly clients: {
    claim(): Promise<void>
    matchAll(which: { readonly type: 'window' }): Promise<readonly OpenWindow[]>
    openWindow(path: string): Promise<unknown>
  }
  skipWaiting(): Promise<void>
}
const worker = globalThis as unknown as Scope

/** Before each new attempt at a file. */
const pausesMs = [1_000, 4_000]
/** For so long the server may be silent about an address that is not a screen's. */
const answerMsMax = 2_000

let keeping: Promise<number> | undefined

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

worker.addEventListener('install', event => {
  event.waitUntil(Promise.all(shell.first.map(keepSurely)))
})

worker.addEventListener('activate', event => {
  event.waitUntil(dropOthers().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate') event.respondWith(openPage(request, pathname))
  else if (pathname !== indexPath && pathname in shell.files) event.respondWith(kept(pathname))
})

worker.addEventListener('message', event => {
  const { data } = event
  if (typeof data !== 'object' || data === null || !('kind' in data)) return
  const answer = (value: unknown): void => event.ports[0]?.postMessage(value, [])
  if (data.kind === 'version') answer(shell.version)
  if (data.kind === 'activate') event.waitUntil(worker.skipWaiting())
  if (data.kind === 'keep-rest') {
    const language = 'language' in data ? String(data.language) : ''
    keeping ??= keepRest(language).finally(() => (keeping = undefined))
    event.waitUntil(keeping.then(answer))
  }
})

/**
 * NOTE-13: what is pushed says nothing, and is not read. The sentence is the one that the page left here in its reader's language;
 * nothing of the vault is looked at. Where a window is looked at, it says so itself.
 */
worker.addEventListener('push', event => {
  event.waitUntil(tellWaiting())
})

const waits = { sentence: 'Something is waiting for you', lang: 'en', dir: 'ltr' } as const

async function tellWaiting(): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window' })
  if (windows.some(({ visibilityState }) => visibilityState === 'visible')) return
  const kept = await caches.match('/told/sentence')
  const { sentence, lang, dir } = kept === undefined ? waits : ((await kept.json()) as typeof waits)
  await worker.registration.showNotification(sentence, { lang, dir, tag: 'waits', icon: '/icon-192.png' })
}

/** A notice says that something waits, and leads to the app as it is: it knows of no place in it. */
worker.addEventListener('notificationclick', event => {
  event.notification.close()
  event.waitUntil(enter())
})

async function enter(): Promise<unknown> {
  const [open] = await worker.clients.matchAll({ type: 'window' })
  return open === undefined ? worker.clients.openWindow(indexPath) : open.focus()
}

/**
 * A screen is opened by the page that this worker keeps: at once, whatever the line is like, and of one version with what the worker
 * keeps besides. A newer one is offered when it has been kept in its turn.
 */
async function openPage(request: Request, path: string): Promise<Response> {
  const [, segment = ''] = path.split('/')
  if (path === indexPath || shell.screens.includes(segment.toLowerCase())) return kept(indexPath)
  const answer = await Promise.race([
    fetch(request).catch(() => undefined),
    pause(answerMsMax).then(() => undefined),
  ])
  // What stands before a stopped server answers in its place.
  return answer === undefined || answer.status >= 500 ? kept(indexPath) : answer
}

async function kept(path: string): Promise<Response> {
  const cache = await caches.open(cacheName)
  return (await cache.match(path)) ?? keep(path).catch(() => fetch(path))
}

/** Takes a file from an earlier version where the name, with the hash in it, is the same; else from the server. Rejects where neither has it. */
async function keep(path: string): Promise<Response> {
  const cache = await caches.open(cacheName)
  const answer = (path.startsWith('/assets/') && (await keptBefore(path))) || (await fetchWhole(path))
  await cache.put(path, answer.clone())
  return answer
}

async function keptBefore(path: string): Promise<Response | undefined> {
  const names = (await caches.keys()).filter(name => name.startsWith(prefix) && name !== cacheName)
  const found = await Promise.all(names.map(async name => (await caches.open(name)).match(path)))
  return found.find(answer => answer !== undefined)
}

/** Rejects where what comes has not the hash that the build gave it. What the page has just fetched is not fetched again. */
function fetchWhole(path: string): Promise<Response> {
  const integrity = shell.files[path]
  if (integrity === undefined) return Promise.reject(new Error(`not a file of this version: ${path}`))
  const isNamedByHash = path.startsWith('/assets/')
  return fetch(path, { integrity, cache: isNamedByHash ? 'default' : 'no-cache' }).catch(() =>
    fetch(path, { integrity, cache: 'reload' }),
  )
}

/** Over a line that drops. Rejects where the file does not come: a later visit begins anew. */
async function keepSurely(path: string): Promise<void> {
  for (const ms of pausesMs) {
    try {
      await keep(path)
      return
    } catch {
      await pause(ms)
    }
  }
  await keep(path)
}

/** One after the other, the reader's language first. Resolves to how many are still missing; the next visit asks for those again. */
async function keepRest(language: string): Promise<number> {
  const cache = await caches.open(cacheName)
  const isWanted = (path: string): boolean => path.startsWith(`/assets/${language}-`)
  const paths = Object.keys(shell.files).toSorted((a, b) => Number(isWanted(b)) - Number(isWanted(a)))
  let missing = 0
  for (const path of paths) {
    if ((await cache.match(path)) !== undefined) continue
    await keep(path).catch(() => (missing += 1))
  }
  return missing
}

/** What other versions have kept, those of the first release included. */
async function dropOthers(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names
      .filter(name => name.startsWith('goodoffices-') && name !== cacheName)
      .map(name => caches.delete(name)),
  )
}
