/** The whole command line, for a terminal: wiring only. */

import { Command, CommanderError } from 'commander'
import { definitionOf } from './shell/define.ts'
import { exits, misuse, Stop } from './shell/exit.ts'
import { commandNeeded, findCommand, helpOf, registerHelp } from './shell/help.ts'
import { markIds } from './shell/operands.ts'
import { exitOfLast, reportAnswer, reportFailure } from './shell/report.ts'
import type { Terminal } from './shell/terminal.ts'

const version = '0.1.0'

type Others = 'all' | 'serve' | 'none'

/**
 * `isWhole`: with the commands of the settlement engine; `others`: with which besides. What nobody asks for is not loaded: a server
 * is up in half the time without a member's commands.
 * `isJson`: what is wrong with the words typed is not explained to a person.
 */
export async function createProgram(
  terminal: Terminal,
  {
    isWhole,
    isJson,
    others = 'all',
  }: { readonly isWhole: boolean; readonly isJson: boolean; readonly others?: Others },
): Promise<Command> {
  const program = new Command('goodoffices')
    .description('Mediated, indirect negotiation: carry messages, keep the record, find the deal.')
    .version(version)
    .enablePositionalOptions()
    .helpCommand(false)
    .showHelpAfterError('(--help says more)')
    .configureOutput({ writeOut: terminal.out, writeErr: isJson ? () => {} : terminal.err })
    .exitOverride()
    .addHelpText(
      'after',
      '\nExample:\n  $ goodoffices serve\n\nExit codes: 0 done, 1 a fault of ours, 2 bad input, 3 refused by a rule, 4 the relay was not reached\n(what was decided is kept and sent later), 5 nothing so named.',
    )
  if (others === 'serve') (await import('./server/serve.ts')).registerServe(program, terminal)
  for (const [heading, registers] of others === 'all' ? (await import('./commands.ts')).commands : []) {
    program.commandsGroup(`${heading}:`)
    for (const register of registers) register(program, terminal)
  }
  program.commandsGroup('Finding the deal:')
  if (isWhole) (await import('./settle/command.ts')).registerSettle(program, terminal)
  if (others === 'all') registerHelp(program, terminal)
  return program
}

/** Runs one command. Returns its exit code (`docs/spec/command-line.md`, CLI-2). */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const isWhole = [undefined, 'settle', 'help', '--help', '-h'].includes(args[0]) || args[0] === '--json'
  const isJson = args.includes('--json')
  const others = args[0] === 'settle' ? 'none' : args[0] === 'serve' ? 'serve' : 'all'
  const program = await createProgram(terminal, { isWhole, isJson, others })
  try {
    // A byte that is none of UTF-8 came as this sign: what was typed is not known.
    if (args.some(arg => arg.includes('\uFFFD')))
      throw misuse('typed-unreadable', { text: args.find(arg => arg.includes('\uFFFD')) ?? '' })
    if (isJson && (await answerApart(program, args, terminal))) return exitOfLast(terminal)
    await program.parseAsync([...markIds(args, program)], { from: 'user' })
  } catch (error) {
    if (error instanceof Stop) {
      await reportFailure(terminal, error, isJson)
      return error.exit
    }
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return exits.done
    // CLI-4: with --json there is one object, whatever happens.
    const [reason = ''] = error.message.replace(/^error: /, '').split('\n')
    if (isJson) await reportFailure(terminal, misuse('not-a-command', { reason }), true)
    return exits.usage
  }
  return exitOfLast(terminal)
}

/** CLI-4: what is no command's own, and all the same one object: help, the version, a name that only gathers commands. */
async function answerApart(program: Command, args: readonly string[], terminal: Terminal): Promise<boolean> {
  const words = args.filter(arg => !arg.startsWith('-'))
  const found = findCommand(program, words)
  try {
    if (args.includes('--help') || args.includes('-h'))
      await reportAnswer(terminal, helpOf(program, found.path), true)
    else if (args.includes('--version') && found.path.length === 0)
      await reportAnswer(terminal, { text: version, json: { version } }, true)
    else if (found.path.length === words.length && definitionOf(found.command) === undefined)
      throw commandNeeded(found)
    else return false
  } catch (error) {
    await reportFailure(terminal, error, true)
  }
  return true
}
