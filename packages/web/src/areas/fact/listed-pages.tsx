import { sayCourse, sayLifting, standingName } from '@goodoffices/client'
import { type Evidence, type Measure, type RegisterItem, type RoomState, standingOf } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { FactsFrame } from './facts-frame.tsx'
import { type FactKind, factPath } from './paths.ts'

const thingsOf = ({ items }: RoomState, register: FactKind): readonly RegisterItem[] =>
  Object.values(items).filter(thing => thing.register === register)

/** Measures in force, each with whose it is and what could lift it. */
export function MeasuresScreen() {
  const { t } = useWords()
  const { rooms } = useTalks()
  const held = rooms.filter(room => thingsOf(room, 'measure').length > 0)
  return (
    <FactsFrame lead={t('fact.measures-lead')}>
      {held.length === 0 ? (
        <p className="quiet">{t('fact.none-measure')}</p>
      ) : (
        <table className="facts__table">
          <caption className="unseen">{t('fact.measures')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('register.measure')}</th>
              <th scope="col">{t('field.imposedBy')}</th>
              <th scope="col">{t('field.canLift')}</th>
              <th scope="col">{t('field.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {held.map(room => (
              <Measures key={room.id} room={room} />
            ))}
          </tbody>
        </table>
      )}
      <Entering kind="measure" />
    </FactsFrame>
  )
}

function Measures({ room }: { readonly room: RoomState }) {
  const words = useWords()
  const { t } = words
  const { base, mediates } = useTalks()
  const w = useWriting(room)
  return thingsOf(room, 'measure').map(thing => {
    const measure = thing as unknown as Measure
    const { title, imposedBy, inForceSince } = standingOf(measure).fields
    return (
      <tr key={measure.item}>
        <th scope="row">
          <Link to={`${base}/rooms/${room.id}/${factPath(measure.item)}`} className="figures__name">
            <Said text={title} />
          </Link>
          <span className="quiet small facts__where">{roomName(room, words, mediates)}</span>
        </th>
        <td data-label={t('field.imposedBy')}>
          <bdi>
            <Said text={imposedBy} />
          </bdi>
        </td>
        <td data-label={t('field.canLift')}>
          {sayLifting(w, measure).map(line => (
            <span key={line} className="facts__where">
              {line}
            </span>
          ))}
        </td>
        <td data-label={t('field.standing')}>
          {sayCourse(w, measure)}
          {inForceSince !== undefined && (
            <span className="quiet small facts__where">
              {t('field.inForceSince')} {w.day(inForceSince)}
            </span>
          )}
        </td>
      </tr>
    )
  })
}

/** Pieces of evidence, joint inquiries, and what one would do without a deal, where the reader has any. */
export function EvidenceScreen() {
  const { t } = useWords()
  const { rooms } = useTalks()
  const kinds = ['evidence', 'inquiry', 'alternative'] as const
  return (
    <FactsFrame lead={t('fact.evidence-lead')}>
      {kinds.map(kind => (
        <section key={kind} className="figures">
          <h2 className="figures__title">{t(`register.${kind}`)}</h2>
          {rooms.every(room => thingsOf(room, kind).length === 0) && (
            <p className="quiet">{t('fact.none-kind')}</p>
          )}
          <ul>
            {rooms.map(room => (
              <Listed key={room.id} room={room} kind={kind} />
            ))}
          </ul>
          <Entering kind={kind} />
        </section>
      ))}
    </FactsFrame>
  )
}

function Listed({ room, kind }: { readonly room: RoomState; readonly kind: FactKind }) {
  const words = useWords()
  const { base, mediates } = useTalks()
  const w = useWriting(room)
  return thingsOf(room, kind).map(thing => (
    <li key={thing.item} className="figures__line">
      <Link to={`${base}/rooms/${room.id}/${factPath(thing.item)}`} className="figures__name">
        <span dir="auto">
          <Said text={standingOf(thing as unknown as Evidence).fields.title} />
        </span>
      </Link>
      <span>{standingName(w, thing)}</span>
      <span className="quiet small figures__where">{roomName(room, words, mediates)}</span>
    </li>
  ))
}

/** Where the reader enters such a thing first: the desk, one's own delegation, one's caucus. */
function Entering({ kind }: { readonly kind: FactKind }) {
  const { t } = useWords()
  const { rooms, desk, caucuses, table, base } = useTalks()
  const delegation = rooms.find(room => room.kind === 'delegation')
  const home = {
    alternative: desk ?? delegation,
    inquiry: desk,
    measure: desk ?? table,
    evidence: desk ?? delegation ?? caucuses[0],
  }[kind]
  if (home === undefined) return null
  return (
    <div className="actions no-print">
      <LinkButton to={`${base}/rooms/${home.id}/fact?register=${kind}`}>{t(`fact.enter-${kind}`)}</LinkButton>
    </div>
  )
}
