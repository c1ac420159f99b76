import { askNotice, endNotice, type Notice } from '@goodoffices/client'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import type { Session } from '../session/session.ts'
import { preferences } from '../settings/preferences.ts'
import { AttemptNotice, useAttempt } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Tick } from '../ui/choice.tsx'
import { Section } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { MailForm } from './mail-form.tsx'
import { canPush, endPush, keepSentence, subscribePush } from './push.ts'
import { askSystem, systemStanding } from './system-notices.ts'
import { type Notices, useNotices } from './use-notices.ts'
import { type Way, ways } from './ways.ts'
import './told.css'

type SwitchProps = {
  readonly session: Session
  readonly notices: Notices | undefined
  readonly refresh: () => Promise<void>
  /** Whether what this device asks for waits for a while that is left to chance. */
  readonly delayed: boolean
}

/** How one is told that something waits. Each way says beside its switch who learns what by it (NOTE-5), and is off until switched on. */
export function ToldSection({ session }: { readonly session: Session }) {
  const { t } = useWords()
  const { notices, refresh } = useNotices(session)
  const [delayed, setDelayed] = useState(() => session.telling.own.every(own => own.delayed))
  const others = notices?.all.filter(({ isOwn }) => !isOwn) ?? []
  return (
    <Section title={t('told.title')} hint={t('told.hint')}>
      {ways.map(way => {
        const Switch = switches[way]
        return <Switch key={way} session={session} notices={notices} refresh={refresh} delayed={delayed} />
      })}
      {notices !== undefined && (notices.offered.push !== undefined || notices.offered.mail) && (
        <Tick
          label={t('told.delay', { minutes: Math.round(notices.offered.delayMs / 60_000) })}
          hint={t('told.delay-hint')}
          checked={delayed}
          onChange={isOn => {
            setDelayed(isOn)
            for (const { way, address, language } of session.telling.own)
              void askNotice(session, { way, address, language, delayed: isOn })
          }}
        />
      )}
      {others.map(each => (
        <Elsewhere key={each.name} session={session} notice={each} refresh={refresh} />
      ))}
    </Section>
  )
}

function SystemTick() {
  const { t } = useWords()
  const { notices } = useSyncExternalStore(preferences.subscribe, preferences.get)
  const [standing, setStanding] = useState(systemStanding)
  const turn = async (isOn: boolean): Promise<void> => {
    const allowed = isOn && standing !== 'granted' ? await askSystem() : standing
    setStanding(allowed)
    preferences.set({ notices: isOn && allowed === 'granted' ? 'on' : 'off' })
  }
  return (
    <>
      <Tick
        label={t('told.system')}
        hint={t('told.system-who')}
        checked={notices === 'on' && standing === 'granted'}
        disabled={standing === 'unable'}
        onChange={isOn => void turn(isOn)}
      />
      <output className="small">
        {standing === 'denied' && t('told.denied')}
        {standing === 'unable' && t('told.unable')}
      </output>
    </>
  )
}

function PushTick({ session, notices, refresh, delayed }: SwitchProps) {
  const { t, language } = useWords()
  const attempt = useAttempt()
  const [why, setWhy] = useState<'told.denied' | 'told.push-none'>()
  const key = notices?.offered.push
  const own = notices?.all.find(({ way, isOwn }) => isOwn && way === 'push')
  const isUnable = !canPush() || systemStanding() === 'unable'
  const turnOn = async (): Promise<void> => {
    setWhy(undefined)
    if (key === undefined) return
    if ((await askSystem()) !== 'granted') return setWhy('told.denied')
    // A browser without a service of its maker's, or behind a network that has none.
    const address = await subscribePush(key).catch(() => undefined)
    if (address === undefined) return setWhy('told.push-none')
    await keepSentence(t('term.waits'))
    await attempt.run(() => askNotice(session, { way: 'push', address, language, delayed }))
    await refresh()
  }
  const turnOff = async (name: string): Promise<void> => {
    await attempt.run(() => endNotice(session, name))
    await endPush()
    await refresh()
  }
  return (
    <>
      <Tick
        label={t('told.push')}
        hint={t('told.push-who')}
        checked={own !== undefined}
        disabled={isUnable || attempt.busy || (key === undefined && own === undefined)}
        onChange={() => void (own === undefined ? turnOn() : turnOff(own.name))}
      />
      <output className="small">
        {why !== undefined && t(why)}
        {isUnable && t('told.unable')}
        {!isUnable && notices !== undefined && key === undefined && t('told.not-offered')}
      </output>
      <AttemptNotice attempt={attempt} />
    </>
  )
}

function Elsewhere({
  session,
  notice,
  refresh,
}: Pick<SwitchProps, 'session' | 'refresh'> & { readonly notice: Notice }) {
  const { t } = useWords()
  const attempt = useAttempt()
  return (
    <div className="row">
      <p className="small">{t('told.elsewhere', { address: notice.address })}</p>
      <AttemptNotice attempt={attempt} />
      <div className="actions">
        <Button
          weight="text"
          isDisabled={attempt.busy}
          onPress={() => void attempt.run(() => endNotice(session, notice.name)).then(refresh)}
        >
          {t('told.stop')}
        </Button>
      </div>
    </div>
  )
}

const switches: Readonly<Record<Way, (props: SwitchProps) => ReactNode>> = {
  system: SystemTick,
  push: PushTick,
  mail: MailForm,
}
