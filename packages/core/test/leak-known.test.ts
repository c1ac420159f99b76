import { describe, expect, test } from 'vitest'
import { type Conveyance, findLeaksIn, type RoomState } from '../src/index.ts'
import { admit, caucusA, caucusB, must, partyB, planOf, say } from './cast.ts'

const secret = 'We would give back the Zeta valley for 4711 dollars, but never say so.'
/** What of the secret the leak check finds in it, for who knows none of it. */
const found = ['name: Zeta', 'figure: 4711', `words: ${secret.slice(0, -1)}`]

/** A caucus in which the secret may not pass. */
function source(): RoomState {
  const room = caucusA()
  must(room, 'headA', say('message-1', { body: secret, marking: 'nothing' }))
  return room
}

const delivery = {
  kind: 'delivery.make',
  delivery: 'delivery-1',
  form: 'paper',
  binding: false,
  body: 'Something else.',
  verbatim: false,
}
const offer = { kind: 'offer.make', offer: 'offer-001', ifThey: 'leave', thenWe: 'stay', binding: false }
const readBack = { kind: 'readback.give', readback: 'readback-1', delivery: 'delivery-1', body: 'We heard.' }

type Telling = readonly [string, readonly (readonly [person: string, act: unknown])[]]
/** Each way in which the recipient's own room may hold the sentence. */
const tellings: readonly Telling[] = [
  ['what it said itself', [['headB', say('message-2', { body: secret })]]],
  ['the title of what it said', [['headB', say('message-2', { title: secret, body: 'So.' })]]],
  ['the condition of its own offer', [['headB', { ...offer, ifThey: secret }]]],
  ['the promise of its own offer', [['headB', { ...offer, thenWe: secret }]]],
  ['what was delivered to it', [['lead', { ...delivery, body: secret }]]],
  ['the title of what was delivered to it', [['lead', { ...delivery, title: secret }]]],
  [
    'what it read back',
    [
      ['lead', delivery],
      ['headB', { ...readBack, body: secret }],
    ],
  ],
]

const findingsOf = (recipient: RoomState, changes: Partial<Conveyance> = {}): readonly string[] => {
  const room = source()
  const plan = planOf(room, recipient, { origin: { kind: 'mediators' }, wording: secret, ...changes })
  return findLeaksIn(plan, { source: room, recipient }, [room, recipient])
    .map(({ kind, text }) => `${kind}: ${text}`)
    .sort()
}

describe('what the recipient knows', () => {
  test('LEAK-5 is nothing, where its room is empty: all of the sentence is found', () => {
    expect(findingsOf(caucusB())).toEqual([...found].sort())
  })

  test.each(tellings)('LEAK-5 is %s', (_, acts) => {
    const recipient = caucusB()
    for (const [person, act] of acts) must(recipient, person, act)
    expect(findingsOf(recipient)).toEqual([])
  })

  test('LEAK-5 is its own name and those of its people', () => {
    const recipient = caucusB()
    const room = caucusA()
    const body = `We fear ${partyB.name}, and we fear Headley.`
    must(room, 'headA', say('message-1', { body, marking: 'nothing' }))
    const plan = planOf(room, recipient, {
      origin: { kind: 'mediators' },
      wording: `${partyB.name}, Headley`,
    })
    const sides = { source: room, recipient }
    const texts = () => findLeaksIn(plan, sides, [room, recipient]).map(({ text }) => text)
    expect(texts()).toEqual(['Headley'])
    must(recipient, 'lead', admit('delegateB', { name: 'Ann Headley' }))
    expect(texts()).toEqual([])
  })
})
