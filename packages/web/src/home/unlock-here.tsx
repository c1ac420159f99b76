import { InLanguage } from '../frame/in-language.tsx'
import { UnlockForm } from '../identity/unlock-form.tsx'

/** The passphrase, asked for on the first screen. */
export function UnlockHere() {
  return (
    <InLanguage>
      <UnlockForm />
    </InLanguage>
  )
}
