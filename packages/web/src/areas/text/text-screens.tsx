import type { TextId, WorkingText } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { LostPage } from '../../frame/lost-page.tsx'
import { useSearch } from '../../route/route.tsx'
import { type Talks, useTalks } from '../../talks/talks.tsx'
import { BeginPage } from './begin-page.tsx'
import { DraftsPage } from './drafts-page.tsx'
import { IssuePage } from './issue-page.tsx'
import { TermsPage } from './terms-page.tsx'
import { WorkingPage } from './working-page.tsx'

type Desk = NonNullable<Talks['desk']>

/** The text that the address names, or the last that was begun. */
function useText(desk: Desk | undefined): WorkingText | undefined {
  const { clause = '', text = '' } = useSearch()
  if (desk === undefined) return undefined
  const named = Object.values(desk.clauses).find(each => each.clause === clause)?.text ?? (text as TextId)
  return desk.workingTexts[named] ?? Object.values(desk.workingTexts).at(-1)
}

/** What is the mediators' to see, with the text that is meant; undefined where none is begun. */
export function AtDesk({
  children,
}: {
  readonly children: (desk: Desk, text: WorkingText | undefined) => ReactNode
}) {
  const { desk } = useTalks()
  const text = useText(desk)
  return desk === undefined ? <LostPage /> : children(desk, text)
}

/** The mediators' working text; of whoever has no desk the drafts that they were given. */
export function TextScreen() {
  const { desk } = useTalks()
  const text = useText(desk)
  if (desk === undefined) return <DraftsPage />
  return text === undefined ? <BeginPage desk={desk} /> : <WorkingPage desk={desk} text={text} />
}

export const DraftsScreen = DraftsPage

export function BeginScreen() {
  return <AtDesk>{desk => <BeginPage desk={desk} />}</AtDesk>
}

export function IssueScreen() {
  return (
    <AtDesk>
      {(desk, text) => (text === undefined ? <LostPage /> : <IssuePage desk={desk} text={text} />)}
    </AtDesk>
  )
}

export function TermsScreen() {
  return (
    <AtDesk>
      {(desk, text) => (text === undefined ? <LostPage /> : <TermsPage desk={desk} text={text} />)}
    </AtDesk>
  )
}
