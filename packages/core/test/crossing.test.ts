/** Items and marks from one caucus to another: what is carried, and what arrives. */

import { describe, expect, test } from 'vitest'
import {
  type Conveyance,
  deliveryOf,
  findRegister,
  itemsOf,
  type MarkPassage,
  type RoomState,
  standingOf,
  type Thing,
  waitingAtDesk,
} from '../src/index.ts'
import { caucusA, caucusB, deskRoom, does, must, opened, partyA, say } from './cast.ts'
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
  talks,
  version,
  withRules,
  word,
} from './crossing-talks.ts'

const putting = (id: string, register: string, fields: object) => ({
  kind: 'item.put',
  item: `item-${id}`,
  register,
  rev: 1,
  fields,
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

  test('ITEM-11 hostile: what is its maker’s to say, or the mediators’, or whose caucus it is, comes from no other side', () => {
    const room = withRules(caucusA())
    must(room, 'headA', putting('powers', 'powers', { holder: 'The head', powersMay: ['sign'] }))
    must(room, 'headA', putting('claim', 'claim', { what: 'The spring', position: 'in-if', onlyIf: 'Peace' }))
    must(
      room,
      'headA',
      putting('list', 'delegation-list', { title: 'Envoys', delegation: [{ name: 'One' }] }),
    )
    const demanded = { title: 'Peace', judgedBy: 'principal', consequence: 'suspends' }
    must(room, 'headA', putting('demand', 'condition', { ...demanded, demandedOf: 'other-side' }))
    const agreed = { title: 'Rules', agreementIn: [{ kind: 'text', language: 'en', body: 'Silence.' }] }
    must(room, 'lead', putting('rules', 'agreement-to-mediate', agreed))
    const hours = { arrivesFrom: '09:40', arrivesTo: '09:50', leavesFrom: '12:30', leavesTo: '12:40' }
    const way = { meeting: 'item-meeting', entrance: 'North gate', ownRoom: 'Room 2', ...hours }
    must(room, 'lead', putting('way', 'arrangement', way))
    must(room, 'lead', putting('house', 'mediators-accepted', { institution: 'Lakes Institute' }))
    let nth = 0
    const bringing = (thing: object, from = 'Borduria') => {
      nth += 1
      const words = { form: 'paper', binding: false, body: 'They say so.', verbatim: false, from }
      return { kind: 'delivery.make', delivery: `delivery-${nth}`, ...words, thing }
    }
    const before = JSON.stringify(room.items)
    for (const [on, verb] of [
      ['powers', 'revoked'],
      ['powers', 'queried'],
      ['claim', 'condition-met'],
      ['claim', 'claim-withdrawn'],
      ['claim', 'apart-again'],
      ['list', 'list-exchanged'],
      ['demand', 'met'],
      ['demand', 'waived'],
      ['rules', 'accepted'],
      ['way', 'not-coming'],
      ['way', 'absent'],
      ['house', 'accepted-with-record'],
    ]) {
      const said = bringing({ item: `item-${on}`, rev: 1, verb, note: 'So.' })
      // A third party examines powers.
      expect([on, verb, does(room, 'lead', said)]).toEqual([
        on,
        verb,
        verb === 'queried' ? 'ok' : 'not-for-this-party',
      ])
    }
    expect(JSON.stringify({ ...room.items, ...JSON.parse(before) })).toBe(before)
    must(room, 'lead', bringing({ item: 'item-demand', rev: 1, verb: 'offered' }))
    // Of what it gave itself, its giver and no other says what is the giver's to say.
    const given = { register: 'version', fields: { matter: 'item-matter', of: 'Borduria' } }
    must(room, 'lead', { ...bringing(given), delivery: 'delivery-own' })
    const taking = { item: 'delivery-own', rev: 1, verb: 'superseded' }
    expect(does(room, 'lead', bringing(taking, 'Caledon'))).toBe('not-for-this-party')
    expect(does(room, 'lead', bringing(taking))).toBe('ok')
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
