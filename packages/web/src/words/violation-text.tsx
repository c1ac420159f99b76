import { loadWording, wordViolation } from '@goodoffices/client/wording'
import type { Violation } from '@goodoffices/core'
import { use } from 'react'
import { useWords } from './words.tsx'

type Props = {
  readonly violation: Violation
  /** Whose act it was, where it was not the reader's own. */
  readonly by?: string | undefined
}

/** What was refused, what was kept and what to do, from the catalogue that the command line shares. */
export function ViolationText({ violation, by }: Props) {
  const { language } = useWords()
  const wording = use(loadWording(language))
  return <>{wordViolation(wording, violation, by)}</>
}
