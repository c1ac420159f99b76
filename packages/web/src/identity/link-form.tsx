import { useEffect, useState } from 'react'
import { ComparisonCode } from '../areas/roster/comparison-code.tsx'
import { useNavigate } from '../route/route.tsx'
import type { DeviceLink } from '../session/session.ts'
import { useAccess } from '../session/use-session.tsx'
import { ActForm } from '../ui/act-form.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ViolationText } from '../words/violation-text.tsx'
import { useWords } from '../words/words.tsx'
import { chosenOf, isSettled, PassphraseFields, useNewPassphrase } from './passphrase-fields.tsx'
import { usePolled } from './use-polled.ts'

/** On the new device: answers the offer of the other, compares, and takes what it sends. */
export function LinkForm() {
  const { t } = useWords()
  const access = useAccess()
  const [text, setText] = useState(() => (location.hash.length > 1 ? location.href : ''))
  const [passphrase, setPassphrase] = useNewPassphrase()
  const [link, setLink] = useState<DeviceLink>()
  useEffect(() => {
    // The secret does not stay in the address bar.
    if (location.hash.length > 1) history.replaceState(history.state, '', location.pathname)
  }, [])
  if (link !== undefined) return <Linking link={link} />
  return (
    <ActForm
      label={t('devices.link-do')}
      act={() => access.link(text.trim(), chosenOf(passphrase).passphrase)}
      incomplete={text.trim() === '' || !isSettled(passphrase)}
      onDone={setLink}
    >
      <Field
        label={t('devices.link')}
        hint={t('devices.link-hint')}
        lines={3}
        value={text}
        onChange={setText}
      />
      <PassphraseFields value={passphrase} onChange={setPassphrase} />
    </ActForm>
  )
}

function Linking({ link }: { readonly link: DeviceLink }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const attempt = useAttempt()
  const seen = usePolled(link.poll, !attempt.busy)
  const code = seen?.ok === true ? seen.value.code : undefined
  const ready = seen?.ok === true && ['ready', 'linked'].includes(seen.value.standing)
  return (
    <div className="form" aria-live="polite">
      {seen?.ok !== false && code === undefined && <p>{t('devices.link-waiting')}</p>}
      {code !== undefined && <ComparisonCode code={code} />}
      {seen?.ok === false && (
        <p className="notice notice--caution">
          <ViolationText violation={seen.error} />
        </p>
      )}
      <AttemptNotice attempt={attempt} />
      {code !== undefined && (
        <div className="actions">
          <Button
            weight="main"
            isDisabled={attempt.busy || !ready}
            onPress={() => whenDone(attempt.run(link.accept), () => navigate({ to: '/' }))}
          >
            {t(ready ? 'code.same' : 'devices.link-other-first')}
          </Button>
        </div>
      )}
    </div>
  )
}
