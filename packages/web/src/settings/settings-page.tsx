import { useSyncExternalStore } from 'react'
import { DevicesSection } from '../identity/devices-section.tsx'
import { ForgetSection } from '../identity/forget-section.tsx'
import { PassphraseSection } from '../identity/passphrase-section.tsx'
import { PhraseSection } from '../identity/phrase-section.tsx'
import { RenewalSection } from '../identity/renewal-section.tsx'
import { Link, useNavigate } from '../route/route.tsx'
import { Leading } from '../session/leading.tsx'
import { useAccess } from '../session/use-session.tsx'
import { ToldSection } from '../told/told-section.tsx'
import { Button } from '../ui/button.tsx'
import { Choice, Selection } from '../ui/choice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { languageNames, languages } from '../words/languages.ts'
import { useWords } from '../words/words.tsx'
import { chooseLanguage } from './language-line.tsx'
import { deviceZone, preferences, textSizes, undoTimes, zones } from './preferences.ts'

const deviceId = 'device'

/** 19 January 1981, noon. */
const exampleDay = Date.UTC(1981, 0, 19, 12)

/** Keys, devices and the passphrase are among it. */
export function SettingsPage() {
  return (
    <Leading>
      <Settings />
    </Leading>
  )
}

function Settings() {
  const { t, day, number } = useWords()
  const access = useAccess()
  const session = access.session()
  const navigate = useNavigate()
  const chosen = useSyncExternalStore(preferences.subscribe, preferences.get)
  return (
    <main id="main" tabIndex={-1}>
      <Page title={t('settings.title')} width="narrow">
        <Section title={t('settings.display')} hint={t('settings.lead')}>
          <div className="pair">
            <Choice
              label={t('settings.language')}
              value={chosen.language}
              onChange={language => void chooseLanguage(language)}
              options={languages.map(id => ({ id, label: languageNames[id] }))}
            />
            <Choice
              label={t('settings.theme')}
              value={chosen.theme}
              onChange={theme => preferences.set({ theme })}
              options={(['system', 'light', 'dark'] as const).map(id => ({ id, label: t(`theme.${id}`) }))}
            />
            <Choice
              label={t('term.calendar')}
              value={chosen.calendar}
              onChange={calendar => preferences.set({ calendar })}
              options={(['gregory', 'persian'] as const).map(id => ({ id, label: t(`calendar.${id}`) }))}
            />
            <Choice
              label={t('settings.numerals')}
              value={chosen.numerals}
              onChange={numerals => preferences.set({ numerals })}
              options={(['own', 'latn'] as const).map(id => ({ id, label: t(`numerals.${id}`) }))}
            />
          </div>
          <div className="pair">
            <Choice
              label={t('settings.size')}
              value={chosen.size}
              onChange={size => preferences.set({ size })}
              options={textSizes.map(id => ({ id, label: t(`size.${id}`) }))}
            />
            <Selection
              label={t('field.timeZone')}
              value={chosen.zone ?? deviceId}
              onChange={zone => preferences.set({ zone: zone === deviceId ? undefined : zone })}
              options={[
                { id: deviceId, label: t('zone.device', { zone: deviceZone() }) },
                ...zones().map(zone => ({ id: zone, label: zone })),
              ]}
            />
          </div>
          <Choice
            label={t('settings.keys')}
            value={chosen.keys}
            onChange={keys => preferences.set({ keys })}
            options={(['on', 'off'] as const).map(id => ({ id, label: t(`keys.${id}`) }))}
          />
          <Choice
            label={t('settings.undo')}
            value={chosen.undo}
            onChange={undo => preferences.set({ undo })}
            options={undoTimes.map(id => ({ id, label: t(`undo.${id}`) }))}
          />
          <p className="quiet">{t('settings.example', { day: day(exampleDay), number: number(7955) })}</p>
        </Section>
        {session !== undefined && (
          <>
            <Section title={t('settings.you')} hint={t('settings.you-hint')}>
              <p>
                <bdi>{session.me.name}</bdi>
              </p>
            </Section>
            <ToldSection session={session} />
            <PhraseSection session={session} />
            <DevicesSection session={session} />
            <PassphraseSection />
            <RenewalSection session={session} />
            <Section title={t('term.statistics')} hint={t('view.statistics-lead')}>
              <p>
                <Link to="/statistics">{t('view.statistics-see')}</Link>
              </p>
            </Section>
            {access.locks() && (
              <Section title={t('settings.lock')} hint={t('settings.lock-hint')}>
                <div className="actions">
                  <Button onPress={() => void access.lock().then(() => navigate({ to: '/' }))}>
                    {t('settings.lock-do')}
                  </Button>
                </div>
              </Section>
            )}
            <ForgetSection onDone={() => navigate({ to: '/' })} />
          </>
        )}
      </Page>
    </main>
  )
}
