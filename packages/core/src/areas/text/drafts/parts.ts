/** A draft in parts that fit an entry, and the words by which two readers compare that they hold the same. */

import type { Attribution, DraftClause } from '../schema.ts'
import { textLimits } from '../schema.ts'
import type { Draft, Issuing } from '../state.ts'

/** TXT-17: code units of one part at most: padded it stays under 256 KiB even of letters that take three bytes each. */
const partCharsMax = 60_000

const lengthOf = (clause: DraftClause): number => JSON.stringify(clause).length

/** The clauses in their order, cut where a part would grow too large. */
export function partsOf(clauses: readonly DraftClause[]): readonly (readonly DraftClause[])[] {
  const parts: DraftClause[][] = []
  let room = 0
  for (const clause of clauses) {
    const length = lengthOf(clause)
    let last = parts.at(-1)
    if (last === undefined || last.length >= textLimits.partClausesMax || length > room) {
      last = []
      parts.push(last)
      room = partCharsMax
    }
    last.push(clause)
    room -= length
  }
  return parts
}

/** All clauses of a draft that has arrived, in reading order. */
export const clausesOfDraft = ({ parts }: Pick<Draft, 'parts'>): readonly DraftClause[] =>
  Object.entries(parts)
    .toSorted(([one], [other]) => partNumber(one) - partNumber(other))
    .flatMap(([, clauses]) => clauses)

/** A part's key is no number: those an object would put before all others (ROOM-20). */
export const partKey = (part: number): string => `p${part}`
const partNumber = (key: string): number => Number(key.slice(1))

/** The clauses as one side gets them: with who wants what only where names are shown, and of those only who may be named. */
export function clausesShown(
  { clauses, supports }: Pick<Issuing, 'clauses' | 'supports'>,
  attribution: Attribution,
  namesOf: (support: Issuing['supports'][number]) => readonly string[],
): readonly DraftClause[] {
  if (attribution === 'none') return clauses
  const names = new Map(supports.map(support => [support.alternative, namesOf(support)]))
  return clauses.map(clause => {
    const wantedBy = clause.renderings
      .flatMap(({ choices = [] }) => choices.flatMap(({ options }) => options))
      .flatMap(option => {
        const wanting = names.get(option) ?? []
        return wanting.length === 0 ? [] : [{ option, names: wanting }]
      })
    return wantedBy.length === 0 ? clause : { ...clause, wantedBy }
  })
}

/**
 * TXT-18: what two readers compare: words, brackets, headings, the order and kind of clauses, and what stands under them as to standing;
 * no names, no footnotes, no ids. Languages in the order of their tags. Hashed by who has a hash: decision 24's digits and words.
 */
export const bareText = (clauses: readonly DraftClause[]): string => {
  const place = new Map(clauses.map(({ clause }, index) => [clause, index]))
  return JSON.stringify(
    clauses.map(({ clauseKind, upper, insertedAs, bracketed, renderings }) => [
      clauseKind,
      upper === undefined ? -1 : (place.get(upper) ?? -1),
      insertedAs ?? '',
      bracketed,
      renderings
        .toSorted((one, other) => (one.language < other.language ? -1 : 1))
        .map(({ language, heading = '', body = '', choices = [] }) => [
          language,
          heading,
          body,
          choices.map(({ meant }) => meant),
        ]),
    ]),
  )
}
