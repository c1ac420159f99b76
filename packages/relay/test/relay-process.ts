/** A relay in a process of its own, for tests that kill it. Prints its address and runs until then. */
import { startRelay } from '../src/index.ts'

const [dataFolder = '', walBytesMax = '', store = ''] = process.argv.slice(2)
const relay = await startRelay({
  dataFolder,
  logger: () => {},
  limits: { requestsBurstMax: 1_000_000 },
  ...(walBytesMax !== '' && { walBytesMax: Number(walBytesMax) }),
  ...(store !== '' && { store }),
})
process.stdout.write(`${relay.url}\n`)
process.on('SIGTERM', () => void relay.stop())
