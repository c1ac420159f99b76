import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allows,
  type Conveyance,
  checkConveyance,
  deliveryOf,
  type Origin,
  type Passing,
  parseAct,
  permissionFor,
  type RoomState,
  textOf,
} from '../src/index.ts'
import {
  admit,
  carriedOut,
  caucusA,
  caucusB,
  circumstance,
  deskRoom,
  does,
  must,
  partyA,
  partyB,
  planOf,
  recordedA,
  say,
  tableRoom,
} from './cast.ts'
import { withRules } from './crossing-talks.ts'
import { runs } from './runs.ts'

const body = 'We could accept a pause of ninety days.'

function talks(marking: string = 'verbatim', changes: Record<string, unknown> = {}) {
  const [source, recipient] = [caucusA(), caucusB()]
  must(source, 'headA', say('message-1', { body, marking, ...changes }))
  must(source, 'headA', {
    kind: 'offer.make',
    offer: 'offer-001',
    ifThey: 'If they pause',
    thenWe: 'we release the ships.',
    binding: false,
  })
  must(recipient, 'headB', say('message-b1'))
  must(recipient, 'lead', say('message-m1'))
  return { source, recipient }
}
type Talks = ReturnType<typeof talks>
const offerOf = ({ source }: Talks): Origin => ({
  kind: 'offer',
  room: source.id,
  offer: 'offer-001' as never,
})
const check = (sides: { source?: RoomState; recipient: RoomState }, plan: Conveyance): string => {
  const result = checkConveyance(plan, sides)
  return result.ok ? 'ok' : result.error.code
}
const planned = (sides: Talks, changes: Partial<Conveyance> = {}) =>
  planOf(sides.source, sides.recipient, changes)

describe('what may be conveyed', () => {
  test('CONV-2 goes to a caucus, once, and answers or corrects what is there', () => {
    const sides = talks()
    const desk = deskRoom()
    expect(check({ ...sides, recipient: desk }, planned(sides, { to: desk.id }))).toBe('recipient-not-caucus')
    expect(check(sides, planned(sides, { to: desk.id }))).toBe('recipient-not-caucus')
    expect(check(sides, planned(sides, { answers: 'message-9' as never }))).toBe('message-unknown')
    expect(check(sides, planned(sides, { answers: 'message-m1' as never }))).toBe('message-unknown')
    expect(check(sides, planned(sides, { answers: 'message-b1' as never }))).toBe('ok')
    expect(check(sides, planned(sides, { corrects: 'delivery-9' as never }))).toBe('delivery-unknown')
    const plan = planned(sides)
    must(sides.recipient, 'lead', deliveryOf(plan, sides.source))
    expect(check(sides, plan)).toBe('already-delivered')
    expect(check(sides, planned(sides, { corrects: plan.delivery }))).toBe('ok')
  })

  test.each(['source', 'recipient'] as const)(
    'CONV-3 is nothing where the %s has withdrawn its consent',
    side => {
      const sides = talks()
      const [head, party] = side === 'source' ? ['headA', partyA] : ['headB', partyB]
      must(sides[side], head, { kind: 'consent.give', party: party.party })
      expect(check(sides, planned(sides))).toBe('ok')
      must(sides[side], head, { kind: 'consent.withdraw', party: party.party })
      expect(checkConveyance(planned(sides), sides)).toMatchObject({
        error: { code: 'consent-withdrawn', side },
      })
      expect(check(sides, planned(sides, { origin: { kind: 'mediators' } }))).toBe('ok')
    },
  )

  test('CONV-10 comes from a caucus that the mediator holds, and another than it goes to', () => {
    const sides = talks()
    const { recipient } = sides
    expect(check({ recipient }, planned(sides))).toBe('source-not-held')
    expect(check({ source: caucusB(), recipient }, planned(sides))).toBe('source-not-held')
    expect(check({ source: recipient, recipient }, planOf(recipient, recipient))).toBe('recipient-is-source')
    const table = tableRoom()
    expect(check({ source: table, recipient }, planOf(table, recipient))).toBe('source-not-caucus')
    expect(check({ recipient }, planned(sides, { origin: { kind: 'mediators' } }))).toBe('ok')
  })

  test.each([
    ['nothing', 'unattributed', 'not-released'],
    ['unattributed', 'unattributed', 'ok'],
    ['unattributed', 'attributed', 'not-released'],
    ['attributed', 'attributed', 'ok'],
    ['attributed', 'verbatim', 'not-released'],
    ['verbatim', 'attributed', 'ok'],
  ] as const)('CONV-4 where %s stands, %s: %s', (marking, as, code) => {
    const sides = talks(marking)
    expect(check(sides, planned(sides, { as, wording: as === 'verbatim' ? body : 'Other words.' }))).toBe(
      code,
    )
  })

  test('CONV-4 passes in the released words alone where there are any', () => {
    const sides = talks('nothing')
    const passage = { message: 'message-1' }
    must(sides.source, 'lead', {
      kind: 'release.ask',
      ask: 'ask-00001',
      passage,
      marking: 'attributed',
      wording: 'So.',
    })
    must(sides.source, 'headA', { kind: 'release.give', ask: 'ask-00001', marking: 'attributed' })
    expect(check(sides, planned(sides, { wording: 'Thus.' }))).toBe('released-in-other-words')
    expect(check(sides, planned(sides, { wording: 'So.' }))).toBe('ok')
  })

  test('CONV-4 is not what the source never said, nor what the mediators said', () => {
    const sides = talks()
    const origin = (message: string): Origin => ({
      kind: 'passage',
      room: sides.source.id,
      passage: { message: message as never },
    })
    must(sides.source, 'lead', say('message-m2'))
    expect(check(sides, planned(sides, { origin: origin('message-9') }))).toBe('message-unknown')
    expect(check(sides, planned(sides, { origin: origin('message-m2') }))).toBe('message-of-mediators')
  })

  test('CONV-5 is verbatim only in the very words, and binding only if it was', () => {
    const sides = talks()
    expect(check(sides, planned(sides, { as: 'verbatim', wording: `${body} ` }))).toBe('not-verbatim')
    expect(check(sides, planned(sides, { as: 'verbatim', wording: body }))).toBe('ok')
    expect(check(sides, planned(sides, { binding: true }))).toBe('not-binding')
    const bound = talks('verbatim', { binding: true })
    expect(check(bound, planned(bound, { binding: true }))).toBe('ok')
  })

  test('CONV-5 is verbatim of words recorded wrongly only as they were put right', () => {
    const source = recordedA()
    const recipient = caucusB()
    must(source, 'lead', say('message-1', { body, marking: 'verbatim', recorded: circumstance }))
    must(source, 'lead', admit('headA'))
    must(source, 'headA', { kind: 'message.correct', message: 'message-1', body: 'Sixty days.' })
    const sides = { source, recipient }
    expect(check(sides, planOf(source, recipient, { as: 'verbatim', wording: body }))).toBe('not-verbatim')
    expect(check(sides, planOf(source, recipient, { as: 'verbatim', wording: 'Sixty days.' }))).toBe('ok')
  })

  test('CONV-6 is an offer that stands, never as the party’s very words', () => {
    const sides = talks()
    const origin = offerOf(sides)
    expect(check(sides, planned(sides, { origin }))).toBe('ok')
    expect(check(sides, planned(sides, { origin, as: 'verbatim' }))).toBe('not-verbatim')
    expect(check(sides, planned(sides, { origin, binding: true }))).toBe('not-binding')
    expect(check(sides, planned(sides, { origin: { ...origin, offer: 'offer-999' } as Origin }))).toBe(
      'offer-unknown',
    )
    must(sides.source, 'headA', { kind: 'offer.withdraw', offer: 'offer-001' })
    expect(check(sides, planned(sides, { origin }))).toBe('offer-withdrawn')
  })

  test('CONV-7 names a hidden party neither to the recipient nor to the source', () => {
    const hiddenSource = { source: caucusA({ party: { ...partyA, hidden: true } }), recipient: caucusB() }
    must(hiddenSource.source, 'headA', say('message-1', { body, marking: 'verbatim' }))
    for (const as of ['attributed', 'verbatim'] as const)
      expect(check(hiddenSource, planned(hiddenSource, { as, wording: body }))).toBe('hidden-party')
    expect(check(hiddenSource, planned(hiddenSource))).toBe('ok')
    const open = talks()
    const sides = { ...open, recipient: caucusB({ party: { ...partyB, hidden: true } }) }
    for (const tell of ['that', 'words'] as const)
      expect(check(sides, planned(sides, { tell }))).toBe('hidden-party')
    expect(check(sides, planned(sides))).toBe('ok')
  })
})

const carried = (sides: Talks, plan: Conveyance) => {
  const acts = carriedOut(plan, 'room-of-the-desk' as never, sides)
  if (!acts.ok) throw new Error(acts.error.code)
  return acts.value
}

describe('carrying out', () => {
  test('CONV-9 the source is told nothing, that, or in which words, as the mediator chose', () => {
    const sides = talks()
    const told = (changes: Partial<Conveyance>) =>
      carried(sides, planned(sides, changes))
        .map(({ act }) => act)
        .slice(2)
    expect(told({ tell: 'nothing' })).toEqual([])
    expect(told({ tell: 'that' })).toMatchObject([{ kind: 'convey.tell', to: 'Borduria' }])
    expect(told({ tell: 'that' })[0]).not.toHaveProperty('wording')
    expect(told({ tell: 'words' })).toMatchObject([{ wording: 'A pause may be thinkable.' }])
    expect(told({ tell: 'words', origin: { kind: 'mediators' } })).toEqual([])
    const long = 'x'.repeat(50_000)
    expect(told({ tell: 'words', origin: offerOf(sides), wording: long })).toEqual([
      { kind: 'offer.report', offer: 'offer-001', standing: 'put', wording: long },
    ])
  })

  test('CONV-11 DESK-6 the desk first, then the recipient, then the source; each takes it, and what has arrived is left out', () => {
    const sides = talks()
    const plan = planned(sides, { tell: 'words' })
    const acts = carried(sides, plan)
    expect(acts.map(({ room }) => room)).toEqual(['room-of-the-desk', sides.recipient.id, sides.source.id])
    must(sides.recipient, 'lead', acts[1]?.act)
    must(sides.source, 'headA', { kind: 'message.mark', message: 'message-1', marking: 'nothing' })
    expect(carried(sides, plan)).toEqual([acts[2]])
    must(sides.source, 'lead', acts[2]?.act)
    expect(carried(sides, plan)).toEqual([])
    expect(does(sides.recipient, 'second', acts[1]?.act)).toBe('id-taken')
  })

  test('CONV-11 nothing goes anywhere where it may not be conveyed', () => {
    const sides = talks('nothing')
    expect(carriedOut(planned(sides), 'room-of-the-desk' as never, sides)).toMatchObject({
      error: { code: 'not-released' },
    })
  })
})

const plans = fc.record({
  as: fc.constantFrom<Passing>('unattributed', 'attributed', 'verbatim'),
  binding: fc.boolean(),
  wording: fc.constantFrom(body, 'ninety', 'A pause may be thinkable.'),
  part: fc.boolean(),
  tell: fc.constantFrom('nothing' as const, 'that' as const, 'words' as const),
  title: fc.option(fc.constant('A word'), { nil: undefined }),
  origin: fc.constantFrom('passage' as const, 'offer' as const, 'mediators' as const),
  marking: fc.constantFrom('nothing', 'unattributed', 'attributed', 'verbatim'),
})

function arranged({
  part,
  title,
  origin,
  marking,
  ...rest
}: typeof plans extends fc.Arbitrary<infer T> ? T : never) {
  const from = body.indexOf('ninety')
  const sides = talks(marking, { parts: [{ part: 'part-0001', from, to: from + 6, marking }] })
  const passage = { message: 'message-1' as never, ...(part ? { part: 'part-0001' as never } : {}) }
  const origins: Record<string, Origin> = {
    passage: { kind: 'passage', room: sides.source.id, passage },
    offer: offerOf(sides),
    mediators: { kind: 'mediators' },
  }
  const plan = planned(sides, {
    ...rest,
    origin: origins[origin] ?? { kind: 'mediators' },
    ...(title === undefined ? {} : { title }),
  })
  return { sides, plan, passage }
}

describe('laws of conveyance', () => {
  test('CONV-8 law: a delivery holds nothing of its source, and its name only where it is named', () => {
    fc.assert(
      fc.property(plans, choice => {
        const { sides, plan } = arranged(choice)
        const { source } = sides
        const delivered = JSON.stringify(deliveryOf(plan, source))
        const ids = [
          source.id,
          plan.conveyance,
          'message-1',
          'part-0001',
          'offer-001',
          ...Object.keys(source.members),
          ...Object.keys(source.devices),
        ]
        for (const id of [...ids, partyA.party]) expect(delivered).not.toContain(id)
        const isNamed = plan.as !== 'unattributed' && plan.origin.kind !== 'mediators'
        expect(delivered.includes(partyA.name)).toBe(isNamed)
      }),
      runs(300),
    )
  })

  test('CONV-8 law: what the preview shows is an act that the recipient’s room takes', () => {
    fc.assert(
      fc.property(plans, choice => {
        const { sides, plan } = arranged(choice)
        if (!checkConveyance(plan, sides).ok) return
        const act = deliveryOf(plan, sides.source)
        expect(parseAct(JSON.parse(JSON.stringify(act)))).toEqual({ ok: true, value: act })
        expect(does(sides.recipient, 'second', act)).toBe('ok')
        expect(sides.recipient.deliveries[plan.delivery]).toMatchObject({ body: plan.wording })
      }),
      runs(200),
    )
  })

  test('CONV-4 law: nothing of a passage is conveyed beyond what its source said', () => {
    fc.assert(
      fc.property(plans, choice => {
        const { sides, plan, passage } = arranged(choice)
        if (plan.origin.kind !== 'passage' || !checkConveyance(plan, sides).ok) return
        const message = Object.values(sides.source.messages)[0]
        if (message === undefined) throw new Error('nothing said')
        expect(allows(permissionFor(message, passage, sides.source.terms).marking, plan.as)).toBe(true)
        if (plan.as === 'verbatim') expect(plan.wording).toBe(textOf(message, passage))
        expect(plan.binding && !message.binding).toBe(false)
      }),
      runs(300),
    )
  })

  test('CONV-1 law: what the recipient’s room holds is the same whatever else the source’s room holds', () => {
    fc.assert(
      fc.property(
        plans,
        fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' }),
        (choice, secret) => {
          if (secret.trim() === '') return
          const { sides, plan } = arranged(choice)
          const before = JSON.stringify(deliveryOf(plan, sides.source))
          must(sides.source, 'headA', say('message-2', { body: secret }))
          must(sides.source, 'headA', { kind: 'message.mark', message: 'message-1', marking: 'nothing' })
          expect(JSON.stringify(deliveryOf(plan, sides.source))).toBe(before)
        },
      ),
      runs(100),
    )
  })
})

const translation = { language: 'fa', body: 'توقفی نود روزه.' }
const stretched = (sides: Talks, stretch: 'rest' | { from: number; to: number }, changes = {}) =>
  planned(sides, {
    origin: {
      kind: 'passage',
      room: sides.source.id,
      passage: { message: 'message-1' as never, stretch },
    },
    ...changes,
  })
const withSecret = () =>
  talks('attributed', { parts: [{ part: 'part-00001', from: 9, to: 38, marking: 'nothing' }] })

const spoken = (id: string, changes = {}) => say(id, { translation, ...changes })

describe('MSG-16 MSG-17 a stretch, and the same in another language', () => {
  test('CONV-4 CONV-5 the rest passes as it is marked, and a stretch that is there', () => {
    const sides = withSecret()
    expect(check(sides, planned(sides, { as: 'attributed' }))).toBe('not-released')
    expect(check(sides, stretched(sides, 'rest', { as: 'attributed' }))).toBe('ok')
    expect(check(sides, stretched(sides, 'rest', { as: 'verbatim', wording: 'We could .' }))).toBe(
      'not-released',
    )
    expect(check(sides, stretched(sides, { from: 0, to: 8 }, { as: 'attributed' }))).toBe('ok')
    expect(check(sides, stretched(sides, { from: 0, to: 10 }, { as: 'attributed' }))).toBe('not-released')
    expect(check(sides, stretched(sides, { from: 0, to: 99 }, { as: 'attributed' }))).toBe('part-unknown')
    const free = talks()
    const verbatim = { as: 'verbatim', wording: 'We could' } as const
    expect(check(free, stretched(free, { from: 0, to: 8 }, verbatim))).toBe('ok')
    expect(check(free, stretched(free, { from: 0, to: 9 }, verbatim))).toBe('not-verbatim')
  })

  test('CONV-8 the translation is delivered beside the words, and beside none that alone may pass', () => {
    const sides = talks()
    const plan = planned(sides, { as: 'verbatim', wording: body, translation })
    expect(check(sides, plan)).toBe('ok')
    expect(deliveryOf(plan, sides.source)).toMatchObject({ body, translation, verbatim: true })
    const [bound, ask] = [talks('nothing'), { kind: 'release.ask', ask: 'ask-00001' }]
    must(bound.source, 'lead', {
      ...ask,
      passage: { message: 'message-1' },
      marking: 'attributed',
      wording: 'A pause.',
    })
    must(bound.source, 'headA', { kind: 'release.give', ask: 'ask-00001', marking: 'attributed' })
    const words = { as: 'attributed', wording: 'A pause.' } as const
    expect(check(bound, planned(bound, words))).toBe('ok')
    expect(check(bound, planned(bound, { ...words, translation }))).toBe('released-in-other-words')
  })

  test('MSG-17 mediators translate their own words, and nobody else anybody’s', () => {
    const [room, silent] = [withRules(caucusA()), withRules(recordedA())]
    expect(does(room, 'lead', spoken('message-1'))).toBe('ok')
    expect(does(room, 'headA', spoken('message-2'))).toBe('mediators-only')
    expect(does(silent, 'lead', spoken('message-1', { recorded: circumstance }))).toBe('mediators-only')
    expect(does(caucusA(), 'lead', spoken('message-1'))).toBe('rules-older')
    const delivery = {
      kind: 'delivery.make',
      delivery: 'delivery-1',
      form: 'paper',
      binding: false,
      verbatim: false,
    }
    expect(does(room, 'lead', { ...delivery, body: 'A pause.', translation })).toBe('ok')
    expect(does(caucusA(), 'lead', { ...delivery, body: 'A pause.', translation })).toBe('rules-older')
  })
})
