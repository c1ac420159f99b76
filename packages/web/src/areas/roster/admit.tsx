import { admit } from '@goodoffices/client'
import { administers, isPresent, type MemberId, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { RoomsDialog } from '../../talks/rooms-report.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.tsx'
import { MemberTicks } from './member-ticks.tsx'
import { everyoneIn, nameableOf, partiesIn } from './people.ts'

/** Brings people of the talks into a working group or a delegation; shown to who may, while there is anybody to bring in. */
export function Admit({ room }: { readonly room: RoomState }) {
  const { t, locale } = useWords()
  const { session, rooms } = useTalks()
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<readonly MemberId[]>([])
  const me = meIn(room, session)
  const people = nameableOf(everyoneIn(rooms, locale), partiesIn(rooms, locale)).filter(person => {
    const seat = room.members[person.member]
    const isOutside = seat === undefined || !isPresent(seat)
    return isOutside && (room.kind === 'group' || person.party === room.party?.party)
  })
  if (me === undefined || !administers(room, me) || (people.length === 0 && !open)) return null
  const close = () => {
    setOpen(false)
    setChosen([])
  }
  return (
    <>
      <div className="actions no-print">
        <Button weight="text" onPress={() => setOpen(true)}>
          {t('admit.open')}
        </Button>
      </div>
      {open && (
        <RoomsDialog
          session={session}
          title={t('admit.open')}
          label={t('admit.do')}
          act={() => admit(session, room.id, chosen)}
          incomplete={chosen.length === 0}
          onClose={close}
        >
          <p className="quiet">{t('admit.hint')}</p>
          <MemberTicks label={t('admit.who')} people={people} chosen={chosen} onChange={setChosen} />
        </RoomsDialog>
      )}
    </>
  )
}
