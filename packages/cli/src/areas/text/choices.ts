/** What is done with a choice without typing: made, said how it is meant, tied, and who wants which wording. */

import { composeChoice, composeMeaning, composeTie, draftingIn } from '@goodoffices/client'
import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { findParty } from '../../names/find.ts'
import { demand, missing } from '../../shell/exit.ts'
import { count, text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import {
  actAtDesk,
  choiceIn,
  clauseIn,
  deskIn,
  type LanguageFlags,
  languageIn,
  languageOption,
  optionIn,
  textIn,
} from './at-desk.ts'

const clauseArgument = { '<clause>': 'such as k2' } as const
const choiceArgument = { '<choice>': 'which choice of its words, counted from 1' } as const
const meanings = ['one', 'each'] as const
const supports = ['wants', 'accepts', 'opposes', 'unsaid'] as const

export function registerChoices(group: Command, terminal: Terminal): void {
  defineWork<LanguageFlags>(
    group,
    terminal,
    {
      name: 'choose',
      arguments: {
        ...clauseArgument,
        ...choiceArgument,
        '[wording]': 'the wording that stays, counted from 1; none of it if left out',
      },
      summary: 'make a choice, in each language in which it stands',
      options: [languageOption],
      answers: { clause: text, written: count },
      examples: ['goodoffices text choose k2 1 2', 'goodoffices text choose k2 1'],
      acts: true,
    },
    async work => {
      const { args, flags } = work
      const desk = deskIn(work)
      const at = { clause: clauseIn(desk, args[0] ?? ''), language: languageIn(desk, flags) }
      const choice = choiceIn(desk, at, args[1] ?? '')
      const keep = args[2] === undefined ? undefined : optionIn(choice, args[2])
      const writes = demand(composeChoice(desk, { ...at, bracket: choice.bracket, keep }))
      await actAtDesk(work, desk, writes)
      return {
        text: `Chosen, in: ${writes.map(({ language }) => language).join(', ')}`,
        json: { clause: at.clause, written: writes.length },
      }
    },
  )
  defineWork<LanguageFlags>(
    group,
    terminal,
    {
      name: 'mean',
      arguments: { ...clauseArgument, ...choiceArgument, '<how>': meanings.join(', ') },
      summary: 'say whether one of the wordings of a choice will stand, or each for itself',
      options: [languageOption],
      answers: { clause: text, meant: text },
      examples: ['goodoffices text mean k2 1 one'],
      acts: true,
    },
    async work => {
      const { args, flags } = work
      const desk = deskIn(work)
      const at = { clause: clauseIn(desk, args[0] ?? ''), language: languageIn(desk, flags) }
      const meant = meanings.find(each => each === args[2])
      if (meant === undefined) throw missing('nothing-named', { what: 'meaning', name: args[2] ?? '' })
      const { bracket } = choiceIn(desk, at, args[1] ?? '')
      await actAtDesk(work, desk, demand(composeMeaning(desk, { ...at, bracket, meant })))
      return { text: `Choice ${args[1] ?? ''}: ${meant}`, json: { clause: at.clause, meant } }
    },
  )
  defineWork<{ readonly language: string }>(
    group,
    terminal,
    {
      name: 'tie',
      arguments: {
        ...clauseArgument,
        ...choiceArgument,
        '<drafted>': 'which choice it is in the language that is drafted in, counted from 1',
      },
      summary: 'say which choice of the drafting language one of another language is',
      options: [languageOption],
      answers: { clause: text, bracket: text },
      examples: ['goodoffices text tie k2 1 2 --language ar'],
      acts: true,
    },
    async work => {
      const { args, flags } = work
      const desk = deskIn(work)
      const at = { clause: clauseIn(desk, args[0] ?? ''), language: languageIn(desk, flags) }
      const drafted = { clause: at.clause, language: draftingIn(textIn(desk)) }
      const { bracket } = choiceIn(desk, at, args[1] ?? '')
      const { bracket: to } = choiceIn(desk, drafted, args[2] ?? '')
      await actAtDesk(work, desk, [demand(composeTie(desk, { ...at, bracket, to }))])
      return { text: 'Tied: it is made in both at once.', json: { clause: at.clause, bracket: to } }
    },
  )
  defineWork<LanguageFlags>(
    group,
    terminal,
    {
      name: 'note-support',
      arguments: {
        ...clauseArgument,
        ...choiceArgument,
        '<wording>': 'which wording of it, counted from 1',
        '<party>': 'whose word it is',
        '<how>': supports.join(', '),
      },
      summary: 'note at the desk who wants a wording',
      options: [languageOption],
      answers: { clause: text, support: text },
      examples: ['goodoffices text note-support k2 1 2 "Lower village" wants'],
      acts: true,
    },
    async work => {
      const { args, flags, session, processOf } = work
      const [clauseNamed = '', choiceNamed = '', wordingNamed = '', partyNamed = '', how = ''] = args
      const desk = deskIn(work)
      const at = { clause: clauseIn(desk, clauseNamed), language: languageIn(desk, flags) }
      const support = supports.find(each => each === how)
      if (support === undefined) throw missing('nothing-named', { what: 'support', name: how })
      const { party, name } = findParty(session, processOf(), partyNamed)
      const alternative = optionIn(choiceIn(desk, at, choiceNamed), wordingNamed)
      await actAtDesk(work, desk, [{ kind: 'text.support', clause: at.clause, alternative, party, support }])
      return { text: `${name}: ${support}`, json: { clause: at.clause, support } }
    },
  )
}
