import { type DraftSaying, idOfSaying, isUnanswered, saidOf, takeIn } from '@goodoffices/client'
import type { Act, ClauseRow, RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { OneSaid } from './said-of-clause.tsx'

type Props = { readonly desk: RoomState; readonly row: ClauseRow; readonly number: string }

/** What the sides said of a clause, caucus by caucus, and what the mediators do with it. */
export function SaidColumn({ desk, row, number }: Props) {
  const words = useWords()
  const { t } = words
  const { caucuses, rooms, mediates } = useTalks()
  const besides = rooms.filter(({ kind }) => kind === 'table' || kind === 'group')
  const said = [...caucuses, ...besides].flatMap(room => {
    const all = saidOf(room, row.clause)
    return all.length === 0 ? [] : [{ room, all }]
  })
  return (
    <aside className="text__said" aria-label={t('text.said-of', { number })}>
      <h2>{t('text.said-of', { number })}</h2>
      <p className="small quiet">{t('text.said-hint')}</p>
      {said.length === 0 && <p className="quiet">{t('text.said-nothing')}</p>}
      {said.map(({ room, all }) => (
        <section key={room.id}>
          <h3>{roomName(room, words, mediates)}</h3>
          {all.toReversed().map(each => (
            <article key={`${each.kind} ${each.position}`} className="text__saying">
              <OneSaid room={room} said={each} />
              {each.kind !== 'position' && <SayingActs desk={desk} room={room} saying={each} />}
            </article>
          ))}
        </section>
      ))}
    </aside>
  )
}

type ActsProps = { readonly desk: RoomState; readonly room: RoomState; readonly saying: DraftSaying }

function SayingActs({ desk, room, saying }: ActsProps) {
  const { t } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  const [answers, setAnswers] = useState(false)
  const take = () =>
    void attempt.run(async () => {
      if (saying.kind !== 'wording') return session.actAll([])
      const taken = takeIn(desk, { room, wording: saying })
      return taken.ok ? session.actAll(taken.value) : taken
    })
  const isTaken = saying.answer?.outcome === 'taken'
  return (
    <>
      <div className="actions no-print">
        {saying.kind === 'wording' && !isTaken && (
          <Button weight="text" isDisabled={attempt.busy} onPress={take}>
            {t('text.take')}
          </Button>
        )}
        <Button weight="text" onPress={() => setAnswers(true)}>
          {t(isUnanswered(saying) ? 'text.tell' : 'text.tell-anew')}
        </Button>
      </div>
      <AttemptNotice attempt={attempt} />
      {answers && <TellDialog room={room} saying={saying} onClose={() => setAnswers(false)} />}
    </>
  )
}

const outcomes = ['taken', 'in-part', 'held', 'not-taken', 'may-pass'] as const

type TellProps = {
  readonly room: RoomState
  readonly saying: DraftSaying
  readonly onClose: () => void
}

/** TXT-30, TXT-52: what became of it, told where it was said; or the question whether it may pass. */
function TellDialog({ room, saying, onClose }: TellProps) {
  const { t } = useWords()
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>(saying.answer?.outcome ?? 'held')
  const [note, setNote] = useState('')
  const act: Act = {
    kind: 'draft.answer',
    answered: idOfSaying(saying),
    outcome,
    ...(note.trim() === '' ? {} : { note }),
  }
  const reach = useReach(room, act)
  return (
    <ActDialog title={t('text.tell')} incomplete={reach.open} act={() => reach.send(act)} onClose={onClose}>
      <Selection
        label={t('field.outcome')}
        value={outcome}
        onChange={setOutcome}
        options={outcomes.map(id => ({ id, label: t(`outcome.${id}`) }))}
      />
      <Field label={t('field.note')} optional lines={2} value={note} onChange={setNote} />
      {reach.shown}
    </ActDialog>
  )
}
