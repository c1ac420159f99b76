import { isMediator, isPresent, type Member, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import type { Session } from '../session/session.ts'
import { useTalks } from '../talks/talks.tsx'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'

type Props = { readonly people: readonly Member[]; readonly isLead: boolean }

/** The people of one side, with what the reader may do about each. */
export function Roster({ people, isLead }: Props) {
  const { t } = useWords()
  const { session, process, rooms } = useTalks()
  const [asked, setAsked] = useState<{ readonly what: 'remove' | 'hand-over'; readonly person: Member }>()
  if (people.length === 0) return <p className="quiet">{t('people.none')}</p>
  return (
    <>
      <ul className="rows">
        {people.map(person => {
          const isHeir = isLead && person.role === 'mediator'
          const goes = mayRemove(session, rooms, person)
          return (
            <li key={person.member} className="person">
              <p>
                <bdi>{person.name}</bdi>
                {person.member === session.me.member && <span className="quiet"> · {t('people.you')}</span>}
              </p>
              <p className="small quiet">
                {t(`role.${person.role}`)}
                {person.post !== undefined && (
                  <>
                    {' · '}
                    <bdi>{person.post}</bdi>
                  </>
                )}
              </p>
              {(isHeir || goes) && (
                <div className="actions">
                  {isHeir && (
                    <Button weight="text" onPress={() => setAsked({ what: 'hand-over', person })}>
                      {t('people.hand-over')}
                    </Button>
                  )}
                  {goes && (
                    <Button weight="text" onPress={() => setAsked({ what: 'remove', person })}>
                      {t('people.remove')}
                    </Button>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {asked !== undefined && (
        <ActDialog<unknown>
          title={t(`people.${asked.what}`)}
          act={() =>
            asked.what === 'hand-over'
              ? session.handOverLead(process.process, asked.person.member)
              : session.removeMember(process.process, asked.person.member)
          }
          onClose={() => setAsked(undefined)}
        >
          <p>{t(`people.${asked.what}-sure`, { name: asked.person.name })}</p>
        </ActDialog>
      )}
    </>
  )
}

/** Whether the rules of any room let the reader take this person out of it; of a mediator, those of the desk. */
function mayRemove(session: Session, rooms: readonly RoomState[], person: Member): boolean {
  return rooms.some(room => {
    const seat = room.members[person.member]
    return (
      seat !== undefined &&
      isPresent(seat) &&
      (!isMediator(person) || room.kind === 'desk') &&
      session.checkAct(room.id, { kind: 'member.remove', member: person.member }).ok
    )
  })
}
