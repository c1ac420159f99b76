/**
 * The service worker, seen from the page: it is installed when the first screen stands, keeps the rest while that is read, and offers
 * a newer version when it has kept one. Page and worker are of one version: what is newer waits until the reader reloads.
 */

import { preferences } from '../settings/preferences.ts'

/** How often a page that stays open looks for a newer version. */
const lookEveryMs = 60 * 60 * 1_000

/** A browser that still counts something for the worker before does not let the next one begin: a page loaded anew frees it. */
const takenMsMax = 4_000

const listeners = new Set<() => void>()
let offered: ServiceWorker | undefined
let isChosen = false

/** Written in by the build. */
const ownVersion = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="goodoffices-version"]')?.content ?? ''

type Message = { readonly kind: 'version' | 'activate' | 'keep-rest'; readonly language?: string }

const tell = (worker: ServiceWorker, message: Message, ports: readonly MessagePort[] = []): void =>
  worker.postMessage(message, [...ports])

/** A version that is kept already and waits for the reader. */
export const update = {
  isThere: (): boolean => offered !== undefined,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Loads the page anew, in that version. */
  take: (): void => {
    isChosen = true
    if (offered === undefined || offered.state === 'activated') return location.reload()
    tell(offered, { kind: 'activate' })
    setTimeout(() => location.reload(), takenMsMax)
  },
}

/** Installs the service worker where there can be one: over https, or on this machine. */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  serviceWorker.addEventListener('controllerchange', () => {
    if (isChosen) location.reload()
    else if (serviceWorker.controller !== null) void consider(serviceWorker.controller)
  })
  void keepRest()
  serviceWorker
    .register('/service-worker.js', { updateViaCache: 'none' })
    .then(watch)
    // Refused, for instance in a private window: the app works as long as there is a connection.
    .catch(() => undefined)
}

/** What does not open the app, once what does has been kept. */
async function keepRest(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready
  if (active !== null) tell(active, { kind: 'keep-rest', language: preferences.get().language })
}

function watch(registration: ServiceWorkerRegistration): void {
  if (registration.waiting !== null) void consider(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed') void consider(coming)
    })
  })
  // What cannot be asked for now is asked for the next time.
  setInterval(() => void registration.update().catch(() => undefined), lookEveryMs)
}

/** A worker of the page's own version takes over silently; another is offered. The very first just begins. */
async function consider(other: ServiceWorker): Promise<void> {
  if (navigator.serviceWorker.controller === null) return
  const version = await versionOf(other)
  if (version !== ownVersion()) {
    offered = other
    for (const listener of listeners) listener()
  } else if (other.state === 'installed') tell(other, { kind: 'activate' })
}

const versionOf = (other: ServiceWorker): Promise<unknown> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', event => resolve(event.data))
    port1.start()
    tell(other, { kind: 'version' }, [port2])
  })

const reloadedKey = 'goodoffices.reloaded'
const againMsMin = 60_000

/** Where no worker keeps the app's parts, the server may have newer ones in their place: the page is loaded anew, once in a while. */
export function reloadForParts(): void {
  try {
    const last = Number(sessionStorage.getItem(reloadedKey) ?? 0)
    if (navigator.serviceWorker?.controller != null || Date.now() - last < againMsMin) return
    sessionStorage.setItem(reloadedKey, String(Date.now()))
  } catch {
    // Nothing would keep it from reloading again and again.
    return
  }
  location.reload()
}
