/** How a command is defined: its words, an example, and what it does. Output and exit code are the same for all. */

import { Argument, Command, Option } from 'commander'
import type { Answer } from './answer.ts'
import { misuse } from './exit.ts'
import { reportAnswer, reportFailure } from './report.ts'
import type { Answers, Fields } from './shape.ts'
import type { Terminal } from './terminal.ts'

/** What a command says, to a person and to a program. */
export type { Answer }

/** Options that every command has, as commander hands them over. */
export type SharedFlags = { readonly json?: true }

export type Definition = {
  readonly name: string
  /** In commander's notation: `<needed>`, `[optional]`, `[several...]`, with what each is. */
  readonly arguments?: Readonly<Record<string, string>>
  readonly summary: string
  /** A function where they are many and follow from something else. */
  readonly options?: readonly Option[] | (() => readonly Option[])
  /** CLI-12: what it answers with `--json`, beside `ok`; several where it may answer in several ways. */
  readonly answers: Fields | readonly Fields[]
  /** At least one line that does something when typed. */
  readonly examples: readonly [string, ...string[]]
  /** Said after them. */
  readonly more?: string
}

/** An option; `choices` are all it takes. */
export function option(flags: string, description: string, choices?: readonly string[]): Option {
  const made = new Option(flags, description)
  return choices === undefined ? made : made.choices(choices)
}

/** CLI-30: of what cannot be undone. */
export const yesOption = option('--yes', 'this cannot be undone')
export type YesFlags = { readonly yes?: true }

export function demandCertainty({ yes }: YesFlags, what?: string): void {
  if (yes !== true)
    throw misuse(
      'certainty-needed',
      what === undefined ? {} : { what },
      what === undefined ? [] : [`  ${what}`],
    )
}

export const several = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
]

/** An option that may be given more than once. */
export const repeated = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(several)

/**
 * Adds a command. `act` gets the arguments as typed and the options by their names in camel case; its answer is printed, as text
 * or with `--json` as one object.
 */
// Commander hands options over untyped: here each command names their shape, once.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function define<Flags extends SharedFlags>(
  parent: Command,
  terminal: Terminal,
  { isMember = false, ...definition }: Definition & { readonly isMember?: boolean },
  act: (args: readonly string[], flags: Flags) => Promise<Answer>,
): Command {
  const command = parent
    .command(definition.name)
    .summary(definition.summary)
    .description(`${definition.summary}.`)
  whenRead(command, () => spell(command, definition))
  known.set(command, { ...definition, isMember })
  command.action(async () => {
    const flags = command.opts<Flags>()
    const args = command.processedArgs.flat().filter(value => typeof value === 'string')
    try {
      await reportAnswer(terminal, await act(args, flags), flags.json === true)
    } catch (error) {
      await reportFailure(terminal, error, flags.json === true)
    }
  })
  return command
}

/** Hundreds of commands stand there and one is asked: what each takes is made when something reads it, to parse it or to show it. */
function whenRead(command: Command, make: () => void): void {
  const lists = { options: command.options, registeredArguments: command.registeredArguments }
  const get = (name: keyof typeof lists) => () => {
    for (const [each, value] of Object.entries(lists))
      Object.defineProperty(command, each, { value, writable: true })
    make()
    return lists[name]
  }
  for (const name of ['options', 'registeredArguments'] as const)
    Object.defineProperty(command, name, { configurable: true, get: get(name) })
}

function spell(
  command: Command,
  { arguments: operands = {}, options = [], examples, more }: Definition,
): void {
  command.addOption(new Option('--json', 'print one JSON object'))
  for (const [name, description] of Object.entries(operands))
    command.addArgument(new Argument(name, description))
  for (const each of optionsIn(options)) command.addOption(each)
  const lines = examples.map(example => `  $ ${example}`)
  const after = more === undefined ? '' : `\n\n${more}`
  command.addHelpText('after', `\nExample${lines.length > 1 ? 's' : ''}:\n${lines.join('\n')}${after}`)
}

export const optionsIn = (options: Definition['options'] = []): readonly Option[] =>
  typeof options === 'function' ? options() : options

/** What was said of a command when it was defined, and whether a member gives it. */
const known = new WeakMap<Command, Definition & { readonly isMember: boolean }>()

/** Undefined for one that only gathers others. */
export const definitionOf = (command: Command): Definition | undefined => known.get(command)

export function answersOf(command: Command): Answers | undefined {
  const found = known.get(command)
  if (found === undefined) return undefined
  const { answers, isMember } = found
  return { ways: isSeveral(answers) ? answers : [answers], isMember }
}

const isSeveral = (answers: Fields | readonly Fields[]): answers is readonly Fields[] =>
  Array.isArray(answers)

/** A command that only gathers others. */
export const gather = (parent: Command, name: string, summary: string): Command =>
  parent.command(name).summary(summary).description(`${summary}.`).helpCommand(false)
