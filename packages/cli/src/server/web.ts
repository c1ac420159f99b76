/** CLI-62: whether a server hands out the app that lies here, byte for byte. */

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { define, gather, type SharedFlags } from '../shell/define.ts'
import { exits, missing, misuse, Stop } from '../shell/exit.ts'
import { webIndex } from '../shell/places.ts'
import { count, text } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'
import { filesIn } from './files-in.ts'

const silenceMsMax = 30_000

export function registerWeb(program: Command, terminal: Terminal): void {
  define<SharedFlags>(
    gather(program, 'web', 'the app that a server hands out'),
    terminal,
    {
      name: 'verify',
      summary: 'compare what a server hands out with the app that lies here, byte for byte',
      arguments: { '<address>': 'of the server' },
      answers: { address: text, files: count },
      examples: ['goodoffices web verify https://talks.example'],
      more: 'It shows what the server hands to this machine, now. To somebody else, or tomorrow, it can hand out something else.',
    },
    async ([address = '']) => {
      const index = webIndex()
      if (index === undefined) throw missing('app-not-here')
      if (!/^https?:$/.test(URL.canParse(address) ? new URL(address).protocol : ''))
        throw misuse('address-unfit')
      const folder = dirname(index)
      const paths = filesIn(folder)
      const others: string[] = []
      for (const path of paths) {
        const served = await fetchFile(new URL(path === 'index.html' ? '/' : `/${path}`, address))
        if (served === undefined || !served.equals(readFileSync(join(folder, path)))) others.push(path)
      }
      if (others.length > 0)
        throw new Stop(
          exits.refused,
          { code: 'app-differs', address, differing: others.length, files: paths.length },
          others.map(path => `  ${path}`),
        )
      return {
        text: `${address} hands out the app that lies here: ${paths.length} files, byte for byte.`,
        json: { address, files: paths.length },
      }
    },
  )
}

/** Undefined where the server has none. Ends the command where it is not reached. */
async function fetchFile(url: URL): Promise<Buffer | undefined> {
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(silenceMsMax) })
    return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined
  } catch {
    throw new Stop(exits.unreached, { code: 'relay-unreachable', address: url.origin })
  }
}
