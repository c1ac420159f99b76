import {
  confirmPhrase,
  createMemoryVault,
  createProcess,
  devicesOf,
  keepFormerPhrase,
  newId,
  phraseRenewalOf,
  RelayError,
  type RelayPort,
  recoverIdentity,
  removeDevice,
  renewPhrase,
  unwrittenPhrase,
  waitsForMe,
} from '@goodoffices/client'
import { type DeviceId, type MessageId, type PartyId, rosterDevices } from '@goodoffices/core'
import { describe, expect, it } from 'vitest'
import { addDevice, beginTalks, bodiesIn, bringIn, codesOf, meet, reopen, roomOf, say } from './talks.ts'
import { address, createWorld, type Person, value, type World } from './world.ts'

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

const bring = (world: World, phrase: readonly string[], vault = createMemoryVault()) =>
  recoverIdentity({ vault, relayAt: world.relayAt, live: false, address, phrase: phrase.join(' ') })

/** Makes other words, and puts them on paper. */
async function replaceWords(person: Person): Promise<readonly string[]> {
  value(await renewPhrase(person.session))
  const words = unwrittenPhrase(person.session)
  if (words === undefined) throw new Error('no words')
  value(await confirmPhrase(person.session))
  return words
}

const papersIn = ({ session }: Person) =>
  devicesOf(session)
    .filter(({ is }) => is === 'paper' || is === 'former-paper')
    .map(({ device }) => device)

describe('other recovery words', () => {
  it('RING-26 every room takes them in and has those of before out, which are told so; the others open everything', async () => {
    const talks = await beginTalks()
    const { mediator, north, world, process } = talks
    const [before] = papersIn(north)
    value(await renewPhrase(north.session))
    expect(await renewPhrase(north.session)).toMatchObject({ error: { code: 'phrase-unwritten' } })
    const words = unwrittenPhrase(north.session) ?? []
    expect(phraseRenewalOf(north.session)).toEqual({ standing: 'unwritten' })
    // WAIT-7
    const kinds = ({ session }: Person) => waitsForMe(session, process).map(({ item }) => item.kind)
    expect(kinds(north)).toContain('phrase-new')
    expect(kinds(north)).not.toContain('phrase')
    // Until they are on paper those of before are good, and these open nothing; a program that ends goes on.
    expect(await bring(world, words)).toMatchObject({ error: { code: 'phrase-unknown-here' } })
    const again = await reopen(north, { relayAt: world.relayAt })
    expect(unwrittenPhrase(again.session)).toEqual(words)
    value(await keepFormerPhrase(again.session))
    expect(phraseRenewalOf(again.session)).toBeUndefined()
    expect(await keepFormerPhrase(again.session)).toMatchObject({ error: { code: 'phrase-gone' } })
    expect(await confirmPhrase(again.session)).toMatchObject({ error: { code: 'phrase-gone' } })
    await meet(again)
    const second = await addDevice(world, again)
    const sheet = await replaceWords(again)
    expect(unwrittenPhrase(again.session)).toBeUndefined()
    expect(phraseRenewalOf(again.session)).toMatchObject({ standing: 'replacing' })
    expect(kinds(again)).toContain('phrase-replacing')
    expect(await renewPhrase(again.session)).toMatchObject({ error: { code: 'phrase-renewal-open' } })
    await meet(again, again, mediator, again, second)
    expect(phraseRenewalOf(again.session)).toBeUndefined()
    expect(kinds(again)).not.toContain('phrase-replacing')
    const [paper, ...others] = papersIn(again)
    expect(others).toEqual([])
    expect(paper).not.toBe(before)
    expect(papersIn(second)).toEqual([paper])
    for (const room of [again.session.home(), ...again.session.rooms(process)]) {
      if (room === undefined) throw new Error('no room')
      expect(rosterDevices(room).map(({ device }) => device)).toContain(paper)
      expect(rosterDevices(room).map(({ device }) => device)).not.toContain(before)
      expect(room.rekeyDue).toBe(false)
    }
    const kept = new TextDecoder().decode(
      new Uint8Array((await again.vault.scan('')).flatMap(([, bytes]) => [...bytes])),
    )
    expect(kept).not.toContain('paper-due')
    const refused = await bring(world, north.phrase)
    expect(refused).toMatchObject({ ok: false, error: { code: 'phrase-replaced' } })
    expect(refused.ok ? 0 : refused.error['replacedAt']).toBeGreaterThan(0)
    // What came since, too; and whoever comes back by them is who they were.
    const caucus = roomOf(mediator, process, 'caucus', talks.parties.north).id
    value(await mediator.session.act(caucus, say('since then')))
    await meet(mediator)
    const vault = createMemoryVault()
    const back: Person = { session: value(await bring(world, sheet, vault)), vault, phrase: sheet }
    await meet(back)
    expect(back.session.me).toMatchObject({ member: north.session.me.member, name: 'North' })
    expect(bodiesIn(back, caucus)).toContain('since then')
    expect(papersIn(back)).toEqual([paper])
    // Others in the place of these in turn.
    const third = await replaceWords(back)
    await meet(back, mediator, back, back)
    expect(await bring(world, sheet)).toMatchObject({ error: { code: 'phrase-replaced' } })
    expect(await bring(world, north.phrase)).toMatchObject({ error: { code: 'phrase-replaced' } })
    value(await removeDevice(back.session, papersIn(back)[0] as DeviceId))
    await meet(back)
    expect(await bring(world, third)).toMatchObject({ error: { code: 'phrase-removed' } })
    expect(codesOf(back)).toEqual([])
  })

  it('RING-26 those of before stay good until the letter of the others stands; a later session goes on', async () => {
    const { mediator, north, world } = await beginTalks()
    const [before] = papersIn(north)
    let isFull = true
    const relayAt = (at: string): RelayPort => {
      const port = world.relayAt(at)
      return {
        ...port,
        create: (...asked) => {
          if (isFull) throw new RelayError('relay/store-failed')
          return port.create(...asked)
        },
      }
    }
    const cut = await reopen(north, { relayAt })
    await meet(cut)
    const words = await replaceWords(cut)
    await meet(cut, mediator, cut, mediator, cut)
    expect(papersIn(cut)).toHaveLength(2)
    expect(phraseRenewalOf(cut.session)).toMatchObject({ standing: 'replacing' })
    // Whoever comes back by the sheet of before comes in, and that sheet is again the one that counts.
    const back: Person = { session: value(await bring(world, north.phrase)), vault: cut.vault, phrase: [] }
    await meet(back)
    expect(devicesOf(back.session).find(({ is }) => is === 'paper')?.device).toBe(before)
    expect(await bring(world, words)).toMatchObject({ error: { code: 'phrase-unknown-here' } })
    isFull = false
    const next = await reopen(cut, { relayAt })
    await meet(next, next, mediator, next)
    expect(phraseRenewalOf(next.session)).toBeUndefined()
    expect(papersIn(next)).not.toContain(before)
    expect((await bring(world, words)).ok).toBe(true)
  })

  it('INV-6 whoever has put the first words away is brought into other talks all the same', async () => {
    const { mediator, world, process } = await beginTalks()
    const guest = await world.member('Guest')
    const [paper] = papersIn(guest)
    value(await removeDevice(guest.session, paper as DeviceId))
    await meet(guest)
    await bringIn(mediator, process, guest, { role: 'mediator' })
    expect(guest.session.rooms(process).map(({ kind }) => kind)).toContain('desk')
    const seat = roomOf(mediator, process, 'desk').members[guest.session.me.member]
    expect(seat?.devices.map(({ device }) => device)).toEqual([guest.session.me.device])
  })
})
