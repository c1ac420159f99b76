import { nameOfThing, registerName, standingName } from '@goodoffices/client'
import type { ItemId, RegisterItem, RoomState } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { nameIn, useTalks } from '../../talks/talks.tsx'
import { Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { thingViewOf, useAreas } from '../use-areas.ts'

type Named = {
  readonly key: string
  readonly to: string
  readonly who: string
  readonly words: string
  readonly time: number
}

/** Everything that this reader holds and that names the issue: words, questions, things of every register. */
export function NamedHere({ issue }: { readonly issue: ItemId }) {
  const { t } = useWords()
  const { rooms } = useTalks()
  return (
    <div className="agenda-issue">
      <Messages issue={issue} />
      <Questions issue={issue} />
      <Section title={t('agenda.things')}>
        {!rooms.some(room => namingIn(room, issue).length > 0) && (
          <p className="quiet">{t('agenda.none-named')}</p>
        )}
        {rooms.map(room => (
          <Things key={room.id} room={room} issue={issue} />
        ))}
      </Section>
    </div>
  )
}

function Messages({ issue }: { readonly issue: ItemId }) {
  const words = useWords()
  const { t, day } = words
  const { rooms, base, mediates } = useTalks()
  const found = rooms
    .flatMap((room): readonly Named[] => {
      const at = `${base}/rooms/${room.id}`
      const said = Object.values(room.messages)
        .filter(each => each.issue === issue)
        .map(({ message, title, body, by, time }) => ({
          key: message,
          to: `${at}#m-${message}`,
          words: title ?? body,
          by,
          time,
        }))
      const conveyed = Object.values(room.deliveries)
        .filter(each => each.issue === issue)
        .map(({ delivery, title, body, by, time }) => ({
          key: delivery,
          to: `${at}#d-${delivery}`,
          words: title ?? body,
          by,
          time,
        }))
      return [...said, ...conveyed].map(({ by, ...each }) => ({
        ...each,
        who: `${nameIn(room, by)} · ${roomName(room, words, mediates)}`,
      }))
    })
    .toSorted((a, b) => b.time - a.time)
  return (
    <Section title={t('agenda.messages')}>
      {found.length === 0 && <p className="quiet">{t('agenda.none-named')}</p>}
      <ul className="rows">
        {found.map(({ key, to, who, words: said, time }) => (
          <li key={key}>
            <Link to={to} className="agenda__name">
              <Said text={said} />
            </Link>
            <span className="small quiet agenda__standing">
              {who} · {day(time)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Questions({ issue }: { readonly issue: ItemId }) {
  const { t, moment } = useWords()
  const { rooms, base } = useTalks()
  const found = rooms.flatMap(room => [
    ...Object.values(room.questionPlans).map(plan => ({ ...plan, to: `${base}/desk#q-${plan.question}` })),
    ...(room.kind === 'caucus' ? Object.values(room.questions) : []).map(asked => ({
      ...asked,
      to: `${base}/rooms/${room.id}#q-${asked.question}`,
    })),
  ])
  const about = found.filter(({ content }) => content.issue === issue)
  if (about.length === 0) return null
  return (
    <Section title={t('agenda.questions')}>
      <ul className="rows">
        {about.map(({ question, content, to }) => (
          <li key={question}>
            <Link to={to} className="agenda__name">
              <Said text={content.texts[0]?.body ?? ''} />
            </Link>
            <span className="small quiet agenda__standing">{moment(content.times.closes)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const names = (value: unknown, id: ItemId): boolean =>
  Array.isArray(value) ? value.includes(id) : value === id

/** Things of a room that name it; what sides say of it stands elsewhere. */
const namingIn = ({ items }: RoomState, issue: ItemId): readonly RegisterItem[] =>
  Object.values(items).filter(
    ({ item, register, revisions }) =>
      item !== issue &&
      register !== 'claim' &&
      Object.values(revisions.at(-1)?.fields ?? {}).some(value => names(value, issue)),
  )

function Things({ room, issue }: { readonly room: RoomState; readonly issue: ItemId }) {
  const things = namingIn(room, issue)
  return things.length === 0 ? null : (
    <ul className="rows">
      {things.map(thing => (
        <li key={thing.item}>
          <Thing room={room} thing={thing} />
        </li>
      ))}
    </ul>
  )
}

function Thing({ room, thing }: { readonly room: RoomState; readonly thing: RegisterItem }) {
  const { base } = useTalks()
  const w = useWriting(room)
  const page = thingViewOf(useAreas(), thing.register)?.page(room, thing)
  const at = `${base}/rooms/${room.id}`
  return (
    <>
      <Link to={page === undefined ? `${at}#i-${thing.item}` : `${at}/${page}`} className="agenda__name">
        <Said text={nameOfThing(w, thing.item)} />
      </Link>
      <span className="small quiet agenda__standing">
        {registerName(w, thing.register)} · {standingName(w, thing)}
      </span>
    </>
  )
}
