import { issuesIn } from '@goodoffices/client'
import { type ItemId, isMediator, issueIn, type RoomState, type WorkingGroup } from '@goodoffices/core'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { BeginGroupPage } from './begin-group-page.tsx'
import { GroupPage } from './group-page.tsx'
import { GroupTaskPage } from './group-task-page.tsx'

function useGroup(room: RoomState): WorkingGroup | undefined {
  const thing = room.items[useParams()['thing'] as ItemId]
  return thing?.register === 'working-group' ? (thing as unknown as WorkingGroup) : undefined
}

/** From an issue of the table: a group that works on it, with its people and its task. */
export function BeginGroupScreen() {
  const id = useParams()['issue'] as ItemId
  const { desk } = useTalks()
  return (
    <InRoom>
      {room => {
        const issue = issueIn(room, id)
        return issue === undefined || room.kind !== 'table' || desk === undefined ? (
          <LostPage />
        ) : (
          <BeginGroupPage key={id} table={room} desk={desk} issue={issue} />
        )
      }}
    </InRoom>
  )
}

export const GroupScreen = () => <InRoom>{room => <Group key={room.id} room={room} />}</InRoom>

function Group({ room }: { readonly room: RoomState }) {
  const group = useGroup(room)
  return group === undefined ? <LostPage /> : <GroupPage key={group.item} room={room} group={group} />
}

/** What a group is for: said of one that has a room already, or worded anew. */
export const GroupTaskScreen = () => <InRoom>{room => <GroupTask key={room.id} room={room} />}</InRoom>

function GroupTask({ room }: { readonly room: RoomState }) {
  const isNew = useParams()['thing'] === undefined
  const group = useGroup(room)
  const { session, table } = useTalks()
  const me = meIn(room, session)
  const issues = table === undefined ? [] : issuesIn(table)
  const mayPut = room.kind === 'group' && me !== undefined && isMediator(me) && issues.length > 0
  return !mayPut || (group === undefined && !isNew) ? (
    <LostPage />
  ) : (
    <GroupTaskPage
      key={group?.item ?? ''}
      room={room}
      issues={issues}
      {...(group === undefined ? {} : { group })}
    />
  )
}
