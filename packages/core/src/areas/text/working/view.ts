/** The working text as it is read: its clauses in order, what stands in each language, what is open, and what of it a draft gets. */

import { type ClauseId, countOpen, type OpenCount } from '../brackets/bracketed.ts'
import type { PackageId, TextId } from '../ids.ts'
import { comparePlaces } from '../numbers/order.ts'
import type { DraftClause } from '../schema.ts'
import type { ClauseRow, ClauseWording, TextRoom, TextState, Version } from '../state.ts'

export const wordingOf = ({ wordings }: ClauseRow, language: string): ClauseWording | undefined =>
  wordings.find(each => each.language === language)

export const currentOf = (clause: ClauseRow, language: string): Version | undefined =>
  wordingOf(clause, language)?.current

/** Every clause of a text that was not taken out, in reading order, each after its parent; what is under one taken out is out with it. */
export function clausesOf({ clauses }: TextState, text: TextId): readonly ClauseRow[] {
  const rows = Object.values(clauses).filter(row => row.text === text && row.removed === undefined)
  const children = Map.groupBy(rows, ({ upper }) => upper)
  const under = (parent: ClauseId | undefined): readonly ClauseRow[] =>
    (children.get(parent) ?? []).toSorted(comparePlaces).flatMap(row => [row, ...under(row.clause)])
  return under(undefined)
}

/** TXT-43: what a text leaves open in one language: the line that one watches fall. Clauses in brackets as a whole count as one each. */
export function countOpenIn(
  room: TextState,
  text: TextId,
  language: string,
): OpenCount & { readonly rivals: number } {
  const counts = clausesOf(room, text).map(row => ({
    ...countOpen(currentOf(row, language)?.body ?? ''),
    whole: (row.bracketed ? 1 : 0) + (row.clauseKind === 'choice' ? 1 : 0),
    rivals: row.wordings.reduce((sum, { rivals }) => sum + rivals.length, 0),
  }))
  const sum = (of: (count: (typeof counts)[number]) => number): number =>
    counts.reduce((total, count) => total + of(count), 0)
  return {
    choices: sum(({ choices, whole }) => choices + whole),
    options: sum(({ options, whole }) => options + whole),
    depth: Math.max(0, ...counts.map(({ depth }) => depth)),
    blanks: sum(({ blanks }) => blanks),
    rivals: sum(({ rivals }) => rivals),
  }
}

/** TXT-32: languages of a clause that render something older than what stands in the drafting language. */
export function behindIn(room: TextRoom, row: ClauseRow): readonly string[] {
  const languages = room.workingTexts[row.text]?.languages ?? []
  const drafting = languages.find(({ languageRole }) => languageRole === 'drafting')?.language ?? ''
  const current = currentOf(row, drafting)
  return languages
    .map(({ language }) => language)
    .filter(language => language !== drafting && currentOf(row, language)?.follows !== current?.version)
}

const has = (row: ClauseRow, { language, word }: { readonly language: string; readonly word: string }) =>
  (currentOf(row, language)?.body ?? '').toLowerCase().includes(word.toLowerCase())

/** TXT-33: clauses in which a term stands in one language and its partner in the other does not. A search, and no judgement. */
export function missingTerm(room: TextState, term: TextState['textTerms'][never]): readonly ClauseId[] {
  return clausesOf(room, term.text)
    .filter(row => {
      const found = term.spoken
        .filter(({ language }) => currentOf(row, language) !== undefined)
        .map(each => has(row, each))
      return found.includes(true) && found.includes(false)
    })
    .map(({ clause }) => clause)
}

/** TXT-12: the packages that a clause is in, and in each what is not agreed yet: until then it is agreed in that package. */
export const packagesOf = (
  room: TextState,
  clause: ClauseId,
): readonly {
  readonly package: PackageId
  readonly name: string
  readonly waitsFor: readonly ClauseId[]
}[] =>
  Object.values(room.textPackages)
    .filter(({ clauses }) => clauses.includes(clause))
    .map(each => ({
      package: each.package,
      name: each.name,
      waitsFor: each.clauses.filter(other => room.clauses[other]?.standing !== 'agreed'),
    }))

const withoutEmpty = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T

/** What a draft gets of a text as it stands: no rivals, no ids of versions, and nothing of who wants what. */
export const draftClauses = (room: TextState, text: TextId): readonly DraftClause[] =>
  clausesOf(room, text).map(row => {
    const footnotes = Object.values(room.footnotes)
      .filter(({ clause, withdrawn }) => clause === row.clause && withdrawn === undefined)
      .map(({ footnoteKind, body }) => ({ footnoteKind, body }))
    return withoutEmpty({
      clause: row.clause,
      clauseKind: row.clauseKind,
      upper: row.upper,
      insertedAs: row.insertedAs,
      bracketed: row.bracketed,
      standing: row.standing,
      agreedBy: row.agreedBy,
      renderings: row.wordings.flatMap(({ language, current }) =>
        current === undefined
          ? []
          : [
              withoutEmpty({
                language,
                heading: current.heading,
                body: current.body,
                choices: current.choices,
              }),
            ],
      ),
      footnotes: footnotes.length === 0 ? undefined : footnotes,
    }) as DraftClause
  })
