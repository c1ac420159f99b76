import type { Certificate, RoomId } from '@goodoffices/core'
import { homeOf, useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { Certificates } from './certificates.tsx'
import { certificateOf } from './destroyed.ts'

/** What there is in the place of a record; nothing is said to be gone before it is. */
function useRemains(room: RoomId): {
  readonly title: string
  readonly lead: string
  readonly certificates: readonly Certificate[]
} {
  const { t } = useWords()
  const certificate = certificateOf(useTalks().session, room)
  return certificate === undefined
    ? { title: t('destroyed.soon'), lead: t('destroyed.soon-lead'), certificates: [] }
    : { title: t('term.destroyed'), lead: t('destroyed.lead'), certificates: [certificate] }
}

/** On the record page, in the place of the record that was chosen. */
export function DestroyedRecord({ room }: { readonly room: RoomId }) {
  const { title, lead, certificates } = useRemains(room)
  return (
    <div aria-live="polite">
      <Section title={title} hint={lead}>
        {certificates.length > 0 && <Certificates all={certificates} heading="h3" />}
      </Section>
    </div>
  )
}

/** In the place of a room that was destroyed, also for whoever was reading it. */
export function DestroyedPage({ room }: { readonly room: RoomId }) {
  const { t } = useWords()
  const talks = useTalks()
  const { title, lead, certificates } = useRemains(room)
  return (
    <Page title={title} lead={lead} width="narrow">
      {certificates.length > 0 && <Certificates all={certificates} />}
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
