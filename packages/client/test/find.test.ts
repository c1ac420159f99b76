/** Searching what a device holds: by folded words, by side and form, over everything that people wrote. */

import { newId, openFinder, type Query } from '@goodoffices/client'
import { type DeliveryId, foldForSearch, itemsOf, type RoomState } from '@goodoffices/core'
import { describe, expect, it } from 'vitest'
import { beginTalks, meet, roomOf, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const find = await openFinder()

const bodies = (rooms: readonly RoomState[], query: Query): readonly string[] =>
  find(rooms, query).hits.map(({ text }) => text)

describe('finding', () => {
  it.each([
    ['Genève', 'geneve'],
    ['Geneve', 'GENÈVE'],
    ['می\u200Cخواهیم', 'میخواهیم'],
    ['میخواهیم', 'می\u200Cخواهیم'],
    ['كتاب علي', 'کتاب'],
    ['مُحَمَّد', 'محمد'],
    ['۱۲۵۰ نفر', '1250'],
    ['1,250 people', '١٢٥٠'],
    ['1\u202F250 personnes', '1250'],
    ['a cease-fire', 'Cease-Fire'],
    ['Straße', 'strasse'],
  ])('FIND-1 %s is found by %s', (text, typed) => {
    expect(foldForSearch(text)).toContain(foldForSearch(typed).trim())
    expect(foldForSearch(text)).not.toContain(foldForSearch('river').trim())
  })

  it('FIND-1 FIND-2 FIND-3 FIND-4 finds all words in any order, the newest first, by side and by form, and where they stand', async () => {
    const talks: Talks = await beginTalks()
    const { mediator, north, south, process, parties } = talks
    const told = async (person: Person, body: string, changes: object = {}) =>
      value(await person.session.act(roomOf(person, process, 'caucus').id, { ...say(body), ...changes }))
    await told(north, 'The spring above Genève gives 1,250 litres.')
    await told(south, 'We count ۱۲۵۰ litres at the spring.', { form: 'paper', title: 'Litres' })
    await told(north, 'Nothing of water.')
    await meet(north, south, mediator)
    const north1 = roomOf(mediator, process, 'caucus', parties.north)
    value(await mediator.session.act(north1.id, say('Which spring, in litres?')))
    value(
      await mediator.session.act(roomOf(mediator, process, 'desk').id, {
        kind: 'note.write',
        note: 'note-of-the-spring' as never,
        body: 'A note is no entry.',
      }),
    )
    const rooms = mediator.session.rooms(process)
    expect(bodies(rooms, { words: 'LITRES spring' })).toHaveLength(3)
    expect(bodies(rooms, { words: 'litres spring' })[0]).toContain('Which')
    expect(bodies(rooms, { words: '1250' })).toHaveLength(2)
    expect(bodies(rooms, { words: 'litres', side: parties.south })).toEqual(['Litres'])
    expect(bodies(rooms, { words: 'litres', side: 'mediators' })).toEqual(['Which spring, in litres?'])
    expect(bodies(rooms, { words: 'litres', form: 'paper' })).toEqual(['Litres'])
    const delivery = newId<DeliveryId>()
    const made = {
      form: 'oral-message',
      binding: false,
      verbatim: false,
      body: 'They spoke of a well.',
    } as const
    value(await mediator.session.act(north1.id, { kind: 'delivery.make', delivery, ...made }))
    const after = mediator.session.rooms(process)
    expect(bodies(after, { words: 'well', side: 'mediators' })).toEqual(['They spoke of a well.'])
    expect(bodies(after, { words: 'well', side: parties.north })).toEqual([])
    expect(find(rooms, { words: '   ' })).toEqual({ hits: [], count: 0 })
    expect(find(rooms, { words: 'river' }).count).toBe(0)
    const [hit] = find(rooms, { words: 'geneve' }).hits
    expect(hit?.text.slice(hit.from, hit.to)).toBe('Genève')
    // A side finds in its own rooms alone: nothing else is there.
    expect(bodies(north.session.rooms(process), { words: 'litres' })).toHaveLength(1)
    expect(itemsOf(roomOf(north, process, 'caucus')).length).toBeGreaterThan(2)
  })
})
