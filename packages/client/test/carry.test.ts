import {
  acceptJoining,
  answerInvitation,
  completeInvitation,
  createProcess,
  deliver,
  invitationOf,
  invite,
  joiningsOf,
  newId,
  prepareConveyance,
} from '@goodoffices/client'
import type { AskId, MessageId, PartyId, ProcessId, ReadBackId, RoomState } from '@goodoffices/core'
import { describe, expect, it } from 'vitest'
import { createWorld, type Person, value, type World } from './world.ts'

async function bringIn(
  world: World,
  inviter: Person,
  process: ProcessId,
  party: PartyId,
  guest: Person,
): Promise<void> {
  const id = value(
    await invite(inviter.session, process, { name: guest.session.me.name, role: 'head', party }),
  )
  await inviter.session.settle()
  const { link } = invitationOf(inviter.session, id) ?? { link: '' }
  const joining = value(await answerInvitation(guest.session, link))
  await world.settle(guest, inviter, guest)
  expect(joiningsOf(guest.session).find(({ id: at }) => at === joining)?.code).toBe(
    invitationOf(inviter.session, id)?.code,
  )
  value(await acceptJoining(guest.session, joining))
  await world.settle(guest, inviter)
  value(await completeInvitation(inviter.session, id))
  await world.settle(inviter, guest)
}

const roomOf = (person: Person, process: ProcessId, kind: RoomState['kind'], party?: PartyId): RoomState => {
  const room = person.session
    .rooms(process)
    .find(each => each.kind === kind && (party === undefined || each.party?.party === party))
  if (room === undefined) throw new Error(`no ${kind}`)
  return room
}

describe('a message is carried', () => {
  it('from one caucus to the other, with release, delivery, read-back and reply', async () => {
    const world = await createWorld()
    const [algeria, iran, states] = await Promise.all([
      world.member('Algeria'),
      world.member('Iran'),
      world.member('United States'),
    ])
    const begun = value(
      await createProcess(algeria.session, {
        title: 'The Algiers channel',
        terms: { role: 'carry', disclosure: 'closed' },
        parties: [
          { name: 'Iran', kind: 'party', hidden: false, account: true },
          { name: 'United States', kind: 'party', hidden: false, account: true },
        ],
      }),
    )
    const { process } = begun
    const [first, second] = begun.parties as [PartyId, PartyId]
    await algeria.session.settle()
    await bringIn(world, algeria, process, first, iran)
    await bringIn(world, algeria, process, second, states)
    expect(iran.session.rooms(process).map(room => room.kind)).toEqual(['table', 'caucus'])

    const message = newId<MessageId>()
    const caucus = roomOf(iran, process, 'caucus')
    value(
      await iran.session.act(caucus.id, {
        kind: 'message.say',
        message,
        form: 'oral-message',
        binding: false,
        body: 'The assets must be returned before anything else is spoken of.',
      }),
    )
    await world.settle(iran, algeria)
    const heard = roomOf(algeria, process, 'caucus', first)
    expect(heard.messages[message]?.body).toContain('assets')

    const plan = {
      origin: { kind: 'passage', room: heard.id, passage: { message } },
      to: roomOf(algeria, process, 'caucus', second).id,
      as: 'unattributed',
      form: 'oral-message',
      binding: false,
      wording: 'We understand that the question of assets comes first.',
      timing: { kind: 'now' },
      tell: 'words',
    } as const
    expect(await prepareConveyance(algeria.session, process, plan)).toMatchObject({
      ok: false,
      error: { code: 'not-released' },
    })

    const ask = newId<AskId>()
    value(
      await algeria.session.act(heard.id, {
        kind: 'release.ask',
        ask,
        passage: { message },
        marking: 'unattributed',
      }),
    )
    await world.settle(algeria, iran)
    value(await iran.session.act(caucus.id, { kind: 'release.give', ask, marking: 'unattributed' }))
    await world.settle(iran, algeria)

    const conveyance = value(await prepareConveyance(algeria.session, process, plan))
    value(await deliver(algeria.session, process, conveyance))
    await world.settle(algeria, states, iran)

    const received = roomOf(states, process, 'caucus')
    const [delivery] = Object.values(received.deliveries)
    expect(delivery?.body).toBe(plan.wording)
    expect(delivery?.from).toBeUndefined()
    expect(Object.values(roomOf(iran, process, 'caucus').told)[0]?.wording).toBe(plan.wording)

    if (delivery === undefined) throw new Error('nothing delivered')
    const readback = newId<ReadBackId>()
    value(
      await states.session.act(received.id, {
        kind: 'readback.give',
        readback,
        delivery: delivery.delivery,
        body: 'Assets first.',
      }),
    )
    await world.settle(states, algeria)
    const atStates = roomOf(algeria, process, 'caucus', second)
    value(await algeria.session.act(atStates.id, { kind: 'readback.confirm', readback }))
    value(
      await states.session.act(received.id, {
        kind: 'message.say',
        message: newId<MessageId>(),
        form: 'oral-message',
        binding: false,
        body: 'We hear this.',
        answers: delivery.delivery,
      }),
    )
    await world.settle(algeria, states)
    expect(roomOf(states, process, 'caucus').readBacks[readback]?.verdict?.standing).toBe('confirmed')
    expect(states.session.status().troubles).toEqual([])
    expect(algeria.session.status().troubles).toEqual([])
  })
})
