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
            case 'asked': {
              const message = room.messages[item.ask.passage.message]
              return (
                <Line
                  key={item.ask.ask}
                  anchor={`m-${item.ask.passage.message}`}
                  label={t('waiting.here-asked')}
                  words={message?.title ?? message?.body ?? ''}
                />
              )
            }
            case 'delivered':
              return (
                <Line
                  key={item.delivery.delivery}
                  anchor={`d-${item.delivery.delivery}`}
                  label={t('waiting.here-delivered')}
                  words={item.delivery.title ?? item.delivery.body}
                />
              )
            case 'review':
              return (
                <Line
                  key={item.message.message}
                  anchor={`m-${item.message.message}`}
                  label={t('waiting.here-review')}
                  words={item.message.title ?? item.message.body}
                />
              )
            default:
              return null
          }
        })}
      </ul>
    </section>
  )
}

type LineProps = { readonly anchor: string; readonly label: string; readonly words: string }

/** Leads to the entry, and takes the focus there. */
function Line({ anchor, label, words }: LineProps) {
  return (
    <li>
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
