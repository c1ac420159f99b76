/** The one text at the mediators' desk: begun, written, shown, issued. */

import {
  composeClause,
  composeWriting,
  newId,
  planOfIssuing,
  previewIssuing,
  settleRivals,
} from '@goodoffices/client'
import {
  type ClauseId,
  type ClauseKind,
  clauseKinds,
  countOpenIn,
  type Insertion,
  insertions,
  type RoomState,
  type TextId,
  type VersionId,
  type WorkingText,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { findParty, findRoom } from '../../names/find.ts'
import { fullHandle, roomHandle } from '../../names/handles.ts'
import { readWords } from '../../names/words.ts'
import { printable } from '../../page/text.ts'
import { type Answer, gather, option, repeated } from '../../shell/define.ts'
import { demand, missing, misuse } from '../../shell/exit.ts'
import { previewed } from '../../shell/rows.ts'
import { count, openRows, rows, text as textShape } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { pass, type ReachFlags, reachOptions } from '../desk/reach.ts'
import {
  actAtDesk,
  clauseIn,
  deskIn,
  type LanguageFlags,
  languageIn,
  languageOption,
  textIn,
} from './at-desk.ts'
import { registerChanges } from './changes.ts'
import { registerChoices } from './choices.ts'
import { registerTextFiles } from './files.ts'
import { textHandles } from './handles.ts'
import { registerTaking } from './said.ts'
import { workingLines } from './show.ts'

export function registerText(program: Command, terminal: Terminal): void {
  const group = gather(program, 'text', 'the one text that the mediators write: clauses, brackets, drafts')
  defineWork<{
    readonly language?: readonly string[]
    readonly status?: string
    readonly nature?: WorkingText['nature']
  }>(
    group,
    terminal,
    {
      name: 'begin',
      arguments: { '<title>': 'what it is called' },
      summary: 'begin a text at the desk; the first language is the one that it is drafted in',
      options: [
        repeated(
          '--language <tag>',
          'a language of it; after the first, :courtesy where it is a courtesy alone',
        ),
        option('--nature <nature>', 'what kind of text', ['mediators-text', 'compilation', 'non-paper']),
        option('--status <words>', 'what it is and under whose responsibility, on every draft'),
      ],
      answers: { text: textShape },
      examples: ['goodoffices text begin "Water rule" --language en --language ar --language fr:courtesy'],
      acts: true,
    },
    async work => {
      const { args, flags } = work
      const [title = ''] = args
      const { language: tags = ['en'], nature = 'mediators-text', status } = flags
      const id = newId<TextId>()
      await actAtDesk(work, deskIn(work), [
        {
          kind: 'text.begin',
          text: id,
          title,
          nature,
          textLanguages: tags.map((typed, at) => {
            const [language = '', role] = typed.split(':')
            return {
              language,
              languageRole: at === 0 ? 'drafting' : role === 'courtesy' ? role : 'authentic',
            }
          }),
          ...(status === undefined ? {} : { statusLine: status }),
        },
      ])
      return { text: `Begun: ${printable(title)}`, json: { text: id } }
    },
  )
  registerWriting(group, terminal)
  registerChoices(group, terminal)
  registerChanges(group, terminal)
  registerShowing(group, terminal)
  registerIssuing(group, terminal)
  registerTaking(group, terminal)
  registerTextFiles(group, terminal)
}

type AddFlags = LanguageFlags & {
  readonly as?: ClauseKind
  readonly under?: string
  readonly behind?: string
  readonly inserted?: Insertion
  readonly heading?: string
}

/** What was written, and how many of its wordings might as well be others of before. */
const said = (desk: RoomState, clause: ClauseId, unsure: number): Answer => ({
  text: [
    `Written: ${fullHandle(desk, textHandles.clause, clause)}`,
    ...(unsure === 0 ? [] : [`Alternatives that might be others of before: ${unsure}. See text show.`]),
  ].join('\n'),
  json: { clause, handle: fullHandle(desk, textHandles.clause, clause), unsure },
})

function registerWriting(group: Command, terminal: Terminal): void {
  const answers = { clause: textShape, handle: textShape, unsure: count }
  defineWork<AddFlags>(
    group,
    terminal,
    {
      name: 'add',
      arguments: { '[words]': 'the words, brackets as they are typed; standard input if left out' },
      summary: 'add a clause, at the end or behind another',
      options: [
        option('--as <kind>', 'which kind of clause (article)', clauseKinds),
        option('--under <clause>', 'the clause that it stands under, such as k2'),
        option('--behind <clause>', 'the clause that it comes after'),
        option('--inserted <how>', 'put in without renumbering', insertions),
        option('--heading <words>', 'its heading'),
        languageOption,
      ],
      answers,
      examples: [
        'goodoffices text add "Each village [shall] [should] open it."',
        'goodoffices text add --behind k2 --inserted bis "At dawn."',
      ],
      acts: true,
    },
    async work => {
      const { flags, args } = work
      const desk = deskIn(work)
      const known = textIn(desk)
      const body = await readWords(terminal, { typed: args[0] })
      const add = composeClause(desk, {
        text: known.text,
        clauseKind: flags.as ?? 'article',
        ...(flags.under === undefined ? {} : { upper: clauseIn(desk, flags.under) }),
        ...(flags.behind === undefined ? {} : { behind: clauseIn(desk, flags.behind) }),
        ...(flags.inserted === undefined ? {} : { insertedAs: flags.inserted }),
      })
      const { write, supports, unsure } = composeWriting(desk, {
        clause: add.clause,
        language: languageIn(desk, flags),
        body,
        ...(flags.heading === undefined ? {} : { heading: flags.heading }),
      })
      const now = await actAtDesk(work, desk, [add, write, ...supports])
      return said(now, add.clause, unsure.length)
    },
  )
  defineWork<LanguageFlags & { readonly editorial?: true; readonly heading?: string }>(
    group,
    terminal,
    {
      name: 'write',
      arguments: {
        '<clause>': 'such as k2',
        '[words]': 'the words, brackets as they are typed; standard input if left out',
      },
      summary: 'write a clause anew, on what stands now',
      options: [
        languageOption,
        option('--heading <words>', 'its heading'),
        option('--editorial', 'a slip of the pen: what is agreed stays so, and every redline shows it'),
      ],
      answers,
      examples: ['goodoffices text write k1 "Each village shall open it."'],
      acts: true,
    },
    async work => {
      const { flags, args } = work
      const desk = deskIn(work)
      const clause = clauseIn(desk, args[0] ?? '')
      const body = await readWords(terminal, { typed: args[1] })
      const { write, supports, unsure } = composeWriting(desk, {
        clause,
        language: languageIn(desk, flags),
        body,
        ...(flags.heading === undefined ? {} : { heading: flags.heading }),
        ...(flags.editorial === undefined ? {} : { editorial: flags.editorial }),
      })
      return said(await actAtDesk(work, desk, [write, ...supports]), clause, unsure.length)
    },
  )
  defineWork<LanguageFlags & { readonly take?: string; readonly both?: true }>(
    group,
    terminal,
    {
      name: 'settle',
      arguments: { '<clause>': 'such as k2' },
      summary: 'end wordings that stand beside each other: by what stands, unless told otherwise',
      options: [
        languageOption,
        option('--take <writing>', 'by one of those beside it, as text show names it'),
        option('--both', 'by both as alternatives, one of which will stand'),
      ],
      answers,
      examples: ['goodoffices text settle k2 --both'],
      acts: true,
    },
    async work => {
      const { flags, args } = work
      if (flags.both === true && flags.take !== undefined) throw misuse('words-twice')
      const desk = deskIn(work)
      const clause = clauseIn(desk, args[0] ?? '')
      const language = languageIn(desk, flags)
      const rivals = desk.clauses[clause]?.wordings.find(each => each.language === language)?.rivals ?? []
      const taken = rivals.find(({ version }) => flags.take !== undefined && version.startsWith(flags.take))
      if (flags.take !== undefined && taken === undefined)
        throw missing('nothing-named', { what: 'writing', name: flags.take })
      const by: 'what-stands' | 'both' | VersionId =
        flags.both === true ? 'both' : (taken?.version ?? 'what-stands')
      const write = demand(settleRivals(desk, { clause, language }, by))
      return said(await actAtDesk(work, desk, [write]), clause, 0)
    },
  )
  defineWork<{ readonly level?: 'group' | 'plenary'; readonly with?: readonly string[] }>(
    group,
    terminal,
    {
      name: 'stand',
      arguments: { '<clause>': 'such as k2', '<standing>': 'open, parked, ad-referendum, agreed' },
      summary: 'say how a clause stands; agreed only where nothing is open in it',
      options: [
        option('--level <level>', 'agreed by whom', ['group', 'plenary']),
        repeated('--with <party>', 'with whom; again for each'),
      ],
      answers: { clause: textShape, standing: textShape },
      examples: ['goodoffices text stand k2 agreed --level plenary --with Upper --with Lower'],
      acts: true,
    },
    async work => {
      const { args, flags, session, processOf } = work
      const desk = deskIn(work)
      const clause = clauseIn(desk, args[0] ?? '')
      const parties = (flags.with ?? []).map(typed => findParty(session, processOf(), typed).party)
      const standing = (['open', 'parked', 'ad-referendum', 'agreed'] as const).find(each => each === args[1])
      if (standing === undefined) throw missing('nothing-named', { what: 'standing', name: args[1] ?? '' })
      await actAtDesk(work, desk, [
        {
          kind: 'text.stand',
          clause,
          standing,
          ...(flags.level === undefined ? {} : { agreedBy: flags.level }),
          ...(parties.length === 0 ? {} : { agreedParties: parties }),
          seenAs: desk.clauses[clause]?.changes ?? 0,
        },
      ])
      return { text: `${args[0] ?? ''}: ${standing}`, json: { clause, standing } }
    },
  )
}

function registerShowing(group: Command, terminal: Terminal): void {
  defineWork<LanguageFlags>(
    group,
    terminal,
    {
      name: 'show',
      summary: 'the text as it stands at the desk, with what is open in it',
      options: [languageOption],
      answers: {
        text: textShape,
        title: textShape,
        open: count,
        rivals: count,
        clauses: openRows({ clause: textShape, handle: textShape, standing: textShape }),
      },
      examples: ['goodoffices text show', 'goodoffices text show --language ar'],
      acts: false,
    },
    async work => {
      const desk = deskIn(work)
      const known = textIn(desk)
      const language = languageIn(desk, work.flags)
      const { choices, blanks, rivals } = countOpenIn(desk, known.text, language)
      return {
        text: [
          `${printable(known.title)} · ${choices + blanks} open${rivals === 0 ? '' : ` · ${rivals} beside each other`}`,
          '',
          ...workingLines(desk, known.text, language),
        ].join('\n'),
        json: {
          text: known.text,
          title: known.title,
          open: choices + blanks,
          rivals,
          clauses: Object.values(desk.clauses).map(row => ({
            ...row,
            handle: fullHandle(desk, textHandles.clause, row.clause),
          })),
        },
      }
    },
  )
}

function registerIssuing(group: Command, terminal: Terminal): void {
  defineWork<ReachFlags & { readonly to?: readonly string[]; readonly names?: true }>(
    group,
    terminal,
    {
      name: 'issue',
      summary: 'issue the text as it stands to rooms: the same words to each',
      options: [
        repeated('--to <room>', 'where to, such as caucus:iran; again for each'),
        option('--names', 'with who wants what, where that side permits its name'),
        ...reachOptions,
      ],
      answers: [{ issuing: textShape, drafts: rows({ room: textShape, draft: textShape }) }, previewed],
      examples: ['goodoffices text issue --to caucus:iran --to caucus:usa'],
      acts: true,
    },
    async work => {
      const { session, flags, processOf } = work
      const process = processOf()
      const desk = deskIn(work)
      const rooms = (flags.to ?? []).map(typed => findRoom(session, process, typed))
      if (rooms.length === 0) throw misuse('room-needed')
      const plan = planOfIssuing(
        textIn(desk).text,
        rooms.map(({ id }) => id),
        { attribution: flags.names === true ? 'names' : 'none' },
      )
      const previews = demand(previewIssuing(session, process.process, plan))
      const passed = pass(
        session,
        previews.flatMap(preview => {
          const room = session.room(preview.room)
          return room === undefined ? [] : [{ room, preview }]
        }),
        flags,
      )
      if ('shown' in passed) return passed.shown
      demand(await session.act(desk.id, { ...plan, accepted: passed.accepted.flat() }))
      return {
        text: `Issued to ${rooms.map(roomHandle).join(', ')}.`,
        json: { issuing: plan.issuing, drafts: plan.to },
      }
    },
  )
}
