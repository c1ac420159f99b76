/** The command line of this process. */

import './shell/warnings.ts'
import { run } from './program.ts'
import { processTerminal } from './shell/terminal.ts'

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})

const code = await run(process.argv.slice(2), processTerminal)
if (code !== 0) process.exitCode = code
