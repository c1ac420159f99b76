/** The recovery words: shown as often as they are asked for, until three of them say that they stand on paper (RING-23); and others in their place (RING-26). */

import {
  confirmPhrase,
  isSamePart,
  keepFormerPhrase,
  type PhraseForm,
  phraseForms,
  phraseIn,
  phraseRenewalOf,
  renewPhrase,
  type Session,
  unwrittenPhrase,
} from '@goodoffices/client'
import type { Command } from 'commander'
import { defineWork } from '../member/work.ts'
import type { Answer } from '../shell/answer.ts'
import { option } from '../shell/define.ts'
import { demand, exits, missing, Stop } from '../shell/exit.ts'
import { oneOf, text, words, yesNo } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

type WordsFlags = { readonly as?: PhraseForm }

const asOption = option('--as <form>', 'in which list of words, or in digits (en)', phraseForms)
const columnsCount = 4
/** One from each third. */
const placesIn = (parts: readonly string[]): readonly number[] => [
  2,
  Math.floor(parts.length / 2),
  parts.length - 4,
]

const stillGood =
  'Those of before stay good until every room has these: keep that sheet until `goodoffices identity devices` names it no more.'
const overNow = 'Those of before open nothing that is said from now on: destroy that sheet.'

export function registerWords(identity: Command, terminal: Terminal): void {
  const shown = defineWork<WordsFlags>(
    identity,
    terminal,
    {
      name: 'words',
      summary: 'show the recovery words, until they stand on paper',
      options: [asOption],
      answers: { words, form: oneOf(...phraseForms) },
      examples: ['goodoffices identity words', 'goodoffices identity words --as digits'],
      acts: false,
    },
    async ({ session, flags: { as = 'en' } }) => answerWords(session, as),
  )

  defineWork<WordsFlags>(
    shown,
    terminal,
    {
      name: 'renew',
      summary: 'make others: once they stand on paper, they take the place of those of before',
      options: [asOption],
      answers: { words, form: oneOf(...phraseForms) },
      examples: ['goodoffices identity words renew'],
      acts: true,
    },
    async ({ session, flags: { as = 'en' } }) => {
      demand(await renewPhrase(session))
      return answerWords(session, as)
    },
  )

  defineWork(
    shown,
    terminal,
    {
      name: 'keep',
      summary: 'keep those of before: the others, which are on no paper yet, are forgotten',
      answers: { kept: oneOf('former') },
      examples: ['goodoffices identity words keep'],
      acts: true,
    },
    async ({ session }) => {
      demand(await keepFormerPhrase(session))
      return {
        text: 'The words of before stay as they are. The others are forgotten, and open nothing.',
        json: { kept: 'former' },
      }
    },
  )

  defineWork<WordsFlags>(
    shown,
    terminal,
    {
      name: 'written',
      arguments: { '<three...>': 'the three that are asked for, from the paper' },
      summary: 'they stand on paper: this device forgets them',
      options: [asOption],
      answers: { written: text, replacing: yesNo },
      examples: ['goodoffices identity words written useful rigid pride'],
      acts: true,
    },
    async ({ session, args, flags: { as = 'en' }, exchange }) => {
      const parts = partsOf(session, as)
      const typed = args.join(' ').split(/\s+/u)
      const places = placesIn(parts)
      const isRight =
        typed.length === places.length &&
        places.every((place, i) => isSamePart(typed[i] ?? '', parts[place] ?? ''))
      if (!isRight) throw new Stop(exits.refused, { code: 'words-differ' })
      const isRenewed = phraseRenewalOf(session) !== undefined
      demand(await confirmPhrase(session))
      await exchange()
      const replacing = phraseRenewalOf(session) !== undefined
      return {
        text: [
          'They stand on paper, and nowhere else. This device has forgotten them.',
          ...(isRenewed ? [replacing ? stillGood : overNow] : []),
        ].join('\n'),
        json: { written: as, replacing },
      }
    },
  )
}

function answerWords(session: Session, as: PhraseForm): Answer {
  const parts = partsOf(session, as)
  const places = placesIn(parts).map(place => place + 1)
  return {
    text: [
      'Write these down in their order, and keep them away from this machine. Whoever has them can act as you.',
      ...(phraseRenewalOf(session) === undefined
        ? []
        : ['Until they stand on paper, the words of before stay good, and these open nothing.']),
      '',
      ...linesOf(parts),
      '',
      `Then show that they stand on paper: goodoffices identity words written, with numbers ${places.join(', ')}.`,
    ].join('\n'),
    json: { words: parts, form: as },
  }
}

function partsOf(session: Session, form: PhraseForm): readonly string[] {
  const phrase = unwrittenPhrase(session)
  if (phrase === undefined) throw missing('words-gone')
  return phraseIn(phrase, form)
}

function linesOf(parts: readonly string[]): readonly string[] {
  const cells = parts.map((part, i) => `${String(i + 1).padStart(2)} ${part.padEnd(10)}`)
  return Array.from(
    { length: Math.ceil(cells.length / columnsCount) },
    (_, row) =>
      `  ${cells
        .slice(row * columnsCount, (row + 1) * columnsCount)
        .join('  ')
        .trimEnd()}`,
  )
}
