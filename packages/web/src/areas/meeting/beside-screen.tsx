import {
  fieldLines,
  hostsPlan,
  nameOfThing,
  registerName,
  sidesOfMeeting,
  standingName,
} from '@goodoffices/client'
import {
  fieldsSchemaOf,
  findRegister,
  type ItemId,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams, useSearch } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { History } from '../item/history.tsx'
import { puttingFor } from '../item/may.ts'
import { Sayings } from '../item/sayings.tsx'
import { asMeeting } from './as-meeting.ts'
import { besides } from './beside-kinds.ts'
import { BesidePutPage } from './beside-put-page.tsx'
import '../item/thing-lines.css'

/** A list of a delegation, minutes, or what is said in public: as it stands, with what was said of it and what may be. */
export function BesideScreen() {
  const id = useParams()['thing'] as ItemId | undefined
  return (
    <InRoom>
      {room =>
        id === undefined || room.items[id] === undefined ? <LostPage /> : <Beside room={room} id={id} />
      }
    </InRoom>
  )
}

/** A new one: which, and of which meeting, the address says; of a house also whether its host receives what the desk has drawn. */
export function BesidePutScreen() {
  const search = useSearch()
  const register = besides.find(each => each === search['register'])
  const { meeting, 'host-of': hostOf } = search
  const drawn = useHostsPlan(hostOf)
  // A meeting that is not one of this room, a plan that is not drawn, and a reader who is no host: nothing is entered of another.
  const isLost = (room: RoomState): boolean =>
    (meeting !== undefined && asMeeting(room.items[meeting as ItemId]) === undefined) ||
    (hostOf !== undefined && (drawn === undefined || room.party?.kind !== 'third'))
  return (
    <InRoom>
      {room =>
        register === undefined || isLost(room) ? (
          <LostPage />
        ) : (
          <BesidePutPage
            key={`${room.id} ${register}`}
            room={room}
            register={register}
            {...(meeting === undefined ? {} : { meeting })}
            {...(drawn === undefined ? {} : { drawn })}
          />
        )
      }
    </InRoom>
  )
}

/** MEET-13: what the host of a meeting's house reads of it. */
function useHostsPlan(of: string | undefined) {
  const { session, process, desk } = useTalks()
  const meeting = asMeeting(of === undefined ? undefined : desk?.items[of as ItemId])
  return desk === undefined || meeting === undefined
    ? undefined
    : hostsPlan(desk, meeting, sidesOfMeeting(session, process.process, meeting))
}

/** One that is there, worded anew. */
export function BesideWordScreen() {
  const id = useParams()['thing'] as ItemId | undefined
  return (
    <InRoom>
      {room => {
        const thing = id === undefined ? undefined : room.items[id]
        const register = besides.find(each => each === thing?.register)
        return thing === undefined || register === undefined ? (
          <LostPage />
        ) : (
          <BesidePutPage key={thing.item} room={room} register={register} thing={thing} />
        )
      }}
    </InRoom>
  )
}

function Beside({ room, id }: { readonly room: Parameters<typeof useWriting>[0]; readonly id: ItemId }) {
  const w = useWriting(room)
  const thing = room.items[id]
  const register = thing === undefined ? undefined : findRegister(thing.register)
  if (thing === undefined || register === undefined) return <LostPage />
  const lines = fieldLines(w, fieldsSchemaOf(register), standingOf(thing).fields, { parent: thing.register })
  return (
    <Page
      title={nameOfThing(w, id)}
      lead={`${registerName(w, thing.register)} · ${standingName(w, thing) ?? ''}`}
    >
      <dl className="thing-lines">
        {lines.map(({ name, label, text }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd dir="auto">
              <Said text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <Sayings room={room} thing={thing} />
      <Anew room={room} thing={thing} />
      <History room={room} things={[thing]} />
    </Page>
  )
}

/** Worded anew by whoever put it; at the desk, words for the public are put to all to be cleared. */
function Anew({ room, thing }: { readonly room: RoomState; readonly thing: RegisterItem }) {
  const { t } = useWords()
  const { session, base, caucuses } = useTalks()
  const { register, item, revisions } = thing
  const { fields } = standingOf(thing)
  const mayWord =
    puttingFor(session, room, { kind: 'item.put', item, register, rev: revisions.length + 1, fields }) !==
    undefined
  const isCleared = room.kind === 'desk' && findRegister(register)?.agreed !== undefined
  const meeting = typeof fields['meeting'] === 'string' ? fields['meeting'] : undefined
  const hosts =
    room.kind === 'desk' && register === 'house-plan' && meeting !== undefined
      ? caucuses.filter(({ party }) => party?.kind === 'third')
      : []
  if (!mayWord && !isCleared && hosts.length === 0) return null
  return (
    <div className="actions no-print">
      {mayWord && (
        <LinkButton weight="text" to={`${base}/rooms/${room.id}/${placeOf(register)}/${item}/word`}>
          {t('meeting.enter-anew')}
        </LinkButton>
      )}
      {hosts.map(({ id, party }) => (
        <LinkButton
          key={id}
          weight="text"
          to={`${base}/rooms/${id}/beside-meeting?register=house-plan&host-of=${meeting ?? ''}`}
        >
          {t('meeting.give-house', { party: party?.name ?? '' })}
        </LinkButton>
      ))}
      {isCleared && (
        <LinkButton weight="text" to={`${base}/ask?item=${item}&kind=clearance`}>
          {t('meeting.clear-all')}
        </LinkButton>
      )}
    </div>
  )
}

/** GOOD-13, GOOD-14, GOOD-16: what stands beside the desk has forms of its own. */
const placeOf = (register: string): string =>
  besides.some(each => each === register) ? 'beside-meeting' : 'beside-desk'
