import { standingName, titleOf } from '@goodoffices/client'
import { leadsParty, type RegisterItem, type RoomState } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'

const isOne = ({ register }: RegisterItem): boolean =>
  register === 'undertaking' || register === 'unilateral-step'

/** What was undertaken in this room; in one's own, the way to undertake something. */
export function UndertakingsHere({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const here = Object.values(room.items).filter(isOne)
  const me = meIn(room, session)
  const mayGive =
    room.kind === 'caucus' && me !== undefined && leadsParty(me) && me.party === room.party?.party
  if (here.length === 0)
    return mayGive ? (
      <p className="no-print">
        <Link to={`${base}/rooms/${room.id}/undertaking`}>{t('undertaking.give')}</Link>
      </p>
    ) : null
  return (
    <Section title={t('term.undertakings')}>
      <ul className="rows">
        {here.map(thing => (
          <li key={thing.item}>
            <Link to={`${base}/rooms/${room.id}/undertaking/${thing.item}`}>
              <span dir="auto">
                <Said text={titleOf(thing) ?? ''} />
              </span>
            </Link>{' '}
            <span className="quiet small">{standingName(w, thing)}</span>
          </li>
        ))}
      </ul>
      {mayGive && (
        <p className="no-print">
          <Link to={`${base}/rooms/${room.id}/undertaking`}>{t('undertaking.give')}</Link>
        </p>
      )}
    </Section>
  )
}
