/** The command line: wiring only. Each area registers its own commands. */

import { Command } from 'commander'
import { registerSettle } from './settle/command.ts'

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})

const program = new Command('goodoffices')
  .description('Mediated, indirect negotiation: carry messages, keep the record, find the deal.')
  .showHelpAfterError()

registerSettle(program)

await program.parseAsync()
