/** What may go wrong between a decision to deliver and the delivery. */

import {
  admit,
  type ConveyancePlan,
  deliver,
  deliverDue,
  dueConveyances,
  goesAt,
  heldBack,
  newId,
  openSession,
  prepareConveyance,
  removeMember,
  takeBack,
} from '@goodoffices/client'
import type { ConveyanceId, MessageId, NoteId, TogetherId } from '@goodoffices/core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { undoMs } from '../src/session/undo-time.ts'
import { beginTalks, bringIn, meet, roomOf, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const deliveriesIn = ({ south }: Talks): readonly string[] =>
  Object.values(roomOf(south, south.session.processes()[0]?.process as never, 'caucus').deliveries).map(
    ({ body }) => body,
  )

/** What a colleague may do to what was seen, before it goes. */
const meanwhile = [
  ['other words in the place of those that were seen', (conveyance: ConveyanceId) => ({ conveyance })],
  ['something that goes with it', () => ({ together: 'together-1' as TogetherId })],
] as const

describe('a delivery decided while out of reach', () => {
  let talks: Talks
  let message: MessageId
  let plan: ConveyancePlan

  beforeEach(async () => {
    talks = await beginTalks()
    const { mediator, north, process, parties } = talks
    message = newId<MessageId>()
    const caucus = roomOf(north, process, 'caucus')
    const said = { ...say('We could live with sixty.'), message, marking: 'unattributed' } as const
    value(await north.session.act(caucus.id, said))
    await meet(north, mediator)
    plan = {
      origin: { kind: 'passage', room: caucus.id, passage: { message } },
      to: roomOf(mediator, process, 'caucus', parties.south).id,
      as: 'unattributed',
      form: 'oral-message',
      binding: false,
      wording: 'A number near the middle could be considered.',
      timing: { kind: 'now' },
      tell: 'that',
    }
  })

  const outOfReach = async (person: Person, work: () => Promise<void>): Promise<void> => {
    talks.world.offline = true
    await work()
    await person.session.settle()
    talks.world.offline = false
  }

  it('CONV-9 does not go once the source has taken its leave back', async () => {
    const { mediator, north, south, process } = talks
    const conveyance = value(await prepareConveyance(mediator.session, process, plan))
    await meet(mediator)
    await outOfReach(mediator, async () => {
      value(await deliver(mediator.session, process, conveyance))
    })
    const caucus = roomOf(north, process, 'caucus')
    value(await north.session.act(caucus.id, { kind: 'message.mark', message, marking: 'nothing' }))
    await meet(north, mediator, south)
    expect(deliveriesIn(talks)).toEqual([])
    expect(roomOf(mediator, process, 'desk').conveyances[conveyance]?.standing).toBe('prepared')
    expect(mediator.session.status().troubles.map(({ code }) => code)).toContain('not-released')
    expect(Object.keys(roomOf(north, process, 'caucus').told)).toEqual([])
  })

  it('SYNC-40 may be taken back while it is here, all of it, and goes at its time or when it is said to', async () => {
    const { mediator, north, south, process } = talks
    const conveyance = value(await prepareConveyance(mediator.session, process, plan))
    await meet(mediator)
    const standing = () => roomOf(mediator, process, 'desk').conveyances[conveyance]?.standing
    value(await deliver(mediator.session, process, conveyance, undoMs))
    expect(standing()).toBe('delivered')
    const [held, ...others] = heldBack(mediator.session)
    expect(held?.acts.map(({ act }) => act.kind)).toEqual(['carry.deliver', 'delivery.make', 'convey.tell'])
    expect(others).toEqual([])
    await meet(mediator, south, north)
    expect(deliveriesIn(talks)).toEqual([])
    expect(await takeBack(mediator.session, held?.id ?? '')).toBe(true)
    expect(standing()).toBe('prepared')
    expect(await takeBack(mediator.session, held?.id ?? '')).toBe(false)

    // What comes after it in the same log does not overtake it; at once where that is said.
    value(await deliver(mediator.session, process, conveyance, undoMs))
    const desk = roomOf(mediator, process, 'desk').id
    const note = { kind: 'note.write', note: newId<NoteId>(), body: 'Gone.' } as const
    value(await mediator.session.act(desk, note))
    await meet(mediator, south)
    expect(mediator.session.status().waiting).toBe(4)
    goesAt(mediator.session, heldBack(mediator.session)[0]?.id ?? '', 0)
    await meet(mediator, south)
    expect(heldBack(mediator.session)).toEqual([])
    expect(mediator.session.status().waiting).toBe(0)
    expect(deliveriesIn(talks)).toEqual([plan.wording])
  })

  it('SYNC-40 while it is here, whoever is let in where it goes waits, and has the keys of each of their rooms afterwards', async () => {
    const { mediator, world, process, parties } = talks
    const conveyance = value(await prepareConveyance(mediator.session, process, plan))
    await meet(mediator)
    value(await deliver(mediator.session, process, conveyance, undoMs))
    const guest = await world.member('Guest')
    await bringIn(mediator, process, guest, { party: parties.south, role: 'adviser' })
    goesAt(mediator.session, heldBack(mediator.session)[0]?.id ?? '', 0)
    await meet(mediator, guest, guest)
    expect(deliveriesIn({ ...talks, south: guest })).toEqual([plan.wording])
  })

  it('SYNC-40 kept back when the program ended, it is kept back anew; it goes by itself when its time has come', async () => {
    const { mediator, south, process } = talks
    const conveyance = value(await prepareConveyance(mediator.session, process, plan))
    await meet(mediator)
    value(await deliver(mediator.session, process, conveyance, 400))
    await mediator.session.close()
    await new Promise(resolve => setTimeout(resolve, 450))
    const { vault } = mediator
    const again = await openSession({ vault, live: false, relayAt: talks.world.relayAt })
    const opened = { ...mediator, session: value(again) }
    expect(heldBack(opened.session).map(({ acts }) => acts.length)).toEqual([3])
    await meet(opened, south)
    expect(deliveriesIn(talks)).toEqual([])
    goesAt(opened.session, heldBack(opened.session)[0]?.id ?? '', Date.now() + 50)
    await vi.waitFor(() => expect(heldBack(opened.session)).toEqual([]))
    await meet(opened, south)
    expect(deliveriesIn(talks)).toEqual([plan.wording])
  })

  it('DESK-6 goes once, and in the words the desk holds, where a colleague was quicker', async () => {
    const { mediator, south, process } = talks
    const second = await talks.world.member('Second')
    await bringIn(mediator, process, second, { role: 'mediator' })
    await meet(mediator, second, mediator)
    const conveyance = value(
      await prepareConveyance(mediator.session, process, { ...plan, carrier: second.session.me.member }),
    )
    await meet(mediator, second)
    await outOfReach(second, async () => {
      value(await deliver(second.session, process, conveyance))
    })
    const desk = roomOf(mediator, process, 'desk')
    value(await mediator.session.act(desk.id, { kind: 'carry.cancel', conveyance, note: 'Not today.' }))
    await meet(mediator, second, south)
    expect(deliveriesIn(talks)).toEqual([])
    expect(roomOf(mediator, process, 'desk').conveyances[conveyance]?.standing).toBe('cancelled')
  })

  it.each(meanwhile)(
    'SYNC-28 is not made where a colleague has put there, meanwhile, %s',
    async (_, changes) => {
      const { mediator, south, process } = talks
      const second = await talks.world.member('Second')
      await bringIn(mediator, process, second, { role: 'mediator' })
      await meet(mediator, second, mediator)
      const carrier = second.session.me.member
      const prepared = { ...plan, together: 'together-1' as TogetherId, carrier }
      const conveyance = value(await prepareConveyance(mediator.session, process, prepared))
      await meet(mediator, second)
      await outOfReach(second, async () => {
        value(await deliver(second.session, process, conveyance))
      })
      const wording = 'Words that Second has never read.'
      value(
        await prepareConveyance(mediator.session, process, {
          ...plan,
          origin: { kind: 'mediators' },
          carrier,
          wording,
          ...changes(conveyance),
        }),
      )
      await meet(mediator, second, south)
      expect(deliveriesIn(talks)).toEqual([])
      expect(roomOf(mediator, process, 'desk').conveyances[conveyance]?.standing).toBe('prepared')
      expect(second.session.status().troubles.map(({ code }) => code)).toContain('conveyance-changed')
    },
  )

  it('DESK-5 is not made by itself, under one’s own name, of what a colleague wrote', async () => {
    const { mediator, process } = talks
    const second = await talks.world.member('Second')
    await bringIn(mediator, process, second, { role: 'mediator' })
    await meet(mediator, second, mediator)
    const timing = { kind: 'at', time: 1 } as const
    const lead = mediator.session.me.member
    const foreign = value(
      await prepareConveyance(second.session, process, { ...plan, timing, carrier: lead }),
    )
    await meet(second, mediator)
    expect(dueConveyances(mediator.session, process)).toEqual([])
    expect(await deliverDue(mediator.session)).toEqual([])
    const own = value(
      await prepareConveyance(mediator.session, process, { ...plan, timing, conveyance: foreign }),
    )
    expect(await deliverDue(mediator.session)).toEqual([own])
    await meet(mediator, talks.south)
    expect(deliveriesIn(talks)).toEqual([plan.wording])
  })

  it('SYNC-5 what follows the desk’s word does not go without it', async () => {
    const { mediator, south, process } = talks
    const unknown = newId<ConveyanceId>()
    expect(await deliver(mediator.session, process, unknown)).toMatchObject({
      ok: false,
      error: { code: 'conveyance-unknown' },
    })
    await meet(mediator, south)
    expect(deliveriesIn(talks)).toEqual([])
  })
})

describe('a note about somebody who goes', () => {
  it('ROOM-7 is read by those they worked with, and never crosses', async () => {
    const { mediator, north, south, process } = await beginTalks()
    const secret = 'suspected of repeating the figure'
    value(await removeMember(mediator.session, process, north.session.me.member, secret))
    await meet(mediator, south)
    const seen = JSON.stringify(south.session.rooms(process))
    expect(seen).not.toContain(secret)
    expect(roomOf(south, process, 'table').members[north.session.me.member]?.left?.how).toBe('removed')
  })

  it('INV-8 whoever is taken out and brought back reads again', async () => {
    const { mediator, north, process } = await beginTalks()
    const caucus = roomOf(north, process, 'caucus').id
    const member = north.session.me.member
    value(await removeMember(mediator.session, process, member))
    await meet(mediator, north)
    value(await mediator.session.act(caucus, say('while you were out')))
    await meet(mediator, north)
    expect(Object.keys(north.session.room(caucus)?.messages ?? {})).toEqual([])
    value(await admit(mediator.session, caucus, [member]))
    await meet(mediator, north, mediator, north)
    const bodies = Object.values(north.session.room(caucus)?.messages ?? {}).map(({ body }) => body)
    expect(bodies).toEqual(['while you were out'])
  })
})
