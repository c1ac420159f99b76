import { nameOfThing, thingSheet } from '@goodoffices/client'
import type { RegisterItem, RoomState } from '@goodoffices/core'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'

type Line = {
  readonly position: number
  readonly what: string
  readonly of: string
  readonly who: string
  readonly time: string
  readonly note?: string
  readonly isOver: boolean
}

/** All that was entered and said, in the order of the room's record; what counts no longer says so. */
export function History({
  room,
  things,
}: {
  readonly room: RoomState
  readonly things: readonly RegisterItem[]
}) {
  const { t } = useWords()
  const w = useWriting(room)
  const { terms } = w.vocabulary
  const lines = things
    .flatMap((thing): readonly Line[] => {
      const sheet = thingSheet(w, thing)
      const of = nameOfThing(w, thing.item)
      return [
        ...thing.revisions.map((revision, at) => ({
          position: revision.position,
          what: at === 0 ? sheet.kind : `${w.withColon(sheet.kind)} ${terms['worded-again']}`,
          of,
          who: sheet.wordings[at]?.by ?? '',
          time: sheet.wordings[at]?.time ?? '',
          isOver: false,
        })),
        ...thing.marks.map((mark, at) => ({
          position: mark.position,
          what: sheet.said[at]?.verb ?? '',
          of,
          who: sheet.said[at]?.voice ?? '',
          time: sheet.said[at]?.time ?? '',
          isOver: mark.lapsed !== undefined,
          ...(mark.note === undefined ? {} : { note: mark.note }),
        })),
      ]
    })
    .toSorted((a, b) => a.position - b.position)
  return (
    <details className="fact__history">
      <summary>{t('fact.history', { count: lines.length })}</summary>
      <ol>
        {lines.map(({ position, what, of, who, time, note, isOver }) => (
          <li key={position}>
            <span className="fact__what">
              {what} ·{' '}
              <bdi>
                <Said text={of} />
              </bdi>
            </span>
            <span className="quiet small">
              {who} · {time}
              {isOver && <> · {terms['no-longer']}</>}
            </span>
            {note !== undefined && (
              <span className="fact__why" dir="auto">
                <Said text={note} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
