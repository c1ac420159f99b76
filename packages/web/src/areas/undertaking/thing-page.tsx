import {
  fieldLines,
  registerName,
  sayForce,
  sayOwed,
  standingName,
  titleOf,
  wholeOf,
} from '@goodoffices/client'
import {
  fieldsSchemaOf,
  findRegister,
  isMediator,
  isMediatorsItem,
  permissionForItem,
  type RegisterItem,
  type RoomState,
  standingOf,
  type Undertaking,
} from '@goodoffices/core'
import { useState } from 'react'
import { roomName } from '../../talks/room-name.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { AskThingDialog } from '../item/ask-thing-dialog.tsx'
import { History } from '../item/history.tsx'
import { puttingFor } from '../item/may.ts'
import { Sayings } from '../item/sayings.tsx'
import { CarryDialog } from './carry-dialog.tsx'
import { Circumstances, ExactWords, wordsNow } from './undertaking-card.tsx'
import '../item/thing-lines.css'
import './undertaking.css'

type Props = { readonly room: RoomState; readonly thing: RegisterItem }

/** An undertaking or a one-sided step: its words, how it stands, what was said of it and what may be. */
export function ThingPage({ room, thing }: Props) {
  const words = useWords()
  const { t } = words
  const { session, base, mediates } = useTalks()
  const w = useWriting(room)
  const [now] = useState(Date.now)
  const isUndertaking = thing.register === 'undertaking'
  const placed = { room, thing: thing as unknown as Undertaking }
  const { fields } = standingOf(thing)
  const mayWord = puttingFor(session, room, {
    kind: 'item.put',
    item: thing.item,
    register: thing.register,
    rev: thing.revisions.length + 1,
    fields,
  })
  const force = isUndertaking ? sayForce(w, placed, now) : []
  return (
    <Page
      width="narrow"
      title={titleOf(thing) ?? ''}
      lead={`${registerName(w, thing.register)} · ${standingName(w, thing) ?? ''} · ${roomName(room, words, mediates)}`}
    >
      {force.map(line => (
        <p key={line}>{line}</p>
      ))}
      <div>
        <ExactWords placed={placed} />
      </div>
      {isUndertaking ? <Circumstances placed={placed} /> : <StepLines room={room} thing={thing} />}
      {!isUndertaking && <p className="quiet">{w.vocabulary.terms['nothing-owed']}</p>}
      {isUndertaking && sayOwed(w, placed.thing) === undefined && (
        <p className="quiet">{t('undertaking.agreed')}</p>
      )}
      <Sayings room={room} thing={thing} verbs={wordsNow(thing)} />
      <div className="actions no-print">
        {mayWord !== undefined && room.kind === 'caucus' && (
          <LinkButton weight="text" to={`${base}/rooms/${room.id}/undertaking/${thing.item}/word`}>
            {t('undertaking.word-anew')}
          </LinkButton>
        )}
        <Passing room={room} thing={thing} />
        <Button weight="text" onPress={() => window.print()}>
          {t('fact.print')}
        </Button>
      </div>
      <History room={room} things={[thing]} />
    </Page>
  )
}

function StepLines({ room, thing }: Props) {
  const w = useWriting(room)
  const register = findRegister(thing.register)
  if (register === undefined) return null
  const lines = fieldLines(w, fieldsSchemaOf(register), standingOf(thing).fields, {
    parent: thing.register,
    except: ['title', 'exactWords'],
  })
  return (
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
  )
}

/** UNDT-2: mediators ask for all of it, verbatim, and carry it so; once it is permitted, by one step. */
function Passing({ room, thing }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const [doing, setDoing] = useState<'ask' | 'carry'>()
  const me = meIn(room, session)
  const isHere = room.kind === 'caucus' && me !== undefined && isMediator(me) && !isMediatorsItem(room, thing)
  if (!isHere) return null
  const whole = wholeOf(thing)
  const isPermitted = permissionForItem(room, whole).marking === 'verbatim'
  return (
    <>
      <Button weight="text" onPress={() => setDoing(isPermitted ? 'carry' : 'ask')}>
        {t(isPermitted ? 'undertaking.carry' : 'undertaking.ask-whole')}
      </Button>
      {doing === 'ask' && (
        <AskThingDialog
          room={room}
          thing={thing}
          fields={whole.fields}
          as="verbatim"
          onClose={() => setDoing(undefined)}
        />
      )}
      {doing === 'carry' && <CarryDialog room={room} thing={thing} onClose={() => setDoing(undefined)} />}
    </>
  )
}
