import { createContext, type ReactNode, use, useSyncExternalStore } from 'react'
import type { Access, Entrance, Session, Standing } from './session.ts'

const EntranceContext = createContext<Entrance | undefined>(undefined)

export function EntranceProvider({
  entrance,
  children,
}: {
  readonly entrance: Entrance
  readonly children: ReactNode
}) {
  return <EntranceContext value={entrance}>{children}</EntranceContext>
}

/** What is known before the session's program is here, and from then on all of it. */
export function useEntrance(): {
  readonly standing: Standing
  readonly access: Access | undefined
  readonly opened: Promise<Access>
} {
  const entrance = use(EntranceContext)
  if (entrance === undefined) throw new Error('no access is provided')
  const access = useSyncExternalStore(entrance.subscribe, entrance.access)
  useSyncExternalStore(
    listener => access?.subscribe(listener) ?? neverChanges,
    () =>
      `${entrance.standing()} ${access?.leads() ?? ''} ${access?.locks() ?? ''} ${access?.session()?.me.member ?? ''}`,
  )
  return { standing: entrance.standing(), access, opened: entrance.opened }
}

const neverChanges = () => undefined

/** For screens that can do nothing without it: they are shown once it is here. */
export function useAccess(): Access {
  const { access, opened } = useEntrance()
  // At every render alike: what once waited for a promise must ask for it again when it goes on.
  const awaited = use(opened)
  return access ?? awaited
}

/** Renders again with every change of the session, where there is one. */
export function useVersion(session: Session | undefined): number {
  return useSyncExternalStore(
    listener => session?.subscribe(listener) ?? neverChanges,
    () => session?.version() ?? 0,
  )
}
