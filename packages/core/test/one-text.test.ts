import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AlternativeId, BracketId, ClauseId } from '../src/areas/text/brackets/bracketed.ts'
import { keepIds } from '../src/areas/text/brackets/keep.ts'
import { type Issued, issue } from '../src/areas/text/drafts/issuing.ts'
import { bareText, clausesOfDraft, partsOf } from '../src/areas/text/drafts/parts.ts'
import type { DraftId, IssueId, TextId } from '../src/areas/text/ids.ts'
import { comparePlaces, orderBetween } from '../src/areas/text/numbers/order.ts'
import { type DraftClause, textLimits } from '../src/areas/text/schema.ts'
import {
  behindIn,
  clausesOf,
  countOpenIn,
  currentOf,
  missingTerm,
  packagesOf,
} from '../src/areas/text/working/view.ts'
import {
  applyEntry,
  findLeaksInAct,
  type RoomId,
  type RoomState,
  reachOf,
  rulesNumber,
} from '../src/index.ts'
import {
  caucusA,
  caucusB,
  circumstance,
  deskRoom,
  does,
  entryOf,
  memberId,
  must,
  partyA,
  recordedA,
  say,
  tableRoom,
} from './cast.ts'
import { runs } from './runs.ts'

const ofNumber = (room: RoomState): RoomState => {
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  return room
}
const text = 'text-one-1' as TextId
const languages = [
  { language: 'en', languageRole: 'drafting' },
  { language: 'ar', languageRole: 'authentic' },
  { language: 'fr', languageRole: 'courtesy' },
]
const begin = {
  kind: 'text.begin',
  text,
  title: 'Water rule',
  nature: 'mediators-text',
  textLanguages: languages,
}
const clauseId = (name: string): ClauseId => `clause-${name}` as ClauseId
const add = (name: string, changes: object = {}): object => ({
  kind: 'text.clause',
  text,
  clause: clauseId(name),
  clauseKind: 'article',
  order: name,
  ...changes,
})

let made = 0
const fresh = {
  bracket: () => `bracket-${(made += 1)}` as BracketId,
  option: () => `option-${(made += 1)}` as AlternativeId,
}
let versions = 0
const newVersion = (): string => `version-${(versions += 1)}`
/** Words with brackets, typed anew. */
function write(name: string, words: string, changes: object = {}): object {
  const { choices } = keepIds(undefined, words, fresh)
  return {
    kind: 'text.write',
    clause: clauseId(name),
    language: 'en',
    version: newVersion(),
    body: words,
    ...(choices.length === 0 ? {} : { choices }),
    ...changes,
  }
}
const rowOf = (desk: RoomState, name: string) => {
  const row = desk.clauses[clauseId(name)]
  if (row === undefined) throw new Error(`no clause ${name}`)
  return row
}
const current = (desk: RoomState, name: string, language = 'en') => currentOf(rowOf(desk, name), language)
const on = (desk: RoomState, name: string, language = 'en'): object => {
  const { version } = current(desk, name, language) ?? {}
  return version === undefined ? {} : { upon: version }
}
const stand = (desk: RoomState, name: string, standing: string, changes: object = {}): object => ({
  kind: 'text.stand',
  clause: clauseId(name),
  standing,
  seenAs: rowOf(desk, name).changes,
  ...changes,
})

/** As many others as it takes. */
const fill = (of: object, count: number): void => {
  for (let at = 0; at < count; at += 1) Object.assign(of, { [`filler-${at}`]: { text: 'text-two' } })
}

/** A desk with a text of two articles, in two authentic languages, nothing open in it. */
function written(): RoomState {
  const desk = ofNumber(deskRoom())
  must(desk, 'lead', begin)
  for (const name of ['b', 'd']) {
    must(desk, 'lead', add(name))
    must(desk, 'lead', write(name, `Each village keeps canal ${name} open.`))
    const { version } = current(desk, name) ?? {}
    must(
      desk,
      'second',
      write(name, `تبقي كل قرية القناة ${name} مفتوحة`, { language: 'ar', follows: version }),
    )
  }
  return desk
}

describe('the working text', () => {
  test('TXT-50 is begun and written at the desk alone, in its languages, by any mediator', () => {
    const desk = ofNumber(deskRoom())
    expect(does(ofNumber(caucusA()), 'lead', begin)).toBe('desk-only')
    expect(does(desk, 'lead', { ...begin, textLanguages: [languages[0], languages[0]] })).toBe(
      'languages-unfit',
    )
    expect(does(desk, 'lead', { ...begin, textLanguages: [languages[1]] })).toBe('languages-unfit')
    must(desk, 'lead', begin)
    expect(does(desk, 'second', begin)).toBe('id-taken')
    expect(does(desk, 'lead', { ...add('b'), text: 'text-other' })).toBe('text-unknown')
    must(desk, 'second', add('b'))
    expect(does(desk, 'second', write('c', 'Words.'))).toBe('clause-unknown')
    expect(does(desk, 'second', write('b', 'Wörter.', { language: 'de' }))).toBe('language-not-of-text')
    const { body: _, ...bare } = write('b', 'Words.') as { readonly body: string }
    expect(does(desk, 'second', bare)).toBe('nothing-written')
    expect(does(desk, 'second', write('b', 'Words.', { upon: 'version-none' }))).toBe('version-unknown')
    const twice = write('b', 'We [may] go.')
    expect(does(desk, 'second', { ...twice, body: 'We may go.' })).toBe('choices-differ')
    must(desk, 'second', twice)
    expect(does(desk, 'lead', twice)).toBe('id-taken')
  })

  test('TXT-9 what was agreed is open again once its words change, unless that is a slip of the pen', () => {
    const desk = written()
    must(desk, 'lead', stand(desk, 'b', 'agreed', { agreedBy: 'plenary', agreedParties: [partyA.party] }))
    expect(rowOf(desk, 'b')).toMatchObject({
      standing: 'agreed',
      agreedBy: 'plenary',
      agreedParties: [partyA.party],
    })
    const agreed = current(desk, 'b')?.version
    must(desk, 'lead', write('b', 'Each village keeps canal B open.', { upon: agreed, editorial: true }))
    expect(rowOf(desk, 'b').standing).toBe('agreed')
    must(desk, 'lead', write('b', 'Each village shuts canal B.', on(desk, 'b')))
    expect(rowOf(desk, 'b').standing).toBe('open')
    expect(rowOf(desk, 'b').agreedBy).toBeUndefined()
  })

  test('TXT-10 TXT-32 agreed is refused with a bracket, a blank, a rival, or a language missing or behind; and of what its author had not seen', () => {
    const desk = written()
    const seen = stand(desk, 'b', 'agreed')
    must(desk, 'second', write('b', 'Each village [keeps] canal b open.', on(desk, 'b')))
    expect(does(desk, 'lead', seen)).toBe('clause-changed')
    expect(does(desk, 'lead', stand(desk, 'b', 'agreed'))).toBe('still-open')
    must(desk, 'lead', stand(desk, 'b', 'ad-referendum'))
    must(desk, 'lead', write('b', 'Each village keeps canal b open.', on(desk, 'b')))
    expect(rowOf(desk, 'b').standing).toBe('open')
    // The Arabic renders what stood before.
    expect(does(desk, 'lead', stand(desk, 'b', 'agreed'))).toBe('translation-behind')
    expect(behindIn(desk, rowOf(desk, 'b'))).toEqual(['ar', 'fr'])
    const follows = current(desk, 'b')?.version
    must(
      desk,
      'lead',
      write('b', 'تبقي كل قرية القناة مفتوحة', { ...on(desk, 'b', 'ar'), language: 'ar', follows }),
    )
    must(desk, 'second', write('b', 'Nobody saw this.'))
    expect(does(desk, 'lead', stand(desk, 'b', 'agreed'))).toBe('rival-stands')
    const rivals = rowOf(desk, 'b').wordings[0]?.rivals.map(({ version }) => version)
    must(desk, 'lead', write('b', 'Each village keeps canal b open.', { ...on(desk, 'b'), settles: rivals }))
    const now = current(desk, 'b')?.version
    must(
      desk,
      'lead',
      write('b', 'تبقي القناة مفتوحة', { ...on(desk, 'b', 'ar'), language: 'ar', follows: now }),
    )
    must(desk, 'lead', { kind: 'text.bracket', clause: clauseId('b'), bracketed: true })
    expect(does(desk, 'lead', stand(desk, 'b', 'agreed'))).toBe('still-open')
    must(desk, 'lead', { kind: 'text.bracket', clause: clauseId('b'), bracketed: false })
    expect(does(desk, 'lead', { kind: 'text.bracket', clause: clauseId('b'), bracketed: false })).toBe(
      'bracketed-already',
    )
    must(desk, 'lead', stand(desk, 'b', 'agreed'))
    must(desk, 'lead', add('e'))
    must(desk, 'lead', write('e', 'New.'))
    expect(does(desk, 'lead', stand(desk, 'e', 'agreed'))).toBe('language-missing')
    must(desk, 'lead', write('d', 'By [X].', on(desk, 'd')))
    expect(does(desk, 'lead', stand(desk, 'd', 'agreed'))).toBe('still-open')
  })

  test('TXT-50 TXT-16 each thing is of its own text, once, within its limits', () => {
    const desk = written()
    const twice = [...languages, languages[1]]
    expect(does(desk, 'lead', { ...begin, text: 'text-two', textLanguages: twice })).toBe('languages-unfit')
    must(desk, 'lead', { ...begin, text: 'text-two' })
    expect(does(ofNumber(caucusA()), 'lead', add('q'))).toBe('desk-only')
    expect(does(desk, 'lead', add('b'))).toBe('id-taken')
    const stale = current(desk, 'b')?.version
    must(desk, 'lead', write('b', 'One [a] [c].', on(desk, 'b')))
    const made = current(desk, 'b')?.choices?.[0]?.bracket
    expect(does(desk, 'lead', write('b', 'One a.', { upon: stale, made }))).toBe('choice-unknown')
    expect(does(desk, 'lead', write('b', 'One.', { follows: 'version-none' }))).toBe('version-unknown')
    must(desk, 'lead', write('d', 'Canal d [opens.', on(desk, 'd')))
    expect(does(desk, 'lead', stand(desk, 'd', 'agreed'))).toBe('still-open')
    must(desk, 'lead', stand(desk, 'd', 'parked'))
    must(desk, 'lead', write('d', 'Canal d.', on(desk, 'd')))
    expect(rowOf(desk, 'd').standing).toBe('parked')
    for (let deep = 0; deep < 16; deep += 1)
      must(desk, 'lead', add(`deep${deep}m`, deep === 0 ? {} : { upper: clauseId(`deep${deep - 1}m`) }))
    expect(does(desk, 'lead', add('deeper', { upper: clauseId('deep15m') }))).toBe('clauses-too-deep')
    const packed = { kind: 'text.package', package: 'package-k', text, name: 'K', clauses: [clauseId('b')] }
    expect(does(desk, 'lead', { ...packed, clauses: [clauseId('b'), clauseId('b')] })).toBe('id-taken')
    expect(does(desk, 'lead', { ...packed, text: 'text-none' })).toBe('text-unknown')
    must(desk, 'lead', packed)
    expect(does(desk, 'lead', { ...packed, text: 'text-two', clauses: [] })).toBe('id-taken')
    const spoken = [{ language: 'en', word: 'gate' }]
    const term = { kind: 'text.term', term: 'term-gate', text, spoken }
    expect(does(desk, 'lead', { ...term, spoken: [...spoken, ...spoken] })).toBe('language-not-of-text')
    expect(does(desk, 'lead', { ...term, text: 'text-none' })).toBe('text-unknown')
    must(desk, 'lead', term)
    expect(does(desk, 'lead', { ...term, text: 'text-two' })).toBe('id-taken')
    const note = { kind: 'text.footnote', footnote: 'footnote-1', footnoteKind: 'link', body: 'See d.' }
    expect(does(desk, 'lead', { ...note, clause: clauseId('none') })).toBe('clause-unknown')
    must(desk, 'lead', { ...note, clause: clauseId('b') })
    must(desk, 'lead', { ...note, clause: clauseId('b'), takenOut: true })
    expect(does(desk, 'lead', { ...note, clause: clauseId('d') })).toBe('id-taken')
    fill(desk.textPackages, textLimits.packagesMax)
    fill(desk.textTerms, textLimits.termsMax)
    fill(desk.footnotes, textLimits.footnotesMax)
    rowOf(desk, 'b').versions.push(
      ...Array.from({ length: textLimits.versionsMax }, () => rowOf(desk, 'b').versions[0] as never),
    )
    expect(does(desk, 'lead', { ...packed, package: 'package-more' })).toBe('too-many-clauses')
    expect(does(desk, 'lead', { ...term, term: 'term-more' })).toBe('too-many-clauses')
    expect(does(desk, 'lead', { ...note, footnote: 'footnote-more', clause: clauseId('b') })).toBe(
      'too-many-clauses',
    )
    expect(does(desk, 'lead', write('b', 'Once more.'))).toBe('too-many-versions')
    fill(desk.clauses, textLimits.clausesMax)
    expect(does(desk, 'lead', add('more'))).toBe('too-many-clauses')
  })

  test('TXT-12 a package shows what it waits for', () => {
    const desk = written()
    const both = {
      kind: 'text.package',
      package: 'package-k',
      text,
      name: 'K',
      clauses: ['b', 'd'].map(clauseId),
    }
    expect(does(desk, 'lead', { ...both, clauses: [clauseId('z')] })).toBe('clause-unknown')
    must(desk, 'lead', both)
    must(desk, 'lead', stand(desk, 'b', 'agreed'))
    expect(packagesOf(desk, clauseId('b'))).toEqual([
      { package: 'package-k', name: 'K', waitsFor: [clauseId('d')] },
    ])
    must(desk, 'lead', { ...both, clauses: [] })
    expect(packagesOf(desk, clauseId('b'))).toEqual([])
  })

  test('TXT-13 law: of mediators who write offline, in any order, nothing is lost, and a rival on a rival replaces it', () => {
    const writing = fc.record({ by: fc.nat(2), seen: fc.nat(9), settles: fc.boolean() })
    fc.assert(
      fc.property(fc.array(writing, { maxLength: 12 }), writings => {
        const desk = ofNumber(deskRoom())
        must(desk, 'lead', begin)
        must(desk, 'lead', add('b'))
        const all: string[] = []
        for (const { by, seen, settles } of writings) {
          const base = all[seen]
          const rivals = rowOf(desk, 'b').wordings[0]?.rivals.map(({ version }) => version) ?? []
          const version = newVersion()
          const isOnTop = base !== undefined && base === current(desk, 'b')?.version
          const act = {
            ...write('b', `Words ${version}.`, base === undefined ? {} : { upon: base }),
            version,
            ...(settles && isOnTop && rivals.length > 0 ? { settles: rivals } : {}),
          }
          must(desk, ['lead', 'second', 'helper'][by] ?? 'lead', act)
          all.push(version)
        }
        const row = rowOf(desk, 'b')
        expect(row.versions.map(({ version }) => version)).toEqual(all)
        // Every writing stands, or somebody who saw it wrote on, or ended it.
        const [wording] = row.wordings
        const standing = new Set([wording?.current, ...(wording?.rivals ?? [])].map(each => each?.version))
        const answered = new Set(row.versions.flatMap(({ upon: base, settles = [] }) => [base, ...settles]))
        for (const { version } of row.versions)
          expect(standing.has(version) || answered.has(version)).toBe(true)
      }),
      runs(60),
    )
  })

  test('TXT-14 rivals end only by whoever saw them, and a choice is made of what stands', () => {
    const desk = written()
    const base = on(desk, 'b')
    must(desk, 'lead', write('b', 'One [a] [b].', base))
    must(desk, 'second', write('b', 'Other.', base))
    const row = rowOf(desk, 'b')
    const [rival] = row.wordings[0]?.rivals ?? []
    expect(rival?.by).toBe(memberId('second'))
    const settles = [rival?.version]
    expect(does(desk, 'lead', write('b', 'Both.', { ...base, settles }))).toBe('version-stale')
    expect(does(desk, 'lead', write('b', 'Both.', { ...on(desk, 'b'), settles: ['version-gone'] }))).toBe(
      'version-stale',
    )
    expect(does(desk, 'lead', write('b', 'One a.', { ...on(desk, 'b'), made: 'bracket-gone' }))).toBe(
      'choice-unknown',
    )
    const choice = current(desk, 'b')?.choices?.[0]?.bracket
    must(desk, 'lead', write('b', 'One a.', { ...on(desk, 'b'), settles, made: choice }))
    expect(row.wordings[0]?.rivals).toEqual([])
    expect(current(desk, 'b')?.made).toBe(choice)
  })

  test('TXT-16 law: clauses are in one place each, in no circle, and none is lost from the order', () => {
    const names = ['b', 'c', 'd', 'e', 'f']
    const placing = fc.record({
      name: fc.constantFrom(...names),
      parent: fc.option(fc.constantFrom(...names)),
      stale: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(placing, { maxLength: 15 }), placings => {
        const desk = ofNumber(deskRoom())
        must(desk, 'lead', begin)
        for (const name of names) must(desk, 'lead', add(name))
        for (const { name, parent, stale } of placings) {
          const row = rowOf(desk, name)
          const code = does(desk, 'lead', {
            kind: 'text.place',
            clause: row.clause,
            ...(parent === null ? {} : { upper: clauseId(parent) }),
            order: name,
            seenAs: stale ? row.places + 1 : row.places,
          })
          expect(['ok', 'clause-under-itself', 'place-stale']).toContain(code)
          expect(code === 'place-stale').toBe(stale)
        }
        expect(
          clausesOf(desk, text)
            .map(({ clause }) => clause)
            .toSorted(),
        ).toEqual(names.map(clauseId).toSorted())
      }),
      runs(60),
    )
  })

  test('TXT-8 options stand in a choice and nowhere else; what is taken out keeps its words', () => {
    const desk = written()
    expect(does(desk, 'lead', add('o1', { clauseKind: 'option' }))).toBe('parent-unfit')
    must(desk, 'lead', add('ch', { clauseKind: 'choice' }))
    expect(does(desk, 'lead', add('x1', { upper: clauseId('ch') }))).toBe('parent-unfit')
    must(desk, 'lead', add('o1', { clauseKind: 'option', upper: clauseId('ch') }))
    must(desk, 'lead', add('x1', { upper: clauseId('o1') }))
    expect(does(desk, 'lead', add('x2', { upper: clauseId('nowhere') }))).toBe('clause-unknown')
    const remove = { kind: 'text.remove', clause: clauseId('o1') }
    must(desk, 'lead', remove)
    expect(does(desk, 'second', remove)).toBe('clause-removed')
    expect(does(desk, 'second', stand(desk, 'o1', 'parked'))).toBe('clause-removed')
    expect(clausesOf(desk, text).map(({ clause }) => clause)).toEqual(['b', 'ch', 'd'].map(clauseId))
    must(desk, 'second', { ...remove, kind: 'text.restore' })
    expect(does(desk, 'second', { ...remove, kind: 'text.restore' })).toBe('clause-stands')
    expect(clausesOf(desk, text)).toHaveLength(5)
    expect(clausesOf(desk, text).map(({ clause }) => clause)).toContain(clauseId('x1'))
  })

  test('TXT-33 TXT-43 finds where a term’s partner is missing, and counts what is open', () => {
    const desk = written()
    const term = {
      kind: 'text.term',
      term: 'term-canal',
      text,
      spoken: [
        { language: 'en', word: 'Canal' },
        { language: 'ar', word: 'الساقية' },
      ],
    }
    expect(does(desk, 'lead', { ...term, spoken: [{ language: 'de', word: 'Kanal' }] })).toBe(
      'language-not-of-text',
    )
    must(desk, 'lead', term)
    const known = Object.values(desk.textTerms)[0]
    if (known === undefined) throw new Error('no term')
    expect(missingTerm(desk, known)).toEqual(['b', 'd'].map(clauseId))
    must(desk, 'lead', {
      ...term,
      spoken: [
        { language: 'ar', word: 'القناة' },
        { language: 'en', word: 'canal' },
      ],
    })
    expect(missingTerm(desk, Object.values(desk.textTerms)[0] as never)).toEqual([])
    must(desk, 'lead', write('b', 'A [b] [c] of [X].', on(desk, 'b')))
    must(desk, 'lead', { kind: 'text.bracket', clause: clauseId('d'), bracketed: true })
    expect(countOpenIn(desk, text, 'en')).toEqual({ choices: 2, options: 3, depth: 1, blanks: 1, rivals: 0 })
  })

  test('TXT-7 law: between two places there is always another', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 60 }), picks => {
        const placed: string[] = []
        for (const pick of picks) {
          const at = pick % (placed.length + 1)
          const order = orderBetween(placed[at - 1], placed[at])
          if (order === undefined) throw new Error('nothing between')
          placed.splice(at, 0, order)
        }
        const rows = placed.map((order, at) => ({ order, clause: `${at}` }))
        expect(rows.toSorted(comparePlaces)).toEqual(rows)
        for (const order of placed) expect(order).toMatch(/[a-z1-9]$/)
      }),
      runs(200),
    )
    expect(orderBetween('b', 'b')).toBeUndefined()
  })
})

/** The rooms of the talks, and the desk's word carried out in them as the client does. */
type Talks = { readonly desk: RoomState; readonly a: RoomState; readonly b: RoomState }
const talks = (): Talks => ({ desk: written(), a: ofNumber(caucusA()), b: ofNumber(caucusB()) })
const held =
  ({ a, b }: Talks) =>
  (id: RoomId): RoomState | undefined =>
    [a, b].find(room => room.id === id)
const issuing = ({ a, b }: Talks, nth: number, changes: Partial<Issued> = {}): Issued => ({
  issuing: `issuing-${nth}` as IssueId,
  text,
  to: [
    { room: a.id, draft: `draft-a-${nth}` as DraftId },
    { room: b.id, draft: `draft-b-${nth}` as DraftId },
  ],
  attribution: 'none',
  ...changes,
})
function issueAll(all: Talks, plan: Issued): string {
  const brought = issue(all.desk, plan, held(all))
  if (!brought.ok) return brought.error.code
  const code = does(all.desk, 'lead', { kind: 'text.issue', ...plan, accepted: [] })
  if (code !== 'ok') return code
  for (const { room, act } of brought.value) must(held(all)(room) as RoomState, 'lead', act)
  return 'ok'
}
const draftOf = (room: RoomState, draft: string) => {
  const known = room.textDrafts[draft as DraftId]
  if (known === undefined) throw new Error('no draft')
  return known
}

describe('drafts', () => {
  test('TXT-18 the same words are the same in two rooms, with names and without; one comma makes another', () => {
    const all = talks()
    must(all.desk, 'lead', write('b', 'Canal b [opens] [shuts].', on(all.desk, 'b')))
    const [choice] = current(all.desk, 'b')?.choices ?? []
    const message = 'message-1'
    must(all.a, 'headA', say(message, { marking: 'attributed' }))
    must(all.desk, 'lead', {
      kind: 'text.support',
      clause: clauseId('b'),
      alternative: choice?.options[0],
      party: partyA.party,
      support: 'wants',
      source: { room: all.a.id, item: message },
    })
    expect(issueAll(all, issuing(all, 1))).toBe('ok')
    expect(issueAll(all, issuing(all, 2, { attribution: 'names' }))).toBe('ok')
    const bare = (room: RoomState, draft: string): string => bareText(clausesOfDraft(draftOf(room, draft)))
    const codes = [
      bare(all.a, 'draft-a-1'),
      bare(all.b, 'draft-b-1'),
      bare(all.a, 'draft-a-2'),
      bare(all.b, 'draft-b-2'),
    ]
    expect(new Set(codes).size).toBe(1)
    expect(draftOf(all.b, 'draft-b-1')).toMatchObject({ number: 1, attribution: 'none', title: 'Water rule' })
    expect(draftOf(all.b, 'draft-b-2').number).toBe(2)
    expect(JSON.stringify(draftOf(all.b, 'draft-b-1'))).not.toContain(partyA.name)
    expect(clausesOfDraft(draftOf(all.b, 'draft-b-2'))[0]?.wantedBy).toEqual([
      { option: choice?.options[0], names: [partyA.name] },
    ])
    must(all.desk, 'lead', write('d', 'Each village keeps canal d, open.', on(all.desk, 'd')))
    expect(issueAll(all, issuing(all, 3))).toBe('ok')
    expect(codes).not.toContain(bare(all.a, 'draft-a-3'))
    // Nothing of the desk's ids reaches a room.
    expect(JSON.stringify(all.b)).not.toContain('issuing-1')
  })

  test('TXT-19 a wording from a side that has not released it goes to nobody else, and a name only with its leave', () => {
    const all = talks()
    must(all.desk, 'lead', write('b', 'Canal b [opens] [shuts].', on(all.desk, 'b')))
    const alternative = current(all.desk, 'b')?.choices?.[0]?.options[0]
    must(all.a, 'headA', say('message-1', { marking: 'nothing' }))
    const support = {
      kind: 'text.support',
      clause: clauseId('b'),
      alternative,
      party: partyA.party,
      support: 'wants',
      source: { room: all.a.id, item: 'message-1' },
    }
    expect(does(all.desk, 'lead', { ...support, alternative: 'option-gone' })).toBe('choice-unknown')
    must(all.desk, 'lead', support)
    expect(issueAll(all, issuing(all, 1))).toBe('wording-not-released')
    expect(issueAll(all, issuing(all, 1, { to: [{ room: all.a.id, draft: 'draft-a-1' as DraftId }] }))).toBe(
      'ok',
    )
    must(all.a, 'headA', { kind: 'message.mark', message: 'message-1', marking: 'unattributed' })
    expect(issueAll(all, issuing(all, 2, { attribution: 'names' }))).toBe('ok')
    expect(JSON.stringify(draftOf(all.b, 'draft-b-2'))).not.toContain(partyA.name)
  })

  test('TXT-55 words of a side go no further once the choice is made, its brackets typed away, or a rival written over it', () => {
    const all = talks()
    const { desk } = all
    must(all.a, 'headA', say('message-1', { marking: 'nothing' }))
    const bring = (words: string, at: number, support = 'wants') => {
      must(desk, 'lead', write('b', words, on(desk, 'b')))
      const alternative = current(desk, 'b')?.choices?.[0]?.options[at]
      must(desk, 'lead', {
        kind: 'text.support',
        clause: clauseId('b'),
        alternative,
        party: partyA.party,
        support,
        source: { room: all.a.id, item: 'message-1' },
      })
    }
    let nth = 0
    const goes = (words?: string, to: readonly RoomState[] = [all.b]): string => {
      if (words !== undefined) must(desk, 'lead', write('b', words, on(desk, 'b')))
      nth += 1
      const drafts = to.map(({ id }) => ({ room: id, draft: `draft-${id}-${nth}` as DraftId }))
      return issueAll(all, issuing(all, nth, { to: drafts }))
    }
    const [light, noon] = ['opens at the first light of day', 'opens at noon']
    bring(`Canal b [${light}] [${noon}].`, 0)
    expect(goes()).toBe('wording-not-released')
    expect(goes(`Canal b ${light}.`)).toBe('wording-not-released')
    expect(goes(undefined, [all.a])).toBe('ok')
    expect(goes('Canal b opens, always, at the day’s first light.')).toBe('wording-not-released')
    const refused = issue(desk, issuing(all, 99), held(all))
    expect(refused.ok ? undefined : refused.error).toMatchObject({ words: light })
    expect(goes(`Canal b ${noon}.`)).toBe('ok')
    // Typed anew by hand, in a bracket with other ids.
    expect(goes(`Canal b ${light.toUpperCase()}.`)).toBe('wording-not-released')
    expect(goes(`Canal b [${light}, or later].`)).toBe('wording-not-released')
    expect(goes('Canal b shuts.')).toBe('ok')
    // One word is known by how often it stands there.
    bring('Each [should] [shall] open, and should report.', 0)
    expect(goes('Each shall open, and should report.')).toBe('ok')
    expect(goes('Each should open, and should report.')).toBe('wording-not-released')
    // Of wordings that are alike it is the one that was chosen.
    const [forty, thirty] = ['forty cubic metres a day', 'thirty cubic metres a day']
    bring(`Each takes [${forty}] [${thirty}].`, 0)
    expect(goes(`Each takes ${thirty}.`)).toBe('ok')
    expect(goes(`Each takes ${forty}.`)).toBe('wording-not-released')
    expect(goes(`Each takes ${thirty}, in spring ${forty} by the gauge of both.`)).toBe(
      'wording-not-released',
    )
    // Taken together with a longer one it is there all the same.
    bring('Canal b [opens at noon] [shuts its lower gate before the sheep come down to drink].', 0)
    const sheep = 'shuts its lower gate before the sheep come down to drink'
    expect(goes(`Canal b ${sheep}.`)).toBe('ok')
    expect(goes(`Canal b opens at noon and ${sheep}.`)).toBe('wording-not-released')
    // What a side wished away was there before, and is nobody's.
    expect(goes('Canal b opens at dawn.')).toBe('ok')
    bring('Canal b opens [at dawn].', 0, 'opposes')
    expect(goes()).toBe('wording-not-released')
    expect(goes('Canal b opens at dawn.')).toBe('ok')
    bring('Canal b opens [at dawn].', 0)
    expect(goes('Canal b opens at dawn.')).toBe('wording-not-released')
    expect(goes('Canal b opens at night.')).toBe('ok')
    bring('Canal b opens [at two in the night].', 0, 'opposes')
    expect(goes('Canal b opens at two in the night.')).toBe('wording-not-released')
    must(all.a, 'headA', { kind: 'message.mark', message: 'message-1', marking: 'unattributed' })
    expect(goes()).toBe('ok')
  })

  test('TXT-19 the leak check reads what each room would get, and issues to each what is one text', () => {
    const all = talks()
    must(all.a, 'headA', say('message-9', { body: 'We keep four hundred sheep behind the eastern ridge.' }))
    must(
      all.desk,
      'lead',
      write('d', 'Four hundred sheep behind the eastern ridge drink first.', on(all.desk, 'd')),
    )
    const lead = all.desk.members[memberId('lead')]
    if (lead === undefined) throw new Error('no lead')
    const findings = (plan: Issued) => {
      const reaching = reachOf({ kind: 'text.issue', ...plan, accepted: [] }, lead, all.desk, held(all))
      return reaching.map(each => [
        each.recipient.id,
        findLeaksInAct(each, [all.desk, all.a, all.b]).length > 0,
      ])
    }
    expect(findings(issuing(all, 1)).filter(([, found]) => found === true)).toEqual([[all.b.id, true]])
    must(all.desk, 'lead', write('d', 'Whoever lives upstream opens the gate on Sundays.', on(all.desk, 'd')))
    expect(issueAll(all, issuing(all, 2, { to: [{ room: all.a.id, draft: 'draft-a-2' as DraftId }] }))).toBe(
      'ok',
    )
    expect(findings(issuing(all, 3, { to: [{ room: all.b.id, draft: 'draft-b-3' as DraftId }] }))).toEqual([
      [all.b.id, false],
      [all.b.id, false],
    ])
  })

  test('TXT-2 TXT-14 nothing is issued with a bracket that is never closed, or while a rival stands; nor an empty text', () => {
    const all = talks()
    must(all.desk, 'lead', write('b', 'Canal b [opens.', on(all.desk, 'b')))
    expect(issueAll(all, issuing(all, 1))).toBe('bracket-faulty')
    must(all.desk, 'lead', write('b', 'Canal b opens.', on(all.desk, 'b')))
    must(all.desk, 'second', write('b', 'Canal b shuts.'))
    expect(issueAll(all, issuing(all, 1))).toBe('rival-stands')
    const rivals = rowOf(all.desk, 'b').wordings[0]?.rivals.map(({ version }) => version)
    must(all.desk, 'lead', write('b', 'Canal b opens.', { ...on(all.desk, 'b'), settles: rivals }))
    expect(issueAll(all, issuing(all, 1))).toBe('ok')
    expect(issueAll(all, issuing(all, 1))).toBe('id-taken')
    const empty = { ...all, desk: ofNumber(deskRoom()) }
    must(empty.desk, 'lead', begin)
    expect(issueAll(empty, issuing(empty, 2))).toBe('nothing-written')
    const own = issuing(all, 5, { to: [{ room: all.desk.id, draft: 'draft-x-5' as DraftId }] })
    expect(issueAll(all, own)).toBe('source-not-held')
  })

  test('TXT-17 900 clauses in five languages go in parts that fit, and what was cut short is taken up again', () => {
    const tags = ['en', 'ar', 'fa', 'fr', 'es']
    const clause = (at: number): DraftClause => ({
      clause: clauseId(`n${at}`),
      clauseKind: 'article',
      bracketed: false,
      standing: 'open',
      renderings: tags.map(language => ({ language, body: `آب ${'ن'.repeat(450)} ${at}` })),
    })
    const clauses = Array.from({ length: 900 }, (_, at) => clause(at))
    const parts = partsOf(clauses)
    expect(parts.flat()).toEqual(clauses)
    for (const part of parts)
      expect(new TextEncoder().encode(JSON.stringify(part)).length).toBeLessThan(256 * 1024)
    expect(parts.length).toBeLessThanOrEqual(100)
    const all = talks()
    const plan = issuing(all, 1)
    const brought = issue(all.desk, plan, held(all))
    if (!brought.ok) throw new Error(brought.error.code)
    must(all.desk, 'lead', { kind: 'text.issue', ...plan, accepted: [] })
    const [first, last, ...rest] = brought.value
    if (first === undefined || last === undefined) throw new Error('two acts a room')
    expect(does(all.a, 'lead', last.act)).toBe('parts-missing')
    must(all.a, 'lead', first.act)
    expect(does(all.a, 'lead', first.act)).toBe('id-taken')
    // What is written meanwhile goes with the next.
    must(all.desk, 'second', write('b', 'Something else.', on(all.desk, 'b')))
    const again = issue(all.desk, plan, held(all))
    expect(again.ok && again.value).toEqual([last, ...rest])
    must(all.a, 'lead', last.act)
    expect(does(all.a, 'lead', last.act)).toBe('id-taken')
    expect(does(all.a, 'headA', first.act)).toBe('mediators-only')
    expect(does(all.desk, 'lead', first.act)).toBe('wrong-room')
    const twice = { kind: 'draft.part', draft: 'draft-twice', part: 0, draftClauses: [clause(1), clause(1)] }
    must(all.b, 'lead', twice)
    expect(does(all.b, 'lead', { ...last.act, draft: 'draft-twice', partsCount: 1 })).toBe(
      'clauses-out-of-order',
    )
  })

  test('TXT-17 TXT-19 an issue goes once, to rooms of its own talks where sides read, and names nobody who does not want it', () => {
    const all = talks()
    const only = (room: RoomState, nth: number, changes: Partial<Issued> = {}): Issued =>
      issuing(all, nth, { to: [{ room: room.id, draft: `draft-${nth}` as DraftId }], ...changes })
    const code = (plan: Issued, room: RoomState): string => {
      const brought = issue(all.desk, plan, () => room)
      return brought.ok ? 'ok' : brought.error.code
    }
    expect(code(only(all.desk, 1), all.desk)).toBe('wrong-room')
    expect(code(only(all.a, 1, { text: 'text-none' as TextId }), all.a)).toBe('text-unknown')
    const elsewhere = { ...all.a, process: { ...all.a.process, process: 'process-other' as never } }
    expect(code(only(all.a, 1), elsewhere)).toBe('source-not-held')
    expect(code(only(all.a, 1), { ...all.a, destroyed: {} as never })).toBe('record-destroyed')
    const say2 = { kind: 'text.issue', accepted: [] }
    const plan = issuing(all, 1)
    const [to] = plan.to
    expect(does(all.desk, 'lead', { ...say2, ...plan, text: 'text-none' })).toBe('text-unknown')
    expect(does(all.desk, 'lead', { ...say2, ...plan, to: [to, { ...plan.to[1], draft: to?.draft }] })).toBe(
      'id-taken',
    )
    expect(does(all.desk, 'lead', { ...say2, ...plan, to: [to, { ...to, draft: 'draft-else' }] })).toBe(
      'id-taken',
    )
    must(all.desk, 'lead', write('b', 'Canal b [opens] [shuts].', on(all.desk, 'b')))
    must(all.a, 'headA', say('message-1', { marking: 'attributed' }))
    must(all.desk, 'lead', {
      kind: 'text.support',
      clause: clauseId('b'),
      alternative: current(all.desk, 'b')?.choices?.[0]?.options[0],
      party: partyA.party,
      support: 'accepts',
      source: { room: all.a.id, item: 'message-1' },
    })
    expect(issueAll(all, issuing(all, 1, { attribution: 'names' }))).toBe('ok')
    expect(JSON.stringify(draftOf(all.b, 'draft-b-1'))).not.toContain(partyA.name)
    expect(issue(all.desk, issuing(all, 1), held(all))).toEqual({ ok: true, value: [] })
    const again = issuing(all, 2).to
    expect(does(all.desk, 'lead', { ...say2, ...issuing(all, 1), to: again })).toBe('id-taken')
    // In a room: nothing is put to a draft that stands, by nobody but the mediators, and each clause after what it is under.
    const [clause] = clausesOfDraft(draftOf(all.a, 'draft-a-1'))
    const part = { kind: 'draft.part', draft: 'draft-a-1', part: 7, draftClauses: [clause] }
    expect(does(all.a, 'lead', part)).toBe('id-taken')
    expect(does(all.a, 'headA', { kind: 'draft.withdraw', draft: 'draft-a-1' })).toBe('mediators-only')
    const orphan = { ...clause, upper: clauseId('nowhere') }
    must(all.a, 'lead', { ...part, draft: 'draft-orphan', part: 0, draftClauses: [orphan] })
    const stands = {
      kind: 'draft.issue',
      draft: 'draft-orphan',
      title: 'Water rule',
      nature: 'mediators-text',
      textLanguages: [languages[0]],
      attribution: 'none',
      partsCount: 1,
    }
    expect(does(all.a, 'headA', stands)).toBe('mediators-only')
    expect(does(all.a, 'lead', stands)).toBe('clauses-out-of-order')
    const behind = {
      kind: 'draft.propose',
      wording: 'wording-9',
      draft: 'draft-a-1',
      language: 'en',
      body: 'Ours.',
    }
    expect(does(all.a, 'headA', { ...behind, behind: clauseId('none') })).toBe('clause-unknown')
    must(all.a, 'headA', { ...behind, behind: clauseId('b') })
  })

  test('TXT-27 TXT-28 TXT-30 TXT-52 a side answers clause by clause, proposes words, comments, and is told what became of it', () => {
    const all = talks()
    expect(issueAll(all, issuing(all, 1))).toBe('ok')
    const draft = 'draft-a-1'
    const comment = {
      kind: 'draft.comment',
      comment: 'comment-1',
      draft,
      clause: clauseId('b'),
      quote: 'canal',
      body: 'Which one?',
    }
    expect(does(all.a, 'lead', comment)).toBe('not-for-this-party')
    expect(does(all.a, 'adviserA', { ...comment, clause: clauseId('none') })).toBe('clause-unknown')
    expect(does(all.a, 'adviserA', { ...comment, draft: 'draft-none' })).toBe('draft-unknown')
    must(all.a, 'adviserA', comment)
    expect(does(all.a, 'adviserA', comment)).toBe('id-taken')
    const proposal = {
      kind: 'draft.propose',
      wording: 'wording-1',
      draft,
      clause: clauseId('b'),
      language: 'en',
      body: 'Both canals.',
    }
    expect(does(all.a, 'adviserA', proposal)).toBe('role-may-not')
    expect(does(all.a, 'headA', { ...proposal, behind: clauseId('d') })).toBe('place-unsaid')
    must(all.a, 'headA', proposal)
    expect(does(all.a, 'headA', proposal)).toBe('id-taken')
    const position = { kind: 'draft.position', draft, clause: clauseId('b'), stance: 'reserve' }
    must(all.a, 'delegateA', position)
    expect(does(all.a, 'adviserA', position)).toBe('role-may-not')
    const answer = {
      kind: 'draft.answer',
      answered: 'wording-1',
      outcome: 'in-part',
      note: 'As an alternative.',
    }
    expect(does(all.a, 'headA', answer)).toBe('mediators-only')
    expect(does(all.a, 'lead', { ...answer, answered: 'wording-9' })).toBe('saying-unknown')
    expect(does(all.desk, 'lead', answer)).toBe('wrong-room')
    must(all.a, 'second', answer)
    expect(Object.values(all.a.wordingProposals)[0]?.answer).toMatchObject({ outcome: 'in-part' })
    // TXT-52: asked whether it may pass, the side says so anew.
    must(all.a, 'lead', { ...answer, outcome: 'may-pass' })
    const release = { kind: 'draft.release', released: 'wording-1', marking: 'unattributed' }
    expect(does(all.a, 'lead', release)).toBe('not-for-this-party')
    expect(does(all.a, 'adviserA', release)).toBe('role-may-not')
    expect(does(all.a, 'headA', { ...release, released: 'wording-9' })).toBe('saying-unknown')
    must(all.a, 'headA', release)
    expect(Object.values(all.a.wordingProposals)[0]).toMatchObject({ marking: 'unattributed' })
    const before = JSON.stringify(all.b)
    must(all.a, 'second', { kind: 'draft.withdraw', draft, note: 'A slip.' })
    expect(does(all.a, 'second', { kind: 'draft.withdraw', draft })).toBe('draft-withdrawn')
    expect(does(all.a, 'headA', position)).toBe('draft-withdrawn')
    // TXT-20: nothing of it is anywhere else.
    expect(JSON.stringify(all.b)).toBe(before)
  })

  test('TXT-51 at a table that is open each side says it before all, with nothing marked or recorded', () => {
    const table = ofNumber(tableRoom())
    const renderings = [{ language: 'en', body: 'Each village keeps canal b open.' }]
    const clauses = [
      { clause: clauseId('b'), clauseKind: 'article', bracketed: false, standing: 'open', renderings },
    ]
    must(table, 'lead', { kind: 'draft.part', draft: 'draft-table-1', part: 0, draftClauses: clauses })
    must(table, 'lead', {
      kind: 'draft.issue',
      draft: 'draft-table-1',
      title: 'Water rule',
      nature: 'mediators-text',
      textLanguages: [{ language: 'en', languageRole: 'drafting' }],
      attribution: 'none',
      partsCount: 1,
    })
    const position = {
      kind: 'draft.position',
      draft: 'draft-table-1',
      clause: clauseId('b'),
      stance: 'accept',
    }
    expect(does(table, 'headA', position)).toBe('table-is-closed')
    must(table, 'lead', { kind: 'table.open' })
    expect(does(table, 'lead', position)).toBe('role-may-not')
    const comment = {
      kind: 'draft.comment',
      comment: 'comment-t',
      draft: 'draft-table-1',
      clause: clauseId('b'),
    }
    expect(does(table, 'lead', { ...comment, body: 'Of ours.' })).toBe('role-may-not')
    expect(does(table, 'adviserA', position)).toBe('role-may-not')
    expect(does(table, 'headA', { ...position, marking: 'nothing' })).toBe('caucus-only')
    expect(does(table, 'headA', { ...position, recorded: circumstance })).toBe('caucus-only')
    must(table, 'headA', position)
    must(table, 'headB', { ...position, stance: 'cannot' })
    expect(table.draftPositions.map(({ stance }) => stance)).toEqual(['accept', 'cannot'])
  })

  test('TXT-29 of a party without an account all of it is recorded by the mediators', () => {
    const all = { ...talks(), a: ofNumber(recordedA()) }
    expect(issueAll(all, issuing(all, 1))).toBe('ok')
    const position = { kind: 'draft.position', draft: 'draft-a-1', clause: clauseId('d'), stance: 'accept' }
    expect(does(all.a, 'lead', position)).toBe('not-for-this-party')
    must(all.a, 'lead', { ...position, recorded: circumstance })
    must(all.a, 'lead', {
      kind: 'draft.comment',
      comment: 'comment-2',
      draft: 'draft-a-1',
      clause: clauseId('d'),
      body: 'Good.',
      recorded: circumstance,
    })
  })

  test('TXT-20 law: what one side says of a draft changes nothing that another gets', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20 }), secret => {
        const tried = [secret, `${secret}!`].map(body => {
          const all = talks()
          issueAll(all, issuing(all, 1))
          applyEntry(
            all.a,
            entryOf(all.a, 'headA', {
              kind: 'draft.comment',
              comment: 'comment-1',
              draft: 'draft-a-1',
              clause: clauseId('b'),
              body: `x ${body.replaceAll(/\P{L}/gu, '')}`,
            }),
          )
          const brought = issue(all.desk, issuing(all, 2), held(all))
          return JSON.stringify(
            brought.ok ? brought.value.filter(({ room }) => room === all.b.id) : undefined,
          )
        })
        expect(tried[0]?.replaceAll(/version-\d+|entry-\d+/g, '')).toBe(
          tried[1]?.replaceAll(/version-\d+|entry-\d+/g, ''),
        )
      }),
      runs(5),
    )
  })
})
