/** A sample as a live process: real rooms on this page's relay, with the keys of every chair in this browser. */

import {
  createHttpRelay,
  drawerOf,
  type Chair as HeldChair,
  openSample as openChairs,
  openIndexedDbVault,
  parseSample,
  type Vault,
} from '@goodoffices/client'
import { fail, ok, type Result } from '@goodoffices/core'
import { type Chair, type Sample, type SampleName, sampleNames } from './session.ts'

const addresses: Readonly<Record<SampleName, URL>> = {
  algiers: new URL('../../../../samples/algiers/sample.json', import.meta.url),
  'two-villages': new URL('../../../../samples/two-villages/sample.json', import.meta.url),
}

const files = new Map<SampleName, Promise<unknown>>()

function readFile(name: SampleName): Promise<unknown> {
  const known = files.get(name)
  if (known !== undefined) return known
  const reading = fetch(addresses[name]).then(answer => {
    if (!answer.ok) throw new Error(`${answer.status}`)
    return answer.json()
  })
  files.set(name, reading)
  // What could not be fetched is asked for again.
  reading.catch(() => files.delete(name))
  return reading
}

/** Fetches what opening a sample needs of this page's host. */
export function prepareSamples(): void {
  for (const name of sampleNames) readFile(name).catch(() => undefined)
}

/** Opens it as it was left; begins it with the relay's token, where there is one. Fails with `relay-unreachable`, also where the sample's file cannot be fetched. */
export async function openSample(name: SampleName, creationToken?: string): Promise<Result<Sample>> {
  const reading = readFile(name).catch(() => undefined)
  // One database for all chairs: opening one takes longer than reading it.
  const vault = await openIndexedDbVault(`goodoffices sample ${name}`, { durability: 'relaxed' })
  const sample = await openIn(vault, { name, file: await reading, creationToken })
  // Let go, so that it can be tried again.
  if (!sample.ok) await vault.close()
  return sample
}

async function openIn(
  vault: Vault,
  {
    name,
    file,
    creationToken,
  }: { readonly name: SampleName; readonly file: unknown; readonly creationToken: string | undefined },
): Promise<Result<Sample>> {
  const address = location.origin
  if (file === undefined) return fail('relay-unreachable', { address })
  const sample = parseSample(file)
  if (!sample.ok) return sample
  const chairs = await openChairs(sample.value, {
    address,
    relay: createHttpRelay({ address }),
    creationToken,
    vaultFor: async person => drawerOf(vault, person),
  })
  if (!chairs.ok) return chairs
  const [first] = chairs.value
  if (first === undefined) return fail('sample-unreadable', { sample: name })
  return ok({
    name,
    process: first.process,
    notice: sample.value.notice,
    chairs: chairs.value.map(toChair),
  })
}

/** Shows what the chair holds, and asks the relay for what others have said since. */
function toChair({ person, label, sit }: HeldChair): Chair {
  const goOnline = async (): ReturnType<typeof sit> => {
    const session = await sit()
    // Without a connection the session works on what it holds, and asks again by itself.
    if (session.ok) session.value.goOnline().catch(() => undefined)
    return session
  }
  let sitting: ReturnType<typeof sit> | undefined
  return { id: person, label, sit: () => (sitting ??= goOnline()) }
}
