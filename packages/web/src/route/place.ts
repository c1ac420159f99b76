/** Where in the app one is: the address, and the entry of the browser's history that it stands in. */

export type Place = {
  /** Of this entry alone, kept by the browser over a reload. */
  readonly key: string
  readonly path: string
  /** With its question mark, or empty. */
  readonly search: string
}

export type Journey = { readonly to: string; readonly hash?: string; readonly replace?: boolean }

type Listener = (place: Place, how: 'went' | 'came-back') => void
const listeners = new Set<Listener>()

const newKey = (): string => crypto.randomUUID()
const keyOf = (state: unknown): string | undefined =>
  typeof state === 'object' && state !== null && 'key' in state && typeof state.key === 'string'
    ? state.key
    : undefined

/** An entry that the browser made itself, for a typed address or a link within the page, is given its key here. */
export function readPlace(): Place {
  const known = keyOf(history.state)
  const key = known ?? newKey()
  if (known === undefined) history.replaceState({ key }, '')
  return { key, path: location.pathname, search: location.search }
}

/** Goes to an address of the app. */
export function navigate({ to, hash, replace = false }: Journey): void {
  const address = hash === undefined ? to : `${to}#${hash}`
  if (replace) history.replaceState({ key: newKey() }, '', address)
  else history.pushState({ key: newKey() }, '', address)
  tell('went')
}

function tell(how: 'went' | 'came-back'): void {
  const place = readPlace()
  for (const listener of listeners) listener(place, how)
}

/** Hears of every change of the place, also of those by the browser's own buttons. Returns how to stop. */
export function listenToPlaces(listener: Listener): () => void {
  if (listeners.size === 0) addEventListener('popstate', comeBack)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('popstate', comeBack)
  }
}

const comeBack = (): void => tell('came-back')
