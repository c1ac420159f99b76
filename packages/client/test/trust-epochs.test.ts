/** What a party's head can do with the right to begin an epoch, the relay being honest: the variants of one afternoon, each by name. */

import { createMemoryVault, recoverIdentity, removeDevice, removeMember } from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import { secretToText } from '@goodoffices/log'
import { beforeEach, describe, expect, it } from 'vitest'
import { beginEpoch, historyClosed, onlySteward, otherRoster, rubbishBefore } from './hostile-epoch.ts'
import { addDevice, beginTalks, bodiesIn, bringIn, codesOf, meet, roomOf, say, type Talks } from './talks.ts'
import { address, type Person, value } from './world.ts'

let talks: Talks
let caucus: RoomId

beforeEach(async () => {
  talks = await beginTalks()
  const { mediator, north, process } = talks
  caucus = roomOf(north, process, 'caucus').id
  await meet(north, mediator, north)
  value(await north.session.act(caucus, say('before')))
  await meet(north, mediator)
})

const recover = async (person: Person): Promise<Person> => {
  const vault = createMemoryVault()
  const options = {
    vault,
    phrase: person.phrase.join(' '),
    address,
    relayAt: talks.world.relayAt,
    live: false,
  }
  return { ...person, vault, session: value(await recoverIdentity(options)) }
}

const tamperings = [
  ['T4 rubbish in the place of the key before', rubbishBefore],
  ['T4b no key before, where history is open', historyClosed],
  ['T3 itself alone as the steward', onlySteward],
  ['T3b keys for others than those who are there', otherRoster],
] as const

describe('attack 4: a head begins an epoch that is not whole', () => {
  it('SYNC-35 the party’s own device makes the secret of its slot when it comes in', async () => {
    const { mediator, north } = talks
    expect(codesOf(north, caucus)).toEqual([])
    const madeBy = north.session.engine.roomLog(caucus)?.stewardship.slots?.party.madeBy
    expect(madeBy).toBe(north.session.me.device)
    await beginEpoch(talks.world, north, caucus)
    await meet(mediator, north)
    expect(codesOf(mediator, caucus)).toEqual([])
    value(await mediator.session.act(caucus, say('after')))
    await meet(mediator, north)
    expect(bodiesIn(north, caucus)).toEqual(['before', 'after'])
  })

  it.each(tamperings)(
    'SYNC-6 SYNC-36 %s: the mediator is told, and the room goes on past it',
    async (_, tamper) => {
      const { mediator, north, process, world } = talks
      await beginEpoch(world, north, caucus, { tamper })
      await meet(mediator)
      expect(codesOf(mediator, caucus)).toContain('keys-passed-over')
      value(await mediator.session.act(caucus, say('after')))
      await meet(mediator, north, mediator)
      expect(bodiesIn(mediator, caucus)).toEqual(['before', 'after'])
      expect(bodiesIn(north, caucus)).toEqual(['before', 'after'])
      const colleague = await world.member('Colleague')
      await bringIn(mediator, process, colleague, { role: 'mediator' })
      await meet(mediator, colleague)
      expect(bodiesIn(colleague, caucus)).toEqual(['before', 'after'])
      expect(codesOf(colleague, caucus)).toEqual(['keys-passed-over'])
    },
  )

  it('SYNC-6 T3 taken out for it, the head reads nothing more', async () => {
    const { mediator, north, process, world } = talks
    await beginEpoch(world, north, caucus, { tamper: onlySteward })
    await meet(mediator)
    value(await removeMember(mediator.session, process, north.session.me.member))
    await meet(mediator)
    value(await mediator.session.act(caucus, say('after the removal')))
    await meet(mediator, north)
    expect(bodiesIn(mediator, caucus)).toEqual(['before', 'after the removal'])
    expect(bodiesIn(north, caucus)).toEqual(['before'])
    expect(mediator.session.room(caucus)?.members[north.session.me.member]?.left?.how).toBe('removed')
  })

  it('SYNC-6 T3b a device of the mediator’s that was stolen is taken out all the same', async () => {
    const { mediator, north, world } = talks
    const stolen = await addDevice(world, mediator)
    await meet(mediator, north, mediator)
    await beginEpoch(world, north, caucus, { tamper: onlySteward })
    await meet(mediator)
    value(await removeDevice(mediator.session, stolen.session.me.device))
    await meet(mediator)
    value(await mediator.session.act(caucus, say('after the theft')))
    await meet(mediator, stolen)
    expect(bodiesIn(stolen, caucus)).toEqual(['before'])
  })

  it('RING-3 RING-19 T3c T4c another device of the mediator’s is brought in, and reads all of it', async () => {
    const { mediator, north, world } = talks
    await beginEpoch(world, north, caucus, { tamper: rubbishBefore })
    const second = await addDevice(world, mediator)
    await meet(second, mediator, second)
    expect(bodiesIn(second, caucus)).toEqual(['before'])
    value(await second.session.act(caucus, say('from the second')))
    await meet(second, mediator)
    expect(bodiesIn(mediator, caucus)).toEqual(['before', 'from the second'])
  })

  it('RING-18 every key and secret that a device was given stands on its member’s keyring', async () => {
    const { mediator, north, world } = talks
    await beginEpoch(world, north, caucus)
    await meet(mediator)
    const log = mediator.session.engine.roomLog(caucus)
    const kept = mediator.session.home()?.epochs[caucus]
    const known = log?.epochKeys().map(({ epoch, key }) => [String(epoch), secretToText(key)])
    expect(known?.length).toBeGreaterThan(2)
    expect(Object.entries(kept?.keys ?? {})).toEqual(known)
    expect(Object.keys(kept?.slots ?? {})).toContain('mediators')
  })

  it('RING-18 T4d recovered by the phrase with every other device gone, the mediator has what was said before', async () => {
    const { mediator, north, world } = talks
    await beginEpoch(world, north, caucus, { tamper: rubbishBefore })
    await mediator.session.close()
    const recovered = await recover(mediator)
    await meet(recovered)
    expect(bodiesIn(recovered, caucus)).toEqual(['before'])
    value(await recovered.session.act(caucus, say('from the paper')))
    await meet(recovered, north)
    expect(bodiesIn(north, caucus)).toEqual(['before', 'from the paper'])
  })

  it('SYNC-38 somebody who cannot be taken out of a room is not said to have been', async () => {
    const { mediator, south, process, world } = talks
    const rolledBack = roomOf(mediator, process, 'table').id
    const engine = mediator.session.engine
    const member = south.session.me.member
    expect(world.offline).toBe(false)
    const standing = engine.standing.bind(engine)
    const why = { code: 'log-rolled-back' }
    engine.standing = id => (id === rolledBack ? { kind: 'stopped', why } : standing(id))
    engine.whyUnread = id => (id === rolledBack ? why : undefined)
    const removed = value(await removeMember(mediator.session, process, member))
    expect(removed.remaining).toEqual([{ room: rolledBack, why }])
    expect(removed.rooms).toEqual([roomOf(south, process, 'caucus').id])
  })
})
