import { timeIn } from '@goodoffices/client'
import { phaseOf, planPhaseOf, type RoomState } from '@goodoffices/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Section } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { Loud } from './loud.tsx'
import { PlanCard } from './plan-card.tsx'
import { QuestionCard } from './question-card.tsx'

/** Questions put to several: at the desk those that the mediators ask, in a caucus those put to its party. */
export function QuestionsSection({ room }: { readonly room: RoomState }) {
  switch (room.kind) {
    case 'desk':
      return <AtDesk desk={room} />
    case 'caucus':
      return <InCaucus room={room} />
    case 'table':
      return <Loud />
    case 'delegation':
    case 'group':
    case 'private':
      return null
    default:
      return room.kind satisfies never
  }
}

type Listed = { readonly id: string; readonly isOpen: boolean; readonly card: ReactNode }

/**
 * What is open stands in sight, and stays there until whoever reads has gone, so that nothing goes from under their hand without a word;
 * what was over before leaves no trace until it is opened.
 */
function Listing({ all }: { readonly all: readonly Listed[] }) {
  const { t } = useWords()
  const [inSight, setInSight] = useState<ReadonlySet<string>>(new Set())
  const come = all.filter(({ id, isOpen }) => isOpen && !inSight.has(id))
  if (come.length > 0) setInSight(new Set([...inSight, ...come.map(({ id }) => id)]))
  const rows = (some: readonly Listed[]) => (
    <ul className="rows">
      {some.map(({ id, card }) => (
        <li key={id}>{card}</li>
      ))}
    </ul>
  )
  const open = all.filter(({ id, isOpen }) => isOpen || inSight.has(id))
  const over = all.filter(each => !open.includes(each))
  return (
    <>
      {open.length > 0 && rows(open)}
      {over.length > 0 && (
        <details>
          <summary>{t('question.earlier')}</summary>
          {rows(over)}
        </details>
      )}
    </>
  )
}

function AtDesk({ desk }: { readonly desk: RoomState }) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const now = timeIn(session, desk.id)
  // An address that names a question leads to it.
  useEffect(() => {
    if (location.hash.startsWith('#q-')) document.getElementById(location.hash.slice(1))?.focus()
  }, [])
  const all = Object.values(desk.questionPlans).map(plan => ({
    id: plan.question,
    isOpen: ['planned', 'open', 'closed'].includes(planPhaseOf(plan, now)),
    card: <PlanCard desk={desk} plan={plan} />,
  }))
  return (
    <Section title={t('term.question')}>
      <Listing key={desk.id} all={all} />
      <div className="actions">
        <LinkButton to={`${base}/ask`}>{t('question.ask')}</LinkButton>
      </div>
    </Section>
  )
}

function InCaucus({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { session } = useTalks()
  const now = timeIn(session, room.id)
  const all = Object.values(room.questions).map(question => ({
    id: question.question,
    isOpen: ['open', 'closed'].includes(phaseOf(question, now)),
    card: <QuestionCard room={room} question={question} />,
  }))
  return (
    <>
      <Loud />
      {all.length > 0 && (
        <Section title={t('term.question')}>
          <Listing key={room.id} all={all} />
        </Section>
      )}
    </>
  )
}
