import { sayFigure } from '@goodoffices/client'
import { type Figure, type RegisterItem, type RoomState, standingOf, type Version } from '@goodoffices/core'
import type { CSSProperties } from 'react'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'

type Bounds = { readonly low?: number; readonly high?: number }
type Drawn = { readonly key: string; readonly of: string; readonly figure: Figure; readonly bounds: Bounds }

/** Where its line begins and ends; a bound leaves one end open. For drawing alone: what was given stands beside it as it was given. */
function boundsOf(figure: Figure): Bounds | undefined {
  switch (figure.kind) {
    case 'exactly':
    case 'about':
      return { low: Number(figure.value), high: Number(figure.value) }
    case 'at-least':
      return { low: Number(figure.value) }
    case 'at-most':
      return { high: Number(figure.value) }
    case 'between':
      return { low: Number(figure.low), high: Number(figure.high) }
    case 'no-number':
      return undefined
    default:
      return figure satisfies never
  }
}

type Props = { readonly room: RoomState; readonly versions: readonly RegisterItem[] }

/** The versions of a figure beside each other on one scale, in the order in which they were given; the table under it says all of it. */
export function Ranges({ room, versions }: Props) {
  const { t } = useWords()
  const w = useWriting(room)
  const drawn = versions.flatMap((version): readonly Drawn[] => {
    const { of, figure } = standingOf(version as Version).fields
    const bounds = figure === undefined ? undefined : boundsOf(figure)
    return figure === undefined || bounds === undefined ? [] : [{ key: version.item, of, figure, bounds }]
  })
  const ends = drawn.flatMap(({ bounds: { low, high } }) => [low, high].filter(end => end !== undefined))
  if (drawn.length < 2) return null
  const [first, last] = [Math.min(...ends), Math.max(...ends)]
  const span = last - first || 1
  const at = (value: number): number => 10 + ((value - first) / span) * 80
  const placed = ({ low, high }: Bounds) => {
    const [from, to] = [low === undefined ? 0 : at(low), high === undefined ? 100 : at(high)]
    return { '--from': `${from}%`, '--length': `${to - from}%` } as CSSProperties
  }
  return (
    <figure className="ranges">
      <figcaption className="quiet small">{t('fact.ranges')}</figcaption>
      <div className="ranges__lines" aria-hidden="true">
        {drawn.map(({ key, of, figure, bounds }) => (
          <div key={key} className="ranges__row">
            <span className="ranges__of">
              <bdi>
                <Said text={of} />
              </bdi>
            </span>
            <span className="ranges__scale">
              <span className={`ranges__line ranges__line--${figure.kind}`} style={placed(bounds)} />
            </span>
          </div>
        ))}
      </div>
      <table className="ranges__table">
        <caption className="unseen">{t('fact.ranges')}</caption>
        <tbody>
          {drawn.map(({ key, of, figure }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>
                  <Said text={of} />
                </bdi>
              </th>
              <td>{sayFigure(w, figure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
