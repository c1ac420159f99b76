import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import {
  createMemoryRelay,
  MemoryStore,
  PostgresStore,
  SqliteStore,
  type Store,
  verifyStore,
} from '../src/index.ts'
import { Member } from './harness.ts'
import { startPostgres } from './postgres-server.ts'

const root = mkdtempSync(join(tmpdir(), 'relay-agree-'))
const postgres = await startPostgres()
afterAll(async () => {
  rmSync(root, { recursive: true })
  await postgres?.stop()
})

type Step =
  | { readonly kind: 'append'; readonly count: number; readonly isCompared: boolean }
  | { readonly kind: 'repeat'; readonly which: number }
  | { readonly kind: 'rekey' }
  | { readonly kind: 'destroy'; readonly from: number; readonly count: number }
  | { readonly kind: 'read'; readonly from: number; readonly epochsBack: number }
  | { readonly kind: 'prove'; readonly position: number; readonly epochsBack: number }
  | { readonly kind: 'tick'; readonly ms: number }
  | { readonly kind: 'reopen' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('append'), count: fc.nat(6), isCompared: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('append'), count: fc.constant(200), isCompared: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('repeat'), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rekey') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('destroy'), from: fc.nat(9), count: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('read'), from: fc.nat(20), epochsBack: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('prove'), position: fc.nat(300), epochsBack: fc.nat(2) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('tick'), ms: fc.integer({ min: -5_000, max: 5_000 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen') }) },
)

test('REL-62 LAW the same requests get the same bytes in answer, whatever the store, restarts included', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async steps => {
      const folder = mkdtempSync(join(root, 'store-'))
      const memory = new MemoryStore()
      const clock = { now: 1_800_000_000_000 }
      const now = () => clock.now
      const options = { now, seed: new Uint8Array(32).fill(3), limits: { destroyEnvelopesMax: 4096 } }
      const address = await postgres?.fresh()
      const open = async () => {
        const durable: Store[] = [await SqliteStore.open({ folder })]
        if (address !== undefined) durable.push(await PostgresStore.open(address))
        const relays = [memory, ...durable].map(store => createMemoryRelay({ ...options, store }))
        const close = () => Promise.all(durable.map(store => store.close()))
        return { relays: await Promise.all(relays), close }
      }
      let opened = await open()
      const fetchAll = async (request: Request): Promise<Response> => {
        const answers = await Promise.all(opened.relays.map(relay => relay.fetch(request.clone())))
        const [one, ...others] = await Promise.all(
          answers.map(async answer => {
            const { status, headers } = answer
            return { status, headers, body: Buffer.from(await answer.bytes()) }
          }),
        )
        for (const { status, body } of others)
          expect({ status, body }).toEqual({ status: one?.status, body: one?.body })
        return new Response(one?.body, one)
      }
      const member = await Member.make(fetchAll, now)
      const sent: (readonly Uint8Array[])[] = [[await member.keys()]]
      let { size } = (await member.create(sent[0])).body
      const asOf = (back: number) => member.asOf(Math.max(1, member.epochs.length - back))
      for (const next of steps)
        switch (next.kind) {
          case 'append': {
            const batch = await Promise.all(Array.from({ length: next.count }, () => member.seal()))
            const answer = await member.append(batch, next.isCompared ? size : undefined)
            if (answer.status === 200) {
              sent.push(batch)
              size = answer.body.size
            }
            break
          }
          case 'repeat':
            await member.append(sent[next.which % sent.length] ?? [])
            break
          case 'rekey':
            size = (await member.rekey(size)).body.size
            break
          case 'destroy':
            await member.destroy(next.from, next.from + next.count)
            break
          case 'read':
            await asOf(next.epochsBack).read(next.from)
            break
          case 'prove':
            await asOf(next.epochsBack).get(`inclusion?position=${next.position}`)
            await asOf(next.epochsBack).get(`consistency?from=${next.position + 1}`)
            break
          case 'tick':
            clock.now += next.ms
            break
          case 'reopen':
            await opened.close()
            opened = await open()
            break
          default:
            next satisfies never
        }
      await member.read()
      await opened.close()
      expect((await verifyStore(folder)).findings).toEqual([])
    }),
    { numRuns: Number(process.env['GOODOFFICES_RUNS'] ?? 4) },
  )
})
