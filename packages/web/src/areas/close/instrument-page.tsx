import {
  codeOfInstrument,
  fieldLines,
  type LadderLine,
  ladderLines,
  proofsOfSignings,
  type SigningProof,
  type SpokenCode,
  standingName,
} from '@goodoffices/client'
import {
  fieldsSchemaOf,
  findRegister,
  type Instrument,
  isMediator,
  type RegisterItem,
  type RoomState,
  sameInstrumentIn,
  signingsOn,
  standingOf,
} from '@goodoffices/core'
import { useEffect, useState } from 'react'
import { Link } from '../../route/route.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { History } from '../item/history.tsx'
import { Sayings } from '../item/sayings.tsx'
import { HeldTexts } from '../offices/held-texts.tsx'
import { SendDialog } from './send-dialog.tsx'
import { SignDialog } from './sign-dialog.tsx'
import '../item/thing-lines.css'
import './close.css'

type Props = { readonly room: RoomState; readonly instrument: Instrument }

/** The signing room: the text, what all read aloud to each other, and a column a party with how far it has come. */
export function InstrumentPage({ room, instrument }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const w = useWriting(room)
  const thing = instrument as unknown as RegisterItem
  const { title, instrumentIs } = standingOf(instrument).fields
  const register = findRegister('instrument')
  const lines =
    register === undefined
      ? []
      : fieldLines(w, fieldsSchemaOf(register), thing.revisions.at(-1)?.fields ?? {}, {
          parent: 'instrument',
          except: ['title', 'textIn', 'digest', 'instrumentIs', 'boundParties'],
        })
  const me = meIn(room, session)
  return (
    <Page
      title={title}
      width="wide"
      lead={`${t(`instrumentIs.${instrumentIs}`)} · ${standingName(w, thing) ?? ''}`}
    >
      <div className="signing-room">
        <div className="signing-room__text">
          <HeldTexts
            room={room}
            texts={standingOf(instrument).fields.textIn}
            className="signing-room__paper"
          />
          <dl className="thing-lines">
            {lines.map(({ name, label, text }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd dir="auto">
                  <Said text={text} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <div className="signing-room__sides">
          <Aloud instrument={instrument} />
          <Ladders room={room} instrument={instrument} />
          <Elsewhere room={room} instrument={instrument} />
          <p className="small quiet">{t('term.not-qualified')}</p>
        </div>
      </div>
      {room.kind === 'caucus' && <SignDialog room={room} instrument={instrument} />}
      {me !== undefined && isMediator(me) && <SendDialog room={room} instrument={instrument} />}
      <Sayings room={room} thing={thing} />
      <History room={room} things={[thing]} />
    </Page>
  )
}

/** Decision 24: made when it is asked for: it takes as long as unlocking. */
function Aloud({ instrument }: Pick<Props, 'instrument'>) {
  const { t, language } = useWords()
  const [aloud, setAloud] = useState<SpokenCode | 'making'>()
  const make = async () => {
    setAloud('making')
    setAloud(await codeOfInstrument(instrument, language))
  }
  return (
    <Section title={t('term.compare-words')} hint={t('term.compare-same')}>
      {aloud === undefined ? (
        <div className="actions no-print">
          <Button weight="plain" onPress={() => void make()}>
            {t('close.show-words')}
          </Button>
        </div>
      ) : aloud === 'making' ? (
        <p className="quiet">{t('close.making-words')}</p>
      ) : (
        <output>
          {aloud.words !== undefined && (
            <ol className="aloud">
              {aloud.words.map((word, at) => (
                <li key={`${word} ${at}`}>{word}</li>
              ))}
            </ol>
          )}
          <p className="code aloud__digits" dir="ltr">
            {aloud.digits}
          </p>
        </output>
      )}
    </Section>
  )
}

/** The same words where they are signed, where they are placed, and at the desk. */
function Elsewhere({ room, instrument }: Props) {
  const words = useWords()
  const { rooms, base, mediates } = useTalks()
  const { digest } = standingOf(instrument).fields
  const others = rooms.flatMap(other => {
    const same = other === room ? undefined : sameInstrumentIn(other, digest)
    return same === undefined ? [] : [{ other, same }]
  })
  if (others.length === 0) return null
  return (
    <Section title={words.t('close.elsewhere')}>
      <ul className="closing">
        {others.map(({ other, same }) => (
          <li key={other.id}>
            <Link to={`${base}/rooms/${other.id}/instrument/${same.item}`}>
              {roomName(other, words, mediates)}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** In the order of the instrument, each in a column of one width. */
function Ladders({ room, instrument }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const w = useWriting(room)
  const [proofs, setProofs] = useState<ReadonlyMap<string, SigningProof>>(new Map())
  const size = room.size
  useEffect(() => {
    let isHere = true
    const find = async () => {
      const found = await proofsOfSignings(session, room, instrument)
      if (isHere) setProofs(found)
    }
    void find()
    return () => {
      isHere = false
    }
    // Once for each state of the room.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [session, instrument.item, size])
  const signings = signingsOn(instrument, room)
  return (
    <div className="ladders">
      {ladderLines(w, instrument).map(line => (
        <Ladder
          key={line.party}
          line={line}
          unproved={signings.some(
            each => standingOf(each).fields.party === line.party && proofs.get(each.item) === 'none',
          )}
          warning={t('term.proof.none')}
        />
      ))}
    </div>
  )
}

type LadderProps = { readonly line: LadderLine; readonly unproved: boolean; readonly warning: string }

const Ladder = ({ line, unproved, warning }: LadderProps) => (
  <section className="ladder" aria-label={line.name}>
    <h3>
      <bdi>{line.name}</bdi>
    </h3>
    <p className="ladder__rung">{line.rung}</p>
    <ul>
      {line.signed.map(each => (
        <li key={each}>
          <Said text={each} />
        </li>
      ))}
    </ul>
    <p>{line.inForce}</p>
    {unproved && <p role="alert">{warning}</p>}
  </section>
)
