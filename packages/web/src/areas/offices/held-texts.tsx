import type { HeldText, RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { Selection } from '../../ui/choice.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { FileCheck } from './file-check.tsx'

type Props = {
  readonly room: RoomState
  readonly texts: readonly HeldText[]
  /** How the words themselves are set. */
  readonly className: string
}

/** A text that all have, in one of its languages at a time: the reader's first, where it is there. */
export function HeldTexts({ room, texts, className }: Props) {
  const { t, language } = useWords()
  const w = useWriting(room)
  const tags = [...new Set(texts.map(each => each.language))]
  const [tag, setTag] = useState(tags.find(each => each.split('-')[0] === language) ?? tags[0])
  return (
    <>
      {tags.length > 1 && (
        <Selection
          label={t('field.language')}
          value={tag}
          onChange={setTag}
          options={tags.map(id => ({ id, label: w.languageName(id) }))}
        />
      )}
      {texts
        .filter(each => each.language === tag)
        .map(each =>
          each.kind === 'text' ? (
            <div key={each.body} className={className} lang={each.language} dir="auto">
              <Said text={each.body} />
            </div>
          ) : (
            <FileCheck key={each.sha256} name={each.fileName} sha256={each.sha256} />
          ),
        )}
    </>
  )
}
