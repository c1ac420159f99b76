import { readDraft, saveDraft } from '@goodoffices/client'
import { useCallback, useState } from 'react'
import type { Session } from '../session/session.ts'

/** A text that survives a closed tab. Setting it to '' forgets it. */
export function useDraft(
  session: Session,
  key: string,
  initial = '',
): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => readDraft(session, key) ?? initial)
  const change = useCallback(
    (next: string) => {
      setText(next)
      void saveDraft(session, key, next)
    },
    [session, key],
  )
  return [text, change]
}
