/**
 * SYNC-49: who was left out of a room's keys says so where its mediators, or the own side, still hear it, and is sent them once more; and
 * says it in the room itself once they are there.
 */

import {
  type Act,
  authorOf,
  isMediator,
  isPresent,
  type MemberId,
  mayBeginEpoch,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import type { RoomLog } from '../log/room-log.ts'
import { roomsOf } from '../process/held.ts'
import type { Ground } from './engine/ground.ts'

/** Where the room's keys are withheld from this device: says so in another room of the talks, where there is one that the other sides are not in. */
export async function tellWithheld(ground: Ground, log: RoomLog): Promise<void> {
  const room = log.look(
    state =>
      state && {
        process: state.process.process,
        kind: state.kind,
        seat: state.members[ground.identity.member],
        inside: new Set(
          Object.values(state.members)
            .filter(isPresent)
            .map(({ member }) => member),
        ),
      },
  )
  // INV-16: of a delegation no mediator is told.
  if (room?.seat === undefined || room.kind === 'delegation') return
  const kinds = isMediator(room.seat) ? ['desk'] : ['caucus', 'delegation']
  // Nobody learns by it of a room that they are not in; of the table all know.
  const isKnownIn = ({ members }: RoomState): boolean =>
    room.kind === 'table' ||
    Object.values(members).every(each => !isPresent(each) || room.inside.has(each.member))
  const others = roomsOf(ground, room.process).filter(
    other =>
      other.id !== log.id &&
      kinds.includes(other.kind) &&
      isKnownIn(other) &&
      ground.roomLog(other.id)?.isShutOut === false,
  )
  const [other] = others
  if (other !== undefined) await say(ground, other.id, { room: log.id, epoch: log.nextEpoch - 1 })
}

/** Once this device has keys that it was not given: says in the room itself what nobody else could see. */
export async function tellMissed(ground: Ground, log: RoomLog): Promise<void> {
  const { missedEpoch } = log.stewardship
  if (missedEpoch === undefined || log.isShutOut || log.isKeyedOtherwise) return
  log.stewardship.missedEpoch = undefined
  await say(ground, log.id, { epoch: missedEpoch })
}

/** Where it was said before, or the room is of older rules, nothing is. */
async function say(
  ground: Ground,
  room: RoomId,
  said: Omit<Extract<Act, { readonly kind: 'keys.missed' }>, 'kind'>,
): Promise<void> {
  await ground.submit([{ room, act: { kind: 'keys.missed', ...said } }])
}

const answeredKey = (member: MemberId, room: RoomId): string => `keys-sent-again/${member}/${room}`

/** Sends the keys of rooms once more to members who say here that they had none, where this device may change them. */
export async function answerMissed(ground: Ground, log: RoomLog): Promise<void> {
  const told = log.look(state => (state === undefined ? [] : Object.entries(state.missed)))
  for (const [key, epoch] of told) {
    const [member, room] = key.split(' ') as [MemberId, RoomId | undefined]
    if (room === undefined || member === ground.identity.member) continue
    if (!ground.roomLog(room)?.look(state => state !== undefined && mayAnswer(ground, state, member)))
      continue
    const name = answeredKey(member, room)
    if (Number((await ground.box.get(name)) ?? 0) >= epoch) continue
    await ground.enqueue(
      [{ kind: 'welcome', member, rooms: [room] }],
      new Map([[name, await ground.box.seal(name, epoch)]]),
    )
  }
}

function mayAnswer(ground: Ground, state: RoomState, member: MemberId): boolean {
  const author = authorOf(state, ground.deviceIn(state).id)
  const seat = state.members[member]
  return author.ok && mayBeginEpoch(state, author.value) && seat !== undefined && isPresent(seat)
}
