import { sayPortfolios } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { useWriting } from '../../words/use-writing.ts'

type Props = { readonly desk: RoomState; readonly rooms: readonly (RoomState | undefined)[] }

/** GOOD-13: that what is being prepared is of a party in a colleague's portfolio; said, and nothing more. */
export function PortfolioNotice({ desk, rooms }: Props) {
  const { session } = useTalks()
  const w = useWriting(desk)
  const parties = rooms.flatMap(room => room?.party?.party ?? [])
  return sayPortfolios(w, session.me.member, parties).map(line => (
    <p key={line} className="small quiet">
      {line}
    </p>
  ))
}
