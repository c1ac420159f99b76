/** One phase in a process of its own, so that its peak of memory is its own. Started by open-room.ts. */

import { createHttpRelay } from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import { openVaultDirectory } from '../../packages/cli/src/member/vault-directory.ts'
import { type Phase, runPhase } from './phases.ts'

const [phase, directory = '', address = '', room, entries] = process.argv.slice(2)
const vault = await openVaultDirectory(directory)
const took = await runPhase(phase as Phase, {
  vault,
  relay: createHttpRelay({ address }),
  room: room as RoomId,
  entries: Number(entries),
  processorMs: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1_000
  },
})
await vault.close()
// maxRSS is in kilobytes.
process.stdout.write(`${JSON.stringify({ ...took, peakMb: process.resourceUsage().maxRSS / 1024 })}\n`)
