import { goesAt, type HeldBack, heldBack, takeBack } from '@goodoffices/client'
import { isPublic } from '@goodoffices/core'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'
import { roomName } from './room-name.tsx'
import { type Talks, useTalks } from './talks.tsx'

const sentMs = 4_000

/** SYNC-40: what goes in a moment, to be taken back or sent at once; then that it went. */
export function Undo() {
  const { t } = useWords()
  const talks = useTalks()
  const { session } = talks
  const held = heldBack(session)
  const [known, setKnown] = useState(held)
  const [undone, setUndone] = useState<ReadonlySet<string>>(new Set())
  const [told, setTold] = useState<'sent' | 'undone'>()
  // Compared while it is drawn: what is no longer held has gone, or was taken back.
  if (known.length !== held.length || known.some(({ id }, at) => held[at]?.id !== id)) {
    const gone = known.filter(({ id }) => !held.some(each => each.id === id))
    setKnown(held)
    if (gone.length > 0) setTold(gone.every(({ id }) => undone.has(id)) ? 'undone' : 'sent')
  }
  useEffect(() => {
    if (told === undefined) return undefined
    const clock = setTimeout(() => setTold(undefined), sentMs)
    return () => clearTimeout(clock)
  }, [told])
  // In a sample whoever gets up from a seat has decided: the next one is to find what was sent.
  const isSample = talks.chairs.length > 0
  useEffect(() => {
    if (!isSample) return undefined
    return () => {
      for (const { id } of heldBack(session)) goesAt(session, id, 0)
    }
  }, [session, isSample])
  return (
    <div className="undo no-print">
      <p className={told === undefined ? 'unseen' : 'undo__line'} aria-live="polite">
        {told !== undefined && t(`undo.${told}`)}
      </p>
      {held.map(each => (
        <Line
          key={each.id}
          held={each}
          readers={readersOf(talks, each)}
          onUndo={() => {
            setUndone(before => new Set([...before, each.id]))
            void takeBack(session, each.id)
          }}
        />
      ))}
    </div>
  )
}

/** Who reads it: the rooms in which a side does. */
function readersOf({ rooms }: Talks, { acts }: HeldBack) {
  // That its source is told is no word of its own.
  const read = acts.filter(({ act }) => act.kind !== 'convey.tell' && act.kind !== 'offer.report')
  const ids = new Set(read.map(({ room }) => room))
  const all = rooms.filter(({ id }) => ids.has(id))
  const sides = all.filter(room => room.kind === 'caucus' || isPublic(room))
  return sides.length === 0 ? all : sides
}

type LineProps = {
  readonly held: HeldBack
  readonly readers: readonly Talks['rooms'][number][]
  readonly onUndo: () => void
}

function Line({ held: { id, until }, readers, onUndo }: LineProps) {
  const words = useWords()
  const { t, list } = words
  const { session, mediates } = useTalks()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(clock)
  }, [])
  const seconds = Math.max(0, Math.ceil((until - now) / 1_000))
  // Named as those who read it there: what leaves a party's own room goes to the mediators.
  const party = list(
    readers.map(room => {
      if (room.kind === 'caucus' && !mediates) return t('ruledBy.mediators')
      return mediates && room.party !== undefined ? room.party.name : roomName(room, words, mediates)
    }),
  )
  const isAlone = session.status().connection === 'offline' && seconds === 0
  const line = useRef<HTMLElement>(null)
  const left = useRef(seconds)
  useEffect(() => {
    if (until !== Number.MAX_SAFE_INTEGER) left.current = seconds
  }, [seconds, until])
  // Whoever reaches for it is not overtaken.
  useEffect(() => {
    const box = line.current
    if (box === null) return undefined
    const rest = () => goesAt(session, id, Number.MAX_SAFE_INTEGER)
    const goOn = () => goesAt(session, id, Date.now() + Math.max(left.current, 1) * 1_000)
    box.addEventListener('focusin', rest)
    box.addEventListener('focusout', goOn)
    return () => {
      box.removeEventListener('focusin', rest)
      box.removeEventListener('focusout', goOn)
    }
  }, [session, id])
  return (
    <section className="undo__line" aria-label={t('undo.title')} ref={line}>
      <p className="unseen" aria-live="polite">
        {t('undo.soon', { party })}
      </p>
      <p aria-hidden="true">
        {until === Number.MAX_SAFE_INTEGER
          ? t('undo.rests', { party })
          : isAlone
            ? t('undo.offline', { party })
            : t('undo.goes', { party, seconds })}
      </p>
      <div className="actions">
        <Button weight="text" onPress={onUndo}>
          {t('undo.do')}
        </Button>
        {!isAlone && (
          <Button weight="text" onPress={() => goesAt(session, id, 0)}>
            {t('undo.now')}
          </Button>
        )}
      </div>
    </section>
  )
}
