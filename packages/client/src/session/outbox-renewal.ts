/** What release 0.1 kept in an outbox, as this one keeps it. */

import { isRecord, type Value } from '@goodoffices/log'

type Kept = { readonly [key: string]: Value }

/** Release 0.1 knew one act that brings about others, and named what it carried. */
export function renewJob(job: Kept): Kept {
  const { after } = job
  if (!isRecord(after) || after['desk'] === undefined) return job
  const { desk, entry, conveyance } = after
  const act: Value = { kind: 'carry.deliver', conveyance: conveyance ?? null }
  return { ...job, after: { room: desk, act, ...(entry === undefined ? {} : { entry }) } }
}
