import { leaksInThing, type ThingAct } from '@goodoffices/client'
import type { Finding, RoomState } from '@goodoffices/core'
import { type ReactNode, useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { Findings, findingKey } from '../desk/findings.tsx'

/** What the leak check names in what a mediator is about to enter, each to be passed deliberately; nothing where nobody else is told. */
export function useLeaks(
  room: RoomState,
  act: ThingAct,
): { readonly open: boolean; readonly shown: ReactNode } {
  const { session, rooms, caucuses } = useTalks()
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set())
  const findings = leaksInThing(rooms, room, act, session.me.member)
  const accept = (finding: Finding, on: boolean) => {
    const next = new Set(accepted)
    if (on) next.add(findingKey(finding))
    else next.delete(findingKey(finding))
    setAccepted(next)
  }
  return {
    open: findings.some(finding => !accepted.has(findingKey(finding))),
    shown:
      findings.length === 0 ? null : (
        <Findings findings={findings} accepted={accepted} onAccept={accept} caucuses={caucuses} />
      ),
  }
}
