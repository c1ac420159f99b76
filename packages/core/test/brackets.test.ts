import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AlternativeId,
  type Bracketed,
  type BracketId,
  type ClauseId,
  countOpen,
  fitsWords,
} from '../src/areas/text/brackets/bracketed.ts'
import { bothAsAlternatives, chooseIn } from '../src/areas/text/brackets/choose.ts'
import { keepIds } from '../src/areas/text/brackets/keep.ts'
import { liftNames, writeNames } from '../src/areas/text/brackets/names.ts'
import {
  bracketLimits,
  choicesIn,
  isChoice,
  type Node,
  readBrackets,
} from '../src/areas/text/brackets/read.ts'
import { tieChoice, tieChoices } from '../src/areas/text/brackets/tie.ts'
import { writeNumber } from '../src/areas/text/numbers/figures.ts'
import { type Numbered, numberClauses } from '../src/areas/text/numbers/number.ts'
import { runs } from './runs.ts'

let made = 0
const fresh = {
  bracket: () => `bracket-${(made += 1)}` as BracketId,
  option: () => `option-${(made += 1)}` as AlternativeId,
}
const bracketed = (words: string, before?: Bracketed): Bracketed => ({
  words,
  choices: keepIds(before, words, fresh).choices,
})

/** Everything that was read, put together again from its places alone. */
function writeNodes(words: string, nodes: readonly Node[]): string {
  return nodes
    .map(node => {
      if (!isChoice(node)) return words.slice(node.from, node.to)
      const options = node.options.map(option => writeNodes(words, option.inside))
      const gaps = node.options
        .slice(1)
        .map(({ from }, index) => words.slice(node.options[index]?.to ?? 0, from))
      return `[${options.map((option, index) => (index === 0 ? option : (gaps[index - 1] ?? '') + option)).join('')}]`
    })
    .join('')
}
const shapeOf = (words: string) =>
  choicesIn(readBrackets(words).nodes).map(({ form, options }) => [
    form,
    ...options.map(({ from, to }) => words.slice(from, to)),
  ])
const optionsOf = ({ words, choices }: Bracketed) =>
  choicesIn(readBrackets(words).nodes).flatMap(({ options }, choice) =>
    options.map(
      ({ from, to }, option) => [words.slice(from, to), choices[choice]?.options[option] ?? ''] as const,
    ),
  )
const idOf = (of: Bracketed, words: string): string =>
  optionsOf(of).find(([said]) => said === words)?.[1] ?? ''

const idsOf = (choices: Bracketed['choices']) =>
  choices.flatMap(({ bracket, options }) => [bracket, ...options])

const signs = [
  '[',
  ']',
  '[',
  ']',
  ' / ',
  '/',
  ' ',
  '\n',
  'shall',
  'نباید',
  'خمسة',
  'می‌توان',
  '…',
  '',
  'e\u0301',
  '𝒜',
]
const typed = fc.array(fc.constantFrom(...signs), { maxLength: 40 }).map(parts => parts.join(''))

/** Whether what was read is all of the words, in order. */
function isWhole(words: string): boolean {
  const { nodes } = readBrackets(words)
  let end = 0
  for (const { from, to } of nodes) {
    if (from !== end) return false
    end = to
  }
  return end === words.length && writeNodes(words, nodes) === words
}

const faultsOf = (words: string) => readBrackets(words).faults.map(({ why, at }) => [why, at])

const nested = (depth: number) => `${'['.repeat(depth)}a${']'.repeat(depth)}`

const many = (count: number) => `[${Array.from({ length: count }, (_, at) => `a${at}`).join(' / ')}]`

describe('TXT-1 brackets as they are typed', () => {
  test('TXT-1 law: of any string no letter is lost, and what is read again is the same', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), isWhole), runs(500))
    fc.assert(fc.property(typed, isWhole), runs(500))
    // Of twenty thousand more, made faster than a law makes them (Lehmer, 1951).
    let state = 7
    const pick = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below
    const lost = Array.from({ length: 20_000 }, () =>
      Array.from({ length: pick(40) }, () => signs[pick(signs.length)]).join(''),
    ).filter(words => !isWhole(words))
    expect(lost).toEqual([])
  })

  // Own words, in the shapes of real passages.
  test.each([
    [
      'choices in one sentence',
      'Each Party [shall][should], by itself, [report] every [two] [five] years, [as appropriate,] to the Commission.',
      [
        ['adjacent', 'shall', 'should'],
        ['single', 'report'],
        ['adjacent', 'two', 'five'],
        ['single', 'as appropriate,'],
      ],
    ],
    [
      'one in the other',
      'The flow [must [never] fall below [40] [35] per cent] [is reviewed each year].',
      [
        ['adjacent', 'must [never] fall below [40] [35] per cent', 'is reviewed each year'],
        ['single', 'never'],
        ['adjacent', '40', '35'],
      ],
    ],
    [
      'slashes, blanks and a wish for nothing',
      '[Invites / Requests / Urges] both villages to meet by [X] [no text].',
      [
        ['slashes', 'Invites', 'Requests', 'Urges'],
        ['adjacent', 'X', 'no text'],
      ],
    ],
    [
      'a slash that parts nothing',
      'لا يتجاوز [حزيران/يونيه] [تموز/يوليه]، and/or [km/h]',
      [
        ['adjacent', 'حزيران/يونيه', 'تموز/يوليه'],
        ['single', 'km/h'],
      ],
    ],
    [
      'Persian',
      'طرف‌ها [باید / می‌توانند] آب را [تا ۳۰ درصد] باز بگذارند',
      [
        ['slashes', 'باید', 'می‌توانند'],
        ['single', 'تا ۳۰ درصد'],
      ],
    ],
    [
      'a chain of phrases',
      '[must] [should] [lead] [in the common effort] [by]',
      [['adjacent', 'must', 'should', 'lead', 'in the common effort', 'by']],
    ],
  ])('TXT-4 TXT-5 reads %s', (_, words, shape) => {
    expect(shapeOf(words)).toEqual(shape)
    expect(readBrackets(words).faults).toEqual([])
    const { choices } = bracketed(words)
    expect(choices.map(({ meant }) => meant)).toEqual(
      shape.map(([form]) => (form === 'adjacent' ? 'unsaid' : 'one')),
    )
  })

  test('TXT-2 TXT-3 says by its place what is no bracket, and keeps it as a letter', () => {
    expect(faultsOf('[[Preamble] of the text')).toEqual([['unclosed', 0]])
    expect(shapeOf('[[Preamble] of the text')).toEqual([['single', 'Preamble']])
    expect(faultsOf('of it] [so / ')).toEqual([
      ['unopened', 5],
      ['unclosed', 7],
    ])
    expect(faultsOf('a []')).toEqual([['empty', 2]])
    const { depthMax, optionsMax, choicesMax } = bracketLimits
    expect(faultsOf(nested(depthMax))).toEqual([])
    expect(faultsOf(nested(depthMax + 1))).toEqual([['too-deep', depthMax]])
    expect(faultsOf(many(optionsMax))).toEqual([])
    expect(faultsOf(many(optionsMax + 1)).map(([why]) => why)).toEqual(['too-many'])
    expect(faultsOf('[a] '.repeat(optionsMax))).toEqual([])
    expect(faultsOf('[a] '.repeat(optionsMax + 1)).map(([why]) => why)).toEqual(['too-many'])
    expect(faultsOf('x[a]'.repeat(choicesMax))).toEqual([])
    expect(faultsOf('x[a]'.repeat(choicesMax + 1)).map(([why]) => why)).toEqual(['too-many'])
  })

  test('TXT-43 counts choices, wordings and blanks, and how deep they stand', () => {
    expect(countOpen('[a [b] [c]] x [d / e / ]')).toEqual({ choices: 3, options: 6, depth: 2, blanks: 0 })
    expect(countOpen('by [X], at [ ], of […], [__]')).toEqual({ choices: 0, options: 0, depth: 1, blanks: 4 })
    expect(countOpen('no brackets')).toEqual({ choices: 0, options: 0, depth: 0, blanks: 0 })
  })
})

describe('TXT-6 ids that survive retyping', () => {
  test('TXT-6 law: ids fit the words, none stands twice, and what is typed again keeps all', () => {
    fc.assert(
      fc.property(typed, typed, (one, other) => {
        const first = bracketed(one)
        const second = bracketed(other, first)
        expect(fitsWords(first)).toBe(true)
        expect(fitsWords(second)).toBe(true)
        expect(bracketed(one, first)).toEqual(first)
      }),
      runs(300),
    )
  })

  test.each([
    ['en', '[forty] [thirty] per cent', '[forty] [thirty-five] per cent', 'thirty', 'thirty-five'],
    [
      'ar',
      'إلى [ثلاثين] [أربعين] في المائة',
      'إلى [خمسة وثلاثين] [أربعين] في المائة',
      'ثلاثين',
      'خمسة وثلاثين',
    ],
    ['fa', 'طرف‌ها [باید / می‌توانند]', 'طرف‌ها [نباید / می‌توانند]', 'باید', 'نباید'],
  ])('TXT-6 knows a wording that was changed, in %s', (_, before, after, was, is) => {
    const first = bracketed(before)
    const second = bracketed(after, first)
    expect(idOf(second, is)).toBe(idOf(first, was))
    expect(second.choices.map(({ bracket }) => bracket)).toEqual(first.choices.map(({ bracket }) => bracket))
  })

  test('TXT-6 keeps ids where wordings trade places, come and go, and asks where two fit alike', () => {
    const first = bracketed('[shall] [should] meet in [Geneva] [Vienna]')
    const second = bracketed('[should] [shall] [may] meet in [Vienna]', first)
    for (const words of ['shall', 'should', 'Vienna']) expect(idOf(second, words)).toBe(idOf(first, words))
    expect(optionsOf(first).map(([, id]) => id)).not.toContain(idOf(second, 'may'))
    const twice = keepIds(bracketed('[a year] of it'), '[a year] of [a year]', fresh)
    expect(twice.unsure).toHaveLength(1)
    expect(keepIds(first, first.words, fresh).unsure).toEqual([])
  })

  test('TXT-5 keeps what was said of how brackets stand to each other, as long as they stand so', () => {
    const said = bracketed('[a word] [another]')
    const each = { ...said, choices: said.choices.map(ids => ({ ...ids, meant: 'each' as const })) }
    expect(bracketed('[a word] [quite another]', each).choices[0]?.meant).toBe('each')
    expect(bracketed('[a word / another]', each).choices[0]?.meant).toBe('one')
    expect(fitsWords({ ...bracketed('[a / b]', each), choices: each.choices })).toBe(false)
  })
})

const spaced = (text: string | undefined) => text?.replaceAll(/\s+/g, ' ').replaceAll(' .', '.').trim()

describe('choices made and put', () => {
  test('TXT-44 a choice that is made leaves no bracket and no gap', () => {
    const of = bracketed('The Parties [shall] [should] [, as needed,] meet [every year].')
    const [first, last] = [of.choices[0], of.choices[1]]
    if (first === undefined || last === undefined) throw new Error('two choices')
    const choose = (bracket: BracketId, ...keep: readonly AlternativeId[]) => chooseIn(of, { bracket, keep })
    expect(choose(first.bracket, first.options[0] as AlternativeId)).toBe(
      'The Parties shall meet [every year].',
    )
    expect(choose(first.bracket, ...first.options.slice(0, 2))).toBe(
      'The Parties [shall] [should] meet [every year].',
    )
    expect(choose(last.bracket)).toBe('The Parties [shall] [should] [, as needed,] meet.')
    expect(choose(first.bracket, ...first.options)).toBeUndefined()
    expect(choose(first.bracket, 'somebody-elses' as AlternativeId)).toBeUndefined()
    const slashed = bracketed('a [b / c / ] d')
    const ids = slashed.choices[0]
    if (ids === undefined) throw new Error('one choice')
    expect(chooseIn(slashed, { bracket: ids.bracket, keep: ids.options.slice(0, 2) })).toBe('a [b / c] d')
    expect(chooseIn(slashed, { bracket: ids.bracket, keep: ids.options.slice(2) })).toBe('a d')
  })

  test('TXT-15 makes one choice of two wordings, of what differs alone, with the ids of both', () => {
    const base = bracketed('They [meet] [talk] for forty days.')
    const one = bracketed('They [meet] [talk] for thirty days.', base)
    const other = bracketed('They [meet] [talk] for fifty [working] days.', base)
    const both = bothAsAlternatives(one, other, fresh)
    expect(both?.words).toBe('They [meet] [talk] for [thirty] [fifty [working]] days.')
    const joined = { words: both?.words ?? '', choices: both?.choices ?? [] }
    expect(fitsWords(joined)).toBe(true)
    expect(joined.choices.map(({ meant }) => meant)).toEqual(['unsaid', 'one', 'one'])
    for (const words of ['meet', 'talk']) expect(idOf(joined, words)).toBe(idOf(base, words))
    expect(idOf(joined, 'working')).toBe(idOf(other, 'working'))
    const longer = bracketed('They [meet] [talk] for thirty days at dawn.')
    expect(bothAsAlternatives(one, longer, fresh)?.words).toBe(
      'They [meet] [talk] for thirty days [at dawn].',
    )
    expect(bothAsAlternatives(longer, one, fresh)?.words).toBe(
      'They [meet] [talk] for thirty days [at dawn].',
    )
    expect(bothAsAlternatives(one, one, fresh)).toBeUndefined()
    expect(bothAsAlternatives(bracketed('[a'), bracketed('b'), fresh)).toBeUndefined()
  })

  test('TXT-56 ties what is new in a language to what has no counterpart there, where it is as many with as many wordings', () => {
    const english = bracketed('Each [shall] [should] open [at dawn] [at noon].')
    const tie = (words: string, before?: Bracketed, other = english): Bracketed => ({
      words,
      choices: tieChoices(bracketed(words, before).choices, {
        before: before?.choices ?? [],
        other: other.choices,
      }),
    })
    const arabic = tie('على كل قرية [أن تفتح] [ينبغي أن تفتح] [فجرا] [ظهرا]', undefined, bracketed('[a / b]'))
    // Four brackets in a row are one choice of four: nobody guesses.
    expect(idsOf(arabic.choices).some(id => idsOf(english.choices).includes(id as BracketId))).toBe(false)
    const clear = tie('[يجب] [ينبغي] أن تفتح كل قرية [فجرا] [ظهرا]')
    expect(idsOf(clear.choices)).toEqual(idsOf(english.choices))
    expect(fitsWords(clear)).toBe(true)
    const longer = { ...english, words: `${english.words} [By hand.]` }
    const more = { words: longer.words, choices: keepIds(english, longer.words, fresh).choices }
    const retyped = tie('[يجب] [ينبغي] أن تفتح كل قرية [فجرا] [ظهرا] باليد [يدا]', clear, more)
    expect(idsOf(retyped.choices)).toEqual(idsOf(more.choices))
    // A slash says that it is one of them, in whichever language.
    const slashed = tie('[يجب / ينبغي] أن تفتح [فجرا] [ظهرا]')
    expect(slashed.choices.map(({ meant }) => meant)).toEqual(['one', 'unsaid'])
    expect(fitsWords(slashed)).toBe(true)
    const [first, second] = english.choices
    const alone = bracketed('[فجرا] [ظهرا] [أن تفتح]')
    const [own] = bracketed('[فجرا] [ظهرا]').choices
    if (first === undefined || second === undefined || own === undefined) throw new Error('two choices')
    expect(tieChoice({ choices: [own] }, own.bracket, second)).toEqual([second])
    expect(tieChoice(alone, alone.choices[0]?.bracket ?? own.bracket, second)).toBeUndefined()
    expect(tieChoice({ choices: [own, second] }, own.bracket, second)).toBeUndefined()
  })

  test('TXT-15 law: each of two wordings comes back when it is chosen, and ids fit', () => {
    const word = fc.constantFrom('shall', 'not', 'آب', '[a]', '[b] [c]', '[d / e]', 'days', '.')
    const words = fc.array(word, { minLength: 1, maxLength: 8 }).map(parts => parts.join(' '))
    fc.assert(
      fc.property(words, words, (left, right) => {
        const one = bracketed(left)
        const other = bracketed(right, one)
        const both = bothAsAlternatives(one, other, fresh)
        if (both === undefined) return
        const joined = { words: both.words, choices: both.choices }
        expect(fitsWords(joined)).toBe(true)
        const made = joined.choices.find(
          ({ bracket }) => ![...one.choices, ...other.choices].some(ids => ids.bracket === bracket),
        )
        if (made === undefined) return
        const keep = made.options.length === 1 ? [made.options, []] : made.options.map(option => [option])
        const chosen = keep.map(each => spaced(chooseIn(joined, { bracket: made.bracket, keep: each })))
        const wanted = [left, right].map(spaced)
        // Of what one adds to the other the longer is kept, whichever that is.
        if (made.options.length === 1) expect(new Set(chosen)).toEqual(new Set(wanted))
        else expect(chosen).toEqual(wanted)
      }),
      runs(500),
    )
  })

  test('TXT-46 lifts the names of parties out of the words, and takes no other for one', () => {
    const parties = new Set(['Upper Village', 'Lower Village', 'القرية العليا'])
    const isParty = (name: string) => parties.has(name)
    const words =
      '[Lower Village: shall] [should – Upper Village; Lower Village] [القرية العليا: ماء] [Note: so]'
    const lifted = liftNames(words, isParty)
    expect(lifted.words).toBe('[shall] [should] [ماء] [Note: so]')
    expect(lifted.wanted).toEqual([
      { option: 0, names: ['Lower Village'] },
      { option: 1, names: ['Upper Village', 'Lower Village'] },
      { option: 2, names: ['القرية العليا'] },
    ])
    const named = writeNames(
      lifted.words,
      option => lifted.wanted.find(each => each.option === option)?.names ?? [],
    )
    expect(named).toBe(
      '[Lower Village: shall] [Upper Village, Lower Village: should] [القرية العليا: ماء] [Note: so]',
    )
  })
})

const clause = (id: string, kind: Numbered['kind'], more: Partial<Numbered> = {}): Numbered => ({
  clause: id as ClauseId,
  kind,
  ...more,
})

const written = (clauses: readonly Numbered[], language: string) =>
  [...numberClauses(clauses)].map(([id, number]) => `${id} ${writeNumber(number, language)}`)

const point = (count: number) => writeNumber({ kind: 'point', count }, 'en')

describe('numbers that follow', () => {
  const tree = [
    clause('part', 'part'),
    clause('a1', 'article', { parent: 'part' as ClauseId }),
    clause('p1', 'paragraph', { parent: 'a1' as ClauseId }),
    clause('x', 'point', { parent: 'p1' as ClauseId }),
    clause('i', 'subpoint', { parent: 'x' as ClauseId }),
    clause('p2', 'paragraph', { parent: 'a1' as ClauseId }),
    clause('a1b', 'article', { parent: 'part' as ClauseId, insertedAs: 'bis' }),
    clause('a1t', 'article', { parent: 'part' as ClauseId, insertedAs: 'ter' }),
    clause('part2', 'part'),
    clause('a2', 'article', { parent: 'part2' as ClauseId }),
    clause('alt1', 'article', { parent: 'part2' as ClauseId, insertedAs: 'alt' }),
    clause('alt2', 'article', { parent: 'part2' as ClauseId, insertedAs: 'alt' }),
    clause('annex', 'annex'),
    clause('an1', 'article', { parent: 'annex' as ClauseId }),
  ]

  test('TXT-7 TXT-31 in five languages, with their own figures and letters', () => {
    expect(written(tree, 'en')).toEqual(
      ['part I', 'a1 1', 'p1 1', 'x a', 'i i', 'p2 2', 'a1b 1 bis', 'a1t 1 ter', 'part2 II', 'a2 2'].concat([
        'alt1 2 alt 1',
        'alt2 2 alt 2',
        'annex I',
        'an1 1',
      ]),
    )
    expect(written(tree, 'ar').slice(0, 8)).toEqual([
      'part ١',
      'a1 ١',
      'p1 ١',
      'x أ',
      'i ١',
      'p2 ٢',
      'a1b ١ مكررا',
      'a1t ١ مكررا ثانيا',
    ])
    expect(written(tree, 'fa').slice(0, 7)).toEqual([
      'part ۱',
      'a1 ۱',
      'p1 ۱',
      'x الف',
      'i ۱',
      'p2 ۲',
      'a1b ۱ مکرر',
    ])
    expect(written(tree, 'fr-CH').at(-3)).toBe('alt2 2 variante 2')
    expect(written(tree, 'es').at(-4)).toBe('alt1 2 variante 1')
    expect([point(26), point(27), point(53)]).toEqual(['z', 'aa', 'aaa'])
    expect(writeNumber({ kind: 'part', count: 1994 }, 'en')).toBe('MCMXCIV')
  })

  test('TXT-7 law: a clause put in as bis changes the number of no other', () => {
    fc.assert(
      fc.property(fc.nat(tree.length), fc.constantFrom('bis', 'ter', 'alt' as const), (at, insertedAs) => {
        const more = [...tree.slice(0, at), clause('new', 'article', { insertedAs }), ...tree.slice(at)]
        const [before, after] = [numberClauses(tree), new Map(numberClauses(more))]
        expect(after.delete('new' as ClauseId)).toBe(true)
        for (const [id, number] of before) {
          if (insertedAs !== 'alt' || number.as !== 'alt') expect(after.get(id)).toEqual(number)
        }
      }),
      runs(100),
    )
  })

  test('TXT-8 alternatives of whole passages number as one: each counts on from before them, what follows from the longest', () => {
    const whole = [
      clause('a', 'article'),
      clause('c', 'choice'),
      clause('o1', 'option', { parent: 'c' as ClauseId }),
      clause('b1', 'article', { parent: 'o1' as ClauseId }),
      clause('o2', 'option', { parent: 'c' as ClauseId }),
      clause('b2', 'article', { parent: 'o2' as ClauseId }),
      clause('b3', 'article', { parent: 'o2' as ClauseId }),
      clause('d', 'article'),
    ]
    expect(written(whole, 'en')).toEqual(['a 1', 'o1 1', 'b1 2', 'o2 2', 'b2 2', 'b3 3', 'd 4'])
  })
})
