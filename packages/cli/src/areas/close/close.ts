/** Closing the talks: what is still to be done, and the evidence pack of what was signed. */

import { mkdirSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import {
  articleName,
  articles,
  type ClosingStep,
  closingOf,
  type Dispute,
  disputes,
  verifyPack,
  writePack,
} from '@goodoffices/client'
import { type Language, languages } from '@goodoffices/client/locale'
import { figuresOf, loadVocabulary, say } from '@goodoffices/client/words'
import { standingOf } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { fullHandle, roomHandle } from '../../names/handles.ts'
import { printable, timeToText } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, define, gather, option, repeated, type SharedFlags } from '../../shell/define.ts'
import { demand, exits, misuse, Stop } from '../../shell/exit.ts'
import { readGivenText } from '../../shell/given-file.ts'
import { openRows, rows, text, time, words, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { writeWhole } from '../../shell/written-file.ts'
import { itemHandles } from '../item/handles.ts'
import { english, writingIn } from '../item/writing.ts'
import { findInstrument } from './things.ts'

export function registerClose(program: Command, terminal: Terminal): void {
  const close = gather(program, 'close', 'closing the talks, and the evidence pack of what was signed')
  defineWork(
    close,
    terminal,
    {
      name: 'status',
      summary: 'what is still to be done before these talks are closed; nothing is done by it',
      answers: { steps: openRows({ kind: text, room: text }), cleared: yesNo },
      examples: ['goodoffices close status'],
      acts: false,
    },
    status,
  )
  defineWork<PackFlags>(
    close,
    terminal,
    {
      name: 'pack',
      arguments: { '<instrument>': 'as it stands at the table, such as table/i1' },
      summary: 'the evidence pack: what was signed, by whose keys, and that it resulted from mediation',
      options: [
        option('--out <folder>', 'a folder that is not there yet'),
        option('--dispute <kind>', 'of what kind it was', disputes),
        option('--language <language>', 'in which language its pages are (en)', languages),
      ],
      answers: { instrument: text, folder: text, files: words, lacks: words },
      examples: ['goodoffices close pack table/i1 --out evidence --dispute between-states'],
      acts: false,
    },
    pack,
  )
  define<VerifyFlags>(
    close,
    terminal,
    {
      name: 'verify',
      arguments: { '<folder>': 'an evidence pack, whole, as it was given' },
      summary: 'check an evidence pack; no identity and no connection needed',
      options: [
        repeated('--relay-key <key>', 'the relay’s verifier key as you know it by another way'),
        option('--language <language>', 'in which language it is said (en)', languages),
      ],
      answers: [
        {
          folder: text,
          title: text,
          relay: text,
          known: yesNo,
          signings: openRows({ party: text, done: text, placed: time }),
          articles: rows({ article: text, has: yesNo }),
        },
      ],
      examples: ['goodoffices close verify evidence --relay-key talks.example+1f0c27ab+AWpV'],
    },
    verify,
  )
}

type PackFlags = { readonly out?: string; readonly dispute?: Dispute; readonly language?: Language }
type VerifyFlags = SharedFlags & { readonly relayKey?: readonly string[]; readonly language?: Language }

async function pack(work: Work<PackFlags>): Promise<Answer> {
  const { session, processOf, flags, args } = work
  const { room: table, instrument } = findInstrument(work, args[0] ?? '', ['table'])
  const { out, dispute, language = 'en' } = flags
  if (out === undefined) throw misuse('file-needed')
  if (dispute === undefined)
    throw misuse(
      'dispute-needed',
      {},
      disputes.map(handle => ({ handle })),
    )
  const files = demand(
    await writePack(session, processOf().process, { table, instrument, dispute, language }),
  )
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeWhole(join(out, path), bytes, { isOver: false, mode: 0o644 })
  }
  const verified = demand(await verifyPack(files))
  const { terms } = english
  const lacks = verified.pack.lacks.map(article => articleName[article])
  return {
    text: [
      `Written: ${out} (${files.size} files)`,
      ...(lacks.length === 0
        ? []
        : [withoutMarks(say(terms['pack.lacks'], { what: lacks.join(', ') }, writingIn(table).figures))]),
      terms[dispute === 'commercial' ? 'pack.applies' : 'pack.applies-not'],
    ].join('\n'),
    json: {
      instrument: fullHandle(table, itemHandles.item, instrument.item),
      folder: out,
      files: [...files.keys()],
      lacks,
    },
  }
}

/** No file of a pack is longer. */
const packBytesMax = 50_000_000

function filesIn(folder: string): ReadonlyMap<string, string> {
  try {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    return new Map(
      paths
        .filter(entry => entry.isFile())
        .map(entry => {
          const path = join(entry.parentPath, entry.name)
          return [relative(folder, path).replaceAll('\\', '/'), readGivenText(path, packBytesMax)] as const
        }),
    )
  } catch {
    throw new Stop(exits.refused, { code: 'pack-unreadable', file: folder })
  }
}

async function verify([folder = '']: readonly string[], flags: VerifyFlags): Promise<Answer> {
  const verified = await verifyPack(filesIn(folder), flags.relayKey)
  if (!verified.ok) throw new Stop(exits.refused, verified.error)
  const { pack, isRelayKnown, signings } = verified.value
  const { terms, choices } = await loadVocabulary(flags.language ?? 'en')
  const figures = figuresOf(flags.language ?? 'en')
  const said = articles.map(article => ({
    article: articleName[article],
    has: !pack.lacks.includes(article),
  }))
  const by = { party: '', mediators: terms['proof.recorded'], nobody: terms['proof.none'] } as const
  return {
    // A key that is compared is copied without marks that nobody sees.
    text: withoutMarks(
      [
        terms['pack.holds'],
        printable(pack.instrument.title),
        ...signings.map(({ party, done, signedBy, placed, by: whose }) =>
          [
            `${printable(party)}: ${choices[`done.${done as 'signed'}`]}`,
            printable(signedBy),
            timeToText(placed),
            ...(by[whose] === '' ? [] : [by[whose]]),
          ].join(' · '),
        ),
        ...articles.map(
          (article, at) =>
            `${said[at]?.has === true ? '[x]' : '[ ]'} ${say(terms[`pack.${article}`], { article: articleName[article] }, figures)}`,
        ),
        terms[pack.dispute === 'commercial' ? 'pack.applies' : 'pack.applies-not'],
        ...(isRelayKnown ? [] : [say(terms['pack.unknown-relay'], { key: pack.relay }, figures)]),
        terms['not-qualified'],
      ].join('\n'),
    ),
    json: {
      folder,
      title: pack.instrument.title,
      relay: pack.relay,
      known: isRelayKnown,
      signings,
      articles: said,
    },
  }
}

function lineOf(step: ClosingStep): string {
  const { figures } = writingIn(step.room)
  const room = roomHandle(step.room)
  switch (step.kind) {
    case 'unsigned':
      return say(
        english.terms['closing.unsigned'],
        { title: standingOf(step.instrument).fields.title },
        figures,
      )
    case 'rule':
      return say(english.terms['closing.rule'], { room }, figures)
    case 'hold':
      return say(english.terms['closing.hold'], { room, reason: step.reason }, figures)
    default:
      return step satisfies never
  }
}

async function status({ session, processOf }: Work<object>): Promise<Answer> {
  const { steps, isCleared } = closingOf(session, processOf().process)
  const lines = steps.map(step => printable(withoutMarks(lineOf(step))))
  return {
    text: [
      ...(lines.length === 0 ? [english.terms['closing.done']] : lines),
      english.terms['closing.copy'],
    ].join('\n'),
    json: {
      steps: steps.map((step, at) => ({ kind: step.kind, room: roomHandle(step.room), line: lines[at] })),
      cleared: isCleared,
    },
  }
}
