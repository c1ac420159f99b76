import { newId, openSession } from '@goodoffices/client'
import type { MessageId } from '@goodoffices/core'
import { describe, expect, it } from 'vitest'
import { createWorld, type Person, value } from './world.ts'

describe('a long room', () => {
  it('SYNC-9 opens from its snapshot in the state in which it was left, goes on, and can still be read whole', async () => {
    const world = await createWorld()
    const mediator = await world.member('Mediator')
    const { process } = value(
      await mediator.session.createProcess({
        title: 'Talks',
        terms: { role: 'carry', disclosure: 'open' },
        parties: [],
      }),
    )
    await world.settle(mediator)
    const desk = mediator.session.rooms(process).find(room => room.kind === 'desk')
    if (desk === undefined) throw new Error('no desk')
    const say = (person: Person, body: string) => ({
      room: desk.id,
      act: { kind: 'message.say', message: newId<MessageId>(), form: 'paper', binding: false, body } as const,
      person,
    })
    value(await mediator.session.actAll(Array.from({ length: 600 }, (_, i) => say(mediator, `line ${i}`))))
    await world.settle(mediator)
    const left = JSON.stringify(mediator.session.room(desk.id))

    const again: Person = {
      ...mediator,
      session: value(await openSession({ vault: mediator.vault, relayAt: world.relayAt, live: false })),
    }
    expect(JSON.stringify(again.session.room(desk.id))).toBe(left)
    expect(again.session.entries(desk.id).length).toBe(0)
    const whole = (await again.session.readWhole(desk.id)).length
    expect(whole).toBeGreaterThan(600)
    value(await again.session.actAll([say(again, 'and on')]))
    await world.settle(again)
    expect(Object.values(again.session.room(desk.id)?.messages ?? {}).length).toBe(601)
    expect((await again.session.readWhole(desk.id)).length).toBe(whole + 1)
    const evidence = await again.session.writeEvidence(desk.id, 10)
    expect(evidence).toContain('tlog-proof')
  })
})
