/** A relay that was put back from a backup, and members who were not: what it lost is given back by whoever has it. */

import { removeMember } from '@goodoffices/client'
import { createMemoryRelay, type MemoryRelay } from '@goodoffices/relay'
import { beforeEach, describe, expect, it } from 'vitest'
import { leftOf } from '../src/log/giving-back.ts'
import { fail, ok } from '../src/result.ts'
import { beginTalksIn, bodiesIn, codesOf, meet, reopen, roomOf, say, type Talks } from './talks.ts'
import { type Person, value, type World, worldAround } from './world.ts'

const seed = new Uint8Array(32).fill(7)

/** A relay that goes on, and one of the same key that has heard only what came before its backup; and the world that is led to either. */
type Twins = {
  readonly full: MemoryRelay
  old: MemoryRelay
  reached: 'both' | 'full' | 'old'
  heard?: (request: Request) => void
}

/** Both are asked the same at the same time. */
const now = (): number => 1_800_000_000_000
const makeRelay = () => createMemoryRelay({ seed, now })

async function twinWorld(): Promise<{ readonly world: World; readonly twins: Twins }> {
  const twins: Twins = { full: await makeRelay(), old: await makeRelay(), reached: 'both' }
  const fetch = async (request: Request): Promise<Response> => {
    twins.heard?.(request)
    if (twins.reached === 'both' && request.method !== 'GET') await twins.old.fetch(request.clone())
    return (twins.reached === 'old' ? twins.old : twins.full).fetch(request)
  }
  const relay: MemoryRelay = { ...twins.full, fetch }
  return { world: worldAround(relay, now), twins }
}

it('SYNC-39 of a log of which nothing is here nothing was lost', () => {
  const unknown = fail('relay/unknown-log')
  expect([leftOf(unknown, 0), leftOf(unknown, 3), leftOf(ok(null), 3)]).toEqual([undefined, 0, undefined])
  expect(leftOf(fail('log-rolled-back', { offered: 2 }), 3)).toBe(2)
})

describe('a relay that was put back from an older copy', () => {
  let talks: Talks
  let twins: Twins
  let caucus: ReturnType<typeof roomOf>['id']
  const again = (person: Person) => reopen(person, { relayAt: talks.world.relayAt })
  const speak = async (person: Person, body: string) => value(await person.session.act(caucus, say(body)))

  beforeEach(async () => {
    const made = await twinWorld()
    twins = made.twins
    talks = await beginTalksIn(made.world)
    caucus = roomOf(talks.north, talks.process, 'caucus').id
    await speak(talks.north, 'before the backup')
    await meet(talks.north, talks.mediator)
  })

  it('SYNC-39 is given what it lost, with its times, by whoever reads, and the talks go on', async () => {
    twins.reached = 'full'
    await speak(talks.north, 'after the backup')
    await meet(talks.north, talks.mediator)
    const sizes = talks.mediator.session.rooms(talks.process).map(({ size }) => size)
    twins.reached = 'old'
    await talks.mediator.session.goOnline()
    expect(codesOf(talks.mediator, caucus)).toEqual(['log-given-back'])
    expect(talks.mediator.session.rooms(talks.process).map(({ size }) => size)).toEqual(sizes)
    await speak(talks.mediator, 'and on')
    await meet(talks.mediator, talks.north)
    expect(codesOf(talks.north, caucus)).toEqual([])
    const late = await again(talks.north)
    await meet(late)
    expect(bodiesIn(late, caucus)).toEqual(['before the backup', 'after the backup', 'and on'])
  })

  it('SYNC-39 is given what it lost by whoever writes first, and what was written stands behind it', async () => {
    twins.reached = 'full'
    await speak(talks.north, 'after the backup')
    await meet(talks.north, talks.mediator)
    twins.reached = 'old'
    await speak(talks.north, 'at once')
    await talks.north.session.settle()
    await meet(talks.mediator)
    expect(bodiesIn(talks.mediator, caucus)).toEqual(['before the backup', 'after the backup', 'at once'])
  })

  it('SYNC-39 is given back the keys of an epoch that it has never heard of', async () => {
    twins.reached = 'full'
    value(await removeMember(talks.mediator.session, talks.process, talks.north.session.me.member))
    await meet(talks.mediator)
    await speak(talks.mediator, 'under other keys')
    await meet(talks.mediator)
    twins.reached = 'old'
    const late = await again(talks.mediator)
    await meet(late)
    expect(codesOf(late, caucus)).toEqual(['log-given-back'])
    await speak(late, 'and on')
    await meet(late)
    expect(bodiesIn(late, caucus)).toEqual(['before the backup', 'under other keys', 'and on'])
  })

  it('SYNC-39 is given back a room that it has lost whole', async () => {
    twins.old = await makeRelay()
    twins.reached = 'old'
    await meet(talks.mediator, talks.north)
    expect(codesOf(talks.mediator, caucus)).toEqual(['log-given-back'])
    await speak(talks.north, 'and on')
    await meet(talks.north, talks.mediator)
    expect(bodiesIn(talks.mediator, caucus)).toEqual(['before the backup', 'and on'])
  })

  it('SYNC-39 is given a long log in pieces, each of which leads to what it signed', async () => {
    twins.reached = 'full'
    const long = Array.from({ length: 12 }, (_, i) => `${i} ${'word '.repeat(9_000)}`)
    for (const body of long) await speak(talks.north, body)
    await meet(talks.north, talks.mediator)
    twins.reached = 'old'
    let restores = 0
    twins.heard = request => {
      if (request.url.endsWith('/restore')) restores += 1
    }
    await talks.mediator.session.goOnline()
    expect(codesOf(talks.mediator, caucus)).toEqual(['log-given-back'])
    expect(restores).toBeGreaterThan(1)
    const late = await again(talks.north)
    await meet(late)
    expect(bodiesIn(late, caucus)).toEqual(['before the backup', ...long])
  })

  it('SYNC-39 where others wrote in the place of what was lost, the log is forked, and nothing is lost here', async () => {
    twins.reached = 'full'
    await speak(talks.north, 'after the backup')
    await talks.north.session.settle()
    twins.reached = 'old'
    // Had seen less, and cannot know.
    await speak(talks.mediator, 'in its place')
    await talks.mediator.session.settle()
    await talks.north.session.goOnline()
    expect(codesOf(talks.north, caucus)).toContain('log-forked')
    expect(bodiesIn(talks.north, caucus)).toEqual(['before the backup', 'after the backup'])
  })
})
