/** Who may write the one text, and when. The rules are numbered in `docs/spec/text.md`. */

import type { PartyId, RoomId } from '../../../ids.ts'
import { fail, ok } from '../../../result.ts'
import { isMediator } from '../../../room/roles.ts'
import type { Member } from '../../../room/state.ts'
import { type BracketId, type ClauseId, countOpen, fitsWords } from '../brackets/bracketed.ts'
import { readBrackets } from '../brackets/read.ts'
import type { IssueId, PackageId, TermId, TextId, VersionId } from '../ids.ts'
import type { ClauseKind } from '../numbers/number.ts'
import { type ClauseStanding, type TextLanguages, textLimits } from '../schema.ts'
import type { ClauseRow, ClauseWording, TextRoom, Version } from '../state.ts'
import { clausesOf, currentOf, wordingOf } from './view.ts'

/** TXT-9 and others: the text is written at the desk, by any mediator. */
export function checkAtDesk(room: TextRoom, author: Member) {
  if (room.kind !== 'desk') return fail('desk-only')
  return isMediator(author) ? ok(null) : fail('mediators-only')
}

/** TXT-50: one language at least is drafted in, and each stands once. */
export function checkBegin(
  room: TextRoom,
  author: Member,
  { text, languages }: { readonly text: TextId; readonly languages: TextLanguages },
) {
  const allowed = checkAtDesk(room, author)
  if (!allowed.ok) return allowed
  if (Object.hasOwn(room.workingTexts, text)) return fail('id-taken')
  const tags = new Set(languages.map(({ language }) => language))
  const drafting = languages.filter(({ languageRole }) => languageRole === 'drafting')
  return tags.size === languages.length && drafting.length === 1 ? ok(null) : fail('languages-unfit')
}

function checkText(room: TextRoom, author: Member, text: TextId) {
  const allowed = checkAtDesk(room, author)
  if (!allowed.ok) return allowed
  const known = room.workingTexts[text]
  return known === undefined ? fail('text-unknown') : ok(known)
}

function checkClause(room: TextRoom, author: Member, clause: ClauseId) {
  const allowed = checkAtDesk(room, author)
  if (!allowed.ok) return allowed
  const known = room.clauses[clause]
  return known === undefined ? fail('clause-unknown') : ok(known)
}

/** TXT-16: a clause is put under one of its own text, and never under itself; options are of a choice, and a choice has nothing else. */
function checkParent(
  room: TextRoom,
  own: { readonly clause: ClauseId; readonly text: TextId; readonly clauseKind: ClauseKind },
  parent: ClauseId | undefined,
) {
  const above = parent === undefined ? undefined : room.clauses[parent]
  if (parent !== undefined && above?.text !== own.text) return fail('clause-unknown')
  if ((own.clauseKind === 'option') !== (above?.clauseKind === 'choice')) return fail('parent-unfit')
  let depth = 0
  for (let upper = above; upper !== undefined; upper = room.clauses[upper.upper ?? ('' as ClauseId)]) {
    depth += 1
    if (upper.clause === own.clause) return fail('clause-under-itself')
    if (depth >= textLimits.depthMax) return fail('clauses-too-deep', { max: textLimits.depthMax })
  }
  return ok(null)
}

export function checkAdding(
  room: TextRoom,
  author: Member,
  act: {
    readonly text: TextId
    readonly clause: ClauseId
    readonly clauseKind: ClauseKind
    readonly upper?: ClauseId
  },
) {
  const text = checkText(room, author, act.text)
  if (!text.ok) return text
  if (Object.hasOwn(room.clauses, act.clause)) return fail('id-taken')
  if (Object.keys(room.clauses).length >= textLimits.clausesMax)
    return fail('too-many-clauses', { max: textLimits.clausesMax })
  return checkParent(room, act, act.upper)
}

type Writing = Pick<Version, 'version' | 'language' | 'upon' | 'heading' | 'body' | 'choices'> & {
  readonly clause: ClauseId
  readonly follows?: VersionId
  readonly settles?: readonly VersionId[]
  readonly made?: BracketId
}

/**
 * TXT-13: what is written is never refused for what its author had not seen: it stands beside as a rival. Rivals end by a writing on what
 * stands now, and only those that its author saw.
 */
export function checkWriting(room: TextRoom, author: Member, act: Writing) {
  const found = checkClause(room, author, act.clause)
  if (!found.ok) return found
  const clause = found.value
  const languages = room.workingTexts[clause.text]?.languages ?? []
  if (!languages.some(({ language }) => language === act.language)) return fail('language-not-of-text')
  if (Object.hasOwn(room.clauseVersions, act.version)) return fail('id-taken')
  if (clause.versions.length >= textLimits.versionsMax)
    return fail('too-many-versions', { max: textLimits.versionsMax })
  if (act.heading === undefined && act.body === undefined) return fail('nothing-written')
  if (!fitsWords({ words: act.body ?? '', choices: act.choices ?? [] })) return fail('choices-differ')
  const isKnown = (version: VersionId | undefined, language?: string): boolean =>
    version === undefined ||
    clause.versions.some(
      known => known.version === version && (language === undefined || known.language === language),
    )
  if (!isKnown(act.upon, act.language) || !isKnown(act.follows)) return fail('version-unknown')
  const wording = wordingOf(clause, act.language)
  return checkSettling(wording, act)
}

function checkSettling(wording: ClauseWording | undefined, { upon, settles, made }: Writing) {
  if (settles !== undefined) {
    const rivals = new Set(wording?.rivals.map(({ version }) => version))
    if (upon !== wording?.current?.version || !settles.every(rival => rivals.has(rival)))
      return fail('version-stale')
  }
  if (made === undefined) return ok(null)
  const had = wording?.current?.choices?.some(({ bracket }) => bracket === made) === true
  return had && upon === wording?.current?.version ? ok(null) : fail('choice-unknown')
}

/** TXT-16: of two who put a clause elsewhere, the second had not seen where it went. */
export function checkPlacing(
  room: TextRoom,
  author: Member,
  {
    clause,
    upper,
    seenAs,
  }: { readonly clause: ClauseId; readonly upper?: ClauseId; readonly seenAs: number },
) {
  const found = checkClause(room, author, clause)
  if (!found.ok) return found
  return found.value.places === seenAs ? checkParent(room, found.value, upper) : fail('place-stale')
}

export function checkRemoving(room: TextRoom, author: Member, { clause }: { readonly clause: ClauseId }) {
  const found = checkClause(room, author, clause)
  if (!found.ok) return found
  return found.value.removed === undefined ? ok(null) : fail('clause-removed')
}

export function checkRestoring(room: TextRoom, author: Member, { clause }: { readonly clause: ClauseId }) {
  const found = checkClause(room, author, clause)
  if (!found.ok) return found
  return found.value.removed === undefined ? fail('clause-stands') : ok(null)
}

export function checkBracketing(
  room: TextRoom,
  author: Member,
  { clause, bracketed }: { readonly clause: ClauseId; readonly bracketed: boolean },
) {
  const found = checkClause(room, author, clause)
  if (!found.ok) return found
  return found.value.bracketed === bracketed ? fail('bracketed-already') : ok(null)
}

/** TXT-10: what is open in a clause, so that it cannot be agreed; undefined where nothing is. */
export function whyOpen(room: TextRoom, clause: ClauseRow) {
  if (clause.bracketed) return 'still-open'
  const languages = room.workingTexts[clause.text]?.languages ?? []
  if (clause.wordings.some(({ rivals }) => rivals.length > 0)) return 'rival-stands'
  const drafted = languages.find(({ languageRole }) => languageRole === 'drafting')
  const drafting = drafted === undefined ? undefined : currentOf(clause, drafted.language)
  for (const { language, languageRole } of languages) {
    if (languageRole === 'courtesy') continue
    const current = currentOf(clause, language)
    if (current === undefined) return 'language-missing'
    const { choices, blanks } = countOpen(current.body ?? '')
    if (choices + blanks > 0 || readBrackets(current.body ?? '').faults.length > 0) return 'still-open'
    if (languageRole === 'authentic' && current.follows !== drafting?.version) return 'translation-behind'
  }
  return undefined
}

/** TXT-10: how a clause stands is said of what its author saw; agreed is only what nothing is open in. */
export function checkStanding(
  room: TextRoom,
  author: Member,
  act: { readonly clause: ClauseId; readonly standing: ClauseStanding; readonly seenAs: number },
) {
  const found = checkClause(room, author, act.clause)
  if (!found.ok) return found
  const clause = found.value
  if (clause.changes !== act.seenAs) return fail('clause-changed')
  if (clause.removed !== undefined) return fail('clause-removed')
  if (act.standing !== 'agreed') return ok(null)
  const open = whyOpen(room, clause)
  return open === undefined ? ok(null) : fail(open)
}

export function checkPackage(
  room: TextRoom,
  author: Member,
  act: { readonly package: PackageId; readonly text: TextId; readonly clauses: readonly ClauseId[] },
) {
  const text = checkText(room, author, act.text)
  if (!text.ok) return text
  if (new Set(act.clauses).size < act.clauses.length) return fail('id-taken')
  if (!act.clauses.every(clause => room.clauses[clause]?.text === act.text)) return fail('clause-unknown')
  const known = room.textPackages[act.package]
  if (known === undefined) {
    return Object.keys(room.textPackages).length >= textLimits.packagesMax
      ? fail('too-many-clauses', { max: textLimits.packagesMax })
      : ok(null)
  }
  return known.text === act.text ? ok(null) : fail('id-taken')
}

export function checkTerm(
  room: TextRoom,
  author: Member,
  act: {
    readonly term: TermId
    readonly text: TextId
    readonly spoken: readonly { readonly language: string }[]
  },
) {
  const text = checkText(room, author, act.text)
  if (!text.ok) return text
  const known = room.textTerms[act.term]
  if (known !== undefined && known.text !== act.text) return fail('id-taken')
  const tags = act.spoken.map(({ language }) => language)
  const isOfText = tags.every(tag => text.value.languages.some(({ language }) => language === tag))
  if (!isOfText || new Set(tags).size < tags.length) return fail('language-not-of-text')
  return known === undefined && Object.keys(room.textTerms).length >= textLimits.termsMax
    ? fail('too-many-clauses', { max: textLimits.termsMax })
    : ok(null)
}

export function checkFootnote(
  room: TextRoom,
  author: Member,
  act: { readonly footnote: string; readonly clause: ClauseId },
) {
  const found = checkClause(room, author, act.clause)
  if (!found.ok) return found
  const known = (room.footnotes as Readonly<Record<string, { readonly clause: ClauseId }>>)[act.footnote]
  if (known !== undefined) return known.clause === act.clause ? ok(null) : fail('id-taken')
  return Object.keys(room.footnotes).length >= textLimits.footnotesMax
    ? fail('too-many-clauses', { max: textLimits.footnotesMax })
    : ok(null)
}

/** TXT-47: of a wording that stands, or stood, in some clause. */
export function checkSupport(
  room: TextRoom,
  author: Member,
  act: { readonly clause: ClauseId; readonly alternative: string; readonly party: PartyId },
) {
  const found = checkClause(room, author, act.clause)
  if (!found.ok) return found
  const isThere = found.value.versions.some(({ choices = [] }) =>
    choices.some(({ options }) => (options as readonly string[]).includes(act.alternative)),
  )
  return isThere ? ok(null) : fail('choice-unknown')
}

/** TXT-2, TXT-14: what was never closed is not issued, and nothing while two wordings of a clause stand beside each other. */
export function checkIssuing(
  room: TextRoom,
  author: Member,
  act: {
    readonly text: TextId
    readonly issuing: IssueId
    readonly to: readonly { readonly room: RoomId; readonly draft: string }[]
  },
) {
  const text = checkText(room, author, act.text)
  if (!text.ok) return text
  if (Object.hasOwn(room.issuings, act.issuing)) return fail('id-taken')
  const drafts = [...Object.values(room.issuings).flatMap(({ to }) => to), ...act.to]
  if (new Set(drafts.map(({ draft }) => draft)).size < drafts.length) return fail('id-taken')
  if (new Set(act.to.map(({ room: each }) => each)).size < act.to.length) return fail('id-taken')
  const clauses = clausesOf(room, act.text)
  if (clauses.length === 0) return fail('nothing-written')
  const contested = clauses.find(({ wordings }) => wordings.some(({ rivals }) => rivals.length > 0))
  if (contested !== undefined) return fail('rival-stands', { clause: contested.clause })
  const faulty = clauses.find(({ wordings }) =>
    wordings.some(({ current }) => readBrackets(current?.body ?? '').faults.length > 0),
  )
  return faulty === undefined ? ok(null) : fail('bracket-faulty', { clause: faulty.clause })
}
