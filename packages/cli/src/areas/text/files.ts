/** The text in files of other programs: read beside what stands and put only once that is asked for; written clean or as a redline. */

import {
  commentsAsFile,
  draftAsFile,
  type ImportReview,
  type ImportRow,
  type ImportWay,
  proposeImport,
  putImport,
  type RowChoice,
  reviewFile,
  reviewFileOfDraft,
  textAsFile,
  textFileLimits,
  type WordPiece,
} from '@goodoffices/client'
import { figuresOf, say } from '@goodoffices/client/words'
import { clausesOf, clausesOfDraft, type Marking, type PartyId, type RoomState } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { onlyRoom } from '../../names/find.ts'
import { type RecordFlags, readRecorded, recordOptions } from '../../names/words.ts'
import { indent, printable } from '../../page/text.ts'
import { markings } from '../../page/words.ts'
import { type Answer, option, repeated } from '../../shell/define.ts'
import { demand, missing, misuse } from '../../shell/exit.ts'
import { readGivenFile } from '../../shell/given-file.ts'
import { count, openRows, rows, text as textShape, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { english } from '../item/writing.ts'
import { textIn } from './at-desk.ts'
import { findDraft, type InFlags, inOptions } from './find-draft.ts'
import { labelsOf } from './show.ts'
import { type OutFlags, outOptions, writeOut, written } from './write-out.ts'

const fileArgument = { '<file>': 'a Word document' }
const ways = ['take', 'leave', 'both'] as const
const reviewed = {
  leftOut: rows({ kind: textShape, count }),
  authors: words,
  rows: openRows({ row: count, 'clause?': textShape, kind: textShape, put: textShape }),
  absent: words,
  put: count,
}

type PutFlags = {
  readonly language?: string
  readonly put?: string
  readonly new?: string
  readonly changes?: ImportWay
}
const putOptions = [
  option('--language <tag>', 'in which language the file is, where it does not say so itself'),
  option(
    '--put <rows>',
    'put these, such as 1,3-5; all that differ: all. Nothing is put where it is left out',
  ),
  option('--new <rows>', 'of these, as new clauses, whatever they are like'),
]

/** `1,3-5` as places from 0. */
function readRows(typed: string, all: readonly ImportRow[]): ReadonlySet<number> {
  const chosen = new Set<number>()
  for (const part of typed.split(',')) {
    const [, from = '', to = from] = /^(\d+)(?:-(\d+))?$/.exec(part.trim()) ?? []
    if (from === '' || Number(from) < 1 || Number(to) > all.length)
      throw missing('nothing-named', { what: 'row', name: part })
    for (let at = Number(from); at <= Number(to); at += 1) chosen.add(at - 1)
  }
  return chosen
}

/** What is put of each row: nothing, unless it is named, or all that differ are. */
function choicesOf(
  { put, new: anew, changes }: PutFlags,
  all: readonly ImportRow[],
): ReadonlyMap<number, RowChoice> {
  const chosen =
    put === undefined
      ? new Set<number>()
      : put === 'all'
        ? new Set(all.filter(({ same }) => !same).map(({ at }) => at))
        : readRows(put, all)
  const fresh = anew === undefined ? new Set<number>() : readRows(anew, all)
  return new Map(
    all.map(({ at }) => [
      at,
      {
        put: chosen.has(at),
        ...(fresh.has(at) ? { clause: null } : {}),
        ...(changes === undefined ? {} : { way: changes }),
      },
    ]),
  )
}

/** `{+put in+}` and `[-struck-]`. */
const piecesToText = (pieces: readonly WordPiece[]): string =>
  pieces
    .map(({ text, put, struck }) => {
      const shown = put === undefined ? text : `{+${text}+}`
      return struck === undefined ? shown : `[-${shown}-]`
    })
    .join('')

function rowLines(row: ImportRow, labels: ReadonlyMap<string, string>): readonly string[] {
  const { at, clause, known, same, heading, words: said, authors, comments, footnotes, label, kind } = row
  const is =
    clause === undefined ? `new ${kind}` : `${labels.get(clause) ?? kind}${known === 'perhaps' ? '?' : ''}`
  return [
    `${at + 1}.  ${label === undefined ? '' : `${printable(label)}  `}${is}${same ? '  as it stands' : ''}`,
    ...(same
      ? []
      : [heading, said].flatMap(pieces =>
          pieces.length === 0 ? [] : [indent(printable(piecesToText(pieces)))],
        )),
    ...(authors.length === 0 ? [] : [indent(`by ${authors.map(printable).join(', ')}`)]),
    ...comments.map(({ by, text }) => indent(`# ${printable(by)}: ${printable(text)}`)),
    ...footnotes.map(note => indent(`* ${printable(note)}`)),
  ]
}

type Shown = {
  readonly review: ImportReview
  readonly labels: ReadonlyMap<string, string>
  readonly put: number
}

function show({ review, labels, put }: Shown): Answer {
  const figures = figuresOf('en')
  const { leftOut, rows: all, authors, absent } = review
  return {
    text: [
      ...(leftOut.length === 0 ? [] : ['Left out:']),
      ...leftOut.map(({ kind, count: many }) =>
        indent(say(english.terms[`left-out.${kind}`], { count: many }, figures)),
      ),
      ...all.flatMap(row => rowLines(row, labels)),
      ...(absent.length === 0
        ? []
        : [
            `Not in the file, and left as it stands: ${absent.map(each => labels.get(each) ?? '').join(', ')}`,
          ]),
      put === 0 ? 'Nothing was put. Name rows with --put, or all that differ: --put all.' : `Put: ${put}`,
    ].join('\n'),
    json: {
      leftOut,
      authors,
      rows: all.map(({ at, kind, ...row }) => ({
        row: at + 1,
        kind,
        ...row,
        put: put === 0 ? 'no' : 'chosen',
      })),
      absent,
      put,
    },
  }
}

/** `Name=what`, again and again. */
const pairsIn = (typed: readonly string[] = []): readonly (readonly [string, string])[] =>
  typed.map(pair => {
    const cut = pair.lastIndexOf('=')
    if (cut < 1) throw misuse('author-unreadable', { text: pair })
    return [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()] as const
  })

function sidesOf(desk: RoomState, typed: readonly string[] | undefined): ReadonlyMap<string, PartyId> {
  return new Map(
    pairsIn(typed).map(([author, side]) => {
      const card = Object.values(desk.parties).find(({ name }) => name === side)
      if (card === undefined) throw missing('nothing-named', { what: 'side', name: side })
      return [author, card.party]
    }),
  )
}

function waysOf(typed: readonly string[] | undefined): ReadonlyMap<string, ImportWay> {
  return new Map(
    pairsIn(typed).map(([author, typedWay]) => {
      const way = ways.find(each => each === typedWay)
      if (way === undefined) throw missing('nothing-named', { what: 'way', name: typedWay })
      return [author, way]
    }),
  )
}

const bytesOf = (path = ''): Uint8Array => new Uint8Array(readGivenFile(path, textFileLimits.bytesMax))
const spokenIn = ({ language }: PutFlags) => (language === undefined ? {} : { language })

export function registerTextFiles(group: Command, terminal: Terminal): void {
  defineWork<PutFlags & { readonly author?: readonly string[]; readonly side?: readonly string[] }>(
    group,
    terminal,
    {
      name: 'import',
      arguments: fileArgument,
      summary:
        'read a file beside the text: which clause is which, who changed what, what is left out; put of it what is named',
      options: [
        ...putOptions,
        option(
          '--changes <way>',
          'what becomes of changes, whoever made them; both wordings stand if left out',
          ways,
        ),
        repeated('--author <name=way>', 'what becomes of the changes of one author: take, leave or both'),
        repeated(
          '--side <name=side>',
          'for which side an author writes, so that the wording is said to be its',
        ),
      ],
      answers: reviewed,
      examples: [
        'goodoffices text import draft.docx',
        'goodoffices text import draft.docx --put 2,4-6 --author "Counsel=both" --side "Counsel=Iran"',
      ],
      acts: true,
    },
    async work => {
      const { session, processOf, flags, args } = work
      const desk = onlyRoom(session, processOf(), 'desk')
      const known = textIn(desk)
      const decided = { ways: waysOf(flags.author), sides: sidesOf(desk, flags.side) }
      const review = demand(await reviewFile(desk, known, { bytes: bytesOf(args[0]), ...spokenIn(flags) }))
      const chosen = choicesOf(flags, review.rows)
      const put =
        flags.put === undefined
          ? 0
          : demand(
              await putImport(session, desk, {
                text: known,
                rows: review.rows,
                decisions: { ...decided, rows: chosen },
              }),
            )
      return show({ review, labels: labelsOf(clausesOf(desk, known.text), 'en'), put })
    },
  )
  registerTextExport(group, terminal)
}

function registerTextExport(group: Command, terminal: Terminal): void {
  defineWork<OutFlags & { readonly against?: string }>(
    group,
    terminal,
    {
      name: 'export',
      arguments: { '<file>': 'where to, such as text.docx' },
      summary: 'the text as it stands at the desk as a Word document; no person, date or property is in it',
      options: [
        ...outOptions,
        option('--against <issue>', 'as a redline against what was issued: 1 for the first time'),
      ],
      answers: written,
      examples: [
        'goodoffices text export text.docx',
        'goodoffices text export both.docx --language ar --language en',
      ],
      acts: false,
    },
    async work => {
      const { session, processOf, flags, args } = work
      const desk = onlyRoom(session, processOf(), 'desk')
      const known = textIn(desk)
      const issued = Object.values(desk.issuings).filter(each => each.text === known.text)
      const before = flags.against === undefined ? undefined : issued[Number(flags.against) - 1]
      if (flags.against !== undefined && before === undefined)
        throw missing('nothing-named', { what: 'issue', name: flags.against })
      const source = textAsFile(desk, known)
      return writeOut(args[0] ?? '', source, {
        flags,
        ...(before === undefined
          ? {}
          : { against: { ...source, number: Number(flags.against), clauses: before.clauses } }),
      })
    },
  )
}

type DraftOutFlags = OutFlags &
  Pick<InFlags, 'in'> & { readonly draft?: string; readonly against?: string; readonly comments?: true }
type DraftInFlags = Omit<PutFlags, 'changes'> &
  InFlags &
  RecordFlags & { readonly draft?: string; readonly marking?: Marking }
const draftOption = option('--draft <draft>', 'of which draft, such as f2; the last if left out')

export function registerDraftFiles(group: Command, terminal: Terminal): void {
  const [roomOption] = inOptions
  defineWork<DraftOutFlags>(
    group,
    terminal,
    {
      name: 'export',
      arguments: { '<file>': 'where to, such as draft.docx' },
      summary:
        'a draft as a Word document, clean or as tracked changes; no person, date or property is in it',
      options: [
        ...(roomOption === undefined ? [] : [roomOption]),
        draftOption,
        ...outOptions,
        option('--against <draft>', 'as a redline against another draft, such as f1'),
        option('--comments', 'with what was said of its clauses in this room, by the sides’ names'),
      ],
      answers: written,
      examples: ['goodoffices draft export draft.docx', 'goodoffices draft export changes.docx --against f1'],
      acts: false,
    },
    async work => {
      const { flags, args } = work
      const named = { ...work, flags: flags.in === undefined ? {} : { in: flags.in } } as Work<InFlags>
      const { room, draft } = findDraft(named, flags.draft)
      const against = flags.against === undefined ? undefined : findDraft(named, flags.against).draft
      return writeOut(args[0] ?? '', draftAsFile(draft), {
        flags,
        ...(against === undefined ? {} : { against: draftAsFile(against) }),
        ...(flags.comments === undefined ? {} : { comments: commentsAsFile(room) }),
      })
    },
  )
  defineWork<DraftInFlags>(
    group,
    terminal,
    {
      name: 'import',
      arguments: fileArgument,
      summary:
        'read a draft that was changed in another program; say of it what is named: words proposed, and comments',
      options: [
        ...(roomOption === undefined ? [] : [roomOption]),
        draftOption,
        ...putOptions,
        option('--marking <marking>', 'what may pass of it', markings),
        ...recordOptions,
      ],
      answers: reviewed,
      examples: [
        'goodoffices draft import ours.docx',
        'goodoffices draft import ours.docx --put all --marking unattributed',
      ],
      acts: true,
    },
    async work => {
      const { session, flags, args } = work
      const { room, draft } = findDraft(work, flags.draft)
      const review = demand(await reviewFileOfDraft(draft, { bytes: bytesOf(args[0]), ...spokenIn(flags) }))
      const said = {
        ...(flags.marking === undefined ? {} : { marking: flags.marking }),
        ...readRecorded(flags, Date.now()),
      }
      const put =
        flags.put === undefined
          ? 0
          : demand(
              await proposeImport(session, room, {
                draft,
                rows: review.rows,
                choices: choicesOf(flags, review.rows),
                said,
              }),
            )
      return show({ review, labels: labelsOf(clausesOfDraft(draft), 'en'), put })
    },
  )
}
