/**
 * The fault table: each durable step of a piece of work, a write to the vault or to the relay, fails in one of two ways, and the
 * program ends there. What it had said was kept must be there afterwards, once; what it had not said may be or not.
 */

import { createHttpRelay, openSession, type Session, type Vault, VaultError } from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { beginTalks, bodiesIn, meet, reopen, roomOf, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

type Way = 'failed' | 'made, but reported as failed'
const ways: readonly Way[] = ['failed', 'made, but reported as failed']
/** Far more than any piece of work here takes. */
const stepsMax = 120
/** By default every sixth step, and another in the other way; on demand each in both. */
const stride = process.env['GOODOFFICES_RUNS'] === undefined ? 6 : 1

let talks: Talks

// New talks for each piece of work: they grow with every life.
beforeEach(async () => {
  talks = await beginTalks()
})

/** A life that ends at its nth durable step. */
async function doomed(
  person: Person,
  at: number,
  way: Way,
): Promise<{ readonly session: Session; readonly hasEnded: () => boolean }> {
  let steps = 0
  /** Whether this step is made, and whether it is said to be. */
  const step = (): { readonly made: boolean; readonly said: boolean } => {
    steps += 1
    return { made: steps < at || (steps === at && way !== 'failed'), said: steps < at }
  }
  const vault: Vault = {
    ...person.vault,
    write: async changes => {
      const { made, said } = step()
      if (made) await person.vault.write(changes)
      if (!said) throw new VaultError('vault-failed', 'the end')
    },
  }
  const relayAt = (address: string) =>
    createHttpRelay({
      address,
      fetch: async (input, init) => {
        const request = new Request(input, init)
        const { made, said } = request.method === 'GET' ? { made: steps < at, said: steps < at } : step()
        const answer = made ? await talks.world.relay.fetch(request) : undefined
        if (answer === undefined || !said) throw new TypeError('the end')
        return answer
      },
    })
  const session = value(await openSession({ vault, relayAt, live: false }))
  return { session, hasEnded: () => steps >= at }
}

/** Runs the work to its end, one life after another, each ending one step later than the one before. */
async function everyStep(
  who: 'mediator' | 'north',
  way: Way,
  {
    work,
    check,
  }: {
    /** Returns what it was told is kept. */
    readonly work: (session: Session, said: string[]) => Promise<void>
    readonly check: (said: readonly string[]) => Promise<void>
  },
): Promise<number> {
  for (let at = 1; at < stepsMax; at += 1) {
    if (at % stride !== (way === 'failed' ? 1 : 4) % stride) continue
    const said: string[] = []
    await talks[who].session.close()
    const life = await doomed(talks[who], at, way)
    const ended = await work(life.session, said).then(
      () => life.hasEnded(),
      (error: unknown) => {
        if (!(error instanceof VaultError)) throw error
        return true
      },
    )
    await life.session.close().catch(() => {})
    talks = { ...talks, [who]: await reopen(talks[who], { relayAt: talks.world.relayAt }) }
    await meet(talks[who], talks.mediator, talks.north)
    await check(said)
    for (const person of [talks.mediator, talks.north])
      expect(person.session.status(), `step ${at}`).toMatchObject({ waiting: 0, troubles: [] })
    if (!ended) return at
  }
  throw new Error('never came to an end')
}

describe.each(ways)('SYNC-14 each durable step %s', way => {
  it('of speaking: what was kept arrives once', async () => {
    const caucus = roomOf(talks.north, talks.process, 'caucus').id
    let run = 0
    const steps = await everyStep('north', way, {
      work: async (session, said) => {
        run += 1
        for (const part of ['a', 'b', 'c']) {
          const body = `${way} ${run}${part}`
          value(await session.act(caucus, say(body)))
          said.push(body)
        }
        await session.settle()
      },
      check: async said => {
        const heard = bodiesIn(talks.mediator, caucus)
        expect(new Set(heard).size).toBe(heard.length)
        expect(said.filter(body => !heard.includes(body))).toEqual([])
        expect(bodiesIn(talks.north, caucus)).toEqual(heard)
      },
    })
    expect(steps).toBeGreaterThan(6)
  })

  it('of opening a group, speaking in it and taking somebody out: whole, or not at all', async () => {
    const { process } = talks
    let room: RoomId | undefined
    const steps = await everyStep('mediator', way, {
      work: async (session, said) => {
        room = undefined
        const members = [talks.north, talks.south].map(({ session: { me } }) => me.member)
        room = value(await session.openGroup(process, { title: 'Group', members }))
        said.push('group')
        value(await session.act(room, say('to both')))
        said.push('to both')
        const out = { kind: 'member.remove', member: talks.south.session.me.member } as const
        value(await session.act(room, out))
        said.push('out')
        await session.settle()
      },
      check: async said => {
        const groups = talks.mediator.session.rooms(process).filter(({ kind }) => kind === 'group')
        for (const each of groups) {
          const [mine, theirs] = [talks.mediator, talks.north].map(({ session }) => session.room(each.id))
          expect(theirs).toEqual(mine)
          expect(Object.keys(each.members).length).toBe(3)
          expect(each.rekeyDue).toBe(false)
        }
        if (room === undefined) return expect(said).toEqual([])
        const state = talks.north.session.room(room)
        expect(state?.epoch).toBe(said.includes('out') ? 3 : (state?.epoch ?? 0))
        if (said.includes('to both')) expect(bodiesIn(talks.north, room)).toEqual(['to both'])
        expect(Object.values(state?.members ?? {}).filter(({ left }) => left !== undefined).length).toBe(
          state?.epoch === 3 ? 1 : 0,
        )
      },
    })
    expect(steps).toBeGreaterThan(10)
  })

  it('of completing an invitation (INV-7): the newcomer is in every room, or may still be let in', async () => {
    const { process, parties, world } = talks
    const steps = await everyStep('mediator', way, {
      work: async (session, said) => {
        const guest = await world.member('Guest')
        const id = value(
          await session.invite(process, { name: 'Guest', role: 'delegate', party: parties.south }),
        )
        await session.settle()
        const link = session.invitation(id)?.link ?? ''
        const joined = await guest.session.join(link)
        if (!joined.ok) return
        await meet(guest)
        await session.goOnline()
        await session.settle()
        await meet(guest)
        if (!(await guest.session.acceptJoining(joined.value)).ok) return
        await meet(guest)
        await session.goOnline()
        const done = await session.completeInvitation(id)
        if (!done.ok) return
        said.push('completed')
        await session.settle()
        last = guest
      },
      check: async said => {
        const caucus = roomOf(talks.mediator, process, 'caucus', parties.south)
        const table = roomOf(talks.mediator, process, 'table')
        const names = (room: typeof caucus) =>
          Object.values(room.members).flatMap(({ name, member }) => (name === 'Guest' ? [member] : []))
        expect(names(caucus).sort()).toEqual(names(table).sort())
        const done = talks.mediator.session
          .invitations(process)
          .filter(({ standing, name }) => standing === 'completed' && name === 'Guest')
        expect(names(caucus).length).toBe(done.length)
        if (!said.includes('completed') || last === undefined) return
        await meet(last)
        expect(last.session.rooms(process).map(({ kind }) => kind)).toEqual(['table', 'caucus'])
      },
    })
    expect(steps).toBeGreaterThan(10)
  })
})

let last: Person | undefined
