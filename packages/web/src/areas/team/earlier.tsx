import type { RoomState } from '@goodoffices/core'
import { Entries, type Wanted } from '../../room/entries.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { useWords } from '../../words/words.tsx'

type Props = {
  readonly room: RoomState
  readonly whole: boolean
  readonly wanted: Wanted | undefined
}

/** What was said in the rooms that a caucus went on from: one record to its reader, with a line where somebody reads along from. */
export function Earlier({ room, whole, wanted }: Props) {
  const { t, list } = useWords()
  const { session } = useTalks()
  return session.earlier(room).map(before => (
    <div key={before.id} className="earlier">
      <Entries room={before} whole={whole} wanted={wanted?.anchor === undefined ? undefined : wanted} />
      <p className="notice">{t('institution.from-here', { names: list(before.successor?.coming ?? []) })}</p>
    </div>
  ))
}
