import { useEffect, useState } from 'react'

/**
 * A link that carries a secret after the hash, which no server sees: taken up, and out of the address. So is the next one that is
 * opened in the same window: for the browser that is the same page, and it loads nothing.
 */
export function useSecretLink(): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => (location.hash.length > 1 ? location.href : ''))
  useEffect(() => {
    const take = (): void => {
      if (location.hash.length <= 1) return
      setText(location.href)
      history.replaceState(history.state, '', location.pathname)
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  return [text, setText]
}
