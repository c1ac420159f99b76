import { InLanguage } from '../frame/inside.tsx'
import { UnlockForm } from '../identity/unlock-form.tsx'

/** The passphrase, asked for on the first screen. */
export function UnlockHere() {
  return (
    <InLanguage>
      <UnlockForm />
    </InLanguage>
  )
}
