import { admit, offerSuccessor } from '@goodoffices/client'
import {
  checkAtDesk,
  institutionIn,
  isPresent,
  type Member,
  type RegisterItem,
  type RoomState,
  saidOf,
} from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.tsx'

type Props = { readonly room: RoomState; readonly thing: RegisterItem }

const isIn = (room: RoomState, member: Member['member']): boolean => {
  const seat = room.members[member]
  return seat !== undefined && isPresent(seat)
}

/** What mediators may do with a party’s yes: for somebody of the institution who is in the talks, a room to go on in, this one, or the desk. */
export function Bringing({ room, thing }: Props) {
  const { t } = useWords()
  const { session, rooms, caucuses, desk } = useTalks()
  const attempt = useAttempt()
  if (desk === undefined) return null
  const institution = institutionIn(thing)
  const said = saidOf(room, institution)?.verb
  const known = new Map(
    rooms
      .flatMap(each => Object.values(each.members))
      .filter(person => isPresent(person) && person.institution === institution)
      .map(person => [person.member, person]),
  )
  const people = [...known.values()]
  const away = people.filter(({ member }) => !isIn(room, member)).map(({ member }) => member)
  const ready = people.filter(person => !isIn(desk, person.member) && checkAtDesk(desk, caucuses, person).ok)
  const isOffered = room.successor !== undefined
  const run = (act: () => ReturnType<typeof admit>) => () => void attempt.run(act)
  return (
    <>
      <AttemptNotice attempt={attempt} />
      <div className="actions">
        {said === 'accepted-from-here' && away.length > 0 && !isOffered && (
          <Button isDisabled={attempt.busy} onPress={run(() => offerSuccessor(session, room.id, away))}>
            {t('institution.offer')}
          </Button>
        )}
        {said === 'accepted-with-record' && away.length > 0 && (
          <Button isDisabled={attempt.busy} onPress={run(() => admit(session, room.id, away))}>
            {t('institution.bring')}
          </Button>
        )}
        {ready.length > 0 && (
          <Button
            isDisabled={attempt.busy}
            onPress={run(() =>
              admit(
                session,
                desk.id,
                ready.map(({ member }) => member),
              ),
            )}
          >
            {t('institution.to-desk')}
          </Button>
        )}
      </div>
    </>
  )
}
