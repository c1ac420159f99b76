import {
  madeIn,
  type Placed,
  reachedIn,
  sayAddressees,
  sayCopies,
  sayCounts,
  separateCopies,
  standingName,
} from '@goodoffices/client'
import { countUndertakings, isAddressed, type PartyCard, standingOf } from '@goodoffices/core'
import { useEffect, useState } from 'react'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { asThing } from './undertaking-card.tsx'

/** Who has undertaken what, and how it stands before each to whom it was said; at the desk alone. */
export function Matrix() {
  const { t } = useWords()
  const { rooms, caucuses } = useTalks()
  const made = madeIn(rooms)
  const parties = caucuses.flatMap(({ party }) => party ?? [])
  return (
    <>
      {made.length === 0 ? (
        <p className="quiet">{t('undertaking.none')}</p>
      ) : (
        <div className="undertakings__wide">
          <table className="facts__table">
            <caption className="unseen">{t('term.undertakings')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('register.undertaking')}</th>
                {parties.map(({ party, name }) => (
                  <th key={party} scope="col">
                    <bdi>{name}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {made.map(placed => (
                <Row key={placed.thing.item} placed={placed} parties={parties} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <SeparateCopies />
      <Counts parties={parties} />
    </>
  )
}

type RowProps = { readonly placed: Placed; readonly parties: readonly PartyCard[] }

function Row({ placed, parties }: RowProps) {
  const { base } = useTalks()
  const w = useWriting(placed.room)
  const { title, undertakenBy } = standingOf(placed.thing).fields
  return (
    <tr>
      <th scope="row">
        <Link
          to={`${base}/rooms/${placed.room.id}/undertaking/${placed.thing.item}`}
          className="figures__name"
        >
          <Said text={title} />
        </Link>
        <span className="quiet small facts__where">
          <bdi>
            <Said text={undertakenBy} />
          </bdi>{' '}
          · <bdi>{sayAddressees(w, placed.thing)}</bdi>
        </span>
        <span className="facts__where">{standingName(w, asThing(placed))}</span>
      </th>
      {parties.map(card => (
        <Cell key={card.party} placed={placed} card={card} />
      ))}
    </tr>
  )
}

function Cell({ placed, card }: { readonly placed: Placed; readonly card: PartyCard }) {
  const { t } = useWords()
  const { rooms } = useTalks()
  const w = useWriting(placed.room)
  const { addressedTo, party: by } = standingOf(placed.thing).fields
  const copy = reachedIn(rooms, placed, card.party)
  const said =
    card.party === by
      ? t('undertaking.its-maker')
      : !isAddressed(addressedTo, card.party, by)
        ? '—'
        : copy === undefined
          ? w.vocabulary.terms['not-carried']
          : (standingName({ ...w, room: copy.room }, asThing(copy)) ?? '')
  return <td data-label={card.name}>{said}</td>
}

/** UNDT-8: letters of one text, by its fingerprint. */
function SeparateCopies() {
  const { t } = useWords()
  const { rooms, base } = useTalks()
  const [found, setFound] = useState<Awaited<ReturnType<typeof separateCopies>>>([])
  useEffect(() => {
    let isShown = true
    const look = async () => {
      const copies = await separateCopies(rooms)
      if (isShown) setFound(copies)
    }
    void look()
    return () => {
      isShown = false
    }
  }, [rooms])
  const [first] = rooms
  if (found.length === 0 || first === undefined) return null
  return (
    <Section title={t('undertaking.copies')}>
      {found.map(copies => (
        <div key={copies.hash}>
          <CopiesLine room={first} copies={copies} />
          <ul>
            {copies.copies.map(({ room, thing }) => (
              <li key={thing.item}>
                <Link to={`${base}/rooms/${room.id}/undertaking/${thing.item}`}>
                  <bdi>
                    <Said text={standingOf(thing).fields.undertakenBy} />
                  </bdi>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

type CopiesProps = {
  readonly room: Placed['room']
  readonly copies: Awaited<ReturnType<typeof separateCopies>>[number]
}
const CopiesLine = ({ room, copies }: CopiesProps) => (
  <p className="undertaking__hash">{sayCopies(useWriting(room), copies)}</p>
)

/** UNDT-9: a column a side, the same lines for each, and no sum. */
function Counts({ parties }: { readonly parties: readonly PartyCard[] }) {
  const { t, number } = useWords()
  const { rooms } = useTalks()
  const [first] = rooms
  if (first === undefined || parties.length === 0) return null
  const counted = countUndertakings(
    rooms,
    parties.map(({ party }) => party),
  )
  return (
    <Section title={t('undertaking.counted')}>
      <CountTable room={first} parties={parties} counted={counted} format={number} />
    </Section>
  )
}

type CountProps = {
  readonly room: Placed['room']
  readonly parties: readonly PartyCard[]
  readonly counted: ReturnType<typeof countUndertakings>
  readonly format: (value: number) => string
}

function CountTable({ room, parties, counted, format }: CountProps) {
  const { t } = useWords()
  const w = useWriting(room)
  const columns = counted.map(each => sayCounts(w, each))
  return (
    <table className="facts__table">
      <caption className="unseen">{t('undertaking.counted')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t('undertaking.counted')}</span>
          </th>
          {parties.map(({ party, name }) => (
            <th key={party} scope="col">
              <bdi>{name}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(columns[0] ?? []).map(({ label }, at) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {parties.map(({ party, name }, column) => (
              <td key={party} data-label={name}>
                {format(columns[column]?.[at]?.count ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
