import { ComparisonCode } from '../areas/roster/comparison-code.tsx'
import { useNavigate } from '../route/route.tsx'
import type { DeviceLink } from '../session/session.ts'
import { AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { ViolationText } from '../words/violation-text.tsx'
import { useWords } from '../words/words.tsx'
import { usePolled } from './use-polled.ts'

/** On the new device: compares the code with the other's screen, and takes what it sends. */
export function Linking({ link }: { readonly link: DeviceLink }) {
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
