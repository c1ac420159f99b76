/**
 * Not asked is not sent: nowhere is an error on the way to a question taken for its answer. Each request of each act fails in each
 * way, once; afterwards the act is done, once, or it is refused in words, and nobody was told otherwise.
 */

import {
  acceptJoining,
  answerInvitation,
  type ConveyancePlan,
  cancelDeviceOffer,
  certificatesOf,
  completeDevice,
  completeInvitation,
  createMemoryVault,
  deliver,
  devicesOf,
  dismissRefused,
  invitationOf,
  invite,
  linkDevice,
  newId,
  notesOf,
  offerDevice,
  openGroup,
  prepareConveyance,
  purgeNotes,
  recoverIdentity,
  removeDevice,
  waitingIn,
  writeNote,
} from '@goodoffices/client'
import type { ConveyanceId, MessageId, RoomId } from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Fault, FaultyLine, faults, logOf } from './line.ts'
import { addDevice, beginTalks, bodiesIn, codesOf, meet, reopen, roomOf, say, type Talks } from './talks.ts'
import { address, type Person, value } from './world.ts'

let talks: Talks
/** The mediator's. */
let line: FaultyLine

async function begin(): Promise<void> {
  talks = await beginTalks()
  line = new FaultyLine(talks.world.relay)
  talks = { ...talks, mediator: await reopen(talks.mediator, { relayAt: line.relayAt }) }
  await meet(talks.mediator)
}

const caucusOf = (party: 'north' | 'south'): RoomId =>
  roomOf(talks.mediator, talks.process, 'caucus', talks.parties[party]).id
const deliveriesIn = (person: Person): readonly string[] =>
  Object.values(roomOf(person, talks.process, 'caucus').deliveries).map(({ body }) => body)
const standingOf = (conveyance: ConveyanceId): string | undefined =>
  roomOf(talks.mediator, talks.process, 'desk').conveyances[conveyance]?.standing

/** A wording that North lets pass, prepared to go to South. */
async function prepare(wording: string): Promise<{ message: MessageId; conveyance: ConveyanceId }> {
  const { mediator, north, process } = talks
  const message = newId<MessageId>()
  const said = { ...say('We could live with sixty.'), message, marking: 'unattributed' } as const
  value(await north.session.act(caucusOf('north'), said))
  await meet(north, mediator)
  const plan: ConveyancePlan = {
    origin: { kind: 'passage', room: caucusOf('north'), passage: { message } },
    to: caucusOf('south'),
    as: 'unattributed',
    form: 'oral-message',
    binding: false,
    wording,
    timing: { kind: 'now' },
    tell: 'that',
  }
  const conveyance = value(await prepareConveyance(mediator.session, process, plan))
  await meet(mediator)
  return { message, conveyance }
}

/** The mediator decides to deliver while out of reach. */
async function deliverOffline(conveyance: ConveyanceId): Promise<void> {
  line.begin(() => 'never sent')
  value(await deliver(talks.mediator.session, talks.process, conveyance))
  await talks.mediator.session.settle()
  line.begin()
}

const withdraw = async (message: MessageId): Promise<void> => {
  const { session } = talks.north
  value(await session.act(caucusOf('north'), { kind: 'message.mark', message, marking: 'nothing' }))
  await meet(talks.north)
}

const tryOnce = async (): Promise<void> => {
  await talks.mediator.session.goOnline()
  await talks.mediator.session.settle()
}

describe('what cannot be compared', () => {
  it('SYNC-28 LEAK-12 is not said by a device that has never read what another side said', async () => {
    const { mediator, north, process, parties, world } = await beginTalks()
    const [from, to] = [parties.north, parties.south].map(
      party => roomOf(mediator, process, 'caucus', party).id,
    )
    if (from === undefined || to === undefined) throw new Error('no caucuses')
    value(await north.session.act(from, say('We would sell for 4711, and never say so.')))
    await meet(north, mediator)
    const cut = new FaultyLine(world.relay)
    cut.begin(request => (logOf(request) === from ? 'never sent' : undefined))
    const device = await addDevice({ ...world, relayAt: cut.relayAt }, mediator)
    expect(device.session.room(from)).toBeUndefined()
    const words = say('Would 4711 be a figure?')
    expect(await device.session.act(to, words)).toMatchObject({ error: { code: 'relay-unreachable' } })
    cut.begin()
    await meet(device)
    expect(await device.session.act(to, words)).toMatchObject({ error: { code: 'leak-not-accepted' } })
    value(await device.session.act(to, say('Good morning.')))
  })
})

describe('W1 a delivery waits until each room that it hangs on could be asked', () => {
  beforeEach(begin)

  it('SYNC-28 a withdrawn release is not delivered, when only the reads of the source’s caucus are lost', async () => {
    const { mediator, north, south } = talks
    const { message, conveyance } = await prepare('A number near the middle could be considered.')
    await deliverOffline(conveyance)
    await withdraw(message)
    const isRead = (request: Request): boolean =>
      request.method === 'GET' && logOf(request) === caucusOf('north')
    line.begin(request => (isRead(request) ? 'never sent' : undefined))
    for (let tries = 0; tries < 4; tries += 1) await tryOnce()
    expect(line.requests.filter(isRead).length).toBeGreaterThan(6)
    await meet(south)
    expect(deliveriesIn(south)).toEqual([])
    expect(standingOf(conveyance)).toBe('delivered')
    expect(waitingIn(mediator.session, roomOf(mediator, talks.process, 'desk').id)).toHaveLength(1)
    expect(mediator.session.status().troubles).toEqual([
      { code: 'relay-unreachable', address, room: caucusOf('north') },
    ])
    line.begin()
    await meet(mediator, north, south)
    expect(deliveriesIn(south)).toEqual([])
    expect(standingOf(conveyance)).toBe('prepared')
    expect(codesOf(mediator)).toContain('not-released')
    expect(codesOf(mediator)).not.toContain('relay-unreachable')
  })

  it('SYNC-28 what does not hang on it goes meanwhile', async () => {
    const { mediator, south } = talks
    const { conveyance } = await prepare('A number near the middle could be considered.')
    await deliverOffline(conveyance)
    value(await mediator.session.act(caucusOf('south'), say('Until tomorrow.')))
    const table = roomOf(mediator, talks.process, 'table').id
    value(await mediator.session.act(table, say('To both.')))
    line.begin(request =>
      request.method === 'GET' && logOf(request) === caucusOf('north') ? 'never sent' : undefined,
    )
    await tryOnce()
    line.begin()
    await meet(south)
    expect(bodiesIn(south, table)).toEqual(['To both.'])
    // What was decided after it for the same room comes after it.
    expect(bodiesIn(south, caucusOf('south'))).toEqual([])
    expect(deliveriesIn(south)).toEqual([])
    await meet(mediator, south)
    expect(deliveriesIn(south)).toHaveLength(1)
    expect(bodiesIn(south, caucusOf('south'))).toEqual(['Until tomorrow.'])
  })

  it('SYNC-28 what is left of a delivery that was cut short is asked again before it goes', async () => {
    const { mediator, north, south, process } = talks
    const { message, conveyance } = await prepare('A number near the middle could be considered.')
    await deliverOffline(conveyance)
    // The desk's word goes, and nothing after it.
    line.begin(request =>
      request.method === 'POST' && logOf(request) !== roomOf(mediator, process, 'desk').id
        ? 'refused'
        : undefined,
    )
    await tryOnce()
    await dismissRefused(mediator.session)
    line.begin()
    await meet(mediator)
    expect(standingOf(conveyance)).toBe('delivered')
    line.begin(() => 'never sent')
    value(await deliver(mediator.session, process, conveyance))
    await mediator.session.settle()
    line.begin()
    await withdraw(message)
    await meet(mediator, north, south)
    expect(deliveriesIn(south)).toEqual([])
    expect(codesOf(mediator)).toContain('not-released')
  })
})

type Done = 'done' | 'refused'
type Act = {
  readonly name: string
  /** In the suite one request in so many is tried in each way; 4, each in some way, where left out. */
  readonly stride?: number
  /** Makes ready; returns the act itself, and what has become of it once all is calm. */
  readonly prepare: () => Promise<{
    readonly act: () => Promise<void>
    readonly become: () => Promise<Done>
  }>
}

let run = 0
const isRefused = (): boolean => codesOf(talks.mediator).length > 0
/** Of an act that answers: what it answered, where it did not succeed. */
let answered: string | undefined
const note = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }): void => {
  if (!result.ok) answered = result.error?.code
}

const acts: readonly Act[] = [
  {
    name: 'saying',
    prepare: async () => {
      const body = `said ${run}`
      return {
        act: async () => void value(await talks.mediator.session.act(caucusOf('north'), say(body))),
        become: async () => {
          const heard = bodiesIn(talks.north, caucusOf('north')).filter(each => each === body)
          expect(heard.length).toBeLessThan(2)
          return heard.length === 1 ? 'done' : 'refused'
        },
      }
    },
  },
  {
    name: 'delivering',
    prepare: async () => {
      const wording = `A number near the middle, ${run}.`
      const { conveyance } = await prepare(wording)
      return {
        act: async () => void value(await deliver(talks.mediator.session, talks.process, conveyance)),
        become: async () => {
          const got = deliveriesIn(talks.south).filter(each => each === wording)
          expect(got.length).toBeLessThan(2)
          if (got.length === 1) expect(standingOf(conveyance)).toBe('delivered')
          return got.length === 1 ? 'done' : 'refused'
        },
      }
    },
  },
  {
    name: 'changing keys',
    prepare: async () => {
      const { mediator, north, south, process } = talks
      const members = [north, south].map(({ session: { me } }) => me.member)
      const room = value(await openGroup(mediator.session, process, { title: `Group ${run}`, members }))
      await meet(mediator, north, south)
      const out = { kind: 'member.remove', member: south.session.me.member } as const
      return {
        act: async () => void value(await mediator.session.act(room, out)),
        become: async () => {
          const [mine, theirs] = [mediator, north].map(({ session }) => session.room(room))
          expect(theirs).toEqual(mine)
          const isOut = theirs?.members[out.member]?.left !== undefined
          expect(theirs?.epoch).toBe(isOut ? 3 : 2)
          return isOut ? 'done' : 'refused'
        },
      }
    },
  },
  {
    name: 'purging notes',
    prepare: async () => {
      const { session } = talks.mediator
      value(await writeNote(session, talks.process, { body: `They will not hold, ${run}.` }))
      await meet(talks.mediator)
      const before = certificatesOf(session).length
      return {
        act: async () => {
          value(await purgeNotes(session, talks.process, 'Code of conduct, article 5.'))
          await session.settle()
          await session.goOnline()
        },
        become: async () => {
          const isGone = certificatesOf(session).length === before + 1
          expect(notesOf(session, talks.process)).toHaveLength(isGone ? 0 : 1)
          if (!isGone) {
            await purgeNotes(session, talks.process, 'Code of conduct, article 5.')
            await meet(talks.mediator)
          }
          return isGone ? 'done' : 'refused'
        },
      }
    },
  },
  {
    name: 'completing an invitation',
    stride: 8,
    prepare: async () => {
      const { mediator, process, parties, world } = talks
      const guest = await world.member(`Guest ${run}`)
      const request = { name: `Guest ${run}`, role: 'delegate', party: parties.south } as const
      const id = value(await invite(mediator.session, process, request))
      await meet(mediator)
      const joining = value(
        await answerInvitation(guest.session, invitationOf(mediator.session, id)?.link ?? ''),
      )
      await meet(guest, mediator, guest)
      value(await acceptJoining(guest.session, joining))
      await meet(guest, mediator)
      return {
        act: async () => note(await completeInvitation(mediator.session, id)),
        become: async () => {
          await meet(guest)
          const kinds = guest.session.rooms(process).map(({ kind }) => kind)
          if (answered !== undefined) expect(invitationOf(mediator.session, id)?.standing).toBe('introduced')
          expect(kinds.length === 0 || kinds.length === 2 || isRefused()).toBe(true)
          return kinds.length === 2 ? 'done' : 'refused'
        },
      }
    },
  },
  {
    name: 'bringing in a device',
    stride: 12,
    prepare: async () => {
      const { session } = talks.mediator
      const { link } = value(await offerDevice(session))
      await session.settle()
      const options = { vault: createMemoryVault(), relayAt: talks.world.relayAt, live: false }
      const linking = value(await linkDevice({ ...options, text: link }))
      await meet(talks.mediator)
      value(await linking.accept())
      return {
        act: async () => note(await completeDevice(session)),
        become: async () => {
          await meet(talks.mediator)
          const isLinked = value(await linking.poll()).standing === 'linked'
          for (const { device, is } of devicesOf(session))
            if (is === 'other') value(await removeDevice(session, device))
          if (!isLinked) await cancelDeviceOffer(session)
          await meet(talks.mediator, talks.north)
          return isLinked ? 'done' : 'refused'
        },
      }
    },
  },
  {
    name: 'recovering',
    stride: 36,
    prepare: async () => {
      const { phrase, session } = talks.mediator
      let rooms: number | undefined
      return {
        act: async () => {
          const recovered = await recoverIdentity({
            vault: createMemoryVault(),
            relayAt: line.relayAt,
            live: false,
            phrase: phrase.join(' '),
            address,
          })
          note(recovered)
          if (!recovered.ok) return
          rooms = recovered.value.rooms(talks.process).length
          await recovered.value.close()
        },
        become: async () => {
          await meet(talks.mediator)
          for (const { device, is } of devicesOf(session))
            if (is === 'other') value(await removeDevice(session, device))
          await meet(talks.mediator, talks.north)
          if (rooms === undefined) expect(answered).toBeDefined()
          else expect(rooms).toBe(talks.mediator.session.rooms(talks.process).length)
          return rooms === undefined ? 'refused' : 'done'
        },
      }
    },
  },
]

/** Which ends are right: what was refused may be refused, what was merely lost is done in the end, or said not to be. */
function expectEnd(fault: Fault, end: Done, at: string): void {
  const told = answered !== undefined || isRefused()
  if (end === 'refused') expect(told, `${at}: nothing was done, and nothing said`).toBe(true)
  if (fault !== 'refused' && answered === undefined) expect(end, at).toBe('done')
}

/** By default some requests, each way others; on demand each in every way. */
const strideOf = ({ stride = 4 }: Act): number => (process.env['GOODOFFICES_RUNS'] === undefined ? stride : 1)

describe.each(acts)('SYNC-28 each request of $name', one => {
  const { name, prepare } = one
  const stride = strideOf(one)

  // Talks of its own for each: what grows in them is read again and again.
  beforeEach(begin)

  it.each(faults)('%s', async fault => {
    for (let nth = 1; ; nth += 1) {
      if (nth % stride !== (faults.indexOf(fault) + 1) % stride) continue
      run += 1
      answered = undefined
      const { act, become } = await prepare()
      line.begin((_, at) => (at === nth ? fault : undefined))
      await act()
      await talks.mediator.session.settle()
      const isOver = line.requests.length < nth
      line.begin()
      await meet(talks.mediator, talks.north, talks.south, talks.mediator)
      expectEnd(fault, await become(), `${name}, request ${nth}`)
      await dismissRefused(talks.mediator.session)
      await meet(talks.mediator)
      if (isOver) {
        return
      }
    }
  })
})
