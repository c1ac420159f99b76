import { beyondMandate, beyondSteps, sayMandateFinding } from '@goodoffices/client'
import type { Act, RoomState } from '@goodoffices/core'
import { type ReactNode, useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { Tick } from '../../ui/choice.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import './mandate.css'

export type MandateWarning = {
  /** One's own mandate speaks against it, and nobody has said to go on. */
  readonly open: boolean
  readonly shown: ReactNode
  /** What is noted for the principal with the act. */
  readonly notes: ReturnType<typeof beyondSteps>
}

/** MAND-19: what one's own mandates say of an act, before it is said; nothing where they are silent, or there are none. */
export function useMandate(room: RoomState, act: Act | undefined): MandateWarning {
  const { t } = useWords()
  const { session } = useTalks()
  const w = useWriting(room)
  const [passed, setPassed] = useState('')
  const findings = act === undefined ? [] : beyondMandate(session, room.id, act)
  const sentences = [...new Set(findings.map(each => sayMandateFinding(w, each)))]
  if (sentences.length === 0) return { open: false, shown: null, notes: [] }
  // What is named anew is passed anew.
  const key = sentences.join('\n')
  const isPassed = passed === key
  const notes = beyondSteps(w, findings)
  return {
    open: !isPassed,
    notes,
    shown: (
      <div className="mandate-warning" role="note">
        <p className="mandate-warning__title">{t('mandate.warns')}</p>
        {sentences.map(sentence => (
          <p key={sentence} dir="auto">
            <Said text={sentence} />
          </p>
        ))}
        <Tick
          label={t(notes.length > 0 ? 'mandate.go-on' : 'mandate.go-on-unnoted')}
          hint={t('mandate.own-alone')}
          checked={isPassed}
          onChange={on => setPassed(on ? key : '')}
        />
      </div>
    ),
  }
}
