import { askingsOf, nameOfThing, registerName, sayAsking, standingName } from '@goodoffices/client'
import type { ItemId, RegisterItem, RoomState } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { puttingFor } from '../fact/may.ts'
import { thingViewOf, useAreas } from '../use-areas.ts'

const shown: readonly string[] = ['meeting', 'delegation-list', 'minutes', 'statement']

/** Meetings of a room, and what belongs to them; nothing where there is none and none may be planned. */
export function MeetingsHere({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const things = Object.values(room.items).filter(({ register }) => shown.includes(register))
  const mayPut =
    room.kind === 'desk' &&
    puttingFor(session, room, {
      kind: 'item.put',
      item: 'never-put-here' as ItemId,
      register: 'meeting',
      rev: 1,
      fields: sample,
    }) !== undefined
  if (things.length === 0 && !mayPut) return null
  return (
    <Section title={t('meeting.title')}>
      {things.length > 0 && (
        <ul className="rows">
          {things.map(thing => (
            <li key={thing.item}>
              <Line room={room} thing={thing} />
            </li>
          ))}
        </ul>
      )}
      {mayPut && (
        <div className="actions no-print">
          <LinkButton weight={things.length === 0 ? 'text' : 'plain'} to={`${base}/rooms/${room.id}/meeting`}>
            {t('meeting.put')}
          </LinkButton>
        </div>
      )}
    </Section>
  )
}

/** With which it is asked whether somebody may put one. */
const sample = {
  kind: 'proximity',
  title: 'x',
  when: { kind: 'on', day: '2026-01-01' },
  timeZone: 'UTC',
  venue: 'x',
  publicity: 'nothing',
  minutesKept: 'no-minutes',
}

function Line({ room, thing }: { readonly room: RoomState; readonly thing: RegisterItem }) {
  const { session, base } = useTalks()
  const w = useWriting(room)
  const me = meIn(room, session)
  const page = thingViewOf(useAreas(), thing.register)?.page(room, thing)
  const [asked] = me === undefined ? [] : askingsOf(thing, me, room)
  const name = (
    <bdi>
      <Said text={nameOfThing(w, thing.item)} />
    </bdi>
  )
  return (
    <>
      {page === undefined ? name : <Link to={`${base}/rooms/${room.id}/${page}`}>{name}</Link>}{' '}
      <span className="quiet small">
        {registerName(w, thing.register)} · {standingName(w, thing)}
        {asked !== undefined && <> · {sayAsking(w, asked)}</>}
      </span>
    </>
  )
}
