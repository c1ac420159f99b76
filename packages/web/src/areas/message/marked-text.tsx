import { type Message, type Passage, seen, segmentsOf, standingBody, type Terms } from '@goodoffices/core'
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
  return (
    <div className="prose" dir="auto" ref={text} lang={message.language}>
      {segmentsOf(message, terms).map(segment => {
        const { part } = segment.passage
        const { marking } = segment.permission
        const isChosen =
          chosen?.message === message.message && (chosen.part === undefined || chosen.part === part)
        const words = (
          <span data-from={segment.from} key={segment.from} className={isChosen ? 'chosen' : undefined}>
            <Said text={shown.slice(segment.from, segment.from + segment.text.length)} />
          </span>
        )
        if (part === undefined) return words
        return (
          <span key={segment.from} className={`passage passage--${marking}`}>
            {words}
            <sup className="passage__sign">
              <MarkingSign marking={marking} />
            </sup>
            <span className="unseen"> ({t(`marking.${marking}`)}) </span>
          </span>
        )
      })}
    </div>
  )
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
