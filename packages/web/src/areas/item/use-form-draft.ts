import { readDraft, saveDraft } from '@goodoffices/client'
import { useState } from 'react'
import type { Session } from '../../session/session.ts'

/**
 * Texts of one form, which survive a closed tab together. Only what was written here is kept: what somebody else has changed meanwhile
 * is shown in whatever was left as it stood, and is not put back by this form.
 */
export function useFormDraft<F extends Readonly<Record<string, string>>>(
  session: Session,
  key: string,
  standing: F,
): { readonly texts: F; readonly set: (change: Partial<F>) => void; readonly forget: () => void } {
  const [written, setWritten] = useState<Partial<F>>(() => read(readDraft(session, key)))
  return {
    texts: { ...standing, ...written },
    set: change => {
      const next = { ...written, ...change }
      setWritten(next)
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
