/** Two windows of one device: one leads, the other is beside it. */

import {
  actUndoably,
  answerInvitation,
  heldBack,
  invitationOf,
  invite,
  isAside,
  type Line,
  leadWindows,
  openBeside,
  readDraft,
  saveDraft,
  setAside,
  takeBack,
  tellingVault,
  type Vault,
  waitsForMe,
} from '@goodoffices/client'
import { describe, expect, it, vi } from 'vitest'
import type { Said } from '../src/windows/line.ts'
import { beginTalks, bodiesIn, meet, reopen, roomOf, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

/** Between the windows of one browser, each with an end of its own: what is said is copied, and its speaker does not hear it. */
function windowsOf(): () => Line {
  const all = new Set<(said: Said) => void>()
  return () => {
    const own = new Set<(said: Said) => void>()
    return {
      post: said => {
        for (const listener of all) if (!own.has(listener)) listener(structuredClone(said))
      },
      hear: listener => {
        own.add(listener)
        all.add(listener)
        return () => void (own.delete(listener), all.delete(listener))
      },
      close: () => undefined,
    }
  }
}

const unheard = { onOver: () => undefined, onSilent: () => undefined }

type Windows = Talks & {
  /** The mediator's, which leads, and the vault that it has. */
  readonly first: Person
  /** Another of the same device. */
  readonly second: Person
  readonly lead: () => Promise<void>
  readonly line: () => Line
  /** The first hears no more, as one that is closed. */
  readonly goFirst: () => void
  /** What it answers is heard by nobody, until it is asked anew. */
  readonly muteFirst: () => () => void
}

async function openTwo(): Promise<Windows> {
  const talks = await beginTalks()
  const { relayAt } = talks.world
  const line = windowsOf()
  let isMute = false
  const end = line()
  const own: Line = { ...end, post: said => void ((isMute && 'answers' in said) || end.post(said)) }
  const vault: Vault = tellingVault(talks.mediator.vault, own)
  const first = await reopen({ ...talks.mediator, vault }, { relayAt })
  await meet(first)
  const goFirst = leadWindows({
    line: own,
    leads: () => true,
    session: () => first.session,
    onYield: () => first.session.close(),
  })
  const beside = value(await openBeside({ line: line(), relayAt, live: false, ...unheard }))
  const second = { ...first, session: beside.session }
  await second.session.goOnline()
  return {
    ...talks,
    first,
    second,
    lead: async () => {
      await first.session.close()
      value(await beside.lead(talks.mediator.vault))
    },
    line,
    goFirst,
    muteFirst: () => {
      isMute = true
      return () => {
        isMute = false
        own.post({ news: 'leads' })
      }
    },
  }
}

const waitingIn = ({ session }: Person): number => session.status().waiting

describe('two windows of one device', () => {
  it('SYNC-51 both show and decide, and what either decides is sent once, by the one that leads', async () => {
    const { first, second, north, process, parties } = await openTwo()
    const room = roomOf(second, process, 'caucus', parties.north).id
    expect(second.session.rooms(process).map(({ id }) => id)).toEqual(
      first.session.rooms(process).map(({ id }) => id),
    )
    await Promise.all([
      second.session.act(room, say('From beside.')),
      first.session.act(room, say('From the first.')),
    ])
    for (const window of [first, second]) expect(bodiesIn(window, room)).toHaveLength(2)
    await meet(first)
    await vi.waitFor(() => expect([waitingIn(first), waitingIn(second)]).toEqual([0, 0]))
    await meet(north)
    expect([...bodiesIn(north, room)].sort()).toEqual(['From beside.', 'From the first.'])
    for (const window of [first, second]) expect(bodiesIn(window, room)).toEqual(bodiesIn(north, room))
  })

  it('SYNC-51 what may be taken back may be by either, once', async () => {
    const { first, second, process, parties } = await openTwo()
    const room = roomOf(second, process, 'caucus', parties.north).id
    value(await actUndoably(second.session, [{ room, act: say('In a moment.') }], 60_000))
    const [held] = heldBack(first.session)
    expect(heldBack(second.session)).toEqual(heldBack(first.session))
    expect(await takeBack(second.session, held?.id ?? '')).toBe(true)
    expect(await takeBack(first.session, held?.id ?? '')).toBe(false)
    for (const window of [first, second]) {
      expect(heldBack(window.session)).toEqual([])
      expect(bodiesIn(window, room)).toEqual([])
    }
  })

  it('SYNC-51 drafts and what was set aside in one are so in the other, and are kept', async () => {
    const { first, second, process, north, world } = await openTwo()
    value(await north.session.act(roomOf(north, process, 'caucus').id, say('For the mediators.')))
    await meet(north, first, second)
    await saveDraft(second.session, 'carry', 'half a sentence')
    await saveDraft(first.session, 'say', 'another half')
    const [wait] = waitsForMe(second.session, process)
    if (wait === undefined) throw new Error('nothing waits')
    await setAside(second.session, wait, true)
    const isThere = (window: Person) => [
      readDraft(window.session, 'carry'),
      readDraft(window.session, 'say'),
      isAside(window.session, wait),
    ]
    const all = ['half a sentence', 'another half', true]
    await vi.waitFor(() => expect([first, second].map(isThere)).toEqual([all, all]))
    expect(isThere(await reopen(first, { relayAt: world.relayAt }))).toEqual(all)
  })

  it('SYNC-51 of logs, the one beside keeps nothing: what it has read further is only its own', async () => {
    const { first, second, north, process, mediator } = await openTwo()
    const room = roomOf(north, process, 'caucus').id
    const kept = async () => (await mediator.vault.scan('log/')).map(([key, bytes]) => [key, bytes.length])
    const before = await kept()
    value(await north.session.act(room, say('News.')))
    await meet(north, second)
    expect(bodiesIn(second, room)).toEqual(['News.'])
    expect(bodiesIn(first, room)).toEqual([])
    expect(await kept()).toEqual(before)
  })

  it('SYNC-51 what a letter or a log asks of the device, only the one that leads does', async () => {
    const { first, second, world, process, parties } = await openTwo()
    const guest = await world.member('Guest')
    const asked = { name: 'Guest', role: 'delegate', party: parties.north } as const
    const id = value(await invite(second.session, process, asked))
    await meet(first, second)
    value(await answerInvitation(guest.session, invitationOf(first.session, id)?.link ?? ''))
    await meet(guest)
    await meet(second)
    expect(waitingIn(first)).toBe(0)
    await meet(first, second)
    const codes = [first, second].map(({ session }) => invitationOf(session, id)?.code)
    expect(codes[0]).toMatch(/^\d{6}$/)
    expect(codes[1]).toBe(codes[0])
  })

  it('SYNC-51 when the one that leads goes, another goes on with what was not sent, and then sends itself', async () => {
    const { first, second, world, north, process, lead } = await openTwo()
    const room = roomOf(north, process, 'caucus').id
    world.offline = true
    value(await second.session.act(room, say('Not yet sent.')))
    await first.session.settle()
    await lead()
    world.offline = false
    value(await second.session.act(room, say('And one more.')))
    await meet(second, north)
    expect(bodiesIn(north, room)).toEqual(['Not yet sent.', 'And one more.'])
  })

  it('SYNC-52 what was asked of a window that has gone is kept and sent by the one that takes its place, in order', async () => {
    const { second, north, process, lead, goFirst } = await openTwo()
    const room = roomOf(second, process, 'caucus').id
    goFirst()
    const asked = [
      second.session.act(room, say('Said as it went.')),
      actUndoably(second.session, [{ room, act: say('Said after.') }], 1),
    ] as const
    const drafted = saveDraft(second.session, 'say', 'half a sentence')
    await lead()
    value(await asked[0])
    value(await asked[1])
    await drafted
    await meet(second, north)
    expect(bodiesIn(north, room)).toEqual(['Said as it went.', 'Said after.'])
    expect(readDraft(second.session, 'say')).toBe('half a sentence')
  })

  it('SYNC-52 what a window took and did not live to answer is not taken again by the next, whether it was sent or not', async () => {
    const { first, second, world, north, process, lead, line, muteFirst } = await openTwo()
    const { relayAt } = world
    const room = roomOf(second, process, 'caucus').id
    const beside = value(await openBeside({ line: line(), relayAt, live: false, ...unheard }))
    const third = { ...first, session: beside.session }
    muteFirst()
    const sent = third.session.act(room, say('Taken and sent.'))
    await vi.waitFor(() => expect(bodiesIn(first, room)).toHaveLength(1))
    await meet(first)
    expect(waitingIn(first)).toBe(0)
    world.offline = true
    const kept = [
      second.session.act(room, say('Taken from beside.')),
      third.session.act(room, say('Taken from the third.')),
    ]
    await vi.waitFor(() => expect(waitingIn(first)).toBe(2))
    world.offline = false
    await lead()
    const own = line()
    leadWindows({
      line: own,
      leads: () => true,
      session: () => second.session,
      onYield: async () => undefined,
    })
    own.post({ news: 'leads' })
    for (const each of [sent, ...kept]) value(await each)
    await meet(second, north)
    expect(second.session.status()).toMatchObject({ waiting: 0, troubles: [] })
    expect(bodiesIn(north, room)).toEqual(['Taken and sent.', 'Taken from beside.', 'Taken from the third.'])
  })

  it.each(['itself', 'the next'])(
    'SYNC-52 what was taken back and not answered is taken back, as the window %s says too',
    async by => {
      const { first, second, process, lead, muteFirst } = await openTwo()
      const room = roomOf(second, process, 'caucus').id
      value(await actUndoably(second.session, [{ room, act: say('In a moment.') }], 60_000))
      const [held] = heldBack(second.session)
      const askAnew = muteFirst()
      const undone = takeBack(second.session, held?.id ?? '')
      await vi.waitFor(() => expect(heldBack(first.session)).toEqual([]))
      await (by === 'itself' ? askAnew() : lead())
      expect(await undone).toBe(true)
    },
  )

  it('SYNC-51 hostile: locked while another window is still opening, the device is locked in that one as well', async () => {
    const talks = await beginTalks()
    const { relayAt } = talks.world
    const line = windowsOf()
    const own = line()
    const first = await reopen(talks.mediator, { relayAt })
    leadWindows({
      line: own,
      leads: () => true,
      session: () => first.session,
      onYield: () => first.session.close(),
    })
    // As soon as the other has what opens the vault.
    const stop = line().hear(said => {
      if (!('answers' in said)) return
      stop()
      own.post({ news: 'over' })
    })
    const onOver = vi.fn()
    value(await openBeside({ line: line(), relayAt, live: false, ...unheard, onOver }))
    expect(onOver).toHaveBeenCalledOnce()
  })

  it('SYNC-51 beside one that is locked, or says nothing, none is opened', async () => {
    const { relayAt } = (await beginTalks()).world
    const line = windowsOf()
    const stop = leadWindows({
      line: line(),
      leads: () => true,
      session: () => undefined,
      onYield: async () => undefined,
    })
    const options = { relayAt, live: false, ...unheard }
    await expect(openBeside({ line: line(), ...options })).rejects.toMatchObject({ code: 'vault-in-use' })
    stop()
    vi.useFakeTimers()
    const silent = expect(openBeside({ line: line(), ...options })).rejects.toMatchObject({
      code: 'vault-silent',
    })
    await vi.runAllTimersAsync()
    await silent
    vi.useRealTimers()
  })
})
