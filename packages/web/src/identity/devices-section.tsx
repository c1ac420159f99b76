import type { Session } from '../session/session.ts'
import { useVersion } from '../session/use-session.tsx'
import { AttemptNotice, useAttempt } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { OfferedDevice } from './offered-device.tsx'

/** The devices that act in a person's name; the recovery phrase is one of them, kept on paper. */
export function DevicesSection({ session }: { readonly session: Session }) {
  const { t } = useWords()
  useVersion(session)
  const attempt = useAttempt()
  const offer = session.deviceOffer()
  return (
    <Section title={t('devices.title')} hint={t('devices.hint')}>
      <ul className="rows">
        {session.devices().map(({ device, is }) => (
          <li key={device}>
            <p>
              {t(`devices.${is}`)} <span className="code quiet">{device.slice(0, 12)}</span>
            </p>
            {is !== 'this' && (
              <Button
                weight="text"
                isDisabled={attempt.busy}
                onPress={() => void attempt.run(() => session.removeDevice(device))}
              >
                {t('devices.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {offer === undefined ? (
        <div className="actions">
          <Button isDisabled={attempt.busy} onPress={() => void attempt.run(() => session.offerDevice())}>
            {t('devices.add')}
          </Button>
        </div>
      ) : (
        <OfferedDevice offer={offer} session={session} />
      )}
      <AttemptNotice attempt={attempt} />
    </Section>
  )
}
