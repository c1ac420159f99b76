/** How many requests an act takes. */

import { deliver, newId, prepareConveyance } from '@goodoffices/client'
import type { MessageId } from '@goodoffices/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { FaultyLine } from './line.ts'
import { beginTalks, bodiesIn, meet, reopen, roomOf, say, type Talks } from './talks.ts'
import { value } from './world.ts'

let talks: Talks
let line: FaultyLine

beforeAll(async () => {
  talks = await beginTalks()
  line = new FaultyLine(talks.world.relay)
  talks = { ...talks, mediator: await reopen(talks.mediator, { relayAt: line.relayAt }) }
  await meet(talks.mediator)
}, 60_000)

const counts = () => ({ get: line.count('GET'), post: line.count('POST'), all: line.requests.length })

describe('SYNC-33 what an answer shows is not asked for again', () => {
  it('saying something is one request', async () => {
    const { mediator, north, process, parties } = talks
    const room = roomOf(mediator, process, 'caucus', parties.north).id
    line.begin()
    value(await mediator.session.act(room, say('one')))
    await mediator.session.settle()
    expect(counts()).toEqual({ get: 0, post: 1, all: 1 })
    await meet(north)
    expect(bodiesIn(north, room)).toEqual(['one'])
    expect(mediator.session.status()).toMatchObject({ waiting: 0, troubles: [] })
  })

  it('where others wrote in between, what they wrote is read', async () => {
    const { mediator, north, process, parties } = talks
    const room = roomOf(mediator, process, 'caucus', parties.north).id
    value(await north.session.act(room, say('two')))
    await meet(north)
    line.begin()
    value(await mediator.session.act(room, say('three')))
    await mediator.session.settle()
    expect(counts()).toEqual({ get: 1, post: 1, all: 2 })
    expect(bodiesIn(mediator, room)).toEqual(['one', 'two', 'three'])
  })

  it('a delivery asks the desk, the recipient and the source once each, and appends to each once', async () => {
    const { mediator, north, south, process, parties } = talks
    const source = roomOf(mediator, process, 'caucus', parties.north).id
    const message = newId<MessageId>()
    value(await north.session.act(source, { ...say('Sixty.'), message, marking: 'unattributed' }))
    await meet(north, mediator)
    const conveyance = value(
      await prepareConveyance(mediator.session, process, {
        origin: { kind: 'passage', room: source, passage: { message } },
        to: roomOf(mediator, process, 'caucus', parties.south).id,
        as: 'unattributed',
        form: 'oral-message',
        binding: false,
        wording: 'A number near the middle could be considered.',
        timing: { kind: 'now' },
        tell: 'words',
      }),
    )
    await meet(mediator)
    line.begin()
    value(await deliver(mediator.session, process, conveyance))
    await mediator.session.settle()
    expect(counts()).toEqual({ get: 3, post: 3, all: 6 })
    await meet(north, south)
    expect(Object.keys(roomOf(south, process, 'caucus').deliveries)).toHaveLength(1)
    expect(Object.keys(roomOf(north, process, 'caucus').told)).toHaveLength(1)
  })
})
