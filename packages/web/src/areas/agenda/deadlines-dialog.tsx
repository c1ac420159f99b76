import { deadlinesFile } from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import { use, useState } from 'react'
import { saveFile } from '../../record/save-file.ts'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Tick } from '../../ui/choice.tsx'
import { useWords } from '../../words/words.tsx'

/** AGEN-18: what a calendar file of deadlines says, and where calendars are copied to, before it is made. */
export function DeadlinesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useWords()
  const { session, rooms } = useTalks()
  const vocabulary = use(loadVocabulary(language))
  const [withTitles, setWithTitles] = useState(false)
  return (
    <ActDialog
      title={t('agenda.calendar')}
      label={t('agenda.calendar')}
      act={async () => {
        const file = await deadlinesFile(session, { vocabulary }, { rooms, withTitles })
        if (file.ok)
          saveFile({ content: file.value, format: 'calendar', name: vocabulary.terms['calendar-title'] })
        return file
      }}
      onClose={onClose}
    >
      <p>{t('term.calendar-note')}</p>
      <Tick label={t('agenda.calendar-titles')} checked={withTitles} onChange={setWithTitles} />
    </ActDialog>
  )
}
