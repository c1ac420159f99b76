/**
 * How fast a room opens: reading and applying 100,000 mixed entries of a caucus, against plain JSON.parse of the same acts. Run
 * with `node bench/core/apply.ts [entries]`.
 */

import {
  applyEntry,
  beginRoom,
  type Entry,
  findLeaksIn,
  itemsOf,
  parseAct,
  type RoomId,
  type RoomState,
  waitingAtDesk,
} from '../../packages/core/src/index.ts'

const entriesWanted = Number(process.argv[2] ?? 100_000)
const roundsMax = 5

const party = { party: 'party-aa', name: 'Avalon', kind: 'party', hidden: false, account: true }
const card = (person: string, role: string) => ({
  member: `member-${person}`,
  name: person,
  role,
  ...(role === 'lead' ? {} : { party: party.party }),
  devices: [{ device: `device-${person}`, sign: 'sign', wrap: 'wrap' }],
})
const body =
  'We take note of the proposal and could accept a pause of ninety days from 1 March, provided that inspections resume.'

type Said = { readonly person: string; readonly json: string }

/** One message, carried to the end, is these nine entries. */
function exchange(n: number): readonly (readonly [string, object])[] {
  const [message, ask, delivery, readback] = ['message', 'ask', 'delivery', 'readback'].map(
    kind => `${kind}-${n}-id`,
  )
  const part = { part: `part-${n}-id`, from: 0, to: 27 }
  return [
    [
      'head',
      { kind: 'message.say', message, form: 'oral-message', binding: false, body, marking: 'nothing' },
    ],
    ['head', { kind: 'message.mark', message, part, marking: 'unattributed' }],
    ['lead', { kind: 'release.ask', ask, passage: { message }, marking: 'attributed', wording: body }],
    ['head', { kind: 'release.give', ask, marking: 'attributed' }],
    [
      'lead',
      {
        kind: 'convey.tell',
        conveyance: `conveyance-${n}`,
        passage: { message },
        to: 'Borduria',
        marking: 'attributed',
      },
    ],
    [
      'lead',
      {
        kind: 'delivery.make',
        delivery,
        form: 'paper',
        binding: false,
        body,
        verbatim: false,
        answers: message,
      },
    ],
    ['head', { kind: 'readback.give', readback, delivery, body }],
    ['lead', { kind: 'readback.confirm', readback }],
    // One in nine is refused: somebody who is not there.
    ['stranger', { kind: 'readback.confirm', readback }],
  ]
}

const opening = {
  kind: 'room.open',
  process: { process: 'process-1', title: 'Talks' },
  room: { kind: 'caucus', party },
  terms: { role: 'carry', disclosure: 'closed' },
  founder: card('lead', 'lead'),
  history: 'all',
}
const log: readonly Said[] = [
  { person: 'lead', json: JSON.stringify({ kind: 'member.admit', card: card('head', 'head') }) },
  ...Array.from({ length: Math.ceil(entriesWanted / 9) }, (_, n) => exchange(n))
    .flat()
    .map(([person, act]) => ({ person, json: JSON.stringify(act) })),
].slice(0, entriesWanted)

function entryOf(person: string, position: number, value: unknown): Entry {
  const act = parseAct(value)
  if (!act.ok) throw new Error(JSON.stringify(act.error))
  return {
    id: `entry-${position}` as Entry['id'],
    device: `device-${person}` as Entry['device'],
    time: 1_790_000_000_000 + position,
    position,
    act: act.value,
  }
}

function openedRoom(): RoomState {
  const room = beginRoom('room-of-bench' as RoomId, entryOf('lead', 0, opening))
  if (!room.ok) throw new Error(room.error.code)
  return room.value
}

/** The best of a few rounds, in ms. */
function timed(work: () => void): number {
  const rounds = Array.from({ length: roundsMax }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return Math.min(...rounds)
}

const values = log.map(({ json }) => JSON.parse(json) as unknown)
const entries = log.map(({ person }, index) => entryOf(person, index + 1, values[index]))
let room = openedRoom()

const parse = timed(() => {
  for (const { json } of log) JSON.parse(json)
})
const read = timed(() => {
  for (const value of values) parseAct(value)
})
const apply = timed(() => {
  room = openedRoom()
  for (const entry of entries) applyEntry(room, entry)
})
const view = timed(() => itemsOf(room))
const wait = timed(() => waitingAtDesk(room, [room]))
const recipient = openedRoom()
const origin = { kind: 'mediators' as const }
const leaks = timed(() =>
  findLeaksIn(
    {
      conveyance: 'conveyance-x' as never,
      delivery: 'delivery-x' as never,
      origin,
      to: 'room-recipient' as never,
      as: 'unattributed',
      form: 'paper',
      binding: false,
      wording: body,
      timing: { kind: 'now' },
      tell: 'nothing',
      carrier: 'member-lead' as never,
      accepted: [],
    },
    { recipient: { ...recipient, id: 'room-recipient' as RoomId } },
    [room],
  ),
)

const perSecond = (ms: number): string =>
  `${Math.round((log.length / ms) * 1000).toLocaleString('en')} entries/s`
const line = (what: string, ms: number, more: string): void =>
  console.log(`${what.padEnd(24)} ${ms.toFixed(0).padStart(6)} ms   ${more}`)

console.log(
  `${log.length.toLocaleString('en')} entries, ${room.rejectedCount.toLocaleString('en')} of them refused`,
)
line('JSON.parse', parse, perSecond(parse))
line('parseAct', read, `${perSecond(read)}   ${(read / parse).toFixed(2)} x JSON.parse`)
line('applyEntry', apply, `${perSecond(apply)}   ${(apply / parse).toFixed(2)} x JSON.parse`)
line('both', read + apply, `${perSecond(read + apply)}   ${((read + apply) / parse).toFixed(2)} x JSON.parse`)
line('itemsOf', view, 'everything in the room, in order')
line('waitingAtDesk', wait, 'everything that waits')
line('findLeaksIn', leaks, 'one wording against all of it')
