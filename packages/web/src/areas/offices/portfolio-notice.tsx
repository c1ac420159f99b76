import { sayPortfolios } from '@goodoffices/client'
import type { ItemId, RoomState } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { useWriting } from '../../words/use-writing.ts'

type Props = {
  readonly desk: RoomState
  readonly rooms: readonly (RoomState | undefined)[]
  /** What it is about, where it names an issue. */
  readonly issue: ItemId | undefined
}

/** GOOD-13: that what is being prepared is of a party or an issue in a colleague's portfolio; said, and nothing more. */
export function PortfolioNotice({ desk, rooms, issue }: Props) {
  const { session } = useTalks()
  const w = useWriting(desk)
  const parties = rooms.flatMap(room => room?.party?.party ?? [])
  return sayPortfolios(w, session.me.member, { parties, ...(issue === undefined ? {} : { issue }) }).map(
    line => (
      <p key={line} className="small quiet">
        {line}
      </p>
    ),
  )
}
