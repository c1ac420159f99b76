/**
 * A redline of two drafts of 400 clauses of 80 words, as a party's screen makes it: against plain Myers on words (`diffWordsWithSpace` of
 * the same library), and by how many borders each cuts a word in the middle. `node bench/text/redline.ts [clauses] [words]`.
 */

import { diffWordsWithSpace } from 'diff'
import {
  alignWithoutIds,
  type Bracketed,
  type ClauseId,
  compareDrafts,
  type DraftedClause,
  keepIds,
} from '../../packages/core/src/index.ts'

const clausesCount = Number(process.argv[2] ?? 400)
const wordsCount = Number(process.argv[3] ?? 80)
const roundsMax = 7

let seed = 11
const next = (below: number): number => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed % below
}
const latin =
  'the Parties shall should ensure that water of each canal is shared in spring and reported by village'.split(
    ' ',
  )
const arabic = 'تكفل الأطراف تقاسم المياه في كل قناة وتقدم القرية تقريرا عن الربيع السِّلم'.split(' ')
const persian = 'طرف‌ها می‌توانند آب هر نهر را در بهار تقسیم کنند و نباید دریچه را ببندند'.split(' ')
const tongues = [latin, arabic, persian]

let made = 0
const fresh = { bracket: () => `b${(made += 1)}` as never, option: () => `o${(made += 1)}` as never }
const bracketed = (words: string, before?: Bracketed): Bracketed => ({
  words,
  choices: keepIds(before, words, fresh).choices,
})
const write = (tongue: readonly string[]): readonly string[] =>
  Array.from({ length: wordsCount }, (_, at) => {
    const word = tongue[next(tongue.length)] ?? ''
    if (at % 20 === 7) return `[${word}] [${tongue[next(tongue.length)] ?? ''}]`
    return at % 12 === 11 ? `${word},` : word
  })
/** One word in ten another one, one gone, one put in. */
const edit = (words: readonly string[], tongue: readonly string[]): readonly string[] =>
  words.flatMap(word => {
    const another = tongue[next(tongue.length)] ?? ''
    const dice = next(30)
    if (dice === 0) return []
    if (dice === 1) return [word, another]
    return dice < 5 ? [another] : [word]
  })

const before: DraftedClause[] = []
const after: DraftedClause[] = []
for (let index = 0; index < clausesCount; index += 1) {
  const tongue = tongues[index % tongues.length] ?? latin
  const words = write(tongue)
  const was = bracketed(words.join(' '))
  const clause = { clause: `clause-${index}` as ClauseId, kind: 'article' as const }
  before.push({ ...clause, wording: was })
  after.push({ ...clause, wording: bracketed(edit(words, tongue).join(' '), was) })
}

/** The best of some rounds, in ms: what else the machine does makes it only worse. */
function measure(run: () => void): number {
  const times = Array.from({ length: roundsMax }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return Math.min(...times)
}

const wordly = /[\p{L}\p{N}\p{M}\u200C]/u
/** Borders of a change with letters on both sides, in the old wording or the new. */
function cutWords(pieces: readonly { readonly is: string; readonly text: string }[]): number {
  let cut = 0
  for (const side of ['struck', 'put']) {
    const kept = pieces.filter(({ is }) => is === 'kept' || is === side)
    kept.forEach(({ text }, index) => {
      const behind = kept[index + 1]?.text ?? ''
      if (wordly.test(text.at(-1) ?? '') && wordly.test(behind[0] ?? '')) cut += 1
    })
  }
  return cut
}

const ours = measure(() => compareDrafts(before, after))
const plain = measure(() => {
  before.forEach(({ wording: { words } }, index) => {
    diffWordsWithSpace(words, after[index]?.wording.words ?? '')
  })
})
const likeness = measure(() => {
  alignWithoutIds(
    before.map(({ wording: { words } }) => words),
    after.map(({ wording: { words } }) => words),
  )
})
const changes = compareDrafts(before, after).map(({ words }) => words)
const plainChanges = before.map(({ wording: { words } }, index) =>
  diffWordsWithSpace(words, after[index]?.wording.words ?? '').map(({ added, removed, value }) => ({
    is: added ? 'put' : removed ? 'struck' : 'kept',
    text: value,
  })),
)
const total = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0)
const row = (name: string, ms: number, pieces: number | string, cut: number | string): void =>
  console.log(`| ${name} | ${ms.toFixed(0)} | ${(ms / plain).toFixed(2)} | ${pieces} | ${cut} |`)

console.log(
  `${clausesCount} clauses of ${wordsCount} words, a third each Latin, Arabic and Persian; best of ${roundsMax} rounds\n`,
)
console.log('| | ms | against plain Myers | pieces | words cut |\n|---|---|---|---|---|')
row(
  'redline with whole brackets',
  ours,
  total(changes.map(each => each.length)),
  total(changes.map(cutWords)),
)
row(
  'plain Myers on words',
  plain,
  total(plainChanges.map(each => each.length)),
  total(plainChanges.map(cutWords)),
)
row('alignment without ids', likeness, '–', '–')
