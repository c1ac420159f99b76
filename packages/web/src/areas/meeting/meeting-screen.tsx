import type { ItemId, Meeting, PartyId, RoomState } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams, useSearch } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ArrangePage } from './arrange-page.tsx'
import { asMeeting } from './as-meeting.ts'
import { CardPage } from './card-page.tsx'
import { DayPage } from './day-page.tsx'
import { PutPage } from './put-page.tsx'

function OfMeeting({ children }: { readonly children: (room: RoomState, meeting: Meeting) => ReactNode }) {
  const id = useParams()['meeting'] as ItemId | undefined
  return (
    <InRoom>
      {room => {
        const meeting = id === undefined ? undefined : asMeeting(room.items[id])
        return meeting === undefined ? <LostPage /> : children(room, meeting)
      }}
    </InRoom>
  )
}

/** At the desk the day of all sides; elsewhere what that room knows of it. */
export function MeetingScreen() {
  return (
    <OfMeeting>
      {(room, meeting) =>
        room.kind === 'desk' ? (
          <DayPage key={meeting.item} desk={room} meeting={meeting} />
        ) : (
          <CardPage key={`${room.id} ${meeting.item}`} room={room} meeting={meeting} />
        )
      }
    </OfMeeting>
  )
}

export function PutScreen() {
  return <InRoom>{room => <PutPage key={room.id} room={room} />}</InRoom>
}

export function WordScreen() {
  return (
    <OfMeeting>{(room, meeting) => <PutPage key={meeting.item} room={room} meeting={meeting} />}</OfMeeting>
  )
}

export function ArrangeScreen() {
  const party = useSearch()['party'] as PartyId | undefined
  const { caucuses } = useTalks()
  const isSide = caucuses.some(caucus => caucus.party?.party === party)
  return (
    <OfMeeting>
      {(room, meeting) =>
        room.kind === 'desk' && !isSide ? (
          <LostPage />
        ) : (
          <ArrangePage
            key={`${room.id} ${meeting.item} ${party ?? ''}`}
            room={room}
            meeting={meeting}
            {...(party === undefined ? {} : { party })}
          />
        )
      }
    </OfMeeting>
  )
}
