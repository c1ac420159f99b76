import {
  askingsOf,
  homeMandates,
  nameOfThing,
  registerName,
  sayAsking,
  standingName,
} from '@goodoffices/client'
import { isMediator, leadsParty, type RegisterItem, type RoomState, standingOf } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'

const shown: readonly string[] = ['mandate', 'condition', 'powers']

/** Conditions of a mandate stand on its page. */
const isByItself = ({ items }: RoomState, thing: RegisterItem): boolean => {
  const { governs } = standingOf(thing).fields
  return thing.register !== 'condition' || typeof governs !== 'string' || !Object.hasOwn(items, governs)
}

/** Mandates, conditions and powers of a room; what may be put stands there only where it is in use, or in one's own room. */
export function MandatesHere({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { session, process, base, caucuses, desk } = useTalks()
  const me = meIn(room, session)
  const things = Object.values(room.items).filter(
    thing => shown.includes(thing.register) && isByItself(room, thing),
  )
  const at = `${base}/rooms/${room.id}`
  const leads = me !== undefined && leadsParty(me)
  const mayMandate = room.kind === 'delegation' && me !== undefined && (leads || me.founder)
  const mayPowers =
    room.kind === 'caucus' &&
    leads &&
    (things.length > 0 || homeMandates(session, process.process).length > 0)
  const isCompared =
    room.kind === 'desk' &&
    desk !== undefined &&
    caucuses.some(({ items }) => Object.values(items).some(({ register }) => register === 'powers'))
  if (room.kind === 'desk')
    return isCompared ? (
      <p className="no-print">
        <Link to={`${base}/powers`}>{t('mandate.powers-of-all')}</Link>
      </p>
    ) : null
  // At the desk each side's powers stand on one page, side by side.
  if (things.length === 0 && !mayMandate && !mayPowers) return null
  if (desk !== undefined && me !== undefined && isMediator(me) && things.length === 0) return null
  return (
    <Section title={t('mandate.here')}>
      {things.length > 0 && (
        <ul className="rows">
          {things.map(thing => (
            <li key={thing.item}>
              <Line room={room} thing={thing} />
            </li>
          ))}
        </ul>
      )}
      <div className="actions no-print">
        {mayMandate && (
          <LinkButton weight={things.length === 0 ? 'text' : 'plain'} to={`${at}/put/mandate`}>
            {t('mandate.put')}
          </LinkButton>
        )}
        {mayPowers && (
          <>
            <LinkButton weight="text" to={`${at}/put/powers`}>
              {t('mandate.put-powers')}
            </LinkButton>
            <LinkButton weight="text" to={`${at}/put/condition`}>
              {t('mandate.put-condition')}
            </LinkButton>
          </>
        )}
      </div>
    </Section>
  )
}

function Line({ room, thing }: { readonly room: RoomState; readonly thing: RegisterItem }) {
  const { session, base } = useTalks()
  const w = useWriting(room)
  const me = meIn(room, session)
  const [asked] = me === undefined ? [] : askingsOf(thing, me, room)
  return (
    <>
      <Link to={`${base}/rooms/${room.id}/mandate/${thing.item}`}>
        <bdi>
          <Said text={nameOfThing(w, thing.item)} />
        </bdi>
      </Link>{' '}
      <span className="quiet small">
        {registerName(w, thing.register)} · {standingName(w, thing)}
        {asked !== undefined && <> · {sayAsking(w, asked)}</>}
      </span>
    </>
  )
}
