import { useState } from 'react'
import { ComparisonCode } from '../join/comparison-code.tsx'
import type { DeviceOffer } from '../session/session.ts'
import { AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { useWords } from '../words/words.tsx'
import { usePolled } from './use-polled.ts'

type Props = { readonly offer: DeviceOffer; readonly onDone: () => void }

/** On the device that is there already: what to open on the other, and the code to compare between the two screens. */
export function OfferedDevice({ offer, onDone }: Props) {
  const { t } = useWords()
  const attempt = useAttempt()
  const [polling, setPolling] = useState(true)
  const seen = usePolled(offer.poll, polling)
  if (seen?.code !== undefined)
    return (
      <div className="form" aria-live="polite">
        <ComparisonCode code={seen.code} />
        {seen.contested && <p className="notice notice--caution">{t('invite.contested')}</p>}
        <AttemptNotice attempt={attempt} />
        <div className="actions">
          <Button
            weight="main"
            isDisabled={attempt.busy || seen.contested}
            onPress={() => {
              setPolling(false)
              whenDone(attempt.run(offer.complete), () => onDone())
            }}
          >
            {t('code.same')}
          </Button>
          <Button onPress={onDone}>{t('code.differs')}</Button>
        </div>
      </div>
    )
  const { link } = offer
  return (
    <div className="form" aria-live="polite">
      <p>{t('devices.open-there')}</p>
      <QrCode text={link} label={t('invite.qr')} />
      <p className="code" dir="ltr">
        {link}
      </p>
      <p className="code" dir="ltr" lang="en">
        {offer.words.join(' ')}
      </p>
      <div className="actions">
        <Button weight="text" onPress={onDone}>
          {t('do.cancel')}
        </Button>
      </div>
    </div>
  )
}
