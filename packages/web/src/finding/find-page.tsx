import { type Found, type Hit, openFinder } from '@goodoffices/client'
import type { Form, PartyId, RoomState } from '@goodoffices/core'
import { forms, isMediator } from '@goodoffices/core'
import { use, useDeferredValue, useState } from 'react'
import type { AnyWebArea } from '../areas/area.ts'
import { useAreas } from '../areas/use-areas.ts'
import { anchorOf } from '../room/anchor.ts'
import { Link, useNavigate, useSearch } from '../route/route.tsx'
import { roomName } from '../talks/room-name.tsx'
import { meIn, useTalks } from '../talks/talks.tsx'
import { Choice, Selection } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import { Said } from '../ui/said.tsx'
import { useWords } from '../words/words.tsx'
import './find.css'
import { How } from '../talks/how.tsx'

let finder: ReturnType<typeof openFinder> | undefined
/** The same promise every time, so that it can be awaited while rendering; asked for again where it did not come. */
const finderOnce = (): ReturnType<typeof openFinder> => {
  finder ??= openFinder().catch((error: unknown) => {
    finder = undefined
    throw error
  })
  return finder
}

type Scope = 'here' | 'everywhere'
type Side = PartyId | 'mediators' | 'all'

/** Searches what this device holds; nothing of it is sent anywhere. */
export function FindPage() {
  const { t } = useWords()
  const { session, process, caucuses, table, held } = useTalks()
  const navigate = useNavigate()
  const find = use(finderOnce())
  const asked = useSearch()['q'] ?? ''
  const [words, setWords] = useState(asked)
  const [side, setSide] = useState<Side>('all')
  const [form, setForm] = useState<Form | 'all'>('all')
  const [scope, setScope] = useState<Scope>('here')
  const query = useDeferredValue(words)
  const talks = session.processes()
  const rooms =
    scope === 'here'
      ? held
      : talks.flatMap(({ process: each }) => {
          const current = session.rooms(each)
          return [...current, ...current.flatMap(room => session.earlier(room))]
        })
  const sides = new Map(
    [...caucuses.map(({ party }) => party), ...Object.values(table?.parties ?? {})].flatMap(party =>
      party === undefined ? [] : [[party.party, party.name] as const],
    ),
  )
  const found = find(rooms, {
    words: query,
    ...(side === 'all' ? {} : { side }),
    ...(form === 'all' ? {} : { form }),
  })
  return (
    <Page title={t('find.title')} lead={t('find.lead')} width="narrow">
      <search>
        <form
          className="form"
          onSubmit={event => {
            event.preventDefault()
            navigate({ to: `?q=${encodeURIComponent(words)}`, replace: true })
          }}
        >
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it is what the screen is for */}
          <Field label={t('find.words')} value={words} onChange={setWords} autoFocus charsMax={200} />
          <div className="pair">
            <Selection
              label={t('find.side')}
              value={side}
              onChange={setSide}
              options={[
                { id: 'all', label: t('find.all') },
                ...[...sides].map(([id, label]) => ({ id, label })),
                { id: 'mediators', label: t('find.mediators') },
              ]}
            />
            <Selection
              label={t('field.form')}
              value={form}
              onChange={setForm}
              options={[
                { id: 'all', label: t('find.all') },
                ...forms.map(id => ({ id, label: t(`form.${id}`) })),
              ]}
            />
          </div>
          {talks.length > 1 && (
            <Choice
              label={t('find.where')}
              value={scope}
              onChange={setScope}
              options={[
                { id: 'here', label: process.title },
                { id: 'everywhere', label: t('talks.all') },
              ]}
            />
          )}
        </form>
      </search>
      <Results found={found} isAsked={query.trim() !== ''} />
      <How of="find" />
    </Page>
  )
}

function Results({ found: { hits, count }, isAsked }: { readonly found: Found; readonly isAsked: boolean }) {
  const { t } = useWords()
  return (
    <section aria-label={t('find.title')}>
      <div aria-live="polite">{isAsked && <h2 className="find__count">{t('find.count', { count })}</h2>}</div>
      <ol className="find__hits">
        {hits.map(hit => (
          <li key={`${hit.room.id} ${hit.item.position}`}>
            <HitLine hit={hit} />
          </li>
        ))}
      </ol>
      {count > hits.length && <p className="quiet">{t('find.more', { count: hits.length })}</p>}
    </section>
  )
}

/** The text around what was found, and where it stands. */
function HitLine({ hit: { room, item, text, from, to } }: { readonly hit: Hit }) {
  const words = useWords()
  const { base, process, session } = useTalks()
  const areas: readonly AnyWebArea[] = useAreas()
  const me = meIn(room, session)
  const start = from <= beforeChars ? 0 : text.lastIndexOf(' ', from - beforeChars) + 1
  const end = to + afterChars >= text.length ? text.length : text.indexOf(' ', to + afterChars)
  const until = end < to ? text.length : end
  const at = timeOf(room, item.position)
  return (
    <Link
      to={`${addressIn(base, process.process, room)}/rooms/${room.id}#${anchorOf(areas, item)}`}
      className="find__hit"
    >
      <span className="find__words" dir="auto">
        {start > 0 && '… '}
        <Said text={text.slice(start, from)} />
        <mark>
          <Said text={text.slice(from, to)} />
        </mark>
        <Said text={text.slice(to, until)} />
        {until < text.length && ' …'}
      </span>
      <span className="find__where">
        {room.process.process !== process.process && (
          <>
            <bdi>{room.process.title}</bdi>
            {' · '}
          </>
        )}
        <bdi>{roomName(room, words, me !== undefined && isMediator(me))}</bdi>
        {at !== undefined && ` · ${words.day(at)}`}
      </span>
    </Link>
  )
}

/** Code units shown around what was found. */
const beforeChars = 80
const afterChars = 160

const timeOf = (room: RoomState, position: number): number | undefined =>
  room.timeline.find(each => each.position === position)?.time

/** Other talks of one's own stand beside these. */
const addressIn = (base: string, here: string, { process }: RoomState): string =>
  process.process === here ? base : `/talks/${process.process}`
