import { doors, type Eyes, fieldOfDoor, loosenedBy } from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { DemandFields, noDemand } from './demand-fields.tsx'
import { useFirstRead } from './use-first-read.tsx'

/** EYES-1: where a second mediator is wanted; the lead states it anew, what is loosened with a colleague who has read that. */
export function EyesSection({ isLead }: { readonly isLead: boolean }) {
  const { t } = useWords()
  const { session, desk } = useTalks()
  const attempt = useAttempt()
  const [change, setChange] = useState<Partial<Eyes>>({})
  const current = Object.fromEntries(
    doors.map(door => [fieldOfDoor[door], desk?.eyes?.[fieldOfDoor[door]] ?? noDemand[fieldOfDoor[door]]]),
  ) as Eyes
  const eyes: Eyes = { ...current, ...change }
  const isLoosened = desk !== undefined && loosenedBy(desk, eyes).length > 0
  const reading = useFirstRead(isLoosened ? { door: 'loosen', ...eyes } : undefined)
  if (desk === undefined) return null
  const act = { kind: 'eyes.set', ...eyes } as const
  const isSame = doors.every(door => eyes[fieldOfDoor[door]] === current[fieldOfDoor[door]])
  return (
    <Section title={t('term.eyes')} hint={t('eyes.hint')}>
      {isLead ? (
        <>
          <DemandFields eyes={eyes} onChange={setChange} />
          {isLoosened && <p className="small quiet">{t('eyes.less')}</p>}
          {isLoosened && reading.shown}
          <AttemptNotice attempt={attempt} />
          <div className="actions">
            <Button
              isDisabled={isSame || attempt.busy || !session.checkAct(desk.id, act).ok}
              onPress={() => void attempt.run(() => session.act(desk.id, act))}
            >
              {t('eyes.state')}
            </Button>
          </div>
        </>
      ) : (
        <dl className="thing-lines">
          {doors.map(door => {
            const field = fieldOfDoor[door]
            return (
              <div key={field}>
                <dt>{t(`field.${field}`)}</dt>
                <dd>{t(`${field}.${current[field]}`)}</dd>
              </div>
            )
          })}
        </dl>
      )}
      <p className="small quiet">{t('term.eyes-limit')}</p>
    </Section>
  )
}
