import { stepsFile } from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import { use, useState } from 'react'
import { saveFile } from '../../record/save-file.ts'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Tick } from '../../ui/choice.tsx'
import { useWords } from '../../words/words.tsx'

/** STEP-20: what a calendar file of steps says, and where calendars are copied to, before it is made. */
export function CalendarDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useWords()
  const { session, rooms } = useTalks()
  const vocabulary = use(loadVocabulary(language))
  const [withTitles, setWithTitles] = useState(false)
  return (
    <ActDialog
      title={t('step.calendar-file')}
      label={t('step.calendar-file')}
      act={async () => {
        const file = await stepsFile(session, { vocabulary }, { rooms, withTitles })
        if (file.ok)
          saveFile({ content: file.value, format: 'calendar', name: vocabulary.terms['calendar-title'] })
        return file
      }}
      onClose={onClose}
    >
      <p>{t('term.calendar-note')}</p>
      <Tick label={t('step.calendar-titles')} checked={withTitles} onChange={setWithTitles} />
    </ActDialog>
  )
}
