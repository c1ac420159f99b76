import { type Lane, nameOfStep, sayWhenDue, standingName } from '@goodoffices/client'
import { useEffect, useId, useRef } from 'react'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { type Box, drawLanes, plot } from './lanes-layout.ts'
import { stepPath } from './paths.ts'

/** About so wide is a letter in a box, and one of the larger ones beside the lanes. */
const letterInline = 7.6
const ownerInline = 10

/** Steps in lanes, with arrows to what runs from them; each is a link, and arrow keys go from one to the next. The table under it says all of it. */
export function LanesPlot({ lanes }: { readonly lanes: readonly Lane[] }) {
  const { t, dir } = useWords()
  const id = useId()
  const isMirrored = dir === 'rtl'
  const { lanes: drawn, boxes, arrows, ticks, block } = drawLanes(lanes, isMirrored)
  const [first] = boxes
  const plotted = useRef<SVGSVGElement>(null)
  useEffect(() => {
    const svg = plotted.current
    if (svg === null) return undefined
    const step = (event: KeyboardEvent) => walk(event, svg, isMirrored)
    svg.addEventListener('keydown', step)
    return () => svg.removeEventListener('keydown', step)
  }, [isMirrored])
  const turn = (x: number): number => (isMirrored ? plot.inline - x : x)
  return (
    <figure className="lanes">
      <figcaption className="unseen">{t('step.lanes')}</figcaption>
      <svg
        ref={plotted}
        viewBox={`0 0 ${plot.inline} ${block}`}
        width={plot.inline}
        height={block}
        className="lanes__plot"
      >
        <defs>
          <marker
            id={`${id}a`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8Z" className="lanes__head" />
          </marker>
          <pattern
            id={`${id}h`}
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(-45)"
          >
            <line x1="0" x2="0" y1="0" y2="7" className="lanes__hatch" />
          </pattern>
        </defs>
        {first !== undefined && <Ticks ticks={ticks} block={block} turn={turn} room={first.planned.room} />}
        {drawn.map(({ owner, top, block: own }) => (
          <g key={owner} aria-hidden="true">
            <line className="lanes__rule" x1="0" x2={plot.inline} y1={top + own} y2={top + own} />
            {inLines(owner, plot.names, ownerInline).map((line, at) => (
              <text key={line} className="lanes__owner" x={turn(0)} y={top + 30 + at * 21}>
                {line}
              </text>
            ))}
          </g>
        ))}
        {arrows.map(({ key, d, isTogether }) => (
          <path
            key={key}
            d={d}
            aria-hidden="true"
            className={isTogether ? 'lanes__together' : 'lanes__arrow'}
            {...(isTogether ? {} : { markerEnd: `url(#${id}a)` })}
          />
        ))}
        {boxes.map(box => (
          <StepBox key={box.planned.step.item} box={box} hatch={`url(#${id}h)`} turn={turn} />
        ))}
      </svg>
    </figure>
  )
}

type TicksProps = {
  readonly ticks: ReturnType<typeof drawLanes>['ticks']
  readonly block: number
  readonly turn: (x: number) => number
  readonly room: Box['planned']['room']
}

function Ticks({ ticks, block, turn, room }: TicksProps) {
  const w = useWriting(room)
  return ticks.map(({ at, day }) => (
    <g key={day} aria-hidden="true">
      <line className="lanes__rule" x1={turn(at)} x2={turn(at)} y1="0" y2={block} />
      <text className="lanes__day" x={turn(at + 4)} y="17">
        {w.day(day)}
      </text>
    </g>
  ))
}

type BoxProps = { readonly box: Box; readonly hatch: string; readonly turn: (x: number) => number }

function StepBox({ box: { planned, from, to, sure, top }, hatch, turn }: BoxProps) {
  const { base } = useTalks()
  const { room, step, days, isExpected, isLate } = planned
  const w = useWriting(room)
  const name = nameOfStep(w, step)
  const standing = standingName(w, step) ?? ''
  const when = sayWhenDue(w, planned)
  const kind = [
    'lanes__box',
    ...(isExpected || days.length === 0 ? ['lanes__box--open'] : []),
    ...(isLate ? ['lanes__box--late'] : []),
  ].join(' ')
  const [x, width] = [Math.min(turn(from), turn(to)), to - from]
  return (
    <Link to={`${base}/rooms/${room.id}/${stepPath(step.item)}`} className="lanes__link">
      <title>{[name, standing, when].join(' · ')}</title>
      <rect className={kind} x={x} y={top} width={width} height={plot.box} rx="2" />
      {sure < to && (
        <rect
          className="lanes__doubt"
          fill={hatch}
          x={Math.min(turn(sure), turn(to))}
          y={top}
          width={to - sure}
          height={plot.box}
        />
      )}
      {inLines(name, width).map((line, at) => (
        <text key={line} className="lanes__title" x={turn(from + 8)} y={top + 18 + at * 18}>
          {line}
        </text>
      ))}
      <text className="lanes__day" x={turn(from + 8)} y={top + 55}>
        {shorten(days.length === 0 ? standing : w.either(days.map(w.day)), width)}
      </text>
    </Link>
  )
}

const lettersIn = (inline: number, letter: number): number => Math.max(Math.floor((inline - 12) / letter), 4)

function shorten(text: string, inline: number, letter = letterInline): string {
  const letters = lettersIn(inline, letter)
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`
}

/** In two lines at most, between words where there are any. */
function inLines(text: string, inline: number, letter = letterInline): readonly string[] {
  const letters = lettersIn(inline, letter)
  if (text.length <= letters) return [text]
  const space = text.lastIndexOf(' ', letters)
  const at = space <= 0 ? letters : space
  return [text.slice(0, at), shorten(text.slice(at).trimStart(), inline, letter)]
}

/** Along the lanes with the arrow keys, in the order in which they are read. */
function walk(event: KeyboardEvent, svg: SVGSVGElement, isMirrored: boolean): void {
  const forward = isMirrored ? 'ArrowLeft' : 'ArrowRight'
  const back = isMirrored ? 'ArrowRight' : 'ArrowLeft'
  const by = { [forward]: 1, ArrowDown: 1, [back]: -1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  const links = [...svg.querySelectorAll<SVGAElement>('a')]
  const at = links.findIndex(link => link === document.activeElement)
  const next = links[at + by]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
