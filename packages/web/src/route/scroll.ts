/** Who comes back to a place finds it scrolled as it was left: the page, and what scrolls by itself within it. */

type Offset = { readonly box: string; readonly left: number; readonly top: number }

const storageKey = 'goodoffices.scroll'
const placesMax = 50
/** For so long what is still being fetched may make the page as tall as it was. */
const restoreMsMax = 5_000
/** Named for the page itself; any other box is named by its way down from the root. */
const pageBox = ''

const offsets = new Map<string, readonly Offset[]>(readKept())
const scrolled = new Set<Element>()
let stopRestoring = (): void => undefined

function readKept(): readonly (readonly [string, readonly Offset[]])[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

function note(event: Event): void {
  if (event.target instanceof Element) scrolled.add(event.target)
}

/** Takes the scrolling of places over from the browser. Returns how to give it back. */
export function watchScrolling(keyHere: () => string): () => void {
  history.scrollRestoration = 'manual'
  const keep = (): void => {
    noteOffsets(keyHere())
    try {
      sessionStorage.setItem(storageKey, JSON.stringify([...offsets].slice(-placesMax)))
    } catch {
      // Then a reload begins at the top.
    }
  }
  addEventListener('scroll', note, { capture: true, passive: true })
  addEventListener('pagehide', keep)
  return () => {
    removeEventListener('scroll', note, { capture: true })
    removeEventListener('pagehide', keep)
  }
}

/** To be called while the screen of that place still stands. */
export function noteOffsets(key: string): void {
  const boxes = [...scrolled].filter(box => box.isConnected)
  scrolled.clear()
  offsets.delete(key)
  offsets.set(key, [
    { box: pageBox, left: scrollX, top: scrollY },
    ...boxes.map(box => ({ box: wayTo(box), left: box.scrollLeft, top: box.scrollTop })),
  ])
}

export function scrollToTop(): void {
  stopRestoring()
  scrollTo(0, 0)
}

/**
 * As the place was left; at the top where that is not known, unless the page is the same one. What is not tall enough yet is tried again as it grows, until whoever
 * reads scrolls themselves.
 */
export function restoreOffsets(key: string, isSamePage: boolean): void {
  stopRestoring()
  const known = offsets.get(key)
  if (known === undefined) {
    if (!isSamePage) scrollTo(0, 0)
    return
  }
  if (known.every(apply)) return
  const growing = new ResizeObserver(() => known.every(apply) && stopRestoring())
  const late = setTimeout(() => stopRestoring(), restoreMsMax)
  const own = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const
  stopRestoring = () => {
    growing.disconnect()
    clearTimeout(late)
    for (const kind of own) removeEventListener(kind, stopRestoring)
    stopRestoring = () => undefined
  }
  for (const kind of own) addEventListener(kind, stopRestoring, { passive: true })
  growing.observe(document.body)
}

/** Returns whether it is now where it was. */
function apply({ box, left, top }: Offset): boolean {
  if (box === pageBox) {
    scrollTo(left, top)
    return Math.abs(scrollY - top) <= 1
  }
  const element = document.querySelector(box)
  element?.scrollTo(left, top)
  return element !== null && Math.abs(element.scrollTop - top) <= 1
}

/** A selector that finds the element again in the same screen. */
function wayTo(element: Element): string {
  const steps: string[] = []
  for (let at: Element | null = element; at?.parentElement != null; at = at.parentElement)
    steps.unshift(`${at.localName}:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`)
  return steps.join(' > ')
}
