/**
 * Notices by the system while the app is open and nobody looks at it. One place decides when (`TellingOnce`), another shows; neither
 * is given anything of what waits (NOTE-1).
 */

/** A notice replaces the one before: there is one at most. Those of the service worker have the same. */
const tag = 'waits'
/** However often one looks and looks away. */
export const systemPeriodMs = 60_000

export type Screen = {
  readonly isLookedAt: () => boolean
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * NOTE-2: whoever looks is told by the screen itself. NOTE-3: who does not is told once, of the first that is more than when they last
 * looked, and again only once they have looked, and no sooner than a period after.
 */
export class TellingOnce {
  readonly #screen: Screen
  #known: number | undefined
  #isTold = false
  #toldAt = Number.NEGATIVE_INFINITY

  constructor(screen: Screen) {
    this.#screen = screen
  }

  /** How much waits now and is new, of all that is one's own. Returns whether it is told. */
  hear(count: number): boolean {
    const isMore = this.#known !== undefined && count > this.#known
    this.#known = count
    if (this.#screen.isLookedAt()) {
      this.look()
      return false
    }
    const now = this.#screen.now()
    if (!isMore || this.#isTold || now - this.#toldAt < systemPeriodMs) return false
    this.#isTold = true
    this.#toldAt = now
    return true
  }

  /** Somebody looks. */
  look(): void {
    this.#isTold = false
  }

  /** Another counts from here on. */
  forget(): void {
    this.#known = undefined
  }
}

/** Whether this browser has such notices at all, and whether they may be shown. */
export const systemStanding = (): NotificationPermission | 'unable' =>
  'Notification' in globalThis ? Notification.permission : 'unable'

/** NOTE-4: asked of the browser upon a deliberate press, and never otherwise. */
export const askSystem = (): Promise<NotificationPermission> => Notification.requestPermission()

const registration = (): Promise<ServiceWorkerRegistration | undefined> =>
  'serviceWorker' in navigator ? navigator.serviceWorker.getRegistration() : Promise.resolve(undefined)

/** One sentence, in its language, and nothing of what it is about. */
export async function showNotice(sentence: string): Promise<void> {
  if (systemStanding() !== 'granted') return
  const { lang, dir } = document.documentElement
  const look = { tag, lang, dir: dir === 'rtl' ? 'rtl' : 'ltr', icon: '/icon-192.png' } as const
  const worker = await registration()
  if (worker !== undefined) return worker.showNotification(sentence, look)
  const notice = new Notification(sentence, look)
  notice.addEventListener('click', () => {
    globalThis.focus()
    notice.close()
  })
}

/** Somebody looks: what was shown has been seen. */
export async function closeNotices(): Promise<void> {
  const shown = await (await registration())?.getNotifications({ tag })
  for (const notice of shown ?? []) notice.close()
}
