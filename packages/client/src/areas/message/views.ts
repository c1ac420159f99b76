/** What each side said and was brought, what it was asked to release, and what it made of it. */

import type { RoomState } from '@goodoffices/core'
import type { AreaViews, Counting, Measure } from '../../views/area-views.ts'
import { medianOf, ofEach } from '../../views/figures.ts'

type Line = readonly [line: Omit<Measure, 'values'>, figure: (caucus: RoomState) => number | undefined]

const all = <T>(of: Readonly<Record<string, T>>): readonly T[] => Object.values(of)

const readBackTimes = ({ readBacks, deliveries }: RoomState): readonly number[] =>
  all(readBacks).flatMap(({ delivery, time }) => {
    const brought = deliveries[delivery]
    return brought === undefined ? [] : [time - brought.time]
  })

const lines: readonly Line[] = [
  [
    { of: 'measure.said', unit: 'times', by: 'side' },
    ({ messages }) => all(messages).filter(({ side }) => side === 'party').length,
  ],
  [
    { of: 'measure.told', unit: 'times', by: 'mediators' },
    ({ messages }) => all(messages).filter(({ side }) => side === 'mediators').length,
  ],
  [{ of: 'measure.brought', unit: 'times', by: 'mediators' }, ({ deliveries }) => all(deliveries).length],
  [
    { of: 'measure.brought-words', unit: 'times', by: 'mediators' },
    ({ deliveries }) => all(deliveries).reduce((sum, { body }) => sum + wordsIn(body), 0),
  ],
  [
    { of: 'measure.corrected', unit: 'times', by: 'mediators' },
    ({ deliveries }) => all(deliveries).filter(({ corrects }) => corrects !== undefined).length,
  ],
  [{ of: 'measure.releases-asked', unit: 'times', by: 'mediators' }, ({ asks }) => all(asks).length],
  [
    { of: 'measure.releases-given', unit: 'times', by: 'side' },
    ({ asks }) => all(asks).filter(({ answer }) => answer?.given === true).length,
  ],
  [
    { of: 'measure.release-time', unit: 'length', by: 'side' },
    ({ asks }) =>
      medianOf(all(asks).flatMap(({ time, answer }) => (answer === undefined ? [] : [answer.time - time]))),
  ],
  [{ of: 'measure.read-back-time', unit: 'length', by: 'side' }, room => medianOf(readBackTimes(room))],
]

/** As a language parts its words, where the engine knows how; else by what stands between spaces. */
function wordsIn(text: string): number {
  if (typeof Intl.Segmenter !== 'function') return text.split(/\s+/u).filter(word => word !== '').length
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)
  return [...segments].filter(({ isWordLike }) => isWordLike === true).length
}

const counts = (counting: Counting): readonly Measure[] =>
  lines.map(([line, figure]) => ofEach(counting, line, figure))

export const views: AreaViews = { counts }
