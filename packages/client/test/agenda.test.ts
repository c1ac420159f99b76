/** The agenda across the rooms of two sides: what each learns of it and when, what is put on the table, stages, the matrix. */

import {
  answerQuestion,
  askAll,
  assentedStage,
  checkThing,
  deadlinesFile,
  deadlinesIn,
  documentToText,
  dueMove,
  groupsAtWork,
  issuesIn,
  isUnproved,
  learnProofs,
  matrixOf,
  missingLanguages,
  moveAct,
  nameOfIssue,
  newId,
  openGroup,
  type PlanAct,
  type Posting,
  planOfIssue,
  planOfQuestion,
  postIssue,
  previewAct,
  previewConveyance,
  previewGroup,
  quoteOf,
  roomsToDocument,
  sayCell,
  sayMoves,
  setApartDue,
  stageAct,
  standingName,
  type ThingAct,
  tellOutcome,
  waitsForMe,
  writingOf,
} from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import {
  type Day,
  type Issue,
  type ItemFields,
  type ItemId,
  type MessageId,
  type RoomState,
  stageOf,
  standingOf,
  type Term,
} from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { stagesUnproved } from '../src/areas/agenda/stages.ts'
import { beginTalks, meet, roomOf, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const began = 1_790_000_000_000
const hour = 3_600_000
const on = (day: string): Term => ({ kind: 'on', day: day as Day })
let clock = began
let talks: Talks
const english = await loadVocabulary('en')
beforeEach(async () => {
  clock = began
  talks = await beginTalks(() => clock)
})

const desk = (): RoomState => roomOf(talks.mediator, talks.process, 'desk')
const tableOf = (person: Person): RoomState => roomOf(person, talks.process, 'table')
const caucusOf = (person: Person): RoomState => roomOf(person, talks.process, 'caucus')
const all = () => meet(talks.north, talks.south, talks.mediator, talks.north, talks.south)

async function put(person: Person, room: RoomState, register: string, fields: ItemFields, known?: ItemId) {
  const item = known ?? newId<ItemId>()
  const rev = (room.items[item]?.revisions.length ?? 0) + 1
  value(await person.session.act(room.id, { kind: 'item.put', item, register, rev, fields }))
  await all()
  return item
}
const water = {
  ordinal: 1,
  title: 'Water of the spring',
  titleLanguage: 'en',
  footing: 'proposed',
  stage: 'separate',
} as const
const draft = () => put(talks.mediator, desk(), 'issue', water)
const claim = (person: Person, fields: object, known?: ItemId) =>
  put(person, caucusOf(person), 'claim', { what: 'Quinces', ...fields }, known)
const post = async (issue: ItemId, posting: Posting) => {
  const plan = planOfIssue(talks.mediator.session, talks.process, issue, posting)
  if (!plan.ok) return plan
  const seen = value(previewConveyance(talks.mediator.session, talks.process, plan.value))
  const done = await postIssue(talks.mediator.session, talks.process, {
    ...plan.value,
    accepted: seen.findings,
  })
  await all()
  return done
}
const codeOf = (done: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  done.ok ? 'ok' : done.error?.code
const issueAt = (person: Person): Issue | undefined => issuesIn(tableOf(person))[0]
/** The rooms, copies and what waits of somebody, byte for byte. */
const seenBy = async (person: Person): Promise<string> =>
  JSON.stringify([
    person.session.rooms(talks.process),
    documentToText(
      await roomsToDocument(
        person.session.rooms(talks.process).map(room => ({ room })),
        { language: 'en' },
      ),
    ),
    waitsForMe(person.session, talks.process).map(({ item }) => item.kind),
  ])

/** All are asked, all answer as said, and it is told. */
async function askStage(issue: ItemId, stage: 'heads' | 'joint', yes: readonly boolean[] = [true, true]) {
  const { mediator, process, parties } = talks
  const closes = clock + hour
  const plan = value(
    planOfQuestion(mediator.session, process, {
      kind: 'stage',
      issue,
      stage,
      texts: [{ language: 'en', body: 'Shall we?' }],
      effect: 'indicates',
      times: { closes, tellBy: closes + hour, early: false },
      parties: [parties.north, parties.south],
    }),
  )
  await askAndTell(plan, yes)
}

async function askAndTell(plan: PlanAct, yes: readonly boolean[]) {
  const { mediator, process } = talks
  const question = value(await askAll(mediator.session, process, plan))
  await all()
  for (const [at, person] of [talks.north, talks.south].entries()) {
    const [asked] = Object.values(caucusOf(person).questions).filter(
      each => each.content.nonce === plan.content.nonce,
    )
    if (asked === undefined) throw new Error('not asked')
    value(
      await answerQuestion(person.session, caucusOf(person).id, {
        question: asked.question,
        yes: yes[at] === true,
      }),
    )
    await all()
  }
  clock = plan.content.times.closes + 1
  value(await tellOutcome(mediator.session, process, question))
  await all()
}

/** To the stage that all have said yes to last; without their yes what the mediator types. */
async function turn(stage: 'separate' | 'heads' | 'joint') {
  const issue = issueAt(talks.mediator)
  if (issue === undefined) throw new Error('not on the table')
  const assented = assentedStage(desk(), issue)
  const act = stageAct(issue, { stage, agreedIn: assented?.agreedIn ?? 'AAAA' })
  const done = await talks.mediator.session.act(tableOf(talks.mediator).id, act)
  await all()
  return codeOf(done)
}

async function posted(): Promise<ItemId> {
  const issue = await draft()
  for (const person of [talks.north, talks.south]) await claim(person, { position: 'in', issue })
  expect(codeOf(await post(issue, { footing: 'agreed' }))).toBe('ok')
  return issue
}

const naming = (fields: ItemFields, register = 'issue') =>
  ({ kind: 'item.put', item: newId<ItemId>(), register, rev: 1, fields }) as const

const uids = (file: string): readonly string[] => file.match(/UID:\S+/g) ?? []

describe('an agenda of two sides', () => {
  it('AGEN-18 a calendar file of deadlines names nothing of them unasked, and no two readers’ files match', async () => {
    const due = { due: { kind: 'on', day: '2026-12-01' }, pausable: false }
    await put(talks.mediator, tableOf(talks.mediator), 'deadline', {
      title: 'The harvest',
      setBy: 'mediators',
      ...due,
    })
    const gone = await put(talks.north, caucusOf(talks.north), 'deadline', {
      title: 'Settled',
      setBy: 'party',
      ...due,
    })
    const met = { kind: 'item.mark', item: gone, rev: 1, verb: 'deadline-met' } as const
    value(await talks.north.session.act(caucusOf(talks.north).id, met))
    const fileOf = async ({ session }: Person, withTitles: boolean): Promise<string> =>
      value(
        await deadlinesFile(
          session,
          { vocabulary: english },
          { rooms: session.rooms(talks.process), withTitles },
        ),
      )
    const [first, again, other] = [
      await fileOf(talks.north, false),
      await fileOf(talks.north, false),
      await fileOf(talks.south, false),
    ]
    expect(first).toContain('DTSTART;VALUE=DATE:20261201')
    for (const file of [first, other]) {
      expect(uids(file)).toHaveLength(1)
      expect(file).toContain('SUMMARY:Appointment')
      expect(file).not.toContain('harvest')
    }
    expect(uids(again)).toEqual(uids(first))
    expect(uids(other)).not.toEqual(uids(first))
    expect(await fileOf(talks.north, true)).toContain('SUMMARY:The harvest')
  })

  it('AGEN-8 WAIT-1 a deadline waits for whoever put it once its day is over, until its maker has spoken of it', async () => {
    const { mediator, north } = talks
    const passing = { title: 'The harvest', due: on('2026-10-02'), pausable: false }
    const common = await put(mediator, tableOf(mediator), 'deadline', { ...passing, setBy: 'mediators' })
    const own = await put(north, caucusOf(north), 'deadline', { ...passing, setBy: 'party' })
    const waiting = (person: Person) =>
      waitsForMe(person.session, talks.process).flatMap(({ item }) =>
        item.kind === 'overdue' ? [item.deadline.item] : [],
      )
    const both = () => [waiting(north), waiting(mediator)]
    clock = Date.UTC(2026, 9, 2, 23)
    await all()
    expect(both()).toEqual([[], []])
    clock = Date.UTC(2026, 9, 3, 1)
    await all()
    expect(both()).toEqual([[own], [common]])
    const met = { kind: 'item.mark', rev: 1, verb: 'deadline-met' } as const
    value(await north.session.act(caucusOf(north).id, { ...met, item: own }))
    value(await mediator.session.act(tableOf(mediator).id, { ...met, item: common }))
    await all()
    expect(both()).toEqual([[], []])
  })

  it('AGEN-14 what one side says of an issue, and each time it moves, changes no byte of what the other has', async () => {
    const issue = await draft()
    const before = await seenBy(talks.south)
    const item = await claim(talks.north, { position: 'out', firmness: 'never', issue })
    await claim(talks.north, { position: 'in-if', onlyIf: 'Nobody in uniform.', issue }, item)
    const room = caucusOf(talks.north).id
    for (const verb of ['condition-met', 'apart-again', 'claim-withdrawn'])
      value(await talks.north.session.act(room, { kind: 'item.mark', item, rev: 2, verb }))
    await put(talks.north, caucusOf(talks.north), 'deadline', {
      title: 'Our answer',
      due: { kind: 'on', day: '2026-12-01' },
      setBy: 'party',
      pausable: false,
    })
    expect(await seenBy(talks.south)).toBe(before)
  })

  it('AGEN-13 AGEN-16 it is put as agreed under its own id where all have it in, and no claim goes with it', async () => {
    const { mediator, north, south, process } = talks
    const issue = await draft()
    expect(codeOf(await post(issue, { footing: 'agreed' }))).toBe('not-agreed-by-all')
    await claim(north, { position: 'in', issue })
    const other = await claim(south, { position: 'in', what: 'Pears' })
    expect(matrixOf(mediator.session, process)?.loose).toHaveLength(1)
    await put(mediator, desk(), 'issue', { ...water, claims: [other] }, issue)
    const matrix = matrixOf(mediator.session, process)
    expect(matrix?.loose).toEqual([])
    expect(matrix?.rows.map(({ could, cells }) => [could, cells.map(cell => cell?.position)])).toEqual([
      ['agreed', ['in', 'in']],
    ])
    expect(matrixOf(north.session, process)).toBeUndefined()
    expect(issueAt(south)).toBeUndefined()
    expect(codeOf(await post(issue, { footing: 'agreed' }))).toBe('ok')
    expect(issueAt(south)?.item).toBe(issue)
    expect(issueAt(south)?.revisions.at(-1)?.fields).not.toHaveProperty('claims')
    expect(codeOf(await post(issue, { footing: 'agreed' }))).not.toBe('ok')
    // One moves: the mediators see it, and the table says what it said.
    await claim(south, { position: 'out', what: 'Pears' }, other)
    expect(matrixOf(mediator.session, process)?.rows[0]?.isNoLongerAgreed).toBe(true)
    const cell = matrixOf(mediator.session, process)?.rows[0]?.cells[1]
    if (cell === undefined) throw new Error('no cell')
    expect(sayCell(writingOf(desk(), english, {}), cell)).toEqual(['out'])
    expect(tableOf(north).items[issue]?.revisions).toHaveLength(1)
  })

  it('AGEN-16 ITEM-9 the desk names what stands in caucuses, a caucus an issue that is drafted, and nobody else names either', async () => {
    const { mediator, north } = talks
    const issue = await draft()
    const item = await claim(north, { position: 'in' })
    const rooms = mediator.session.rooms(talks.process)
    const check = (room: RoomState, act: ThingAct) => codeOf(checkThing(rooms, room, act))
    const [own] = rooms.filter(({ id }) => id === caucusOf(north).id)
    if (own === undefined) throw new Error('no caucus')
    expect(check(desk(), naming({ ...water, claims: [item] }))).toBe('ok')
    expect(check(tableOf(mediator), naming({ ...water, linked: [item] }))).toBe('reference-elsewhere')
    expect(check(own, naming({ what: 'Pears', position: 'in', issue }, 'claim'))).toBe('ok')
  })

  it('AGEN-13 hostile: one that is put past the screens, and one of which a side has moved since it was prepared, do not go', async () => {
    const { mediator, north, south, process } = talks
    const issue = await draft()
    await claim(north, { position: 'in', issue })
    const table = tableOf(mediator).id
    const straight = {
      kind: 'item.put',
      item: issue,
      register: 'issue',
      rev: 1,
      fields: { ...water, footing: 'agreed' },
    } as const
    expect(codeOf(await mediator.session.act(table, straight))).toBe('not-agreed-by-all')
    const item = await claim(south, { position: 'in', issue })
    const plan = value(planOfIssue(mediator.session, process, issue, { footing: 'agreed' }))
    const conveyance = newId<never>()
    value(
      await mediator.session.act(desk().id, {
        kind: 'carry.prepare',
        conveyance: {
          ...plan,
          conveyance,
          delivery: issue as never,
          carrier: mediator.session.me.member,
          accepted: [],
        },
      }),
    )
    await claim(south, { position: 'out', issue }, item)
    expect(codeOf(await mediator.session.act(desk().id, { kind: 'carry.deliver', conveyance }))).toBe(
      'not-agreed-by-all',
    )
    await all()
    expect(issueAt(north)).toBeUndefined()
  })

  it('AGEN-13 as raised it comes from the claim of its raiser, by its leave', async () => {
    const { mediator, north, parties } = talks
    const issue = await draft()
    const raised = { footing: 'raised-not-agreed', raiser: parties.north } as const
    const proposed = { footing: 'proposed' } as const
    expect(codeOf(planOfIssue(north.session, talks.process, issue, proposed))).toBe('mediators-only')
    expect(codeOf(planOfIssue(mediator.session, talks.process, newId<ItemId>(), proposed))).toBe(
      'item-unknown',
    )
    expect(codeOf(await post(issue, raised))).toBe('raiser-not-released')
    const item = await claim(north, { position: 'in', what: 'Water of the spring', issue })
    expect(codeOf(await post(issue, raised))).toBe('not-released')
    const caucus = roomOf(mediator, talks.process, 'caucus', parties.north).id
    const ask = newId<never>()
    const passage = { item, rev: 1, fields: ['what'] }
    value(await mediator.session.act(caucus, { kind: 'release.ask', ask, passage, marking: 'unattributed' }))
    await all()
    value(await north.session.act(caucus, { kind: 'release.give', ask, marking: 'unattributed' }))
    await all()
    expect(codeOf(await post(issue, { ...raised, named: true }))).toBe('not-released')
    expect(codeOf(await post(issue, raised))).toBe('ok')
    expect(issueAt(talks.south)?.revisions[0]?.fields).toMatchObject({ footing: 'raised-not-agreed' })
    expect(issueAt(talks.south)?.revisions[0]?.fields).not.toHaveProperty('raisedBy')
  })

  it('AGEN-12 a title is shown in the reader’s language where it has one, and where it is missing the mediator is told', () => {
    const fields = { ...water, titles: [{ language: 'fa', title: 'آب چشمه' }] }
    const parties = Object.fromEntries(
      ['en', 'fa', 'ar'].map(language => [
        `party-${language}`,
        { party: `party-${language}`, kind: 'party', language },
      ]),
    )
    const table = { ...tableOf(talks.mediator), parties } as unknown as RoomState
    expect(missingLanguages({ table, caucuses: [] }, fields)).toEqual(['ar'])
    expect(missingLanguages({ table, caucuses: [] }, { ...fields, scope: ['party-fa' as never] })).toEqual([])
    expect(nameOfIssue(writingOf(table, english, {}), fields)).toBe('Water of the spring')
    expect(nameOfIssue(writingOf(table, { ...english, language: 'fa' }, {}), fields)).toBe('آب چشمه')
  })

  it('AGEN-19 LEAK-12 a group is opened with its task or not at all; the table reads that one works on the issue, and whoever is not in it nothing else', async () => {
    const { mediator, north, south, process } = talks
    const issue = await draft()
    await post(issue, { footing: 'proposed' })
    const said = 'We have measured ninety litres in August alone.'
    value(await south.session.act(caucusOf(south).id, say(said)))
    await all()
    const charge = { issue, groupTask: 'Measure ninety litres in August alone.', tellsTable: true }
    const request = { title: 'Flow', members: [north.session.me.member], charge }
    const seen = value(previewGroup(mediator.session, process, request))
    expect(seen.open.map(({ kind }) => kind)).toContain('words')
    const rooms = mediator.session.rooms(process).length
    expect(codeOf(await openGroup(mediator.session, process, request))).toBe('leak-not-accepted')
    const nowhere = { ...charge, issue: 'not-there' as ItemId }
    expect(
      codeOf(await openGroup(mediator.session, process, { ...request, charge: nowhere }, seen.open)),
    ).toBe('item-unknown')
    expect(mediator.session.rooms(process)).toHaveLength(rooms)
    value(await openGroup(mediator.session, process, request, seen.open))
    await all()
    await all()
    const [mine] = groupsAtWork(north.session.rooms(process), issue)
    if (mine === undefined) throw new Error('not in it')
    expect(standingOf(mine.group).fields).toMatchObject({ groupTask: charge.groupTask, issue })
    expect(groupsAtWork(south.session.rooms(process))).toEqual([])
    const atTable = issueAt(south)
    expect(atTable === undefined ? undefined : standingOf(atTable).fields.group).toBe(mine.room.id)
    expect(JSON.stringify(south.session.rooms(process))).not.toContain('Measure ninety')

    const asked = () =>
      waitsForMe(north.session, process).filter(
        ({ item }) => item.kind === 'thing' && item.thing.item === mine.group.item,
      )
    const standing = (): string | undefined => {
      const [at] = groupsAtWork(mediator.session.rooms(process))
      return at === undefined ? undefined : standingName(writingOf(at.room, english, {}), at.group)
    }
    expect(asked()).toHaveLength(1)
    // Hostile: for an issue that is only drafted, and as a group a room that is none.
    const ofDraft = naming({ ...standingOf(mine.group).fields, issue: await draft() }, 'working-group')
    expect(codeOf(await mediator.session.act(mine.room.id, ofDraft))).toBe('item-unknown')
    const there = issueAt(mediator)
    if (there === undefined) throw new Error('not on the table')
    const named = { ...standingOf(there).fields, group: desk().id }
    const misnamed = { ...naming(named), item: issue, rev: there.revisions.length + 1 }
    expect(codeOf(await mediator.session.act(tableOf(mediator).id, misnamed))).toBe('reference-elsewhere')
    const mark = { kind: 'item.mark', item: mine.group.item, rev: 1 } as const
    value(await north.session.act(mine.room.id, { ...mark, verb: 'group-reports', note: 'It is ninety.' }))
    await all()
    expect([standing(), asked()]).toEqual(['has reported', []])
    value(await mediator.session.act(mine.room.id, { ...mark, verb: 'report-received' }))
    await all()
    expect(standing()).toBe('report taken')
    const { fields } = standingOf(mine.group)
    const anew = { ...fields, groupTask: 'Measure it again.' }
    value(
      await mediator.session.act(mine.room.id, {
        kind: 'item.put',
        item: mine.group.item,
        register: 'working-group',
        rev: 2,
        fields: anew,
      }),
    )
    await all()
    expect([standing(), asked().length]).toEqual(['at work', 1])
  })

  it('AGEN-9 ASNT-20 a common deadline moves by a question of kind move to which all have said yes, and stays where one has not', async () => {
    const { mediator, process, parties } = talks
    const fields = { title: 'Answers', due: on('2026-03-06'), setBy: 'mediators', pausable: false }
    const item = await put(mediator, tableOf(mediator), 'deadline', fields)
    const deadline = () => {
      const found = deadlinesIn(tableOf(mediator)).find(each => each.item === item)
      if (found === undefined) throw new Error('no deadline')
      return found
    }
    const rooms = () => ({ table: tableOf(mediator), desk: desk() })
    const asking = (kind: 'move' | 'free', due: Term) => {
      const closes = clock + hour
      return planOfQuestion(mediator.session, process, {
        kind,
        moves: { deadline: item, due },
        texts: [{ language: 'en', body: 'May it move?' }],
        effect: 'indicates',
        times: { closes, tellBy: closes + hour, early: false },
        parties: [parties.north, parties.south],
      })
    }
    // Hostile, by an address typed by hand: of what is not at the table all would say yes to nothing.
    const nowhere = value(asking('move', on('2026-04-01')))
    const foreign = { deadline: await draft(), due: on('2026-04-01') }
    const planned = { ...nowhere, content: { ...nowhere.content, moves: foreign } }
    expect(codeOf(await askAll(mediator.session, process, planned))).toBe('item-unknown')
    const other = value(asking('free', on('2026-04-01')))
    expect(codeOf(await askAll(mediator.session, process, other))).toBe('asked-unfit')
    const moved = async (due: Term, yes: readonly [boolean, boolean]) => {
      await askAndTell(value(asking('move', due)), yes)
      const next = dueMove(rooms(), deadline())
      const act = moveAct(deadline(), next ?? due)
      // LEAK-12: the day stands in what each was asked, and is passed as every figure is.
      const { findings } = value(previewAct(mediator.session, tableOf(mediator).id, act))
      const step = { room: tableOf(mediator).id, act, accepted: findings }
      return [next, codeOf(await mediator.session.actAll([step]))]
    }
    expect(await moved(on('2026-04-01'), [true, false])).toEqual([undefined, 'deadline-not-assented'])
    const [south] = Object.values(caucusOf(talks.south).questions)
    const readAt = (room: RoomState) =>
      south?.content.moves === undefined
        ? []
        : sayMoves(writingOf(room, english, { locale: 'en' }), south.content.moves)
    expect(readAt(tableOf(talks.south))).toEqual([
      expect.stringContaining('April'),
      expect.stringContaining('March'),
    ])
    // Who is not at the table reads to when.
    expect(readAt(caucusOf(talks.south))).toEqual([expect.stringContaining('April')])
    // Where it waits its words need not say so: it is quoted with it, in the reader's language where it was put in that.
    const texts = [
      { language: 'fa', body: 'جابه‌جا شود؟' },
      { language: 'en-GB', body: 'May it move?' },
    ]
    const quoted = (content: Parameters<typeof quoteOf>[1]) =>
      quoteOf(writingOf(tableOf(talks.south), english, { locale: 'en' }), content)
    expect(quoted({ ...south?.content, texts })).toMatch(/^May it move\? · .*Answers.*April/)
    expect(quoted({ texts: texts.slice(0, 1) })).toBe('جابه‌جا شود؟')
    expect(await moved(on('2026-05-01'), [true, true])).toEqual([on('2026-05-01'), 'ok'])
    await all()
    expect(standingOf(deadline()).fields.due).toEqual(on('2026-05-01'))
    expect(dueMove(rooms(), deadline())).toBeUndefined()
  })

  it('AGEN-7 AGEN-15 up by the yes of all alone; down at the table, or through a caucus without the table’s showing by whom', async () => {
    const { mediator, north, south } = talks
    const drafted = await draft()
    await expect(askStage(drafted, 'heads')).rejects.toThrow('item-unknown')
    const issue = await posted()
    expect(await turn('heads')).toBe('stage-not-assented')
    await askStage(issue, 'heads', [true, false])
    expect(await turn('heads')).toBe('stage-not-assented')
    await askStage(issue, 'heads')
    expect(await turn('heads')).toBe('ok')
    await askStage(issue, 'joint')
    expect(await turn('joint')).toBe('ok')
    // Each side finds in its caucus what it said yes to; hostile: of what it did not say yes to it is told so.
    const unproved = async () => {
      await all()
      await learnProofs(north.session, talks.process)
      return Object.values(tableOf(north).items).filter(thing => isUnproved(tableOf(north), thing)).length
    }
    expect(await unproved()).toBe(0)
    const [asked] = Object.values(caucusOf(north).questions).filter(
      ({ content }) => content.stage === 'joint',
    )
    if (asked === undefined) throw new Error('not asked')
    const { told } = asked
    delete asked.told
    expect(await unproved()).toBe(1)
    // Nor of an issue that is another's, or spoken of separately; a third party is asked for no yes.
    const table = tableOf(north)
    const at = standingOf(table.items[issue] as unknown as Issue)
    const sides = talks.parties
    const unprovedIn = (fields: object, kind: 'party' | 'third' = 'party', rooms = [caucusOf(north)]) => {
      const item = { ...table.items[issue], revisions: [{ ...at, fields: { ...at.fields, ...fields } }] }
      const parties = { ...table.parties, [sides.north]: { ...table.parties[sides.north], kind } }
      const changed = { ...table, parties, items: { [issue]: item } } as RoomState
      return stagesUnproved(changed, rooms, north.session.me.member).length
    }
    expect([
      unprovedIn({}),
      unprovedIn({ scope: [sides.north, sides.south] }),
      unprovedIn({ scope: [sides.south] }),
      unprovedIn({ stage: 'separate' }, 'party', [{ ...caucusOf(north), questions: {} }]),
      unprovedIn({}, 'third'),
      unprovedIn({}, 'party', []),
    ]).toEqual([1, 1, 0, 0, 0, 0])
    if (told !== undefined) asked.told = told
    expect(await unproved()).toBe(0)
    const write = async (person: Person) =>
      codeOf(
        await person.session.act(tableOf(person).id, {
          kind: 'message.say',
          message: newId<MessageId>(),
          form: 'oral-message',
          binding: false,
          body: 'We see it so.',
          issue,
        }),
      )
    expect(await write(south)).toBe('ok')
    await all()
    // In its caucus alone: its own device writes nothing of it any more, and the mediators’ takes it down, whatever was said there of it.
    const caucus = caucusOf(north)
    value(await north.session.act(caucus.id, say('Water of the spring: never more than 4711 litres.')))
    const [own] = Object.values(caucus.items).filter(({ register }) => register === 'claim')
    if (own === undefined) throw new Error('no claim')
    value(
      await north.session.act(caucus.id, { kind: 'item.mark', item: own.item, rev: 1, verb: 'apart-again' }),
    )
    expect(await write(north)).toBe('speaks-separately')
    expect(await write(mediator)).toBe('ok')
    await all()
    expect(waitsForMe(mediator.session, talks.process).map(({ item }) => item.kind)).toContain('apart')
    expect(await setApartDue(north.session)).toEqual([])
    expect(await setApartDue(mediator.session)).toEqual([issue])
    await all()
    expect(await setApartDue(mediator.session)).toEqual([])
    const there = issueAt(south)
    if (there === undefined) throw new Error('gone')
    expect(stageOf(there)).toBe('separate')
    expect(there.marks).toEqual([])
    const members = tableOf(south).members
    expect(there.revisions.every(({ by }) => members[by]?.party === undefined)).toBe(true)
    expect(await write(south)).toBe('issue-not-joint')
  })
})
