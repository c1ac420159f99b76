import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { Access, Session } from './session.ts'

const AccessContext = createContext<Access | undefined>(undefined)

export function AccessProvider({
  access,
  children,
}: {
  readonly access: Access
  readonly children: ReactNode
}) {
  return <AccessContext value={access}>{children}</AccessContext>
}

export function useAccess(): Access {
  const access = useContext(AccessContext)
  if (access === undefined) throw new Error('no access is provided')
  useSyncExternalStore(
    listener => access.subscribe(listener),
    () => `${access.standing()} ${access.locks()} ${access.session()?.me.member ?? ''}`,
  )
  return access
}

/** Renders again with every change of the session. */
export function useVersion(session: Session): number {
  return useSyncExternalStore(
    listener => session.subscribe(listener),
    () => session.version(),
  )
}
