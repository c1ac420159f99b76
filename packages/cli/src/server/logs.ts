/** CLI-64, CLI-65: what a host sees of its logs, and how it rids itself of one. */

import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import {
  define,
  demandCertainty,
  option,
  type SharedFlags,
  type YesFlags,
  yesOption,
} from '../shell/define.ts'
import { missing, misuse } from '../shell/exit.ts'
import { count, rows, text, time } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

type LogsFlags = SharedFlags & { readonly data?: string; readonly store?: string; readonly by?: Order }
type ForgetFlags = Omit<LogsFlags, 'by'> & YesFlags

const orders = ['size', 'use'] as const
type Order = (typeof orders)[number]

const places = [
  option('--data <folder>', 'the relay’s folder').default(undefined, './data'),
  option('--store <address>', 'the PostgreSQL database, where the logs are there'),
]

function folderOf({ data = './data' }: LogsFlags): string {
  if (!existsSync(data)) throw missing('data-folder-missing', { folder: data })
  return data
}

function storeOf({ store }: LogsFlags): string | undefined {
  if (store !== undefined && !/^postgres(ql)?:/.test(store)) throw misuse('store-unknown')
  return store
}

export function registerLogs(program: Command, terminal: Terminal): void {
  define<LogsFlags>(
    program,
    terminal,
    {
      name: 'logs',
      summary: 'list the logs that a relay keeps: how large each is, and when it was used last',
      options: [...places, option('--by <order>', 'largest first, or longest unused first', orders)],
      answers: { logs: rows({ log: text, entries: count, bytes: count, used: time }) },
      examples: ['goodoffices logs --data /var/lib/goodoffices', 'goodoffices logs --by use'],
      more: 'Of whom a log is, and what stands in it, the relay does not know. A mailbox is a log, and so is each person’s keyring.',
    },
    async (_args, flags) => {
      const { listLogs } = await import('@goodoffices/relay')
      const logs = (await listLogs(storeOf(flags) ?? folderOf(flags))).toSorted((a, b) =>
        flags.by === 'use' ? a.used - b.used : b.bytes - a.bytes,
      )
      const lines = logs.map(
        ({ log, entries, bytes, used }) =>
          `${log}  ${String(entries).padStart(8)}  ${String(bytes).padStart(12)}  ${new Date(used).toISOString().slice(0, 10)}`,
      )
      const head = `${'log'.padEnd(43)}   entries         bytes  used`
      return {
        text: [...(lines.length > 0 ? [head] : []), ...lines, `${logs.length} logs.`].join('\n'),
        json: { logs },
      }
    },
  )

  define<ForgetFlags>(
    program,
    terminal,
    {
      name: 'forget',
      arguments: { '<log>': 'its id, as goodoffices logs has it' },
      summary:
        'destroy everything that stands in a log, as its host, and print what was done, signed by the relay',
      options: [...places, yesOption],
      answers: { log: text, envelopes: count, bytes: count, certificate: text },
      examples: ['goodoffices forget 1TDmHSlM-v7YCi_zW5TGL5hacFed_pcprVHYdfftmpQ --yes'],
      more:
        'The relay cannot know whether somebody is bound to keep what stands there: ask first. Places, times and hashes stay, so that members see\n' +
        'that it was there. A relay that keeps its logs in the folder must be stopped meanwhile.',
    },
    async ([log = ''], flags) => {
      const store = storeOf(flags)
      const folder = folderOf(flags)
      demandCertainty(flags)
      const { forgetLog } = await import('@goodoffices/relay')
      const forgotten = await forgetLog({ folder, store, log, now: terminal.now() })
      if (forgotten === undefined) throw missing('log-not-kept', { log })
      return { text: forgotten.certificate, json: { log, ...forgotten } }
    },
  )
}
