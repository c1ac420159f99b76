import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Session } from '../session/session.ts'
import { preferences } from '../settings/preferences.ts'
import { useWords } from '../words/words.tsx'
import { keepPush } from './push.ts'
import { closeNotices, showNotice, TellingOnce } from './system-notices.ts'

const screen = {
  isLookedAt: (): boolean => document.visibilityState === 'visible' && document.hasFocus(),
  now: Date.now,
}

/** Has the system say that more waits while nobody looks, where that was switched on. `count` is asked for only then. */
export function useSystemNotices(session: Session, count: () => number): void {
  const { t } = useWords()
  const { notices } = useSyncExternalStore(preferences.subscribe, preferences.get)
  const sentence = t('term.waits')
  const heard = notices === 'on' ? count() : undefined
  const [once] = useState(() => new TellingOnce(screen))
  useEffect(() => {
    if (heard === undefined) once.forget()
    else if (once.hear(heard)) showNotice(sentence).catch(() => undefined)
  }, [once, heard, sentence])
  useEffect(() => void keepPush(session, sentence).catch(() => undefined), [session, sentence])
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState !== 'visible') return
      once.look()
      closeNotices().catch(() => undefined)
    }
    look()
    document.addEventListener('visibilitychange', look)
    addEventListener('focus', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      removeEventListener('focus', look)
    }
  }, [once])
}
