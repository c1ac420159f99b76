import { faultsOf, newId, openDelegation } from '@goodoffices/client'
import type { NoteId, RoomId } from '@goodoffices/core'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { beginTalks, meet, reopen, roomOf, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const numRuns = Number(process.env['GOODOFFICES_RUNS'] ?? 6)

let talks: Talks

beforeAll(async () => {
  talks = await beginTalks()
})

/** Everything a person is shown of the talks: rooms, records, troubles. */
const viewOf = ({ session }: Person): string => {
  const rooms = session.rooms(talks.process)
  return JSON.stringify([
    rooms,
    rooms.map(room => [session.entries(room.id), faultsOf(session, room.id)]),
    session.processes(),
    session.status().troubles,
  ])
}

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter(text => text.trim() !== '')

type Doing = { readonly where: 'north' | 'desk' | 'notes' | 'delegation'; readonly body: string }

const doings: fc.Arbitrary<readonly Doing[]> = fc.array(
  fc.record({ where: fc.constantFrom('north', 'desk', 'notes', 'delegation' as const), body: words }),
  { minLength: 1, maxLength: 6 },
)

async function doIt({ where, body }: Doing): Promise<void> {
  const { mediator, north, process, parties } = talks
  const note = { kind: 'note.write', note: newId<NoteId>(), body } as const
  switch (where) {
    case 'north':
      await north.session.act(roomOf(north, process, 'caucus', parties.north).id, say(body))
      return
    case 'desk':
      await mediator.session.act(roomOf(mediator, process, 'desk').id, note)
      return
    case 'notes':
      await mediator.session.act(mediator.session.home()?.id as RoomId, note)
      return
    case 'delegation':
      await north.session.act(value(await openDelegation(north.session, process)), say(body))
      return
  }
}

describe('laws', () => {
  it('SYNC-22 what a member sees never changes when a room they are not in changes', async () => {
    await fc.assert(
      fc.asyncProperty(doings, async all => {
        const { mediator, north, south } = talks
        await meet(north, mediator, south)
        const before = viewOf(south)
        for (const doing of all) await doIt(doing)
        await meet(north, mediator, south, mediator)
        expect(viewOf(south) === before).toBe(true)
      }),
      { numRuns },
    )
  })

  it('SYNC-8 a room read again from its first record is the room that grew entry by entry', async () => {
    await fc.assert(
      fc.asyncProperty(doings, async all => {
        const { mediator, north, south, process, parties } = talks
        for (const doing of all) await doIt(doing)
        await south.session.act(roomOf(south, process, 'caucus', parties.south).id, say('so be it'))
        await meet(north, mediator, south, mediator, north)
        for (const who of ['mediator', 'north', 'south'] as const) {
          const before = [viewOf(talks[who]), JSON.stringify(talks[who].session.home())]
          talks = { ...talks, [who]: await reopen(talks[who], { relayAt: talks.world.relayAt }) }
          expect(viewOf(talks[who]) === before[0], who).toBe(true)
          expect(JSON.stringify(talks[who].session.home()) === before[1], who).toBe(true)
        }
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    )
  })
})
