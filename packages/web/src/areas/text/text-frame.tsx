import type { WorkingText } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { PlacePages } from '../../talks/place-pages.tsx'
import { Page } from '../../ui/page.tsx'
import type { Key } from '../../words/vocabulary.ts'
import { useWords } from '../../words/words.tsx'
import { textPath } from './paths.ts'
import './text.css'

const pages: readonly (readonly [to: string, name: Key])[] = [
  [textPath, 'text.working'],
  [`${textPath}/drafts`, 'text.issued'],
  [`${textPath}/terms`, 'text.terms'],
  [`${textPath}/import`, 'text.import'],
]

type Props = {
  readonly text: WorkingText | undefined
  readonly title?: string
  readonly children: ReactNode
}

/** The pages of the text at the desk, and the one that is read. */
export function TextFrame({ text, title, children }: Props) {
  const { t } = useWords()
  return (
    <Page
      title={title ?? text?.title ?? t('term.one-text')}
      width="wide"
      {...(text === undefined ? {} : { lead: <bdi>{text.statusLine ?? t(`nature.${text.nature}`)}</bdi> })}
    >
      <PlacePages name="term.one-text" pages={pages} />
      {children}
    </Page>
  )
}
