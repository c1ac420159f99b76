import { askingsOf, nameOfThing, registerName, sayAsking, standingName } from '@goodoffices/client'
import type { ItemId, RegisterItem, RoomState } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { puttingFor } from '../item/may.ts'
import { thingViewOf, useAreas } from '../use-areas.ts'
import { besides } from './beside-kinds.ts'
import { SpeakingTime } from './speaking-time.tsx'

const shown: readonly string[] = ['meeting', ...besides]

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
  const enterable = besides.filter(
    register =>
      // The house is drawn at the desk; from there its host receives it.
      (register !== 'house-plan' || room.kind === 'desk') &&
      puttingFor(session, room, {
        kind: 'item.put',
        item: 'never-put-here' as ItemId,
        register,
        rev: 1,
        fields: samples[register],
      }) !== undefined,
  )
  // Where nothing of a meeting is known, nothing of it is asked for.
  if (things.length === 0 && !mayPut) return null
  const meeting = things.filter(({ register }) => register === 'meeting').at(-1)
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
      {room.kind === 'desk' && <SpeakingTime desk={room} />}
      <div className="actions no-print">
        {mayPut && (
          <LinkButton weight={things.length === 0 ? 'text' : 'plain'} to={`${base}/rooms/${room.id}/meeting`}>
            {t('meeting.put')}
          </LinkButton>
        )}
        {things.length > 0 &&
          enterable.map(register => (
            <LinkButton
              key={register}
              weight="text"
              to={`${base}/rooms/${room.id}/beside-meeting?register=${register}${meeting === undefined ? '' : `&meeting=${meeting.item}`}`}
            >
              {t(`meeting.enter-${register}`)}
            </LinkButton>
          ))}
      </div>
    </Section>
  )
}

/** With which it is asked whether somebody may put one. */
const samples = {
  'delegation-list': { title: 'x', delegation: [{ name: 'x' }] },
  minutes: { title: 'x', points: [{ title: 'x', said: 'x' }] },
  'house-plan': { title: 'x' },
  statement: { kind: 'spoken', speaker: 'x', wordings: [{ language: 'en', body: 'x' }] },
} as const
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
