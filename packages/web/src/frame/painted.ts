/** When the frame of the first screen stands before its reader. */

/** To be spread over an element whose painting a browser can tell of. */
export const timed = { elementtiming: 'frame' } as const

/** For a browser that can tell and does not: the element may be out of sight. */
const tellMsMax = 2_000

const tellsOfElements = (): boolean =>
  typeof PerformanceObserver === 'function' &&
  (PerformanceObserver.supportedEntryTypes?.includes('element') ?? false)

/** Calls back once, when the timed element has been painted; soon, in a window that nobody sees. Returns how to give it up. */
export function afterPaint(work: () => void): () => void {
  let frame = 0
  let late: ReturnType<typeof setTimeout> | undefined
  const observer = tellsOfElements() ? new PerformanceObserver(() => goOn()) : undefined
  const giveUp = (): void => {
    cancelAnimationFrame(frame)
    clearTimeout(late)
    observer?.disconnect()
    document.removeEventListener('visibilitychange', hide)
  }
  const goOn = (): void => {
    giveUp()
    late = setTimeout(work)
  }
  // There are no frames in a window that is hidden.
  const hide = (): void => {
    if (document.hidden) goOn()
  }
  document.addEventListener('visibilitychange', hide)
  if (observer === undefined) {
    // By the second frame the first has been given to the screen.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(goOn)
    })
  } else {
    observer.observe({ type: 'element', buffered: true })
    late = setTimeout(goOn, tellMsMax)
  }
  hide()
  return giveUp
}
