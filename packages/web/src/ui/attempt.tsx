import type { Result, Violation } from '@goodoffices/core'
import { createContext, use, useCallback, useRef, useState } from 'react'
import { ViolationText } from '../words/violation-text.tsx'

export type Attempt = {
  /** Runs the action; what it refuses is kept in `violation`. Resolves to whether it succeeded, and with what. */
  readonly run: <T>(action: () => Promise<Result<T>>) => Promise<Result<T>>
  readonly violation: Violation | undefined
  readonly busy: boolean
}

/** Asks whoever is there to set right what an act was refused for. Resolves to whether it may be tried again. */
export type Mend = (refused: Violation) => Promise<boolean>

/** Where nothing can be set right, nothing is asked. */
export const MendContext = createContext<Mend>(async () => false)

/** The action, once more each time that what it was refused for was set right. */
export async function mended<T>(action: () => Promise<Result<T>>, mend: Mend): Promise<Result<T>> {
  const result = await action()
  return result.ok || !(await mend(result.error)) ? result : mended(action, mend)
}

/** One attempt at a time, with what came of it. */
export function useAttempt(): Attempt {
  const mend = use(MendContext)
  const [violation, setViolation] = useState<Violation>()
  const [busy, setBusy] = useState(false)
  // Known before it is painted: a second press at once does nothing, and is told of nothing.
  const isUnderWay = useRef(false)
  const run = useCallback(
    async <T,>(action: () => Promise<Result<T>>): Promise<Result<T>> => {
      if (isUnderWay.current) return { ok: false, error: { code: 'unexpected' } }
      isUnderWay.current = true
      setBusy(true)
      setViolation(undefined)
      try {
        const result = await mended(action, mend)
        if (!result.ok) setViolation(result.error)
        return result
      } catch {
        const error: Violation = { code: 'unexpected' }
        setViolation(error)
        return { ok: false, error }
      } finally {
        isUnderWay.current = false
        setBusy(false)
      }
    },
    [mend],
  )
  return { run, violation, busy }
}

/** Goes on once an attempt has succeeded; what it was refused for is shown by its notice. */
export function whenDone<T>(attempt: Promise<Result<T>>, goOn: (value: T) => void): void {
  void attempt.then(result => (result.ok ? goOn(result.value) : undefined))
}

/** Says what was refused, what was kept and what to do; said aloud when it appears. */
export function AttemptNotice({ attempt }: { readonly attempt: Attempt }) {
  return (
    <div role="alert">
      {attempt.violation !== undefined && (
        <div className="notice notice--caution">
          <ViolationText violation={attempt.violation} />
        </div>
      )}
    </div>
  )
}
