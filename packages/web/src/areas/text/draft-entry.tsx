import { countOpenOf, draftingIn } from '@goodoffices/client'
import { clausesOfDraft } from '@goodoffices/core'
import { nameIn, useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'
import type { EntryProps } from '../area.ts'
import { draftPath } from './paths.ts'

/** A draft as it was issued here: which, its line of status, how much is open in it; its clauses have a page. */
export function DraftEntry({ room, item: { draft } }: EntryProps<'draft'>) {
  const { t, moment, number } = useWords()
  const { base } = useTalks()
  const { by, time, title, statusLine } = draft
  if (by === undefined || time === undefined || title === undefined)
    return <p className="quiet">{t('text.arriving')}</p>
  return (
    <>
      <div className="entry__head">
        <span className="entry__who">
          <bdi>{nameIn(room, by)}</bdi>
        </span>
        <time dateTime={new Date(time).toISOString()}>{moment(time)}</time>
        <span>{t('term.numbered', { number: number(draft.number ?? 0) })}</span>
      </div>
      <p className="entry__title" dir="auto">
        <Said text={title} />
      </p>
      {statusLine !== undefined && (
        <p dir="auto">
          <Said text={statusLine} />
        </p>
      )}
      <p>
        {draft.withdrawn === undefined
          ? t('text.open', { count: countOpenOf(clausesOfDraft(draft), draftingIn(draft)) })
          : t('term.withdrawn')}
      </p>
      <div className="entry__foot">
        <LinkButton weight="text" to={`${base}/${draftPath(room.id, draft.draft)}`}>
          {t('text.read')}
        </LinkButton>
      </div>
    </>
  )
}
