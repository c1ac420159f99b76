/** Who can read what, and who can change what, beside a model: whatever a hostile administrator does to the keys of a caucus. */

import { removeMember } from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  beginEpoch,
  historyClosed,
  onlySteward,
  otherRoster,
  rubbishBefore,
  type Tampering,
} from './hostile-epoch.ts'
import { beginTalks, bodiesIn, bringIn, codesOf, meet, reopen, roomOf, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const runs = Math.max(3, Math.ceil(Number(process.env['GOODOFFICES_RUNS'] ?? 0) / 50))

/** What has been said, and who is to be able to read it. */
type Model = {
  said: string[]
  hasColleague: boolean
  hasAdviser: boolean
  isSpoilt: boolean
  /** The head still has the secret of the party's slot: keys that were for others keep it from the head, too. */
  holdsSlot: boolean
}

type Real = { talks: Talks; caucus: RoomId; colleague?: Person; adviser?: Person }

type Command = fc.AsyncCommand<Model, Real>

const readersOf = ({ talks, colleague }: Real): readonly Person[] => [
  talks.mediator,
  talks.north,
  ...(colleague === undefined ? [] : [colleague]),
]

/** Everybody reads all that was said, is in the same epoch, and was told of nothing but keys that were passed over. */
async function agree(model: Model, real: Real): Promise<void> {
  await meet(...readersOf(real), ...readersOf(real))
  const epochs = new Set(readersOf(real).map(({ session }) => session.room(real.caucus)?.epoch))
  expect(epochs.size).toBe(1)
  for (const person of readersOf(real)) {
    expect(bodiesIn(person, real.caucus)).toEqual(model.said)
    const codes = codesOf(person, real.caucus).filter(code => code !== 'keys-passed-over')
    expect(codes).toEqual([])
  }
  if (model.isSpoilt) expect(codesOf(real.talks.mediator, real.caucus)).toContain('keys-passed-over')
}

const command = (
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  check: (model: Model) => boolean = () => true,
): Command => ({
  check,
  run: async (model, real) => {
    await run(model, real)
    await agree(model, real)
  },
  toString: () => name,
})

const sayAs = (who: 'mediator' | 'north', body: string): Command =>
  command(`${who} says ${body}`, async (model, { talks, caucus }) => {
    value(await talks[who].session.act(caucus, say(body)))
    model.said.push(body)
  })

const holdsSlot = (model: Model): boolean => model.holdsSlot

const spoil = (name: string, tamper: Tampering): Command =>
  command(
    `the head begins an epoch: ${name}`,
    async (model, { talks, caucus }) => {
      await beginEpoch(talks.world, talks.north, caucus, { tamper })
      model.isSpoilt = true
      if (tamper === otherRoster) model.holdsSlot = false
    },
    holdsSlot,
  )

const begin = command(
  'the head begins an epoch as it should',
  async (_, { talks, caucus }) => {
    await beginEpoch(talks.world, talks.north, caucus)
  },
  holdsSlot,
)

const colleagueComes = command(
  'a colleague of the mediator’s comes',
  async (model, real) => {
    const colleague = await real.talks.world.member('Colleague')
    await bringIn(real.talks.mediator, real.talks.process, colleague, { role: 'mediator' })
    real.colleague = colleague
    model.hasColleague = true
  },
  model => !model.hasColleague,
)

const adviserComes = command(
  'an adviser comes',
  async (model, real) => {
    const { talks, caucus } = real
    const adviser = await talks.world.member('Adviser')
    const { member } = adviser.session.me
    const devices = adviser.session.home()?.members[member]?.devices ?? []
    const card = {
      member,
      name: 'Adviser',
      role: 'adviser',
      party: talks.parties.north,
      devices: [...devices],
    } as const
    value(await talks.mediator.session.act(caucus, { kind: 'member.admit', card }))
    real.adviser = adviser
    model.hasAdviser = true
  },
  model => !model.hasAdviser,
)

const adviserGoes = command(
  'the adviser is taken out',
  async (model, real) => {
    const member = real.adviser?.session.me.member
    if (member === undefined) throw new Error('no adviser')
    value(await real.talks.mediator.session.act(real.caucus, { kind: 'member.remove', member }))
    model.hasAdviser = false
  },
  model => model.hasAdviser,
)

const restart = command('the mediator’s program is ended and begun again', async (model, real) => {
  const { relayAt } = real.talks.world
  real.talks = { ...real.talks, mediator: await reopen(real.talks.mediator, { relayAt }) }
  // What was told of in an earlier run is not told of again.
  model.isSpoilt = false
})

const commands = fc.commands(
  [
    fc.constantFrom('a', 'b', 'c').map(body => sayAs('mediator', body)),
    fc.constantFrom('d', 'e', 'f').map(body => sayAs('north', body)),
    fc
      .constantFrom(
        ['rubbish in the place of the key before', rubbishBefore] as const,
        ['no key before', historyClosed] as const,
        ['itself alone as the steward', onlySteward] as const,
        ['for others', otherRoster] as const,
      )
      .map(([name, tamper]) => spoil(name, tamper)),
    fc.constant(begin),
    fc.constant(colleagueComes),
    fc.constant(adviserComes),
    fc.constant(adviserGoes),
    fc.constant(restart),
  ],
  { maxCommands: 8, size: 'max' },
)

it(`SYNC-6 law: whatever a party’s head does to the keys, everybody reads all of it, and who is taken out reads no more (${runs} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(commands, async planned => {
      const talks = await beginTalks()
      const caucus = roomOf(talks.north, talks.process, 'caucus').id
      await meet(talks.north, talks.mediator, talks.north)
      const real: Real = { talks, caucus }
      const model: Model = {
        said: [],
        hasColleague: false,
        hasAdviser: false,
        isSpoilt: false,
        holdsSlot: true,
      }
      await fc.asyncModelRun<Model, Real, false, Model>(() => ({ model, real }), planned)
      const { mediator, north } = real.talks
      value(await removeMember(mediator.session, talks.process, north.session.me.member))
      await meet(mediator)
      value(await mediator.session.act(caucus, say('without the head')))
      await meet(mediator, north)
      expect(bodiesIn(mediator, caucus)).toEqual([...model.said, 'without the head'])
      expect(bodiesIn(north, caucus)).toEqual(model.said)
    }),
    { numRuns: runs },
  )
}, 3_600_000)
