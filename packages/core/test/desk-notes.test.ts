import { describe, expect, test } from 'vitest'
import { caucusA, caucusB, deskRoom, memberId, must, planOf } from './cast.ts'

describe('what a colleague notes on a conveyance', () => {
  test('DESK-8 stays with it when it is put in other words, until another note takes its place', () => {
    const desk = deskRoom()
    const plan = planOf(caucusA(), caucusB())
    const noteOf = () => desk.conveyances[plan.conveyance]?.note
    must(desk, 'lead', { kind: 'carry.prepare', conveyance: plan })
    expect(noteOf()).toBeUndefined()
    const note = 'Wait for the evening.'
    const assign = { kind: 'carry.assign', conveyance: plan.conveyance, to: memberId('second') }
    must(desk, 'lead', { ...assign, note })
    const again = { ...plan, carrier: memberId('second'), wording: 'A pause is thinkable.' }
    must(desk, 'second', { kind: 'carry.prepare', conveyance: again })
    expect(desk.conveyances[plan.conveyance]?.plan.wording).toBe('A pause is thinkable.')
    expect(noteOf()).toBe(note)
    must(desk, 'second', { ...assign, to: memberId('helper') })
    expect(noteOf()).toBe(note)
    const cancel = { kind: 'carry.cancel', conveyance: plan.conveyance, note: 'They have heard it.' }
    must(desk, 'helper', cancel)
    expect(noteOf()).toBe('They have heard it.')
  })
})
