import { adoptSuccessor } from '@goodoffices/client'
import { type Circumstance, isPresent, type RoomState, successorOf } from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { recordsIn } from '../item/may.ts'
import { CircumstanceFields } from '../message/circumstance.tsx'

type Successor = NonNullable<RoomState['successor']>

/** A room in which this caucus is to go on, with what that means, before the party says so; afterwards where it goes on. */
export function SuccessorSection({ room }: { readonly room: RoomState }) {
  const { t, list } = useWords()
  const { session } = useTalks()
  const [shown, setShown] = useState<Successor>()
  const { successor } = room
  if (successor === undefined) return null
  const names = list(successor.coming)
  // Until the room is here, into which the page then goes by itself.
  if (successorOf(room) !== undefined)
    return <output className="notice">{t('institution.went-on', { names })}</output>
  const recorded = recordsIn(room, session) ? { recorded: { at: 0, way: 'orally' } as const } : {}
  const mayAdopt = session.checkAct(room.id, {
    kind: 'successor.adopt',
    room: successor.room,
    ...recorded,
  }).ok
  return (
    <div id={`s-${successor.room}`} tabIndex={-1}>
      <Section
        title={t('institution.offered')}
        hint={t('institution.offered-hint', { names, institution: successor.institution })}
      >
        {mayAdopt && (
          <div className="actions">
            <Button weight="main" onPress={() => setShown(successor)}>
              {t('institution.adopt')}
            </Button>
          </div>
        )}
      </Section>
      {shown && <AdoptDialog room={room} successor={shown} onClose={() => setShown(undefined)} />}
    </div>
  )
}

type Dialog = { readonly room: RoomState; readonly successor: Successor; readonly onClose: () => void }

/** What the new room begins with, and what does not come with it. What is read here is what is said yes to, whatever is offered meanwhile (TEAM-11). */
function AdoptDialog({ room, successor, onClose }: Dialog) {
  const { t, list } = useWords()
  const { session } = useTalks()
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const isRecorded = recordsIn(room, session)
  const { terms, retention } = room
  const present = Object.values(room.members).filter(isPresent)
  const names = list([...present.map(({ name }) => name), ...successor.coming])
  return (
    <ActDialog
      title={t('institution.adopt')}
      act={() =>
        adoptSuccessor(session, room.id, {
          room: successor.room,
          ...(isRecorded ? { recorded: circumstance } : {}),
        })
      }
      onClose={onClose}
    >
      <ul>
        <li>{t('institution.reads', { names })}</li>
        <li>{t('institution.stays', { names: list(successor.coming) })}</li>
        <li>
          {t(`terms.role-${terms.role}`)} {t(`disclosure.${terms.disclosure}-hint`)}
        </li>
        {retention !== undefined && <li>{t('institution.kept', { basis: retention.basis })}</li>}
        <li>{t('institution.consent-anew')}</li>
        <li>{t('institution.asks-end')}</li>
      </ul>
      {isRecorded && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
    </ActDialog>
  )
}
