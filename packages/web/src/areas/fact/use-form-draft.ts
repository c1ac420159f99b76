import { readDraft, saveDraft } from '@goodoffices/client'
import { useState } from 'react'
import type { Session } from '../../session/session.ts'

/** Texts of one form, which survive a closed tab together. */
export function useFormDraft<F extends Readonly<Record<string, string>>>(
  session: Session,
  key: string,
  initial: F,
): { readonly texts: F; readonly set: (change: Partial<F>) => void; readonly forget: () => void } {
  const [texts, setTexts] = useState<F>(() => ({ ...initial, ...read(readDraft(session, key)) }))
  return {
    texts,
    set: change => {
      const next = { ...texts, ...change }
      setTexts(next)
      void saveDraft(session, key, JSON.stringify(next))
    },
    forget: () => void saveDraft(session, key, ''),
  }
}

/** What was kept by an earlier form that had other fields does no harm: they are not asked for. */
function read(kept: string | undefined): object {
  if (kept === undefined || kept === '') return {}
  try {
    const value: unknown = JSON.parse(kept)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
