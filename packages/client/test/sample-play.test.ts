import { readFileSync } from 'node:fs'
import {
  answerQuestion,
  createMemoryVault,
  faultsOf,
  notesOf,
  officesAcross,
  openSample,
  parseSample,
  provesOf,
  type Session,
  talksOf,
  type Vault,
} from '@goodoffices/client'
import { isMediator, type RoomState } from '@goodoffices/core'
import { describe, expect, it } from 'vitest'
import { address, createWorld, value } from './world.ts'

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../samples/${name}/sample.json`, import.meta.url), 'utf8'))
const load = (name: string) => value(parseSample(read(name)))

/** ASNT-5: what came about is proved by each who said yes; SAMPLE-9: what is open is answered by whoever sits down. */
async function lookAtQuestions(session: Session, room: RoomState): Promise<void> {
  expect(Object.values(room.questions).length).toBeGreaterThan(0)
  for (const question of Object.values(room.questions)) {
    const proofs = (await provesOf(session, room, question)).map(({ proof }) => proof)
    expect(proofs).toEqual(question.told === undefined ? [] : ['signed', 'signed'])
    const isOwn = session.process(room.process.process)?.party === room.party?.party
    if (question.told === undefined && isOwn)
      value(await answerQuestion(session, room.id, { question: question.question, yes: false }))
  }
}

describe.each(['algiers', 'two-villages'])('the sample %s', name => {
  it('opens as a live process from every chair, accepted whole, and is found again as it was left', async () => {
    const world = await createWorld()
    const sample = load(name)
    const vaults = new Map<string, Vault>()
    const options = {
      address,
      relay: world.relayAt(address),
      relayAt: world.relayAt,
      live: false,
      vaultFor: async (person: string) => {
        const vault = vaults.get(person) ?? createMemoryVault()
        vaults.set(person, vault)
        return vault
      },
    }
    const chairs = value(await openSample(sample, options))
    expect(chairs.map(chair => chair.label)).toEqual(sample.chairs.map(chair => chair.label))
    const sessions = []
    for (const { sit, process } of chairs) {
      const session = value(await sit())
      sessions.push(session)
      // What the chair holds from the start is what its relay has.
      const sizes = session.rooms(process).map(room => room.size)
      expect(sizes.length).toBeGreaterThan(1)
      await session.goOnline()
      expect(session.rooms(process).map(room => room.size)).toEqual(sizes)
      expect(session.status().troubles).toEqual([])
      for (const room of session.rooms(process)) {
        expect(faultsOf(session, room.id)).toEqual([])
        expect(room.rejected).toEqual([])
      }
      expect(isMediator(session.process(process) ?? { role: 'observer' })).toBe(
        session.rooms(process).some(room => room.kind === 'desk'),
      )
    }
    for (const [at, session] of sessions.entries()) {
      const rooms = session.rooms(chairs[at]?.process ?? ('' as never))
      const caucuses = rooms.filter(
        ({ kind, party }) => kind === 'caucus' && party?.kind === 'party' && party.account,
      )
      for (const room of caucuses) await lookAtQuestions(session, room)
    }
    // SAMPLE-10: who is in several talks holds what all of them offer, and nobody else holds any of it.
    const offered = sessions.map(session => officesAcross(session).map(({ room }) => room.process.title))
    expect(offered.filter(titles => titles.length > 0)).toEqual(
      name === 'algiers'
        ? [[sample.process.title], [sample.process.title]]
        : [talksOf(sample).map(({ process }) => process.title)],
    )
    const [mediator] = sessions
    const process = chairs[0]?.process
    if (mediator === undefined || process === undefined) throw new Error('no chairs')
    const desk = mediator.rooms(process).find(room => room.kind === 'desk')
    if (desk === undefined) throw new Error('no desk')
    value(
      await mediator.act(desk.id, {
        kind: 'note.write',
        note: 'a-note-of-ours' as never,
        body: 'seen',
      }),
    )
    await mediator.settle()
    const [again] = value(await openSample(sample, options))
    if (again === undefined) throw new Error('no chairs')
    const found = value(await again.sit()).room(desk.id)
    expect(Object.values(found?.notes ?? {}).some(note => note.body === 'seen')).toBe(true)
  })
})

it('SYNC-27 what a sample notes for one person alone stands in the room of their notes', async () => {
  const world = await createWorld()
  const algiers = read('algiers')
  const body = 'Illustrative. For the ministry alone.'
  const step = {
    ...algiers.steps.at(-1),
    room: 'private:mfa',
    act: { kind: 'note.write', note: '$n9', body },
  }
  const sample = value(parseSample({ ...algiers, steps: [...algiers.steps, step] }))
  const vaults = new Map(sample.chairs.map(({ person }) => [person, createMemoryVault()]))
  const chairs = value(
    await openSample(sample, {
      address,
      relay: world.relayAt(address),
      relayAt: world.relayAt,
      live: false,
      vaultFor: async person => vaults.get(person) ?? createMemoryVault(),
    }),
  )
  const notes = await Promise.all(
    chairs.map(async ({ sit, process }) =>
      notesOf(value(await sit()), process).flatMap(room => Object.values(room.notes).map(note => note.body)),
    ),
  )
  expect(notes).toEqual([[body], [], []])
})
