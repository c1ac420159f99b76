import { claimsIn, type ItemId, issueIn, type RoomState } from '@goodoffices/core'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams, useSearch } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { DraftPage } from './draft-page.tsx'
import { IssuePage } from './issue-page.tsx'
import { PostPage } from './post-page.tsx'

const useIssue = (): ItemId | undefined => useParams()['issue'] as ItemId | undefined

/** An issue as a place: what everybody reads of it, and beside it all that names it. */
export function IssueScreen() {
  const id = useIssue()
  return (
    <InRoom>
      {room => {
        const issue = id === undefined ? undefined : issueIn(room, id)
        return issue === undefined ? <LostPage /> : <IssuePage key={issue.item} room={room} issue={issue} />
      }}
    </InRoom>
  )
}

/** At the desk: a new one, or one that is drafted there. */
export function DraftScreen() {
  const id = useIssue()
  const claim = useSearch()['claim'] as ItemId | undefined
  const { caucuses } = useTalks()
  const isNowhere =
    claim !== undefined && !caucuses.some(caucus => claimsIn(caucus).some(({ item }) => item === claim))
  return (
    <InRoom>
      {room => {
        const issue = id === undefined ? undefined : issueIn(room, id)
        if (room.kind !== 'desk' || (id !== undefined && issue === undefined) || isNowhere)
          return <LostPage />
        return (
          <DraftPage
            key={id ?? claim ?? ''}
            desk={room}
            {...(issue === undefined ? {} : { issue })}
            {...(claim === undefined ? {} : { claim })}
          />
        )
      }}
    </InRoom>
  )
}

export function PostScreen() {
  const id = useIssue()
  const { table } = useTalks()
  return (
    <InRoom>
      {(room: RoomState) => {
        const issue = id === undefined ? undefined : issueIn(room, id)
        return issue === undefined || table === undefined || room.kind !== 'desk' ? (
          <LostPage />
        ) : (
          <PostPage key={issue.item} desk={room} table={table} issue={issue} />
        )
      }}
    </InRoom>
  )
}
