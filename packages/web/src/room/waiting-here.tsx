import type { RoomState, Waiting } from '@goodoffices/core'
import { Said } from '../ui/said.tsx'
import { useWords } from '../words/words.tsx'

type Props = {
  readonly room: RoomState
  readonly waiting: readonly Waiting[]
  readonly onShow: (anchor: string) => void
}

/** What a party is asked to do in its own caucus; each line leads to its entry. */
export function WaitingHere({ room, waiting, onShow }: Props) {
  const { t } = useWords()
  return (
    <section className="waiting" aria-labelledby="waiting-here">
      <h2 id="waiting-here" className="waiting__title">
        {t('waiting.here', { count: waiting.length })}
      </h2>
      <ul>
        {waiting
          .flatMap(item => lineOf(room, item) ?? [])
          .map(({ what, anchor, words }) => (
            <li key={`${what} ${anchor}`}>
              <a
                href={`#${anchor}`}
                className="waiting__line"
                onClick={event => {
                  event.preventDefault()
                  onShow(anchor)
                }}
              >
                <span className="waiting__what">{t(`waiting.here-${what}`)}</span>
                <span className="waiting__words" dir="auto">
                  <Said text={words} />
                </span>
              </a>
            </li>
          ))}
      </ul>
    </section>
  )
}

type Line = {
  readonly what: 'asked' | 'delivered' | 'review'
  readonly anchor: string
  readonly words: string
}

function lineOf(room: RoomState, item: Waiting): Line | undefined {
  switch (item.kind) {
    case 'asked': {
      const { message } = item.ask.passage
      const { title, body = '' } = room.messages[message] ?? {}
      return { what: item.kind, anchor: `m-${message}`, words: title ?? body }
    }
    case 'delivered': {
      const { delivery, title, body } = item.delivery
      return { what: item.kind, anchor: `d-${delivery}`, words: title ?? body }
    }
    case 'review': {
      const { message, title, body } = item.message
      return { what: item.kind, anchor: `m-${message}`, words: title ?? body }
    }
    default:
      return undefined
  }
}
