import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { OwnNotes } from './notes.tsx'

export function NotesPage() {
  const { t } = useWords()
  return (
    <Page title={t('room.private')} width="narrow">
      <OwnNotes />
    </Page>
  )
}
