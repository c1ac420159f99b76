import { nameOfIssue } from '@goodoffices/client'
import { type Issue, type ItemId, issueIn, type RoomState, standingOf } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { issuePath } from './paths.ts'

/** The issue that something names, where this reader has it: its number and name, and the way to its place. */
export function IssueTag({ issue }: { readonly issue: ItemId }) {
  const { table, desk } = useTalks()
  const room = [table, desk].find(each => issueIn(each, issue) !== undefined)
  const known = issueIn(room, issue)
  return room === undefined || known === undefined ? null : <Tag room={room} issue={known} />
}

function Tag({ room, issue }: { readonly room: RoomState; readonly issue: Issue }) {
  const { base } = useTalks()
  const w = useWriting(room)
  const { fields } = standingOf(issue)
  return (
    <p className="small">
      <Link to={`${base}/rooms/${room.id}/${issuePath(issue.item)}`}>
        {w.figure(fields.ordinal)} <bdi>{nameOfIssue(w, fields)}</bdi>
      </Link>
    </p>
  )
}
