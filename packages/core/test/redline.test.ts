import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AlternativeId, Bracketed, BracketId, ClauseId } from '../src/areas/text/brackets/bracketed.ts'
import { keepIds } from '../src/areas/text/brackets/keep.ts'
import { compareDrafts, type DraftedClause, longestRising } from '../src/areas/text/redline/align.ts'
import { alignWithoutIds } from '../src/areas/text/redline/likeness.ts'
import { type Piece, redlineWords } from '../src/areas/text/redline/redline.ts'
import { tokensOf } from '../src/areas/text/redline/tokens.ts'
import { cutWords } from '../src/areas/text/words.ts'
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
const show = (pieces: readonly Piece[]): string =>
  pieces.map(({ is, text }) => ({ kept: text, struck: `[-${text}-]`, put: `{+${text}+}` })[is]).join('')
const redline = (before: string, after: string): string => {
  const was = bracketed(before)
  return show(redlineWords(was, bracketed(after, was)))
}
const without = (pieces: readonly Piece[], what: Piece['is']): string =>
  pieces.flatMap(({ is, text }) => (is === what ? [] : [text])).join('')

const sign = fc.constantFrom(
  ...'The|Parties|shall|not|نباید|می‌توانند|السِّلم|l’article|présent|año|30|2.5| | | |, |. |[|]|[shall] [should]|[a / b]|[X]|\n'.split(
    '|',
  ),
)
const words = fc.array(sign, { maxLength: 25 }).map(parts => parts.join(''))

const many = (word: string) => Array.from({ length: 4_000 }, (_, at) => `${word}${at}`).join(' ')

describe('a redline', () => {
  test('TXT-22 law: without what is struck it is the new wording, without what is put in the old', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const was = bracketed(before)
        const pieces = redlineWords(was, bracketed(after, was))
        expect(without(pieces, 'struck')).toBe(after)
        expect(without(pieces, 'put')).toBe(before)
        for (const { text } of pieces) expect(text).not.toBe('')
      }),
      runs(2_000),
    )
  })

  test('TXT-23 TXT-24 law: no word is cut, and no half of a bracket struck or put in', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const was = bracketed(before)
        const now = bracketed(after, was)
        const pieces = redlineWords(was, now)
        for (const [side, of] of [
          ['put', was],
          ['struck', now],
        ] as const) {
          // Where the pieces of one side end, and what became of each token of it.
          const kept = pieces.filter(({ is }) => is !== side)
          let [at, index] = [0, 0]
          const ends = kept.map(({ text }) => (at += text.length))
          const fates = new Map<string, Set<string>>()
          let place = 0
          for (const { text, pair } of tokensOf(of)) {
            while ((ends[index] ?? 0) <= place) index += 1
            expect(place + text.length).toBeLessThanOrEqual(ends[index] ?? 0)
            place += text.length
            if (pair === undefined) continue
            const fate = fates.get(pair) ?? new Set()
            fates.set(pair, fate.add(kept[index]?.is ?? ''))
          }
          for (const fate of fates.values()) expect(fate.size).toBe(1)
        }
      }),
      runs(2_000),
    )
  })

  test.each([
    [
      'a choice that was made',
      'They [shall] [should] meet.',
      'They shall meet.',
      'They [-[-]shall[-] [should]-] meet.',
    ],
    ['a bracket put in', 'They shall meet.', 'They [shall] meet.', 'They {+[+}shall{+]+} meet.'],
    ['a figure', 'within 30.5 days', 'within 35 days', 'within [-30.5-]{+35+} days'],
    ['Persian', 'طرف‌ها می‌توانند آب', 'طرف‌ها نمی‌توانند آب', 'طرف‌ها [-می‌توانند-]{+نمی‌توانند+} آب'],
    ['Arabic', 'إطلاق المياه في الربيع', 'إيقاف المياه في الربيع', '[-إطلاق-]{+إيقاف+} المياه في الربيع'],
    [
      'French',
      'L’accord est présenté',
      'L’accord n’est pas présent',
      'L’accord [-est présenté-]{+n’est pas présent+}',
    ],
    ['Spanish', 'del año próximo', 'del daño próximo', 'del [-año-]{+daño+} próximo'],
    ['Chinese', '双方应当会晤', '双方可以会晤', '双方[-应当-]{+可以+}会晤'],
    [
      'a sentence written anew',
      'Each side keeps its word, and tells the other.',
      'No village closes the gate; both are told.',
      '[-Each side keeps its word, and tells the other-]{+No village closes the gate; both are told+}.',
    ],
  ])('TXT-23 TXT-24 shows %s', (_, before, after, shown) => {
    expect(redline(before, after)).toBe(shown)
  })

  test('TXT-22 shows nothing where the same words were typed anew, whatever their ids', () => {
    const [was, now] = [bracketed('They [shall] [should] meet.'), bracketed('They [shall] [should] meet.')]
    expect(was.choices).not.toEqual(now.choices)
    expect(show(redlineWords(was, now))).toBe(now.words)
    expect(redlineWords(bracketed(''), bracketed(''))).toEqual([])
  })

  test('TXT-22 shows vowel signs, or leaves them out of account where that is asked', () => {
    const [was, now] = [bracketed('حفظ السِّلم'), bracketed('حفظ السلم')]
    expect(show(redlineWords(was, now))).toBe('حفظ [-السِّلم-]{+السلم+}')
    expect(show(redlineWords(was, now, { vowelSigns: 'left-out' }))).toBe('حفظ السلم')
  })

  test('TXT-26 gives up by words where nothing was kept, and shows the clause as written anew', () => {
    const pieces = redlineWords(bracketed(many('a')), bracketed(many('b')))
    expect(pieces.map(({ is }) => is)).toEqual(['struck', 'put'])
  })

  test('TXT-23 law: pieces of a text are all of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(cutWords(text).join('')).toBe(text)
      }),
      runs(500),
    )
  })
})

const clause = (id: string, words: string, more: Partial<DraftedClause> = {}): DraftedClause => ({
  clause: id as ClauseId,
  kind: 'article',
  wording: { words, choices: [] },
  ...more,
})

const longest = (values: readonly number[]): number => {
  const lengths = values.map(() => 1)
  values.forEach((value, at) => {
    for (let before = 0; before < at; before += 1) {
      if ((values[before] ?? 0) < value) lengths[at] = Math.max(lengths[at] ?? 0, (lengths[before] ?? 0) + 1)
    }
  })
  return Math.max(0, ...lengths)
}

describe('two drafts', () => {
  test('TXT-25 tells what moved and what only got another number from what changed', () => {
    const before = ['a', 'b', 'c', 'd'].map(id => clause(id, `words of ${id}`))
    const after = [
      clause('d', 'words of d'),
      clause('new', 'words'),
      clause('a', 'words of a'),
      clause('c', 'words of cc'),
    ]
    const changes = compareDrafts(before, after).map(({ clause: id, is, moved, was }) => [
      id,
      is,
      moved,
      was?.count,
    ])
    expect(changes).toEqual([
      ['d', 'same', true, 4],
      ['new', 'new', false, undefined],
      ['a', 'same', false, 1],
      ['b', 'gone', false, 2],
      ['c', 'changed', false, 3],
    ])
    expect(
      compareDrafts(before, before).every(
        ({ is, moved, was }) => is === 'same' && !moved && was === undefined,
      ),
    ).toBe(true)
  })

  test('TXT-25 law: what stayed is a longest rising run', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(99), { maxLength: 30 }), values => {
        const rising = longestRising(values)
        expect(rising.length).toBe(longest(values))
        const found = rising.map(at => values[at] ?? 0)
        expect(found).toEqual(found.toSorted((one, other) => one - other))
      }),
      runs(300),
    )
  })

  test('TXT-45 knows clauses again in a file that lost their ids, and says of which it is not sure', () => {
    // Small and the same each time: a linear congruential generator (Lehmer, 1951).
    let state = 7
    const pick = (below: number): number => {
      state = (state * 48_271) % 2_147_483_647
      return state % below
    }
    const write = () => Array.from({ length: 40 }, () => `w${pick(900)}`)
    const before = Array.from({ length: 200 }, write)
    const edit = (of: readonly string[], share: number) =>
      of.map(word => (pick(100) < share ? `w${pick(900)}` : word))
    for (const [share, rightMin, sureMin] of [
      [10, 1, 0.98],
      [30, 0.99, 0.3],
      [50, 0.9, 0],
    ] as const) {
      const kept = before.flatMap((of, was) =>
        was % 20 === 3 ? [] : [{ was, words: was % 5 < 2 ? edit(of, share) : of }],
      )
      const moved = [...kept.filter(({ was }) => was % 20 === 9), ...kept.filter(({ was }) => was % 20 !== 9)]
      const after = [...moved, ...Array.from({ length: 10 }, () => ({ was: -1, words: write() }))]
      const found = alignWithoutIds(
        before.map(of => of.join(' ')),
        after.map(({ words: of }) => of.join(' ')),
      )
      const right = found.filter(({ was, is }) => after[is]?.was === was)
      const expected = after.filter(({ was }) => was >= 0)
      expect(right.length / expected.length).toBeGreaterThanOrEqual(rightMin)
      // What is sure is right, and nothing new is taken for something old.
      expect(found.filter(({ was, is, sure }) => sure && after[is]?.was !== was)).toEqual([])
      const edited = right.filter(({ was }) => was % 5 < 2)
      expect(edited.filter(({ sure }) => sure).length / edited.length).toBeGreaterThanOrEqual(sureMin)
    }
  })
})
