import { type DatedOnce, wholeDaysFile, wholeDaysOf } from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import { use, useState } from 'react'
import { saveFile } from '../../record/save-file.ts'
import { preferences } from '../../settings/preferences.ts'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Tick } from '../../ui/choice.tsx'
import { useWords } from '../../words/words.tsx'

type Props = { readonly dated: readonly DatedOnce[]; readonly onClose: () => void }

/** VIEW-4: what a calendar file says, and where calendars are copied to, before it is made. */
export function CalendarDialog({ dated, onClose }: Props) {
  const { t, language } = useWords()
  const { session } = useTalks()
  const vocabulary = use(loadVocabulary(language))
  const [withTitles, setWithTitles] = useState(false)
  return (
    <ActDialog
      title={t('view.file')}
      label={t('view.file')}
      act={async () => {
        const days = wholeDaysOf({ vocabulary }, dated, preferences.zone())
        const content = await wholeDaysFile(session, vocabulary, { days, withTitles })
        saveFile({ content, format: 'calendar', name: vocabulary.terms['calendar-title'] })
        return { ok: true, value: null }
      }}
      onClose={onClose}
    >
      <p>{t('term.calendar-note')}</p>
      <Tick label={t('view.file-titles')} checked={withTitles} onChange={setWithTitles} />
    </ActDialog>
  )
}
