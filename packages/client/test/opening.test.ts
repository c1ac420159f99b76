/** The table is opened against what each side has consented to, and each side is told. */

import { becameOf } from '@goodoffices/client'
import type { Act, PartyId } from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { FaultyLine, logOf } from './line.ts'
import { beginTalks, codesOf, meet, reopen, roomOf, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

let talks: Talks
const caucusOf = (party: PartyId) => roomOf(talks.mediator, talks.process, 'caucus', party).id
const table = () => roomOf(talks.mediator, talks.process, 'table').id

async function consent(person: Person, party: PartyId, limits?: string): Promise<void> {
  const act: Act = { kind: 'consent.give', party, ...(limits === undefined ? {} : { limits }) }
  value(await person.session.act(caucusOf(party), act))
  await meet(person, talks.mediator)
}

const open = (heeded: readonly PartyId[] = []) =>
  talks.mediator.session.actAll([{ room: table(), act: { kind: 'table.open' }, heeded }])

/** What each room was told of the table, by the mediator. */
const toldIn = (person: Person): readonly string[] =>
  person.session
    .rooms(talks.process)
    .flatMap(({ kind, timeline }) =>
      timeline.filter(line => line.kind.startsWith('table.')).map(line => `${kind}: ${line.kind}`),
    )

beforeEach(async () => {
  talks = await beginTalks()
})

describe('the table', () => {
  it('AGEN-4 is not opened while a side has not consented, nor once it has withdrawn', async () => {
    const { north, south, parties, mediator } = talks
    expect(await open()).toMatchObject({ error: { code: 'consent-missing', party: 'North' } })
    await consent(north, parties.north)
    expect(await open()).toMatchObject({ error: { code: 'consent-missing', party: 'South' } })
    await consent(south, parties.south)
    value(
      await north.session.act(caucusOf(parties.north), { kind: 'consent.withdraw', party: parties.north }),
    )
    await meet(north, mediator)
    expect(await mediator.session.act(table(), { kind: 'table.open' })).toMatchObject({
      error: { code: 'consent-missing', party: 'North' },
    })
    expect(toldIn(mediator)).toEqual([])
  })

  it('AGEN-4, AGEN-5 hostile: whoever keeps back a caucus in which consent was withdrawn does not get it opened, nor anybody told', async () => {
    const line = new FaultyLine(talks.world.relay)
    talks = { ...talks, mediator: await reopen(talks.mediator, { relayAt: line.relayAt }) }
    const { north, south, parties, mediator } = talks
    await meet(mediator)
    await consent(north, parties.north)
    await consent(south, parties.south)
    const kept = caucusOf(parties.north)
    line.begin(() => 'never sent')
    value(await open())
    await mediator.session.settle()
    value(await north.session.act(kept, { kind: 'consent.withdraw', party: parties.north }))
    await meet(north)
    line.begin(request => (request.method === 'GET' && logOf(request) === kept ? 'never sent' : undefined))
    await meet(mediator, south, north)
    expect(codesOf(mediator, kept)).toEqual(['relay-unreachable'])
    expect([...toldIn(south), ...toldIn(north)]).toEqual([])
    line.begin()
    await meet(mediator, south, north)
    expect(codesOf(mediator)).toEqual(['consent-missing'])
    expect([...toldIn(south), ...toldIn(north), ...toldIn(mediator)]).toEqual([])
  })

  it('AGEN-4 is opened by whoever heeds the limits of each side, and by nobody else', async () => {
    const { north, south, parties } = talks
    await consent(north, parties.north)
    await consent(south, parties.south, 'No direct contact with the other side.')
    const limited = { error: { code: 'limits-not-heeded', party: 'South' } }
    expect(await open()).toMatchObject(limited)
    expect(await open([parties.north])).toMatchObject(limited)
    expect(toldIn(talks.mediator)).toEqual([])
    value(await open([parties.south]))
  })

  it('AGEN-5 each side is told in its caucus, in the same step, and again when it is closed', async () => {
    const { mediator, north, south, parties } = talks
    await consent(north, parties.north)
    await consent(south, parties.south)
    value(await open())
    await meet(mediator, north, south)
    const told = ['table: table.open', 'caucus: table.tell-open']
    expect(toldIn(north)).toEqual(told)
    expect(toldIn(south)).toEqual(told)
    value(await mediator.session.act(table(), { kind: 'table.close' }))
    await meet(mediator, north, south)
    expect(toldIn(south)).toEqual([
      'table: table.open',
      'table: table.close',
      'caucus: table.tell-open',
      'caucus: table.tell-closed',
    ])
  })

  it('SYNC-38 of each room is told what became of it: waiting, done, refused, or not said because the table is not open', async () => {
    const line = new FaultyLine(talks.world.relay)
    talks = { ...talks, mediator: await reopen(talks.mediator, { relayAt: line.relayAt }) }
    const { mediator, north, south, parties } = talks
    await meet(mediator)
    await consent(north, parties.north)
    await consent(south, parties.south)
    const [ofNorth, ofSouth] = [caucusOf(parties.north), caucusOf(parties.south)]
    const refuseIn = (room: string) =>
      line.begin(request => (request.method === 'POST' && logOf(request) === room ? 'refused' : undefined))
    const why = { code: 'relay/unknown-path' }

    line.begin(() => 'never sent')
    const opened = value(await open())
    await mediator.session.settle()
    expect(becameOf(mediator.session, opened)).toEqual({
      done: [],
      waiting: [table(), ofNorth, ofSouth],
      remaining: [],
    })
    refuseIn(ofSouth)
    await meet(mediator)
    expect(becameOf(mediator.session, opened)).toMatchObject({
      done: [table(), ofNorth],
      waiting: [],
      remaining: [{ room: ofSouth, why }],
    })

    refuseIn(table())
    const closed = value(await mediator.session.actAll([{ room: table(), act: { kind: 'table.close' } }]))
    await meet(mediator)
    expect(becameOf(mediator.session, closed)).toMatchObject({
      done: [],
      waiting: [],
      remaining: [
        { room: table(), why },
        { room: ofNorth, why },
        { room: ofSouth, why },
      ],
    })
    expect(toldIn(mediator)).toEqual(['table: table.open', 'caucus: table.tell-open'])
  })
})
