/** Items and marks from one caucus to another: what may pass of them, what arrives, and that nothing else does. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allows,
  applyEntry,
  arrivalOf,
  type Conveyance,
  checkConveyance,
  deliveryOf,
  findLeaksIn,
  findRegister,
  type ItemPassage,
  isOfMark,
  itemsOf,
  type MarkPassage,
  type Passing,
  parseAct,
  permissionForItem,
  type RoomState,
  rulesNumber,
  standingOf,
  type Thing,
  waitingAtDesk,
} from '../src/index.ts'
import { people } from './arbitrary.ts'
import {
  caucusA,
  caucusB,
  circumstance,
  deskRoom,
  does,
  entryOf,
  memberId,
  must,
  opened,
  partyA,
  recordedA,
  say,
  tableRoom,
} from './cast.ts'
import {
  brought,
  check,
  contested,
  figure,
  itemPlan,
  markPlan,
  matter,
  method,
  ofItem,
  ofMark,
  release,
  said,
  type Talks,
  talks,
  version,
  withRules,
  word,
} from './crossing-talks.ts'
import { runs } from './runs.ts'

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

describe('conveying an item', () => {
  test('CONV-12 passes as its source released those very fields', () => {
    const sides = talks()
    expect(check(sides, itemPlan(sides))).toBe('not-released')
    release(sides.source, figure, 'unattributed')
    expect(check(sides, itemPlan(sides))).toBe('ok')
    expect(check(sides, itemPlan(sides, { as: 'attributed' }))).toBe('not-released')
    const both = ofItem(sides, { fields: ['figure', 'method'] })
    expect(check(sides, itemPlan(sides, { origin: both }))).toBe('not-released')
  })

  test.each([
    ['an item that is not there', { item: 'version-a9' as never }, 'item-unknown'],
    ['a field that is not there', { fields: ['counts'] }, 'field-unknown'],
    ['what the mediators put', { item: 'matter-a1' as never, fields: ['title'] }, 'item-of-mediators'],
  ])('CONV-12 is not %s', (_, changes, code) => {
    const sides = talks()
    expect(check(sides, itemPlan(sides, { origin: ofItem(sides, changes) }))).toBe(code)
  })

  test('CONV-12 is the revision that stands', () => {
    const sides = talks()
    release(sides.source, figure, 'unattributed')
    must(sides.source, 'headA', version({ rev: 2 }))
    expect(check(sides, itemPlan(sides))).toBe('rev-stale')
  })

  test('CONV-12 is verbatim as the very same item of the same register, and never binding', () => {
    const sides = talks()
    release(sides.source, figure, 'verbatim')
    const verbatim = (changes: Partial<Conveyance> = {}) =>
      check(sides, itemPlan(sides, { as: 'verbatim', ...changes }))
    expect(verbatim()).toBe('ok')
    expect(verbatim({ thing: brought({ figure: { kind: 'about', value: '108000' } }) })).toBe('not-verbatim')
    expect(verbatim({ thing: { ...brought(), register: 'matter' } as Thing })).toBe('not-verbatim')
    expect(verbatim({ binding: true })).toBe('not-binding')
    const { thing: _, ...without } = itemPlan(sides, { as: 'verbatim' })
    expect(check(sides, without)).toBe('not-verbatim')
    expect(
      check(sides, itemPlan(sides, { thing: brought({ figure: { kind: 'about', value: '108000' } }) })),
    ).toBe('ok')
  })

  test('CONV-12 CONV-5 verbatim, what is added as it stands there is refused as what was not released, and then as added', () => {
    const sides = talks()
    release(sides.source, figure, 'verbatim')
    const plan = itemPlan(sides, { as: 'verbatim', thing: brought({ method }) })
    expect(check(sides, plan)).toBe('not-released')
    release(sides.source, { ...figure, fields: ['method'] }, 'verbatim')
    expect(check(sides, plan)).toBe('not-verbatim')
  })

  test('CONV-5 DISC-6 a passage brings no item verbatim, nor where it was released in words', () => {
    const sides = talks()
    must(sides.source, 'headA', say('message-1', { body: 'So.', marking: 'verbatim' }))
    const passage = {
      kind: 'passage',
      room: sides.source.id,
      passage: { message: 'message-1' as never },
    } as const
    const plan = itemPlan(sides, { origin: passage, wording: 'So.' })
    expect(check(sides, plan)).toBe('ok')
    expect(check(sides, { ...plan, as: 'verbatim' })).toBe('not-verbatim')
    must(sides.source, 'lead', {
      kind: 'release.ask',
      ask: 'ask-worded',
      passage: passage.passage,
      marking: 'attributed',
      wording: 'So.',
    })
    must(sides.source, 'headA', { kind: 'release.give', ask: 'ask-worded', marking: 'attributed' })
    expect(check(sides, plan)).toBe('released-in-other-words')
  })

  test('CONV-10 comes from a caucus, or what the mediators keep at the desk', () => {
    const sides = talks()
    must(sides.desk, 'lead', matter('matter-d1'))
    const origin = {
      kind: 'item',
      room: sides.desk.id,
      item: 'matter-d1',
      rev: 1,
      fields: ['title'],
    } as never
    const at = (plan: Conveyance) => check({ ...sides, source: sides.desk }, plan)
    expect(at(itemPlan(sides, { origin }))).toBe('ok')
    expect(at(itemPlan(sides, { origin: { ...(origin as object), rev: 2 } as never }))).toBe('rev-stale')
    expect(at(itemPlan(sides, { origin: { ...(origin as object), item: 'matter-d9' } as never }))).toBe(
      'item-unknown',
    )
    const passage = {
      kind: 'passage',
      room: sides.desk.id,
      passage: { message: 'message-1' as never },
    } as const
    expect(at(itemPlan(sides, { origin: passage }))).toBe('source-not-caucus')
    const group = withRules(opened('lead', { kind: 'group' }))
    const elsewhere = itemPlan(sides, { origin: { ...(origin as object), room: group.id } as never })
    expect(check({ ...sides, source: group }, elsewhere)).toBe('source-not-caucus')
  })

  test('CONV-13 a mark passes with the name of whoever made it, as it was said', () => {
    const sides = talks()
    expect(check(sides, markPlan(sides))).toBe('not-released')
    release(sides.source, word, 'verbatim')
    expect(check(sides, markPlan(sides))).toBe('ok')
    expect(check(sides, markPlan(sides, { as: 'unattributed' }))).toBe('mark-unattributed')
    expect(check(sides, markPlan(sides, { thing: said({ verb: 'accepted' }) }))).toBe('mark-differs')
    expect(check(sides, markPlan(sides, { thing: said({ at: 5 }) }))).toBe('mark-differs')
    expect(check(sides, markPlan(sides, { thing: brought() }))).toBe('mark-differs')
    expect(check(sides, markPlan(sides, { as: 'verbatim' }))).toBe('not-verbatim')
    const note = 'Counted after rain.'
    expect(check(sides, markPlan(sides, { as: 'verbatim', thing: said({ note }) }))).toBe('ok')
    expect(check(sides, markPlan(sides, { binding: true }))).toBe('not-binding')
    expect(check(sides, markPlan(sides, { origin: ofMark(sides, 9) }))).toBe('mark-unknown')
  })

  test('CONV-13 a mark that has lapsed is nobody’s word any more', () => {
    const sides = talks()
    release(sides.source, word, 'verbatim')
    must(sides.source, 'headA', version({ rev: 2 }, { figure: { kind: 'about', value: '5' } }))
    expect(check(sides, markPlan(sides))).toBe('mark-lapsed')
  })

  test('CONV-13 nor is one that its maker has said otherwise since', () => {
    const sides = talks()
    release(sides.source, word, 'verbatim')
    expect(check(sides, markPlan(sides))).toBe('ok')
    must(sides.source, 'headA', contested({ note: 'Counted after rain, and at night.' }))
    expect(check(sides, markPlan(sides))).toBe('mark-lapsed')
  })

  test('CONV-13 ITEM-6 of a register that this version does not know, each mark passes as it was released', () => {
    const sides = talks()
    const unknown = { item: 'item-0007', register: 'from-the-future', fields: { said: 'kept' } }
    must(sides.source, 'headA', version(unknown))
    for (const verb of ['blessed', 'cursed'])
      must(sides.source, 'headA', { kind: 'item.mark', item: unknown.item, rev: 1, verb })
    const of = (mark: number, verb: string) => {
      const passage: MarkPassage = { item: unknown.item as never, mark }
      const origin = { ...passage, kind: 'mark', room: sides.source.id } as const
      return { passage, plan: markPlan(sides, { origin, thing: said({ verb }) }) }
    }
    for (const { passage, plan } of [of(1, 'blessed'), of(2, 'cursed')]) {
      expect(check(sides, plan)).toBe('not-released')
      release(sides.source, passage, 'attributed')
      expect(check(sides, plan)).toBe('ok')
    }
  })

  test('CONV-13 a word about an older revision is not one about the revision that stands', () => {
    const sides = talks()
    release(sides.source, word, 'verbatim')
    must(sides.source, 'headA', version({ rev: 2 }, { sources: ['The weir’s book'] }))
    expect(sides.source.items['version-a1' as never]?.marks[0]?.lapsed).toBe(undefined)
    expect(check(sides, markPlan(sides))).toBe('rev-stale')
    must(sides.source, 'headA', contested({ rev: 2 }))
    release(sides.source, { ...word, mark: 2 }, 'verbatim')
    expect(check(sides, markPlan(sides, { origin: ofMark(sides, 2) }))).toBe('ok')
  })

  test('CONV-12 CONV-13 what its maker has replaced is not carried, nor what was said of it, but that it was', () => {
    const sides = talks()
    release(sides.source, figure, 'attributed')
    release(sides.source, word, 'verbatim')
    expect([check(sides, itemPlan(sides)), check(sides, markPlan(sides))]).toEqual(['ok', 'ok'])
    must(sides.source, 'headA', { kind: 'item.mark', item: 'version-a1', rev: 1, verb: 'superseded' })
    release(sides.source, { ...word, mark: 2 }, 'verbatim')
    expect([check(sides, itemPlan(sides)), check(sides, markPlan(sides))]).toEqual([
      'rev-stale',
      'mark-lapsed',
    ])
    const replacing = { origin: ofMark(sides, 2), thing: said({ verb: 'superseded' }) }
    expect(check(sides, markPlan(sides, replacing))).toBe('ok')
  })

  test('CONV-10 nothing passes from some talks into others', () => {
    const sides = talks()
    release(sides.source, figure, 'attributed')
    expect(check(sides, itemPlan(sides))).toBe('ok')
    const elsewhere = {
      ...sides.recipient,
      process: { ...sides.recipient.process, process: 'process-2' as never },
    }
    expect(check({ ...sides, recipient: elsewhere }, itemPlan(sides))).toBe('source-not-held')
  })
})

/** Borduria's caucus with the figure in it. */
function arrived(changes: Partial<Conveyance> = {}) {
  const sides = talks()
  release(sides.source, figure, 'attributed')
  const plan = itemPlan(sides, { as: 'attributed', delivery: 'version-b1' as never, ...changes })
  must(sides.recipient, 'lead', deliveryOf(plan, sides.source))
  return { ...sides, plan }
}

const thingIn = (room: RoomState, item = 'version-b1') => {
  const thing = room.items[item as never]
  if (thing === undefined) throw new Error('no such item')
  return thing
}

describe('what arrives', () => {
  test('RULE-3 a delivery brings an item from the second rules number on', () => {
    const sides = talks()
    expect(does(caucusB(), 'lead', deliveryOf(itemPlan(sides), sides.source))).toBe('rules-older')
  })

  test('ITEM-8 the delivery is the item, under its id, put by the mediators', () => {
    const { recipient, plan } = arrived()
    const thing = thingIn(recipient)
    expect(thing.register).toBe('version')
    expect(standingOf(thing)).toMatchObject({
      fields: (plan.thing as { fields: object }).fields,
      delivery: plan.delivery,
    })
    expect(recipient.deliveries[plan.delivery]).toMatchObject({ item: 'version-b1', thing: plan.thing })
    const again = { kind: 'item.put', item: 'version-b1', rev: 2, ...(brought() as object) }
    expect(does(recipient, 'headB', again)).toBe('not-the-maker')
    expect(does(recipient, 'second', again)).toBe('ok')
    expect(itemsOf(recipient).filter(({ kind }) => kind === 'item')).toHaveLength(2)
  })

  test('ITEM-8 its reader reads it back, answers it and says what it thinks of it', () => {
    const { recipient } = arrived()
    const mark = { kind: 'item.mark', item: 'version-b1', rev: 1, verb: 'accepted' }
    expect(does(recipient, 'headB', mark)).toBe('ok')
    const readBack = {
      kind: 'readback.give',
      readback: 'readback-1',
      delivery: 'version-b1',
      body: 'So much.',
    }
    expect(does(recipient, 'headB', readBack)).toBe('ok')
    expect(does(recipient, 'headB', say('message-9', { answers: 'version-b1' }))).toBe('ok')
    expect(findRegister('version')?.standing(thingIn(recipient), recipient)).toMatchObject({
      standing: 'accepted',
    })
  })

  test('ITEM-8 a delivery that corrects it is its next revision, and so is one that corrects that', () => {
    const sides = arrived()
    const { recipient, source } = sides
    const next = (delivery: string, corrects: string, value: string) =>
      deliveryOf(
        itemPlan(sides, {
          delivery: delivery as never,
          corrects: corrects as never,
          thing: brought({ figure: { kind: 'exactly', value } }),
        }),
        source,
      )
    must(recipient, 'headB', { kind: 'item.mark', item: 'version-b1', rev: 1, verb: 'accepted' })
    must(recipient, 'lead', next('version-b2', 'version-b1', '5'))
    must(recipient, 'lead', next('version-b3', 'version-b2', '6'))
    expect(Object.keys(recipient.items)).toEqual(['matter-b1', 'version-b1'])
    expect(thingIn(recipient).revisions).toHaveLength(3)
    expect(standingOf(thingIn(recipient)).fields['figure']).toEqual({ kind: 'exactly', value: '6' })
    // ITEM-4
    expect(thingIn(recipient).marks[0]?.lapsed).toBeDefined()
  })

  test('ITEM-8 is judged by the room it comes to: the register, its fields, the register it has been', () => {
    const sides = arrived()
    const deliver = (changes: Partial<Conveyance>) =>
      does(sides.recipient, 'lead', deliveryOf(itemPlan(sides, changes), sides.source))
    expect(deliver({ thing: { register: 'version', fields: { of: 'x' } } })).toBe('item-malformed')
    expect(
      deliver({
        corrects: 'version-b1' as never,
        thing: { register: 'matter', fields: { kind: 'figure', title: 'x' } },
      }),
    ).toBe('register-differs')
    expect(deliver({ delivery: 'matter-b1' as never })).toBe('id-taken')
    expect(deliver({ thing: { register: 'unheard-of', fields: { any: 'thing' } } })).toBe('ok')
    expect(does(sides.recipient, 'headB', deliveryOf(itemPlan(sides), sides.source))).toBe('mediators-only')
  })

  test('ITEM-8 takes no id that an item of the room has', () => {
    const sides = arrived()
    must(sides.recipient, 'lead', version({ item: 'version-b7', fields: { matter: 'matter-b1', of: 'x' } }))
    const plan = itemPlan(sides, { delivery: 'version-b7' as never })
    expect(does(sides.recipient, 'lead', deliveryOf(plan, sides.source))).toBe('id-taken')
  })

  test('ITEM-11 a mark arrives as the word of the side that is named, recorded by the mediators', () => {
    const sides = arrived()
    const { recipient, source } = sides
    must(recipient, 'lead', deliveryOf(markPlan(sides, { delivery: 'delivery-m' as never }), source))
    const [mark] = thingIn(recipient).marks
    expect(mark).toMatchObject({
      verb: 'contested',
      note: 'It had rained.',
      for: { name: partyA.name },
      recorded: { way: 'by-messenger' },
      delivery: 'delivery-m',
    })
    expect(findRegister('version')?.standing(thingIn(recipient), recipient)).toMatchObject({
      standing: 'contested',
      count: 1,
    })
  })

  test('ITEM-11 and is none without a name, of an item that is not there, of another revision, or unsaid', () => {
    const sides = arrived()
    const { recipient, source } = sides
    const deliver = (thing: Thing, changes: Record<string, unknown> = {}) =>
      does(recipient, 'lead', { ...deliveryOf(markPlan(sides, { thing }), source), ...changes })
    const { from: _, ...nameless } = deliveryOf(markPlan(sides), source)
    expect(does(recipient, 'lead', nameless)).toBe('mark-unattributed')
    expect(deliver(said({ item: 'version-b9' }))).toBe('item-unknown')
    expect(deliver(said({ rev: 2 }))).toBe('rev-stale')
    const { note: __, ...unsaid } = said() as { readonly note: string }
    expect(deliver(unsaid as unknown as Thing)).toBe('mark-needs')
    expect(deliver(said())).toBe('ok')
  })

  test('CONV-8 law: the recipient’s room holds no id of the source’s item, nor of its room', () => {
    const sides = arrived()
    must(sides.recipient, 'lead', deliveryOf(markPlan(sides), sides.source))
    const held = JSON.stringify(sides.recipient)
    for (const id of [sides.source.id, sides.plan.conveyance, 'version-a1', 'matter-a1', partyA.party])
      expect(held).not.toContain(id)
  })

  test('DESK-9 an item that a party put waits until it is asked about or carried', () => {
    const { source, recipient, desk } = talks()
    const waits = () =>
      waitingAtDesk(desk, [source, recipient]).flatMap(item => (item.kind === 'put' ? [item.thing.item] : []))
    expect(waits()).toEqual(['version-a1'])
    release(source, figure, 'unattributed')
    expect(waits()).toEqual([])
    expect(waitingAtDesk(desk, [source, recipient]).map(({ kind }) => kind)).toEqual(['released'])
    const plan = itemPlan({ source, recipient, desk })
    must(desk, 'lead', { kind: 'carry.prepare', conveyance: plan })
    expect(waitingAtDesk(desk, [source, recipient]).map(({ kind }) => kind)).toEqual(['prepared'])
  })

  test('RULE-3 a plan with an item is prepared from the second rules number on', () => {
    const sides = talks()
    const older = deskRoom()
    for (const plan of [itemPlan(sides), markPlan(sides)]) {
      expect(does(older, 'lead', { kind: 'carry.prepare', conveyance: plan })).toBe('rules-older')
      const { thing: _, ...bare } = plan
      expect(does(older, 'lead', { kind: 'carry.prepare', conveyance: bare })).toBe('rules-older')
    }
  })
})

const found = (sides: Talks, plan: Conveyance) =>
  findLeaksIn(plan, sides, [sides.source, sides.recipient, sides.desk]).map(({ kind, text, field }) =>
    [kind, text, field].filter(part => part !== undefined).join(': '),
  )

describe('the leak check of an item', () => {
  test('LEAK-11 every text of what is brought is checked, and each finding says in which field', () => {
    const sides = talks()
    release(sides.source, figure, 'unattributed')
    const plan = itemPlan(sides, {
      title: 'From Oldbridge',
      thing: brought({ method: 'By a weir', sources: ['First', 'The Oldbridge weir'] }),
    })
    expect(findLeaksIn(plan, sides, [sides.source, sides.recipient])).toMatchObject([
      { kind: 'name', text: 'Oldbridge', in: 'title' },
      { kind: 'name', text: 'Oldbridge', in: 'field', field: 'thing.fields.sources.1' },
    ])
  })

  test('LEAK-11 a mark’s note too', () => {
    const sides = talks()
    must(sides.source, 'headA', say('message-1', { body: 'We shall meet in Zeta.' }))
    release(sides.source, word, 'attributed')
    const plan = markPlan(sides, { thing: said({ note: 'Ask in Zeta.' }) })
    expect(found(sides, plan)).toEqual(['name: Zeta: thing.note'])
  })

  test('LEAK-9 what is released and carried passes, its other fields do not', () => {
    const sides = talks()
    release(sides.source, figure, 'unattributed')
    expect(found(sides, itemPlan(sides))).toEqual([])
    expect(found(sides, itemPlan(sides, { wording: 'They counted 31 nights.' }))).toEqual(['figure: 31'])
    const own = itemPlan(sides, { origin: { kind: 'mediators' }, as: 'verbatim' })
    expect(found(sides, own)).toEqual([])
    const unreleased = talks()
    expect(found(unreleased, itemPlan(unreleased))).toEqual(['figure: 108000: thing.fields.figure.value'])
  })

  test('LEAK-4 of a field that passes in substance alone, its words are found; verbatim they pass', () => {
    for (const [as, words] of [
      ['unattributed', 1],
      ['verbatim', 0],
    ] as const) {
      const sides = talks()
      const chosen = { ...figure, fields: ['method'] }
      release(sides.source, chosen, as)
      const plan = itemPlan(sides, {
        as,
        origin: ofItem(sides, chosen),
        thing: brought({ method, figure: undefined }),
      })
      expect(found(sides, plan).filter(text => text.startsWith('words'))).toHaveLength(words)
    }
  })

  test('LEAK-9 a mark’s note passes with the mark alone', () => {
    const sides = talks()
    must(sides.source, 'headA', contested({ note: 'We fear for 44 wells.' }))
    release(sides.source, word, 'attributed')
    const second = { ...word, mark: 2 }
    release(sides.source, second, 'attributed')
    const plan = markPlan(sides, { wording: 'It is about 44 wells.', origin: ofMark(sides, 2) })
    expect(found(sides, plan)).toEqual([])
    const { source } = talks()
    must(source, 'headA', contested({ note: 'We fear for 44 wells.' }))
    const other = { ...sides, source }
    expect(found(other, markPlan(other, { wording: 'It is about 44 wells.' }))).toEqual(['figure: 44'])
  })

  test('LEAK-9 how a recorded item and a recorded mark came never passes', () => {
    const source = withRules(recordedA())
    const recorded = { ...circumstance, hearing: 'in sight of 17 neighbours' }
    must(source, 'lead', matter('matter-a1'))
    must(source, 'lead', version({ recorded }))
    must(source, 'lead', contested({ recorded: { ...circumstance, hearing: 'before 19 elders' } }))
    const sides = { ...talks(), source }
    const plan = itemPlan(sides, {
      origin: { kind: 'mediators' },
      wording: 'Of 17 and 19.',
      thing: brought({ figure: undefined }),
    })
    expect(found(sides, plan)).toEqual(['figure: 17', 'figure: 19'])
  })

  test('LEAK-5 what was delivered to the recipient, and what it put itself, is known to it', () => {
    const sides = talks()
    const wording = 'They speak of 777 and 888.'
    const plan = itemPlan(sides, {
      origin: { kind: 'mediators' },
      wording,
      thing: brought({ figure: undefined }),
    })
    must(sides.source, 'headA', say('message-1', { body: 'We have 777 wells, 888 pumps.' }))
    expect(found(sides, plan)).toEqual(['figure: 777', 'figure: 888'])
    must(sides.recipient, 'lead', version({ item: 'version-b5' }, { matter: 'matter-b1', method: 'By 777' }))
    expect(found(sides, plan)).toEqual(['figure: 777', 'figure: 888'])
    must(sides.recipient, 'headB', version({ item: 'version-b6' }, { matter: 'matter-b1', method: 'By 777' }))
    expect(found(sides, plan)).toEqual(['figure: 888'])
    const told = itemPlan(sides, { delivery: 'version-b1' as never, thing: brought({ method: 'Not 888' }) })
    must(sides.recipient, 'lead', deliveryOf(told, sides.source))
    expect(found(sides, plan)).toEqual([])
  })

  test('LEAK-9 what was delivered to a third party is guarded, but not where the same is being carried', () => {
    const sides = talks()
    release(sides.source, figure, 'unattributed')
    const third = withRules(
      opened('lead', { kind: 'caucus', party: { ...partyA, party: 'party-dd' as never, name: 'Dovonia' } }),
    )
    const elsewhere = itemPlan(sides, { to: third.id, thing: brought({ method: 'Some 999 times' }) })
    must(third, 'lead', deliveryOf(elsewhere, sides.source))
    must(sides.desk, 'lead', { kind: 'carry.prepare', conveyance: elsewhere })
    const rooms = [sides.source, sides.recipient, sides.desk, third]
    const plan = itemPlan(sides, { wording: 'Some 999 times.' })
    expect(findLeaksIn(plan, sides, rooms)).toEqual([])
    const other = { ...plan, origin: { kind: 'mediators' } as const, wording: 'Of 999.' }
    expect(findLeaksIn(other, sides, rooms).map(({ text }) => text)).toContain('999')
  })
})

const choices = fc.record({
  as: fc.constantFrom<Passing>('unattributed', 'attributed', 'verbatim'),
  marking: fc.constantFrom('unattributed', 'attributed', 'verbatim'),
  answer: fc.constantFrom('release.give', 'release.refuse'),
  released: fc.subarray(['figure', 'method', 'of'], { minLength: 1 }),
  chosen: fc.subarray(['figure', 'method', 'of'], { minLength: 1 }),
  /** What it brings besides. */
  added: fc.subarray(['figure', 'method']),
  value: fc.constantFrom('108000', '99'),
  tell: fc.constantFrom('nothing' as const, 'that' as const),
})
type Choice = typeof choices extends fc.Arbitrary<infer T> ? T : never

function arranged({ marking, answer, released, chosen, added, value, as, tell }: Choice) {
  const names = new Set([...chosen, ...added])
  const sides = talks()
  release(sides.source, { ...figure, fields: released }, marking, answer)
  const plan = itemPlan(sides, {
    as,
    tell,
    origin: ofItem(sides, { fields: chosen }),
    thing: {
      register: 'version',
      fields: {
        matter: 'matter-b1',
        of: 'Avalon',
        ...(names.has('method') ? { method } : {}),
        ...(names.has('figure') ? { figure: { kind: 'exactly', value } } : {}),
      },
    },
  })
  return { sides, plan, chosen, besides: [...names].filter(name => !chosen.includes(name)) }
}

/** Avalon says, puts and marks something more: nothing of it is what crosses. */
function sayMore({ source }: Talks, secret: string): void {
  must(source, 'headA', say('message-2', { body: secret }))
  must(source, 'headA', version({ item: 'version-a7' }, { method: secret }))
  must(source, 'headA', contested({ verb: 'noted', note: secret }))
}

describe('laws of crossing', () => {
  test('CONV-12 law: no field is conveyed beyond what its source said, and verbatim only as it is', () => {
    fc.assert(
      fc.property(choices, choice => {
        const { sides, plan, chosen, besides } = arranged(choice)
        const taken = besides.filter(name => name !== 'figure' || choice.value === '108000')
        const isAllowed = [...chosen, ...taken].every(field =>
          allows(permissionForItem(sides.source, { ...figure, fields: [field] }).marking, plan.as),
        )
        const isSame =
          plan.as !== 'verbatim' ||
          (besides.length === 0 && (!chosen.includes('figure') || choice.value === '108000'))
        expect(checkConveyance(plan, sides).ok).toBe(isAllowed && isSame)
      }),
      runs(150),
    )
  })

  test('CONV-1 law: the recipient’s room is byte for byte the same whatever else the source’s room holds', () => {
    fc.assert(
      fc.property(
        choices,
        fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' }),
        (choice, secret) => {
          if (secret.trim() === '') return
          const { sides, plan } = arranged(choice)
          const [one, other] = [structuredClone(sides.recipient), structuredClone(sides.recipient)]
          const first = entryOf(one, 'lead', deliveryOf(plan, sides.source))
          applyEntry(one, first)
          must(sides.source, 'headA', say('message-2', { body: secret }))
          must(sides.source, 'headA', version({ item: 'version-a7' }, { method: secret }))
          must(sides.source, 'headA', contested({ verb: 'noted', note: secret }))
          applyEntry(other, { ...first, act: deliveryOf(plan, sides.source) })
          expect(JSON.stringify(other)).toBe(JSON.stringify(one))
        },
      ),
      runs(100),
    )
  })

  const secrets = fc
    .string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' })
    .filter(text => text.trim() !== '')

  const crossings: readonly (readonly [string, (sides: Talks) => readonly [Conveyance, RoomState]])[] = [
    [
      'a mark',
      sides => {
        must(sides.recipient, 'headB', version({ item: 'version-b1' }, { matter: 'matter-b1' }))
        return [markPlan(sides, { tell: 'words' }), sides.recipient]
      },
    ],
    [
      'words published',
      sides => {
        const table = withRules(tableRoom())
        const { thing: _, ...words } = itemPlan(sides, { to: table.id })
        return [words, table]
      },
    ],
    [
      'an item published',
      sides => {
        const table = withRules(tableRoom())
        return [itemPlan(sides, { to: table.id, tell: 'that' }), table]
      },
    ],
    [
      'an item published as the next wording of one',
      sides => {
        const group = withRules(opened('lead', { kind: 'group' }, ['headA', 'headB']))
        const first = itemPlan(sides, { to: group.id })
        must(group, 'lead', arrivalOf(first, { source: sides.source, recipient: group }))
        return [itemPlan(sides, { to: group.id, corrects: first.delivery, rev: 2 }), group]
      },
    ],
  ]

  test.each(crossings)(
    'CONV-1 law: %s leaves its readers’ room byte for byte the same whatever else the source’s room holds',
    (_, plan) => {
      fc.assert(
        fc.property(secrets, secret => {
          const sides = talks()
          release(sides.source, figure, 'verbatim')
          release(sides.source, word, 'verbatim')
          const [planned, room] = plan(sides)
          const [one, other] = [structuredClone(room), structuredClone(room)]
          const arrival = () => arrivalOf(planned, { source: sides.source, recipient: room })
          expect(check({ ...sides, recipient: room }, planned)).toBe('ok')
          const first = entryOf(one, 'lead', arrival())
          expect(applyEntry(one, first).ok).toBe(true)
          sayMore(sides, secret)
          expect(applyEntry(other, { ...first, act: arrival() }).ok).toBe(true)
          expect(JSON.stringify(other)).toBe(JSON.stringify(one))
          for (const id of [sides.source.id, planned.conveyance, 'version-a1', 'matter-a1', partyA.party])
            if (room.kind === 'caucus') expect(JSON.stringify(one)).not.toContain(id)
        }),
        runs(40),
      )
    },
  )

  const rooms: Readonly<Record<string, () => RoomState>> = {
    caucus: () => withRules(caucusA()),
    'caucus of a party without an account': () => withRules(recordedA()),
    desk: () => withRules(deskRoom()),
    table: () => withRules(tableRoom()),
    group: () => withRules(opened('lead', { kind: 'group' }, ['second', 'headA', 'observer'])),
    delegation: () => {
      const room = opened('headA', { kind: 'delegation', party: partyA }, ['adviserA'])
      must(room, 'headA', { kind: 'rules.adopt', number: rulesNumber })
      return room
    },
    private: () => withRules(opened('lead', { kind: 'private' })),
  }
  /** In whose rooms they bring something, by kind. */
  const mayBring = new Set(['caucus', 'caucus of a party without an account'])
  const delivery = {
    kind: 'delivery.make',
    delivery: 'delivery-1',
    form: 'paper',
    binding: false,
    body: 'They give it.',
    verbatim: false,
    thing: { register: 'matter', fields: { kind: 'figure', title: 'x' } },
  }

  test.each(Object.entries(rooms))(
    'ITEM-8 who brings an item into a %s: the mediators, into a caucus',
    (name, begin) => {
      for (const person of people) {
        const room = begin()
        const isMediator = ['lead', 'second'].includes(person) && room.members[memberId(person)] !== undefined
        expect([person, does(room, person, delivery) === 'ok']).toEqual([
          person,
          isMediator && mayBring.has(name),
        ])
      }
    },
  )

  test.each(Object.entries(rooms))(
    'DISC-11 who asks for an item in a %s: the mediators, in a caucus',
    (name, begin) => {
      for (const person of people) {
        const room = begin()
        const isRecorded = name.startsWith('caucus of')
        if (name.startsWith('caucus')) {
          const recorded = isRecorded ? { recorded: circumstance } : {}
          must(room, 'lead', matter('matter-a1'))
          must(room, isRecorded ? 'lead' : 'headA', version(recorded))
        }
        const isMediator = ['lead', 'second'].includes(person) && room.members[memberId(person)] !== undefined
        const ask = { kind: 'release.ask', ask: 'ask-by-law', passage: figure, marking: 'attributed' }
        expect([person, does(room, person, ask) === 'ok']).toEqual([person, isMediator && mayBring.has(name)])
      }
    },
  )
})
