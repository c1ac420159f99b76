/** A relay in a process of its own, so that the load does not share its event loop. */
import { startRelay } from '@goodoffices/relay'

const relay = await startRelay({
  dataFolder: process.argv[2] ?? '',
  logger: () => {},
  // Large, so that every commit of the run is still in the write-ahead log to be counted.
  walBytesMax: 4 * 1024 ** 3,
  limits: {
    requestsPerSecondMax: 1_000_000,
    requestsBurstMax: 10_000_000,
    connectionsPerAddressMax: 5_000,
    socketsPerAddressMax: 5_000,
  },
})
process.stdout.write(`${relay.url}\n`)
process.on('SIGTERM', () => void relay.stop())
