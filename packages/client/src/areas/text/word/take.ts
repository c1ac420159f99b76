/** What was chosen of a Word file, as the acts that write it at the desk. */

import {
  type Act,
  type Bracketed,
  bothAsAlternatives,
  type ClauseId,
  clausesOf,
  currentOf,
  type FootnoteId,
  isTitle,
  keepIds,
  orderBetween,
  type PartyId,
  type RoomState,
  type TextId,
} from '@goodoffices/core'
import { newId } from '../../../process/id.ts'
import { fail, ok, type Result } from '../../../result.ts'
import { bracketWhole, composeWriting, fresh, supportOf, type WriteAct } from '../writing.ts'
import { cleanText } from './letters.ts'
import { type ImportRow, proposedChoice, type Review, type RowChoice, type Way, wordsBy } from './review.ts'

export type Decisions = {
  /** By a row's place. */
  readonly rows: ReadonlyMap<number, RowChoice>
  /** What becomes of whose changes. */
  readonly ways: ReadonlyMap<string, Way>
  /** For which side whoever changed something writes. */
  readonly sides: ReadonlyMap<string, PartyId>
}

type Wordings = { readonly heading?: string; readonly one: string; readonly other: string }

/** The two wordings that stand beside each other; the same where nobody's changes are kept open. A heading that is none is words. */
function wordingsOf({ heading, words }: ImportRow, wayOf: (author: string) => Way): Wordings {
  const isBelow = (author: string) => wayOf(author) === 'take'
  const isAbove = (author: string) => wayOf(author) !== 'leave'
  const [one, other] = [wordsBy(words, isBelow), wordsBy(words, isAbove)]
  const plain = (wordsBy(heading, isBelow) || wordsBy(heading, isAbove)).replaceAll(/\s*\n\s*/g, ' ')
  if (plain === '') return { one, other }
  if (isTitle(plain)) return { heading: plain, one, other }
  const before = (body: string): string => [plain, body].filter(Boolean).join('\n')
  return { one: before(one), other: before(other) }
}

/** Where new clauses go: behind what stands before them in the file, under what they are under. */
class Places {
  readonly #children: Map<ClauseId | undefined, { readonly clause: ClauseId; readonly order: string }[]>

  constructor(desk: RoomState, text: TextId) {
    this.#children = Map.groupBy(
      clausesOf(desk, text).map(({ clause, upper, order }) => ({ clause, upper, order })),
      ({ upper }) => upper,
    )
  }

  add(clause: ClauseId, upper: ClauseId | undefined, behind: ClauseId | undefined): string {
    let siblings = this.#children.get(upper)
    if (siblings === undefined) this.#children.set(upper, (siblings = []))
    const found = siblings.findIndex(each => each.clause === behind)
    const at = found < 0 ? siblings.length - 1 : found
    const order =
      orderBetween(siblings[at]?.order, siblings[at + 1]?.order) ?? `${siblings[at]?.order ?? ''}m`
    siblings.splice(at + 1, 0, { clause, order })
    return order
  }
}

const bracketedAs = (words: string, before: Bracketed | undefined): Bracketed =>
  before !== undefined && before.words === words
    ? before
    : { words, choices: keepIds(undefined, words, fresh).choices }

/** One choice of both wordings; of one alone, in or out. Undefined where they cannot stand so. */
function openWords(one: Bracketed, other: string): Pick<WriteAct, 'body' | 'choices'> | undefined {
  if (one.words === '' || other === '') return bracketWhole(one.words + other)
  const both = bothAsAlternatives(one, bracketedAs(other, undefined), fresh)
  return both === undefined ? undefined : { body: both.words, choices: both.choices }
}

/**
 * TXT-55: the chosen rows, in one write. Fails with `choices-differ` where two wordings cannot stand as one choice, and with `row` which.
 */
export function composeImport(
  desk: RoomState,
  text: TextId,
  { rows, decisions }: { readonly rows: Review['rows']; readonly decisions: Decisions },
): Result<readonly Act[]> {
  const acts: Act[] = []
  const places = new Places(desk, text)
  /** The clause that each row has become, or would be under. */
  const became = new Map<number, ClauseId>()
  let behind: ClauseId | undefined
  for (const row of rows) {
    const choice = decisions.rows.get(row.at) ?? proposedChoice(row)
    const known = choice.clause === undefined ? row.clause : (choice.clause ?? undefined)
    if (known !== undefined) became.set(row.at, known)
    if (choice.put) {
      const wayOf = (author: string): Way => choice.way ?? decisions.ways.get(author) ?? 'both'
      const wordings = wordingsOf(row, wayOf)
      const isNothing = wordings.heading === undefined && wordings.one + wordings.other === ''
      if (known === undefined && isNothing && row.label === undefined) continue
      const clause = known ?? newId<ClauseId>()
      if (known === undefined) {
        const upper = upperOf(row, rows, became)
        acts.push({
          kind: 'text.clause',
          text,
          clause,
          clauseKind: row.kind,
          ...(upper === undefined ? {} : { upper }),
          order: places.add(clause, upper, behind),
          ...(row.insertedAs === undefined ? {} : { insertedAs: row.insertedAs }),
        })
        became.set(row.at, clause)
      }
      const written = writeRow(desk, {
        row,
        clause,
        wordings,
        // Whose changes stand beside what stood, and are nobody else's.
        open: row.authors.filter(author => wayOf(author) === 'both'),
        sides: decisions.sides,
      })
      if (written === undefined) return fail('choices-differ', { row: row.at + 1 })
      acts.push(...written, ...footnotesOf(desk, row, clause))
    }
    const now = became.get(row.at)
    if (now !== undefined) behind = now
  }
  return ok(acts)
}

/** The nearest passage above that is a clause here. */
function upperOf(
  row: ImportRow,
  rows: readonly ImportRow[],
  became: ReadonlyMap<number, ClauseId>,
): ClauseId | undefined {
  for (let upper = row.upper; upper !== undefined; upper = rows[upper]?.upper) {
    const found = became.get(upper)
    if (found !== undefined) return found
  }
  return undefined
}

type Written = {
  readonly row: ImportRow
  readonly clause: ClauseId
  readonly wordings: Wordings
  readonly open: readonly string[]
  readonly sides: Decisions['sides']
}

function writeRow(
  desk: RoomState,
  { row, clause, wordings: { heading, one, other }, open: asked, sides }: Written,
): readonly Act[] | undefined {
  const { language } = row
  const headed = heading === undefined ? {} : { heading }
  const clauseRow = desk.clauses[clause]
  const current = clauseRow === undefined ? undefined : currentOf(clauseRow, language)
  if (one === other) {
    if (one === '' && heading === undefined) {
      return clauseRow === undefined ? [] : [{ kind: 'text.remove', clause }]
    }
    const body = one === '' ? {} : { body: one }
    const { write, supports } = composeWriting(desk, { clause, language, ...headed, ...body })
    return [write, ...supports]
  }
  const before =
    current?.body === undefined ? undefined : { words: current.body, choices: current.choices ?? [] }
  const open = openWords(bracketedAs(one, before), other)
  if (open === undefined) return undefined
  const { choices: _, ...write } = composeWriting(desk, {
    clause,
    language,
    ...headed,
    body: one || other,
  }).write
  const opened: WriteAct = { ...write, ...open }
  const [author, ...others] = asked
  const party = author === undefined || others.length > 0 ? undefined : sides.get(author)
  return [opened, ...(party === undefined ? [] : supportOf(desk, opened, { party, body: other }))]
}

/** Those that do not stand at the clause already. */
function footnotesOf(desk: RoomState, { footnotes }: ImportRow, clause: ClauseId): readonly Act[] {
  const known = new Set(
    Object.values(desk.footnotes)
      .filter(each => each.clause === clause && each.withdrawn === undefined)
      .map(({ body }) => body),
  )
  return footnotes
    .map(note => cleanText(note).text)
    .filter(body => !known.has(body))
    .map(body => ({
      kind: 'text.footnote',
      footnote: newId<FootnoteId>(),
      clause,
      footnoteKind: 'explanation',
      body,
    }))
}
