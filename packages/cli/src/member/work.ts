/** A command at work as a member: opens the identity, catches up, acts, sends, and says what of it has arrived. */

import {
  inspectLink,
  inspectVault,
  keepCreationToken,
  learnProofs,
  openSession,
  type ProcessSummary,
  type Session,
  type Vault,
} from '@goodoffices/client'
import type { Violation } from '@goodoffices/core'
import type { Command, Option } from 'commander'
import type { Choosing } from '../names/choose.ts'
import { findProcess } from '../names/find.ts'
import { type Answer, type Definition, define, option, optionsIn, type SharedFlags } from '../shell/define.ts'
import { demand, exits, missing, misuse } from '../shell/exit.ts'
import { wordFor } from '../shell/report.ts'
import type { Terminal } from '../shell/terminal.ts'
import { givenToken, tokenNotes } from './creation-token.ts'
import { askPassphrase, type IdentityFlags, identityDirectory } from './identity-directory.ts'
import { withMove } from './moving.ts'
import { type LineFailure, RelayLine } from './relay-line.ts'
import { sourceStamp } from './stamp.ts'
import { isVaultDirectory, openVaultDirectory } from './vault-directory.ts'

export type LineFlags = {
  readonly offline?: true
  readonly timeout?: string
}
export type MemberFlags = SharedFlags & IdentityFlags & LineFlags & { readonly process?: string }

export type Work<Flags> = {
  readonly session: Session
  readonly vault: Vault
  readonly terminal: Terminal
  readonly args: readonly string[]
  readonly flags: Flags & MemberFlags
  /** The talks meant: those named, or the only ones. */
  readonly processOf: (choosing?: Choosing<ProcessSummary>) => ProcessSummary
  /** Sends what waits and reads what is new. */
  readonly exchange: () => Promise<void>
}

const secondsMax = 600
const secondsDefault = 20

export const identityOptions: readonly Option[] = [
  option('--identity <directory>', 'whose identity; also GOODOFFICES_IDENTITY'),
  option('--passphrase-file <file>', 'what opens it; also GOODOFFICES_PASSPHRASE'),
]
export const lineOptions: readonly Option[] = [
  option('--timeout <seconds>', `how long to wait for an answer of the relay (${secondsDefault})`),
]
const memberOptions: readonly Option[] = [
  ...identityOptions,
  option(
    '--process <title>',
    'which talks, where there are several: their title or id; also GOODOFFICES_PROCESS',
  ),
  option('--offline', 'work with what is on this device; what is decided waits'),
  ...lineOptions,
]

export function readTimeout(flags: LineFlags): number {
  const seconds = Number(flags.timeout ?? secondsDefault)
  if (!(seconds > 0 && seconds <= secondsMax)) throw misuse('timeout-out-of-range', { max: secondsMax })
  return seconds * 1000
}

export function openLine(flags: LineFlags, isPatient = false): RelayLine {
  return new RelayLine({
    isPatient,
    offline: flags.offline === true,
    silenceMsMax: readTimeout(flags),
  })
}

/**
 * Adds a command that a member gives. CLI-5: one that `acts` ends with 4 where what it decided is kept and not yet sent.
 */
export function defineWork<Flags = object>(
  parent: Command,
  terminal: Terminal,
  definition: Definition & {
    readonly acts: boolean | 'sends'
    /** Follows the relay for as long as it runs. */
    readonly isLive?: true
    /** Does its work with what is known here, before anything new is read. */
    readonly isBeforeReading?: true
  },
  work: (work: Work<Flags>) => Promise<Answer>,
): Command {
  const options = () => [...optionsIn(definition.options), ...memberOptions]
  return define<Flags & MemberFlags>(
    parent,
    terminal,
    { ...definition, options, isMember: true },
    async (args, flags) => {
      const directory = identityDirectory(terminal, flags)
      if (!isVaultDirectory(directory)) throw missing('no-identity', { directory })
      const line = openLine(flags, definition.isLive)
      const vault = await openVaultDirectory(directory)
      try {
        if ((await inspectLink(vault)) !== 'none') throw missing('identity-half-made', { directory })
        if ((await inspectVault(vault)) === 'none') throw missing('no-identity', { directory })
        const session = await unlock(vault, {
          line,
          terminal,
          flags,
          live: definition.isLive === true && flags.offline !== true,
        })
        try {
          const { acts, isBeforeReading = false } = definition
          const around = { line, vault, terminal, args, flags, acts, isBeforeReading }
          return await workWith(session, around, work)
        } finally {
          await session.close()
        }
      } finally {
        await vault.close()
      }
    },
  )
}

type Unlocking = {
  readonly line: RelayLine
  readonly terminal: Terminal
  readonly flags: MemberFlags
  readonly live: boolean
}

async function unlock(vault: Vault, { line, terminal, flags, live }: Unlocking): Promise<Session> {
  const options = {
    vault,
    relayAt: (address: string) => line.at(address),
    now: terminal.now,
    live,
    stamp: sourceStamp(),
  }
  const unlocked = await openSession(options)
  if (unlocked.ok || unlocked.error.code !== 'passphrase-needed') return demand(unlocked)
  const passphrase = await askPassphrase(terminal, flags)
  if (passphrase === undefined) return demand(unlocked)
  return demand(await openSession({ ...options, passphrase }))
}

/** Rounds of reading and sending after which a command is content: an answer may call for an answer. */
const roundsMax = 5

async function workWith<Flags>(
  session: Session,
  around: Omit<Work<Flags>, 'session' | 'exchange' | 'processOf'> & {
    readonly line: RelayLine
    readonly acts: boolean | 'sends'
    readonly isBeforeReading: boolean
  },
  work: (work: Work<Flags>) => Promise<Answer>,
): Promise<Answer> {
  const { line, acts, isBeforeReading, ...rest } = around
  const isOffline = rest.flags.offline === true
  const exchange = async (): Promise<void> => {
    if (isOffline) return
    // What was decided goes first: then one round of reading shows whether anything came of it.
    await session.settle()
    for (let round = 0; round < roundsMax; round += 1) {
      const before = session.version()
      await session.goOnline()
      await session.settle()
      if (session.version() === before || line.failure !== undefined) return
    }
  }
  const token = givenToken(rest.terminal, {})
  if (token !== undefined) await keepCreationToken(session, token)
  const atFirst = session.status().troubles
  if (!isBeforeReading) await exchange()
  // ASNT-5: before anything is shown as standing by it.
  for (const { process } of session.processes()) await learnProofs(session, process)
  const beforeWork = session.status().troubles
  const processOf = (choosing?: Choosing<ProcessSummary>): ProcessSummary =>
    findProcess(session, rest.flags.process ?? rest.terminal.env['GOODOFFICES_PROCESS'], choosing)
  const answer = await work({ ...rest, session, exchange, processOf }).catch(async (error: unknown) => {
    throw await withMove(session, error)
  })
  if (acts !== false) await exchange()
  const { waiting, troubles } = session.status()
  const notes = [...(answer.notes ?? [])]
  if (!isOffline && line.failure !== undefined) notes.push(await wordFor(failureOf(line.failure)))
  if (waiting > 0) notes.push(await wordFor({ code: 'acts-waiting', count: waiting }))
  for (const trouble of troubles) notes.push(await wordFor(trouble))
  notes.push(...(await tokenNotes(troubles)))
  if (troubles.length > 0) notes.push(await wordFor({ code: 'troubles-remain', count: troubles.length }))
  // CLI-42: what was in trouble before this act is no failure of it; to send what waits is all that `sync` does.
  const known = new Set((acts === 'sends' ? atFirst : beforeWork).map(troubleKey))
  const isNew = (trouble: Violation): boolean =>
    !known.has(troubleKey(trouble)) && trouble.code !== mendedCode
  const refused = acts === false ? undefined : troubles.find(isNew)
  const isRefused = refused !== undefined
  const isKept = acts !== false && !isOffline && (waiting > 0 || line.failure !== undefined)
  const exit =
    answer.exit ??
    (answer.failed !== undefined
      ? exits.refused
      : isKept
        ? exits.unreached
        : isRefused
          ? exits.refused
          : exits.done)
  const failed: Violation | undefined =
    answer.failed ??
    (exit === exits.unreached
      ? line.failure === undefined
        ? { code: 'acts-waiting', count: waiting }
        : failureOf(line.failure)
      : exit === exits.refused
        ? refused
        : undefined)
  return {
    ...answer,
    ...(failed === undefined ? {} : { failed }),
    // Of several logs the same is said once.
    notes: [...new Set(notes)],
    json: {
      ...answer.json,
      relay: {
        reached: line.isReached,
        waiting,
        ...(line.failure === undefined ? {} : { failure: line.failure.code }),
      },
      troubles,
    },
    exit,
  }
}

const troubleKey = (trouble: Violation): string => JSON.stringify(trouble)

/** Told like a trouble, and none any more: what a relay had lost was given back to it. */
const mendedCode = 'log-given-back'

function failureOf({ code, address, reason }: LineFailure): Violation {
  if (reason !== undefined) return { code: 'relay-untrusted', address, reason }
  if (code === 'unreachable') return { code: 'relay-not-reached', address }
  if (code === 'nonsense') return { code: 'relay-answers-nonsense', address }
  return { code, address }
}
