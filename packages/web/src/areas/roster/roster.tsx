import { handOverLead, leftOut, removeMember } from '@goodoffices/client'
import { type Act, isMediator, isPresent, type Member, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { roomName } from '../../talks/room-name.tsx'
import { RoomsDialog } from '../../talks/rooms-report.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.tsx'

const isIn = (room: RoomState, { member }: Member): boolean => {
  const seat = room.members[member]
  return seat !== undefined && isPresent(seat)
}

/** The people of one side, and what the rules let the reader do about each. */
export function Roster({ people }: { readonly people: readonly Member[] }) {
  const words = useWords()
  const { t } = words
  const { session, process, rooms, mediates } = useTalks()
  const [asked, setAsked] = useState<{ readonly what: 'remove' | 'hand-over'; readonly person: Member }>()
  const without = ({ member }: Member): readonly RoomState[] =>
    rooms.filter(room => leftOut(session, room.id).includes(member))
  if (people.length === 0) return <p className="quiet">{t('people.none')}</p>
  const isAllowed = (act: Act, among: readonly RoomState[]): boolean =>
    among.some(room => session.checkAct(room.id, act).ok)
  const choicesFor = (person: Member): readonly ('hand-over' | 'remove')[] => {
    const { member } = person
    const shared = rooms.filter(room => isIn(room, person))
    // Of the team one is or is not: what the desk says of a mediator holds.
    const decisive = isMediator(person) ? shared.filter(room => room.kind === 'desk') : shared
    return [
      ...(isAllowed({ kind: 'lead.hand-over', to: member }, shared) ? (['hand-over'] as const) : []),
      ...(isAllowed({ kind: 'member.remove', member }, decisive) ? (['remove'] as const) : []),
    ]
  }
  return (
    <>
      <ul className="rows">
        {people.map(person => {
          const choices = choicesFor(person)
          return (
            <li key={person.member} className="row">
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
                {person.institution !== undefined && (
                  <>
                    {' · '}
                    <bdi>{person.institution}</bdi>
                  </>
                )}
              </p>
              {without(person).map(room => (
                <p key={room.id} className="notice notice--caution">
                  {t('people.left-out', { room: roomName(room, words, mediates) })}
                </p>
              ))}
              {choices.length > 0 && (
                <div className="actions">
                  {choices.map(what => (
                    <Button key={what} weight="text" onPress={() => setAsked({ what, person })}>
                      {t(`people.${what}`)}
                    </Button>
                  ))}
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {asked !== undefined && (
        <RoomsDialog
          session={session}
          title={t(`people.${asked.what}`)}
          act={() => {
            const act = asked.what === 'hand-over' ? handOverLead : removeMember
            return act(session, process.process, asked.person.member)
          }}
          onClose={() => setAsked(undefined)}
        >
          <p>{t(`people.${asked.what}-sure`, { name: asked.person.name })}</p>
        </RoomsDialog>
      )}
    </>
  )
}
