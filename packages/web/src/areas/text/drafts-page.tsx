import { answersToDraft, countOpenOf, draftingIn, draftsIn, unansweredIn } from '@goodoffices/client'
import { clausesOfDraft, type Draft, type RoomState } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { draftPath } from './paths.ts'
import { TextFrame } from './text-frame.tsx'
import './text.css'

/** The drafts that were issued where the reader sits, room by room, the newest first. */
export function DraftsPage() {
  const words = useWords()
  const { t } = words
  const { rooms, caucuses, desk, mediates } = useTalks()
  const held = [...caucuses, ...rooms.filter(({ kind }) => kind === 'table' || kind === 'group')]
    .map(room => ({ room, drafts: draftsIn(room).toReversed() }))
    .filter(({ drafts }) => drafts.length > 0)
  const lists = (
    <>
      {held.length === 0 && <p className="quiet">{t('text.no-drafts')}</p>}
      {held.map(({ room, drafts }) => (
        <section key={room.id} className="section">
          <h2 className="section__title">{roomName(room, words, mediates)}</h2>
          <ul className="rows">
            {drafts.map(draft => (
              <li key={draft.draft}>
                <DraftLine room={room} draft={draft} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
  return desk === undefined ? (
    <Page title={t('term.one-text')}>{lists}</Page>
  ) : (
    <TextFrame text={undefined} title={t('text.issued')}>
      {lists}
    </TextFrame>
  )
}

function DraftLine({ room, draft }: { readonly room: RoomState; readonly draft: Draft }) {
  const { t, number, moment } = useWords()
  const { base, mediates } = useTalks()
  const open = countOpenOf(clausesOfDraft(draft), draftingIn(draft))
  // TXT-53: an earlier one waits for nobody.
  const isLast = draftsIn(room).at(-1) === draft
  return (
    <>
      <p>
        <Link to={`${base}/${draftPath(room.id, draft.draft)}`}>
          {t('term.numbered', { number: number(draft.number ?? 0) })} · <bdi>{draft.title}</bdi>
        </Link>{' '}
        {draft.time !== undefined && <time className="quiet small">{moment(draft.time)}</time>}
      </p>
      <p className="small">
        {draft.withdrawn !== undefined ? (
          t('term.withdrawn')
        ) : (
          <>
            {t('text.open', { count: open })}
            {mediates || room.kind !== 'caucus'
              ? ` · ${t('text.answers', { count: answersToDraft(room, draft).length })}`
              : isLast && ` · ${t('text.unanswered', { count: unansweredIn(room, draft).length })}`}
          </>
        )}
      </p>
    </>
  )
}
