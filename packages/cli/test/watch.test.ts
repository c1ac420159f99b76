/** A program that stays connected, in a process of its own, over a relay that goes away and comes back. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startRelay } from '@goodoffices/relay'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { misfitFor, type Shapes } from './fits.ts'
import { type Json, startTalks, type Talks } from './shell.ts'

const launcher = fileURLToPath(new URL('../bin/goodoffices.js', import.meta.url))
const schema = JSON.parse(
  readFileSync(new URL('../../../docs/spec/command-line.schema.json', import.meta.url), 'utf8'),
) as { readonly $defs: Shapes }
const misfit = misfitFor(schema.$defs)

let talks: Talks
let child: ChildProcess | undefined

beforeAll(async () => {
  talks = await startTalks()
}, 120_000)
afterAll(async () => {
  child?.kill('SIGKILL')
  await talks.world.close()
})

type Watching = { readonly child: ChildProcess; readonly out: () => string }

function watch(directory: string, ...args: readonly string[]): Watching {
  const started = spawn(process.execPath, [launcher, 'watch', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GOODOFFICES_IDENTITY: directory },
  })
  child = started
  let out = ''
  started.stdout.on('data', chunk => {
    out += String(chunk)
  })
  return { child: started, out: () => out }
}

const patience = { timeout: 40_000, interval: 100 }

it('CLI-52: tells each new entry in a line, delivers what is due, tells the outcome of a question, comes back to the relay, and ends with 0', async () => {
  const { algeria, iran, states, world } = talks
  const file = join(world.folder, 'rung')
  const at = `${new Date(Date.now() + 8_000).toISOString().slice(0, 19)}Z`
  await algeria(
    'convey',
    '--own',
    '--to',
    'united-states',
    '--wording',
    'We shall go on at noon.',
    '--at',
    at,
  )
  const closing = ['--closes', '2099-02-06T18:00Z', '--early']
  await algeria('question', 'ask', 'Shall you meet on market day?', '--kind', 'meeting', ...closing)
  const watching = watch(
    algeria.directory,
    '--json',
    '--every',
    '1',
    '--exec',
    `env > "${file}"; echo "$#" >> "${file}"`,
  )
  const lines = (): readonly Json[] =>
    watching
      .out()
      .trim()
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Json)
  const bodies = () =>
    lines().flatMap(({ item }) => (item as { readonly body?: string } | undefined)?.body ?? [])
  await vi.waitFor(() => expect(lines()[0]).toMatchObject({ connection: 'live' }), patience)

  await iran('say', 'The secret word is heron.')
  await vi.waitFor(() => expect(bodies()).toEqual(['The secret word is heron.']), patience)
  expect(lines().find(({ item }) => item !== undefined)).toMatchObject({
    handle: 'caucus:iran',
    room: expect.any(String),
  })
  await vi.waitFor(() => expect(existsSync(file) && readFileSync(file, 'utf8')).toMatch(/\n0\n$/), patience)
  expect(readFileSync(file, 'utf8')).not.toMatch(/heron|iran|channel|GOODOFFICES/i)

  await vi.waitFor(
    () =>
      expect(lines()).toContainEqual(
        expect.objectContaining({ delivered: [expect.objectContaining({ to: 'United States' })] }),
      ),
    patience,
  )
  expect((await states('read', 'caucus')).out).toContain('We shall go on at noon.')

  // What falls due while one watches is told, too.
  await iran('question', 'answer', 'q1', 'yes', '--yes')
  await states('question', 'answer', 'q1', 'yes', '--yes')
  await vi.waitFor(
    () => expect(lines()).toContainEqual(expect.objectContaining({ questionsTold: [expect.any(String)] })),
    patience,
  )
  expect((await states('question', 'status', 'q1')).out).toContain('All have said yes.')

  const { port } = new URL(world.relay.url)
  await world.relay.stop()
  await vi.waitFor(() => expect(lines().at(-1)).toMatchObject({ connection: 'offline' }), patience)
  const limits = { requestsPerSecondMax: 10_000, requestsBurstMax: 10_000 }
  world.relay = await startRelay({
    dataFolder: join(world.folder, 'data'),
    port: Number(port),
    logger: () => {},
    limits,
  })
  await iran('say', 'And another.')
  await vi.waitFor(() => expect(bodies()).toContain('And another.'), patience)

  watching.child.kill('SIGTERM')
  expect(await once(watching.child, 'exit')).toEqual([0, null])
  expect(lines().at(-1)).toMatchObject({ ok: true, stopped: true })
  for (const line of lines())
    expect.soft(misfit('goodoffices watch', line), JSON.stringify(line)).toBeUndefined()
  expect(bodies()).toHaveLength(2)

  const inWords = watch(algeria.directory)
  await once(inWords.child.stderr ?? inWords.child, 'data')
  await iran('say', 'In two\nlines.')
  await vi.waitFor(() => expect(inWords.out()).toMatch(/^caucus:iran {2}m3 .*In two lines\. .*\n$/), patience)
  inWords.child.kill('SIGINT')
  expect(await once(inWords.child, 'exit')).toEqual([0, null])
}, 180_000)
