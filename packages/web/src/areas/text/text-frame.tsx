import type { WorkingText } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { Link, usePlace } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Page } from '../../ui/page.tsx'
import type { Key } from '../../words/vocabulary.ts'
import { useWords } from '../../words/words.tsx'
import { textPath } from './paths.ts'
import './text.css'

const pages: readonly (readonly [to: string, name: Key])[] = [
  [textPath, 'text.working'],
  [`${textPath}/drafts`, 'text.issued'],
  [`${textPath}/terms`, 'text.terms'],
]

type Props = {
  readonly text: WorkingText | undefined
  readonly title?: string
  readonly children: ReactNode
}

/** The pages of the text at the desk, and the one that is read. */
export function TextFrame({ text, title, children }: Props) {
  const { t } = useWords()
  const { base } = useTalks()
  const place = usePlace()
  return (
    <Page
      title={title ?? text?.title ?? t('term.one-text')}
      width="wide"
      {...(text === undefined ? {} : { lead: <bdi>{text.statusLine ?? t(`nature.${text.nature}`)}</bdi> })}
    >
      <nav className="text__pages no-print" aria-label={t('term.one-text')}>
        {pages.map(([to, name]) => (
          <Link
            key={to}
            to={`${base}/${to}`}
            {...(place.path === `${base}/${to}` ? { 'aria-current': 'page' as const } : {})}
          >
            {t(name)}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  )
}
