/** Attack 5 by somebody who may begin an epoch and does all of it right but for one member's key. */

import { openGroup } from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import {
  createEpochKey,
  type Device,
  decode,
  encode,
  hash,
  openKeysEnvelope,
  randomBytes,
  seal,
  sealedToValue,
  tags,
  type Value,
} from '@goodoffices/log'
import { beforeAll, expect, it } from 'vitest'
import { keysRecipients } from '../src/log/cards.ts'
import { HostileRelay, insiderOf } from './hostile.ts'
import { beginTalksThrough, bodiesIn, codesOf, meet, say, type Talks } from './talks.ts'
import { value } from './world.ts'

let relay: HostileRelay
let talks: Talks
let room: RoomId

beforeAll(async () => {
  relay = await HostileRelay.create()
  talks = await beginTalksThrough(name => relay.portFor(name))
  const { mediator, north, south, process } = talks
  const members = [north, south].map(({ session }) => session.me.member)
  room = value(await openGroup(mediator.session, process, { title: 'Group', members }))
  await meet(mediator, north, south)
})

const listOf = (bytes: Uint8Array): readonly Value[] => {
  const decoded = decode(bytes)
  if (!decoded.ok) throw new Error(decoded.error.code)
  return decoded.value as readonly Value[]
}

/** Where the wraps stand in the public part. */
const wrapsAt = 7

/** The same keys, for the same roster and signed by the same author, with what was wrapped for one device made unreadable. */
async function spoilFor(
  victim: Device,
  made: {
    readonly keys: Uint8Array
    readonly epoch: number
    readonly key: ReturnType<typeof createEpochKey>
  },
  author: Device,
): Promise<Uint8Array> {
  const [version, kind, number, publicBytes] = listOf(made.keys)
  const part = listOf(publicBytes as Uint8Array)
  const wraps = part[wrapsAt] as readonly (readonly Uint8Array[])[]
  for (const at of wraps.keys()) {
    const spoilt = wraps.with(
      at,
      (wraps[at] ?? []).map(bytes => randomBytes(bytes.length)),
    )
    const changed = encode(part.with(wrapsAt, spoilt))
    const publicHash = hash(tags.keysPublic, changed)
    const signature = await author.sign(tags.keysAuthor, publicHash)
    const purpose = { tag: tags.keysAuthor, context: publicHash }
    const sealed = await seal(made.key.reveal(), encode([author.id, signature]), purpose)
    const envelope = encode([version, kind, number, changed, sealedToValue(sealed)] as Value[])
    const opened = await openKeysEnvelope({ logId: room, epoch: made.epoch, envelope, device: victim })
    if (!opened.ok) return envelope
  }
  throw new Error('the device was in no wrap')
}

it('SYNC-6 who is given rubbish in the place of the key is told, writes nothing, and reads nothing of what follows', async () => {
  const { mediator, north, south } = talks
  const insider = await insiderOf(mediator)
  const people = await Promise.all([mediator, north, south].map(insiderOf))
  const state = mediator.session.room(room)
  const key = createEpochKey()
  const epoch = (state?.epoch ?? 0) + 1
  // Everybody's devices, on paper too, as the room lists them.
  const roster = state === undefined ? [] : keysRecipients(state)
  const keys = await insider.rekey(room, { roster, key, epoch })
  const victim = people[2]?.device
  if (victim === undefined) throw new Error('no South')
  relay.inject(room, await spoilFor(victim, { keys, epoch, key }, insider.device))
  await meet(north, south)
  expect(codesOf(south, room)).toEqual(['keys-withheld'])
  value(await north.session.act(room, say('South is meant to hear this.')))
  await meet(north, south)
  expect(bodiesIn(south, room)).toEqual([])
  const size = relay.records(room).length
  await south.session.act(room, say('Can you hear me?'))
  await south.session.settle()
  expect(relay.records(room).length).toBe(size)
})
