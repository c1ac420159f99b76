import {
  type Circumstance,
  type Consent,
  isMediator,
  isRecordedFor,
  leadsParty,
  type RoomState,
} from '@goodoffices/core'
import { useState } from 'react'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { CircumstanceFields } from '../message/circumstance.tsx'

const consentIn = ({ party, consents }: RoomState): Consent | undefined =>
  party === undefined ? undefined : consents[party.party]

/** Consent is given to terms; when others have been stated since, it was not given to those. */
const isOutdated = (room: RoomState, { standing, terms }: Consent): boolean =>
  standing === 'given' && (terms.role !== room.terms.role || terms.disclosure !== room.terms.disclosure)

/** Whether the side has consented, within which limits, and whether to the terms of today. */
function ConsentLine({ room }: { readonly room: RoomState }) {
  const consent = consentIn(room)
  return (
    <div className="consent__line">
      <p className="quiet">
        <ConsentSentence room={room} />
      </p>
      {consent?.words !== undefined && (
        <p className="quote" dir="auto">
          <q>{consent.words}</q>
        </p>
      )}
    </div>
  )
}

function ConsentSentence({ room }: { readonly room: RoomState }) {
  const { t, day } = useWords()
  const { session } = useTalks()
  const consent = consentIn(room)
  const me = meIn(room, session)
  const whose = me === undefined || isMediator(me) ? 'consent' : 'consent.own'
  return (
    <>
      {t(`${whose}.${consent?.standing ?? 'none'}`, {
        party: room.party?.name ?? '',
        at: consent === undefined ? '' : day(consent.time),
      })}{' '}
      {consent !== undefined && isOutdated(room, consent) && t('consent.outdated')}
    </>
  )
}

/** The same as one line of one height, the limits behind it: no side's head stands higher than another's. */
export function ConsentFold({ room }: { readonly room: RoomState }) {
  const words = consentIn(room)?.words
  if (words === undefined)
    return (
      <p className="consent__fold quiet">
        <ConsentSentence room={room} />
      </p>
    )
  return (
    <details className="consent__fold">
      <summary className="quiet">
        <ConsentSentence room={room} />
      </summary>
      <p className="quote" dir="auto">
        <q>{words}</q>
      </p>
    </details>
  )
}

/** On which terms the mediator acts, and the party's consent to them, given and withdrawn by those who lead it. */
export function ConsentSection({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { session } = useTalks()
  const [open, setOpen] = useState<'give' | 'withdraw'>()
  const me = meIn(room, session)
  if (me === undefined || room.kind !== 'caucus') return null
  const consent = consentIn(room)
  const given = consent?.standing === 'given'
  // The mediators write down the consent of a party that has no account.
  const records = isMediator(me) && isRecordedFor(room)
  const outdated = consent !== undefined && isOutdated(room, consent)
  return (
    <section className="consent" aria-label={t('consent.title')}>
      <p>
        {t(`terms.role-${room.terms.role}`)} {t(`disclosure.${room.terms.disclosure}-hint`)}
      </p>
      <ConsentLine room={room} />
      {(records || leadsParty(me)) && (
        <div className="actions">
          {(!given || outdated) && (
            <Button weight="text" onPress={() => setOpen('give')}>
              {t(outdated ? 'consent.give-again' : 'consent.give')}
            </Button>
          )}
          {given && (
            <Button weight="text" onPress={() => setOpen('withdraw')}>
              {t('consent.withdraw')}
            </Button>
          )}
        </div>
      )}
      {open !== undefined && (
        <ConsentDialog room={room} what={open} records={records} onClose={() => setOpen(undefined)} />
      )}
    </section>
  )
}

type DialogProps = {
  readonly room: RoomState
  readonly what: 'give' | 'withdraw'
  readonly records: boolean
  readonly onClose: () => void
}

function ConsentDialog({ room, what, records, onClose }: DialogProps) {
  const { t } = useWords()
  const { session } = useTalks()
  const { party } = room
  // Limits once set stand in the next consent too, until the party changes them.
  const [words, setWords] = useState(() => {
    const consent = consentIn(room)
    return what === 'give' && consent?.standing === 'given' ? (consent.words ?? '') : ''
  })
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  if (party === undefined) return null
  const said = words.trim() === '' ? undefined : words
  const recorded = records ? { recorded: circumstance } : {}
  const act = () =>
    session.act(
      room.id,
      what === 'give'
        ? {
            kind: 'consent.give',
            party: party.party,
            ...(said === undefined ? {} : { limits: said }),
            ...recorded,
          }
        : {
            kind: 'consent.withdraw',
            party: party.party,
            ...(said === undefined ? {} : { note: said }),
            ...recorded,
          },
    )
  return (
    <ActDialog title={t(`consent.${what}`)} act={act} onClose={onClose}>
      <Field
        label={t(what === 'give' ? 'consent.limits' : 'consent.reason')}
        optional
        lines={3}
        value={words}
        onChange={setWords}
      />
      {records && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
    </ActDialog>
  )
}
