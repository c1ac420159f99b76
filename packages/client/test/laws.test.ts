import {
  type ConveyancePlan,
  deliver,
  faultsOf,
  newId,
  openDelegation,
  openGroup,
  prepareConveyance,
  previewConveyance,
} from '@goodoffices/client'
import type { ItemId, NoteId, RoomId } from '@goodoffices/core'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { beginTalks, meet, reopen, roomOf, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const numRuns = Number(process.env['GOODOFFICES_RUNS'] ?? 6)

let talks: Talks
/** The mediators and the north. */
let group: RoomId
/** What the north's figures are of. */
let matter: ItemId

beforeAll(async () => {
  talks = await beginTalks()
  const { mediator, north, process, parties } = talks
  const members = [north.session.me.member]
  group = value(await openGroup(mediator.session, process, { title: 'The north alone', members }))
  matter = newId<ItemId>()
  const caucus = roomOf(mediator, process, 'caucus', parties.north).id
  const fields = { kind: 'figure', title: 'A price' }
  value(
    await mediator.session.act(caucus, {
      kind: 'item.put',
      item: matter,
      register: 'matter',
      rev: 1,
      fields,
    }),
  )
  await meet(mediator, north)
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

const places = ['north', 'desk', 'notes', 'delegation', 'item', 'mark', 'carried', 'published'] as const
type Doing = { readonly where: (typeof places)[number]; readonly body: string }

const doings: fc.Arbitrary<readonly Doing[]> = fc.array(
  fc.record({ where: fc.constantFrom(...places), body: words }),
  { minLength: 1, maxLength: 6 },
)

/** The north's figure, in these words. */
async function putFigure(method: string): Promise<ItemId> {
  const { north, process, parties } = talks
  const item = newId<ItemId>()
  const fields = { matter, of: 'North', figure: { kind: 'exactly', value: '4711' }, method }
  const put = { kind: 'item.put', item, register: 'version', rev: 1, fields } as const
  await north.session.act(roomOf(north, process, 'caucus', parties.north).id, put)
  return item
}

/** What mediators say for themselves, carried or published: words, and what goes with them. */
async function convey(to: RoomId, changes: Partial<ConveyancePlan>): Promise<void> {
  const { mediator, process } = talks
  const plan: ConveyancePlan = {
    origin: { kind: 'mediators' },
    to,
    as: 'verbatim',
    form: 'oral-message',
    binding: false,
    wording: 'So it is.',
    timing: { kind: 'now' },
    tell: 'nothing',
    ...changes,
  }
  const preview = previewConveyance(mediator.session, process, plan)
  const accepted = preview.ok ? preview.value.findings : []
  const prepared = await prepareConveyance(mediator.session, process, { ...plan, accepted })
  if (prepared.ok) value(await deliver(mediator.session, process, prepared.value))
}

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
    case 'item':
      await putFigure(body)
      return
    case 'mark': {
      const item = await putFigure('Counted twice.')
      const mark = { kind: 'item.mark', item, rev: 1, verb: 'noted', note: body } as const
      await north.session.act(roomOf(north, process, 'caucus', parties.north).id, mark)
      return
    }
    case 'carried': {
      const fields = { matter, of: 'The mediators', figure: { kind: 'about', value: '5000' }, method: body }
      await convey(roomOf(mediator, process, 'caucus', parties.north).id, {
        thing: { register: 'version', fields },
      })
      return
    }
    case 'published':
      await convey(group, { wording: body })
      await convey(group, { thing: { register: 'matter', fields: { kind: 'figure', title: body } } })
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

  it('SYNC-22 what was done was done: items, marks, deliveries and publications are where they belong', async () => {
    const { mediator, north, process, parties } = talks
    for (const where of places) await doIt({ where, body: `as said in ${where}` })
    await meet(north, mediator, north)
    const caucus = roomOf(north, process, 'caucus', parties.north)
    const texts = JSON.stringify([caucus.messages, caucus.items, caucus.deliveries])
    for (const where of ['north', 'item', 'mark', 'carried']) expect(texts).toContain(`as said in ${where}`)
    const shown = north.session.room(group)
    expect(Object.values(shown?.messages ?? {}).map(({ body }) => body)).toContain('as said in published')
    expect(JSON.stringify(shown?.items)).toContain('as said in published')
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
