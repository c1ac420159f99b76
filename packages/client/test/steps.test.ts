/** Steps across rooms: agreed by all, told to go once each is ready, late for those for whom they are done, an incident in confidence. */

import {
  answerQuestion,
  askAll,
  datedIn,
  deliver,
  draftAbout,
  equalTreatment,
  hereIn,
  lanesOf,
  leaksInAct,
  loadViews,
  newId,
  planOfQuestion,
  prepareConveyance,
  sayConsequence,
  sayLevel,
  sayWhenDue,
  stepInCaucus,
  stepsFile,
  stepToPut,
  tellOutcome,
  titleOf,
  waitsForMe,
  writingOf,
} from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import type { Act, Day, DeliveryId, Incident, ItemFields, ItemId, RoomState, Step } from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { beginTalks, meet, roomOf, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const hour = 3_600_000
const began = Date.parse('2026-02-04T09:00:00Z')
let clock = began
let talks: Talks
const english = await loadVocabulary('en')
beforeEach(async () => {
  clock = began
  talks = await beginTalks(() => clock)
})

const desk = (): RoomState => roomOf(talks.mediator, talks.process, 'desk')
const tableOf = (person: Person): RoomState => roomOf(person, talks.process, 'table')
const caucusOf = (party: string): RoomState => {
  const found = talks.mediator.session
    .rooms(talks.process)
    .find(room => room.kind === 'caucus' && room.party?.party === party)
  if (found === undefined) throw new Error('no caucus')
  return found
}
const all = () => meet(talks.north, talks.south, talks.mediator, talks.north, talks.south)
const plainly = (text: string): string => text.replace(/\p{Cf}/gu, '')
const codeOf = (done: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  done.ok ? 'ok' : done.error?.code

async function put(person: Person, room: RoomState, register: string, fields: ItemFields, known?: ItemId) {
  const item = known ?? newId<ItemId>()
  const rev = (room.items[item]?.revisions.length ?? 0) + 1
  value(await person.session.act(room.id, { kind: 'item.put', item, register, rev, fields }))
  await all()
  return item
}
const stepAt = (room: RoomState, item: ItemId): Step => {
  const thing = room.items[item]
  if (thing?.register !== 'step') throw new Error('not there')
  return thing as unknown as Step
}
const mark = (item: ItemId, verb: string, more: object = {}): Act => ({
  kind: 'item.mark',
  item,
  rev: 1,
  verb,
  ...more,
})
const ofNorth = (more: object = {}): ItemFields => ({
  stepNumber: 1,
  title: 'Removal',
  stepOf: 'party',
  stepOwner: talks.parties.north,
  doneBy: 'North',
  beneficiaries: [talks.parties.south],
  ...more,
})

/** All are asked, all say yes, and it is told. */
async function agree(item: ItemId) {
  const { mediator, process, parties } = talks
  const closes = clock + hour
  const plan = value(
    planOfQuestion(mediator.session, process, {
      kind: 'proposal',
      ...draftAbout(desk(), stepAt(desk(), item) as never),
      texts: [{ language: 'en', body: 'Shall this be done?' }],
      effect: 'indicates',
      times: { closes, tellBy: closes + hour, early: false },
      parties: [parties.north, parties.south],
    }),
  )
  const question = value(await askAll(mediator.session, process, plan))
  await all()
  for (const person of [talks.north, talks.south]) {
    const caucus = roomOf(person, process, 'caucus')
    const [asked] = Object.values(caucus.questions)
    if (asked === undefined) throw new Error('not asked')
    value(await answerQuestion(person.session, caucus.id, { question: asked.question, yes: true }))
    await all()
  }
  clock = closes + 1
  value(await tellOutcome(mediator.session, process, question))
  await all()
}

/** What the leak check names in an act that the mediator is about to say at the table. */
const leaksOf = (act: Act, room = tableOf(talks.mediator)) =>
  leaksInAct({
    act,
    room,
    by: talks.mediator.session.me.member,
    rooms: () => talks.mediator.session.rooms(talks.process),
  })

const after = (item: ItemId, count: number) => ({
  dueBy: { kind: 'after', item, verb: 'step-performed', count, unit: 'days', zone: 'UTC' },
  clause: 'Article 1',
})

describe('steps across rooms', () => {
  it('STEP-13 an agreed step stands at the table once all have said yes to it, in these very words', async () => {
    const { mediator } = talks
    const item = await put(mediator, desk(), 'step', ofNorth())
    const planned = () => stepToPut({ desk: desk(), table: tableOf(mediator) }, stepAt(desk(), item))
    expect(planned()).toBeUndefined()
    const table = tableOf(mediator)
    const act = { kind: 'item.put', item, register: 'step', rev: 1 } as const
    const claimed = { ...act, fields: ofNorth({ agreedIn: 'AAAA' }) }
    expect(codeOf(await mediator.session.act(table.id, claimed))).toBe('step-not-assented')
    await agree(item)
    const agreed = planned()
    if (agreed === undefined) throw new Error('not agreed')
    const other = { ...agreed, fields: { ...agreed.fields, title: 'More than that' } }
    expect(codeOf(await mediator.session.act(table.id, other))).toBe('step-not-assented')
    value(await mediator.session.act(table.id, agreed, leaksOf(agreed)))
    await all()
    expect(stepAt(tableOf(talks.south), item).revisions).toHaveLength(1)
    // What the desk planned and what all read are one step, and stand once among the lanes.
    expect(lanesOf(mediator.session.rooms(talks.process))).toMatchObject([
      { owner: 'North', steps: [{ room: { kind: 'table' } }] },
    ])
  })

  it('STEP-5 a group is told to go once each has said in its own caucus that it is ready, and nobody else reads who has', async () => {
    const { mediator, north, south, parties } = talks
    const together = { clause: 'Article 1', withGroup: 'First exchange', readyTo: 'mediators' }
    const table = tableOf(mediator)
    const a = await put(mediator, table, 'step', ofNorth(together))
    const ofSouth = { stepNumber: 2, title: 'Release', stepOwner: parties.south, doneBy: 'South' }
    const b = await put(
      mediator,
      table,
      'step',
      ofNorth({ ...together, ...ofSouth, beneficiaries: [parties.north] }),
    )
    for (const [item, party] of [
      [a, parties.north],
      [b, parties.south],
    ] as const) {
      const [caucus, shared] = [
        caucusOf(party),
        stepInCaucus(caucusOf(party), stepAt(tableOf(mediator), item)),
      ]
      value(await mediator.session.act(caucus.id, shared, leaksOf(shared, caucus)))
    }
    await all()
    const go = async () => codeOf(await mediator.session.act(table.id, mark(a, 'step-go')))
    value(await north.session.act(roomOf(north, talks.process, 'caucus').id, mark(a, 'step-ready')))
    await all()
    expect(await go()).toBe('group-not-ready')
    expect(JSON.stringify(south.session.rooms(talks.process).map(({ items }) => items))).not.toContain(
      'step-ready',
    )
    value(await south.session.act(roomOf(south, talks.process, 'caucus').id, mark(b, 'step-ready')))
    await all()
    expect(await go()).toBe('ok')
  })

  it('STEP-11 an incident that was reported in confidence crosses as the mediators’ own, and who reported it is in no other room', async () => {
    const { mediator, north, south, process } = talks
    const caucus = roomOf(north, process, 'caucus')
    const fields = {
      title: 'Shots at the bridge',
      gravity: 'grave',
      ruledBy: 'mediators',
      levels: ['Local', 'Area'],
    }
    const item = await put(north, caucus, 'incident', fields)
    const table = tableOf(mediator)
    const plan = value(
      await prepareConveyance(mediator.session, process, {
        delivery: newId<DeliveryId>(),
        origin: { kind: 'mediators' },
        to: table.id,
        as: 'unattributed',
        form: 'paper',
        binding: false,
        wording: 'An incident was reported.',
        thing: { register: 'incident', fields },
        timing: { kind: 'now' },
        tell: 'nothing',
        accepted: leaksOf({
          kind: 'item.put',
          item: newId<ItemId>(),
          register: 'incident',
          rev: 1,
          fields,
        }),
      }),
    )
    value(await deliver(mediator.session, process, plan))
    await all()
    const held = south.session.rooms(process)
    const incident = held
      .flatMap(({ items }) => Object.values(items))
      .find(({ register }) => register === 'incident') as unknown as Incident
    expect(JSON.stringify(incident)).not.toContain(north.session.me.member)
    expect(JSON.stringify(held)).not.toContain(item)
    const w = writingOf(tableOf(south), english, {})
    expect(sayLevel(w, incident).map(plainly)).toEqual(['Level 1: Local'])
  })

  it('STEP-19 STEP-20 a day that passed is told to those for whom it is done and to the mediators, and stands in a calendar without a name', async () => {
    const { mediator, north, south, process } = talks
    const due = {
      dueBy: { kind: 'on', day: '2026-02-10' },
      clause: 'Article 1',
      cureCount: 3,
      cureUnit: 'days',
    }
    const item = await put(mediator, tableOf(mediator), 'step', ofNorth(due))
    const lateFor = (person: Person) =>
      waitsForMe(person.session, process).flatMap(({ item }) =>
        item.kind === 'step-late' || item.kind === 'step-uncured' ? [item.kind] : [],
      )
    const kinds = () => [north, south, mediator].map(lateFor)
    expect(kinds()).toEqual([[], [], []])
    const file = value(
      await stepsFile(
        south.session,
        { vocabulary: english },
        { rooms: south.session.rooms(process), withTitles: false },
      ),
    )
    expect(file).toContain('DTSTART;VALUE=DATE:20260210')
    expect(file).not.toContain('Removal')
    clock = Date.parse('2026-02-12T00:00:00Z')
    expect(kinds()).toEqual([[], ['step-late'], ['step-late']])
    value(
      await south.session.act(
        tableOf(south).id,
        mark(item, 'breach-noticed', { note: 'Nothing was removed.' }),
      ),
    )
    await all()
    const w = writingOf(tableOf(south), english, {})
    expect(sayConsequence(w, stepAt(tableOf(south), item), tableOf(south))).toEqual([
      expect.stringContaining('15 February 2026'),
      'No step is named that may be begun after that.',
      'Nothing begins or ends by itself.',
    ])
    expect(kinds()).toEqual([[], [], []])
    clock = Date.parse('2026-02-17T00:00:00Z')
    expect(kinds()).toEqual([[], ['step-uncured'], ['step-uncured']])
  })

  it('STEP-3 STEP-12 lanes show both days, what is expected, and what somebody supposes without a word of it being written', async () => {
    const { mediator, north, south, process } = talks
    const table = tableOf(mediator)
    const a = await put(
      mediator,
      table,
      'step',
      ofNorth({ clause: 'Article 1', dueBy: { kind: 'on', day: '2026-02-10' } }),
    )
    const b = await put(mediator, table, 'step', ofNorth({ stepNumber: 2, ...after(a, 10) }))
    const lane = (
      supposed: readonly { readonly item: ItemId; readonly verb: string; readonly day: Day }[] = [],
    ) => {
      const rooms = south.session.rooms(process)
      const planned = lanesOf(rooms, { supposed })[0]?.steps.find(({ step }) => step.item === b)
      if (planned === undefined) throw new Error('not planned')
      return planned
    }
    expect(lane()).toMatchObject({ days: ['2026-02-20'], isExpected: true, after: [a], from: '2026-02-10' })
    const w = writingOf(tableOf(south), english, {})
    expect(plainly(sayWhenDue(w, lane()))).toContain('20 February 2026, if all before it is done on its day')
    const size = () => south.session.rooms(process).map(room => room.size)
    const before = size()
    expect(lane([{ item: a, verb: 'step-performed', day: '2026-02-14' as Day }]).days).toEqual(['2026-02-24'])
    expect(size()).toEqual(before)
    value(
      await north.session.act(
        tableOf(north).id,
        mark(a, 'step-performed', { at: Date.parse('2026-02-10T10:00:00Z') }),
      ),
    )
    await all()
    value(
      await south.session.act(
        tableOf(south).id,
        mark(a, 'step-dated', { at: Date.parse('2026-02-12T10:00:00Z') }),
      ),
    )
    await all()
    expect(lane()).toMatchObject({ days: ['2026-02-20', '2026-02-22'], isExpected: false })
  })

  it('VIEW-4 VIEW-5 the calendar has until when a breach may be made good, how long an incident is at its level, and the next time of what comes again', async () => {
    const views = await loadViews()
    const mediator = talks.mediator.session
    const dated = () => {
      const days = datedIn(hereIn(mediator, talks.process), views)
      return days.map(({ thing, field, when }) => [thing && titleOf(thing), field, 'day' in when && when.day])
    }
    const put = async (register: string, fields: ItemFields) => {
      const act = { kind: 'item.put', item: newId<ItemId>(), register, rev: 1, fields } as const
      value(await mediator.act(tableOf(talks.mediator).id, act, leaksOf(act)))
      return act.item
    }
    const first = new Date(clock).toISOString().slice(0, 10)
    const later = (count: number) => new Date(clock + count * 24 * hour).toISOString().slice(0, 10)
    const clause = 'Article 1'
    const weekly = { everyCount: 1, everyUnit: 'weeks', dueBy: { kind: 'on', day: first } }
    const step = await put('step', ofNorth({ clause, cureCount: 30, cureUnit: 'days' }))
    const again = await put('step', ofNorth({ clause, stepNumber: 2, title: 'Reading', ...weekly }))
    const shots = {
      title: 'Shots',
      gravity: 'grave',
      ruledBy: 'mediators',
      levels: ['Local'],
      daysAtLevel: 5,
    }
    const incident = await put('incident', shots)
    await all()
    expect(dated()).toEqual(
      expect.arrayContaining([
        ['Reading', 'dueBy', first],
        ['Shots', 'daysAtLevel', later(5)],
      ]),
    )
    const south = talks.south.session
    value(await south.act(tableOf(talks.south).id, mark(step, 'breach-noticed', { note: 'Half.' })))
    value(await talks.north.session.act(tableOf(talks.north).id, mark(again, 'step-performed')))
    const closed = mark(incident, 'incident-closed')
    value(await mediator.act(tableOf(talks.mediator).id, closed, leaksOf(closed)))
    await all()
    const after = dated()
    expect(after).toEqual(
      expect.arrayContaining([
        ['Removal', 'cureCount', later(30)],
        ['Reading', 'dueBy', later(7)],
      ]),
    )
    expect(after.filter(([, field]) => field === 'daysAtLevel')).toEqual([])
    // VIEW-5: what one has said in confidence is counted as its own doing, and the other's is not.
    const own = {
      kind: 'item.put',
      item: newId<ItemId>(),
      register: 'incident',
      rev: 1,
      fields: shots,
    } as const
    value(await south.act(roomOf(talks.south, talks.process, 'caucus').id, own))
    await all()
    const report = equalTreatment(mediator, talks.process, views)
    const figures = report?.measures.find(({ of }) => of === 'count.incidents')
    expect([figures?.by, figures?.values.toSorted()]).toEqual(['side', [0, 1]])
  })
})
