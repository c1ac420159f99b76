/** Drafts of the one text where sides read them: read, compared, and answered clause by clause. */

import { codeOfDraft, draftedIn, newId, redlineOfProposal } from '@goodoffices/client'
import {
  type ClauseId,
  type CommentId,
  clausesOfDraft,
  compareDrafts,
  type Marking,
  type WordingProposalId,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { fullHandle } from '../../names/handles.ts'
import { noted, type RecordFlags, readRecorded, readWords, recordOptions } from '../../names/words.ts'
import { indent, printable } from '../../page/text.ts'
import { markings } from '../../page/words.ts'
import { gather, option } from '../../shell/define.ts'
import { demand, missing } from '../../shell/exit.ts'
import { openRows, rows, text, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { registerDraftFiles } from './files.ts'
import { type Found, findDraft, type InFlags, inOptions } from './find-draft.ts'
import { textHandles } from './handles.ts'
import { registerSayings } from './said.ts'
import { draftLines, labelsOf, redlineToText } from './show.ts'

function clauseAt({ draft }: Found, typed: string): ClauseId {
  const found = clausesOfDraft(draft)[Number(typed) - 1]
  if (found === undefined) throw missing('nothing-named', { what: 'clause', name: typed })
  return found.clause
}

export function registerDraft(program: Command, terminal: Terminal): void {
  const group = gather(program, 'draft', 'drafts of the text: read, compared, answered clause by clause')
  defineWork<InFlags>(
    group,
    terminal,
    {
      name: 'read',
      arguments: { '[draft]': 'such as f2; the last if left out' },
      summary: 'a draft, with the code by which two sides tell that they hold the same',
      options: inOptions,
      answers: {
        draft: text,
        handle: text,
        code: text,
        words,
        clauses: openRows({ clause: text, standing: text }),
      },
      examples: ['goodoffices draft read', 'goodoffices draft read f1 --language ar'],
      acts: false,
    },
    async work => {
      const found = findDraft(work, work.args[0])
      const { room, draft, language } = found
      const { digits, words: spoken = [] } = await codeOfDraft(draft, 'en')
      const handle = fullHandle(room, textHandles.draft, draft.draft)
      return {
        text: [
          `${handle}  ${printable(draft.title ?? '')}`,
          `Code: ${digits}`,
          `      ${spoken.join(' ')}`,
          '',
          ...draftLines(draft, language),
        ].join('\n'),
        json: { draft: draft.draft, handle, code: digits, words: spoken, clauses: clausesOfDraft(draft) },
      }
    },
  )
  defineWork<InFlags>(
    group,
    terminal,
    {
      name: 'compare',
      arguments: { '<before>': 'such as f1', '[after]': 'such as f2; the last if left out' },
      summary: 'what changed from one draft to another, clause by clause',
      options: inOptions,
      answers: { changes: openRows({ clause: text, is: text }) },
      examples: ['goodoffices draft compare f1'],
      acts: false,
    },
    async work => {
      const [before, after] = [findDraft(work, work.args[0]), findDraft(work, work.args[1])]
      const [was, is] = [clausesOfDraft(before.draft), clausesOfDraft(after.draft)]
      const changes = compareDrafts(
        draftedIn(before.draft, after.language),
        draftedIn(after.draft, after.language),
      )
      const labels = new Map([...labelsOf(was, after.language), ...labelsOf(is, after.language)])
      const shown = changes.filter(change => change.is !== 'same' || change.moved)
      return {
        text:
          shown.length === 0
            ? 'Nothing changed.'
            : shown
                .map(change =>
                  [
                    `${labels.get(change.clause) ?? ''}  ${change.is}${change.moved ? ', moved' : ''}`,
                    indent(printable(redlineToText(change.words))),
                  ].join('\n'),
                )
                .join('\n\n'),
        json: { changes },
      }
    },
  )
  registerAnswers(group, terminal)
  registerSayings(group, terminal)
  registerDraftFiles(group, terminal)
}

type SayFlags = InFlags &
  RecordFlags & {
    readonly marking?: Marking
    readonly note?: string
    readonly quote?: string
    readonly draft?: string
  }

const sayOptions = [
  ...inOptions,
  option('--draft <draft>', 'of which draft, such as f2; the last if left out'),
  option('--marking <marking>', 'what may pass of it', markings),
  option('--note <words>', 'why, or what else'),
  ...recordOptions,
]

const stances = ['accept', 'accept-ad-referendum', 'reserve', 'cannot', 'no-view'] as const

function registerAnswers(group: Command, terminal: Terminal): void {
  const common = (work: Work<SayFlags>, found: Found) => ({
    draft: found.draft.draft,
    ...(work.flags.marking === undefined ? {} : { marking: work.flags.marking }),
    ...readRecorded(work.flags, Date.now()),
  })
  const clauseArgument = 'its place in the draft, as draft read counts them'
  defineWork<SayFlags>(
    group,
    terminal,
    {
      name: 'answer',
      arguments: { '<clause>': clauseArgument, '<answer>': stances.join(', ') },
      summary: 'answer to a clause for one’s side',
      options: sayOptions,
      answers: { clause: text, stance: text },
      examples: ['goodoffices draft answer 3 reserve --note "Until the hours are there."'],
      acts: true,
    },
    async work => {
      const { session, args, flags } = work
      const found = findDraft(work, flags.draft)
      const clause = clauseAt(found, args[0] ?? '')
      const stance = stances.find(each => each === args[1])
      if (stance === undefined) throw missing('nothing-named', { what: 'answer', name: args[1] ?? '' })
      demand(
        await session.act(found.room.id, {
          kind: 'draft.position',
          ...common(work, found),
          clause,
          stance,
          ...noted(flags.note),
        }),
      )
      return { text: `${args[0] ?? ''}: ${stance}`, json: { clause, stance } }
    },
  )
  defineWork<SayFlags>(
    group,
    terminal,
    {
      name: 'comment',
      arguments: { '<clause>': clauseArgument, '[words]': 'the comment; standard input if left out' },
      summary: 'comment on a clause',
      options: [...sayOptions, option('--quote <words>', 'the words of it that are meant')],
      answers: { comment: text, clause: text },
      examples: ['goodoffices draft comment 3 "Which canal?" --quote "the canal"'],
      acts: true,
    },
    async work => {
      const { session, args, flags } = work
      const found = findDraft(work, flags.draft)
      const clause = clauseAt(found, args[0] ?? '')
      const comment = newId<CommentId>()
      const body = await readWords(terminal, { typed: args[1] })
      demand(
        await session.act(found.room.id, {
          kind: 'draft.comment',
          ...common(work, found),
          comment,
          clause,
          language: found.language,
          ...(flags.quote === undefined ? {} : { quote: flags.quote }),
          body,
        }),
      )
      return { text: 'Said.', json: { comment, clause } }
    },
  )
  defineWork<SayFlags>(
    group,
    terminal,
    {
      name: 'propose',
      arguments: { '<clause>': clauseArgument, '[words]': 'the words; standard input if left out' },
      summary: 'propose other words for a clause, shown as a redline',
      options: sayOptions,
      answers: { wording: text, clause: text, redline: rows({ is: text, text }) },
      examples: ['goodoffices draft propose 3 "Each village opens it at dawn."'],
      acts: true,
    },
    async work => {
      const { session, args, flags } = work
      const found = findDraft(work, flags.draft)
      const clause = clauseAt(found, args[0] ?? '')
      const body = await readWords(terminal, { typed: args[1] })
      const was = draftedIn(found.draft, found.language).find(each => each.clause === clause)
      const redline = redlineOfProposal(was?.wording ?? { words: '', choices: [] }, body)
      const wording = newId<WordingProposalId>()
      demand(
        await session.act(found.room.id, {
          kind: 'draft.propose',
          ...common(work, found),
          wording,
          clause,
          language: found.language,
          body,
          ...noted(flags.note),
        }),
      )
      return {
        text: ['Proposed:', indent(printable(redlineToText(redline)))].join('\n'),
        json: { wording, clause, redline },
      }
    },
  )
}
