import { type Item, itemsOf, type RoomState } from '@goodoffices/core'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useAreas, viewOf } from '../areas/use-areas.ts'
import { Link } from '../route/route.tsx'
import { NextStep } from '../talks/next-step.tsx'
import { nameIn, placedHere, useTalks } from '../talks/talks.tsx'
import { Button } from '../ui/button.tsx'
import { withColon } from '../words/languages.ts'
import { useWords } from '../words/words.tsx'
import { anchorOf } from './anchor.ts'
import { EventLine } from './event-line.tsx'
import '../areas/message/sheet.css'

/** How many entries a room opens with; the earlier ones follow on request. */
const entriesShown = 60

/** An entry to go to, the newest where no anchor names one; each request is an object of its own. */
export type Wanted = { readonly anchor?: string }

type Props = {
  readonly room: RoomState
  readonly withEvents?: boolean
  readonly whole?: boolean
  readonly wanted?: Wanted | undefined
  /** The position from which on it is new to the reader. */
  readonly newFrom?: number
}

/** Everything in a room, oldest first, as in a record. */
export function Entries({ room, withEvents = true, whole = false, wanted, newFrom }: Props) {
  const { t } = useWords()
  const { base } = useTalks()
  const areas = useAreas()
  const list = useRef<HTMLOListElement>(null)
  const [shown, setShown] = useState(whole ? Number.POSITIVE_INFINITY : entriesShown)
  const place = useRef<{ readonly entry: Element; readonly foot: number }>(undefined)
  const items = itemsOf(room).filter(item => withEvents || item.kind !== 'event')
  const firstNew = useFirstNew(room, items, newFrom)
  const anchor = wanted?.anchor
  const wantedAt = anchor === undefined ? -1 : items.findIndex(item => anchorOf(areas, item) === anchor)
  const opened = Math.max(shown, wantedAt < 0 ? 0 : items.length - wantedAt)
  const earlier = Math.max(0, items.length - opened)
  useEffect(() => {
    if (wanted === undefined) return
    const entry =
      wanted.anchor === undefined ? list.current?.lastElementChild : document.getElementById(wanted.anchor)
    if (!(entry instanceof HTMLElement)) return
    entry.scrollIntoView({ block: 'start' })
    entry.focus({ preventScroll: true })
  }, [wanted])
  // The earlier entries come in above: what was being read stays where it was, and the keyboard goes on from there.
  useLayoutEffect(() => {
    const kept = place.current
    place.current = undefined
    if (kept === undefined || !(kept.entry instanceof HTMLElement)) return
    scrollBoxOf(kept.entry).scrollBy(0, kept.entry.getBoundingClientRect().bottom - kept.foot)
    kept.entry.focus({ preventScroll: true })
  })
  // Whoever prints gets all of it, also by the browser's own command.
  useEffect(() => {
    const showAll = (): void => flushSync(() => setShown(Number.POSITIVE_INFINITY))
    addEventListener('beforeprint', showAll)
    return () => removeEventListener('beforeprint', showAll)
  }, [])
  const showEarlier = () => {
    const entry = list.current?.firstElementChild
    if (entry != null) place.current = { entry, foot: entry.getBoundingClientRect().bottom }
    setShown(opened + entriesShown)
  }
  if (items.length === 0)
    return (
      <>
        <p className="quiet">{t('room.empty')}</p>
        <NextStep room={room} />
      </>
    )
  return (
    <>
      {earlier > 0 && (
        <div className="actions no-print">
          <Button weight="text" onPress={showEarlier}>
            {t('room.earlier', { count: earlier })}
          </Button>
        </div>
      )}
      <ol className="entries" ref={list}>
        {items.slice(earlier).map(item => (
          <li
            key={`${item.kind} ${item.position}`}
            id={anchorOf(areas, item)}
            tabIndex={-1}
            className={`entry entry--${item.kind}`}
          >
            {item === firstNew && <p className="entry__new">{t('entries.new')}</p>}
            <Article item={item} room={room}>
              <Entry item={item} room={room} />
              <PlacedLine item={item} room={room} />
              <Link to={`${base}/rooms/${room.id}#${anchorOf(areas, item)}`} className="entry__link">
                <span aria-hidden="true">¶</span>
                <span className="unseen">{t('entries.link')}</span>
              </Link>
            </Article>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Where the line of what is new is drawn: above the first that somebody else said; not where all of it is new. */
function useFirstNew(room: RoomState, items: readonly Item[], newFrom = 0): Item | undefined {
  const { session } = useTalks()
  if (newFrom === 0) return undefined
  const own = new Set(
    room.timeline.flatMap(({ position, by }) => (by === session.me.member ? [position] : [])),
  )
  return items.find(({ position, kind }) => kind !== 'event' && position >= newFrom && !own.has(position))
}

/** What scrolls when the element is moved: a column of the desk, or the page. */
function scrollBoxOf(element: Element): Element {
  for (let box = element.parentElement; box !== null; box = box.parentElement)
    if (box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY === 'auto') return box
  return document.documentElement
}

type ArticleProps = { readonly item: Item; readonly room: RoomState; readonly children: ReactNode }

/** So that whoever hears the screen goes from one to the next: called by who said it and on which day. What merely happened is none. */
function Article({ item, room, children }: ArticleProps) {
  const { day } = useWords()
  if (item.kind === 'event') return <div className="entry__body">{children}</div>
  const line = room.timeline.find(({ position }) => position === item.position)
  const name = line === undefined ? undefined : `${nameIn(room, line.by)} · ${day(line.time)}`
  return (
    <article className="entry__body" aria-label={name}>
      {children}
    </article>
  )
}

/** SYNC-32: when the relay placed it, where its author's clock said another time; at the table, as all of another side's, to the day. */
function PlacedLine({ item, room }: { readonly item: Item; readonly room: RoomState }) {
  const { t, language, day, moment } = useWords()
  const talks = useTalks()
  const placed = placedHere(talks, room, item.position)
  if (placed === undefined) return null
  const me = talks.session.me.member
  const own = room.timeline.some(({ position, by }) => position === item.position && by === me)
  return (
    <p className="small quiet">
      {withColon(language, t('term.placed'))} {room.kind === 'table' && !own ? day(placed) : moment(placed)}
    </p>
  )
}

function Entry({ item, room }: { readonly item: Item; readonly room: RoomState }) {
  const areas = useAreas()
  if (item.kind === 'event') return <EventLine room={room} event={item} />
  const { Entry: Drawn } = viewOf(areas, item)
  return <Drawn room={room} item={item} />
}
