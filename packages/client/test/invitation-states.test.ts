/** Each state of an invitation, as its inviter and its guest are told of it: one test for each row of the table in `docs/spec/client.md`. */

import {
  abandonJoining,
  answerInvitation,
  cancelInvitation,
  completeInvitation,
  type Invitation,
  type InvitationRequest,
  invitationOf,
  invite,
  type Joining,
  joiningsOf,
  lookAtInvitation,
  openSession,
  sendBack,
  typeCode,
  waitsForMe,
  wordsOfWait,
} from '@goodoffices/client'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readClaims } from '../src/invitation/claims.ts'
import { beginTalks, meet, roomOf, type Talks } from './talks.ts'
import { address, type Person, value } from './world.ts'

const dayMs = 86_400_000
let talks: Talks
/** Everybody's clock; it goes forward only. */
let ahead = 0
const now = (): number => Date.now() + ahead
let guest: Person
let link: string
let id: Invitation['id']

const seen = (): Invitation | undefined => invitationOf(talks.mediator.session, id)
const joining = (person = guest): Joining | undefined => joiningsOf(person.session)[0]
const look = (text = link) => lookAtInvitation({ text, relayAt: talks.world.relayAt, now })
const bring = async (request: Partial<InvitationRequest> = {}): Promise<void> => {
  const { mediator, process, parties } = talks
  const whom = { name: 'The delegate', role: 'delegate', party: parties.north, ...request } as const
  id = value(await invite(mediator.session, process, whom))
  await mediator.session.settle()
  link = seen()?.link ?? ''
}
const answer = async (person = guest, name?: string): Promise<void> => {
  value(await answerInvitation(person.session, link, { name }))
  await meet(person, talks.mediator, person)
}
const type = async (digits: string): Promise<unknown> => {
  const typed = await typeCode(guest.session, joining()?.id ?? ('' as never), digits)
  await meet(guest, talks.mediator)
  return typed.ok ? 'right' : typed.error.code
}
const wrong = (): string => (seen()?.code === '000000' ? '111111' : '000000')
const inPersian = (digits: string): string =>
  digits.replaceAll(/\d/g, digit => String.fromCodePoint(0x6f0 + Number(digit)))
const waitsFor = (): readonly string[] =>
  waitsForMe(talks.mediator.session, talks.process).flatMap(wait =>
    wait.item.kind === 'invitation' && wait.about === id ? (wordsOfWait(wait, '')?.term ?? []) : [],
  )

/** Whether reading changes anything for whoever looks. */
async function isToldAgain(person: Person): Promise<boolean> {
  const before = person.session.version()
  await meet(person)
  return person.session.version() !== before
}

describe('an invitation, as both are told of it', () => {
  beforeAll(async () => {
    talks = await beginTalks(now)
  })

  beforeEach(async () => {
    guest = await talks.world.member('مجلس القرية')
    await bring()
  })

  it('INV-31, INV-28 made: it says what it claims, and whether it was opened is told to nobody', async () => {
    const before = seen()
    expect(value(await look())).toEqual({
      mailbox: expect.any(String),
      standing: 'open',
      claims: {
        title: roomOf(talks.mediator, talks.process, 'table').process.title,
        by: talks.mediator.session.me.name,
        name: 'The delegate',
        role: 'delegate',
        party: roomOf(talks.mediator, talks.process, 'desk').parties[talks.parties.north]?.name,
        expires: before?.expires,
      },
    })
    const words = seen()?.words.join(' ') ?? ''
    const said = await lookAtInvitation({ text: words, address, relayAt: talks.world.relayAt, now })
    expect(value(said)).toEqual(value(await look()))
    await meet(talks.mediator)
    expect(seen()).toEqual(before)
    expect(seen()).toMatchObject({ standing: 'sent', hasDiffered: false, contested: false })
    expect(waitsFor()).toEqual([])
  })

  it('INV-31 what lies in its mailbox is told once: read again, it changes nothing for either', async () => {
    await meet(talks.mediator)
    expect(await isToldAgain(talks.mediator)).toBe(false)
    const { mailbox } = value(await look())
    value(await answerInvitation(guest.session, link, {}))
    expect(joining()?.id).toBe(mailbox)
    await meet(guest)
    expect(await isToldAgain(talks.mediator)).toBe(true)
    expect(await isToldAgain(guest)).toBe(true)
    for (const person of [talks.mediator, guest]) expect(await isToldAgain(person)).toBe(false)
  })

  it('INV-28 claims in which anything is not of its form are none', () => {
    const sound = { title: 'The ferry', by: 'A', name: 'B', role: 'head', expires: 1 }
    expect(readClaims({ ...sound, party: 'C', institution: 'D' })).toEqual({
      ...sound,
      party: 'C',
      institution: 'D',
    })
    for (const odd of [
      { title: 'two\nlines' },
      { by: '' },
      { name: 7 },
      { role: 'king' },
      { expires: 'soon' },
      { party: '\u202Eright' },
      { institution: 1 },
    ])
      expect(readClaims({ ...sound, ...odd })).toBeUndefined()
    expect(readClaims(undefined)).toBeUndefined()
  })

  it('INV-32 answered while the inviter is away: it waits, and the inviter has no code', async () => {
    value(await answerInvitation(guest.session, link))
    await meet(guest)
    expect(joining()).toMatchObject({ standing: 'waiting' })
    expect(await type('123456')).toBe('invitation-not-answered')
  })

  it('INV-33 both are there: one has digits to read, the other types them', async () => {
    await answer()
    expect(seen()).toMatchObject({ standing: 'answered', code: expect.stringMatching(/^\d{6}$/) })
    expect(joining()).toMatchObject({ standing: 'compare', claims: { by: talks.mediator.session.me.name } })
    expect(waitsFor()).toEqual(['waiting.invitation'])
    expect(await type('12345')).toBe('code-unreadable')
    expect(joining()).toMatchObject({ standing: 'compare', hasDiffered: false })
  })

  it('INV-34 other digits once: both are told, and there is one more try', async () => {
    await answer()
    expect(await type(wrong())).toBe('code-differs')
    expect(joining()).toMatchObject({ standing: 'compare', hasDiffered: true })
    expect(seen()).toMatchObject({ standing: 'answered', hasDiffered: true })
    expect(await type(seen()?.code ?? '')).toBe('right')
    expect(seen()).toMatchObject({ standing: 'introduced' })
  })

  it('INV-35 other digits twice: it is over for both, in a later session too', async () => {
    await answer()
    expect(await type(wrong())).toBe('code-differs')
    expect(await type(wrong())).toBe('invitation-differed')
    expect(await type(seen()?.code ?? '')).toBe('invitation-differed')
    expect(joining()).toMatchObject({ standing: 'failed', reason: 'invitation-differed' })
    expect(seen()).toMatchObject({ standing: 'differed' })
    expect(waitsFor()).toEqual(['waiting.stopped'])
    expect(value(await look()).standing).toBe('differed')
    const { vault, session } = guest
    await session.settle()
    await session.close()
    const again = value(await openSession({ vault, relayAt: talks.world.relayAt, live: false }))
    expect(joiningsOf(again)).toMatchObject([{ standing: 'failed', reason: 'invitation-differed' }])
    await again.close()
  })

  it('INV-36, INV-30 the right digits, in other numerals and in groups: the guest asks to come in, under a name of their own', async () => {
    await answer(guest, 'شورای ده')
    const code = inPersian(seen()?.code ?? '')
    expect(await type(`${code.slice(0, 3)} ${code.slice(3)}`)).toBe('right')
    expect(joining()).toMatchObject({ standing: 'introduced' })
    expect(seen()).toMatchObject({ standing: 'introduced', spelled: 'شورای ده' })
    expect(waitsFor()).toEqual(['waiting.asks'])
  })

  it('INV-37, INV-29 let in: both are told, and everybody reads the name as its bearer writes it', async () => {
    await answer(guest, 'شورای ده')
    await type(seen()?.code ?? '')
    value(await completeInvitation(talks.mediator.session, id))
    await meet(talks.mediator, guest, talks.south)
    expect(seen()).toMatchObject({ standing: 'completed' })
    expect(joining()).toMatchObject({ standing: 'joined' })
    for (const each of [guest, talks.south]) {
      const table = roomOf(each, talks.process, 'table')
      expect(table.members[guest.session.me.member]?.name).toBe('شورای ده')
    }
  })

  it('INV-38 the guest goes no further, before or after the digits: the inviter is told, and lets nobody in', async () => {
    await answer()
    await abandonJoining(guest.session, joining()?.id ?? ('' as never))
    await meet(guest, talks.mediator)
    expect(joining()).toBeUndefined()
    expect(seen()).toMatchObject({ standing: 'declined' })
    expect(value(await look()).standing).toBe('declined')
    await bring()
    await answer()
    await type(seen()?.code ?? '')
    await abandonJoining(guest.session, joining()?.id ?? ('' as never))
    await meet(guest, talks.mediator)
    expect(seen()).toMatchObject({ standing: 'declined' })
    expect(await completeInvitation(talks.mediator.session, id)).toMatchObject({
      ok: false,
      error: { code: 'invitation-stopped' },
    })
    expect(waitsFor()).toEqual(['waiting.stopped'])
  })

  it('INV-39 sent back by whom it was not meant for: the inviter is told that, and not by whom', async () => {
    value(await sendBack({ text: link, relayAt: talks.world.relayAt }))
    await meet(talks.mediator)
    expect(seen()).toMatchObject({ standing: 'elsewhere' })
    expect(seen()?.code).toBeUndefined()
    expect(value(await look()).standing).toBe('elsewhere')
  })

  it('INV-39 sent back when somebody has answered: who waits at the digits, or behind them, waits no longer', async () => {
    await answer()
    const code = seen()?.code ?? ''
    value(await sendBack({ text: link, relayAt: talks.world.relayAt }))
    await meet(guest, talks.mediator)
    expect(seen()).toMatchObject({ standing: 'elsewhere' })
    expect(joining()).toMatchObject({ standing: 'failed', reason: 'invitation-sent-back' })
    expect(await type(code)).toBe('invitation-sent-back')
    await abandonJoining(guest.session, joining()?.id ?? ('' as never))
    await bring()
    await answer()
    await type(seen()?.code ?? '')
    value(await sendBack({ text: link, relayAt: talks.world.relayAt }))
    await meet(guest, talks.mediator)
    expect(joining()).toMatchObject({ standing: 'failed', reason: 'invitation-sent-back' })
  })

  it('INV-40 withdrawn, at whichever step: the guest is told', async () => {
    await answer()
    await type(seen()?.code ?? '')
    value(await cancelInvitation(talks.mediator.session, id))
    await meet(talks.mediator, guest)
    expect(seen()).toMatchObject({ standing: 'cancelled' })
    expect(joining()).toMatchObject({ standing: 'failed', reason: 'invitation-cancelled' })
    expect(value(await look()).standing).toBe('cancelled')
  })

  it('INV-41 its time is over: both are told, and who answered too late waits no longer', async () => {
    await bring({ daysMax: 2 })
    ahead += 3 * dayMs
    expect(value(await look()).standing).toBe('expired')
    value(await answerInvitation(guest.session, link))
    await meet(guest, talks.mediator, guest)
    expect(seen()).toMatchObject({ standing: 'expired' })
    expect(waitsFor()).toEqual(['waiting.stopped'])
    expect(joining()).toMatchObject({ standing: 'failed', reason: 'invitation-expired' })
  })

  it('INV-42 answered by two: nobody comes in, the inviter sees it, and each is told what they can know', async () => {
    const second = await talks.world.member('Somebody else')
    await answer()
    await answer(second)
    await meet(guest, talks.mediator)
    expect(seen()).toMatchObject({ contested: true })
    expect(joining(second)).toMatchObject({ standing: 'failed', reason: 'invitation-used' })
    expect(joining()).toMatchObject({ standing: 'failed', reason: 'invitation-answered-twice' })
    expect(await type(seen()?.code ?? '')).toBe('invitation-answered-twice')
    expect(waitsFor()).toEqual(['waiting.contested'])
    expect(value(await look()).standing).toBe('answered')
  })

  it('INV-44 none, or none to be reached: that is said, and nothing is kept', async () => {
    const none = `${link.split('#')[0] ?? ''}#${'A'.repeat(43)}`
    expect(await look(none)).toMatchObject({ error: { code: 'invitation-not-found' } })
    expect(await answerInvitation(guest.session, none)).toMatchObject({
      error: { code: 'invitation-not-found' },
    })
    talks.world.offline = true
    expect(await look()).toMatchObject({ error: { code: 'relay-unreachable' } })
    talks.world.offline = false
    expect(joining()).toBeUndefined()
  })
})
