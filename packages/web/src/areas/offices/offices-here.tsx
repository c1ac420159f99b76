import { isMediator, officesIn, type RoomState } from '@goodoffices/core'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Section } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { DeskOffices } from './desk-offices.tsx'
import { ThingLines } from './thing-lines.tsx'

const inCaucus: readonly string[] = ['good-offices', 'agreement-to-mediate']

/** Good offices of a room: what a party is offered and by which rules; at the desk what each has answered; with a delegation the other tracks. */
export function OfficesHere({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { session } = useTalks()
  const me = meIn(room, session)
  if (me === undefined) return null
  if (room.kind === 'desk') return <DeskOffices desk={room} />
  if (room.kind !== 'caucus' && room.kind !== 'delegation') return null
  const shown = room.kind === 'caucus' ? inCaucus : ['track']
  const things = Object.values(room.items).filter(({ register }) => shown.includes(register))
  const mayPut = room.kind === 'delegation' || isMediator(me)
  if (things.length === 0 && !mayPut) return null
  return (
    <Section title={t(room.kind === 'caucus' ? 'offices.here' : 'offices.tracks')}>
      <ThingLines room={room} things={things} />
      <div className="actions no-print">
        {room.kind === 'caucus' && !isMediator(me) && officesIn(room).length > 0 && <Beside />}
        {mayPut && <Putting room={room} />}
      </div>
    </Section>
  )
}

function Beside() {
  const { t } = useWords()
  const { base } = useTalks()
  return (
    <LinkButton weight="text" to={`${base}/offices`}>
      {t('offices.side-by-side')}
    </LinkButton>
  )
}

function Putting({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { base } = useTalks()
  const here = `${base}/rooms/${room.id}`
  return room.kind === 'delegation' ? (
    <LinkButton weight="text" to={`${here}/put-beside/track`}>
      {t('offices.put-track')}
    </LinkButton>
  ) : (
    <>
      <LinkButton weight="text" to={`${here}/offices`}>
        {t('offices.put')}
      </LinkButton>
      <LinkButton weight="text" to={`${here}/agreement`}>
        {t('offices.put-agreement')}
      </LinkButton>
    </>
  )
}
