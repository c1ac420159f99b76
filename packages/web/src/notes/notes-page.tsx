import { useTalks } from '../talks/talks.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { NotesOf } from './notes.tsx'

/** One's own notes on these talks, kept in one's private room. */
export function NotesPage() {
  const { t } = useWords()
  const { session, rooms } = useTalks()
  const home = session.home()
  return (
    <Page title={t('room.private')} width="narrow">
      {home !== undefined && <NotesOf room={home} about={rooms.map(({ id }) => id)} />}
    </Page>
  )
}
