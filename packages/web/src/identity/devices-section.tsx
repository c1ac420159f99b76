import { useState } from 'react'
import type { DeviceLink, Session } from '../session/session.ts'
import { useVersion } from '../session/use-session.tsx'
import { AttemptNotice, useAttempt } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { useWords } from '../words/words.tsx'

/** The devices that act in a person's name; the recovery phrase is one of them, kept on paper. */
export function DevicesSection({ session }: { readonly session: Session }) {
  const { t } = useWords()
  useVersion(session)
  const attempt = useAttempt()
  const [added, setAdded] = useState<DeviceLink>()
  return (
    <Section title={t('devices.title')} hint={t('devices.hint')}>
      <ul className="rows">
        {session.devices().map(device => (
          <li key={device.device} className="device">
            <p>
              {t(`devices.${device.kind}`)} <span className="code quiet">{device.device.slice(0, 12)}</span>
            </p>
            {device.kind !== 'this' && (
              <Button
                weight="text"
                isDisabled={attempt.busy}
                onPress={() => void attempt.run(() => session.removeDevice(device.device))}
              >
                {t('devices.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button
          isDisabled={attempt.busy}
          onPress={() =>
            void attempt
              .run(() => session.addDeviceLink())
              .then(result => {
                if (result.ok) setAdded(result.value)
              })
          }
        >
          {t('devices.add')}
        </Button>
      </div>
      <AttemptNotice attempt={attempt} />
      {added !== undefined && (
        <div className="form" role="status">
          <p>{t('devices.open-there')}</p>
          <QrCode text={added.link} label={t('invite.qr')} />
          <p className="code">{added.link}</p>
          <p className="code">{added.words.join(' ')}</p>
        </div>
      )}
    </Section>
  )
}
