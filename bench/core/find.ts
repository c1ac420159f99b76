/**
 * A search for two words in 20,000 messages, as it is asked at every key that is pressed: the first time, when their texts are folded, and
 * afterwards; against looking for the same two in the texts as they stand. `node bench/core/find.ts [messages]`.
 */

import { openFinder } from '../../packages/client/src/finding/find.ts'
import {
  applyEntry,
  beginRoom,
  type Entry,
  type RoomId,
  type RoomState,
} from '../../packages/core/src/index.ts'

const messagesCount = Number(process.argv[2] ?? 20_000)
const keysCount = 21

const entryOf = (position: number, act: object): Entry =>
  ({
    id: `entry-${position}`,
    device: 'device-lead',
    time: 1_800_000_000_000 + position,
    position,
    act,
  }) as unknown as Entry

const words = 'spring canal meadow winter summer litres harvest bridge road council village minister'.split(
  ' ',
)
const others = 'قناة الوادي الماء المجلس القرية الصيف چشمه آب میانجی شورا Genève été'.split(' ')
let seed = 7
const next = (below: number): number => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed % below
}
/** Three dozen words; one message in four in other letters. */
const bodyOf = (n: number): string => {
  const from = n % 4 === 0 ? others : words
  return `${Array.from({ length: 36 }, () => from[next(from.length)] ?? '').join(' ')}, ${n}.`
}

const card = {
  member: 'member-lead',
  name: 'Lead',
  role: 'lead',
  devices: [{ device: 'device-lead', sign: 'sign', wrap: 'wrap' }],
}
const begun = beginRoom(
  'room-bench' as RoomId,
  entryOf(0, {
    kind: 'room.open',
    process: { process: 'process-bench', title: 'Talks' },
    room: { kind: 'table' },
    terms: { role: 'carry', disclosure: 'closed' },
    founder: card,
    history: 'all',
    rules: 2,
  }),
)
if (!begun.ok) throw new Error(JSON.stringify(begun.error))
const room: RoomState = begun.value
const bodies = Array.from({ length: messagesCount }, (_, n) => bodyOf(n))
for (const [n, body] of bodies.entries()) {
  const act = { kind: 'message.say', message: `message-${n}`, form: 'paper', binding: false, body }
  const said = applyEntry(room, entryOf(n + 1, act))
  if (!said.ok) throw new Error(JSON.stringify(said.error))
}

/** Of the processor apart: on a busy machine others have it for half of the time that passes. */
type Took = { readonly ms: number; readonly processorMs: number }
const timed = (work: () => unknown): Took => {
  const [start, before] = [performance.now(), process.threadCpuUsage()]
  work()
  const { user, system } = process.threadCpuUsage(before)
  return { ms: performance.now() - start, processorMs: (user + system) / 1_000 }
}
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
const middle = (times: readonly Took[]): Took => ({
  ms: median(times.map(({ ms }) => ms)),
  processorMs: median(times.map(({ processorMs }) => processorMs)),
})

const find = await openFinder()
const query = 'meadow 1003'
const first = timed(() => find([room], { words: query }))
const again = middle(
  Array.from({ length: keysCount }, (_, key) =>
    timed(() => find([room], { words: query.slice(0, 1 + (key % 11)) })),
  ),
)
const scan = middle(
  Array.from({ length: keysCount }, () =>
    timed(() => bodies.filter(text => text.includes('meadow') && text.includes('1003')).length),
  ),
)
console.log(`${messagesCount.toLocaleString('en')} messages, ${find([room], { words: query }).count} found`)
const line = (what: string, { ms, processorMs }: Took): void =>
  console.log(
    `${what.padEnd(20)} ${ms.toFixed(1).padStart(7)} ms, ${processorMs.toFixed(1).padStart(6)} ms of them on the processor   ${(processorMs / scan.processorMs).toFixed(2)} × substring scan`,
  )
line('substring scan', scan)
line('the first key', first)
line('each further key', again)
