import type { Violation } from '@goodoffices/core'
import { useWords } from './words.tsx'

type Props = {
  readonly violation: Violation
  /** Whose act it was, where it was not the reader's own. */
  readonly by?: string | undefined
}

/** What was refused, what was kept and what to do. */
export function ViolationText({ violation, by }: Props) {
  return <>{useWords().violation(violation, by)}</>
}
