import { type FileSource, textToWord } from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import { ok } from '@goodoffices/core'
import { saveFile } from '../../record/save-file.ts'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import { useWords } from '../../words/words.tsx'

type Props = {
  readonly source: FileSource
  readonly language: string
  /** The draft of which it is a redline. */
  readonly against?: FileSource
}

/** The text or a draft as a Word document: clean, as tracked changes, or in two languages side by side. */
export function FileMenu({ source, language, against }: Props) {
  const { t, language: reading } = useWords()
  const attempt = useAttempt()
  const save = (languages: readonly [string] | readonly [string, string], compared?: FileSource) => {
    void attempt.run(async () => {
      const vocabulary = await loadVocabulary(reading)
      const content = await textToWord({
        source,
        languages,
        vocabulary,
        ...(compared === undefined ? {} : { against: compared }),
      })
      saveFile({ content, format: 'docx', name: source.title })
      return ok(null)
    })
  }
  const others = source.languages.map(each => each.language).filter(each => each !== language)
  const name = new Intl.DisplayNames([reading], { type: 'language', fallback: 'code' })
  return (
    <>
      <ActionMenu
        label={t('text.export')}
        choices={[
          { id: 'clean', label: t('text.export-clean'), onAction: () => save([language]) },
          ...(against === undefined
            ? []
            : [
                {
                  id: 'changes',
                  label: t('text.export-changes', { number: against.number ?? 0 }),
                  onAction: () => save([language], against),
                },
              ]),
          ...others.map(other => ({
            id: other,
            label: t('text.export-beside', { language: name.of(other) ?? other }),
            onAction: () => save([language, other], undefined),
          })),
        ]}
      />
      <AttemptNotice attempt={attempt} />
    </>
  )
}
