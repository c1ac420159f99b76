/** How much waits, for the window's title and the app's badge. What is shown here counts before all that is one's own. */

/** Undefined until it was counted once: what an earlier visit left on the icon is taken off then. */
let own: number | undefined
let here: number | undefined
const listeners = new Set<() => void>()

/** The page's own icon has a dot where something waits: it is seen where a title is cut short. */
function showIcon(): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  const href = waitingCount.get() === 0 ? '/icon.svg' : '/icon-waits.svg'
  if (icon !== null && icon.getAttribute('href') !== href) icon.setAttribute('href', href)
}

const tell = (): void => {
  showIcon()
  for (const listener of listeners) listener()
}

export const waitingCount = {
  get: (): number => here ?? own ?? 0,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** In all of one's own talks: on the app's icon too, where the system shows one. */
  setOwn: (count: number): void => {
    if (count === own) return
    own = count
    tell()
    // Of a browser that has no badge, or an app that is not installed, nothing is asked.
    const badge = count === 0 ? navigator.clearAppBadge?.() : navigator.setAppBadge?.(count)
    badge?.catch(() => undefined)
  },
  /** In the talks that are on the screen, a sample's too; undefined once none are. */
  setHere: (count: number | undefined): void => {
    if (count === here) return
    here = count
    tell()
  },
}
