import { useEffect, useState } from 'react'

const pollEveryMs = 1_500

/** Asks again and again while `on`, and keeps the last answer. An ask that fails is an ask that is made again. */
export function usePolled<T>(ask: () => Promise<T>, on: boolean): T | undefined {
  const [answer, setAnswer] = useState<T>()
  useEffect(() => {
    if (!on) return
    let stopped = false
    const look = async () => {
      const next = await ask().catch(() => undefined)
      if (!stopped && next !== undefined) setAnswer(next)
    }
    void look()
    const clock = setInterval(() => void look(), pollEveryMs)
    return () => {
      stopped = true
      clearInterval(clock)
    }
  }, [ask, on])
  return answer
}
