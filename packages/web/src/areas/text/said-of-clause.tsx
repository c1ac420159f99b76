import { type DraftSaying, draftedIn, redlineOfProposal, type SaidOfClause } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { nameIn } from '../../talks/talks.tsx'
import { Said } from '../../ui/said.tsx'
import { withColon } from '../../words/languages.ts'
import { useWords } from '../../words/words.tsx'
import { MarkingName } from '../message/marking.tsx'
import { Redline } from './redline.tsx'

type Props = { readonly room: RoomState; readonly said: SaidOfClause }

/** An answer, a comment or words of a side's, with what may pass of it and what became of it. */
export function OneSaid({ room, said }: Props) {
  const { t, moment } = useWords()
  const { by, time, marking } = said
  return (
    <>
      <div className="entry__head">
        <span className="entry__who">
          <bdi>{nameIn(room, by)}</bdi>
        </span>
        <time dateTime={new Date(time).toISOString()}>{moment(time)}</time>
      </div>
      {said.kind === 'position' ? (
        <p>
          <strong>{t(`stance.${said.stance}`)}</strong>
        </p>
      ) : (
        <Words room={room} said={said} />
      )}
      {'note' in said && said.note !== undefined && (
        <p dir="auto">
          <Said text={said.note} />
        </p>
      )}
      {marking !== undefined && (
        <p className="small">
          <MarkingName marking={marking} />
        </p>
      )}
      {said.kind !== 'position' && <Became said={said} />}
    </>
  )
}

/** TXT-28: what is quoted may not stand there any more. */
function Words({ room, said }: { readonly room: RoomState; readonly said: DraftSaying }) {
  const { t } = useWords()
  const draft = room.textDrafts[said.draft]
  const language = said.language ?? ''
  const was =
    draft === undefined ? undefined : draftedIn(draft, language).find(each => each.clause === said.clause)
  if (said.kind === 'comment')
    return (
      <>
        {said.quote !== undefined && (
          <p className="quote" dir="auto">
            <q>
              <Said text={said.quote} />
            </q>
            {was?.wording.words.includes(said.quote) === false && (
              <span className="small quiet"> {t('text.words-gone')}</span>
            )}
          </p>
        )}
        <p dir="auto">
          <Said text={said.body} />
        </p>
      </>
    )
  return (
    <p className="prose" dir="auto" lang={language}>
      <Redline pieces={redlineOfProposal(was?.wording ?? { words: '', choices: [] }, said.body)} />
    </p>
  )
}

function Became({ said: { answer } }: { readonly said: DraftSaying }) {
  const { t, language } = useWords()
  if (answer === undefined) return null
  return (
    <p className="small clause__became">
      {withColon(language, t('field.outcome'))} {t(`outcome.${answer.outcome}`)}
      {answer.note !== undefined && (
        <>
          {' · '}
          <bdi>
            <Said text={answer.note} />
          </bdi>
        </>
      )}
    </p>
  )
}
