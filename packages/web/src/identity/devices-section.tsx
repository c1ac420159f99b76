import {
  deviceOfferOf,
  devicesOf,
  type Everywhere,
  type OwnDevice,
  offerDevice,
  phraseWords,
  removeDevice,
} from '@goodoffices/client'
import { useState } from 'react'
import type { Session } from '../session/session.ts'
import { useVersion } from '../session/use-session.tsx'
import { RoomsDialog, RoomsReport } from '../talks/rooms-report.tsx'
import { AttemptNotice, useAttempt } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { OfferedDevice } from './offered-device.tsx'

const order: readonly OwnDevice['is'][] = ['this', 'former', 'other', 'paper', 'former-paper']

/** The devices that act in a person's name; the recovery phrase is one of them, kept on paper. */
export function DevicesSection({ session }: { readonly session: Session }) {
  const { t } = useWords()
  useVersion(session)
  const attempt = useAttempt()
  const [asked, setAsked] = useState<OwnDevice>()
  const [completed, setCompleted] = useState<Everywhere>()
  const offer = deviceOfferOf(session)
  return (
    <Section title={t('devices.title')} hint={t('devices.hint')}>
      <ul className="rows">
        {devicesOf(session)
          .toSorted((a, b) => order.indexOf(a.is) - order.indexOf(b.is))
          .map(item => (
            <li key={item.device} className="row">
              <p>{t(`devices.${item.is}`)}</p>
              <p className="small quiet">
                <bdi className="code">{item.device.slice(0, 12)}</bdi>
              </p>
              {item.is !== 'this' && item.is !== 'former' && (
                <div className="actions">
                  <Button weight="text" onPress={() => setAsked(item)}>
                    {t('devices.remove')}
                  </Button>
                </div>
              )}
            </li>
          ))}
      </ul>
      {asked !== undefined && (
        <RoomsDialog
          session={session}
          title={t('devices.remove')}
          act={() => removeDevice(session, asked.device)}
          onClose={() => setAsked(undefined)}
        >
          <p>
            {asked.is === 'paper'
              ? t('devices.remove-paper', { count: phraseWords })
              : t('devices.remove-sure')}
          </p>
        </RoomsDialog>
      )}
      {completed !== undefined && (
        <RoomsReport session={session} decided={completed} onEnd={() => setCompleted(undefined)} />
      )}
      {offer === undefined ? (
        <div className="actions">
          <Button isDisabled={attempt.busy} onPress={() => void attempt.run(() => offerDevice(session))}>
            {t('devices.add')}
          </Button>
        </div>
      ) : (
        <OfferedDevice offer={offer} session={session} onCompleted={setCompleted} />
      )}
      <AttemptNotice attempt={attempt} />
    </Section>
  )
}
