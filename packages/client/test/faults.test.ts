/**
 * The fault table: each durable step of a piece of work, a write to the vault or to the relay, fails in one of two ways, and the
 * program ends there. What it had said was kept must be there afterwards, once; what it had not said may be or not.
 */

import {
  acceptJoining,
  answerInvitation,
  cancelDeviceOffer,
  certificatesOf,
  completeDevice,
  completeInvitation,
  createHttpRelay,
  createMemoryVault,
  type DeviceLink,
  deliver,
  deviceOfferOf,
  devicesOf,
  inspectVault,
  invitationOf,
  invitationsOf,
  invite,
  linkDevice,
  notesOf,
  type OpenOptions,
  offerDevice,
  openGroup,
  openSession,
  prepareTogether,
  purgeNotes,
  removeDevice,
  type Session,
  type Vault,
  VaultError,
  verifyEvidence,
  writeNote,
} from '@goodoffices/client'
import { type ConveyanceId, type RoomId, waitingAtDesk } from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { beginTalks, bodiesIn, codesOf, meet, reopen, roomOf, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const ownWords = {
  origin: { kind: 'mediators' },
  as: 'verbatim',
  form: 'oral-message',
  binding: false,
  timing: { kind: 'now' },
  tell: 'nothing',
} as const

type Way = 'failed' | 'made, but reported as failed'
const ways: readonly Way[] = ['failed', 'made, but reported as failed']
/** Far more than any piece of work here takes. */
const stepsMax = 120
/** By default every ninth step, and another in the other way; on demand each in both. */
const stride = process.env['GOODOFFICES_RUNS'] === undefined ? 9 : 1

let talks: Talks

// New talks for each piece of work: they grow with every life.
beforeEach(async () => {
  talks = await beginTalks()
})

/** A vault and a relay that end at the nth durable step. */
function mortal(kept: Vault, at: number, way: Way) {
  let steps = 0
  /** Whether this step is made, and whether it is said to be. */
  const step = (): { readonly made: boolean; readonly said: boolean } => {
    steps += 1
    return { made: steps < at || (steps === at && way !== 'failed'), said: steps < at }
  }
  const vault: Vault = {
    ...kept,
    write: async changes => {
      const { made, said } = step()
      if (made) await kept.write(changes)
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
  return { options: { vault, relayAt, live: false }, hasEnded: () => steps >= at }
}

/** The steps at which a life ends: each in one of the two ways, on demand in both. */
const endsHere = (at: number, way: Way, isLong = false): boolean => {
  const apart = isLong && stride > 1 ? stride * 2 : stride
  return at % apart === (way === 'failed' ? 1 : 4) % apart
}

/** Whether the work ended before its end: by what its surroundings did, and nothing else. */
const ended = (work: Promise<void>, hasEnded: () => boolean): Promise<boolean> =>
  work.then(hasEnded, (error: unknown) => {
    if (!(error instanceof VaultError)) throw error
    return true
  })

/** Runs the work to its end, one life after another, each ending one step later than the one before. */
async function everyStep(
  who: 'mediator' | 'north',
  way: Way,
  {
    isLong = false,
    work,
    check,
  }: {
    /** Of many steps, each life of which adds keys: every second of the steps by default, each in talks of its own. */
    readonly isLong?: boolean
    /** Returns what it was told is kept. */
    readonly work: (session: Session, said: string[]) => Promise<void>
    readonly check: (said: readonly string[]) => Promise<void>
  },
): Promise<number> {
  for (let at = 1; at < stepsMax; at += 1) {
    if (!endsHere(at, way, isLong)) continue
    const said: string[] = []
    if (isLong) talks = await beginTalks()
    await talks[who].session.close()
    const { options, hasEnded } = mortal(talks[who].vault, at, way)
    const session = value(await openSession(options))
    const isCut = await ended(work(session, said), hasEnded)
    await session.close().catch(() => {})
    talks = { ...talks, [who]: await reopen(talks[who], { relayAt: talks.world.relayAt }) }
    await meet(talks[who], talks.mediator, talks.north)
    await check(said)
    for (const person of [talks.mediator, talks.north])
      expect(person.session.status(), `step ${at}`).toMatchObject({ waiting: 0, troubles: [] })
    if (!isCut) return at
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
        room = value(await openGroup(session, process, { title: 'Group', members }))
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

  it('of delivering to several together (CONV-15): once to each, or to none', async () => {
    const { process, parties } = talks
    const rooms = (['north', 'south'] as const).map(
      who => roomOf(talks.mediator, process, 'caucus', parties[who]).id,
    )
    const arrived = (who: 'north' | 'south'): readonly string[] =>
      Object.values(roomOf(talks[who], process, 'caucus').deliveries).map(({ body }) => body)
    let run = 0
    const steps = await everyStep('mediator', way, {
      work: async (session, said) => {
        run += 1
        const wording = `together ${way} ${run}`
        const plans = rooms.map(to => ({ ...ownWords, to, wording }))
        const [first] = value(await prepareTogether(session, process, plans))
        value(await deliver(session, process, first as ConveyanceId))
        said.push(wording)
        await session.settle()
      },
      check: async said => {
        await meet(talks.mediator, talks.north, talks.south)
        const [north, south] = [arrived('north'), arrived('south')]
        expect(new Set(north).size).toBe(north.length)
        expect(south).toEqual(north)
        expect(said.filter(wording => !north.includes(wording))).toEqual([])
        const desk = roomOf(talks.mediator, process, 'desk')
        const waits = waitingAtDesk(desk, talks.mediator.session.rooms(process))
        expect(waits.filter(({ kind }) => kind === 'unfinished')).toEqual([])
      },
    })
    expect(steps).toBeGreaterThan(8)
  })

  it('of completing an invitation (INV-7): the newcomer is in every room, or may still be let in', async () => {
    const { process, parties } = talks
    const steps = await everyStep('mediator', way, {
      work: async (session, said) => {
        const guest = await talks.world.member('Guest')
        const id = value(
          await invite(session, process, { name: 'Guest', role: 'delegate', party: parties.south }),
        )
        await session.settle()
        const link = invitationOf(session, id)?.link ?? ''
        const joined = await answerInvitation(guest.session, link)
        if (!joined.ok) return
        await meet(guest)
        await session.goOnline()
        await session.settle()
        await meet(guest)
        if (!(await acceptJoining(guest.session, joined.value)).ok) return
        await meet(guest)
        await session.goOnline()
        const done = await completeInvitation(session, id)
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
        const done = invitationsOf(talks.mediator.session, process).filter(
          ({ standing, name }) => standing === 'completed' && name === 'Guest',
        )
        expect(names(caucus).length).toBe(done.length)
        if (!said.includes('completed') || last === undefined) return
        await meet(last)
        expect(last.session.rooms(process).map(({ kind }) => kind)).toEqual(['table', 'caucus'])
      },
    })
    expect(steps).toBeGreaterThan(10)
  })

  it('of purging notes (SYNC-25, SYNC-27): there as before, or gone everywhere with one certificate', async () => {
    const { process } = talks
    let purged = 0
    const steps = await everyStep('mediator', way, {
      work: async (session, said) => {
        value(await writeNote(session, process, { body: 'They will not hold that line.' }))
        await session.settle()
        value(await purgeNotes(session, process, 'Code of conduct, article 5.'))
        said.push('purged')
        await session.settle()
        await session.goOnline()
      },
      check: async said => {
        const { session, vault } = talks.mediator
        const certificates = certificatesOf(session)
        if (said.includes('purged')) expect(certificates.length).toBeGreaterThan(purged)
        expect(notesOf(session, process).length).toBeLessThanOrEqual(said.includes('purged') ? 0 : 1)
        purged = certificates.length
        const kept = [...(await vault.scan('log/')), ...(await vault.scan('snapshot/'))].map(([key]) => key)
        for (const { room, evidence, verifier } of certificates) {
          expect(kept.filter(key => key.includes(room))).toEqual([])
          expect((await verifyEvidence(evidence, { relay: verifier })).ok).toBe(true)
        }
      },
    })
    expect(steps).toBeGreaterThan(6)
    expect(purged).toBeGreaterThan(0)
  })

  it('of bringing in a device (RING-11): it is in every room and has its letter, or nowhere', async () => {
    const { process } = talks
    let links: DeviceLink[] = []
    const steps = await everyStep('mediator', way, {
      isLong: true,
      work: async (session, said) => {
        const { link } = value(await offerDevice(session))
        await session.settle()
        const linking = await linkDevice({ vault: createMemoryVault(), ...honest(), text: link })
        if (!linking.ok) return
        await session.goOnline()
        await session.settle()
        if (!(await linking.value.accept()).ok) return
        links.push(linking.value)
        if (!(await completeDevice(session)).ok) return
        said.push('completed')
      },
      check: async said => {
        const listed = (room: RoomId) =>
          talks.mediator.session.room(room)?.members[talks.mediator.session.me.member]?.devices.length
        const others = devicesOf(talks.mediator.session).filter(({ is }) => is === 'other')
        for (const { id } of talks.mediator.session.rooms(process)) expect(listed(id)).toBe(others.length + 2)
        const standings = await Promise.all(links.map(async each => value(await each.poll()).standing))
        expect(standings).toEqual(others.length === 0 ? standings : ['linked'])
        if (others.length === 0) expect(standings).not.toContain('linked')
        if (said.includes('completed')) expect(others.length).toBe(1)
        for (const { device } of others) value(await removeDevice(talks.mediator.session, device))
        const left = deviceOfferOf(talks.mediator.session)
        if (left !== undefined) value(await cancelDeviceOffer(talks.mediator.session))
        await meet(talks.mediator, talks.north)
        links = []
      },
    })
    expect(steps).toBeGreaterThan(10)
  })

  it('of linking a new device (RING-12): no identity, and begun again with the same link it is the same answer', async () => {
    const { mediator, process } = talks
    const caucus = roomOf(mediator, process, 'caucus').id
    value(await mediator.session.act(caucus, say('before')))
    for (let at = 1; ; at += 1) {
      expect(at).toBeLessThan(stepsMax)
      if (!endsHere(at, way)) continue
      const { link } = value(await offerDevice(mediator.session))
      await mediator.session.settle()
      const vault = createMemoryVault()
      const attempt = async (options: OpenOptions) => {
        const linking = await linkDevice({ ...options, text: link })
        if (!linking.ok) return
        await meet(mediator)
        if (!(await linking.value.accept()).ok) return
        if (deviceOfferOf(mediator.session) !== undefined) value(await completeDevice(mediator.session))
        await linking.value.poll()
      }
      const { options, hasEnded } = mortal(vault, at, way)
      const isCut = await ended(attempt(options), hasEnded)
      if ((await inspectVault(vault)) === 'none') await attempt({ vault, ...honest() })
      const session = value(await openSession({ vault, ...honest() }))
      await meet({ session, vault, phrase: [] })
      expect(bodiesIn({ session, vault, phrase: [] }, caucus), `step ${at}`).toEqual(['before'])
      expect((await vault.scan('linking/')).length).toBe(0)
      value(await removeDevice(mediator.session, session.me.device))
      await meet(mediator)
      expect(codesOf(mediator)).toEqual([])
      if (!isCut) return expect(at).toBeGreaterThan(4)
    }
  })
})

const honest = () => ({ relayAt: talks.world.relayAt, live: false })

let last: Person | undefined
