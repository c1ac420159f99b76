/**
 * Whole talks on a mediator's device: items, questions and messages in all rooms together. How long it takes to open them from what the
 * device has kept, and to say what waits; the middle of several runs, each beside the limit that it is held to.
 *
 * node bench/client/talks.ts [items] [questions] [messages]     default 500 100 2,000
 */

import { performance } from 'node:perf_hooks'
import {
  askAll,
  createHttpRelay,
  createIdentity,
  createMemoryVault,
  createProcess,
  newId,
  openSession,
  planOfQuestion,
  previewQuestion,
  type RelayPort,
  type Session,
  setAside,
  waitsIn,
} from '@goodoffices/client'
import type { Act, ItemId, MessageId, PartyId, ProcessId, RoomId } from '@goodoffices/core'
import { createMemoryRelay } from '@goodoffices/relay'
import { demand } from './phases.ts'

const [items = 500, questions = 100, messages = 2_000] = process.argv.slice(2).map(Number)
const runs = 7
/** Acts of one write. */
const atOnce = 250
const dayMs = 24 * 3_600_000

type Step = { readonly room: RoomId; readonly act: Act }

/** What the mediators write down in a caucus is that party's word, and is compared with nothing. */
const recorded = { recorded: { at: 1_790_000_000_000, way: 'by-fax' } } as const

const say = (nth: number, isRecorded: boolean): Act => ({
  kind: 'message.say',
  ...(isRecorded ? recorded : {}),
  message: newId<MessageId>(),
  form: 'oral-message',
  binding: false,
  body: `Line ${nth}. The two sides took note of point ${nth} and will come back to it.`,
})

/** Figures in the caucuses; at the desk meetings, minutes and statements as well, in turn. */
function put(nth: number, isRecorded: boolean): Act {
  const of = [
    ['matter', { kind: 'figure', title: `Figure ${nth}` }],
    ['minutes', { title: `Round ${nth}`, points: [{ title: 'Water', said: `Said of point ${nth}.` }] }],
    [
      'statement',
      { kind: 'spoken', speaker: 'The mediators', wordings: [{ language: 'en', body: `They met, ${nth}.` }] },
    ],
    [
      'meeting',
      {
        kind: 'proximity',
        title: `Envoys, ${nth}`,
        when: { kind: 'on', day: '2030-02-06' },
        timeZone: 'UTC',
        venue: 'Istanbul',
        publicity: 'nothing',
        minutesKept: 'no-minutes',
      },
    ],
  ] as const
  const [register, fields] = (isRecorded ? undefined : of[nth % of.length]) ?? of[0]
  const written = isRecorded ? recorded : {}
  return { kind: 'item.put', item: newId<ItemId>(), register, rev: 1, fields, ...written }
}

type Talks = { readonly process: ProcessId; readonly parties: readonly PartyId[] }

async function fill(session: Session, { process, parties }: Talks): Promise<void> {
  const rooms = session.rooms(process).filter(({ kind }) => kind === 'desk' || kind === 'caucus')
  const each = (count: number, act: (nth: number, isRecorded: boolean) => Act): readonly Step[] =>
    Array.from({ length: count }, (_, nth) => {
      const room = rooms[nth % rooms.length]
      if (room === undefined) throw new Error('no rooms')
      return { room: room.id, act: act(nth, room.kind === 'caucus') }
    })
  const steps = [...each(messages, say), ...each(items, put)]
  for (let at = 0; at < steps.length; at += atOnce) demand(await session.actAll(steps.slice(at, at + atOnce)))
  const now = Date.now()
  for (let nth = 0; nth < questions; nth += 1) {
    const plan = demand(
      planOfQuestion(session, process, {
        kind: 'free',
        texts: [{ language: 'en', body: `Could you agree to proposal number ${nth}?` }],
        effect: 'indicates',
        times: { closes: now + dayMs, tellBy: now + 2 * dayMs, early: false },
        parties,
      }),
    )
    const accepted = demand(previewQuestion(session, process, plan)).flatMap(({ findings }) => findings)
    demand(await askAll(session, process, { ...plan, accepted }))
  }
  await session.settle()
}

const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

type Spent = { readonly ms: number; readonly processor: number }

/** Of the middle run; what of it the processor had hangs less on what else goes on. */
async function median(work: () => unknown, after: () => unknown = () => {}): Promise<Spent> {
  const took: Spent[] = []
  for (let run = 0; run < runs; run += 1) {
    const [start, had] = [performance.now(), processorMs()]
    await work()
    took.push({ ms: performance.now() - start, processor: processorMs() - had })
    await after()
  }
  return took.toSorted((a, b) => a.ms - b.ms)[Math.floor(runs / 2)] ?? { ms: 0, processor: 0 }
}

const memory = await createMemoryRelay({ now: Date.now })
const relayAt = (address: string): RelayPort =>
  createHttpRelay({ address, fetch: (input, init) => memory.fetch(new Request(input, init)) })
const vault = createMemoryVault()
const options = { vault, relayAt, live: false, stamp: 'bench' } as const
const { session } = demand(
  await createIdentity({ ...options, name: 'Mediator', address: 'http://relay.example' }),
)
await session.settle()
const talks = demand(
  await createProcess(session, {
    title: 'Talks',
    terms: { role: 'carry', disclosure: 'open' },
    parties: ['North', 'South'].map(name => ({ name, kind: 'party', hidden: false, account: false })),
  }),
)
await fill(session, talks)
await session.close()
// The first opening after much was written keeps what the others begin with.
await demand(await openSession(options)).close()

const counted = { items: 0, questions: 0, messages: 0 }
let open = demand(await openSession(options))
for (const room of open.rooms(talks.process)) {
  counted.items += Object.keys(room.items).length
  counted.questions += Object.keys(room.questionPlans).length
  counted.messages += Object.keys(room.messages).length
}
await open.close()

const opened = await median(
  async () => {
    open = demand(await openSession(options))
    if (open.rooms(talks.process).length < 4) throw new Error('not all rooms are there')
  },
  () => open.close(),
)
open = demand(await openSession(options))
const waiting = waitsIn(open, talks.process)
const [first] = waiting
if (first === undefined) throw new Error('nothing waits')
const today = await median(async () => {
  // As after any change: nothing of what was found before is used again.
  await setAside(open, first, open.looked.aside.size === 0)
  const found = waitsIn(open, talks.process)
  if (found.length !== waiting.length) throw new Error(`${found.length} wait`)
})

console.log(
  `talks of ${counted.items} items, ${counted.questions} questions and ${counted.messages} messages; ${waiting.length} wait`,
)
/** What is on screen first of every area that has to look through all of it. */
const rows: readonly (readonly [string, Spent, number])[] = [
  ['open from what was kept', opened, 150],
  ['Today: what waits, found anew', today, 50],
]
for (const [name, { ms, processor }, max] of rows)
  console.log(
    `${name.padEnd(32)} ${ms.toFixed(1).padStart(8)} ms, processor ${processor.toFixed(1).padStart(6)} ms, at most ${max}${Math.min(ms, processor) <= max ? '' : '  OVER'}`,
  )
await open.close()
// A machine that does something else as well is slow for that, and no more is said of it.
process.exit(rows.every(([, { ms, processor }, max]) => Math.min(ms, processor) <= max) ? 0 : 1)
