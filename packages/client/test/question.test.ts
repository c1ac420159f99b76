/** A question put to both sides, across their rooms: what each learns, what shows a yes, and how much the host sees. */

import {
  answerQuestion,
  askAll,
  createProcess,
  finishQuestion,
  foreignAtTable,
  heldBack,
  isProved,
  isUnproved,
  learnProofs,
  newId,
  openFinder,
  type PlanAct,
  planOfQuestion,
  planQuestion,
  previewQuestion,
  provesOf,
  putToAll,
  type QuestionDraft,
  standingName,
  takeBack,
  tellDue,
  tellOutcome,
  unprovedQuestions,
  waitsIn,
  withdrawDue,
  withdrawQuestion,
  writeRecord,
  writingOf,
} from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import {
  findRegister,
  type ItemId,
  type PartyId,
  phaseOf,
  planPhaseOf,
  type Question,
  type QuestionId,
  type Result,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { ownCard } from '../src/process/rooms.ts'
import { beginTalks, meet, roomOf, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const began = 1_790_000_000_000
const hour = 3_600_000
const closes = began + hour
const tellBy = began + 10 * hour

const english = await loadVocabulary('en')
let clock = began
let talks: Talks
beforeEach(async () => {
  clock = began
  talks = await beginTalks(() => clock)
})

const draftOf = (changes: Partial<QuestionDraft> = {}): QuestionDraft => ({
  kind: 'meeting',
  texts: [{ language: 'en', body: 'A meeting of envoys on Friday?', follow: 'The host is told.' }],
  effect: 'indicates',
  times: { closes, tellBy, early: false },
  parties: [talks.parties.north, talks.parties.south],
  ...changes,
})

const planned = (changes: Partial<QuestionDraft> = {}): PlanAct =>
  value(planOfQuestion(talks.mediator.session, talks.process, draftOf(changes)))

async function ask(changes: Partial<QuestionDraft> = {}): Promise<QuestionId> {
  const { mediator, north, south, process } = talks
  const question = value(await askAll(mediator.session, process, planned(changes)))
  await meet(mediator, north, south)
  return question
}

const codeOf = (done: Result<unknown>): string => (done.ok ? 'ok' : done.error.code)
const caucusOf = (person: Person): RoomState => roomOf(person, talks.process, 'caucus')
function putTo(person: Person): Question {
  const [question] = Object.values(caucusOf(person).questions)
  if (question === undefined) throw new Error('not asked')
  return question
}

async function answer(person: Person, yes: boolean): Promise<void> {
  value(await answerQuestion(person.session, caucusOf(person).id, { question: putTo(person).question, yes }))
  await meet(person, talks.mediator)
}

async function tell(question: QuestionId): Promise<void> {
  const { mediator, north, south, process } = talks
  value(await tellOutcome(mediator.session, process, question))
  await meet(mediator, north, south)
}

const proofsOf = async (person: Person): Promise<readonly string[]> =>
  (await provesOf(person.session, caucusOf(person), putTo(person))).map(({ proof }) => proof)
const phaseTo = (person: Person): string => phaseOf(putTo(person), clock)

describe('a question put to both sides', () => {
  it('ASNT-1 ASNT-4 ASNT-5 both say yes: both are told after the close, each with the other’s yes proved by the table', async () => {
    const { mediator, north, south, process } = talks
    const question = await ask()
    await answer(north, true)
    await answer(south, true)
    const early = await tellOutcome(mediator.session, process, question)
    expect(early.ok ? 'ok' : early.error.code).toBe('too-early')
    expect(await tellDue(mediator.session)).toEqual([])
    clock = closes + 1000
    expect(await tellDue(mediator.session)).toEqual([question])
    await meet(mediator, north, south)
    expect([phaseTo(north), phaseTo(south)]).toEqual(['match', 'match'])
    expect([await proofsOf(north), await proofsOf(south)]).toEqual([
      ['signed', 'signed'],
      ['signed', 'signed'],
    ])
    expect(await tellDue(mediator.session)).toEqual([])
    for (const person of [mediator, north, south]) {
      await learnProofs(person.session, process)
      expect(person.session.rooms(process).flatMap(unprovedQuestions)).toEqual([])
    }
  })

  it('WAIT-1 WAIT-3 ASNT-25 waits for each party until it has answered or it has closed, and for the mediators once it is to be told', async () => {
    const { mediator, north, process } = talks
    const waits = (person: Person) =>
      waitsIn(person.session, process).flatMap(({ item, urgency, by, ofOthers, toTheDay }) =>
        item.kind === 'question' ? [{ urgency, by, ofOthers, toTheDay }] : [],
      )
    await ask()
    const open = { urgency: 'answer', by: closes, ofOthers: undefined, toTheDay: true }
    expect(waits(north)).toEqual([open])
    const asked = { urgency: 'carry', by: closes, ofOthers: true, toTheDay: undefined }
    expect(waits(mediator)).toEqual([asked])
    await answer(north, true)
    expect(waits(north)).toEqual([])
    expect(waits(mediator)).toEqual([asked])
    expect(waits(talks.south)).toEqual([open])
    clock = closes + 1000
    expect(waits(talks.south)).toEqual([])
    expect(waits(mediator)).toEqual([{ ...asked, by: tellBy, ofOthers: undefined }])
    expect(await tellDue(mediator.session)).toHaveLength(1)
    expect(waits(mediator)).toEqual([])
  })

  it('ASNT-4 where it was chosen, all are told as soon as all have said yes, and not before', async () => {
    const { mediator, north, south, process } = talks
    const question = await ask({ times: { closes, tellBy, early: true } })
    await answer(north, true)
    expect(await tellDue(mediator.session)).toEqual([])
    await answer(south, false)
    expect(await tellDue(mediator.session)).toEqual([])
    await answer(south, true)
    // A colleague's device leaves it to whoever put it.
    const put = roomOf(mediator, process, 'desk').questionPlans[question]?.put
    if (put === undefined) throw new Error('not put')
    const { by } = put
    Object.assign(put, { by: north.session.me.member })
    expect(await tellDue(mediator.session)).toEqual([])
    Object.assign(put, { by })
    expect(await tellDue(mediator.session)).toEqual([question])
    await meet(mediator, north, south)
    expect(phaseTo(north)).toBe('match')
    expect(await tellDue(mediator.session)).toEqual([])
    expect(planPhaseOf(roomOf(mediator, process, 'desk').questionPlans[question] as never, clock)).toBe(
      'match',
    )
  })

  it('ASNT-15 a device answers nothing whose words are not those of the digest, and nothing once it has closed', async () => {
    const { mediator, north } = talks
    await ask()
    const { content } = putTo(north)
    const caucus = roomOf(mediator, talks.process, 'caucus', talks.parties.north).id
    const question = newId<QuestionId>()
    const other = { ...content, effect: 'commits', nonce: 'other' } as const
    const put = { kind: 'assent.ask', question, content: other, digest: putTo(north).digest } as const
    value(await mediator.session.act(caucus, put))
    await meet(mediator, north)
    const given = await answerQuestion(north.session, caucus, { question, yes: true })
    expect(given.ok ? 'ok' : given.error.code).toBe('digest-differs')
    clock = closes + 1
    const late = await answerQuestion(north.session, caucus, { question: putTo(north).question, yes: true })
    expect(late.ok ? 'ok' : late.error.code).toBe('question-closed')
  })

  it('ASNT-5 a match that mediators make up is shown as not proved: with one yes for both, a yes to other words, or bytes of any kind; and what it would put stands nowhere without that', async () => {
    const { mediator, north, south, process, parties } = talks
    const wordings = [{ language: 'en', body: 'They met.' }]
    const fields = { kind: 'readout', speaker: 'Both', wordings } as const
    await ask({ kind: 'clearance', thing: { register: 'statement', fields } })
    await answer(north, true)
    clock = closes + 1
    const caucus = roomOf(mediator, process, 'caucus', parties.north).id
    const own = putTo(north).answers.at(-1)?.adherence ?? ''
    const others = [own, 'A'.repeat(86)]
    for (const false_ of others) {
      const { question } = putTo(north)
      const room = caucusOf(north)
      const told = {
        by: mediator.session.me.member,
        position: 0,
        time: 0,
        match: true,
        adherences: putTo(north).content.parties.map(({ party }) => ({
          party,
          adherence: party === parties.north ? own : false_,
          byMediators: false,
        })),
      }
      const proofs = await provesOf(north.session, room, { ...putTo(north), question, told })
      expect(new Map(proofs.map(({ party, proof }) => [party, proof]))).toEqual(
        new Map([
          [parties.north, 'signed'],
          [parties.south, 'none'],
        ]),
      )
      expect(isProved(proofs)).toBe(false)
      const recorded = told.adherences.map(each => ({ ...each, byMediators: true }))
      const claimed = await provesOf(north.session, room, {
        ...putTo(north),
        told: { ...told, adherences: recorded },
      })
      expect(claimed.map(({ proof }) => proof)).toEqual(['none', 'none'])
      const words = { ...putTo(north), told, digest: 'A'.repeat(43) }
      expect((await provesOf(north.session, room, words)).map(({ proof }) => proof)).toEqual(['none', 'none'])
    }
    // As the mediators tell it, in the north’s own caucus.
    const adherences = putTo(north).content.parties.map(({ party }) => ({
      party,
      adherence: own,
      byMediators: false,
    }))
    const tell = { kind: 'assent.tell', question: putTo(north).question, match: true, adherences } as const
    value(await mediator.session.act(caucus, tell))
    await meet(mediator, north, south)
    expect((await proofsOf(north)).toSorted()).toEqual(['none', 'signed'])
    const stands = () => {
      const [thing] = Object.values(caucusOf(north).items)
      return thing === undefined ? undefined : standingName(writingOf(caucusOf(north), english, {}), thing)
    }
    let told = 0
    const stop = north.session.subscribe(() => {
      told += 1
    })
    for (let time = 0; time < 2; time += 1) await learnProofs(north.session, process)
    stop()
    expect([stands()?.replace(/\p{Cf}/gu, ''), told]).toEqual([
      'cleared by all · not proved, and nothing follows from it',
      1,
    ])
    expect(unprovedQuestions(caucusOf(north))).toEqual([putTo(north).question])
    // The desk of a colleague: what was said there to have come about, and by the answers did not.
    const desk = roomOf(mediator, process, 'desk')
    const [plan] = Object.values(desk.questionPlans)
    if (plan === undefined) throw new Error('not planned')
    await learnProofs(mediator.session, process)
    expect(unprovedQuestions(desk)).toEqual([])
    const closed = {
      by: mediator.session.me.member,
      position: 0,
      time: 0,
      match: true,
      adherences,
      considered: [],
    }
    plan.closed = closed
    await learnProofs(mediator.session, process)
    expect(unprovedQuestions(desk)).toEqual([plan.question])
  })

  it('ASNT-9 what is recorded for parties without an account is signed by the mediator and shown as recorded', async () => {
    const { mediator } = talks
    const { process, parties } = value(
      await createProcess(mediator.session, {
        title: 'Two villages',
        terms: { role: 'carry', disclosure: 'closed' },
        parties: ['Upper', 'Lower'].map(name => ({ name, kind: 'party', hidden: false, account: false })),
      }),
    )
    await meet(mediator)
    const plan = value(planOfQuestion(mediator.session, process, draftOf({ parties })))
    const question = value(await askAll(mediator.session, process, plan))
    await meet(mediator)
    const caucuses = () => mediator.session.rooms(process).filter(({ kind }) => kind === 'caucus')
    const recorded = { at: clock, way: 'on-paper' } as const
    for (const room of caucuses())
      for (const put of Object.values(room.questions))
        value(
          await answerQuestion(mediator.session, room.id, { question: put.question, yes: true, recorded }),
        )
    await meet(mediator)
    clock = closes + 1
    value(await tellOutcome(mediator.session, process, question))
    await meet(mediator)
    for (const room of caucuses())
      for (const put of Object.values(room.questions))
        expect((await provesOf(mediator.session, room, put)).map(({ proof }) => proof)).toEqual([
          'recorded',
          'recorded',
        ])
  })

  it('ASNT-20 ASNT-23 planned, nobody knows of it; put and withdrawn, all know that', async () => {
    const { mediator, north, south, process } = talks
    const question = value(await planQuestion(mediator.session, process, planned()))
    await meet(mediator, north, south)
    expect([north, south].map(each => Object.keys(caucusOf(each).questions).length)).toEqual([0, 0])
    value(await putToAll(mediator.session, process, question))
    await meet(mediator, north, south)
    expect([putTo(north).content, putTo(north).digest]).toEqual([putTo(south).content, putTo(south).digest])
    expect(putTo(north).question).not.toBe(putTo(south).question)
    const nothing = await finishQuestion(mediator.session, process, question)
    expect(nothing.ok ? 'ok' : nothing.error.code).toBe('question-unknown')
    value(await withdrawQuestion(mediator.session, process, question))
    await meet(mediator, north, south)
    expect([phaseTo(north), phaseTo(south)]).toEqual(['withdrawn', 'withdrawn'])
  })

  it('ASNT-26 FIND-3 of a proposal to which both have said yes, each has it as accepted in principle, and finds it and the question by their words', async () => {
    const { mediator, north, south } = talks
    const thing = { register: 'proposal', fields: { title: 'The Monday draft' } }
    const question = await ask({ kind: 'proposal', thing })
    await answer(north, true)
    await answer(south, true)
    clock = closes + 1000
    await tell(question)
    const rooms = [caucusOf(north), caucusOf(south), roomOf(mediator, talks.process, 'desk')]
    expect(
      rooms.map(room =>
        Object.values(room.items).map(item => findRegister(item.register)?.standing(item, room).standing),
      ),
    ).toEqual([['accepted-in-principle'], ['accepted-in-principle'], ['accepted-in-principle']])
    const find = await openFinder()
    const found = (words: string) => find([caucusOf(north)], { words }).hits.map(({ item }) => item.kind)
    expect(found('monday draft').toSorted()).toEqual(['event', 'item'])
    expect(found('envoys')).toEqual(['event'])
    const [own] = Object.values(caucusOf(north).items)
    await learnProofs(north.session, talks.process)
    expect(own !== undefined && isUnproved(caucusOf(north), own)).toBe(false)
  })

  it('ASNT-4 ASNT-13 nothing is told of what could not be read to its end, and of what came too late nothing at all', async () => {
    const { world, mediator, north, south, process } = talks
    const question = await ask()
    await answer(north, true)
    // Its yes is on its way, and the mediator has not read it.
    value(
      await answerQuestion(south.session, caucusOf(south).id, { question: putTo(south).question, yes: true }),
    )
    await south.session.settle()
    clock = closes + 1
    const tells = async () => codeOf(await tellOutcome(mediator.session, process, question))
    world.offline = true
    expect(await tells()).toBe('relay-unreachable')
    world.offline = false
    await meet(mediator, north, south)
    expect([phaseTo(north), phaseTo(south)]).toEqual(['closed', 'closed'])
    clock = tellBy + 1
    expect(await tells()).toBe('question-lapsed')
    expect(await tellDue(mediator.session)).toEqual([])
    clock = tellBy
    expect(await tells()).toBe('ok')
    await meet(mediator, north, south)
    expect([phaseTo(north), phaseTo(south)]).toEqual(['match', 'match'])
  })

  it('ASNT-4 what was cut short is told to the others in the same words', async () => {
    const { mediator, north, south, process, parties } = talks
    const question = await ask()
    await answer(north, false)
    clock = closes + 1
    await tell(question)
    // As if it had not come to the south.
    const asked = () => Object.values(roomOf(mediator, process, 'caucus', parties.south).questions)[0]
    const told = asked()?.told
    delete asked()?.told
    expect([asked()?.told, codeOf(await finishQuestion(mediator.session, process, question))]).toEqual([
      undefined,
      'ok',
    ])
    expect(asked()?.told).toMatchObject({ match: false, adherences: told?.adherences })
    await meet(mediator, north, south)
    expect([phaseTo(north), phaseTo(south)]).toEqual(['no-match', 'no-match'])
    // What stands in the place of a yes there proves nothing, and is no false one.
    expect(await proofsOf(north)).toEqual([])
  })

  it('ASNT-3 ASNT-20 hostile: a party plans nothing, looks at nothing and asks nobody; no party is left out without a word', async () => {
    const { mediator, north, process, parties } = talks
    const plan = planned()
    const [first, ...others] = plan.asked
    if (first === undefined) throw new Error('nobody is asked')
    const elsewhere = { ...plan, asked: [{ ...first, room: newId<RoomId>() }, ...others] }
    const { session } = mediator
    const withUnknown = draftOf({ parties: [parties.north, parties.south, newId<PartyId>()] })
    const known = newId<ItemId>()
    const list = { title: 'Envoys', delegation: [{ name: 'A of the north' }] }
    const put = { kind: 'item.put', item: known, register: 'delegation-list', rev: 1, fields: list } as const
    value(await north.session.act(caucusOf(north).id, put))
    await meet(north, mediator)
    const gives = [
      { party: parties.north, item: known },
      { party: parties.south, item: newId<ItemId>() },
    ]
    expect(
      [
        planOfQuestion(north.session, process, draftOf()),
        previewQuestion(north.session, process, plan),
        await askAll(north.session, process, plan),
        planOfQuestion(session, process, withUnknown),
        previewQuestion(session, process, elsewhere),
        planOfQuestion(session, process, draftOf({ kind: 'exchange', gives })),
        await tellOutcome(session, process, newId<QuestionId>()),
        await answerQuestion(north.session, caucusOf(north).id, { question: newId<QuestionId>(), yes: true }),
      ].map(codeOf),
    ).toEqual([
      'mediators-only',
      'mediators-only',
      'mediators-only',
      'room-unknown',
      'room-unknown',
      'asked-unfit',
      'question-unknown',
      'question-unknown',
    ])
  })

  it('SYNC-40 ASNT-6 a question and an answer may be taken back before they are sent, but no answer within a minute of the close', async () => {
    const { mediator, north, south, process } = talks
    const plan = planned()
    value(await askAll(mediator.session, process, plan, 10_000))
    expect(heldBack(mediator.session)).toHaveLength(1)
    expect(await takeBack(mediator.session, heldBack(mediator.session)[0]?.id ?? '')).toBe(true)
    await meet(mediator, north, south)
    expect(Object.keys(caucusOf(north).questions)).toEqual([])
    expect(Object.keys(roomOf(mediator, process, 'desk').questionPlans)).toEqual([])
    await ask()
    const answerIn = async (yes: boolean) => {
      const { question } = putTo(north)
      value(await answerQuestion(north.session, caucusOf(north).id, { question, yes, undoMs: 10_000 }))
      return heldBack(north.session).length
    }
    expect(await answerIn(true)).toBe(1)
    expect(await takeBack(north.session, heldBack(north.session)[0]?.id ?? '')).toBe(true)
    expect(putTo(north).answers).toEqual([])
    clock = closes - 30_000
    expect(await answerIn(false)).toBe(0)
  })

  it('ASNT-27 where one of those asked withdraws its consent, the question is withdrawn for all, once', async () => {
    const { mediator, north, south, parties } = talks
    const question = await ask()
    const say = async (kind: 'consent.give' | 'consent.withdraw') => {
      value(await north.session.act(caucusOf(north).id, { kind, party: parties.north }))
      await meet(north, mediator)
    }
    await say('consent.give')
    expect(await withdrawDue(mediator.session)).toEqual([])
    await say('consent.withdraw')
    expect(await withdrawDue(mediator.session)).toEqual([question])
    await meet(mediator, north, south)
    expect([phaseTo(north), phaseTo(south)]).toEqual(['withdrawn', 'withdrawn'])
    expect(await withdrawDue(mediator.session)).toEqual([])
  })

  it('ASNT-24 what one side said in confidence is asked of the other only where it was passed deliberately', async () => {
    const { mediator, north, process } = talks
    const secret = 'We would free the three engineers held since the spring of last year.'
    value(await north.session.act(caucusOf(north).id, say(secret)))
    await meet(north, mediator)
    const plan = planned({ texts: [{ language: 'en', body: `Would you agree to this? ${secret}` }] })
    const previews = value(previewQuestion(mediator.session, process, plan))
    const findings = previews.flatMap(each => each.findings)
    expect(previews.filter(each => each.open.length > 0).map(({ room }) => room)).toEqual([
      roomOf(mediator, process, 'caucus', talks.parties.south).id,
    ])
    const refused = await askAll(mediator.session, process, plan)
    expect(refused.ok ? 'ok' : refused.error.code).toBe('leak-not-accepted')
    expect(Object.keys(roomOf(mediator, process, 'desk').questionPlans)).toEqual([])
    value(await askAll(mediator.session, process, { ...plan, accepted: findings }))
  })

  it('ASNT-14 a device that the table lists for one’s own side and its rooms do not know is told of', async () => {
    const { world, mediator, north, south, process, parties } = talks
    expect(foreignAtTable(north.session, process)).toEqual([])
    const ghost = await world.member('Ghost')
    const card = ownCard(ghost.session.engine, { role: 'delegate', party: parties.north })
    value(await mediator.session.act(roomOf(mediator, process, 'table').id, { kind: 'member.admit', card }))
    await meet(mediator, north, south)
    expect(foreignAtTable(north.session, process).map(({ name }) => name)).toEqual(['Ghost'])
    expect(foreignAtTable(south.session, process)).toEqual([])
    expect(foreignAtTable(mediator.session, process)).toEqual([])
  })
})

/** Of a whole question, the length of every envelope of every room of the mediators. */
async function sizesOf(northSays: boolean, southSays: boolean): Promise<readonly (readonly number[])[]> {
  clock = began
  talks = await beginTalks(() => clock)
  const { mediator, north, south, process } = talks
  const question = await ask()
  await answer(north, northSays)
  await answer(south, southSays)
  clock = closes + 1
  await tell(question)
  const { rooms } = JSON.parse(
    await writeRecord(
      mediator.session,
      mediator.session.rooms(process).map(({ id }) => id),
    ),
  ) as { readonly rooms: readonly { readonly records: readonly { readonly envelope: string }[] }[] }
  return rooms.map(({ records }) => records.map(({ envelope }) => envelope.length))
}

describe('what the host does not learn', () => {
  it('ASNT-3 a yes is as long as a no, and what comes of it as long either way', async () => {
    const [all, none, one] = [
      await sizesOf(true, true),
      await sizesOf(false, false),
      await sizesOf(true, false),
    ]
    expect(none).toEqual(all)
    expect(one).toEqual(all)
  })
})
