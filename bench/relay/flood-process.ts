/** A relay as it comes, in a process of its own, so that its memory is its own. */
import { startRelay } from '@goodoffices/relay'
import { tellUsage } from './usage.ts'

const relay = await startRelay({ dataFolder: process.argv[2] ?? '', logger: () => {} })
tellUsage()
process.stdout.write(`${relay.url}\n`)
process.on('SIGTERM', () => void relay.stop())
