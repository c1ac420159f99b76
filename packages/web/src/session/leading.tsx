import { type ReactNode, useEffect } from 'react'
import { Opening } from '../frame/opening.tsx'
import { useAccess } from './use-session.tsx'

/** SYNC-51: for what only the window that has the vault does: keys, devices, the way in. It is shown once that is this one. */
export function Leading({ children }: { readonly children: ReactNode }) {
  const access = useAccess()
  const leads = access.leads()
  useEffect(() => {
    if (!leads) void access.lead()
  }, [access, leads])
  return leads ? children : <Opening />
}
