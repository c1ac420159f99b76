import type { Terms } from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Section } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { roles, rules } from '../roster/begin-page.tsx'

/** On which terms the mediators act; the lead states them anew in every room, with everybody's knowledge. */
export function TermsSection({ isLead }: { readonly isLead: boolean }) {
  const { t } = useWords()
  const { session, process, rooms, desk, table } = useTalks()
  const attempt = useAttempt()
  const current = (desk ?? table)?.terms ?? process.terms
  const [change, setChange] = useState<Partial<Terms>>({})
  const terms: Terms = { ...current, ...change }
  const changed = terms.role !== current.role || terms.disclosure !== current.disclosure
  const state = () =>
    attempt.run(() =>
      session.actAll(
        rooms
          .map(room => ({ room: room.id, act: { kind: 'terms.set' as const, terms } }))
          .filter(({ room, act }) => session.checkAct(room, act).ok),
      ),
    )
  return (
    <Section title={t('field.terms')} hint={t('terms.hint')}>
      {isLead ? (
        <>
          <div className="pair">
            <Choice
              label={t('begin.role-choice')}
              value={terms.role}
              onChange={role => setChange({ ...change, role })}
              options={roles.map(id => ({ id, label: t(`mediation.${id}`) }))}
            />
            <Choice
              label={t('begin.rule-choice')}
              value={terms.disclosure}
              onChange={disclosure => setChange({ ...change, disclosure })}
              options={rules.map(id => ({
                id,
                label: t(`disclosure.${id}`),
                hint: t(`disclosure.${id}-hint`),
              }))}
            />
          </div>
          <AttemptNotice attempt={attempt} />
          <div className="actions">
            <Button isDisabled={!changed || attempt.busy} onPress={() => void state()}>
              {t('terms.do')}
            </Button>
          </div>
        </>
      ) : (
        <p>
          {t(`terms.role-${current.role}`)} {t(`disclosure.${current.disclosure}-hint`)}
        </p>
      )}
    </Section>
  )
}
