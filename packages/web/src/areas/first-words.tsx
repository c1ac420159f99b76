import type { Writing } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { useTalks } from '../talks/talks.tsx'
import { Said } from '../ui/said.tsx'
import { useWriting } from '../words/use-writing.ts'
import type { WaitingLine } from './area.ts'

type Props = {
  readonly words: WaitingLine['words']
  /** Where it waits, if that is in a room. */
  readonly room: RoomState | undefined
}

/** The first words of what waits: as they stand there, or as a reader of the table would write them. */
export function FirstWords({ words = '', room }: Props) {
  const { table = room } = useTalks()
  if (typeof words === 'string') return <Said text={words} />
  return table === undefined ? null : <Written room={table} words={words} />
}

function Written({ room, words }: { readonly room: RoomState; readonly words: (w: Writing) => string }) {
  return <Said text={words(useWriting(room))} />
}
