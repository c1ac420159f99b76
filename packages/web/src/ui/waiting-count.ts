/** How much waits, for the window's title and the app's badge. What is shown here counts before all that is one's own. */

let own = 0
let here: number | undefined
const listeners = new Set<() => void>()

const tell = (): void => {
  for (const listener of listeners) listener()
}

export const waitingCount = {
  get: (): number => here ?? own,
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
