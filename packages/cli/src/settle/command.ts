/** `goodoffices settle` and its subcommands: wiring between files, engine and page. */

import { writeFileSync } from 'node:fs'
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
import { mistakeToText } from './mistakes.ts'
import { runTask, Stopped } from './run.ts'
import { readSources, UnreadableFile } from './source-files.ts'
import type { Choices } from './tasks.ts'
import { streamToScreen } from './text.ts'
import { reasonText } from './words.ts'

const exitCodes = { deal: 0, noDeal: 3, badInput: 2, stopped: 130, bug: 70 } as const

type ReadOptions = { readonly scale?: number }
type SettleFlags = ReadOptions & Choices & { readonly json?: true; readonly html?: string }

/**
 * Mounts `settle` on the program. Exit codes: 0 a deal exists, 3 none, 2 bad input.
 * Commander gives an option that both `settle` and a subcommand know, such as `--json`, to `settle`; the
 * subcommands therefore read their options together with those of `settle`.
 */
export function registerSettle(program: Command): void {
  const settle = program
    .command('settle')
    .description('find the deal: what is efficient, what is fair, and why there is none where there is none')
    .argument(
      '<files...>',
      'a problem file; a GENIUS, GeniusWeb, NegMAS or NegoLog domain with its profiles; or a folder',
    )
    .option('--json', 'print the result as one JSON object')
    .option('--html <report.html>', 'write a self-contained report as well')
    .addOption(reservationOption())
    .addOption(scaleOption())
    .addOption(
      new Option(
        '--frontier <how>',
        'list all efficient points, a smaller set with a guarantee, or none',
      ).choices(['exact', 'epsilon', 'none']),
    )
    .addHelpText('after', '\nExit codes: 0 a deal exists, 3 none exists, 2 the input is wrong.')
    .action((files: string[], flags: SettleFlags) => guard(() => settleFiles(files, flags)))

  settle
    .command('improve')
    .description('what is better for all than the package on the table, and which trades lead there')
    .argument('<files...>', 'the files of one problem, or a folder')
    .requiredOption('--from <package>', 'the package on the table, as "Issue=Option; Issue=Option"')
    .option('--json', 'print the result as one JSON object')
    .addOption(reservationOption())
    .addOption(scaleOption())
    .action((files: string[], _: unknown, command: Command) =>
      guard(() => improveFiles(files, command.optsWithGlobals<ImproveFlags>())),
    )

  settle
    .command('divide')
    .description('divide goods: Adjusted Winner, Knaster, maximum Nash welfare, leximin')
    .argument('<file>', 'a goods file: the goods, and what each party would give for each')
    .option('--json', 'print the result as one JSON object')
    .action((file: string, _: unknown, command: Command) =>
      guard(() => divideFile(file, command.optsWithGlobals<DivideFlags>())),
    )

  settle
    .command('convert')
    .description('write any readable problem as our own problem file')
    .argument('<files...>', 'the files of one problem, or a folder')
    .requiredOption('--to <problem.yaml>', 'the file to write; - writes to standard output')
    .addOption(scaleOption())
    .action((files: string[], _: unknown, command: Command) =>
      guard(() => convertFiles(files, command.optsWithGlobals<ConvertFlags>())),
    )
}

type DivideFlags = { readonly json?: true }
type ConvertFlags = ReadOptions & { readonly to: string }
type ImproveFlags = ReadOptions & Choices & { readonly from: string; readonly json?: true }

function reservationOption(): Option {
  return new Option('--reservation <which>', 'take reservation values from the file, or ignore them').choices(
    ['ignore', 'file'],
  )
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

/** Bad input in any form, already in words. */
class BadInput extends Error {
  override readonly name = 'BadInput'
}

/** Runs an action and turns what it throws into words and an exit code. */
async function guard(action: () => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await action()
  } catch (error) {
    if (error instanceof Stopped) {
      process.stderr.write('Stopped. Nothing was written.\n')
      process.exitCode = exitCodes.stopped
    } else if (error instanceof BadInput || error instanceof UnreadableFile) {
      process.stderr.write(`${error.message}\n`)
      process.exitCode = exitCodes.badInput
    } else if (error instanceof Undecided) {
      process.stderr.write(`This could not be decided. ${reasonText(error.reason)}\n`)
      process.exitCode = exitCodes.badInput
    } else {
      throw error
    }
  }
}

async function settleFiles(paths: readonly string[], flags: SettleFlags): Promise<number> {
  const problem = readProblem(paths, flags)
  const { settlement, robustness } = await runTask({
    kind: 'settle',
    problem,
    choices: flagsToChoices(flags),
  })
  // What shows the answer is loaded only when that is how it is shown: starting up is most of a small run.
  if (flags.html !== undefined) {
    const { settlementToReport } = await import('./html.ts')
    writeOutput(flags.html, settlementToReport(problem, settlement, robustness))
  }
  if (flags.json === true) {
    const { settlementToJson } = await import('./json.ts')
    print([JSON.stringify(settlementToJson(problem, settlement, robustness), undefined, 2)])
  } else {
    const { settlementToPage } = await import('./page.ts')
    print(
      settlementToPage(problem, settlement, {
        screen: streamToScreen(process.stdout, process.env),
        robustness,
      }),
    )
    if (flags.html !== undefined) print([`Report: ${flags.html}`])
  }
  return settlement.zoneOfAgreement ? exitCodes.deal : exitCodes.noDeal
}

async function improveFiles(paths: readonly string[], flags: ImproveFlags): Promise<number> {
  const problem = readProblem(paths, flags)
  const { parsePackage } = await import('./package-text.ts')
  const { improvementToJson, improvementToPage } = await import('./improve.ts')
  const from = parsePackage(problem, flags.from)
  if (!from.ok) {
    const lines = from.error.map(
      ({ what, expected, example }) => `--from: ${what}.\n  expected: ${expected}\n  example: ${example}`,
    )
    throw new BadInput(lines.join('\n'))
  }
  const improvement = await runTask({
    kind: 'improve',
    problem,
    from: from.value,
    choices: flagsToChoices(flags),
  })
  if (flags.json === true) print([JSON.stringify(improvementToJson(problem, improvement), undefined, 2)])
  else print(improvementToPage(problem, improvement, streamToScreen(process.stdout, process.env)))
  return improvement.settlement.zoneOfAgreement ? exitCodes.deal : exitCodes.noDeal
}

function flagsToChoices({ reservation, frontier }: Choices): Choices {
  return {
    ...(reservation === undefined ? {} : { reservation }),
    ...(frontier === undefined ? {} : { frontier }),
  }
}

async function divideFile(path: string, { json }: DivideFlags): Promise<number> {
  const { dividedToJson, dividedToPage, divideGoods } = await import('./divide.ts')
  const result = importGoods(readSources([path]).files)
  if (!result.ok) throw new BadInput(mistakesToText(result.error))
  let divided: ReturnType<typeof divideGoods>
  try {
    divided = divideGoods(result.value)
  } catch (error) {
    // The engine refuses what would take forever; that is the input's fault, and not ours.
    if (error instanceof Undecided)
      throw new BadInput(`This could not be divided. ${reasonText(error.reason)}`)
    throw error
  }
  if (json === true) print([JSON.stringify(dividedToJson(result.value, divided), undefined, 2)])
  else print(dividedToPage(result.value, divided, streamToScreen(process.stdout, process.env)))
  return exitCodes.deal
}

function convertFiles(paths: readonly string[], flags: ConvertFlags): number {
  if (paths.some(path => resolve(path) === resolve(flags.to)))
    throw new BadInput(`${flags.to} is one of the files to read; write to another.`)
  const yaml = problemToYaml(readProblem(paths, flags))
  if (flags.to === '-') {
    process.stdout.write(yaml)
  } else {
    writeOutput(flags.to, yaml)
    print([`Wrote ${flags.to}.`])
  }
  return exitCodes.deal
}

function readProblem(paths: readonly string[], { scale }: ReadOptions): Problem {
  const { files, isFolder } = readSources(paths)
  const result = importProblem(files, { skipUnknown: isFolder, ...(scale === undefined ? {} : { scale }) })
  if (!result.ok) throw new BadInput(mistakesToText(result.error))
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
    writeFileSync(path, text)
  } catch (error) {
    throw new BadInput(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
