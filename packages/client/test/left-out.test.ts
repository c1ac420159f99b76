/** Keys in which somebody is left out, by a head who may begin epochs and does all the rest of it right, through an honest relay. */

import { admit, leftOut, openDelegation, openGroup } from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import {
  type Device,
  decode,
  type EpochKey,
  encode,
  hash,
  openKeysEnvelope,
  randomBytes,
  seal,
  sealedToValue,
  tags,
  type Value,
} from '@goodoffices/log'
import { beforeEach, describe, expect, it } from 'vitest'
import { insiderOf } from './hostile.ts'
import { beginEpoch } from './hostile-epoch.ts'
import { beginTalks, bodiesIn, bringIn, codesOf, meet, reopen, roomOf, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

let talks: Talks
let adviser: Person
let room: RoomId

beforeEach(async () => {
  talks = await beginTalks()
  const { mediator, process, parties, world } = talks
  adviser = await world.member('Adviser')
  await bringIn(mediator, process, adviser, { role: 'adviser', party: parties.north })
  await meet(talks.north, mediator, adviser)
  room = roomOf(adviser, process, 'caucus').id
})

const listOf = (bytes: Uint8Array): readonly Value[] => {
  const decoded = decode(bytes)
  if (!decoded.ok) throw new Error(decoded.error.code)
  return decoded.value as readonly Value[]
}

type Made = { readonly epoch: number; readonly key: EpochKey; readonly author: Device }

/** The same keys, signed by the same author, with rubbish in the wrap of the victim's; or in its hint as well, as if there were none. */
const spoilFor =
  (victim: Device, what: 'wrap' | 'hint') =>
  async (keys: Uint8Array, { epoch, key, author }: Made): Promise<Uint8Array> => {
    const [version, kind, number, publicBytes] = listOf(keys)
    const part = listOf(publicBytes as Uint8Array)
    const wrapsAt = part.length - 1
    const wraps = part[wrapsAt] as readonly (readonly Uint8Array[])[]
    for (const at of wraps.keys()) {
      const [hint = new Uint8Array(), ...rest] = wraps[at] ?? []
      const rubbish = rest.map(bytes => randomBytes(bytes.length))
      const spoilt = wraps.with(at, [what === 'hint' ? randomBytes(hint.length) : hint, ...rubbish])
      const changed = encode(part.with(wrapsAt, spoilt))
      const publicHash = hash(tags.keysPublic, changed)
      const signature = await author.sign(tags.keysAuthor, publicHash)
      const purpose = { tag: tags.keysAuthor, context: publicHash }
      const sealed = await seal(key.reveal(), encode([author.id, signature]), purpose)
      const envelope = encode([version, kind, number, changed, sealedToValue(sealed)] as Value[])
      const opened = await openKeysEnvelope({ logId: room, epoch, envelope, device: victim })
      if (!opened.ok) return envelope
    }
    throw new Error('the device was in no wrap')
  }

async function leaveOut(
  what: 'wrap' | 'hint',
  by: Person = talks.north,
  slot: 'party' | 'mediators' = 'party',
): Promise<void> {
  const { device } = await insiderOf(adviser)
  await beginEpoch(talks.world, by, room, { slot, spoil: spoilFor(device, what) })
}

describe('keys with nothing for somebody', () => {
  it('ENV-60, SYNC-36 are taken by nobody where there is no wrap for a device of the room; who it was is told', async () => {
    const { mediator, north } = talks
    await leaveOut('hint')
    await mediator.session.sync(room)
    expect(leftOut(mediator.session, room)).toEqual([adviser.session.me.member])
    expect(codesOf(mediator, room)).toContain('keys-passed-over')
    await meet(mediator, adviser, north, adviser)
    value(await mediator.session.act(room, say('to all')))
    await meet(mediator, adviser)
    expect(bodiesIn(adviser, room)).toEqual(['to all'])
    expect(leftOut(mediator.session, room)).toEqual([])
  })

  it('SYNC-49, INV-16 hostile: whoever is left out of a delegation’s keys says so nowhere that mediators hear of it', async () => {
    const { mediator, north, process } = talks
    room = value(await openDelegation(north.session, process))
    value(await admit(north.session, room, [adviser.session.me.member]))
    await meet(north, adviser)
    await leaveOut('wrap')
    await meet(north, adviser, mediator)
    expect(codesOf(adviser, room)).toEqual(['keys-withheld'])
    expect(roomOf(mediator, process, 'caucus').missed).toEqual({})
    expect(JSON.stringify(mediator.session.rooms(process))).not.toContain(room)
  })

  it('SYNC-49 hostile: nobody learns by it of a group that they are not in', async () => {
    const { mediator, north, south, process, parties } = talks
    const members = [adviser, south].map(({ session }) => session.me.member)
    room = value(await openGroup(mediator.session, process, { title: 'Fishing', members }))
    await meet(mediator, adviser, south)
    await leaveOut('wrap', mediator, 'mediators')
    await meet(south, mediator, adviser, mediator, north)
    expect(codesOf(adviser, room)).toEqual(['keys-withheld'])
    expect(roomOf(mediator, process, 'caucus', parties.north).missed).toEqual({})
    expect(JSON.stringify(north.session.rooms(process))).not.toContain(room)
  })

  it('SYNC-49 where there is rubbish in it nobody else can tell: whoever is left out says so elsewhere, and is sent the keys', async () => {
    const { mediator, north, south, process, parties } = talks
    const group = value(
      await openGroup(mediator.session, process, {
        title: 'Fishing',
        members: [adviser, north, south].map(({ session }) => session.me.member),
      }),
    )
    await meet(mediator, adviser, north, south)
    room = group
    await leaveOut('wrap', mediator, 'mediators')
    await meet(south, mediator)
    value(await south.session.act(group, say('while one is left out')))
    await meet(south, adviser)
    expect(codesOf(adviser, group)).toEqual(['keys-withheld'])
    expect(bodiesIn(adviser, group)).toEqual([])
    // In its own caucus, which South is not in.
    const key = `${adviser.session.me.member} ${group}`
    const caucus = () => roomOf(mediator, process, 'caucus', parties.north)
    await meet(mediator, adviser, north)
    expect(caucus().missed).toEqual({ [key]: roomOf(mediator, process, 'group').epoch })
    expect(bodiesIn(adviser, group)).toEqual(['while one is left out'])
    value(await adviser.session.act(group, say('here again')))
    await meet(adviser, south, mediator, south)
    for (const person of [mediator, south, adviser]) {
      const state = roomOf(person, process, 'group')
      expect(bodiesIn(person, group)).toEqual(['while one is left out', 'here again'])
      expect(state.missed).toEqual({ [adviser.session.me.member]: state.epoch })
      expect(state.timeline.filter(({ kind }) => kind === 'keys.missed')).toHaveLength(1)
    }
    // Said and answered once, whenever the records are read again.
    const again = await reopen(adviser, { relayAt: talks.world.relayAt })
    await meet(again, mediator, again, mediator)
    expect(caucus().timeline.filter(({ kind }) => kind === 'keys.missed')).toHaveLength(1)
    expect(mediator.session.status().waiting).toBe(0)
  })
})
