/** What is done with clauses as wholes: where they stand, whether they are in the text, what goes together, what stands at their foot; terms. */

import { composeMove, newId } from '@goodoffices/client'
import type { Act, ClauseId, FootnoteId, PackageId, RoomState, TextTermId } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { printable } from '../../page/text.ts'
import { type Answer, option } from '../../shell/define.ts'
import { missing, misuse } from '../../shell/exit.ts'
import { text, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { actAtDesk, clauseIn, deskIn, textIn } from './at-desk.ts'

const footnoteKinds = ['reservation', 'explanation', 'placeholder', 'link'] as const

const clauseArgument = { '<clause>': 'such as k2' } as const

export function registerChanges(group: Command, terminal: Terminal): void {
  const oneAct = (
    { name, summary, example }: { readonly name: string; readonly summary: string; readonly example: string },
    act: (clause: ClauseId) => Act,
  ): Command =>
    defineWork(
      group,
      terminal,
      {
        name,
        arguments: clauseArgument,
        summary,
        answers: { clause: text },
        examples: [`goodoffices text ${example}`],
        acts: true,
      },
      async work => {
        const desk = deskIn(work)
        const clause = clauseIn(desk, work.args[0] ?? '')
        await actAtDesk(work, desk, [act(clause)])
        return { text: `Done: ${work.args[0] ?? ''}`, json: { clause } }
      },
    )
  const [remove, restore, bracket] = [
    {
      name: 'remove',
      summary: 'take a clause out, with what is under it; its words are kept',
      example: 'remove k2',
    },
    { name: 'restore', summary: 'put back a clause that was taken out', example: 'restore k2' },
    { name: 'bracket', summary: 'put a clause in brackets as a whole', example: 'bracket k2' },
  ] as const
  oneAct(remove, clause => ({ kind: 'text.remove', clause }))
  oneAct(restore, clause => ({ kind: 'text.restore', clause }))
  oneAct(bracket, clause => ({ kind: 'text.bracket', clause, bracketed: true }))
  oneAct(
    { name: 'unbracket', summary: 'take the brackets off a clause', example: 'unbracket k2' },
    clause => ({ kind: 'text.bracket', clause, bracketed: false }),
  )
  registerMove(group, terminal)
  registerPackage(group, terminal)
  registerTerm(group, terminal)
  registerFootnote(group, terminal)
}

function registerMove(group: Command, terminal: Terminal): void {
  const ways = ['up', 'down'] as const
  defineWork(
    group,
    terminal,
    {
      name: 'move',
      arguments: { ...clauseArgument, '<way>': ways.join(', ') },
      summary: 'put a clause before the one above it, or behind the one below',
      answers: { clause: text },
      examples: ['goodoffices text move k2 up'],
      acts: true,
    },
    async work => {
      const [typed = '', said = ''] = work.args
      const desk = deskIn(work)
      const way = ways.find(each => each === said)
      if (way === undefined) throw missing('nothing-named', { what: 'way', name: said })
      const clause = clauseIn(desk, typed)
      const place = composeMove(desk, clause, way)
      if (place === undefined) throw missing('nothing-named', { what: 'place', name: said })
      await actAtDesk(work, desk, [place])
      return { text: `Moved ${way}: ${typed}`, json: { clause } }
    },
  )
}

function registerPackage(group: Command, terminal: Terminal): void {
  defineWork(
    group,
    terminal,
    {
      name: 'package',
      arguments: {
        '<name>': 'what it is called',
        '[clauses...]': 'all clauses of it; without any it is no more',
      },
      summary: 'put clauses together: agreed together or not at all',
      answers: { package: text, clauses: words },
      examples: ['goodoffices text package K k1 k3'],
      acts: true,
    },
    async work => {
      const [name = '', ...typed] = work.args
      const desk = deskIn(work)
      const { text: of } = textIn(desk)
      const known = Object.values(desk.textPackages).find(each => each.text === of && each.name === name)
      const id = known?.package ?? newId<PackageId>()
      const clauses = typed.map(each => clauseIn(desk, each))
      await actAtDesk(work, desk, [{ kind: 'text.package', package: id, text: of, name, clauses }])
      return {
        text: `${printable(name)}: ${typed.length === 0 ? 'no more' : typed.join(', ')}`,
        json: { package: id, clauses },
      }
    },
  )
}

function registerTerm(group: Command, terminal: Terminal): void {
  defineWork(
    group,
    terminal,
    {
      name: 'term',
      arguments: { '<words...>': 'the word in each language, such as en:flow ar:تدفق' },
      summary: 'a word that is to be the same throughout, in each language',
      answers: { term: text },
      examples: ['goodoffices text term en:flow ar:تدفق'],
      acts: true,
    },
    async work => {
      const desk = deskIn(work)
      const spoken = work.args.map(typed => {
        const [language = '', ...rest] = typed.split(':')
        if (rest.length === 0) throw missing('nothing-named', { what: 'language', name: typed })
        return { language, word: rest.join(':') }
      })
      const [first] = spoken
      const known = Object.values(desk.textTerms).find(term =>
        term.spoken.some(({ language, word }) => language === first?.language && word === first.word),
      )
      const id = known?.term ?? newId<TextTermId>()
      await actAtDesk(work, desk, [{ kind: 'text.term', term: id, text: textIn(desk).text, spoken }])
      return { text: `Kept: ${spoken.map(({ word }) => printable(word)).join(' · ')}`, json: { term: id } }
    },
  )
}

type FootnoteFlags = { readonly as?: (typeof footnoteKinds)[number]; readonly out?: string }

function registerFootnote(group: Command, terminal: Terminal): void {
  defineWork<FootnoteFlags>(
    group,
    terminal,
    {
      name: 'footnote',
      arguments: { ...clauseArgument, '[words]': 'what stands at its foot, in each draft' },
      summary: 'write a footnote to a clause, or take one out',
      options: [
        option('--as <kind>', 'which kind of footnote (reservation)', footnoteKinds),
        option('--out <number>', 'take out that one of the clause, counted from 1'),
      ],
      answers: { footnote: text },
      examples: [
        'goodoffices text footnote k2 "Reserved until the hours are there."',
        'goodoffices text footnote k2 --out 1',
      ],
      acts: true,
    },
    async work => {
      const desk = deskIn(work)
      const clause = clauseIn(desk, work.args[0] ?? '')
      return work.flags.out === undefined
        ? writeFootnote(work, desk, clause)
        : takeOutFootnote(work, desk, { clause, number: work.flags.out })
    },
  )
}

async function writeFootnote(work: Work<FootnoteFlags>, desk: RoomState, clause: ClauseId): Promise<Answer> {
  const [, body] = work.args
  if (body === undefined) throw misuse('words-needed')
  const footnote = newId<FootnoteId>()
  const footnoteKind = work.flags.as ?? 'reservation'
  await actAtDesk(work, desk, [{ kind: 'text.footnote', footnote, clause, footnoteKind, body }])
  return { text: 'Written at its foot.', json: { footnote } }
}

async function takeOutFootnote(
  work: Work<object>,
  desk: RoomState,
  { clause, number }: { readonly clause: ClauseId; readonly number: string },
): Promise<Answer> {
  const standing = Object.values(desk.footnotes).filter(
    each => each.clause === clause && each.withdrawn === undefined,
  )
  const found = standing[Number(number) - 1]
  if (found === undefined) throw missing('nothing-named', { what: 'footnote', name: number })
  const { footnote, footnoteKind, body } = found
  await actAtDesk(work, desk, [
    { kind: 'text.footnote', footnote, clause, footnoteKind, body, takenOut: true },
  ])
  return { text: 'Taken out.', json: { footnote } }
}
