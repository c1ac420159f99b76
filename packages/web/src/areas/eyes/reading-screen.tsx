import {
  draftingIn,
  eyesOn,
  fieldLines,
  giveSecondReading,
  isStillAsRead,
  nameOfThing,
  standingName,
} from '@goodoffices/client'
import {
  type Act,
  draftClauses,
  fieldsSchemaOf,
  findRegister,
  type ItemId,
  type Readable,
  type ReadableOf,
  type RegisterItem,
  type RoomState,
  readingsIn,
  type SecondReading,
  sidesAtTable,
  standingOf,
} from '@goodoffices/core'
import { Suspense, useState } from 'react'
import { LostPage } from '../../frame/lost-page.tsx'
import { lazyScreen, useParams } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { nameIn, useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { withColon } from '../../words/languages.ts'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { PreviewFrame } from '../desk/preview-frame.tsx'
import { History } from '../item/history.tsx'
import { Sayings } from '../item/sayings.tsx'
import { EyesLine } from './eyes-line.tsx'
import '../item/thing-lines.css'

const DraftDocument = lazyScreen(() => import('../text/draft-document.tsx'), 'DraftDocument')

/** EYES-3: what a colleague is asked to read before it is done, as it would be done; and their word. */
export function ReadingScreen() {
  const id = useParams()['thing'] as ItemId | undefined
  return (
    <InRoom>
      {room => {
        const item = readingsIn(room).find(each => each.item === id)
        return item === undefined ? <LostPage /> : <Reading desk={room} item={item} />
      }}
    </InRoom>
  )
}

function Reading({ desk, item }: { readonly desk: RoomState; readonly item: SecondReading }) {
  const { t } = useWords()
  const { session, process } = useTalks()
  const w = useWriting(desk)
  const attempt = useAttempt()
  const [note, setNote] = useState('')
  const thing = item as unknown as RegisterItem
  const { by, fields } = standingOf(item)
  const isAsItWas = isStillAsRead(session, process.process, item)
  const eyes = eyesOn(session, process.process, fields.toRead)
  const isOwn = by === session.me.member
  const isDropped = item.marks.some(({ verb }) => verb === 'eyes-dropped')
  const give = () =>
    whenDone(
      attempt.run(() =>
        giveSecondReading(session, process.process, {
          item: item.item,
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        }),
      ),
      () => setNote(''),
    )
  return (
    <Page
      width="narrow"
      title={nameOfThing(w, item.item)}
      lead={`${nameIn(desk, by)} · ${standingName(w, thing) ?? ''}`}
    >
      <Section title={t('eyes.would')}>
        <Would desk={desk} toRead={fields.toRead} />
      </Section>
      {!isAsItWas && !isDropped && <p className="notice notice--caution">{t('term.eyes-changed')}</p>}
      {eyes !== undefined && isAsItWas && <EyesLine desk={desk} eyes={eyes} />}
      {!isOwn && isAsItWas && !isDropped && (
        <>
          <Field label={t('eyes.note')} optional lines={2} charsMax={2000} value={note} onChange={setNote} />
          <div className="actions">
            <Button weight="main" isDisabled={attempt.busy} onPress={give}>
              {t('say.eyes-seen')}
            </Button>
          </div>
          <AttemptNotice attempt={attempt} />
        </>
      )}
      <Sayings room={desk} thing={thing} verbs={isOwn ? ['eyes-dropped'] : ['eyes-against']} />
      <History room={desk} things={[thing]} />
    </Page>
  )
}

type WouldProps = { readonly desk: RoomState; readonly toRead: Readable }

/** As whoever does it has it before them, of whichever door. */
function Would({ desk, toRead }: WouldProps) {
  const words = useWords()
  const { t, language } = words
  const { rooms, table } = useTalks()
  switch (toRead.door) {
    case 'open': {
      const { note } = toRead
      const act: Act = { kind: 'table.open', ...(note === undefined ? {} : { note }) }
      return (
        <>
          {table !== undefined && note !== undefined && <PreviewFrame arrival={act} room={table} />}
          {table !== undefined &&
            sidesAtTable(table, rooms).map(({ party, consent }) => (
              <div key={party.party}>
                <p>
                  <bdi>{withColon(language, party.name)}</bdi>{' '}
                  {t(consent?.standing === 'given' ? 'eyes.consents' : 'eyes.no-consent')}
                </p>
                {consent?.words !== undefined && (
                  <p className="quote" dir="auto">
                    <q>
                      <Said text={consent.words} />
                    </q>
                  </p>
                )}
              </div>
            ))}
          <p>{t('eyes.told')}</p>
          <Lines desk={desk} toRead={toRead} />
        </>
      )
    }
    case 'destroy': {
      const room = rooms.find(({ id }) => id === toRead.room)
      return room === undefined ? (
        <Lines desk={desk} toRead={toRead} />
      ) : (
        <>
          <p>
            {withColon(language, t('field.room'))} <bdi>{roomName(room, words, true)}</bdi>
          </p>
          {room.retention !== undefined && (
            <p dir="auto">
              {withColon(language, t('field.basis'))} <Said text={room.retention.basis} />
            </p>
          )}
        </>
      )
    }
    case 'issue':
      return <Issued desk={desk} toRead={toRead} />
    case 'bring':
    case 'loosen':
      return <Lines desk={desk} toRead={toRead} />
    default:
      return toRead satisfies never
  }
}

/** The text as each would get it, and to whom it goes. */
function Issued({ desk, toRead }: { readonly desk: RoomState; readonly toRead: ReadableOf<'issue'> }) {
  const words = useWords()
  const { rooms } = useTalks()
  const text = desk.workingTexts[toRead.text]
  if (text === undefined) return <Lines desk={desk} toRead={toRead} />
  return (
    <>
      <p>
        {withColon(words.language, words.t('field.issuedTo'))}{' '}
        {words.list(
          toRead.issuedTo.map(id => {
            const room = rooms.find(each => each.id === id)
            return room === undefined ? id : roomName(room, words, true)
          }),
        )}
      </p>
      <p>{words.t(`attribution.${toRead.attribution}`)}</p>
      <Suspense>
        <DraftDocument clauses={draftClauses(desk, text.text)} language={draftingIn(text)} />
      </Suspense>
    </>
  )
}

/** What was asked, a line a field. */
function Lines({ desk, toRead }: WouldProps) {
  const w = useWriting(desk)
  const register = findRegister('second-reading')
  if (register === undefined) return null
  const lines = fieldLines(w, fieldsSchemaOf(register), { toRead }, { parent: register.name })
  return (
    <dl className="thing-lines">
      {lines.map(({ name, label, text }) => (
        <div key={`${name} ${label}`}>
          <dt>{label}</dt>
          <dd dir="auto">
            <Said text={text} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
