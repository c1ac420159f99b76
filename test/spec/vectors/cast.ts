/** People, rooms and logs of the vectors: every id is readable, every time follows from the position. */

import type { Log, LogLine, RoomCase, RoomFile } from '../../../packages/core/test/vector-operations.ts'
import { runRoomCase } from '../../../packages/core/test/vector-operations.ts'

type Fields = Readonly<Record<string, unknown>>

const began = 1_790_000_000_000
const minute = 60_000
export const timeAt = (position: number): number => began + position * minute
export const day = 86_400_000

const cards: Readonly<Record<string, Fields>> = {
  lead: { name: 'Runa Lind', role: 'lead' },
  second: { name: 'Tomas Vale', role: 'mediator' },
  principal: { name: 'Mara Oke', role: 'principal', party: 'party-avalon' },
  head: { name: 'Ilse Brandt', role: 'head', party: 'party-avalon' },
  adviser: { name: 'Peer Holm', role: 'adviser', party: 'party-avalon' },
  other: { name: 'Dario Conti', role: 'head', party: 'party-borduria' },
  observer: { name: 'Noor Haddad', role: 'observer', party: 'party-caledon' },
}

export const deviceOf = (person: string, nth = 1): Fields => ({
  device: `device-${person}-${nth}`,
  sign: `sign-${person}-${nth}`,
  wrap: `wrap-${person}-${nth}`,
})

export const cardOf = (person: string, changes: Fields = {}): Fields => ({
  member: `member-${person}`,
  ...cards[person],
  devices: [deviceOf(person)],
  ...changes,
})

export const avalon = {
  party: 'party-avalon',
  name: 'Avalon',
  kind: 'party',
  hidden: false,
  account: true,
} as const
export const borduria = { ...avalon, party: 'party-borduria', name: 'Borduria' } as const
export const caledon = {
  ...avalon,
  party: 'party-caledon',
  name: 'Caledon',
  kind: 'third',
  thirdRole: 'observer',
} as const

export const process = { process: 'process-spring', title: 'The spring' } as const
export const closed = { role: 'carry', disclosure: 'closed' } as const

export const opening = (founder: string, room: Fields, changes: Fields = {}): Fields => ({
  kind: 'room.open',
  process,
  room,
  terms: closed,
  founder: cardOf(founder),
  history: 'all',
  rules: 2,
  ...changes,
})

export const admit = (person: string, changes: Fields = {}): Fields => ({
  kind: 'member.admit',
  card: cardOf(person, changes),
})

export const say = (message: string, body: string, changes: Fields = {}): Fields => ({
  kind: 'message.say',
  message,
  form: 'oral-message',
  binding: false,
  body,
  ...changes,
})

/** A thing of a register, and what is said of it. */
export const put = (item: string, register: string, fields: Fields, more: Fields = {}): Fields => ({
  kind: 'item.put',
  item: `item-${item}`,
  register,
  rev: 1,
  fields,
  ...more,
})
export const mark = (item: string, verb: string, more: Fields = {}): Fields => ({
  kind: 'item.mark',
  item: `item-${item}`,
  rev: 1,
  verb,
  ...more,
})

/** Somebody's act; `changes` where the entry is not what the next one would be. Or keys, by whom, for which epoch. */
export type Step =
  | readonly [person: string, act: Fields, changes?: Partial<Extract<LogLine, { act: unknown }>>]
  | { readonly keys: string; readonly epoch: number }

/** How most logs begin. */
export const openCaucus = opening('lead', { kind: 'caucus', party: avalon })
export const openDesk = opening('lead', { kind: 'desk' })
export const openTable = opening('lead', { kind: 'table' })
export const known = (card: Fields): Step => ['lead', { kind: 'party.add', card }]
export const remove = (person: string): Fields => ({
  kind: 'member.remove',
  member: `member-${person}`,
})
export const recorded = { at: timeAt(-60), way: 'by-phone', hearing: 'two neighbours' } as const

export const linesOf = (room: string, steps: readonly Step[], from = 0): readonly LogLine[] =>
  steps.map((step, index) => {
    const position = from + index
    if ('epoch' in step) return { position, keys: { epoch: step.epoch, device: `device-${step.keys}-1` } }
    const [person, act, changes = {}] = step
    const id = `entry-${room.replace(/^room-/, '')}-${position}`
    return { position, id, device: `device-${person}-1`, time: timeAt(position), act, ...changes }
  })

export const logOf = (room: string, steps: readonly Step[]): Log => ({ room, log: linesOf(room, steps) })

export type Draft = Omit<RoomCase, 'expected'> & { readonly refused?: string }

/** What each position of a log makes of the room. */
export const replay = (
  name: string,
  rules: readonly string[],
  room: string,
  steps: readonly Step[],
): Draft => ({
  name,
  rules,
  operation: 'replay',
  input: logOf(room, steps),
})

/**
 * What comes out is worked out here, and read over in the file. Where a refusal is meant, its code is written by hand, and another
 * outcome ends the program.
 */
export function fileOf(about: string, drafts: readonly Draft[], rooms?: RoomFile['rooms']): RoomFile {
  const file: RoomFile = { about, ...(rooms === undefined ? {} : { rooms }), cases: [] }
  const cases = drafts.map(({ refused, ...draft }): RoomCase => {
    const vector = { ...draft, expected: { refused: '' } }
    const expected = runRoomCase(file, vector)
    const code = 'refused' in expected ? expected.refused : undefined
    if (code !== refused) throw new Error(`${draft.name}: ${code ?? 'taken'}`)
    return { ...draft, expected }
  })
  return { ...file, cases }
}
