import { standingName } from '@goodoffices/client'
import { type AgreementToMediate, isMediator, type RoomState, standingOf } from '@goodoffices/core'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { History } from '../item/history.tsx'
import { Sayings } from '../item/sayings.tsx'
import { HeldTexts } from './held-texts.tsx'
import './offices.css'

type Props = { readonly room: RoomState; readonly agreement: AgreementToMediate }

/** The agreement to mediate, whole, where it is accepted: in the reader's language, and in any other that it has. */
export function AgreementPage({ room, agreement }: Props) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const { title, agreementIn } = standingOf(agreement).fields
  const me = meIn(room, session)
  return (
    <Page
      title={title}
      width="narrow"
      lead={`${standingName(w, agreement) ?? ''} · ${t('offices.version', { count: agreement.revisions.length })}`}
    >
      <HeldTexts room={room} texts={agreementIn} className="offices-agreement" />
      <Sayings room={room} thing={agreement} />
      {me !== undefined && isMediator(me) && (
        <div className="actions no-print">
          <LinkButton weight="text" to={`${base}/rooms/${room.id}/agreement/${agreement.item}/word`}>
            {t('offices.change-agreement')}
          </LinkButton>
          {room.kind === 'desk' && (
            <LinkButton to={`${base}/ask?item=${agreement.item}&kind=begin`}>
              {t('offices.ask-agreement')}
            </LinkButton>
          )}
        </div>
      )}
      <History room={room} things={[agreement]} />
    </Page>
  )
}
