import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { preferences } from '../settings/preferences.ts'
import { Tick } from '../ui/choice.tsx'
import { Section } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { askSystem, systemStanding } from './system-notices.ts'
import { type Way, ways } from './ways.ts'

/** How one is told that something waits. Each way says beside its switch who learns what by it (NOTE-5), and is off until switched on. */
export function ToldSection() {
  const { t } = useWords()
  return (
    <Section title={t('told.title')} hint={t('told.hint')}>
      {ways.map(way => {
        const Switch = switches[way]
        return <Switch key={way} />
      })}
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

const switches: Readonly<Record<Way, () => ReactNode>> = { system: SystemTick }
