/** A sample as a live process: real rooms on this page's relay, with the keys of every chair in this browser. */

import {
  createHttpRelay,
  openSample as openChairs,
  openIndexedDbVault,
  parseSample,
} from '@goodoffices/client'
import { fail, ok, type Result } from '@goodoffices/core'
import type { Sample, SampleName } from './session.ts'

const addresses: Readonly<Record<SampleName, URL>> = {
  algiers: new URL('../../../../samples/algiers/sample.json', import.meta.url),
  'two-villages': new URL('../../../../samples/two-villages/sample.json', import.meta.url),
}

/** Opens it as it was left. Fails with `relay-unreachable`, also where the sample's file cannot be fetched. */
export async function openSample(name: SampleName): Promise<Result<Sample>> {
  const address = location.origin
  const file = await fetch(addresses[name]).catch(() => undefined)
  if (file === undefined || !file.ok) return fail('relay-unreachable', { address })
  const sample = parseSample(await file.json())
  if (!sample.ok) return sample
  const chairs = await openChairs(sample.value, {
    address,
    relay: createHttpRelay({ address }),
    vaultFor: person => openIndexedDbVault(`goodoffices sample ${name} ${person}`, { durability: 'relaxed' }),
  })
  if (!chairs.ok) return chairs
  const [first] = chairs.value
  if (first === undefined) return fail('sample-unreadable', { sample: name })
  return ok({
    name,
    process: first.process,
    notice: sample.value.notice,
    chairs: chairs.value.map(({ person, label, session, isRead }) => ({
      id: person,
      label,
      session,
      isRead,
    })),
  })
}
