import { fieldLines, nameOfThing, registerName, sayOutcome, standingName } from '@goodoffices/client'
import {
  ballotIn,
  fieldsSchemaOf,
  findRegister,
  type RegisterItem,
  type RoomState,
  standingOf,
  talliesOf,
} from '@goodoffices/core'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Page } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { History } from '../item/history.tsx'
import { Sayings } from '../item/sayings.tsx'
import { ResultForm } from './result-form.tsx'
import '../item/thing-lines.css'
import './close.css'

type Props = { readonly room: RoomState; readonly thing: RegisterItem }

/** A signature, an approval, a ballot or a count: as it stands, its arithmetic, and what may be said of it. */
export function ClosingThingPage({ room, thing }: Props) {
  const words = useWords()
  const { mediates } = useTalks()
  const w = useWriting(room)
  const register = findRegister(thing.register)
  const lines =
    register === undefined
      ? []
      : fieldLines(w, fieldsSchemaOf(register), standingOf(thing).fields, {
          parent: thing.register,
          except: ['proof', 'digest'],
        })
  const ballot = ballotIn(room, thing.item)
  return (
    <Page
      title={nameOfThing(w, thing.item)}
      lead={`${registerName(w, thing.register)} · ${standingName(w, thing) ?? ''} · ${roomName(room, words, mediates)}`}
    >
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
      {ballot !== undefined && (
        <>
          <ol className="closing">
            {talliesOf(ballot, room).flatMap(tally =>
              sayOutcome(w, ballot, tally).map(line => (
                <li key={`${tally.item} ${line}`} className="closing__sum">
                  {line}
                </li>
              )),
            )}
          </ol>
          <ResultForm room={room} ballot={ballot} />
        </>
      )}
      <Sayings room={room} thing={thing} />
      <History room={room} things={[thing]} />
    </Page>
  )
}
