/** The other-room law (decision 33), over every register there is and every kind of question. */

import {
  answerQuestion,
  askAll,
  newId,
  type PlanAct,
  planOfQuestion,
  planQuestion,
  type QuestionDraft,
  tellOutcome,
  withdrawQuestion,
} from '@goodoffices/client'
import { type Act, type ItemId, type QuestionId, questionKinds, registers } from '@goodoffices/core'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { whole } from '../../core/test/accepted.ts'
import { fieldsIn, thingOf } from '../../core/test/arbitrary.ts'
import {
  differencesOf,
  does,
  type House,
  type Kind,
  kinds,
  type Lived,
  live,
  meetApart,
  outside,
  type PutAct,
  placedIn,
  putAgreed,
  putEverything,
  roomKindOf,
  type Seat,
  step,
} from './other-room.ts'
import { roomOf } from './talks.ts'
import { value } from './world.ts'

let nothing: Lived
const notTaken = new Map<Kind, readonly string[]>()
beforeAll(async () => {
  nothing = await live()
})

const seenBy = (seats: readonly Seat[], lived: Lived, other = nothing) =>
  Object.fromEntries(seats.map(seat => [seat, differencesOf(lived[seat], other[seat])]))
const same = (seats: readonly Seat[]) => Object.fromEntries(seats.map(seat => [seat, []]))

const roomsOfKind = (kind: string) => kinds.filter(each => kind === roomKindOf(each)).length

describe('the other-room law of things', () => {
  it.each(kinds)(
    'ITEM-12 EYES-9 VIEW-2 law: whatever stands in a room of kind %s, in any register, all that anybody has who is not in it is the same',
    async kind => {
      const lived = await live(async house => {
        notTaken.set(kind, await putEverything(house, kind))
      })
      expect(seenBy(outside[kind], lived)).toEqual(same(outside[kind]))
    },
  )

  it('ITEM-12 every register there is was among them, wherever it has a room', () => {
    // At the table everybody is.
    const nowhere = registers.filter(
      ({ rooms }) =>
        Object.keys(rooms).some(kind => kind !== 'table') &&
        kinds.every(kind => rooms[roomKindOf(kind)] === undefined),
    )
    expect(nowhere.map(({ name }) => name)).toEqual([])
    // In a caucus by the party itself, by who writes its words down, or by the host whose it is.
    const missing = kinds.flatMap(
      kind => notTaken.get(kind)?.map(name => `${roomKindOf(kind)} ${name}`) ?? [kind],
    )
    const nowhereTaken = [...new Set(missing)].filter(
      each => missing.filter(other => other === each).length === roomsOfKind(each.split(' ')[0] ?? ''),
    )
    // CLOS-13: nobody has signed. FACT-7, STEP-13: an inquiry and a step in a group once all have said yes, below.
    expect(nowhereTaken).toEqual(['group signing', 'group inquiry', 'group step'])
  })

  it('ITEM-12 what is compared tells of one thing more where somebody has it, in all that it could show in', async () => {
    const shown = await live(async ({ process, parties, people: { mediator } }) => {
      const fields = {
        kind: 'joint',
        title: 'At the lake',
        when: { kind: 'on', day: '2026-10-05' },
        timeZone: 'UTC',
        venue: 'The lake',
        publicity: 'nothing',
        minutesKept: 'no-minutes',
      }
      const put = { kind: 'item.put', register: 'meeting', rev: 1, fields }
      for (const room of [
        roomOf(mediator, process, 'caucus', parties.south),
        roomOf(mediator, process, 'table'),
      ])
        await does(mediator, room, { ...put, item: newId<ItemId>() } as Act)
    })
    const parts = ['rooms', 'entries', 'notices', 'copy', 'record', 'calendars', 'views']
    for (const seat of ['north', 'south', 'host'] as const)
      expect(differencesOf(shown[seat], nothing[seat])).toEqual(expect.arrayContaining(parts))
  })
})

const hour = 3_600_000

type Content = NonNullable<QuestionDraft['thing']>
/** Of every register whose things a question may put, some; the same in every course, for texts are made once. */
const puttable = registers
  .filter(({ agreed, rooms }) => agreed !== undefined && rooms.caucus?.includes('mediators') === true)
  .map((register, seed) => ({
    register,
    things: fc
      .sample(thingOf(register, whole).map(fieldsIn(register, 'caucus')), { numRuns: 40, seed })
      .map(thing => ({ register: register.name, fields: (thing as Content).fields })),
  }))

type Lists = NonNullable<QuestionDraft['gives']>

/** Who comes for each side, entered by itself. */
async function listBoth({ process, parties, people }: House): Promise<Lists> {
  const lists: Lists[number][] = []
  for (const seat of ['north', 'south'] as const) {
    const item = newId<ItemId>()
    const fields = { title: 'Envoys', delegation: [{ name: `Envoy of the ${seat}` }] }
    const put = { kind: 'item.put', item, register: 'delegation-list', rev: 1, fields } as const
    await does(people[seat], roomOf(people[seat], process, 'caucus'), put)
    await meetApart(people[seat])
    lists.push({ party: parties[seat], item })
  }
  await meetApart(people.mediator)
  return lists
}

/** One question of every kind, and with it a thing of every register that a question may put. */
function plansOf({ process, parties, people: { mediator }, clock }: House, lists: Lists): readonly PlanAct[] {
  const planOf = (kind: (typeof questionKinds)[number], more: object) =>
    planOfQuestion(mediator.session, process, {
      kind,
      texts: [{ language: 'en', body: `Would you, of kind ${kind}?`, follow: 'It is read out.' }],
      effect: 'indicates',
      times: { closes: clock.now + hour, tellBy: clock.now + 2 * hour, early: false },
      parties: [parties.north, parties.south],
      ...more,
    })
  const desk = roomOf(mediator, process, 'desk').id
  return Array.from({ length: Math.max(questionKinds.length, puttable.length) }, (_, at) => {
    const kind = questionKinds[at % questionKinds.length] ?? 'free'
    // MEET-7: an exchange gives what each has listed, and puts nothing.
    if (kind === 'exchange') return value(planOf(kind, { gives: lists }))
    const put = puttable[at]
    if (put === undefined) return value(planOf(kind, {}))
    // A kind may be of one register alone.
    const made = [kind, 'free' as const].flatMap(each => put.things.map(thing => planOf(each, { thing })))
    const plan = made.find(made => made.ok && mediator.session.checkAct(desk, made.value).ok)
    if (plan === undefined) throw new Error(`no question puts a thing of ${put.register.name}`)
    return value(plan)
  })
}

type Course = {
  readonly north: boolean
  /** Undefined: it says nothing. */
  readonly south: boolean | undefined
  readonly ends: 'told' | 'withdrawn' | 'lapsed' | 'planned'
}

async function ask(
  { process, people: { mediator } }: House,
  plans: readonly PlanAct[],
  asks: typeof planQuestion = askAll,
): Promise<void> {
  for (const plan of plans) {
    await step(`it asks ${plan.question}`, async () => value(await asks(mediator.session, process, plan)))
    await meetApart(mediator)
  }
}

/** Each says the same to whatever it was asked. */
async function answer({ process, people }: House, said: Pick<Course, 'north' | 'south'>): Promise<void> {
  for (const seat of ['north', 'south'] as const) {
    const yes = said[seat]
    await meetApart(people[seat])
    const { id, questions } = roomOf(people[seat], process, 'caucus')
    for (const question of Object.keys(questions) as QuestionId[]) {
      if (yes !== undefined)
        await step(`the ${seat} answers ${question}`, async () =>
          value(await answerQuestion(people[seat].session, id, { question, yes })),
        )
      await meetApart(people[seat])
    }
    await meetApart(people.mediator)
  }
}

/** All of them planned, put, answered alike, and brought to an end. */
const course =
  ({ north, south, ends }: Course) =>
  async (house: House): Promise<void> => {
    const { process, people, clock } = house
    const { session } = people.mediator
    const plans = plansOf(house, await listBoth(house))
    await ask(house, plans, ends === 'planned' ? planQuestion : askAll)
    await answer(house, { north, south })
    clock.now += (ends === 'lapsed' ? 2 : 1) * hour + 1
    const over = { told: tellOutcome, withdrawn: withdrawQuestion, lapsed: undefined, planned: undefined }[
      ends
    ]
    for (const { question } of plans) {
      if (over !== undefined)
        await step(`what comes of ${question}`, async () => value(await over(session, process, question)))
      await meetApart(people.mediator)
    }
    await meetApart(...Object.values(people))
  }

/** A day on which the clock goes on as far, and nobody is asked. */
const idle =
  (hours: number) =>
  async (house: House): Promise<void> => {
    const { clock } = house
    await listBoth(house)
    clock.now += hours * hour + 1
  }

describe('the other-room law of questions', () => {
  it('ASNT-2 law: whatever the south answers to a question of any kind, all that a north has which refused is the same, and whoever was not asked has nothing', async () => {
    const told = { north: false, ends: 'told' } as const
    const yes = await live(course({ ...told, south: true }))
    for (const south of [false, undefined]) {
      const other = await live(course({ ...told, south }))
      expect(seenBy(['north', 'host'], other, yes)).toEqual(same(['north', 'host']))
    }
    expect(seenBy(['host'], yes, await live(idle(1)))).toEqual(same(['host']))
    // And what is compared does tell answers apart where they may be told.
    const both = await live(course({ ...told, north: true, south: true }))
    const one = await live(course({ ...told, north: true, south: false }))
    expect(differencesOf(both.north, one.north)).toContain('rooms')
    expect(seenBy(['host'], both, one)).toEqual(same(['host']))
  })

  it('ASNT-2 law: the same of what is planned and not put, of what is withdrawn, and of what lapses', async () => {
    const planned = await live(course({ north: false, south: true, ends: 'planned' }))
    expect(seenBy(['north', 'south', 'host'], planned, await live(idle(1)))).toEqual(
      same(['north', 'south', 'host']),
    )
    for (const ends of ['withdrawn', 'lapsed'] as const) {
      const said = await live(course({ north: true, south: true, ends }))
      const silent = await live(course({ north: true, south: undefined, ends }))
      expect([ends, seenBy(['north', 'host'], said, silent)]).toEqual([ends, same(['north', 'host'])])
    }
  })

  it('STEP-13 FACT-7 ITEM-12 law: where what all have said yes to stands in a group, and whatever is said of it there, all that anybody has who is not in it is the same', async () => {
    const elsewhere = await live(agreed(async () => {}))
    const there = await live(agreed(putAgreed))
    expect(seenBy(outside.group, there, elsewhere)).toEqual(same(outside.group))
    expect(differencesOf(there.north, elsewhere.north)).toEqual(expect.arrayContaining(['rooms', 'views']))
  })
})

/** What a group takes with the yes of all alone, each put to all, and what is then done of it. */
const agreed =
  (then: typeof putAgreed) =>
  async (house: House): Promise<void> => {
    const { process, people, parties, clock } = house
    const { session } = people.mediator
    const [desk, group] = (['desk', 'group'] as const).map(kind => roomOf(people.mediator, process, kind).id)
    const found = puttable
      .filter(({ register: { name } }) => name === 'step' || name === 'inquiry')
      .map(({ register, things }) => {
        for (const thing of things) {
          const item = newId<ItemId>()
          const put = placedIn({ kind: 'item.put', item, rev: 1, ...thing }, house) as PutAct
          const { register: named, fields } = put
          const plan = value(
            planOfQuestion(session, process, {
              kind: 'free',
              texts: [{ language: 'en', body: `May this stand, of ${named}?` }],
              effect: 'indicates',
              times: { closes: clock.now + hour, tellBy: clock.now + 2 * hour, early: false },
              parties: [parties.north, parties.south],
              thing: { register: named, fields },
            }),
          )
          const act = { ...put, fields: { ...fields, agreedIn: plan.content.nonce } }
          if (session.checkAct(desk!, plan).ok && session.checkAct(group!, act).ok)
            return { register, plan, act }
        }
        throw new Error(`no group takes a thing of ${register.name}`)
      })
    expect(found.length).toBe(2)
    await ask(
      house,
      found.map(({ plan }) => plan),
    )
    await answer(house, { north: true, south: true })
    clock.now += hour + 1
    for (const { plan } of found) {
      await step(`what comes of ${plan.question}`, async () =>
        value(await tellOutcome(session, process, plan.question)),
      )
      await meetApart(...Object.values(people))
    }
    for (const { register, act } of found) await then(house, register, act)
  }
