/** Runs a relay with the web app until told to stop. */

import { dirname } from 'node:path'
import type { JournalLine, RunningRelay } from '@goodoffices/relay'
import type { Command } from 'commander'
import { readToken } from '../member/creation-token.ts'
import { type Answer, define, option, repeated, type SharedFlags } from '../shell/define.ts'
import { misuse } from '../shell/exit.ts'
import { webIndex } from '../shell/places.ts'
import { listening } from '../shell/rows.ts'
import { yesNo } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'
import { untilStopped } from '../shell/until-stopped.ts'

export const portDefault = 7465
const portMax = 65_535

export type ServeFlags = SharedFlags & {
  readonly data?: string
  readonly store?: string
  readonly host?: string
  readonly port?: string
  readonly name?: string
  readonly creationTokenFile?: string
  readonly byInvitation?: true
  readonly beginEmpty?: true
  readonly allowOrigin?: readonly string[]
  readonly allowHost?: readonly string[]
  readonly trustedProxies?: string
  readonly log?: 'quiet' | 'info'
}

export const serveOptions = [
  option('--host <host>', 'where to listen').default(undefined, '127.0.0.1'),
  option('--port <port>', 'on which port; 0 lets the system choose').default(undefined, String(portDefault)),
  option('--log <how>', 'structured log lines on standard error', ['quiet', 'info']).default(
    undefined,
    'quiet: warnings and errors',
  ),
]

export function registerServe(program: Command, terminal: Terminal): void {
  define<ServeFlags>(
    program,
    terminal,
    {
      name: 'serve',
      summary: 'run a relay and the web app, with everything kept in one local folder',
      options: [
        option('--data <folder>', 'where everything is kept').default(undefined, './data'),
        option(
          '--store <address>',
          'a PostgreSQL database for the logs, which several relays may share; the folder then holds the key alone',
        ),
        ...serveOptions,
        option(
          '--name <name>',
          'the relay’s name in its signatures, such as its host name; fixed at the first start',
        ),
        option('--creation-token-file <file>', 'who may open logs here: whoever has this token'),
        option(
          '--by-invitation',
          'who is in talks here may bring others in; open talks only with the token, if there is one',
        ),
        repeated('--allow-origin <origin>', 'a web app at another address that may use this relay'),
        option(
          '--begin-empty',
          'where relay.key is left and its database is not: begin without logs, and let members bring back what they have',
        ),
        repeated('--allow-host <name>', 'a name by which it is reached, beside its own and localhost'),
        option('--trusted-proxies <number>', 'how many proxies stand before it'),
      ],
      answers: [listening, { stopped: yesNo }],
      examples: [
        'goodoffices serve',
        'goodoffices serve --data /var/lib/goodoffices --host 0.0.0.0 --port 8080',
        'goodoffices serve --data /var/lib/goodoffices --store postgres://goodoffices@db.example/goodoffices',
      ],
    },
    async (_args, flags) => {
      const running = await startServer(terminal, flags, flags.data ?? './data')
      const stopped = untilStopped()
      announce(terminal, running, flags)
      await stopped
      await running.stop()
      return {
        text: flags.json === true ? '' : 'Stopped. Everything acknowledged is kept.',
        json: { stopped: true },
      }
    },
  )
}

/** Says where it listens: one plain sentence, or with `--json` one line, as soon as it does. */
export function announce(
  terminal: Terminal,
  running: RunningRelay,
  flags: SharedFlags,
  more: Answer = { text: '', json: {} },
): void {
  const { url, name, vkey } = running
  terminal.out(
    flags.json === true
      ? `${JSON.stringify({ ok: true, url, name, vkey, ...more.json })}\n`
      : `Good Offices is at ${url}${more.text}. Press Ctrl+C to stop.\n`,
  )
}

export async function startServer(
  terminal: Terminal,
  flags: ServeFlags,
  dataFolder: string,
): Promise<RunningRelay> {
  const port = readCount(flags.port, portDefault, 'port-out-of-range', portMax)
  const proxies = readCount(flags.trustedProxies, 0, 'proxies-out-of-range', 10)
  const index = webIndex()
  if (index === undefined && flags.json !== true)
    terminal.err('The web app has not been built: npm run build:web builds it. The relay runs without it.\n')
  const store = flags.store === undefined ? {} : { store: readStore(flags.store) }
  const { startRelay } = await import('@goodoffices/relay')
  try {
    return await startRelay({
      dataFolder,
      port,
      host: flags.host ?? '127.0.0.1',
      logger: line => log(terminal, line, flags.log ?? 'quiet'),
      ...store,
      ...(index === undefined ? {} : { webRoot: dirname(index) }),
      ...(flags.name === undefined ? {} : { name: flags.name }),
      ...(flags.creationTokenFile === undefined ? {} : { creationToken: readToken(flags.creationTokenFile) }),
      ...(flags.byInvitation === true && { isByInvitation: true }),
      ...(flags.beginEmpty === true && { isEmptyAccepted: true }),
      ...(flags.allowOrigin === undefined ? {} : { allowedOrigins: flags.allowOrigin }),
      ...(flags.allowHost === undefined ? {} : { allowedHosts: flags.allowHost }),
      ...(proxies === 0 ? {} : { trustedProxies: proxies }),
    })
  } catch (error) {
    throw toStop(error, flags, port)
  }
}

function log(terminal: Terminal, line: JournalLine, how: 'quiet' | 'info'): void {
  if (how === 'info' || line.level !== 'info') terminal.err(`${JSON.stringify(line)}\n`)
}

function readStore(address: string): string {
  const isPostgres = URL.canParse(address) && ['postgres:', 'postgresql:'].includes(new URL(address).protocol)
  if (!isPostgres) throw misuse('store-unknown')
  return address
}

function readCount(typed: string | undefined, otherwise: number, code: string, max: number): number {
  if (typed === undefined) return otherwise
  const count = Number(typed)
  if (!Number.isSafeInteger(count) || count < 0 || count > max || typed.trim() === '')
    throw misuse(code, { max })
  return count
}

function toStop(error: unknown, { host = '127.0.0.1' }: ServeFlags, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return misuse('port-in-use', { port, next: port < portMax ? port + 1 : portMax - 1 })
  if (code === 'EACCES' && port < 1024) return misuse('port-not-allowed', { port })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return misuse('host-not-ours', { host })
  return error
}
