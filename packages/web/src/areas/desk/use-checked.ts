import { previewConveyance } from '@goodoffices/client'
import type { Finding } from '@goodoffices/core'
import { useState } from 'react'
import type { Preview } from '../../session/session.ts'
import type { Talks } from '../../talks/talks.tsx'
import type { Carry } from './carry.ts'
import { findingKey } from './findings.tsx'
import { type Legged, leggedOf } from './legs.ts'

/** What one recipient would receive, and what of it was deliberately passed. */
export type Checked = Legged & {
  readonly preview: Preview
  readonly accepted: readonly Finding[]
  readonly open: readonly Finding[]
}

export type Check = {
  readonly legs: readonly Checked[]
  readonly isAccepted: (leg: Checked, finding: Finding) => boolean
  readonly accept: (leg: Checked, finding: Finding, on: boolean) => void
}

const keyOf = (room: string, finding: Finding): string => `${room} ${findingKey(finding)}`

/** What was found, each once, by its number in the order of the text; one that several would read has one number. */
export function numbersOf(legs: readonly Checked[]): ReadonlyMap<string, number> {
  const all = legs.flatMap(({ preview }) => preview.findings)
  const keys = [...new Set(all.toSorted(byPlace).map(findingKey))]
  return new Map(keys.map((key, at) => [key, at + 1]))
}

/** Those of the wording first. */
const byPlace = (a: Finding, b: Finding): number =>
  Number(a.in !== undefined) - Number(b.in !== undefined) || a.from - b.from

/** The preview and the leak check of each recipient; what is passed is passed to one of them alone. */
export function useChecked(talks: Talks, carry: Carry | undefined): Check {
  const { session, process, desk } = talks
  const legged = carry === undefined ? [] : leggedOf(talks, carry)
  const [passed, setPassed] = useState<ReadonlySet<string>>(() => {
    const kept = legged.flatMap(({ room, plan: { conveyance } }) => {
      const plan = conveyance === undefined ? undefined : desk?.conveyances[conveyance]?.plan
      return (plan?.accepted ?? []).map(finding => keyOf(room.id, finding))
    })
    return new Set(kept)
  })
  const legs = legged.flatMap(leg => {
    const preview = previewConveyance(session, process.process, leg.plan)
    if (!preview.ok) return []
    const isPassed = (finding: Finding): boolean => passed.has(keyOf(leg.room.id, finding))
    const { findings } = preview.value
    return [
      {
        ...leg,
        preview: preview.value,
        accepted: findings.filter(isPassed),
        open: findings.filter(finding => !isPassed(finding)),
      },
    ]
  })
  return {
    legs,
    isAccepted: ({ room }, finding) => passed.has(keyOf(room.id, finding)),
    accept: ({ room }, finding, on) =>
      setPassed(before => {
        const next = new Set(before)
        if (on) next.add(keyOf(room.id, finding))
        else next.delete(keyOf(room.id, finding))
        return next
      }),
  }
}
