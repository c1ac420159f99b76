import {
  type Message,
  ofRest,
  type Passage,
  seen,
  segmentsOf,
  standingBody,
  type Terms,
} from '@goodoffices/core'
import { useEffect, useRef } from 'react'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'
import { MarkingSign } from './marking.tsx'

export type Range = { readonly from: number; readonly to: number }

type Props = {
  readonly message: Message
  readonly terms: Terms
  /** Set apart from the rest: what is being carried. */
  readonly chosen?: Passage
  /** Called with what the reader has selected, in code units of the body; undefined when nothing is. */
  readonly onSelect?: (range: Range | undefined) => void
}

/** A message's words with its marked parts. Each line finds its own direction. */
export function MarkedText({ message, terms, chosen, onSelect }: Props) {
  const { t } = useWords()
  const text = useRef<HTMLDivElement>(null)
  const body = standingBody(message)
  useEffect(() => {
    if (onSelect === undefined) return
    const look = () => {
      const range = text.current === null ? undefined : selectedIn(text.current, body)
      if (range !== 'elsewhere') onSelect(range)
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [onSelect, body])
  const shown = seen(body)
  const segments = segmentsOf(message, terms)
  const unmarked = message.side === 'mediators' ? 'verbatim' : ofRest(message, terms).marking
  return (
    <div className="prose" dir="auto" ref={text} lang={message.language}>
      {segments.map(segment => {
        const { from, permission } = segment
        const to = from + segment.text.length
        const words = cutAt(chosen, from, to).map(([start, end]) => (
          <span
            data-from={start}
            key={start}
            className={isChosen(chosen, segment.passage, [start, end]) ? 'chosen' : undefined}
          >
            <Said text={shown.slice(start, end)} />
          </span>
        ))
        const isBound = permission.wording !== undefined
        if (!isBound && segment.passage.part === undefined && permission.marking === unmarked) return words
        // What may pass in certain words only may not pass in these.
        const marking = isBound ? 'nothing' : permission.marking
        return (
          <span key={from} className={`passage passage--${marking}`}>
            {words}
            <sup className="passage__sign">
              <MarkingSign marking={marking} />
            </sup>
            <span className="unseen">
              {' '}
              ({t(`marking.${marking}`)}
              {isBound && <> {t('term.these-words')}</>}){' '}
            </span>
          </span>
        )
      })}
    </div>
  )
}

/** A piece cut where what is chosen begins and ends. */
function cutAt(
  chosen: Passage | undefined,
  from: number,
  to: number,
): readonly (readonly [number, number])[] {
  const stretch = chosen?.stretch
  const cuts = stretch === undefined || stretch === 'rest' ? [] : [stretch.from, stretch.to]
  const edges = [from, ...cuts.filter(at => at > from && at < to), to]
  return edges.slice(0, -1).map((at, n) => [at, edges[n + 1] ?? to] as const)
}

function isChosen(
  chosen: Passage | undefined,
  { message, part }: Passage,
  [from, to]: readonly [number, number],
): boolean {
  if (chosen?.message !== message) return false
  const { stretch } = chosen
  if (stretch === 'rest') return part === undefined
  if (stretch !== undefined) return stretch.from <= from && to <= stretch.to
  return chosen.part === undefined || chosen.part === part
}

/** The selection within the text, without white space at its ends; `elsewhere` when it is in some other place. */
function selectedIn(text: HTMLElement, body: string): Range | undefined | 'elsewhere' {
  const selection = document.getSelection()
  if (selection === null || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) {
    // A press on a button moves the caret, not the mind: what was selected stays so until something else is.
    return selection.isCollapsed ? 'elsewhere' : undefined
  }
  let from = lengthUpTo(text, range.startContainer, range.startOffset)
  let to = lengthUpTo(text, range.endContainer, range.endOffset)
  while (from < to && /\s/.test(body[from] ?? '')) from += 1
  while (to > from && /\s/.test(body[to - 1] ?? '')) to -= 1
  return from < to ? { from, to } : undefined
}

/** How much of the message's own words stands before a point, signs and notes not counted. */
function lengthUpTo(text: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(node, offset)
  let length = 0
  for (const words of before.cloneContents().querySelectorAll('[data-from]'))
    length += words.textContent.length
  return length
}
