/** The command line of this process. */

import './shell/warnings.ts'
import { run } from './program.ts'
import { processTerminal } from './shell/terminal.ts'

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  // What the command did before stands; only its answer is lost.
  process.stderr.write(`The answer could not be written (${error.message}). What the command did is done.\n`)
  process.exit(1)
})

const code = await run(process.argv.slice(2), processTerminal)
if (code !== 0) process.exitCode = code
