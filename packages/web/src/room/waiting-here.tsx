import type { WaitingInCaucus } from '@goodoffices/core'
import { FirstWords } from '../areas/first-words.tsx'
import { lineOf } from '../areas/line-of.ts'
import { useAreas } from '../areas/use-areas.ts'
import { useWords } from '../words/words.tsx'

type Props = {
  readonly waiting: readonly WaitingInCaucus[]
  readonly onShow: (anchor: string) => void
}

/** What a party is asked to do in its own caucus; each line leads to its entry. */
export function WaitingHere({ waiting, onShow }: Props) {
  const { t } = useWords()
  const areas = useAreas()
  return (
    <section className="waiting" aria-labelledby="waiting-here">
      <h2 id="waiting-here" className="waiting__title">
        {t('waiting.here', { count: waiting.length })}
      </h2>
      <ul>
        {waiting.map(item => {
          const { about, anchor, words } = lineOf(areas, item)
          return (
            <li key={`${item.kind} ${about}`}>
              <a
                href={`#${anchor ?? ''}`}
                className="waiting__line"
                onClick={event => {
                  event.preventDefault()
                  if (anchor !== undefined) onShow(anchor)
                }}
              >
                <span className="waiting__what">{t(`term.waiting-here.${item.kind}`)}</span>
                <span className="waiting__words" dir="auto">
                  <FirstWords words={words} room={item.room} />
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
