/** People, rooms and acts for the tests: a lead and two mediators, parties A and B, a guarantor, an observer. */

import {
  type Act,
  applyEntry,
  beginRoom,
  type Conveyance,
  type ConveyanceId,
  carryOut,
  type DeliveryId,
  type DeviceCard,
  type DeviceId,
  type Entry,
  type EntryId,
  type MemberCard,
  type MemberId,
  type MessageId,
  type PartyCard,
  type PartyId,
  type ProcessId,
  parseAct,
  type Result,
  type Role,
  type RoomId,
  type RoomKind,
  type RoomState,
  type Sides,
  type Terms,
} from '../src/index.ts'

export const deviceOf = (person: string, nth = 1): DeviceCard => ({
  device: `device-${person}-${nth}` as DeviceId,
  sign: `sign-${person}`,
  wrap: `wrap-${person}`,
})

export const memberId = (person: string): MemberId => `member-${person}` as MemberId
export const partyA: PartyCard = {
  party: 'party-aa' as PartyId,
  name: 'Avalon',
  kind: 'party',
  hidden: false,
  account: true,
}
export const partyB: PartyCard = { ...partyA, party: 'party-bb' as PartyId, name: 'Borduria' }
export const thirdParty: PartyCard = {
  ...partyA,
  party: 'party-cc' as PartyId,
  name: 'Caledon',
  kind: 'third',
  thirdRole: 'guarantor',
}

const people: Readonly<Record<string, readonly [Role, PartyCard?]>> = {
  lead: ['lead'],
  second: ['mediator'],
  helper: ['mediator'],
  principalA: ['principal', partyA],
  headA: ['head', partyA],
  delegateA: ['delegate', partyA],
  adviserA: ['adviser', partyA],
  counselA: ['counsel', partyA],
  headB: ['head', partyB],
  delegateB: ['delegate', partyB],
  guarantor: ['guarantor', thirdParty],
  observer: ['observer', thirdParty],
  witness: ['witness', thirdParty],
}

export function cardOf(person: string, changes: Partial<MemberCard> = {}): MemberCard {
  const [role, party] = people[person] ?? ['delegate', partyA]
  return {
    member: memberId(person),
    name: `Name of ${person}`,
    role,
    ...(party === undefined ? {} : { party: party.party }),
    devices: [deviceOf(person)],
    ...changes,
  }
}

let entries = 0

/** The next entry of a room, its act read as one from the log is read. */
export function entryOf(
  room: RoomState | undefined,
  person: string,
  act: unknown,
  changes: Partial<Entry> = {},
): Entry {
  entries += 1
  const parsed = parseAct(act)
  if (!parsed.ok) throw new Error(`not an act: ${JSON.stringify(parsed.error)}`)
  return {
    id: `entry-${entries}` as EntryId,
    device: deviceOf(person).device,
    time: 1_790_000_000_000 + entries,
    position: room?.size ?? 1,
    act: parsed.value,
    ...changes,
  }
}

export type Attempt = Partial<Omit<Extract<Act, { kind: 'room.open' }>, 'kind' | 'founder'>> & {
  readonly kind: RoomKind
  readonly party?: PartyCard
}

export const openingOf = (founder: MemberCard, { kind, party, ...rest }: Attempt): unknown => ({
  kind: 'room.open',
  process: { process: 'process-1' as ProcessId, title: 'Talks' },
  room: { kind, ...(party === undefined ? {} : { party }) },
  terms: { role: 'carry', disclosure: 'closed' } satisfies Terms,
  founder,
  history: 'all',
  ...rest,
})

export const tryOpen = (founder: string, attempt: Attempt, card = cardOf(founder)): Result<RoomState> =>
  beginRoom(
    `room-${attempt.kind}-${attempt.party?.party ?? 'all'}` as RoomId,
    entryOf(undefined, founder, openingOf(card, attempt)),
  )

/** The code with which the act is refused, or `ok`. */
export function does(room: RoomState, person: string, act: unknown): string {
  const result = applyEntry(room, entryOf(room, person, act))
  return result.ok ? 'ok' : result.error.code
}

/** An act that the test takes for granted. */
export function must(room: RoomState, person: string, act: unknown): void {
  const code = does(room, person, act)
  if (code !== 'ok') throw new Error(`${person} may not: ${code} ${JSON.stringify(act)}`)
}

export const admit = (person: string, changes: Partial<MemberCard> = {}): unknown => ({
  kind: 'member.admit',
  card: cardOf(person, changes),
})

export function opened(founder: string, attempt: Attempt, others: readonly string[] = []): RoomState {
  const room = tryOpen(founder, attempt)
  if (!room.ok) throw new Error(room.error.code)
  if (attempt.kind === 'table' || attempt.kind === 'group')
    for (const card of [partyA, partyB, thirdParty]) must(room.value, founder, { kind: 'party.add', card })
  for (const person of others) must(room.value, founder, admit(person))
  return room.value
}

export const caucusA = (
  changes: Partial<Attempt> = {},
  others = ['second', 'headA', 'delegateA', 'adviserA'],
): RoomState => opened('lead', { kind: 'caucus', party: partyA, ...changes }, others)
export const caucusB = (changes: Partial<Attempt> = {}, others = ['second', 'headB']): RoomState =>
  opened('lead', { kind: 'caucus', party: partyB, ...changes }, others)
export const silentA: PartyCard = { ...partyA, account: false }
/** The caucus of a party for which the mediators record. */
export const recordedA = (): RoomState => caucusA({ party: silentA }, ['second'])
export const deskRoom = (): RoomState => opened('lead', { kind: 'desk' }, ['second', 'helper'])
export const tableRoom = (): RoomState =>
  opened('lead', { kind: 'table' }, [
    'second',
    'headA',
    'adviserA',
    'headB',
    'guarantor',
    'observer',
    'witness',
  ])

export const circumstance = { at: 1_780_000_000_000, way: 'by-phone', hearing: 'two neighbours' } as const

let ids = 0
export const freshId = (name: string): string => `${name}-${String((ids += 1)).padStart(6, '0')}`

export const say = (message: string, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  kind: 'message.say',
  message,
  form: 'oral-message',
  binding: false,
  body: 'We could accept a pause of ninety days.',
  ...changes,
})

export const planOf = (
  source: RoomState,
  recipient: RoomState,
  changes: Partial<Conveyance> = {},
): Conveyance => ({
  conveyance: freshId('conveyance') as ConveyanceId,
  delivery: freshId('delivery') as DeliveryId,
  origin: { kind: 'passage', room: source.id, passage: { message: 'message-1' as MessageId } },
  to: recipient.id,
  as: 'unattributed',
  form: 'oral-message',
  binding: false,
  wording: 'A pause may be thinkable.',
  timing: { kind: 'now' },
  tell: 'nothing',
  carrier: memberId('lead'),
  accepted: [],
  ...changes,
})

/** What each room receives of one plan that no desk has said yet. */
export const carriedOut = (
  plan: Conveyance,
  desk: RoomId,
  { source, others = [], recipient }: Sides<RoomState>,
): ReturnType<typeof carryOut> =>
  carryOut({ desk, conveyance: plan.conveyance, isSaid: false }, [plan], id =>
    id === plan.to ? recipient : [source, ...others].find(room => room?.id === id),
  )
