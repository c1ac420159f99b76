import { closingOf, instrumentsOf, nameOfThing, sayOutcome, standingName } from '@goodoffices/client'
import {
  approvalChain,
  type Ballot,
  ballotIn,
  type RegisterItem,
  type RoomState,
  standingOf,
  talliesOf,
} from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { AgreementFrame } from '../../talks/agreement-frame.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { signingPath } from './used.ts'
import './close.css'

/** What is to bind, and how far it has come; below, on one's own side alone, whose approval comes first; ballots; what is left before the end. */
export function SigningRoom() {
  const { t } = useWords()
  const { rooms, desk, base, mediates } = useTalks()
  const instruments = instrumentsOf(rooms)
  const own = rooms.filter(room => approvalChain(room).length > 0)
  const ballots = rooms.flatMap(room =>
    Object.values(room.items).flatMap(({ item }) => {
      const ballot = ballotIn(room, item)
      return ballot === undefined ? [] : [{ room, ballot }]
    }),
  )
  return (
    <AgreementFrame>
      <Section title={t('close.instruments')}>
        {instruments.length === 0 && <p className="quiet">{t('close.none')}</p>}
        <ul className="closing">
          {instruments.map(({ room, instrument }) => (
            <Line key={instrument.item} room={room} thing={instrument} to={`instrument/${instrument.item}`} />
          ))}
        </ul>
        {mediates && desk !== undefined && (
          <div className="actions no-print">
            <LinkButton to={`${base}/rooms/${desk.id}/instrument`}>{t('close.draft')}</LinkButton>
          </div>
        )}
      </Section>
      {own.map(room => (
        <Chain key={room.id} room={room} />
      ))}
      {ballots.length > 0 && (
        <Section title={t('close.ballots')}>
          <ul className="closing">
            {ballots.map(({ room, ballot }) => (
              <BallotLine key={ballot.item} room={room} ballot={ballot} />
            ))}
          </ul>
        </Section>
      )}
      <BeforeTheEnd />
    </AgreementFrame>
  )
}

type LineProps = { readonly room: RoomState; readonly thing: RegisterItem; readonly to: string }

function Line({ room, thing, to }: LineProps) {
  const words = useWords()
  const { base, mediates } = useTalks()
  const w = useWriting(room)
  return (
    <li className="closing__line">
      <Link to={`${base}/rooms/${room.id}/${to}`} className="closing__name">
        <Said text={nameOfThing(w, thing.item)} />
      </Link>
      <span>{standingName(w, thing)}</span>
      <span className="quiet small">{roomName(room, words, mediates)}</span>
    </li>
  )
}

/** A seal a body, in its order; the next that is wanted is marked in words. */
function Chain({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { base } = useTalks()
  const w = useWriting(room)
  const chain = approvalChain(room)
  return (
    <Section title={t('close.chain')} hint={t('close.chain-own')}>
      <ol className="chain">
        {chain.map(approval => {
          const { approver, approvalIs, neededBefore } = standingOf(approval).fields
          return (
            <li key={approval.item} className="chain__seal">
              <Link to={`${base}/rooms/${room.id}/closing/${approval.item}`}>
                <Said text={approver} />
              </Link>
              <span>{standingName(w, approval)}</span>
              <span className="quiet small">
                {t(`approvalIs.${approvalIs}`)} · {t('field.neededBefore')}{' '}
                {t(`neededBefore.${neededBefore}`)}
              </span>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

function BallotLine({ room, ballot }: { readonly room: RoomState; readonly ballot: Ballot }) {
  const w = useWriting(room)
  const last = talliesOf(ballot, room).at(-1)
  return (
    <>
      <Line room={room} thing={ballot} to={`closing/${ballot.item}`} />
      {last !== undefined &&
        sayOutcome(w, ballot, last).map(line => (
          <li key={line} className="closing__sum">
            {line}
          </li>
        ))}
    </>
  )
}

/** CLOS-12: each with the place where it is done. */
function BeforeTheEnd() {
  const words = useWords()
  const { t } = words
  const { session, process, base, mediates } = useTalks()
  const { steps } = closingOf(session, process.process)
  return (
    <Section title={t('close.end')}>
      {steps.length === 0 && <p>{t('term.closing.done')}</p>}
      <ul className="closing">
        {steps.map((step, at) => {
          const room = roomName(step.room, words, mediates)
          const values = {
            room,
            title: step.kind === 'unsigned' ? standingOf(step.instrument).fields.title : '',
            reason: step.kind === 'hold' ? step.reason : '',
          }
          return (
            <li key={`${step.kind} ${step.room.id} ${at}`}>
              <Link
                to={
                  step.kind === 'unsigned' ? `${base}/${signingPath}` : `${base}/record?room=${step.room.id}`
                }
              >
                {t(`term.closing.${step.kind}`, values)}
              </Link>
            </li>
          )
        })}
      </ul>
      <p className="quiet">{t('term.closing.copy')}</p>
    </Section>
  )
}
