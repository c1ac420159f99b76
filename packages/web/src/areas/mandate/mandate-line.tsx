import { homeMandates, nameOfThing, pastDay, standingName } from '@goodoffices/client'
import { courseOf, isMediator, type RegisterItem, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { Link } from '../../route/route.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import './mandate.css'

/** One line in each room of one's own side, where a mandate is not plainly in force; opened, what that means. */
export function MandateLine({ room }: { readonly room: RoomState }) {
  const { session, process } = useTalks()
  const me = meIn(room, session)
  const [now] = useState(() => Date.now())
  const isShown = room.kind === 'caucus' || room.kind === 'delegation'
  if (!isShown || me === undefined || isMediator(me)) return null
  const all = homeMandates(session, process.process)
  return all.map(home => {
    const { course } = courseOf(home.mandate)
    const past = course === 'given' ? pastDay(home, now) : undefined
    return (
      <Line
        key={home.mandate.item}
        of={room}
        room={home.room}
        thing={home.mandate}
        isPast={past !== undefined}
      />
    )
  })
}

type Props = {
  /** The room that is read. */
  readonly of: RoomState
  readonly room: RoomState
  readonly thing: RegisterItem
  readonly isPast: boolean
}

function Line({ of, room, thing, isPast }: Props) {
  const { t } = useWords()
  const { base, rooms } = useTalks()
  const w = useWriting(room)
  const standing = standingName(w, thing) ?? ''
  const isPlain = standing === w.vocabulary.choices['standing.mandate-given'] && !isPast
  if (isPlain) return null
  // Where it stands in talks of their own, it is read there.
  const home = rooms.some(({ id }) => id === room.id) ? base : `/talks/${room.process.process}`
  return (
    <details className="mandate-line no-print">
      <summary>
        {t('mandate.line', { standing: isPast ? w.vocabulary.terms['mandate.is-past'] : standing })}
      </summary>
      <p dir="auto">
        <Said text={nameOfThing(w, thing.item)} />
      </p>
      <p>{t('mandate.talk-goes-on')}</p>
      <p className="quiet">{t('mandate.own-alone')}</p>
      {of.items[thing.item] === undefined && (
        <Link to={`${home}/rooms/${room.id}/mandate/${thing.item}`}>{t('mandate.read')}</Link>
      )}
    </details>
  )
}
