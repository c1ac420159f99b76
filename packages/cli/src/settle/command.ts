/** `goodoffices settle` and its subcommands: wiring between files, engine and page. */

import { resolve } from 'node:path'
import { type Problem, Undecided } from '@goodoffices/settlement'
import {
  type FileProblem,
  importGoods,
  importProblem,
  placesMax,
  problemToYaml,
} from '@goodoffices/settlement/files'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Answer, define, option, type SharedFlags } from '../shell/define.ts'
import { exits, misuse, Stop } from '../shell/exit.ts'
import type { Terminal } from '../shell/terminal.ts'
import { writeWhole } from '../shell/written-file.ts'
import { dividedAnswers, improvedAnswers, settledAnswers, writtenAnswers } from './answers.ts'
import { mistakeToText } from './mistakes.ts'
import { runTask, Stopped } from './run.ts'
import { readSources, UnreadableFile } from './source-files.ts'
import type { Choices } from './tasks.ts'
import { streamToScreen } from './text.ts'
import { importText, reasonText } from './words.ts'

type ReadOptions = { readonly scale?: number }
type SettleFlags = SharedFlags & ReadOptions & Choices & { readonly html?: string }
type ImproveFlags = SharedFlags & ReadOptions & Choices & { readonly from: string }
type ConvertFlags = SharedFlags & ReadOptions & { readonly to: string }

const problemFiles = { '<files...>': 'the files of one problem, or a folder' }

/** Mounts `settle` on the program. Exit codes: 0 a deal exists, 3 none, 2 bad input. */
export function registerSettle(program: Command, terminal: Terminal): void {
  const settle = define<SettleFlags>(
    program,
    terminal,
    {
      name: 'settle',
      arguments: {
        '<files...>':
          'a problem file; a GENIUS, GeniusWeb, NegMAS or NegoLog domain with its profiles; or a folder',
      },
      summary: 'find the deal: what is efficient, what is fair, and why there is none where there is none',
      options: [
        option('--html <report.html>', 'write a self-contained report as well'),
        reservationOption(),
        scaleOption(),
        option('--frontier <how>', 'list all efficient points, a smaller set with a guarantee, or none', [
          'exact',
          'epsilon',
          'none',
        ]),
      ],
      answers: settledAnswers,
      examples: ['goodoffices settle problem.yaml', 'goodoffices settle problem.yaml --html report.html'],
      more: 'Exit codes: 0 a deal exists, 3 none exists, 2 the input is wrong.',
    },
    guarded(settleFiles),
  )

  define<ImproveFlags>(
    settle,
    terminal,
    {
      name: 'improve',
      arguments: problemFiles,
      summary: 'what is better for all than the package on the table, and which trades lead there',
      options: [
        option(
          '--from <package>',
          'the package on the table, as "Issue=Option; Issue=Option"',
        ).makeOptionMandatory(),
        reservationOption(),
        scaleOption(),
      ],
      answers: improvedAnswers,
      examples: ['goodoffices settle improve problem.yaml --from "Price=low; Delivery=now"'],
    },
    guarded(improveFiles),
  )

  define(
    settle,
    terminal,
    {
      name: 'divide',
      arguments: { '<file>': 'a goods file: the goods, and what each party would give for each' },
      summary: 'divide goods: Adjusted Winner, Knaster, maximum Nash welfare, leximin',
      answers: dividedAnswers,
      examples: ['goodoffices settle divide goods.yaml'],
    },
    guarded(divideFile),
  )

  define<ConvertFlags>(
    settle,
    terminal,
    {
      name: 'convert',
      arguments: problemFiles,
      summary: 'write any readable problem as our own problem file',
      options: [
        option('--to <problem.yaml>', 'the file to write; - writes to standard output').makeOptionMandatory(),
        scaleOption(),
      ],
      answers: writtenAnswers,
      examples: ['goodoffices settle convert domain.xml profile1.xml profile2.xml --to problem.yaml'],
    },
    guarded(async (paths, flags) => convertFiles(paths, flags)),
  )
}

function reservationOption(): Option {
  return option('--reservation <which>', 'take reservation values from the file, or ignore them', [
    'ignore',
    'file',
  ])
}

function scaleOption(): Option {
  return new Option(
    '--scale <places>',
    'round each weighted contribution once at so many decimal places; exact without it',
  ).argParser(text => {
    const places = Number(text)
    if (!/^\d+$/.test(text) || places > placesMax)
      throw new InvalidArgumentError(`Expected a whole number from 0 to ${placesMax}, such as 6.`)
    return places
  })
}

/** Bad input, already in words. */
const badInput = (reason: string): Stop => misuse('problem-wrong', { reason })

/** What is no answer of the engine ends the command, in words. */
const guarded =
  <Flags>(work: (paths: readonly string[], flags: Flags) => Promise<Answer>) =>
  async (paths: readonly string[], flags: Flags): Promise<Answer> => {
    try {
      return await work(paths, flags)
    } catch (error) {
      if (error instanceof Stopped) throw new Stop(exits.stopped, { code: 'settle-stopped' })
      if (error instanceof UnreadableFile) throw badInput(error.message)
      if (error instanceof Undecided) throw misuse('undecided', { reason: reasonText(error.reason) })
      throw error
    }
  }

const exitOf = ({ zoneOfAgreement }: { readonly zoneOfAgreement: boolean }) =>
  zoneOfAgreement ? exits.done : exits.refused

const screen = () => streamToScreen(process.stdout, process.env)

async function settleFiles(paths: readonly string[], flags: SettleFlags): Promise<Answer> {
  const problem = readProblem(paths, flags)
  const choices = flagsToChoices(flags)
  const { settlement, robustness } = await runTask({ kind: 'settle', problem, choices })
  const exit = exitOf(settlement)
  // What shows the answer is loaded only when that is how it is shown: starting up is most of a small run.
  if (flags.html !== undefined) {
    const { settlementToReport } = await import('./html.ts')
    writeOutput(flags.html, settlementToReport(problem, settlement, robustness))
  }
  const written = flags.html === undefined ? {} : { html: flags.html }
  if (flags.json === true) {
    const { settlementToJson } = await import('./json.ts')
    return { text: '', json: { ...settlementToJson(problem, settlement, robustness), ...written }, exit }
  }
  const { settlementToPage } = await import('./page.ts')
  const page = settlementToPage(problem, settlement, { screen: screen(), robustness })
  return {
    text: [...page, ...(flags.html === undefined ? [] : [`Report: ${flags.html}`])].join('\n'),
    json: written,
    exit,
  }
}

async function improveFiles(paths: readonly string[], flags: ImproveFlags): Promise<Answer> {
  const problem = readProblem(paths, flags)
  const { parsePackage } = await import('./package-text.ts')
  const { improvementToJson, improvementToPage } = await import('./improve.ts')
  const from = parsePackage(problem, flags.from)
  if (!from.ok) {
    const lines = from.error.map(
      ({ what, expected, example }) => `--from: ${what}.\n  expected: ${expected}\n  example: ${example}`,
    )
    throw badInput(lines.join('\n'))
  }
  const choices = flagsToChoices(flags)
  const improvement = await runTask({ kind: 'improve', problem, from: from.value, choices })
  return {
    text: flags.json === true ? '' : improvementToPage(problem, improvement, screen()).join('\n'),
    json: improvementToJson(problem, improvement),
    exit: exitOf(improvement.settlement),
  }
}

function flagsToChoices({ reservation, frontier }: Choices): Choices {
  return {
    ...(reservation === undefined ? {} : { reservation }),
    ...(frontier === undefined ? {} : { frontier }),
  }
}

async function divideFile([path = '']: readonly string[], { json }: SharedFlags): Promise<Answer> {
  const { dividedToJson, dividedToPage, divideGoods } = await import('./divide.ts')
  const result = importGoods(readSources([path]).files)
  if (!result.ok) throw badInput(mistakesToText(result.error))
  let divided: ReturnType<typeof divideGoods>
  try {
    divided = divideGoods(result.value)
  } catch (error) {
    // The engine refuses what would take forever; that is the input's fault, and not ours.
    if (error instanceof Undecided) throw misuse('not-divided', { reason: reasonText(error.reason) })
    throw error
  }
  return {
    text: json === true ? '' : dividedToPage(result.value, divided, screen()).join('\n'),
    json: dividedToJson(result.value, divided),
  }
}

function convertFiles(paths: readonly string[], flags: ConvertFlags): Answer {
  if (paths.some(path => resolve(path) === resolve(flags.to)))
    throw badInput(`${flags.to} is one of the files to read; write to another.`)
  const yaml = problemToYaml(readProblem(paths, flags), importText)
  if (flags.to === '-') return { text: yaml.replace(/\n$/, ''), json: { to: flags.to, yaml } }
  writeOutput(flags.to, yaml)
  return { text: `Wrote ${flags.to}.`, json: { to: flags.to } }
}

function readProblem(paths: readonly string[], { scale }: ReadOptions): Problem {
  const { files, isFolder } = readSources(paths)
  const result = importProblem(files, { skipUnknown: isFolder, ...(scale === undefined ? {} : { scale }) })
  if (!result.ok) throw badInput(mistakesToText(result.error))
  return result.value
}

function mistakesToText(mistakes: readonly FileProblem[]): string {
  const count =
    mistakes.length === 1
      ? 'There is a mistake in the input.'
      : `There are ${mistakes.length} mistakes in the input.`
  return [...mistakes.map(mistakeToText), '', count].join('\n')
}

function writeOutput(path: string, text: string): void {
  try {
    writeWhole(path, text, { isOver: true, mode: 0o666 })
  } catch (error) {
    throw badInput(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}
