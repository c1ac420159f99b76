/** Figures from the shell: a matter with every version beside the others, one figure stated two ways, one that the text goes on with. */

import {
  draftOfUse,
  nameOfThing,
  proveSame,
  sameFiguresIn,
  sayFigure,
  saySame,
  standingName,
  voiceName,
} from '@goodoffices/client'
import { answersTo, type ItemId, isUsed, standingOf, type Version, versionsOf } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { fullHandle } from '../../names/handles.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather, option } from '../../shell/define.ts'
import { demand } from '../../shell/exit.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import { openRows, rows, text, words, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { answerOf, type SayFlags, sayOf } from '../agenda/things.ts'
import { type AskFlags, ask, askAnswers, askOptions } from '../assent/ask.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { writingIn } from '../item/writing.ts'
import { findFact } from './things.ts'

export function registerFigure(program: Command, terminal: Terminal): void {
  const figure = gather(program, 'figure', 'what is disputed, each side’s own version beside the others')
  defineWork(
    figure,
    terminal,
    {
      name: 'show',
      arguments: { '<matter>': 'such as table/i1' },
      summary:
        'every version in the order in which it was given, and what each side says of it; no sum, no mean',
      answers: {
        matter: text,
        title: text,
        standing: text,
        versions: openRows({
          handle: text,
          of: text,
          standing: text,
          used: yesNo,
          answers: rows({ voice: text, verb: text, 'note?': text }),
        }),
        same: words,
      },
      examples: ['goodoffices figure show table/i1'],
      acts: false,
    },
    show,
  )
  defineWork<ReachFlags & { readonly formula?: string }>(
    figure,
    terminal,
    {
      name: 'same',
      arguments: { '<version>': 'such as table/i2', '<other>': 'such as table/i3' },
      summary: 'say that two versions are one figure stated two ways; refused unless the formula gives both',
      options: [
        option(
          '--formula <formula>',
          'the same numbers in two ways: sum, compound (percent upon percent), product, quotient',
        ),
        ...reachOptions,
      ],
      answers: [thingFields, previewed],
      examples: [
        'goodoffices figure same table/i2 table/i3 --formula "sum(3, 3.5, 7, 4, 4.5) = compound(3, 3.5, 7, 4, 4.5)"',
      ],
      acts: true,
    },
    same,
  )
  defineWork<AskFlags>(
    figure,
    terminal,
    {
      name: 'ask',
      arguments: { '<version>': 'such as table/i2', '[words]': 'the question; standard input if left out' },
      summary: 'ask all whether the text may go on with this figure without prejudice',
      options: askOptions,
      answers: askAnswers,
      examples: [
        'goodoffices figure ask table/i2 "May the text go on with it, without prejudice?" --closes 2026-02-05T18:00+03:00',
      ],
      acts: true,
    },
    async work => {
      const { thing } = findFact(work, 'version', work.args[0] ?? '', ['table', 'group'])
      return ask({ ...work, args: work.args.slice(1) }, draftOfUse(thing))
    },
  )
  defineWork<SayFlags>(
    figure,
    terminal,
    {
      name: 'use',
      arguments: { '<version>': 'such as table/i2' },
      summary: 'say at the table that the text goes on with it; only where all have said yes',
      options: [option('--note <words>', 'what else'), ...reachOptions],
      answers: [thingFields, previewed],
      examples: ['goodoffices figure use table/i2'],
      acts: true,
    },
    async work =>
      sayOf(work, findFact(work, 'version', work.args[0] ?? '', ['table', 'group']), {
        verb: 'used-in-text',
      }),
  )
}

async function show(work: Work<object>): Promise<Answer> {
  const { room, thing } = findFact(work, 'matter', work.args[0] ?? '')
  const w = writingIn(room)
  const all = versionsOf(thing.item, room)
  const versions = all.map(version => {
    const { of, figure, wording = '' } = standingOf(version as unknown as Version).fields
    return {
      handle: fullHandle(room, itemHandles.item, version.item),
      of: printable(of),
      says: figure === undefined ? printable(wording) : withoutMarks(sayFigure(w, figure)),
      standing: withoutMarks(standingName(w, version) ?? ''),
      used: isUsed(version),
      answers: answersTo(version).map(mark => ({
        voice: withoutMarks(voiceName(w, mark)),
        verb: mark.verb,
        ...(mark.note === undefined ? {} : { note: printable(mark.note) }),
      })),
    }
  })
  const proved = (await sameFiguresIn(room, all)).flatMap(each => saySame(w, each)).map(withoutMarks)
  const title = printable(nameOfThing(w, thing.item))
  const standing = withoutMarks(standingName(w, thing) ?? '')
  const { terms, choices } = w.vocabulary
  return {
    text: [
      `${title}  ${standing}`,
      ...versions.flatMap(({ handle, of, says, standing, answers }) => [
        `${handle}  ${of}: ${says}  ${standing}`,
        ...answers.map(
          ({ voice, verb, note }) =>
            `    ${voice}: ${choices[`verb.${verb as 'noted'}`]}${note === undefined ? '' : `. ${note}`}`,
        ),
      ]),
      ...(proved.length === 0 ? [] : ['', terms['same-figure'], ...proved.map(line => `    ${line}`)]),
    ].join('\n'),
    json: { matter: fullHandle(room, itemHandles.item, thing.item), title, standing, versions, same: proved },
  }
}

async function same(work: Work<ReachFlags & { readonly formula?: string }>): Promise<Answer> {
  const { session, flags, args } = work
  const { room, thing } = findFact(work, 'version', args[0] ?? '')
  const { thing: other } = findFact(work, 'version', args[1] ?? '', [room.kind])
  const formula = flags.formula ?? ''
  demand(await proveSame(formula, { one: thing, other }))
  return sayChecked(session, room, {
    act: {
      kind: 'item.mark',
      item: thing.item,
      rev: thing.revisions.length,
      verb: 'same-stated',
      note: formula,
      evidence: [other.item satisfies ItemId],
    },
    flags,
    said: () => answerOf(session.room(room.id) ?? room, thing.item),
  })
}
