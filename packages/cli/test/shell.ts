/** Commands run as a person would, in this process: a terminal of strings, directories of their own, a relay that is real. */

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningRelay, type StartOptions, startRelay } from '@goodoffices/relay'
import { run } from '../src/program.ts'

export type Ran = {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The one object of `--json`. */
  readonly json: Json
}
export type Json = { readonly [key: string]: never }

export type Surroundings = {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  /** What a person types where nothing is echoed. */
  readonly hidden?: readonly string[]
  readonly now?: () => number
}

/** Typed at a question, it stops the command as a terminal does. */
export const ctrlC = '\u0003'

/** Runs one command to its end. */
export async function goodoffices(args: readonly string[], around: Surroundings = {}): Promise<Ran> {
  let out = ''
  let err = ''
  const hidden = [...(around.hidden ?? [])]
  const code = await run(args, {
    out: text => {
      out += text
    },
    err: text => {
      err += text
    },
    env: around.env ?? {},
    input: async () => around.input,
    askHidden: async () => {
      const typed = hidden.shift()
      if (typed === ctrlC) throw new DOMException('Aborted with Ctrl+C', 'AbortError')
      return typed
    },
    now: around.now ?? Date.now,
  })
  return {
    code,
    out,
    err,
    get json() {
      return JSON.parse(out) as Json
    },
  }
}

export type Person = {
  readonly directory: string
  /** Runs a command of theirs; one that does not end with 0 fails the test. */
  (...args: readonly string[]): Promise<Ran>
  /** Runs a command of theirs, however it ends. */
  readonly attempt: (args: readonly string[], around?: Surroundings) => Promise<Ran>
}

export type World = {
  readonly folder: string
  relay: RunningRelay
  person(name: string): Promise<Person>
  /** A person whose directory holds nothing yet. */
  stranger(directory: string): Person
  close(): Promise<void>
}

/** `copied`: the folder of another world, stopped, to begin from. */
export async function startWorld(options: Partial<StartOptions> = {}, copied?: string): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'goodoffices-cli-'))
  if (copied !== undefined) cpSync(copied, folder, { recursive: true })
  // A file's tests are one address, which asks faster than people do.
  const limits = { requestsPerSecondMax: 10_000, requestsBurstMax: 10_000 }
  const dataFolder = join(folder, 'data')
  const relay = await startRelay({ dataFolder, logger: () => {}, limits, ...options })
  const world: World = {
    folder,
    relay,
    stranger: directory => toPerson(world, join(folder, directory)),
    person: async name => {
      const person = world.stranger(name.toLowerCase().replaceAll(' ', '-'))
      await person('identity', 'create', '--name', name, '--without-passphrase')
      return person
    },
    close: async () => {
      await world.relay.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return world
}

function toPerson(world: World, directory: string): Person {
  const attempt: Person['attempt'] = (args, around = {}) =>
    goodoffices(args, {
      ...around,
      env: { GOODOFFICES_IDENTITY: directory, GOODOFFICES_RELAY: world.relay.url, ...around.env },
    })
  const act = async (...args: readonly string[]): Promise<Ran> => {
    const ran = await attempt(args)
    if (ran.code !== 0) throw new Error(`goodoffices ${args.join(' ')}: ${ran.code}\n${ran.out}${ran.err}`)
    return ran
  }
  return Object.assign(act, { directory, attempt })
}

/** Brings somebody in: invitation, answer, code compared, acceptance, completion. `on` names the talks where there are several. */
export async function bringIn(
  inviter: Person,
  guest: Person,
  {
    name,
    as,
    on = [],
  }: { readonly name: string; readonly as: readonly string[]; readonly on?: readonly string[] },
): Promise<void> {
  const { link } = (await inviter('invite', name, ...as, ...on, '--json')).json
  await guest('join', String(link))
  const code = await codeOf(inviter, name, on)
  await guest('join', 'accept', code)
  await inviter('invite', 'complete', name, code, ...on)
  await guest('sync')
}

/** The six digits that an inviter is shown. */
export async function codeOf(inviter: Person, name: string, on: readonly string[] = []): Promise<string> {
  const { invitations } = (await inviter('invitations', ...on, '--json')).json
  const all = invitations as unknown as readonly { readonly name: string; readonly code?: string }[]
  const code = all.findLast(each => each.name === name)?.code
  if (code === undefined) throw new Error(`no code for ${name}`)
  return code
}

export type Talks = {
  readonly world: World
  readonly algeria: Person
  readonly iran: Person
  readonly states: Person
}

/** A mediator and two parties who are in. */
export async function startTalks(
  options: readonly string[] = [],
  relay: Partial<StartOptions> = {},
): Promise<Talks> {
  const world = await startWorld(relay)
  const algeria = await world.person('Algeria')
  const iran = await world.person('Iran')
  const states = await world.person('United States')
  await algeria('process', 'create', 'The channel', '--party', 'Iran', '--party', 'United States', ...options)
  await bringIn(algeria, iran, { name: 'Iran', as: ['--party', 'iran'] })
  await bringIn(algeria, states, { name: 'United States', as: ['--party', 'united-states'] })
  return { world, algeria, iran, states }
}
