import { certificatesOf, learnProofs, renamedIn } from '@goodoffices/client'
import type { ProcessId } from '@goodoffices/core'
import { Suspense, useEffect } from 'react'
import { Certificates } from '../areas/retention/certificates.tsx'
import { MovesRooms } from '../areas/rules/moves-rooms.tsx'
import { preloadRooms, useAreas } from '../areas/use-areas.ts'
import { Outlet } from '../route/route.tsx'
import type { Chair, Session } from '../session/session.ts'
import { useVersion } from '../session/use-session.tsx'
import { News } from '../today/news.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { RenamedWords, useWords } from '../words/words.tsx'
import { ChairSwitch } from './chair-switch.tsx'
import { Bar, Places } from './places.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { TalksContext, talksOf } from './talks.tsx'
import { Troubles } from './troubles.tsx'
import { Undo } from './undo.tsx'
import './talks.css'

type Props = {
  readonly session: Session
  readonly process: ProcessId
  readonly base: string
  readonly chairs?: readonly Chair[]
  readonly notice?: string
}

/** The frame of one process: its name, its rooms, what is wrong if anything is. */
export function TalksFrame({ session, process, base, chairs, notice }: Props) {
  const { t, locale, language } = useWords()
  useVersion(session)
  // ASNT-5: what stands by a yes is looked at whenever a room has moved.
  useEffect(() => {
    const learn = (): void => void learnProofs(session, process).catch(() => undefined)
    learn()
    return session.subscribe(learn)
  }, [session, process])
  const areas = useAreas()
  useEffect(() => preloadRooms(areas), [areas])
  const summary = session.process(process)
  const talks =
    summary === undefined
      ? undefined
      : talksOf({
          session,
          process: summary,
          base,
          locale,
          ...(chairs === undefined ? {} : { chairs }),
          ...(notice === undefined ? {} : { notice }),
        })
  const certificates = certificatesOf(session).filter(each => each.process.process === process)
  if (talks === undefined && certificates.length > 0)
    return (
      <main id="main" tabIndex={-1}>
        <Page title={t('destroyed.talks')} lead={t('destroyed.lead')} width="narrow">
          <Certificates all={certificates} />
          <div className="actions">
            <LinkButton weight="main" to="/">
              {t('talks.all')}
            </LinkButton>
          </div>
        </Page>
      </main>
    )
  if (talks === undefined)
    return (
      <main id="main">
        <Page title={t('talks.unknown')} width="narrow" lead={t('talks.unknown-hint')}>
          <LinkButton to="/">{t('talks.all')}</LinkButton>
        </Page>
      </main>
    )
  const named = talks.table ?? talks.rooms[0]
  const renamed = named === undefined ? {} : renamedIn(named, language)
  return (
    <TalksContext value={talks}>
      <RenamedWords renamed={renamed}>
        {chairs !== undefined && <ChairSwitch />}
        <section className="talks no-print" aria-label={t('nav.talks')}>
          <p className="talks__title">
            <bdi>{talks.process.title}</bdi>
          </p>
          <Places />
        </section>
        <Troubles session={session} />
        <main id="main" tabIndex={-1}>
          <MovesRooms session={session}>
            <Suspense>
              <Outlet />
            </Suspense>
          </MovesRooms>
        </main>
        <Undo />
        <Shortcuts />
        <Bar />
        <News />
      </RenamedWords>
    </TalksContext>
  )
}
