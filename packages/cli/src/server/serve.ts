/** Runs a relay with the web app until told to stop. */

import { dirname } from 'node:path'
import type { JournalLine, NoticeOptions, Operator, RunningRelay, SecurityContact } from '@goodoffices/relay'
import type { Command } from 'commander'
import { readToken } from '../member/creation-token.ts'
import { type Answer, define, option, repeated, type SharedFlags } from '../shell/define.ts'
import { misuse } from '../shell/exit.ts'
import { webIndex } from '../shell/places.ts'
import { listening } from '../shell/rows.ts'
import { count, rows, text, yesNo } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'
import { untilStopped } from '../shell/until-stopped.ts'
import { loadMailWords } from './mail-words.ts'
import {
  type InForce,
  isSecret,
  portDefault,
  portMax,
  readSettings,
  type SettingName,
  settingNames,
  settingsFile,
} from './settings.ts'

/** As they were typed: what they mean stands in `settings.ts`, by their names. */
export type ServeFlags = SharedFlags & {
  readonly log?: string
  readonly host?: string
  readonly port?: string
}
type Flags = ServeFlags & {
  readonly config?: string
  readonly printSettings?: true
  readonly beginEmpty?: true
}

export const serveOptions = [
  option('--host <host>', 'where to listen').default(undefined, '127.0.0.1'),
  option('--port <port>', 'on which port; 0 lets the system choose').default(undefined, String(portDefault)),
  option('--log <how>', 'structured log lines on standard error: quiet or info').default(
    undefined,
    'quiet: warnings and errors',
  ),
]

export function registerServe(program: Command, terminal: Terminal): void {
  define<Flags>(
    program,
    terminal,
    {
      name: 'serve',
      summary: 'run a relay and the web app, with everything kept in one local folder',
      options: [
        option('--config <file>', 'settings in YAML, under the same names'),
        option('--print-settings', 'show what is in force, and who said so, and start nothing'),
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
        option('--metrics-port <port>', 'on which port OpenMetrics are told; on none unless given'),
        option('--metrics-host <host>', 'where that listens').default(undefined, '127.0.0.1'),
        option(
          '--push-contact <address>',
          'tell members by web push that something waits; push services may turn to this address',
        ),
        repeated(
          '--push-service <host>',
          'a push service that is written to, in the place of the browsers’ own',
        ),
        option(
          '--mail-server <address>',
          'tell members by e-mail that something waits, over this mail server',
        ),
        option('--mail-from <address>', 'from which address'),
        option(
          '--mail-link <address>',
          'where the relay is reached, for the link in each mail that ends them',
        ),
        option(
          '--base-path <path>',
          'what stands before every path, where a proxy passes one on, such as /talks',
        ),
        option('--operator-name <name>', 'who runs it, as whoever joins is shown'),
        option('--operator-country <country>', 'where it stands'),
        option('--operator-pays <who>', 'who pays for it'),
        option('--operator-contact <how>', 'how to reach them'),
        repeated('--security-contact <address>', 'whom to tell of a weakness, for /.well-known/security.txt'),
        option('--security-policy <address>', 'the page that says how reports are dealt with'),
        repeated('--limit <name=number>', 'another limit, such as requestsPerSecondMax=400'),
      ],
      answers: [
        listening,
        { stopped: yesNo },
        {
          settings: rows({ name: text, value: text, 'from?': text }),
          limits: rows({ name: text, value: count }),
        },
      ],
      examples: [
        'goodoffices serve',
        'goodoffices serve --data /var/lib/goodoffices --host 0.0.0.0 --port 8080',
        'goodoffices serve --data /var/lib/goodoffices --store postgres://goodoffices@db.example/goodoffices',
        'goodoffices serve --config /etc/goodoffices.yaml --print-settings',
      ],
      more: 'Each setting may also be said in the environment: --allow-host talks.example as GOODOFFICES_SERVE_ALLOW_HOST=talks.example.',
    },
    async (_args, flags) => {
      const inForce = await readInForce(flags, terminal.env)
      if (flags.printSettings === true) return showSettings(inForce)
      const running = await startServer(terminal, flags, inForce)
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

/** What is in force: typed, in the environment, in the file. */
async function readInForce(flags: Flags, env: Terminal['env']): Promise<InForce> {
  const { defaultLimits } = await import('@goodoffices/relay')
  const file = settingsFile(flags.config, env)
  return readSettings({ flags, env, file, limitNames: Object.keys(defaultLimits) })
}

/** CLI-61: a file that would do the same, and who said what. A database’s password is not shown. */
async function showSettings(inForce: InForce): Promise<Answer> {
  const { defaultLimits } = await import('@goodoffices/relay')
  const limits = Object.entries({ ...defaultLimits, ...inForce.limit.value })
  const said = settingNames
    .filter(name => name !== 'limit')
    .map(name => ({ name, value: shown(name, inForce[name].value), from: inForce[name].where }))
  const lines = said.map(
    ({ name, value, from }) =>
      `${value === '' ? '# ' : ''}${name}: ${value}${from === undefined ? '' : ` # ${from}`}`,
  )
  return {
    text: [...lines, 'limit:', ...limits.map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
    json: {
      settings: said.map(({ from, ...each }) => (from === undefined ? each : { ...each, from })),
      limits: limits.map(([name, value]) => ({ name, value })),
    },
  }
}

function shown(name: SettingName, value: InForce[SettingName]['value']): string {
  if (isSecret(name) && typeof value === 'string') {
    const address = new URL(value)
    if (address.password !== '') address.password = 'hidden'
    if (address.searchParams.has('password')) address.searchParams.set('password', 'hidden')
    return address.href
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object') return Array.isArray(value) ? `[${value.join(', ')}]` : ''
  return String(value ?? '')
}

export async function startServer(
  terminal: Terminal,
  flags: ServeFlags & Pick<Flags, 'beginEmpty'>,
  inForce: InForce,
  dataFolder = inForce.data.value,
): Promise<RunningRelay> {
  const index = webIndex()
  if (index === undefined && flags.json !== true)
    terminal.err('The web app has not been built: npm run build:web builds it. The relay runs without it.\n')
  const { startRelay } = await import('@goodoffices/relay')
  const [port, host, how] = [inForce.port.value, inForce.host.value, inForce.log.value]
  const tokenFile = inForce['creation-token-file'].value
  const metricsPort = inForce['metrics-port'].value
  try {
    return await startRelay({
      dataFolder,
      port,
      host,
      logger: line => log(terminal, line, how),
      limits: inForce.limit.value,
      isByInvitation: inForce['by-invitation'].value,
      isEmptyAccepted: flags.beginEmpty === true,
      allowedOrigins: inForce['allow-origin'].value,
      allowedHosts: inForce['allow-host'].value,
      trustedProxies: inForce['trusted-proxies'].value,
      ...given('store', inForce.store.value),
      ...given('name', inForce.name.value),
      ...given(
        'metrics',
        metricsPort === undefined ? undefined : { port: metricsPort, host: inForce['metrics-host'].value },
      ),
      notices: await noticesOf(inForce),
      ...given('basePath', inForce['base-path'].value),
      ...given('operator', operatorOf(inForce)),
      ...given('security', securityOf(inForce)),
      ...given('webRoot', index === undefined ? undefined : dirname(index)),
      ...given('creationToken', tokenFile === undefined ? undefined : readToken(tokenFile)),
    })
  } catch (error) {
    throw toStop(error, host, port)
  }
}

/** NOTE-12: in which ways members are told; in none unless the operator says so. */
async function noticesOf(inForce: InForce): Promise<NoticeOptions> {
  const [contact, services] = [inForce['push-contact'].value, inForce['push-service'].value]
  const { pushServices } = await import('@goodoffices/relay')
  const server = inForce['mail-server'].value
  const [from = '', address = ''] = [inForce['mail-from'].value, inForce['mail-link'].value]
  return {
    ...given(
      'push',
      contact === undefined
        ? undefined
        : { contact, services: services.length > 0 ? services : pushServices },
    ),
    ...given(
      'mail',
      server === undefined ? undefined : { server, from, address, say: await loadMailWords() },
    ),
  }
}

function operatorOf(inForce: InForce): Operator | undefined {
  const operator = {
    name: inForce['operator-name'].value,
    country: inForce['operator-country'].value,
    pays: inForce['operator-pays'].value,
    contact: inForce['operator-contact'].value,
  }
  return Object.values(operator).some(each => each !== undefined) ? operator : undefined
}

function securityOf(inForce: InForce): SecurityContact | undefined {
  const contacts = inForce['security-contact'].value
  return contacts.length === 0 ? undefined : { contacts, policy: inForce['security-policy'].value }
}

const given = <Name extends string, T>(name: Name, value: T | undefined): { readonly [_ in Name]?: T } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [_ in Name]?: T }

function log(terminal: Terminal, line: JournalLine, how: 'quiet' | 'info'): void {
  if (how === 'info' || line.level !== 'info') terminal.err(`${JSON.stringify(line)}\n`)
}

function toStop(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return misuse('port-in-use', { port, next: port < portMax ? port + 1 : portMax - 1 })
  if (code === 'EACCES' && port < 1024) return misuse('port-not-allowed', { port })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return misuse('host-not-ours', { host })
  return error
}
