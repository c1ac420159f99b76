import type { Result } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { AttemptNotice, useAttempt, whenDone } from './attempt.tsx'
import { Button, type Weight } from './button.tsx'

type Props<T> = {
  /** What the button says. */
  readonly label: string
  /** What it says meanwhile, where the act takes its time. */
  readonly busyLabel?: string
  readonly weight?: Weight
  readonly act: () => Promise<Result<T>>
  /** What is said is not yet enough to act on. */
  readonly incomplete?: boolean
  readonly onDone?: (value: T) => void
  /** Beside the button: the way out. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** A form for one act: what there is to say of it, what it was refused for, and the act itself. */
export function ActForm<T>(props: Props<T>) {
  const {
    label,
    busyLabel = label,
    weight = 'main',
    act,
    incomplete = false,
    onDone,
    beside,
    children,
  } = props
  const attempt = useAttempt()
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        if (!incomplete && !attempt.busy) whenDone(attempt.run(act), value => onDone?.(value))
      }}
    >
      {children}
      <AttemptNotice attempt={attempt} />
      <div className="actions">
        <Button weight={weight} type="submit" isDisabled={attempt.busy || incomplete}>
          {attempt.busy ? busyLabel : label}
        </Button>
        {beside}
      </div>
    </form>
  )
}
