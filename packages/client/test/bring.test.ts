/** What is brought in from a table, and the case load of a device without content. */

import {
  type AreaViews,
  addStatistics,
  bringThings,
  figuresOf,
  issuesIn,
  loadViews,
  readPeople,
  readStatistics,
  readThings,
  registersBrought,
  sayCsvMistake,
  summaryOf,
} from '@goodoffices/client'
import { loadVocabulary, figuresOf as writtenIn } from '@goodoffices/client/words'
import { type RoomState, standingOf } from '@goodoffices/core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { beginTalks, meet, roomOf, say, type Talks } from './talks.ts'
import { value } from './world.ts'

const english = await loadVocabulary('en')
let talks: Talks
let views: readonly AreaViews[]
beforeAll(async () => {
  views = await loadViews()
})
beforeEach(async () => {
  talks = await beginTalks()
})

const desk = (): RoomState => roomOf(talks.mediator, talks.process, 'desk')
const parties = () => talks.parties
const read = (register: string, text: string) => readThings(text, { room: desk(), register, views })
const wrongs = async (register: string, text: string) =>
  (await read(register, text)).mistakes.map(({ row, column, why }) => [row, column, why])

const people = (text: string) => readPeople(text, desk())

describe('a table of an office', () => {
  it('VIEW-13 becomes things of a register, numbered on, quotes and lines within cells as they stand, all in one write', async () => {
    const issues = await read(
      'issue',
      '\uFEFFtitle,basket\r\n"Funds, frozen",Money\r\n"Claims\u00a0""A""",\r\n',
    )
    expect(issues.mistakes).toEqual([])
    value(await bringThings(talks.mediator.session, desk(), { register: 'issue', rows: issues.rows }))
    expect(issuesIn(desk()).map(issue => standingOf(issue).fields)).toEqual([
      { ordinal: 1, title: 'Funds, frozen', basket: 'Money', footing: 'proposed', stage: 'separate' },
      { ordinal: 2, title: 'Claims\u00a0"A"', footing: 'proposed', stage: 'separate' },
    ])
    expect((await read('issue', 'title\nA third\n')).rows).toMatchObject([{ ordinal: 3 }])
    const matters = await read('matter', 'title,unit\nFlow,litres\n')
    value(await bringThings(talks.mediator.session, desk(), { register: 'matter', rows: matters.rows }))
    const versions = await read(
      'version',
      'matter,of,figure\nFlow,Upper,at-least 640\nFlow,Lower,610 - 650\nFlow,Third,12.5',
    )
    expect(versions.rows.map(({ figure }) => figure)).toEqual([
      { kind: 'at-least', value: '640' },
      { kind: 'between', low: '610', high: '650' },
      { kind: 'exactly', value: '12.5' },
    ])
    value(await bringThings(talks.mediator.session, desk(), { register: 'version', rows: versions.rows }))
    const deadlines = await read('deadline', 'title,due,pausable\nPapers,2026-11-01,no')
    expect(deadlines.rows).toEqual([
      { setBy: 'mediators', pausable: false, title: 'Papers', due: { kind: 'on', day: '2026-11-01' } },
    ])
    // Steps, by whom they are done; for whom, several in one cell.
    const plan =
      'title,doneBy,beneficiaries,dueBy\nPayment,The bank,North; South,2026-11-02\nReport,The agency,South,'
    expect((await read('step', plan)).rows).toMatchObject([
      {
        stepNumber: 1,
        stepOf: 'body',
        doneBy: 'The bank',
        beneficiaries: [parties().north, parties().south],
      },
      { stepNumber: 2, beneficiaries: [parties().south] },
    ])
    expect(await wrongs('step', 'title,doneBy,beneficiaries\nPayment,The bank,North; Nobody')).toEqual([
      [2, 3, 'name-unknown'],
    ])
    for (const { columns } of registersBrought(views)) expect(columns.length).toBeGreaterThan(2)
  })

  it('VIEW-13 tells each mistake with its row and column, and is put by nobody while there is one', async () => {
    expect(await wrongs('issue', 'title,colour\nA,red')).toEqual([[1, 2, 'column-unknown']])
    expect(await wrongs('issue', 'title,title\nA,B')).toEqual([[1, 2, 'column-twice']])
    expect(await wrongs('issue', 'title,ordinal,stage\nA,one,separate\nB,2,nowhere\n')).toEqual([
      [2, 2, 'unfit'],
      [3, 3, 'unfit'],
    ])
    expect(await wrongs('issue', 'basket\nMoney')).toEqual([[2, undefined, 'column-missing']])
    expect(await wrongs('version', 'matter,of\nNothing,Upper')).toEqual([[2, 1, 'name-unknown']])
    expect(await wrongs('issue', 'title\n"open')).toEqual([[2, undefined, 'quotes']])
    expect(await wrongs('issue', 'title\n')).toEqual([[1, undefined, 'nothing']])
    expect(await wrongs('deadline', 'title,due\nA,soon')).toEqual([[2, 2, 'unfit']])
    expect(await wrongs('issue', `title\n${'A\n'.repeat(1_001)}`)).toEqual([[1_002, undefined, 'too-many']])
    const [mistake] = (await read('issue', 'title,ordinal\nA,one')).mistakes
    if (mistake === undefined) throw new Error('no mistake')
    expect(sayCsvMistake(english, writtenIn('en'), mistake).replaceAll(/[\u2066-\u2069]/g, '')).toBe(
      'Row 2, column 2 (ordinal): this does not fit here',
    )
    expect(issuesIn(desk())).toEqual([])
  })

  it('VIEW-13 names people to be invited: a role that there is, and a party that the desk knows', async () => {
    expect(
      (await people('name,role,party,post\nEnvoy A,delegate,North,Envoy\nSecond,mediator,,')).rows,
    ).toEqual([
      { name: 'Envoy A', role: 'delegate', party: talks.parties.north, post: 'Envoy' },
      { name: 'Second', role: 'mediator' },
    ])
    const wrong = async (text: string) =>
      (await people(text)).mistakes.map(({ row, column, why }) => [row, column, why])
    expect(await wrong('name,role,party\nA,king,North\nB,head,West\nC,mediator,North\n,head,North')).toEqual([
      [2, 2, 'unfit'],
      [3, 3, 'name-unknown'],
      [4, 3, 'unfit'],
      [5, 1, 'unfit'],
    ])
    expect(await wrong('name\nA')).toEqual([[1, undefined, 'column-missing']])
  })
})

describe('statistics', () => {
  it('VIEW-14 hold no title, name, word or day of any talks, and the same talks once', async () => {
    const { mediator, north, process } = talks
    const caucus = roomOf(north, process, 'caucus').id
    value(await north.session.act(caucus, say('Nobody counts these words.')))
    const issues = await read('issue', 'title\nFrozen funds')
    value(await bringThings(mediator.session, desk(), { register: 'issue', rows: issues.rows }))
    await meet(mediator, north)
    const now = Date.now()
    const figures = figuresOf(mediator.session, now)
    const text = JSON.stringify(figures)
    for (const secret of ['Talks', 'North', 'South', 'Mediator', 'Frozen', 'words', process])
      expect(text).not.toContain(secret)
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/)
    expect(figures.talks).toMatchObject([{ parties: 2, thirdParties: 0, isOver: false }])
    expect(figuresOf(north.session, now).talks).toEqual([])
    const other = value(readStatistics(text))
    const later = {
      ...other,
      talks: other.talks.map(each => ({ ...each, moved: '9999-12', days: 12, isOver: true })),
    }
    expect(summaryOf(addStatistics([figures, other, later]))).toMatchObject({
      talks: 1,
      over: 1,
      medianDays: 12,
    })
    const second = {
      ...later,
      talks: later.talks.map(each => ({ ...each, key: 'k'.repeat(43), parties: 3 })),
    }
    const both = summaryOf(addStatistics([later, second]))
    expect([both.talks, [...both.byParties]]).toEqual([
      2,
      [
        [2, 1],
        [3, 1],
      ],
    ])
    for (const none of ['', '{}', '{"format":"good-offices-statistics/1","talks":[{"title":"The channel"}]}'])
      expect(readStatistics(none)).toMatchObject({ error: { code: 'statistics-unreadable' } })
  })
})
