/** A relay in a process of its own, so that the load does not share its event loop. At SIGUSR2 it says what it has used. */
import { startRelay } from '@goodoffices/relay'
import { lifted } from './lifted.ts'
import { tellUsage } from './usage.ts'

const [dataFolder = '', store = ''] = process.argv.slice(2)
const relay = await startRelay({
  dataFolder,
  logger: () => {},
  // Large, so that every commit of the run is still in the write-ahead log to be counted.
  walBytesMax: 4 * 1024 ** 3,
  limits: lifted,
  ...(store !== '' && { store }),
})
tellUsage()
process.stdout.write(`${relay.url}\n`)
process.on('SIGTERM', () => void relay.stop())
