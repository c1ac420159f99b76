import { actUndoably, previewAct, type ReachPreview } from '@goodoffices/client'
import {
  type Act,
  type Finding,
  isMediator,
  isPublic,
  ok,
  type Result,
  type RoomState,
} from '@goodoffices/core'
import { type ReactNode, useState } from 'react'
import type { Session } from '../../session/session.ts'
import { preferences } from '../../settings/preferences.ts'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { useWords } from '../../words/words.tsx'
import { useMandate } from '../mandate/use-mandate.tsx'
import { Findings, findingKey } from './findings.tsx'
import { PreviewFrame } from './preview-frame.tsx'
import { previewTitle } from './recipients.tsx'

export type Reach = {
  /** Something is named that was not passed deliberately. */
  readonly open: boolean
  /** What its readers will see where that is asked for, and what the leak check names, each to be passed; of what a party says what its own mandate says of it. */
  readonly shown: ReactNode
  /** Says it, with what was passed; refused by the client, too, while something is open. */
  readonly say: (act: Act) => Promise<Result<null>>
  /** The same, to be taken back for as long as this reader chose. */
  readonly send: (act: Act) => Promise<Result<null>>
}

/** Whether a side reads what mediators say with it in their own name: what they write down is its own words. */
function isMediatorsWord(room: RoomState, act: Act, session: Session): boolean {
  const me = meIn(room, session)
  const isRead = room.kind === 'caucus' || isPublic(room)
  const isRecorded = 'recorded' in act && act.recorded !== undefined
  return isRead && !isRecorded && me !== undefined && isMediator(me)
}

/**
 * LEAK-12: what a side would read of an act is checked before it is said. `act`: undefined while there is nothing to say;
 * `previewed`: what is read of it is shown first, where its words are more than a remark.
 */
export function useReach(
  room: RoomState,
  act: Act | undefined,
  { previewed = false }: { readonly previewed?: boolean } = {},
): Reach {
  const { session } = useTalks()
  const preview = act === undefined ? undefined : previewAct(session, room.id, act)
  const isSeen = previewed && act !== undefined && isMediatorsWord(room, act, session)
  const { open, shown, accepted } = usePassing(
    room,
    preview?.ok === true ? preview.value : undefined,
    isSeen ? act : undefined,
  )
  const own = useMandate(room, act)
  const steps = (said: Act) => [{ room: room.id, act: said, accepted }, ...own.notes]
  return {
    open: open || own.open,
    shown:
      own.shown === null ? (
        shown
      ) : (
        <>
          {own.shown}
          {shown}
        </>
      ),
    say: async said => {
      const done = await session.actAll(steps(said))
      return done.ok ? ok(null) : done
    },
    send: async said => {
      const sent = await actUndoably(session, steps(said), preferences.undoMs())
      return sent.ok ? ok(null) : sent
    },
  }
}

export type Passing = Pick<Reach, 'open' | 'shown'> & {
  /** What was passed deliberately. */
  readonly accepted: readonly Finding[]
}

/** What the leak check names in what is to stand in a room, each to be passed, under what its readers would see where that is given. */
export function usePassing(
  room: RoomState | undefined,
  preview: Pick<ReachPreview, 'findings' | 'unread'> | undefined,
  seen?: Act,
): Passing {
  const { findings, unread } = preview ?? { findings: [], unread: [] }
  const words = useWords()
  const { t } = words
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set())
  const isAccepted = (finding: Finding): boolean => passed.has(findingKey(finding))
  const open = findings.filter(finding => !isAccepted(finding))
  const accept = (finding: Finding, on: boolean) => {
    const next = new Set(passed)
    if (on) next.add(findingKey(finding))
    else next.delete(findingKey(finding))
    setPassed(next)
  }
  return {
    open: open.length > 0,
    accepted: findings.filter(isAccepted),
    shown:
      room === undefined || (seen === undefined && findings.length === 0 && unread.length === 0) ? null : (
        <div className="reach">
          {seen !== undefined && (
            <div>
              <p className="field__label">{previewTitle(room, words)}</p>
              <PreviewFrame arrival={seen} room={room} />
            </div>
          )}
          <div>
            <p className="field__label">{t('leak.title')}</p>
            <Findings
              unread={unread}
              findings={findings}
              room={room}
              isAccepted={isAccepted}
              onAccept={accept}
            />
            <p className="small quiet">{t('leak.limits')}</p>
          </div>
          {open.length > 0 && (
            <p className="small quiet" aria-live="polite">
              {t('carry.not-ready-findings', { count: open.length })}
            </p>
          )}
        </div>
      ),
  }
}
