/** A sample as a live process: real rooms on this page's relay, with the keys of every chair in this browser. */

import {
  type Beside,
  createHttpRelay,
  drawerOf,
  isSilence,
  type Line,
  leadWindows,
  openBeside,
  openSample as openChairs,
  openIndexedDbVault,
  openLine,
  openSession,
  parseSample,
  type Sample as Script,
  type Turn,
  tellingVault,
  type Vault,
  VaultError,
} from '@goodoffices/client'
import { fail, ok, type Result } from '@goodoffices/core'
import { type Chair, type Sample, type SampleName, sampleNames } from './session.ts'
import { reload } from './take-vault.ts'

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

const vaultNameOf = (name: SampleName): string => `goodoffices sample ${name}`

/** What can be made again does not wait for the disk. */
const openVault = (name: SampleName, turn: Turn): Promise<Vault> =>
  openIndexedDbVault(vaultNameOf(name), { durability: 'relaxed', turn, onLost: reload })

/** Opens it as it was left; begins it with the relay's token, where there is one. Fails with `relay-unreachable`, also where the sample's file cannot be fetched. */
export async function openSample(name: SampleName, creationToken?: string): Promise<Result<Sample>> {
  const reading = readFile(name).catch(() => undefined)
  // One database for all chairs: opening one takes longer than reading it.
  const vault = await openVault(name, 'theirs').catch(ofElsewhere)
  const file = await reading
  const address = location.origin
  if (file === undefined) {
    await vault?.close()
    return fail('relay-unreachable', { address })
  }
  const script = parseSample(file)
  if (!script.ok) return script
  if (vault === undefined) return openBesideOthers(name, script.value)
  const sample = await openIn(vault, { name, script: script.value, creationToken })
  // Let go, so that it can be tried again.
  if (!sample.ok) await vault.close()
  return sample
}

/** Undefined where another window has it; whatever else is wrong is a fault. */
function ofElsewhere(error: unknown): undefined {
  if (error instanceof VaultError && error.code === 'vault-in-use') return undefined
  throw error
}

async function openIn(
  vault: Vault,
  {
    name,
    script,
    creationToken,
  }: { readonly name: SampleName; readonly script: Script; readonly creationToken: string | undefined },
): Promise<Result<Sample>> {
  const address = location.origin
  const lines = new Map(script.chairs.map(({ person }) => [person, lineOf(name, person)]))
  const chairs = await openChairs(script, {
    address,
    relay: createHttpRelay({ address }),
    creationToken,
    vaultFor: async person => {
      const line = lines.get(person)
      const drawer = drawerOf(vault, person)
      return line === undefined ? drawer : tellingVault(drawer, line)
    },
  })
  if (!chairs.ok) return chairs
  const [first] = chairs.value
  if (first === undefined) return fail('sample-unreadable', { sample: name })
  const { process } = first
  const seats = chairs.value.map(({ person, label, sit }): Chair => ({ id: person, label, sit: once(sit) }))
  for (const { id, sit } of seats) answerFor(lines.get(id), sit)
  return ok({ name, process, notice: script.notice, chairs: seats })
}

type Sitting = Chair['sit']

/** Shows what the chair holds, and asks the relay for what others have said since. */
function once(sit: Sitting): Sitting {
  const goOnline = async (): ReturnType<Sitting> => {
    const session = await sit()
    // Without a connection the session works on what it holds, and asks again by itself.
    if (session.ok) session.value.goOnline().catch(() => undefined)
    return session
  }
  let sitting: ReturnType<Sitting> | undefined
  return () => (sitting ??= goOnline())
}

// Windows (SYNC-51): one has the vault of all chairs, and in the others every chair is beside the same chair of that one.

const lineOf = (name: SampleName, person: string): Line => openLine(`${vaultNameOf(name)}/${person}`)

/** Whoever asks for a chair in which nobody sits in this window yet makes somebody sit there. */
function answerFor(line: Line | undefined, sit: Sitting): void {
  if (line === undefined) return
  leadWindows({
    line,
    leads: () => true,
    session: async () => {
      const session = await sit()
      return session.ok ? session.value : undefined
    },
    onYield: async () => undefined,
  })
}

async function openBesideOthers(name: SampleName, script: Script): Promise<Result<Sample>> {
  const seats = script.chairs.map(({ person, label }) => new SeatBeside(person, label, lineOf(name, person)))
  const takeOver = async (vault: Vault): Promise<void> => {
    await Promise.all(seats.map(seat => seat.lead(drawerOf(vault, seat.person))))
  }
  const waiting = openVault(name, 'next').then(takeOver)
  waiting.catch(() => undefined)
  const [first] = seats
  // The window that has it may be playing it still, or have gone: then it is this one's turn.
  const entered = await first?.sit().catch(ofSilence)
  const session = entered ?? (await waiting.then(() => first?.sit()))
  if (session?.ok === false) return session
  const [process] = session?.value.processes() ?? []
  if (process === undefined) return fail('sample-unreadable', { sample: name })
  const chairs = seats.map(({ person, label, sit }): Chair => ({ id: person, label, sit }))
  return ok({ name, process: process.process, notice: script.notice, chairs })
}

function ofSilence(error: unknown): undefined {
  if (isSilence(error)) return undefined
  throw error
}

class SeatBeside {
  readonly person: string
  readonly label: string
  readonly #line: Line
  #beside: Promise<Beside> | undefined
  #own: Sitting | undefined
  #leading: Promise<void> | undefined

  constructor(person: string, label: string, line: Line) {
    this.person = person
    this.label = label
    this.#line = line
  }

  sit: Sitting = async () => {
    if (this.#own !== undefined) return this.#own()
    this.#beside ??= this.#enter()
    const entering = this.#beside
    try {
      return ok((await entering).session)
    } catch (error) {
      this.#beside = undefined
      // The window that was asked has gone, and this one is taking its place.
      if (this.#leading === undefined || !isSilence(error)) throw error
      await this.#leading
      return this.sit()
    }
  }

  async #enter(): Promise<Beside> {
    const unheard = { onOver: reload, onSilent: () => undefined }
    const entered = await openBeside({ line: this.#line, ...unheard })
    if (!entered.ok) throw new VaultError('vault-damaged', entered.error.code)
    entered.value.session.goOnline().catch(() => undefined)
    return entered.value
  }

  /** The window that had the vault is gone: this one has it now. */
  lead(drawer: Vault): Promise<void> {
    this.#leading = this.#lead(drawer)
    return this.#leading
  }

  async #lead(drawer: Vault): Promise<void> {
    const vault = tellingVault(drawer, this.#line)
    const beside = await this.#beside?.catch(() => undefined)
    if (beside === undefined) this.#own = once(() => openSession({ vault }))
    else await beside.lead(vault)
    answerFor(this.#line, this.sit)
    this.#line.post({ news: 'leads' })
  }
}
