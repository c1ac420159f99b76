import { type SideOfMeeting, sayHours } from '@goodoffices/client'
import {
  type Clock,
  clockToMinutes,
  minutesToClock,
  type PartyId,
  type PlanFinding,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import type { CSSProperties } from 'react'
import { Said } from '../../ui/said.tsx'
import { comma } from '../../words/languages.ts'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'

type Props = {
  readonly desk: RoomState
  readonly sides: readonly SideOfMeeting[]
  readonly findings: readonly PlanFinding[]
}

type Slab = {
  readonly from: Clock
  readonly to: Clock
  readonly what: string
  readonly kind: 'arrives' | 'session' | 'leaves'
  readonly clashes?: boolean
}
type Lane = {
  readonly key: string
  readonly name: string
  readonly place: string
  readonly slabs: readonly Slab[]
}

const hourMinutes = 60

/** The day as lanes: one a side, the mediators' between them. Its hours stand in the table below it as well, which says all of it. */
export function DayRibbon({ desk, sides, findings }: Props) {
  const { t } = useWords()
  const w = useWriting(desk)
  const lanes = lanesOf()
  const all = lanes.flatMap(({ slabs }) => slabs)
  const first = Math.floor(Math.min(...all.map(({ from }) => clockToMinutes(from))) / hourMinutes)
  const last = Math.ceil(Math.max(...all.map(({ to }) => clockToMinutes(to))) / hourMinutes)
  const span = Math.max(last - first, 1) * hourMinutes
  const place = ({ from, to }: Slab) =>
    ({
      '--from': `${((clockToMinutes(from) - first * hourMinutes) / span) * 100}%`,
      '--length': `${((clockToMinutes(to) - clockToMinutes(from)) / span) * 100}%`,
    }) as CSSProperties
  return (
    <div className="ribbon">
      <div className="ribbon__lanes" aria-hidden="true">
        <div className="ribbon__hours">
          {Array.from({ length: last - first }, (_, at) => (
            <span key={at}>{w.clock(minutesToClock((first + at) * hourMinutes))}</span>
          ))}
        </div>
        {lanes.map(lane => (
          <div key={lane.key} className="ribbon__lane">
            <span className="ribbon__name">
              <bdi>{lane.name}</bdi> <span className="quiet small">{lane.place}</span>
            </span>
            <div className="ribbon__day">
              {lane.slabs.map(slab => (
                <span
                  key={`${slab.from} ${slab.what}`}
                  className={`ribbon__slab ribbon__slab--${slab.kind}${slab.clashes === true ? ' ribbon__slab--clash' : ''}`}
                  style={place(slab)}
                >
                  <span className="ribbon__what">
                    <Said text={slab.what} />
                  </span>
                </span>
              ))}
            </div>
          </div>
        ))}
      </div>
      <table className="ribbon__table">
        <caption className="unseen">{t('meeting.day')}</caption>
        <tbody>
          {lanes.flatMap(lane =>
            lane.slabs.map(slab => (
              <tr key={`${lane.key} ${slab.from} ${slab.what}`}>
                <th scope="row">
                  <bdi>{lane.name}</bdi>
                </th>
                <td>{sayHours(w, slab.from, slab.to)}</td>
                <td>
                  <Said text={slab.what} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )

  function lanesOf(): readonly Lane[] {
    const own = sides.flatMap(({ party, arrangement }): readonly Lane[] => {
      if (arrangement === undefined) return []
      const { fields } = standingOf(arrangement)
      const slabs: readonly Slab[] = [
        { from: fields.arrivesFrom, to: fields.arrivesTo, what: t('meeting.arrives'), kind: 'arrives' },
        ...(fields.sessions ?? []).map(({ begins, ends, title }) => ({
          from: begins,
          to: ends,
          what: title ?? t('meeting.session'),
          kind: 'session' as const,
        })),
        { from: fields.leavesFrom, to: fields.leavesTo, what: t('meeting.leaves'), kind: 'leaves' },
      ]
      return [
        {
          key: party.party,
          name: party.name,
          place: [fields.entrance, fields.ownRoom].join(comma(w.vocabulary.language)),
          slabs: slabs.map(slab => ({
            ...slab,
            clashes: findings.some(each => isOf(each, party.party, slab)),
          })),
        },
      ]
    })
    const middle: Lane = {
      key: 'mediators',
      name: w.vocabulary.terms['by-mediators'],
      place: '',
      slabs: own.flatMap(({ name, slabs }) =>
        slabs.filter(({ kind }) => kind === 'session').map(slab => ({ ...slab, what: name })),
      ),
    }
    const half = Math.ceil(own.length / 2)
    return [...own.slice(0, half), middle, ...own.slice(half)]
  }
}

const clashes: Readonly<Record<Slab['kind'], readonly PlanFinding['kind'][]>> = {
  arrives: ['arrivals-overlap', 'arrivals-close', 'flagged-comes-first'],
  session: ['sessions-overlap'],
  leaves: ['departures-overlap', 'departures-close', 'flagged-goes-last'],
}

/** Whether a finding is of this piece of a side's day: its sentence stands below, where it is read. */
const isOf = (finding: PlanFinding, party: PartyId, { kind, from, to }: Slab): boolean =>
  'sides' in finding &&
  finding.sides.includes(party) &&
  clashes[kind].includes(finding.kind) &&
  (finding.kind !== 'sessions-overlap' || (finding.from < to && from < finding.to))
