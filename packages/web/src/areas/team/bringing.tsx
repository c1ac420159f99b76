import { admit, type Everywhere, offerSuccessor } from '@goodoffices/client'
import {
  checkAtDesk,
  institutionIn,
  isPresent,
  type Member,
  type MemberId,
  type RegisterItem,
  type RoomId,
  type RoomState,
  saidOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { RoomsReport } from '../../talks/rooms-report.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
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
  const [brought, setBrought] = useState<Everywhere>()
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
  const bring = (into: RoomId, members: readonly MemberId[]) => () =>
    whenDone(
      attempt.run(() => admit(session, into, members)),
      setBrought,
    )
  return (
    <>
      <AttemptNotice attempt={attempt} />
      {brought !== undefined && (
        <RoomsReport session={session} decided={brought} onEnd={() => setBrought(undefined)} />
      )}
      <div className="actions">
        {said === 'accepted-from-here' && away.length > 0 && !isOffered && (
          <Button
            isDisabled={attempt.busy}
            onPress={() => void attempt.run(() => offerSuccessor(session, room.id, away))}
          >
            {t('institution.offer')}
          </Button>
        )}
        {said === 'accepted-with-record' && away.length > 0 && (
          <Button isDisabled={attempt.busy} onPress={bring(room.id, away)}>
            {t('institution.bring')}
          </Button>
        )}
        {ready.length > 0 && (
          <Button
            isDisabled={attempt.busy}
            onPress={bring(
              desk.id,
              ready.map(({ member }) => member),
            )}
          >
            {t('institution.to-desk')}
          </Button>
        )}
      </div>
    </>
  )
}
