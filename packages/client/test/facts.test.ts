/** Facts across rooms: an inquiry and a figure in the text only once all have said yes, one figure stated two ways, a file and its hash. */

import {
  answerQuestion,
  askAll,
  checkFile,
  documentToText,
  draftAbout,
  draftOfUse,
  formulaExample,
  hashOfFile,
  inquiryAtTable,
  inquiryToPut,
  leaksInAct,
  newId,
  planOfQuestion,
  proveSame,
  type QuestionDraft,
  readFormula,
  roomsToDocument,
  sameFiguresIn,
  sayCustody,
  saySame,
  tellOutcome,
  type Way,
  ways,
  writeFormula,
  writingOf,
} from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import type { Act, Evidence, ItemFields, ItemId, RegisterItem, RoomState } from '@goodoffices/core'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { beginTalks, meet, roomOf, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const hour = 3_600_000
let clock = 1_790_000_000_000
let talks: Talks
const english = await loadVocabulary('en')
beforeEach(async () => {
  clock = 1_790_000_000_000
  talks = await beginTalks(() => clock)
})

const desk = (): RoomState => roomOf(talks.mediator, talks.process, 'desk')
const tableOf = (person: Person): RoomState => roomOf(person, talks.process, 'table')
const all = () => meet(talks.north, talks.south, talks.mediator, talks.north, talks.south)
const codeOf = (done: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  done.ok ? 'ok' : done.error?.code

async function put(person: Person, room: RoomState, register: string, fields: ItemFields, known?: ItemId) {
  const item = known ?? newId<ItemId>()
  const rev = (room.items[item]?.revisions.length ?? 0) + 1
  value(await person.session.act(room.id, { kind: 'item.put', item, register, rev, fields }))
  await all()
  return item
}
const thingAt = (room: RoomState, item: ItemId): RegisterItem => {
  const thing = room.items[item]
  if (thing === undefined) throw new Error('not there')
  return thing
}
const mark = (item: ItemId, verb: string, more: object = {}): Act => ({
  kind: 'item.mark',
  item,
  rev: 1,
  verb,
  ...more,
})

/** All are asked, all answer as said, and it is told. */
async function ask(about: Pick<QuestionDraft, 'thing' | 'item'>, yes: readonly [boolean, boolean]) {
  const { mediator, process, parties } = talks
  const closes = clock + hour
  const plan = value(
    planOfQuestion(mediator.session, process, {
      kind: 'proposal',
      ...about,
      texts: [{ language: 'en', body: 'Shall we?' }],
      effect: 'indicates',
      times: { closes, tellBy: closes + hour, early: false },
      parties: [parties.north, parties.south],
    }),
  )
  const question = value(await askAll(mediator.session, process, plan))
  await all()
  for (const [at, person] of [talks.north, talks.south].entries()) {
    const caucus = roomOf(person, process, 'caucus')
    const [asked] = Object.values(caucus.questions).filter(each => each.content.nonce === plan.content.nonce)
    if (asked === undefined) throw new Error('not asked')
    value(
      await answerQuestion(person.session, caucus.id, { question: asked.question, yes: yes[at] === true }),
    )
    await all()
  }
  clock = closes + 1
  value(await tellOutcome(mediator.session, process, question))
  await all()
}

const typed = (fields: ItemFields): Act => ({
  kind: 'item.put',
  item: newId<ItemId>(),
  register: 'inquiry',
  rev: 1,
  fields,
})
const versionOf = (value: string | undefined, item = 'item-a'): RegisterItem =>
  ({
    item,
    register: 'version',
    marks: [],
    revisions: [{ fields: value === undefined ? { wording: 'x' } : { figure: { kind: 'exactly', value } } }],
  }) as never

const inquiry = {
  title: 'Flow of the spring',
  toFind: ['How many litres a day?'],
  conductedBy: 'The university',
  findingIs: 'advisory',
}
const figures = async () => {
  const matter = await put(talks.mediator, tableOf(talks.mediator), 'matter', {
    kind: 'figure',
    title: 'Wages over five years',
  })
  const version = (person: Person, of: string, number: string) =>
    put(person, tableOf(person), 'version', { matter, of, figure: { kind: 'exactly', value: number } })
  return {
    matter,
    one: await version(talks.north, 'North', '22'),
    other: await version(talks.south, 'South', '23.97'),
  }
}

describe('what stands at the table only once all have said yes', () => {
  it('FACT-7 an inquiry is put there after the question and in its words, whatever a mediator types', async () => {
    const { mediator } = talks
    const drafted = await put(mediator, desk(), 'inquiry', inquiry)
    const rooms = () => ({ desk: desk(), table: tableOf(mediator) })
    expect(inquiryToPut(rooms(), thingAt(desk(), drafted))).toBeUndefined()
    /** Whatever the leak check names in what each side has said yes to by itself. */
    const said = (act: Act) => {
      const [room, by] = [tableOf(mediator), mediator.session.me.member]
      const rooms = () => mediator.session.rooms(talks.process)
      return mediator.session.act(room.id, act, leaksInAct({ act, room, by, rooms }))
    }
    const act = (fields: ItemFields) => said(typed(fields))
    expect(codeOf(await act({ ...inquiry, agreedIn: 'AAAA' }))).toBe('inquiry-not-assented')
    await ask(draftAbout(desk(), thingAt(desk(), drafted)), [true, false])
    expect(inquiryToPut(rooms(), thingAt(desk(), drafted))).toBeUndefined()
    await ask(draftAbout(desk(), thingAt(desk(), drafted)), [true, true])
    const putting = inquiryToPut(rooms(), thingAt(desk(), drafted))
    if (putting === undefined) throw new Error('all have said yes')
    expect(codeOf(await act({ ...putting.fields, conductedBy: 'Another' }))).toBe('inquiry-not-assented')
    expect(codeOf(await act({ ...putting.fields, agreedIn: 'AAAA' }))).toBe('inquiry-not-assented')
    expect(inquiryAtTable(rooms(), thingAt(desk(), drafted))).toBeUndefined()
    value(await said(putting))
    await all()
    expect(inquiryAtTable(rooms(), thingAt(desk(), drafted))?.item).toBe(putting.item)
    const theirs = { recorded: { at: clock, way: 'on-paper' }, for: { name: 'The university' } }
    value(await said(mark(putting.item, 'inquiry-begun', theirs)))
  })

  it('FACT-13 the text goes on with a figure after the question about this very version, and not after it was changed', async () => {
    const { mediator, north } = talks
    const { one, other } = await figures()
    const use = (item: ItemId, rev = 1) =>
      mediator.session.act(tableOf(mediator).id, { ...mark(item, 'used-in-text'), rev } as Act)
    expect(codeOf(await use(one))).toBe('use-not-assented')
    await ask(draftOfUse(thingAt(tableOf(mediator), one)), [true, true])
    expect(codeOf(await use(other))).toBe('use-not-assented')
    expect(codeOf(await use(one))).toBe('ok')
    await all()
    const { matter, of } = thingAt(tableOf(north), one).revisions[0]?.fields ?? {}
    const changed = { matter, of, figure: { kind: 'exactly', value: '21' } } as ItemFields
    await put(north, tableOf(north), 'version', changed, one)
    expect(codeOf(await use(one, 2))).toBe('use-not-assented')
  })
})

describe('one figure stated two ways', () => {
  it('FACT-10 22 and 23.97 percent are one offer, added up and one upon the other, and by no other formula', async () => {
    const both = { one: versionOf('22'), other: versionOf('23.97') }
    const proved = value(await proveSame(formulaExample, both))
    expect(proved.sides.map(({ exact }) => exact)).toEqual(['22', '23.9683959800'.replace(/0+$/, '')])
    expect(codeOf(await proveSame(formulaExample, { one: versionOf('22'), other: versionOf('24') }))).toBe(
      'ok',
    )
    const wrong = await proveSame('sum(3, 3.5, 7, 4, 4) = compound(3, 3.5, 7, 4, 4)', both)
    expect(wrong).toEqual({
      ok: false,
      error: { code: 'figures-differ', first: '22', second: '23.38', one: '22', other: '23.97' },
    })
    expect(codeOf(await proveSame('sum(3, 3.5, 7, 4, 4) = product(3, 3.5, 7, 4, 4)', both))).toBe(
      'figures-differ',
    )
    for (const none of [
      '',
      '22 = 23.97',
      'sum(22) = sum(22)',
      'sum(1, 2) = sum(1, 2)',
      'mean(1, 2) = sum(1, 2)',
    ])
      expect(codeOf(await proveSame(none, both))).toBe('formula-unfit')
    expect(codeOf(await proveSame('sum(1, 2) = product(2, 1)', both))).toBe('formula-unfit')
    expect(codeOf(await proveSame('sum(1, 0) = quotient(1, 0)', both))).toBe('formula-unfit')
    expect(codeOf(await proveSame(formulaExample, { ...both, other: versionOf(undefined) }))).toBe(
      'no-figure',
    )
  })

  it('FACT-10 FACT-1 law: two figures are said to be one only where both are what the formula gives', async () => {
    const number = fc
      .integer({ min: 1, max: 400 })
      .map(n => (n % 10 === 0 ? String(n / 10) : (n / 10).toFixed(1)))
    const way = fc.constantFrom<Way>(...ways)
    await fc.assert(
      fc.asyncProperty(
        fc.array(number, { minLength: 2, maxLength: 4 }),
        way,
        way.filter(each => each !== 'quotient'),
        fc.boolean(),
        async (values, first, second, isOff) => {
          fc.pre(first !== second)
          const formula = writeFormula({ values, first, second })
          expect(readFormula(formula)).toEqual({ values, first, second })
          const probe = await proveSame(formula, { one: versionOf('0.0'), other: versionOf('0.00') })
          if (probe.ok) return
          const [one, other] = [String(probe.error['first']), String(probe.error['second'])]
          const wrong = other.replace(/\d$/, last => String((Number(last) + 1) % 10))
          const tried = { one: versionOf(one), other: versionOf(isOff ? wrong : other, 'item-b') }
          expect(codeOf(await proveSame(formula, tried))).toBe(isOff ? 'figures-differ' : 'ok')
          const said = {
            ...tried.one,
            marks: [{ verb: 'same-stated', evidence: ['item-b'], note: formula }],
          } as never as RegisterItem
          const shown = await sameFiguresIn({ items: { 'item-b': tried.other } } as never, [said])
          expect(shown).toHaveLength(isOff ? 0 : 1)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('FACT-10 it is said in words with the numbers, and no longer once one of the figures is another', async () => {
    const { mediator, south } = talks
    const { one, other } = await figures()
    const note = formulaExample
    value(
      await mediator.session.act(tableOf(mediator).id, mark(one, 'same-stated', { note, evidence: [other] })),
    )
    await all()
    const shown = async () => {
      const table = tableOf(mediator)
      const w = writingOf(table, english, {})
      const proved = await sameFiguresIn(table, [thingAt(table, one), thingAt(table, other)])
      return proved.flatMap(each => saySame(w, each)).map(line => line.replaceAll(/[\u2066-\u2069]/g, ''))
    }
    expect(await shown()).toEqual([
      'exactly 22: 3 · 3.5 · 7 · 4 · 4.5, added up, which is 22',
      'exactly 23.97: 3 · 3.5 · 7 · 4 · 4.5, one upon the other, in percent, which is 23.96839598',
    ])
    const { matter } = thingAt(tableOf(south), other).revisions[0]?.fields ?? {}
    const fields = { matter, of: 'South', figure: { kind: 'exactly', value: '24.5' } } as ItemFields
    await put(south, tableOf(south), 'version', fields, other)
    expect(await shown()).toEqual([])
  })
})

describe('evidence', () => {
  it('FACT-5 the same bytes hold, one bit does not, and both hashes are shown', async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 251)
    const sha256 = await hashOfFile(bytes)
    const piece = { revisions: [{ fields: { title: 'A ledger', sha256 } }] } as never as Evidence
    expect(await checkFile(piece, bytes)).toEqual({ isSame: true, here: sha256, file: sha256 })
    for (const at of [0, 500, 999]) {
      const other = bytes.slice()
      other[at] = (other[at] ?? 0) ^ 1
      const checked = await checkFile(piece, other)
      expect([checked.isSame, checked.here, checked.file === sha256]).toEqual([false, sha256, false])
    }
    expect(await hashOfFile(new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })

  it('FACT-6 a copy of the desk says from hand to hand who had it, and between which links it was not held', async () => {
    const { mediator } = talks
    const item = await put(mediator, desk(), 'evidence', { title: 'A ledger', sha256: 'ab'.repeat(32) })
    for (const [verb, note] of [
      ['custody-received', 'From its keeper.'],
      ['custody-returned', 'To its keeper.'],
      ['custody-shown', 'To an expert.'],
    ] as const)
      value(await mediator.session.act(desk().id, mark(item, verb, { note })))
    const lines = sayCustody(writingOf(desk(), english, {}), thingAt(desk(), item))
    expect(lines).toHaveLength(4)
    expect(lines[3]).toBe('Gap between link 2 and link 3: in between it was not held.')
    const copy = documentToText(await roomsToDocument([{ room: desk() }], { language: 'en' }))
    for (const text of ['From its keeper.', 'To an expert.', 'gap in its custody (1)'])
      expect(copy).toContain(text)
  })
})
