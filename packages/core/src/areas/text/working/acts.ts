/** What mediators do with the one text at their desk. */

import * as v from 'valibot'
import { anyId, id } from '../../../ids.ts'
import { act } from '../../../room/area.ts'
import { language, limits, name, note, title } from '../../../schema.ts'
import {
  clause,
  clauseKind,
  clauseStanding,
  footnoteKind,
  insertion,
  level,
  nature,
  order,
  parties,
  seenCount,
  textLanguages,
  textLimits,
  version,
  written,
} from '../schema.ts'
import type { ClauseRow, TextRoom, Version } from '../state.ts'
import {
  checkAdding,
  checkBegin,
  checkBracketing,
  checkFootnote,
  checkPackage,
  checkPlacing,
  checkRemoving,
  checkRestoring,
  checkStanding,
  checkSupport,
  checkTerm,
  checkWriting,
} from './rules.ts'
import { wordingOf } from './view.ts'

const textAct = act<TextRoom>()
const text = id('text')

export const workingActs = [
  textAct({
    kind: 'text.begin',
    since: 2,
    fields: {
      text,
      title,
      nature,
      textLanguages,
      /** What the document is, and under whose responsibility: on every page of every draft. */
      statusLine: v.exactOptional(note),
    },
    about: ({ text }) => text,
    check: (room, author, { text, textLanguages: languages }) =>
      checkBegin(room, author, { text, languages }),
    apply: (room, said, { textLanguages: languages, ...begun }) => {
      room.workingTexts[begun.text] = { ...said, ...begun, languages }
    },
    stands: 'as-event',
  }),
  textAct({
    kind: 'text.clause',
    since: 2,
    fields: {
      text,
      clause,
      clauseKind,
      upper: v.exactOptional(clause),
      order,
      insertedAs: v.exactOptional(insertion),
    },
    about: ({ clause }) => clause,
    check: checkAdding,
    apply: (room, said, added) => {
      room.clauses[added.clause] = {
        ...said,
        ...added,
        places: 0,
        bracketed: false,
        wordings: [],
        versions: [],
        standing: 'open',
        changes: 0,
      }
    },
    stands: 'as-event',
  }),
  /** Writes a clause in one language, on what its author saw. Somebody else's writing in between makes it a rival, and is not undone by it. */
  textAct({
    kind: 'text.write',
    since: 2,
    fields: {
      clause,
      language,
      version,
      upon: v.exactOptional(version),
      ...written,
      follows: v.exactOptional(version),
      /** A slip of the pen: an agreed clause stays so, and the redline shows it all the same. */
      editorial: v.exactOptional(v.literal(true)),
      /** Rivals that end with it. */
      settles: v.exactOptional(
        v.pipe(v.array(version), v.minLength(1), v.maxLength(textLimits.rivalsMax), v.readonly()),
      ),
      /** The choice that it makes. */
      made: v.exactOptional(id('bracket')),
    },
    about: ({ clause }) => clause,
    check: checkWriting,
    apply: (room, said, { clause, ...words }) => {
      const row = room.clauses[clause]
      if (row !== undefined) write(row, { ...said, ...words })
      room.clauseVersions[words.version] = clause
    },
    stands: 'as-event',
    underTitle: true,
  }),
  textAct({
    kind: 'text.place',
    since: 2,
    fields: { clause, upper: v.exactOptional(clause), order, seenAs: seenCount },
    about: ({ clause }) => clause,
    check: checkPlacing,
    apply: (room, _, { clause, upper, order }) => {
      const row = room.clauses[clause]
      if (row === undefined) return
      row.order = order
      row.places += 1
      if (upper === undefined) delete row.upper
      else row.upper = upper
    },
    stands: 'as-event',
  }),
  /** Taken out, with all that is under it; its words are kept. */
  textAct({
    kind: 'text.remove',
    since: 2,
    fields: { clause },
    about: ({ clause }) => clause,
    check: checkRemoving,
    apply: (room, said, { clause }) => {
      const row = room.clauses[clause]
      if (row === undefined) return
      row.removed = said
      row.changes += 1
    },
    stands: 'as-event',
  }),
  textAct({
    kind: 'text.restore',
    since: 2,
    fields: { clause },
    about: ({ clause }) => clause,
    check: checkRestoring,
    apply: (room, _, { clause }) => {
      const row = room.clauses[clause]
      if (row === undefined) return
      delete row.removed
      row.changes += 1
    },
    stands: 'as-event',
  }),
  /** The clause as a whole is put in brackets, or out of them. */
  textAct({
    kind: 'text.bracket',
    since: 2,
    fields: { clause, bracketed: v.boolean() },
    about: ({ clause }) => clause,
    check: checkBracketing,
    apply: (room, said, { clause, bracketed }) => {
      const row = room.clauses[clause]
      if (row === undefined) return
      row.bracketed = bracketed
      row.changes += 1
      if (bracketed) reopen(row, said)
    },
    stands: 'as-event',
  }),
  /** How a clause stands: said by somebody, with whom and when; never inferred. */
  textAct({
    kind: 'text.stand',
    since: 2,
    fields: {
      clause,
      standing: clauseStanding,
      agreedBy: v.exactOptional(level),
      agreedParties: v.exactOptional(parties),
      seenAs: seenCount,
    },
    about: ({ clause }) => clause,
    check: checkStanding,
    apply: (room, said, { clause, standing, agreedBy, agreedParties }) => {
      const row = room.clauses[clause]
      if (row === undefined) return
      clearStanding(row)
      row.standing = standing
      row.stood = said
      row.changes += 1
      if (agreedBy !== undefined) row.agreedBy = agreedBy
      if (agreedParties !== undefined) row.agreedParties = agreedParties
    },
    stands: 'as-event',
  }),
  /** Clauses that are agreed together or not at all. Said again with the same id it replaces; without clauses it is no more. */
  textAct({
    kind: 'text.package',
    since: 2,
    fields: {
      package: id('package'),
      text,
      name,
      clauses: v.pipe(v.array(clause), v.maxLength(textLimits.clausesMax), v.readonly()),
    },
    about: act => act.package,
    check: checkPackage,
    apply: (room, said, packed) => {
      room.textPackages[packed.package] = { ...said, ...packed }
    },
    stands: 'as-event',
    underTitle: true,
  }),
  /** A word that is the same throughout, in each language. */
  textAct({
    kind: 'text.term',
    since: 2,
    fields: {
      term: id('term'),
      text,
      spoken: v.pipe(
        v.array(v.strictObject({ language, word: title })),
        v.minLength(1),
        v.maxLength(limits.languagesMax),
        v.readonly(),
      ),
    },
    about: ({ term }) => term,
    check: checkTerm,
    apply: (room, said, term) => {
      room.textTerms[term.term] = { ...said, ...term }
    },
    stands: 'as-event',
    underTitle: true,
  }),
  /** What stands at the foot of a clause: "X reserves its position". Said again with the same id it replaces. */
  textAct({
    kind: 'text.footnote',
    since: 2,
    fields: {
      footnote: id('footnote'),
      clause,
      footnoteKind,
      body: note,
      takenOut: v.exactOptional(v.literal(true)),
    },
    about: ({ footnote }) => footnote,
    check: checkFootnote,
    apply: (room, said, { takenOut, ...put }) => {
      room.footnotes[put.footnote] = {
        ...said,
        ...put,
        ...(takenOut === undefined ? {} : { withdrawn: said }),
      }
    },
    stands: 'as-event',
    underTitle: true,
  }),
  /** Who wants a wording, and where it comes from. At the desk alone. */
  textAct({
    kind: 'text.support',
    since: 2,
    fields: {
      clause,
      alternative: id('alternative'),
      party: id('party'),
      support: v.picklist(['wants', 'accepts', 'opposes', 'unsaid']),
      source: v.exactOptional(v.strictObject({ room: id('room'), item: anyId })),
    },
    about: ({ alternative }) => alternative,
    check: checkSupport,
    apply: (room, said, { alternative, party, support, source }) => {
      const known = room.supports[alternative]
      const from = source ?? known?.source
      room.supports[alternative] = {
        alternative,
        ...(from === undefined ? {} : { source: from }),
        by: { ...known?.by, [party]: { ...said, support } },
      }
    },
    stands: 'as-event',
  }),
] as const

function clearStanding(row: ClauseRow): void {
  delete row.agreedBy
  delete row.agreedParties
}

/** TXT-9: what was agreed is open again. */
function reopen(row: ClauseRow, said: ClauseRow['stood']): void {
  if (row.standing !== 'agreed' && row.standing !== 'ad-referendum') return
  clearStanding(row)
  row.standing = 'open'
  if (said !== undefined) row.stood = said
}

/** TXT-13: on what stands it takes its place, on a rival the rival's; else it stands beside. */
function write(row: ClauseRow, version: Version): void {
  row.versions.push(version)
  row.changes += 1
  let wording = wordingOf(row, version.language)
  if (wording === undefined) {
    wording = { language: version.language, rivals: [] }
    row.wordings.push(wording)
  }
  const { upon, settles = [] } = version
  if (upon === wording.current?.version) {
    wording.current = version
    wording.rivals = wording.rivals.filter(rival => !settles.includes(rival.version))
    const { by, position, time, editorial } = version
    if (editorial === undefined) reopen(row, { by, position, time })
    return
  }
  const isOfRival = wording.rivals.some(rival => rival.version === upon)
  wording.rivals = isOfRival
    ? wording.rivals.map(rival => (rival.version === upon ? version : rival))
    : [...wording.rivals, version]
}
