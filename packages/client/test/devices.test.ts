import {
  createMemoryVault,
  createProcess,
  devicesOf,
  newId,
  recoverIdentity,
  removeDevice,
} from '@goodoffices/client'
import type { MessageId, PartyId } from '@goodoffices/core'
import { describe, expect, it } from 'vitest'
import { addDevice } from './talks.ts'
import { address, createWorld, type Person, value } from './world.ts'

async function withProcess() {
  const world = await createWorld()
  const mediator = await world.member('Mediator')
  const { process } = value(
    await createProcess(mediator.session, {
      title: 'Talks',
      terms: { role: 'carry', disclosure: 'closed' },
      parties: [{ name: 'North', kind: 'party', hidden: false, account: false }],
    }),
  )
  await world.settle(mediator)
  const caucus = mediator.session.rooms(process).find(room => room.kind === 'caucus')
  if (caucus === undefined) throw new Error('no caucus')
  const say = (person: Person, body: string) =>
    person.session.act(caucus.id, {
      kind: 'message.say',
      message: newId<MessageId>(),
      form: 'oral-message',
      binding: false,
      body,
    })
  value(await say(mediator, 'first'))
  await world.settle(mediator)
  return { world, mediator, process, caucus: caucus.id, say, party: caucus.party?.party as PartyId }
}

const bodies = (person: Person, room: Parameters<Person['session']['room']>[0]) =>
  Object.values(person.session.room(room)?.messages ?? {}).map(message => message.body)

describe('a member’s devices', () => {
  it('RING-3 a second device is brought in by comparing a code, reads everything and acts as the member', async () => {
    const { world, mediator, caucus, say } = await withProcess()
    const second = await addDevice(world, mediator)
    expect(bodies(second, caucus)).toEqual(['first'])
    value(await say(second, 'from the second'))
    await world.settle(second, mediator)
    expect(bodies(mediator, caucus)).toEqual(['first', 'from the second'])
    expect(
      devicesOf(mediator.session)
        .map(({ is }) => is)
        .sort(),
    ).toEqual(['other', 'paper', 'this'])
  })

  it('RING-4 a device taken out reads nothing later, and the others go on', async () => {
    const { world, mediator, caucus, say } = await withProcess()
    const lost = await addDevice(world, mediator)
    value(await removeDevice(mediator.session, lost.session.me.device))
    await world.settle(mediator)
    value(await say(mediator, 'after'))
    await world.settle(mediator, lost)
    expect(bodies(mediator, caucus)).toEqual(['first', 'after'])
    expect(bodies(lost, caucus)).toEqual(['first'])
    expect((await say(lost, 'still here')).ok).toBe(false)
  })

  it('RING-5 the phrase alone brings everything back, also what was said while every other device was off', async () => {
    const { world, mediator, caucus, say } = await withProcess()
    value(await say(mediator, 'second'))
    await world.settle(mediator)
    const vault = createMemoryVault()
    const options = { vault, relayAt: world.relayAt, live: false, address, phrase: mediator.phrase.join(' ') }
    const recovered: Person = { session: value(await recoverIdentity(options)), vault, phrase: [] }
    await world.settle(recovered)
    expect(recovered.session.me.name).toBe('Mediator')
    expect(bodies(recovered, caucus)).toEqual(['first', 'second'])
    value(await say(recovered, 'back again'))
    await world.settle(recovered, mediator)
    expect(bodies(mediator, caucus)).toEqual(['first', 'second', 'back again'])
    const nobody = { ...options, vault: createMemoryVault(), phrase: `${'abandon '.repeat(23)}art` }
    expect(await recoverIdentity(nobody)).toMatchObject({ ok: false, error: { code: 'phrase-unknown-here' } })
  })
})
