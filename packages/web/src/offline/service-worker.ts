/**
 * Keeps the app's own files so that it opens without a connection. It never touches the relay's API: what is said in the
 * talks goes through the session's outbox, which has its own store.
 */

type Shell = { readonly version: string; readonly files: readonly string[] }

/** Written in by the build: see vite.config.ts. */
declare const __SHELL__: Shell
const shell = __SHELL__
const cacheName = `goodoffices-${shell.version}`

export type KeepEvent = Event & { waitUntil(work: Promise<unknown>): void }
type AskEvent = KeepEvent & { readonly request: Request; respondWith(response: Promise<Response>): void }
type Scope = {
  addEventListener(kind: 'install' | 'activate', listener: (event: KeepEvent) => void): void
  addEventListener(kind: 'fetch', listener: (event: AskEvent) => void): void
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
}
const worker = globalThis as unknown as Scope

worker.addEventListener('install', event => {
  event.waitUntil(caches.open(cacheName).then(cache => cache.addAll([...shell.files])))
})

worker.addEventListener('activate', event => {
  event.waitUntil(
    caches
      .keys()
      .then(names =>
        Promise.all(
          names
            .filter(name => name.startsWith('goodoffices-') && name !== cacheName)
            .map(name => caches.delete(name)),
        ),
      )
      .then(() => worker.clients.claim()),
  )
})

worker.addEventListener('fetch', event => {
  const { request } = event
  const address = new URL(request.url)
  if (request.method !== 'GET' || address.origin !== worker.location.origin) return
  // Every screen is the one page; which one it shows is read from the address.
  if (request.mode === 'navigate') {
    event.respondWith(
      fetch(request).then(
        // What stands before a stopped relay answers in its place.
        answer => (answer.status >= 500 ? kept('/') : answer),
        () => kept('/'),
      ),
    )
    return
  }
  if (shell.files.includes(address.pathname)) event.respondWith(kept(address.pathname))
})

async function kept(path: string): Promise<Response> {
  const cache = await caches.open(cacheName)
  return (await cache.match(path)) ?? fetch(path)
}
