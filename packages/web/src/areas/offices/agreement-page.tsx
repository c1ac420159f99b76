import { standingName } from '@goodoffices/client'
import { type AgreementToMediate, isMediator, type RoomState, standingOf } from '@goodoffices/core'
import { useState } from 'react'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { Selection } from '../../ui/choice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { History } from '../item/history.tsx'
import { Sayings } from '../item/sayings.tsx'
import { FileCheck } from './file-check.tsx'
import './offices.css'

type Props = { readonly room: RoomState; readonly agreement: AgreementToMediate }

/** The agreement to mediate, whole, where it is accepted: in the reader's language, and in any other that it has. */
export function AgreementPage({ room, agreement }: Props) {
  const { t, language } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const { title, agreementIn } = standingOf(agreement).fields
  const tags = [...new Set(agreementIn.map(each => each.language))]
  const [tag, setTag] = useState(tags.find(each => each.split('-')[0] === language) ?? tags[0])
  const me = meIn(room, session)
  return (
    <Page
      title={title}
      width="narrow"
      lead={`${standingName(w, agreement) ?? ''} · ${t('offices.version', { count: agreement.revisions.length })}`}
    >
      {tags.length > 1 && (
        <Selection
          label={t('field.language')}
          value={tag}
          onChange={setTag}
          options={tags.map(id => ({ id, label: w.languageName(id) }))}
        />
      )}
      {agreementIn
        .filter(each => each.language === tag)
        .map(each =>
          each.kind === 'text' ? (
            <div key={each.body} className="offices-agreement" lang={each.language} dir="auto">
              <Said text={each.body} />
            </div>
          ) : (
            <FileCheck key={each.sha256} name={each.fileName} sha256={each.sha256} />
          ),
        )}
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
