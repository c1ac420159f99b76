import type { RoomState, Waiting } from '@goodoffices/core'
import { useWords } from '../words/words.tsx'

type Props = { readonly room: RoomState; readonly waiting: readonly Waiting[] }

/** What a party is asked to do in its own caucus; each line leads to its entry. */
export function WaitingHere({ room, waiting }: Props) {
  const { t } = useWords()
  return (
    <section className="waiting" aria-labelledby="waiting-here">
      <h2 id="waiting-here" className="waiting__title">
        {t('waiting.here', { count: waiting.length })}
      </h2>
      <ul>
        {waiting.map(item => {
          switch (item.kind) {
            case 'asked':
              return line(
                item.ask.ask,
                `m-${item.ask.passage.message}`,
                t('waiting.here-asked'),
                excerpt(item.ask.passage.message),
              )
            case 'delivered':
              return line(
                item.delivery.delivery,
                `d-${item.delivery.delivery}`,
                t('waiting.here-delivered'),
                item.delivery.title ?? item.delivery.body,
              )
            case 'review':
              return line(
                item.message.message,
                `m-${item.message.message}`,
                t('waiting.here-review'),
                item.message.title ?? item.message.body,
              )
            default:
              return null
          }
        })}
      </ul>
    </section>
  )

  function excerpt(id: keyof RoomState['messages']): string {
    const message = room.messages[id]
    return message?.title ?? message?.body ?? ''
  }

  function line(key: string, anchor: string, label: string, words: string) {
    return (
      <li key={key}>
        <a
          href={`#${anchor}`}
          className="waiting__line"
          onClick={event => {
            event.preventDefault()
            const entry = document.getElementById(anchor)
            entry?.scrollIntoView({ block: 'start' })
            entry?.focus({ preventScroll: true })
          }}
        >
          <span className="waiting__what">{label}</span>
          <span className="waiting__words" dir="auto">
            {words}
          </span>
        </a>
      </li>
    )
  }
}
