import { newId, openSession } from '@goodoffices/client'
import type { MessageId } from '@goodoffices/core'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitText } from '../src/log/snapshot.ts'
import { createWorld, type Person, value } from './world.ts'

const stamp = 'this program'

describe('a long room', () => {
  it('SYNC-9 opens from its snapshot in the state in which it was left, goes on, and can still be read whole', async () => {
    const world = await createWorld()
    const mediator = await world.member('Mediator', { stamp })
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
      session: value(
        await openSession({ vault: mediator.vault, relayAt: world.relayAt, live: false, stamp }),
      ),
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

  it('SYNC-9 opens from a snapshot that is kept in several parts', async () => {
    const world = await createWorld()
    const mediator = await world.member('Mediator', { stamp })
    const terms = { role: 'carry', disclosure: 'open' } as const
    const { process } = value(await mediator.session.createProcess({ title: 'Talks', terms, parties: [] }))
    await world.settle(mediator)
    const desk = mediator.session.rooms(process).find(room => room.kind === 'desk')
    if (desk === undefined) throw new Error('no desk')
    const body = 'Two units each: \u{1f54a}'.padEnd(9_000, '\u{1f54a}')
    const act = () =>
      ({ kind: 'message.say', message: newId<MessageId>(), form: 'paper', binding: false, body }) as const
    value(await mediator.session.actAll(Array.from({ length: 501 }, () => ({ room: desk.id, act: act() }))))
    await world.settle(mediator)
    const left = JSON.stringify(mediator.session.room(desk.id))
    expect((await mediator.vault.scan(`snapshot/${desk.id}/`)).length).toBe(2)
    const options = { vault: mediator.vault, relayAt: world.relayAt, live: false, stamp }
    const again = value(await openSession(options))
    expect(again.entries(desk.id).length).toBe(0)
    expect(JSON.stringify(again.room(desk.id))).toBe(left)
    // A part that does not belong to the rest is of no use: then the whole is read.
    const [first, second] = await mediator.vault.scan(`snapshot/${desk.id}/`)
    if (first === undefined || second === undefined) throw new Error('no parts')
    await mediator.vault.write(new Map([[first[0], second[1]]]))
    const whole = value(await openSession(options))
    expect(whole.entries(desk.id).length).toBeGreaterThan(501)
    expect(JSON.stringify(whole.room(desk.id))).toBe(left)
  })

  it('SYNC-9 reads a room again that another program has kept, or one that does not say which it is', async () => {
    const world = await createWorld()
    const mediator = await world.member('Mediator', { stamp })
    const terms = { role: 'carry', disclosure: 'open' } as const
    const { process } = value(await mediator.session.createProcess({ title: 'Talks', terms, parties: [] }))
    await world.settle(mediator)
    const desk = mediator.session.rooms(process).find(room => room.kind === 'desk')
    if (desk === undefined) throw new Error('no desk')
    const act = () =>
      ({
        kind: 'message.say',
        message: newId<MessageId>(),
        form: 'paper',
        binding: false,
        body: 'x',
      }) as const
    value(await mediator.session.actAll(Array.from({ length: 501 }, () => ({ room: desk.id, act: act() }))))
    await world.settle(mediator)
    const left = JSON.stringify(mediator.session.room(desk.id))
    const options = { vault: mediator.vault, relayAt: world.relayAt, live: false }
    for (const opened of [options, { ...options, stamp: 'another program' }]) {
      const again = value(await openSession(opened))
      expect(again.entries(desk.id).length).toBeGreaterThan(501)
      expect(JSON.stringify(again.room(desk.id))).toBe(left)
    }
    // What that program kept is of use to it from then on.
    const kept = value(await openSession({ ...options, stamp: 'another program' }))
    expect(kept.entries(desk.id).length).toBe(0)
  })

  it('law: a text is split into texts, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 9 }), (text, charsMax) => {
        const parts = splitText(text, charsMax)
        expect(parts.join('')).toBe(text)
        for (const part of parts) {
          expect(part.isWellFormed()).toBe(true)
          expect(part.length).toBeLessThanOrEqual(charsMax)
        }
      }),
    )
  })
})
