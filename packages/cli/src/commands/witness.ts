/** CLI-63: keeps the heads of one's rooms apart from everything else, and says where a server shows another log than it showed before. */

import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import {
  cosignCheckpoint,
  createHttpRelay,
  createNoteSigner,
  type HeadPort,
  type NoteSigner,
  RelayError,
  verifierToText,
  type WatchedLog,
  watchedLogs,
  witnessHead,
} from '@goodoffices/client'
import type { Violation } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, readTimeout, type Work } from '../member/work.ts'
import { type Answer, option } from '../shell/define.ts'
import { exits, misuse } from '../shell/exit.ts'
import { count, openRows, text, words } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'
import { untilStopped } from '../shell/until-stopped.ts'
import { writeWhole } from '../shell/written-file.ts'
import { Bell } from './bell.ts'

type WitnessFlags = {
  readonly data?: string
  readonly every?: string
  readonly exec?: string
}

const everySecondsMax = 86_400
const keyBytes = 32

export function registerWitness(program: Command, terminal: Terminal): void {
  defineWork<WitnessFlags>(
    program,
    terminal,
    {
      name: 'witness',
      arguments: { '<addresses...>': 'of the server; of a service with several nodes, each' },
      summary: 'compare what a server shows of your rooms with what it showed before, and sign what held',
      options: [
        option('--data <folder>', 'where the heads are kept, best on another disk than the identity').default(
          undefined,
          './witness',
        ),
        option('--every <seconds>', 'go on, and look so often; else look once'),
        option('--exec <command>', 'run this, given as one argument, when something does not hold'),
      ],
      answers: [
        {
          witness: text,
          logs: count,
          held: count,
          alarms: openRows({ code: text, log: text, address: text, file: text }),
          unreached: words,
        },
      ],
      examples: [
        'goodoffices witness https://talks.example',
        'goodoffices witness https://a.talks.example https://b.talks.example --every 300 --exec "mail -s alarm registry@body.example < /dev/null"',
      ],
      more:
        'It asks before it reads anything new, so that nothing is mended before it was seen. What did not hold is kept in the folder: the two\n' +
        'heads, both signed by the server, which anybody can compare. With --every it ends with the first of them.',
      acts: false,
      isBeforeReading: true,
    },
    witness,
  )
}

async function witness(work: Work<WitnessFlags>): Promise<Answer> {
  const { session, terminal, args, flags, exchange } = work
  const unfit = args.find(address => !/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
  if (unfit !== undefined) throw misuse('address-unfit')
  const everyMs = readEvery(flags.every)
  const folder = new Heads(flags.data ?? './witness')
  const signer = await folder.signer()
  const nodes = args.map(address => createHttpRelay({ address, silenceMsMax: readTimeout(flags) }))
  let isStopped = false
  if (everyMs !== undefined) void untilStopped().then(() => (isStopped = true))
  for (;;) {
    const looked = await look(nodes, watchedLogs(session), { folder, signer, now: terminal.now })
    // Only now is anything read that is new, keys among it.
    await exchange()
    if (looked.alarms.length > 0) await ring(terminal, flags.exec)
    if (everyMs === undefined || isStopped || looked.alarms.length > 0) return toAnswer(looked, signer)
    await pause(everyMs)
  }
}

function readEvery(every: string | undefined): number | undefined {
  if (every === undefined) return undefined
  const seconds = Number(every)
  if (!(seconds >= 1 && seconds <= everySecondsMax))
    throw misuse('every-out-of-range', { max: everySecondsMax })
  return seconds * 1000
}

type Alarm = Violation & { readonly log: string; readonly address: string; readonly file: string }
type Looked = {
  readonly logs: number
  readonly held: number
  readonly alarms: readonly Alarm[]
  readonly unreached: readonly string[]
}

type Witness = { readonly folder: Heads; readonly signer: NoteSigner; readonly now: () => number }

/** Each log at each node, one after the other: what one node shows must go on from what the one before it showed. */
async function look(
  nodes: readonly HeadPort[],
  logs: readonly WatchedLog[],
  { folder, signer, now }: Witness,
): Promise<Looked> {
  const alarms: Alarm[] = []
  const unreached = new Set<string>()
  let held = 0
  for (const log of logs) {
    let known = folder.read(log.log) ?? log.checkpoint
    let isHeld = true
    for (const node of nodes) {
      if (unreached.has(node.address)) continue
      try {
        const shown = await witnessHead(node, log, known)
        if (shown.ok) known = shown.value
        else {
          isHeld = false
          const { known: before, note, ...told } = shown.error
          const file = folder.keepAlarm(log.log, [known, String(before ?? ''), String(note ?? '')], now())
          alarms.push({ ...told, log: log.log, address: node.address, file })
        }
      } catch (error) {
        if (!(error instanceof RelayError)) throw error
        isHeld = false
        unreached.add(node.address)
      }
    }
    if (known !== '') folder.keep(log.log, await cosignCheckpoint(known, signer, Math.floor(now() / 1000)))
    if (isHeld) held += 1
  }
  return { logs: logs.length, held, alarms, unreached: [...unreached] }
}

function toAnswer({ logs, held, alarms, unreached }: Looked, signer: NoteSigner): Answer {
  const failed: Violation | undefined =
    alarms.length > 0
      ? { code: 'witness-alarm', count: alarms.length }
      : unreached[0] === undefined
        ? undefined
        : { code: 'relay-unreachable', address: unreached[0] }
  const lines = alarms.map(({ code, log, address, file }) => `  ${code} ${log} ${address}: ${file}`)
  return {
    text: [`${held} of ${logs} logs go on from what was seen of them before.`, ...lines].join('\n'),
    json: { witness: verifierToText(signer), logs, held, alarms, unreached },
    ...(failed === undefined ? {} : { failed }),
    ...(alarms.length === 0 && unreached.length > 0 ? { exit: exits.unreached } : {}),
  }
}

/** Resolves when what `--exec` names has ended. */
function ring(terminal: Terminal, command: string | undefined): Promise<void> {
  if (command === undefined) return Promise.resolve()
  return new Promise(resolve => {
    const onEnd = (code: number): void => {
      if (code !== 0) terminal.err(`What --exec names ended with ${code}.\n`)
      resolve()
    }
    new Bell({ command, everyMs: 0, env: terminal.env, onEnd }).ring()
  })
}

/** The witness's folder: its key, the newest head of each log with its own signature, and what did not hold. */
class Heads {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }

  /** C2SP tlog-cosignature, with a key that is made at the first look. */
  async signer(): Promise<NoteSigner> {
    const path = join(this.#folder, 'witness.key')
    if (statSync(path, { throwIfNoEntry: false }) === undefined)
      writeWhole(path, randomBytes(keyBytes).toString('base64url'), { isOver: false })
    const seed = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')
    if (seed.length !== keyBytes) throw misuse('witness-key-unfit', { file: path })
    return createNoteSigner('witness', new Uint8Array(seed), 'cosignature')
  }

  read(log: string): string | undefined {
    const path = this.#headOf(log)
    return statSync(path, { throwIfNoEntry: false }) === undefined ? undefined : readFileSync(path, 'utf8')
  }

  keep(log: string, note: string): void {
    writeWhole(this.#headOf(log), note, { isOver: true })
  }

  /** Returns the file's name. */
  keepAlarm(log: string, notes: readonly string[], now: number): string {
    const file = join(this.#folder, `${log}.${now}.alarm`)
    writeWhole(file, [...new Set(notes)].filter(note => note !== '').join('\n'), { isOver: true })
    return file
  }

  #headOf(log: string): string {
    return join(this.#folder, `${log}.checkpoint`)
  }
}
