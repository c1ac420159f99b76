/** Signs that a line may be there again, or may be dead: the browser says so, where there is one. */

const events = ['online', 'pageshow', 'focus'] as const

/** Calls `hear` at each; returns how to stop. */
export function onSignOfLife(hear: () => void): () => void {
  const { document } = globalThis
  if (typeof document === 'undefined' || typeof globalThis.addEventListener !== 'function') return () => {}
  const seen = (): void => {
    if (document.visibilityState === 'visible') hear()
  }
  for (const event of events) globalThis.addEventListener(event, hear)
  document.addEventListener('visibilitychange', seen)
  return () => {
    for (const event of events) globalThis.removeEventListener(event, hear)
    document.removeEventListener('visibilitychange', seen)
  }
}
