/** That nothing crosses but what is carried, and by whom it is. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allows,
  applyEntry,
  arrivalOf,
  type Conveyance,
  checkConveyance,
  deliveryOf,
  type Passing,
  permissionForItem,
  type RoomState,
  rulesNumber,
} from '../src/index.ts'
import { people } from './arbitrary.ts'
import {
  caucusA,
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
  check,
  contested,
  figure,
  itemPlan,
  markPlan,
  matter,
  method,
  ofItem,
  release,
  type Talks,
  talks,
  version,
  withRules,
  word,
} from './crossing-talks.ts'
import { runs } from './runs.ts'

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
