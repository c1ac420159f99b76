import type { Session } from '../session/session.ts'
import { ViolationText } from '../words/violation-text.tsx'

/** What the session refuses to trust: a forked log, one that was rolled back. */
export function Troubles({ session }: { readonly session: Session }) {
  const { troubles } = session.status()
  return (
    <div role="alert" className="troubles">
      {troubles.map(trouble => (
        <div key={`${trouble.code} ${trouble.room ?? ''}`} className="notice notice--caution">
          <ViolationText violation={trouble} />
        </div>
      ))}
    </div>
  )
}
