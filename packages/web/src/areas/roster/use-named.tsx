import type { Reaching } from '@goodoffices/client'
import type { Finding, Result } from '@goodoffices/core'
import { type ReactNode, useState } from 'react'
import { findingKey } from '../desk/findings.tsx'
import { usePassing } from '../desk/use-reach.tsx'

/** What brings people in, and what the leak check names in it: the same in each room is shown and passed once. */
type Bringing<T> = {
  readonly look: () => Result<readonly Reaching[]> | Promise<Result<readonly Reaching[]>>
  readonly bring: (accepted: readonly Finding[]) => Promise<Result<T>>
}

type NamedReach = {
  /** Brings them in with what was passed; where something is named that was not, it is refused, and shown. */
  readonly go: <T>(bringing: Bringing<T>) => Promise<Result<T>>
  readonly shown: ReactNode
}

/** LEAK-12: for acts of which nobody writes the words. */
export function useNamed(): NamedReach {
  const [named, setNamed] = useState<readonly Reaching[]>([])
  const [first] = named
  const findings = new Map(
    named.flatMap(({ preview }) => preview.findings).map(finding => [findingKey(finding), finding]),
  )
  const { accepted, shown } = usePassing(first?.room, {
    findings: [...findings.values()],
    unread: first?.preview.unread ?? [],
  })
  const go = async <T,>({ look, bring }: Bringing<T>): Promise<Result<T>> => {
    const done = await bring(accepted)
    if (!done.ok && done.error.code === 'leak-not-accepted') {
      const looked = await look()
      if (looked.ok) setNamed(looked.value)
    }
    return done
  }
  return { go, shown }
}
