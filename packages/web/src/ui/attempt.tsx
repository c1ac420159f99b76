import type { Result, Violation } from '@goodoffices/core'
import { useCallback, useState } from 'react'
import { ViolationText } from '../words/violation-text.tsx'

export type Attempt = {
  /** Runs the action; what it refuses is kept in `violation`. Resolves to whether it succeeded, and with what. */
  readonly run: <T>(action: () => Promise<Result<T>>) => Promise<Result<T>>
  readonly violation: Violation | undefined
  readonly busy: boolean
}

/** One attempt at a time, with what came of it. */
export function useAttempt(): Attempt {
  const [violation, setViolation] = useState<Violation>()
  const [busy, setBusy] = useState(false)
  const run = useCallback(async <T,>(action: () => Promise<Result<T>>): Promise<Result<T>> => {
    setBusy(true)
    setViolation(undefined)
    try {
      const result = await action()
      if (!result.ok) setViolation(result.error)
      return result
    } catch {
      const error: Violation = { code: 'unexpected' }
      setViolation(error)
      return { ok: false, error }
    } finally {
      setBusy(false)
    }
  }, [])
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
