import { heardOf, hearOnly, sayAsking, setAside, type Wait, wordsOfWait } from '@goodoffices/client'
import { useState } from 'react'
import { FirstWords } from '../areas/first-words.tsx'
import { useAreas } from '../areas/use-areas.ts'
import { Link } from '../route/route.tsx'
import { roomName } from '../talks/room-name.tsx'
import { useTalks } from '../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { withColon } from '../words/languages.ts'
import { useWriting } from '../words/use-writing.ts'
import { useWords } from '../words/words.tsx'
import { lengthOf } from './length.ts'
import { lineFor } from './line.ts'

type Props = {
  readonly wait: Wait
  /** What may be done about it besides, where it is this reader's. */
  readonly acts?: 'mine' | 'aside'
}

/** One thing that waits: the whole line leads to the form that it asks for. */
export function WaitLine({ wait, acts }: Props) {
  const words = useWords()
  const { t } = words
  const { base } = useTalks()
  const areas = useAreas()
  const line = lineFor(areas, wait, base)
  return (
    <div className="wait">
      <Link to={line.to} className="wait__link">
        <span className="wait__verb">{t(`today.do-${line.verb}`)}</span>
        <span className="wait__what">
          <WaitSentence wait={wait} />
        </span>
        {line.words !== undefined && (
          <span className="wait__words" dir="auto">
            <FirstWords words={line.words} room={'room' in wait.item ? wait.item.room : undefined} />
          </span>
        )}
        <WaitTimes wait={wait} />
      </Link>
      {acts !== undefined && <WaitActs wait={wait} isAside={acts === 'aside'} />}
    </div>
  )
}

function WaitSentence({ wait }: { readonly wait: Wait }) {
  const words = useWords()
  const { mediates } = useTalks()
  if (wait.item.kind === 'thing') return <Asking wait={wait} item={wait.item} />
  const rooms = words.list(wait.rooms.map(room => room.party?.name ?? roomName(room, words, mediates)))
  const said = wordsOfWait(wait, rooms)
  if (said === undefined) return null
  const sentence = words.t(`term.${said.term}`, said.values)
  // What is of a room and says no name of it.
  return wait.item.kind === 'over' || wait.item.kind === 'keys'
    ? `${withColon(words.language, sentence)} ${rooms}`
    : sentence
}

function Asking({
  wait: { mediating },
  item: { room, asking },
}: {
  readonly wait: Wait
  readonly item: Extract<Wait['item'], { readonly kind: 'thing' }>
}) {
  const w = useWriting(room)
  return sayAsking(w, asking, mediating === true ? room.party?.name : undefined)
}

/** For how long, and by when: in minutes, hours and days, and as a day where it is long ago. */
function WaitTimes({ wait: { since, toTheDay, by } }: { readonly wait: Wait }) {
  const { t, day, moment, locale } = useWords()
  const [now] = useState(() => Date.now())
  if (since === undefined && by === undefined) return null
  const length = since === undefined || toTheDay ? undefined : lengthOf(now - since, locale)
  return (
    <span className="wait__when">
      {by !== undefined && <span>{t('today.by', { at: moment(by) })}</span>}
      {since !== undefined && (
        <span>
          {length === undefined ? t('today.since', { day: day(since) }) : t('today.waits', { length })}
        </span>
      )}
    </span>
  )
}

function WaitActs({ wait, isAside }: { readonly wait: Wait; readonly isAside: boolean }) {
  const { t } = useWords()
  const { session, process } = useTalks()
  const attempt = useAttempt()
  const heard = heardOf(wait.item)
  return (
    <div className="wait__acts">
      {heard !== undefined && !isAside && (
        <Button
          weight="text"
          isDisabled={attempt.busy}
          onPress={() => void attempt.run(() => hearOnly(session, process.process, heard))}
        >
          {t('act.carry.hear')}
        </Button>
      )}
      <Button
        weight="text"
        isDisabled={attempt.busy}
        onPress={() =>
          void attempt.run(async () => {
            await setAside(session, wait, !isAside)
            return { ok: true, value: null }
          })
        }
      >
        {t(isAside ? 'today.take-up' : 'today.set-aside')}
      </Button>
      <AttemptNotice attempt={attempt} />
    </div>
  )
}
