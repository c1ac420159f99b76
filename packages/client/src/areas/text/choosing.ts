/** What is done with a choice without typing: made, said how it is meant, tied to its counterpart in another language. In every language at once. */

import {
  type AlternativeId,
  type BracketId,
  type ClauseRow,
  type ClauseVersion,
  chooseIn,
  currentOf,
  fitsWords,
  type RoomState,
  tieChoice,
  type VersionId,
} from '@goodoffices/core'
import { newId } from '../../process/id.ts'
import { fail, ok, type Result } from '../../result.ts'
import { draftingIn } from './reading.ts'
import { bracketed, composeWriting, type Typed, type WriteAct } from './writing.ts'

type Choosing = Pick<Typed, 'clause' | 'language'> & { readonly bracket: BracketId }

const has = (version: ClauseVersion | undefined, bracket: BracketId): version is ClauseVersion =>
  version?.choices?.some(each => each.bracket === bracket) === true

/** The languages in which a choice stands, the one that is drafted in first; none where it does not stand in the one that is meant. */
function standingIn(desk: RoomState, { clause, language, bracket }: Choosing): readonly ClauseVersion[] {
  const row = desk.clauses[clause]
  if (row === undefined || !has(currentOf(row, language), bracket)) return []
  const drafting = draftingIn(desk.workingTexts[row.text] ?? {})
  return row.wordings
    .flatMap(({ current }) => (has(current, bracket) ? [current] : []))
    .toSorted((one, other) => Number(other.language === drafting) - Number(one.language === drafting))
}

/** The same change in each language: what rendered the words of before renders those of now, what lagged behind lags still. */
function writeEach(
  row: ClauseRow,
  versions: readonly ClauseVersion[],
  write: (version: ClauseVersion) => WriteAct,
): readonly WriteAct[] {
  const renewed = new Map<VersionId, VersionId>()
  return versions.map(version => {
    const { follows: _, ...act } = write(version)
    renewed.set(version.version, act.version)
    const drafted = version.follows === undefined ? undefined : renewed.get(version.follows)
    const follows = drafted ?? version.follows
    return { ...act, clause: row.clause, ...(follows === undefined ? {} : { follows }) }
  })
}

/** TXT-44, TXT-56: of a choice one wording is left, or none, in each language in which it stands. Fails with `choice-unknown` where there is no such choice. */
export function composeChoice(
  desk: RoomState,
  { keep, ...choosing }: Choosing & { readonly keep: AlternativeId | undefined },
): Result<readonly WriteAct[]> {
  const { clause, bracket } = choosing
  const row = desk.clauses[clause]
  const versions = standingIn(desk, choosing)
  const left = versions.map(version =>
    chooseIn(bracketed(version), { bracket, keep: keep === undefined ? [] : [keep] }),
  )
  if (row === undefined || versions.length === 0 || left.includes(undefined)) return fail('choice-unknown')
  return ok(
    writeEach(row, versions, version => {
      const body = left[versions.indexOf(version)] ?? ''
      const { language } = version
      return { ...composeWriting(desk, { clause, language, body }).write, made: bracket }
    }),
  )
}

/** TXT-5, TXT-56: what the wordings of a choice are to each other, said in each language; the words stay. Fails with `choice-unknown`. */
export function composeMeaning(
  desk: RoomState,
  { meant, ...choosing }: Choosing & { readonly meant: 'one' | 'each' },
): Result<readonly WriteAct[]> {
  const { clause, bracket } = choosing
  const row = desk.clauses[clause]
  const versions = standingIn(desk, choosing)
  if (row === undefined || versions.length === 0) return fail('choice-unknown')
  return ok(
    // A slash says already that it is one of them.
    writeEach(row, versions, version => {
      const said = version.choices?.map(each => (each.bracket === bracket ? { ...each, meant } : each)) ?? []
      const isFit = fitsWords({ words: version.body ?? '', choices: said })
      return rewrite(row, version, isFit ? said : version.choices)
    }),
  )
}

/** The very words, with other ids beside them. */
function rewrite(
  { clause }: ClauseRow,
  { language, version: upon, heading, body, follows }: ClauseVersion,
  choices: WriteAct['choices'],
): WriteAct {
  return {
    kind: 'text.write',
    clause,
    language,
    version: newId<VersionId>(),
    upon,
    ...(heading === undefined ? {} : { heading }),
    ...(body === undefined ? {} : { body }),
    ...(choices === undefined || choices.length === 0 ? {} : { choices }),
    ...(follows === undefined ? {} : { follows }),
  }
}

/**
 * TXT-56: which choice of the drafting language one of another language is, said by a mediator. Fails with `choice-unknown` where one of them
 * does not stand, with `choices-differ` where they have not as many wordings, or another choice is that one already.
 */
export function composeTie(
  desk: RoomState,
  { clause, language, bracket, to }: Choosing & { readonly to: BracketId },
): Result<WriteAct> {
  const row = desk.clauses[clause]
  const current = row === undefined ? undefined : currentOf(row, language)
  const drafted =
    row === undefined ? undefined : currentOf(row, draftingIn(desk.workingTexts[row.text] ?? {}))
  const counterpart = drafted?.choices?.find(each => each.bracket === to)
  if (row === undefined || counterpart === undefined || !has(current, bracket)) return fail('choice-unknown')
  const choices = tieChoice(bracketed(current), bracket, counterpart)
  return choices === undefined ? fail('choices-differ') : ok(rewrite(row, current, choices))
}
