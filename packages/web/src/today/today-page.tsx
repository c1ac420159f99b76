import { isAside, lastHere, urgencies, type Wait, waitsIn } from '@goodoffices/client'
import { Suspense, useState } from 'react'
import { Loud } from '../areas/assent/loud.tsx'
import { Coming } from '../areas/view/coming.tsx'
import { Link } from '../route/route.tsx'
import { NextStep } from '../talks/next-step.tsx'
import { roomName } from '../talks/room-name.tsx'
import { roomAddress, useTalks } from '../talks/talks.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { Count } from './count.tsx'
import { countUnread } from './unread.ts'
import { WaitLine } from './wait-line.tsx'
import './today.css'
import { How } from '../talks/how.tsx'

/** The first screen of talks: what waits, and what is new. */
export function TodayPage() {
  const { t, moment } = useWords()
  const { session, process } = useTalks()
  // When one comes to look, not when one has been looking.
  const [now] = useState(() => Date.now())
  const [before] = useState(() => lastHere(session, process.process))
  return (
    <Page title={t('place.today')} lead={<time>{moment(now)}</time>} width="normal">
      <Loud />
      <div className="today">
        <Waiting />
        <div className="today__beside">
          <Suspense fallback={null}>
            <Coming />
          </Suspense>
          <section className="today__part" aria-labelledby="today-new">
            <h2 id="today-new" className="today__title">
              {t('today.since-last')}
            </h2>
            <p className="quiet">{before === undefined ? t('today.first-visit') : moment(before)}</p>
            <Fresh />
          </section>
        </div>
      </div>
      <How of="today" />
    </Page>
  )
}

function Waiting() {
  const { t } = useWords()
  const { session, process } = useTalks()
  const all = waitsIn(session, process.process)
  const aside = all.filter(wait => isAside(session, wait))
  const others = all.filter(wait => wait.ofOthers === true && !aside.includes(wait))
  const mine = all.filter(wait => wait.ofOthers !== true && !aside.includes(wait))
  // What one's own device asks for keeps nobody from the first step.
  const isFirst = mine.every(({ urgency }) => urgency === 'own')
  return (
    <section className="today__part" aria-labelledby="today-waiting">
      <h2 id="today-waiting" className="today__title">
        {t('today.waiting', { count: mine.length })}
      </h2>
      {isFirst && <NextStep />}
      {mine.length > 0 && <p className="quiet">{t('today.order')}</p>}
      {urgencies.map(urgency => {
        const group = mine.filter(wait => wait.urgency === urgency)
        return group.length === 0 ? null : (
          <section key={urgency} aria-labelledby={`today-${urgency}`}>
            <h3 id={`today-${urgency}`} className="today__group">
              {t(`term.urgency.${urgency}`)}
            </h3>
            <Lines waits={group} acts="mine" />
          </section>
        )
      })}
      {others.length > 0 && (
        <details className="today__fold">
          <summary>{t('today.others', { count: others.length })}</summary>
          <Lines waits={others} />
        </details>
      )}
      {aside.length > 0 && (
        <details className="today__fold">
          <summary>{t('today.aside', { count: aside.length })}</summary>
          <Lines waits={aside} acts="aside" />
        </details>
      )}
    </section>
  )
}

/** With more lines than this the rest of a group is folded. */
const shownMax = 12

function Lines({ waits, acts }: { readonly waits: readonly Wait[]; readonly acts?: 'mine' | 'aside' }) {
  const { t } = useWords()
  const list = (some: readonly Wait[]) => (
    <ol className="today__lines">
      {some.map(wait => (
        <li key={`${wait.item.kind} ${wait.about}`}>
          <WaitLine wait={wait} {...(acts === undefined ? {} : { acts })} />
        </li>
      ))}
    </ol>
  )
  const rest = waits.slice(shownMax)
  return (
    <>
      {list(waits.slice(0, shownMax))}
      {rest.length > 0 && (
        <details className="today__fold">
          <summary>{t('today.more', { count: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
    </>
  )
}

/** The rooms, and how much is new in each. */
function Fresh() {
  const words = useWords()
  const { t } = words
  const talks = useTalks()
  const { rooms, session, mediates } = talks
  const fresh = rooms
    .map(room => ({ room, count: countUnread(session, room) }))
    .filter(({ room, count }) => count > 0 && room.kind !== 'private')
  if (fresh.length === 0) return <p>{t('today.nothing-new')}</p>
  return (
    <ul className="today__lines">
      {fresh.map(({ room, count }) => (
        <li key={room.id}>
          <Link to={roomAddress(talks, room)} className="today__room">
            <bdi>{roomName(room, words, mediates)}</bdi>
            <Count of="new" count={count} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
