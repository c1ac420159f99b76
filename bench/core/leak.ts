/**
 * The leak check of one wording against 2,000 messages, at every key that is pressed: the first time, when their texts are read,
 * and afterwards; against looking for each word of the wording in the same texts. `node bench/core/leak.ts [messages]`.
 */

import {
  applyEntry,
  beginRoom,
  type Conveyance,
  type Entry,
  findLeaksIn,
  type RoomId,
  type RoomState,
} from '../../packages/core/src/index.ts'

const messagesCount = Number(process.argv[2] ?? 2_000)
const keysCount = 21

/** 1,600 words, of which some are said often and most seldom. */
const beginnings = 'ba de fi go ku la me ni po ru sa te vi wo xa ye zi bro cle dra'.split(' ')
const endings = 'n r st l m nd sh ck ve ther ling tion ment ness ward some ful age ism ty'.split(' ')
const vocabulary = beginnings.flatMap(one =>
  endings.flatMap(end => ['', 'a', 'o', 'e'].map(middle => one + middle + end)),
)
let seed = 7
const next = (below: number): number => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed % below
}
/** Three sentences of a dozen words, with a name and a figure now and then. */
const sentence = (place: string): string => {
  const words = Array.from({ length: 12 }, () => vocabulary[next(next(vocabulary.length) + 1)] ?? '')
  if (next(3) === 0) words[6] = place
  if (next(3) === 0) words[9] = String(100 + next(9_000))
  return `We say ${words.join(' ')}.`
}

const party = (name: string) => ({
  party: `party-${name}-id`,
  name,
  kind: 'party',
  hidden: false,
  account: true,
})
const card = (person: string, role: string, of?: string) => ({
  member: `member-${person}`,
  name: person,
  role,
  ...(of === undefined ? {} : { party: of }),
  devices: [{ device: `device-${person}`, sign: 'sign', wrap: 'wrap' }],
})
const entryOf = (person: string, position: number, act: object): Entry =>
  ({
    id: `entry-${person}-${position}`,
    device: `device-${person}`,
    time: 1_800_000_000_000 + position,
    position,
    act,
  }) as unknown as Entry

function caucusOf(name: string): RoomState {
  const side = party(name)
  const opening = {
    kind: 'room.open',
    process: { process: 'process-bench', title: 'Talks' },
    room: { kind: 'caucus', party: side },
    terms: { role: 'carry', disclosure: 'closed' },
    founder: card('lead', 'lead'),
    history: 'all',
    rules: 2,
  }
  const begun = beginRoom(`room-caucus-of-${name}` as RoomId, entryOf('lead', 0, opening))
  if (!begun.ok) throw new Error(JSON.stringify(begun.error))
  const room = begun.value
  const added = applyEntry(
    room,
    entryOf('lead', 1, { kind: 'member.admit', card: card(name, 'head', side.party) }),
  )
  if (!added.ok) throw new Error(JSON.stringify(added.error))
  return room
}

function say(room: RoomState, person: string, position: number, body: string): void {
  const message = `message-${position}-${room.id}`
  const act = { kind: 'message.say', message, form: 'paper', binding: false, body, marking: 'nothing' }
  const said = applyEntry(room, entryOf(person, position, act))
  if (!said.ok) throw new Error(JSON.stringify(said.error))
}

const [north, south] = [caucusOf('North'), caucusOf('South')]
for (let n = 0; n < messagesCount; n += 1) {
  const [room, name, place] =
    n % 2 === 0 ? ([north, 'North', 'Geneva'] as const) : ([south, 'South', 'Bern'] as const)
  say(room, name, n + 2, Array.from({ length: 3 }, () => sentence(place)).join(' '))
}

const wording = `${sentence('Bern')} ${sentence('Bern')} They could meet in Geneva and speak of 4750.`
const planOf = (text: string): Conveyance =>
  ({
    conveyance: 'conveyance-bench',
    delivery: 'delivery-bench',
    origin: { kind: 'mediators' },
    to: south.id,
    as: 'unattributed',
    form: 'paper',
    binding: false,
    wording: text,
    timing: { kind: 'now' },
    tell: 'nothing',
    carrier: 'member-lead',
    accepted: [],
  }) as unknown as Conveyance

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
const check = (text: string) => findLeaksIn(planOf(text), { recipient: south }, [north, south])

const first = timed(() => check(wording))
/** The wording grows at its end, letter by letter. */
const typed = (key: number): string => wording.slice(0, wording.length - keysCount + key)
const again = middle(Array.from({ length: keysCount }, (_, key) => timed(() => check(typed(key)))))
const texts = [north, south].flatMap(room => Object.values(room.messages).map(({ body }) => body))
const words = wording.split(' ')
const scan = middle(
  Array.from({ length: keysCount }, () =>
    timed(() => words.map(word => texts.filter(text => text.includes(word)).length)),
  ),
)

console.log(`${messagesCount.toLocaleString('en')} messages, ${check(wording).length} findings`)
const line = (what: string, { ms, processorMs }: Took): void =>
  console.log(
    `${what.padEnd(20)} ${ms.toFixed(1).padStart(7)} ms, ${processorMs.toFixed(1).padStart(6)} ms of them on the processor   ${(processorMs / scan.processorMs).toFixed(2)} × substring scan`,
  )
line('substring scan', scan)
line('the first key', first)
line('each further key', again)
