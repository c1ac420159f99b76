import { letGo, standingName } from '@goodoffices/client'
import {
  institutionIn,
  mediatorsNamed,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { RoomsDialog } from '../../talks/rooms-report.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { type Saying, sayingsFor } from '../item/may.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { Bringing } from './bringing.tsx'

const answers = ['accepted-from-here', 'accepted-with-record', 'not-accepted'] as const

type Props = { readonly room: RoomState; readonly thing: RegisterItem }

/** How it stands, who of it is here, and what the reader may say or do about it. */
export function InstitutionCard({ room, thing }: Props) {
  const { t, list } = useWords()
  const { session, desk } = useTalks()
  const w = useWriting(room)
  const [saying, setSaying] = useState<Saying>()
  const [going, setGoing] = useState(false)
  const { fields } = standingOf(thing)
  const institution = institutionIn(thing)
  const here = mediatorsNamed(room, institution)
  const names = list(here.map(({ name }) => name))
  const [first] = here
  const isWanted = here.length > 0
  // Who is not here cannot be asked to leave; who is here is not asked for again.
  const verbs = isWanted ? (['asked-out'] as const) : answers
  const last = thing.marks.at(-1)?.verb
  const choices = sayingsFor(session, room, thing, verbs).filter(({ verb }) => verb !== last)
  const mayLetGo =
    first !== undefined &&
    [room, ...(desk?.members[first.member]?.left === undefined ? [desk] : [])].every(
      each =>
        each?.members[first.member] === undefined ||
        session.checkAct(each.id, { kind: 'member.remove', member: first.member }).ok,
    )
  return (
    <article id={`i-${thing.item}`} aria-label={institution}>
      <p>{standingName(w, thing)}</p>
      {typeof fields['task'] === 'string' && (
        <p className="prose" dir="auto">
          <Said text={fields['task']} />
        </p>
      )}
      <p className="quiet small">{isWanted ? t('institution.here', { names }) : t('institution.nobody')}</p>
      <div className="actions">
        {choices.map(each => (
          <Button key={each.verb} onPress={() => setSaying(each)}>
            {w.vocabulary.choices[`say.${each.verb as 'asked-out'}`]}
          </Button>
        ))}
        {mayLetGo && (
          <Button weight={last === 'asked-out' ? 'main' : 'text'} onPress={() => setGoing(true)}>
            {t('institution.let-go')}
          </Button>
        )}
      </div>
      <Bringing room={room} thing={thing} />
      {saying !== undefined && (
        <AnswerDialog room={room} thing={thing} saying={saying} onClose={() => setSaying(undefined)} />
      )}
      {going && (
        <RoomsDialog
          session={session}
          title={t('institution.let-go')}
          act={() => letGo(session, room.id, institution)}
          onClose={() => setGoing(false)}
        >
          <p>{t('institution.let-go-sure', { names })}</p>
        </RoomsDialog>
      )}
    </article>
  )
}
