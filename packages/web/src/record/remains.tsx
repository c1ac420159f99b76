import type { RoomId } from '@goodoffices/core'
import { homeOf, useTalks } from '../talks/talks.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { Certificates } from './certificates.tsx'
import { certificateOf } from './destroyed.ts'

type Props = { readonly room: RoomId; readonly heading?: 'h2' | 'h3' }

/** What there is in the place of a record that was destroyed. */
export function Remains({ room, heading = 'h2' }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const certificate = certificateOf(session, room)
  return (
    <div aria-live="polite">
      {certificate === undefined ? (
        <p>{t('destroyed.under-way')}</p>
      ) : (
        <Certificates all={[certificate]} heading={heading} />
      )}
    </div>
  )
}

/** In the place of a room that was destroyed, also for whoever was reading it. */
export function DestroyedPage({ room }: { readonly room: RoomId }) {
  const { t } = useWords()
  const talks = useTalks()
  return (
    <Page title={t('destroyed.title')} lead={t('destroyed.lead')} width="narrow">
      <Remains room={room} />
      <div className="actions">
        <LinkButton weight="main" to={homeOf(talks)}>
          {t('destroyed.on')}
        </LinkButton>
        <LinkButton weight="text" to={`${talks.base}/certificates`}>
          {t('certificates.title')}
        </LinkButton>
      </div>
    </Page>
  )
}
