import { previewAct, speak } from '@goodoffices/client'
import type { Act, EntryId, Finding, Result, RoomState } from '@goodoffices/core'
import { type ReactNode, useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { useWords } from '../../words/words.tsx'
import { Findings, findingKey } from './findings.tsx'

export type Reach = {
  /** Something is named that was not passed deliberately. */
  readonly open: boolean
  /** What the leak check names, each to be passed; nothing where it names nothing, as in what a party says. */
  readonly shown: ReactNode
  /** Says it, with what was passed; refused by the client, too, while something is open. */
  readonly say: (act: Act) => Promise<Result<EntryId>>
}

/** LEAK-12: what a side would read of an act is checked before it is said. `act`: undefined while there is nothing to say. */
export function useReach(room: RoomState, act: Act | undefined): Reach {
  const { t } = useWords()
  const { session, caucuses } = useTalks()
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set())
  const preview = act === undefined ? undefined : previewAct(session, room.id, act)
  const findings = preview?.ok === true ? preview.value.findings : []
  const open = findings.filter(finding => !accepted.has(findingKey(finding)))
  const accept = (finding: Finding, on: boolean) => {
    const next = new Set(accepted)
    if (on) next.add(findingKey(finding))
    else next.delete(findingKey(finding))
    setAccepted(next)
  }
  return {
    open: open.length > 0,
    shown:
      findings.length === 0 ? null : (
        <div className="reach">
          <Findings findings={findings} accepted={accepted} onAccept={accept} caucuses={caucuses} />
          {open.length > 0 && (
            <p className="small quiet" aria-live="polite">
              {t('carry.not-ready-findings', { count: open.length })}
            </p>
          )}
        </div>
      ),
    say: said =>
      speak(
        session,
        room.id,
        said,
        findings.filter(finding => accepted.has(findingKey(finding))),
      ),
  }
}
