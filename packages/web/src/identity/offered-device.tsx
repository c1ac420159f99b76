import { cancelDeviceOffer, completeDevice, type Everywhere, whereListed } from '@goodoffices/client'
import { ComparisonCode } from '../areas/roster/comparison-code.tsx'
import type { DeviceOffer, Session } from '../session/session.ts'
import { AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { useWords } from '../words/words.tsx'
import { SpelledLine } from './spelled.tsx'

type Props = {
  readonly offer: DeviceOffer
  readonly session: Session
  /** In which rooms the new device is to be. */
  readonly onCompleted: (decided: Everywhere) => void
}

/** On the device that is there already: what to open on the other, and the code to compare between the two screens. */
export function OfferedDevice({ offer, session, onCompleted }: Props) {
  const { t } = useWords()
  const attempt = useAttempt()
  const cancel = () => void attempt.run(() => cancelDeviceOffer(session))
  if (offer.code !== undefined)
    return (
      <div className="form" aria-live="polite">
        <ComparisonCode code={offer.code} />
        {offer.contested && <p className="notice notice--caution">{t('invite.contested')}</p>}
        <AttemptNotice attempt={attempt} />
        <div className="actions">
          <Button
            weight="main"
            isDisabled={attempt.busy || offer.contested}
            onPress={() =>
              whenDone(
                attempt.run(() => completeDevice(session)),
                device => onCompleted(whereListed(session, device)),
              )
            }
          >
            {t('code.same')}
          </Button>
          <Button isDisabled={attempt.busy} onPress={cancel}>
            {t('code.differs')}
          </Button>
        </div>
      </div>
    )
  const { link } = offer
  return (
    <div className="form" aria-live="polite">
      {offer.standing === 'expired' && <p className="notice notice--caution">{t('invite.expired')}</p>}
      <p>{t('devices.open-there')}</p>
      <QrCode text={link} label={t('invite.qr')} />
      <p className="code" dir="ltr">
        {link}
      </p>
      <p>
        <SpelledLine words={offer.words} />
      </p>
      <div className="actions">
        <Button weight="text" isDisabled={attempt.busy} onPress={cancel}>
          {t('do.cancel')}
        </Button>
      </div>
    </div>
  )
}
