/** A witness beside a service of several nodes, one of which shows an older state. What is another log, `packages/client/test/witnessing.test.ts` tries. */

import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RunningRelay, startRelay } from '@goodoffices/relay'
import { afterAll, expect, it } from 'vitest'
import { misfitFor, type Shapes } from './fits.ts'
import { type Person, startWorld } from './shell.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../../docs/spec/command-line.schema.json', import.meta.url), 'utf8'),
) as { readonly $defs: Shapes }
const misfit = misfitFor(schema.$defs)

const stops: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const stop of stops.toReversed()) await stop()
})

/** What the relay's folder holds now, served beside it by another relay with its key. */
async function beside(folder: string, name: string): Promise<RunningRelay> {
  const copy = join(folder, name)
  cpSync(join(folder, 'data'), copy, { recursive: true, filter: path => !path.endsWith('relay.lock') })
  const relay = await startRelay({ dataFolder: copy, logger: () => {} })
  stops.push(() => relay.stop())
  return relay
}

it('CLI-63 a witness holds what goes on, and tells of a rollback, with both heads', async () => {
  const world = await startWorld()
  stops.push(() => world.close())
  const person: Person = await world.person('Registry')
  await person('process', 'create', 'The channel', '--party', 'Iran')
  const folder = join(world.folder, 'heads')
  const rung = join(world.folder, 'rung')
  const look = async (...addresses: readonly string[]) => {
    const args = ['witness', ...addresses, '--data', folder, '--exec', `echo rung >> ${rung}`, '--json']
    const ran = await person.attempt(args)
    expect(misfit('goodoffices witness', ran.json), ran.out).toBeUndefined()
    const json = ran.json as unknown as {
      readonly logs: number
      readonly held: number
      readonly witness: string
      readonly unreached: readonly string[]
      readonly alarms: readonly { readonly code: string; readonly log: string; readonly file: string }[]
    }
    return { code: ran.code, json, codes: json.alarms.map(({ code }) => code) }
  }

  const first = await look(world.relay.url)
  expect(first.code).toBe(0)
  expect(first.json.held).toBe(first.json.logs)
  expect(first.json.logs).toBeGreaterThanOrEqual(4)
  const heads = readdirSync(folder).filter(name => name.endsWith('.checkpoint'))
  expect(heads).toHaveLength(first.json.logs)
  // Signed by the server and by the witness, whose key is told.
  expect(first.json.witness).toMatch(/^witness\+[0-9a-f]{8}\+/)
  for (const head of heads)
    expect(readFileSync(join(folder, head), 'utf8').split('\n\n')[1]?.trim().split('\n')).toHaveLength(2)

  const older = await beside(world.folder, 'older')
  await person('note', '--in', 'desk', 'What is said later.')
  expect((await look(world.relay.url)).code).toBe(0)

  // Another node shows what stood there before.
  const back = await look(world.relay.url, older.url)
  expect([back.code, back.codes]).toEqual([3, ['log-rolled-back']])
  expect(back.json.held).toBe(back.json.logs - 1)
  expect(readFileSync(back.json.alarms[0]?.file ?? '', 'utf8').match(/^\d+$/gm)).toHaveLength(2)
  await expect.poll(() => existsSync(rung) && readFileSync(rung, 'utf8')).toBe('rung\n')

  expect((await look('http://127.0.0.1:9')).code).toBe(4)
  expect((await person.attempt(['witness', 'ftp://talks.example', '--json'])).code).toBe(2)
})

it('CLI-64 CLI-65 a host sees how large its logs are and how long unused, and destroys one when nobody has them open', async () => {
  const world = await startWorld()
  stops.push(() => world.close())
  const person = await world.person('Somebody')
  await person('process', 'create', 'The channel', '--party', 'Iran')
  const data = join(world.folder, 'data')
  const list = async (...more: readonly string[]) => {
    const { json } = await person.attempt(['logs', '--data', data, ...more, '--json'])
    return json['logs'] as unknown as readonly {
      readonly log: string
      readonly bytes: number
      readonly used: number
    }[]
  }
  const [bySize, byUse] = [await list(), await list('--by', 'use')]
  expect(bySize.length).toBeGreaterThanOrEqual(2)
  expect(bySize.map(({ bytes }) => bytes)).toEqual(bySize.map(({ bytes }) => bytes).toSorted((a, b) => b - a))
  expect(byUse.map(({ used }) => used)).toEqual(byUse.map(({ used }) => used).toSorted((a, b) => a - b))
  const largest = bySize[0]?.log ?? ''
  const forget = (log: string, ...more: readonly string[]) =>
    person.attempt(['forget', log, '--data', data, ...more])
  expect((await forget(largest)).code).toBe(2)
  expect((await forget(largest, '--yes')).code).toBe(3)
  await world.relay.stop()
  expect((await forget('A'.repeat(43), '--yes')).code).toBe(5)
  const forgotten = await forget(largest, '--yes')
  expect([forgotten.code, forgotten.out]).toEqual([0, expect.stringContaining(`/${largest}\n`)])
  expect((await list()).find(({ log }) => log === largest)?.bytes).toBe(0)
})
