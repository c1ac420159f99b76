import { useEffect } from 'react'

/** An address of a room that ends in this shows all of it and opens the browser's print dialog. */
export const printHash = 'print'

const isToPrint = (): boolean => location.hash === `#${printHash}`

/** Prints the page once it stands, where the address asks for it. Returns whether all of the room is to be shown. */
export function usePrintWhole(): boolean {
  const whole = isToPrint()
  useEffect(() => {
    if (!isToPrint()) return
    history.replaceState(history.state, '', location.pathname)
    const frame = requestAnimationFrame(() => window.print())
    return () => cancelAnimationFrame(frame)
  }, [])
  return whole
}
