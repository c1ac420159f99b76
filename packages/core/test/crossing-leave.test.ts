/** Leave to pass on items and marks: how it is asked for and given, and how far it reaches. */

import { describe, expect, test } from 'vitest'
import {
  type ItemPassage,
  isOfMark,
  type MarkPassage,
  type Origin,
  parseAct,
  permissionForItem,
  type RoomState,
} from '../src/index.ts'
import { caucusA, circumstance, does, must, recordedA } from './cast.ts'
import {
  check,
  contested,
  figure,
  markPlan,
  matter,
  ofMark,
  release,
  talks,
  version,
  withRules,
  word,
} from './crossing-talks.ts'

const ask = (changes: Record<string, unknown> = {}) => ({
  kind: 'release.ask',
  ask: 'ask-first',
  passage: figure,
  marking: 'attributed',
  ...changes,
})

const tell = (passage: object) => ({
  kind: 'convey.tell',
  conveyance: 'conveyance-x',
  passage,
  to: 'Borduria',
  marking: 'attributed',
})

/** Another side's mark on Avalon's figure, delivered to Avalon. */
const toAvalon = (changes: Record<string, unknown> = {}) => ({
  kind: 'delivery.make',
  delivery: 'delivery-x',
  form: 'paper',
  binding: false,
  body: 'They contest it.',
  from: 'Borduria',
  verbatim: false,
  thing: { item: 'version-a1', rev: 1, verb: 'contested', note: 'Not so: 55.' },
  ...changes,
})

describe('asking for an item', () => {
  test('RULE-3 DISC-11 comes with the second rules number', () => {
    expect(does(caucusA(), 'lead', ask())).toBe('rules-older')
    expect(does(caucusA(), 'lead', ask({ passage: { message: 'message-1' } }))).toBe('message-unknown')
  })

  test.each([
    ['of an item that is not there', { item: 'version-a9' }, 'item-unknown'],
    ['of a revision that is not there', { rev: 2 }, 'rev-stale'],
    ['of a field that it does not have', { fields: ['figure', 'counts'] }, 'field-unknown'],
    ['of what every object has', { fields: ['constructor'] }, 'malformed'],
    ['of what the mediators put', { item: 'matter-a1', fields: ['title'] }, 'item-of-mediators'],
    ['of a figure that the party gave', {}, 'ok'],
  ])('DISC-11 %s', (_, passage, code) => {
    const { source } = talks()
    const act = ask({ passage: { ...figure, ...passage } })
    expect(parseAct(act).ok ? does(source, 'lead', act) : 'malformed').toBe(code)
  })

  test('DISC-11 of the revision that stands, not of one that it has put another in the place of', () => {
    const { source } = talks()
    must(source, 'headA', version({ rev: 2 }))
    expect(does(source, 'lead', ask())).toBe('rev-stale')
    expect(does(source, 'lead', ask({ passage: { ...figure, rev: 2 } }))).toBe('ok')
  })

  test('DISC-11 a source is told of a revision that there is, and of no other', () => {
    const { source } = talks()
    expect(does(source, 'lead', tell({ ...figure, rev: 2 }))).toBe('rev-stale')
    must(source, 'headA', version({ rev: 2 }))
    expect(does(source, 'lead', tell({ ...figure, rev: 3 }))).toBe('rev-stale')
    expect(source.told).toEqual({})
    expect(does(source, 'lead', tell({ ...figure, rev: 2 }))).toBe('ok')
  })

  test('DISC-11 no words bind it: fields are no text', () => {
    const { source } = talks()
    expect(does(source, 'lead', ask({ wording: 'So much.' }))).toBe('item-in-words')
    must(source, 'lead', ask())
    const give = { kind: 'release.give', ask: 'ask-first', marking: 'attributed' }
    expect(does(source, 'headA', { ...give, wording: 'So much.' })).toBe('item-in-words')
    expect(does(source, 'headA', give)).toBe('ok')
  })

  test('DISC-12 of a mark that the party made, and no other', () => {
    const { source } = talks()
    const of = (mark: number) => ask({ passage: { ...word, mark } })
    expect(does(source, 'lead', of(2))).toBe('mark-unknown')
    must(source, 'lead', { kind: 'item.mark', item: 'matter-a1', rev: 1, verb: 'parked' })
    const parked = ask({ passage: { item: 'matter-a1', mark: 1 } })
    expect(does(source, 'lead', parked)).toBe('item-of-mediators')
    expect(does(source, 'lead', of(1))).toBe('ok')
  })
})

const passes = (room: RoomState, of: ItemPassage | MarkPassage) => permissionForItem(room, of).marking

describe('what may pass of an item', () => {
  test('DISC-1 by the stricter of the rule then and now', () => {
    const open = withRules(caucusA({ terms: { role: 'carry', disclosure: 'open' } }))
    must(open, 'lead', matter('matter-a1'))
    must(open, 'headA', version())
    must(open, 'headA', contested())
    expect([passes(open, figure), passes(open, word)]).toEqual(['unattributed', 'unattributed'])
    must(open, 'lead', { kind: 'terms.set', terms: { role: 'carry', disclosure: 'closed' } })
    expect([passes(open, figure), passes(open, word)]).toEqual(['nothing', 'nothing'])
    must(open, 'headA', version({ rev: 2 }))
    must(open, 'headA', contested({ rev: 2 }))
    must(open, 'lead', { kind: 'terms.set', terms: { role: 'carry', disclosure: 'open' } })
    const [later, laterWord] = [
      { ...figure, rev: 2 },
      { ...word, mark: 2 },
    ]
    expect([passes(open, later), passes(open, laterWord)]).toEqual(['nothing', 'nothing'])
    expect([passes(open, figure), passes(open, word)]).toEqual(['unattributed', 'unattributed'])
  })

  test('DISC-11 field by field, the choice as its strictest', () => {
    const { source } = talks()
    const both = { ...figure, fields: ['figure', 'method'] }
    release(source, both, 'verbatim')
    expect(passes(source, both)).toBe('verbatim')
    release(source, { ...figure, fields: ['method'] }, 'attributed', 'release.refuse')
    expect(passes(source, { ...figure, fields: ['method'] })).toBe('unattributed')
    expect(passes(source, both)).toBe('unattributed')
    expect(passes(source, figure)).toBe('verbatim')
    expect(passes(source, { ...figure, fields: ['of'] })).toBe('nothing')
  })

  test('DISC-11 of one revision: the next is asked for anew', () => {
    const { source } = talks()
    release(source, figure, 'attributed')
    must(source, 'headA', version({ rev: 2 }))
    expect(passes(source, figure)).toBe('attributed')
    expect(passes(source, { ...figure, rev: 2 })).toBe('nothing')
  })

  test('DISC-12 of a mark, by what was said of that mark', () => {
    const { source } = talks()
    must(source, 'headA', contested({ verb: 'noted' }))
    release(source, word, 'attributed')
    expect(passes(source, word)).toBe('attributed')
    expect(passes(source, { ...word, mark: 2 })).toBe('nothing')
    expect(passes(source, figure)).toBe('nothing')
  })

  test('DISC-9 of what is not there nothing; of what another side said, nothing', () => {
    const { source } = talks()
    for (const of of [
      { ...figure, item: 'version-a9' as never },
      { ...figure, rev: 2 },
      { ...word, mark: 9 },
    ])
      expect(passes(source, of)).toBe('nothing')
    must(source, 'lead', {
      kind: 'delivery.make',
      delivery: 'delivery-x',
      form: 'paper',
      binding: false,
      body: 'They contest it.',
      from: 'Borduria',
      verbatim: false,
      thing: { item: 'version-a1', rev: 1, verb: 'contested', note: 'Not so.' },
    })
    expect(passes(source, { ...word, mark: 2 })).toBe('nothing')
    expect(isOfMark(word)).toBe(true)
  })

  test('DISC-8 the mediators’ own need no leave', () => {
    const { source } = talks()
    expect(passes(source, { item: 'matter-a1' as never, rev: 1, fields: ['title'] })).toBe('verbatim')
  })
})

describe('whose word a mark is', () => {
  test('CONV-13 what mediators said of an item, and what came from another side, is no party’s to pass on', () => {
    const sides = talks()
    must(sides.source, 'lead', { kind: 'item.mark', item: 'matter-a1', rev: 1, verb: 'parked' })
    must(sides.source, 'lead', toAvalon())
    const of = (item: string, mark: number) =>
      check(sides, markPlan(sides, { origin: { ...ofMark(sides, mark), item: item as never } as Origin }))
    expect(of('matter-a1', 1)).toBe('item-of-mediators')
    expect(of('version-a1', 2)).toBe('item-of-mediators')
  })

  test('DISC-12 what came from another side passes no further, though all may pass; what mediators said needs no leave', () => {
    const open = withRules(caucusA({ terms: { role: 'carry', disclosure: 'open' } }))
    must(open, 'lead', matter('matter-a1'))
    must(open, 'headA', version())
    must(open, 'headA', contested())
    must(open, 'lead', toAvalon())
    must(open, 'lead', { kind: 'item.mark', item: 'matter-a1', rev: 1, verb: 'parked' })
    const marking = (item: string, mark: number) =>
      permissionForItem(open, { item: item as never, mark }).marking
    expect(marking('version-a1', 1)).toBe('unattributed')
    expect(marking('version-a1', 2)).toBe('nothing')
    expect(marking('matter-a1', 1)).toBe('verbatim')
    const ask = { kind: 'release.ask', ask: 'ask-second', marking: 'attributed' }
    expect(does(open, 'lead', { ...ask, passage: { item: 'version-a1', mark: 2 } })).toBe('item-of-mediators')
  })

  test('DISC-12 what was recorded in a party’s name is its own, and may be asked for', () => {
    const room = withRules(recordedA())
    must(room, 'lead', matter('matter-a1'))
    must(room, 'lead', version({ recorded: circumstance }))
    must(room, 'lead', contested({ recorded: circumstance }))
    const ask = { kind: 'release.ask', ask: 'ask-first', passage: word, marking: 'attributed' }
    expect(does(room, 'lead', ask)).toBe('ok')
    expect(permissionForItem(room, word).marking).toBe('nothing')
  })
})
