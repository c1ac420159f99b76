import { type Circumstance, isMediator, leadsParty, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { CircumstanceFields } from '../sheet/circumstance.tsx'
import { meIn, useTalks } from '../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { SheetDialog } from '../ui/sheet-dialog.tsx'
import { useWords } from '../words/words.tsx'

/** On which terms the mediator acts, and the party's consent to them, given and withdrawn by those who lead it. */
export function Consent({ room }: { readonly room: RoomState }) {
  const { t, day } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  const [open, setOpen] = useState<'give' | 'withdraw'>()
  const [words, setWords] = useState('')
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const me = meIn(room, session)
  const { party } = room
  if (party === undefined || me === undefined) return null
  const consent = room.consents[party.party]
  const given = consent?.standing === 'given'
  // The mediators write down the consent of a party that has no account.
  const records = isMediator(me)
  const send = (kind: 'consent.give' | 'consent.withdraw') =>
    attempt.run(() => {
      const said = words.trim() === '' ? undefined : words
      const recorded = records ? { recorded: circumstance } : {}
      return session.act(
        room.id,
        kind === 'consent.give'
          ? { kind, party: party.party, ...(said === undefined ? {} : { limits: said }), ...recorded }
          : { kind, party: party.party, ...(said === undefined ? {} : { note: said }), ...recorded },
      )
    })
  return (
    <section className="consent" aria-label={t('consent.title')}>
      <p>
        {t(`terms.role-${room.terms.role}`)} {t(`disclosure.${room.terms.disclosure}-hint`)}
      </p>
      <p className="quiet">
        {consent === undefined
          ? t('consent.none')
          : t(given ? 'consent.given' : 'consent.withdrawn', { at: day(consent.time) })}
      </p>
      {consent?.words !== undefined && (
        <p className="quote" dir="auto">
          <q>{consent.words}</q>
        </p>
      )}
      {(records || leadsParty(me)) && (
        <div className="actions">
          <Button weight="text" onPress={() => setOpen(given ? 'withdraw' : 'give')}>
            {t(given ? 'consent.withdraw' : 'consent.give')}
          </Button>
        </div>
      )}
      {open !== undefined && (
        <SheetDialog title={t(`consent.${open}`)} open onClose={() => setOpen(undefined)}>
          <Field
            label={t(open === 'give' ? 'consent.limits' : 'consent.reason')}
            optional
            lines={3}
            value={words}
            onChange={setWords}
          />
          {records && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
          <AttemptNotice attempt={attempt} />
          <div className="actions">
            <Button
              weight="main"
              isDisabled={attempt.busy}
              onPress={() =>
                whenDone(send(open === 'give' ? 'consent.give' : 'consent.withdraw'), () =>
                  setOpen(undefined),
                )
              }
            >
              {t(`consent.${open}`)}
            </Button>
            <Button weight="text" onPress={() => setOpen(undefined)}>
              {t('do.cancel')}
            </Button>
          </div>
        </SheetDialog>
      )}
    </section>
  )
}
