/**
 * A room's state: a pure function of its entries in log order.
 *
 * `applyEntry` takes ownership of the state it is given and hands the same object back, changed; so that a room of a hundred
 * thousand entries opens in one pass. An entry that breaks a rule changes nothing but `rejected`: every member who replays the
 * log rejects the same entries, whatever their clocks say.
 */

import { checkOpening } from '../areas/roster/rules.ts'
import { admit } from '../areas/roster/state.ts'
import { successorOf } from '../areas/team/state.ts'
import { type Act, beginAreas, checkRules, checkTexts, type RoomState, specOf } from '../areas.ts'
import type { DeviceId, RoomId } from '../ids.ts'
import { type CodeIn, fail, ok } from '../result.ts'
import { isWhole, limits } from '../schema.ts'
import type { Entry } from './act.ts'
import { authorOf } from './author.ts'
import { mayBeginEpoch } from './roles.ts'
import { rulesNumber, wholeEpochsSince } from './rules-number.ts'
import { type Member, noteClock, type Room, rejectedMax } from './state.ts'

type Opened = Extract<Act, { readonly kind: 'room.open' }>

/** ROOM-1: the state after a room's first entry, or why it is none. */
export function beginRoom(id: RoomId, entry: Entry) {
  const { act } = entry
  if (act.kind !== 'room.open') return fail('room-not-opened', { kind: act.kind })
  if (!isWhole(entry.time, limits.timeMsMax)) return fail('time-malformed')
  // RULE-4: what this program does not know the rules of, it does not read.
  if (act.rules !== undefined && act.rules > rulesNumber) return fail('rules-newer', { rules: act.rules })
  const checked = checkOpening(act, entry.device)
  if (!checked.ok) return checked
  const rules = act.rules ?? 1
  const taken = checkRules({ rules }, act)
  if (!taken.ok) return taken
  const read = checkTexts({ rules }, act)
  if (!read.ok) return read
  const room: RoomState = { ...ground(id, entry, act), ...beginAreas(act) }
  admit(room, act.founder, entry.position, true)
  record(room, entry, act.founder.member)
  return ok(room)
}

const ground = (id: RoomId, entry: Entry, { room: { title, party, kind }, ...act }: Opened): Room => ({
  id,
  size: entry.position + 1,
  epoch: 1,
  rekeyDue: false,
  rules: act.rules ?? 1,
  kind,
  process: act.process,
  ...(title === undefined ? {} : { title }),
  ...(party === undefined ? {} : { party }),
  history: act.history,
  ...(act.succeeds === undefined ? {} : { succeeds: act.succeeds }),
  members: {},
  devices: {},
  parties: party === undefined ? {} : { [party.party]: party },
  lastPlaced: 0,
  timeline: [],
  seen: {},
  rejected: [],
  rejectedCount: 0,
})

/** What every accepted entry leaves, whatever it is about. */
function record(room: Room, entry: Entry, by: Member['member']): void {
  const { act, position, time } = entry
  const spec = specOf(act)
  room.seen[entry.id] = true
  room.timeline.push({
    position,
    time,
    by,
    kind: act.kind,
    about: spec.about(act),
    ...(spec.stands === 'as-event' ? { act } : {}),
  })
  noteClock(room, entry)
  room.lastPlaced = Math.max(room.lastPlaced, entry.placed ?? time)
}

/**
 * Applies one entry, whose `id` the caller has computed, whose signature it has verified, and whose `act` came from `parseAct`.
 * Accepted or refused, the state is the one given; refused, it differs in `size` and in what it says of refusals. An entry from
 * before `size` is `position-seen` and changes nothing at all; so does `rules-newer`, after rules that this program does not know.
 */
export function applyEntry(room: RoomState, entry: Entry) {
  if (entry.position < room.size) return fail('position-seen', { position: entry.position, size: room.size })
  if (room.newer !== undefined) return fail('rules-newer', { rules: room.newer.rules })
  room.size = entry.position + 1
  const author = checkEntry(room, entry)
  if (!author.ok) {
    room.rejected.push({ position: entry.position, entry: entry.id, violation: author.error })
    if (room.rejected.length > rejectedMax) room.rejected.shift()
    room.rejectedCount += 1
    return author
  }
  const { member } = author.value
  record(room, entry, member)
  const { kind, ...fields } = entry.act
  specOf({ kind }).apply(room, { by: member, position: entry.position, time: entry.time }, fields)
  return ok(room)
}

/** ROOM-18: the entry's author, where its author may do what it says. */
function checkEntry(room: RoomState, entry: Entry) {
  if (!isWhole(entry.time, limits.timeMsMax)) return fail('time-malformed')
  if (Object.hasOwn(room.seen, entry.id)) return fail('entry-repeated')
  const author = authorOf(room, entry.device)
  if (!author.ok) return author
  const checked = checkAct(room, author.value, entry.act)
  if (!checked.ok) return checked
  const placed = specOf(entry.act).checkPlaced?.(room, entry.act, entry.placed ?? entry.time) ?? ok(null)
  return placed.ok ? author : placed
}

/** Whether this member may do this now: the same answer before the act is sent and when it arrives. */
export function checkAct(room: RoomState, author: Member, act: Act) {
  // RET-5: what was destroyed is over.
  if (room.destroyed !== undefined) return fail('record-destroyed')
  if (room.newer !== undefined) return fail('rules-newer', { rules: room.newer.rules })
  // TEAM-12: what goes on elsewhere is said there.
  const successor = successorOf(room)
  if (successor !== undefined && specOf(act).afterwards !== true)
    return fail('room-succeeded', { room: successor })
  const taken = checkRules(room, act)
  if (!taken.ok) return taken
  const checked = specOf(act).check(room, author, act)
  return checked.ok ? checkTexts(room, act) : checked
}

/**
 * Begins an epoch. The caller has checked the signature, the key commitment and that the wraps go to exactly `rosterDevices`;
 * here it is checked that the author may, and that no epoch is begun twice, or out of order. Refused, it changes `size` alone, and
 * from a position before `size` nothing.
 */
export function applyEpoch(
  room: RoomState,
  keys: { readonly epoch: number; readonly device: DeviceId; readonly position: number },
) {
  if (keys.position < room.size) return fail('position-seen', { position: keys.position, size: room.size })
  if (room.newer !== undefined) return fail('rules-newer', { rules: room.newer.rules })
  room.size = keys.position + 1
  if (room.destroyed !== undefined) return fail('record-destroyed')
  // From number 2 on keys say which epoch they follow: one that nobody took is passed over.
  const isNext = room.rules < wholeEpochsSince ? keys.epoch === room.epoch + 1 : keys.epoch > room.epoch
  if (!isNext) return fail('epoch-out-of-order', { expected: room.epoch + 1, got: keys.epoch })
  const author = authorOf(room, keys.device)
  if (!author.ok) return author
  if (!mayBeginEpoch(room, author.value)) return fail('may-not-rekey')
  room.epoch = keys.epoch
  room.rekeyDue = false
  return ok(room)
}

/** Every code with which an entry or an epoch can be refused. */
export type RoomCode = CodeIn<ReturnType<typeof beginRoom | typeof applyEntry | typeof applyEpoch>>
