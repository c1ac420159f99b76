/** The whole command line, for a terminal: wiring only. */

import { Command, CommanderError } from 'commander'
import { registerConvey } from './commands/convey.ts'
import { registerConveyances } from './commands/conveyances.ts'
import { registerCopy } from './commands/copy.ts'
import { registerIdentity } from './commands/identity.ts'
import { registerInbox } from './commands/inbox.ts'
import { registerInvite } from './commands/invite.ts'
import { registerJoin } from './commands/join.ts'
import { registerOffer } from './commands/offer.ts'
import { registerPeople } from './commands/people.ts'
import { registerProcess } from './commands/process.ts'
import { registerReceive } from './commands/receive.ts'
import { registerRelease } from './commands/release.ts'
import { registerRoom } from './commands/room.ts'
import { registerSpeak } from './commands/speak.ts'
import { registerDemo } from './server/demo.ts'
import { registerServe } from './server/serve.ts'
import { registerStore } from './server/store.ts'
import { exits, misuse } from './shell/exit.ts'
import { exitOfLast, reportFailure } from './shell/report.ts'
import type { Terminal } from './shell/terminal.ts'

const version = '0.1.0'

type Register = (program: Command, terminal: Terminal) => void

/** In the order of the work; the headings are those of the help. */
const areas: readonly (readonly [string, readonly Register[]])[] = [
  ['Running it', [registerServe, registerDemo, registerStore]],
  ['Who you are', [registerIdentity]],
  ['The talks', [registerProcess, registerInvite, registerJoin, registerPeople]],
  [
    'Hearing and carrying',
    [
      registerInbox,
      registerRoom,
      registerSpeak,
      registerRelease,
      registerConvey,
      registerConveyances,
      registerReceive,
      registerOffer,
    ],
  ],
  ['The record', [registerCopy]],
]

/**
 * `isWhole`: with the commands of the settlement engine, which is loaded only for those who ask for it. `isJson`: what is wrong with
 * the words typed is not explained to a person.
 */
export async function createProgram(
  terminal: Terminal,
  { isWhole, isJson }: { readonly isWhole: boolean; readonly isJson: boolean },
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
  for (const [heading, registers] of areas) {
    program.commandsGroup(`${heading}:`)
    for (const register of registers) register(program, terminal)
  }
  program.commandsGroup('Finding the deal:')
  if (isWhole) (await import('./settle/command.ts')).registerSettle(program)
  return program
}

/** Runs one command. Returns its exit code (`docs/spec/command-line.md`, CLI-2). */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const isWhole = [undefined, 'settle', '--help', '-h'].includes(args[0])
  const isJson = args.includes('--json')
  const program = await createProgram(terminal, { isWhole, isJson })
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return exits.done
    // CLI-4: with --json there is one object, whatever happens.
    const [reason = ''] = error.message.replace(/^error: /, '').split('\n')
    if (isJson) await reportFailure(terminal, misuse('not-a-command', { reason }), true)
    return exits.usage
  }
  return exitOfLast(terminal)
}
