/** What a host does with the relay's folder: copy it while it runs, and check it. */

import { existsSync } from 'node:fs'
import type { StoreReport } from '@goodoffices/relay'
import type { Command } from 'commander'
import { type Answer, define, option, type SharedFlags } from '../shell/define.ts'
import { missing } from '../shell/exit.ts'
import { count, type Fields, openRows, text } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

const storeFields: Fields = {
  folder: text,
  logs: count,
  records: count,
  destroyed: count,
  findings: openRows({ code: text }),
}

type DataFlags = SharedFlags & { readonly data?: string }

const dataOption = option('--data <folder>', 'the relay’s folder').default(undefined, './data')
const findingsShownMax = 20

function dataFolder({ data = './data' }: DataFlags): string {
  if (!existsSync(data)) throw missing('data-folder-missing', { folder: data })
  return data
}

function reportToAnswer(folder: string, report: StoreReport): Answer {
  const { logs, records, destroyed, findings } = report
  const isSound = findings.length === 0
  return {
    text: [
      `${folder}: ${logs} logs, ${records} records${destroyed === 0 ? '' : `, ${destroyed} destroyed on purpose`}.`,
      isSound
        ? 'Every envelope, tree and page is as it was written.'
        : `${findings.length} findings: this folder is not as a relay wrote it. Use a backup.`,
      ...findings
        .slice(0, findingsShownMax)
        .map(({ code, log, position, detail }) =>
          ['  ', code, log, position, detail].filter(part => part !== undefined).join(' '),
        ),
    ].join('\n'),
    json: { folder, ...report },
    ...(isSound ? {} : { failed: { code: 'store-findings', count: findings.length } }),
  }
}

export function registerStore(program: Command, terminal: Terminal): void {
  define<DataFlags>(
    program,
    terminal,
    {
      name: 'backup',
      arguments: { '<folder>': 'a new folder for the copy' },
      summary: 'copy the relay’s folder, while it runs or not, and check the copy',
      options: [dataOption],
      answers: storeFields,
      examples: ['goodoffices backup /backup/2026-03-01 --data /var/lib/goodoffices'],
    },
    async ([destination = ''], flags) => {
      const { backupStore, requireKey } = await import('@goodoffices/relay')
      const folder = dataFolder(flags)
      requireKey(folder)
      return reportToAnswer(destination, backupStore(folder, destination))
    },
  )

  define<DataFlags>(
    program,
    terminal,
    {
      name: 'check',
      summary: 'check every envelope, tree and page of the relay’s folder',
      options: [dataOption],
      answers: storeFields,
      examples: ['goodoffices check --data /backup/2026-03-01'],
    },
    async (_args, flags) => {
      const { requireKey, verifyStore } = await import('@goodoffices/relay')
      const folder = dataFolder(flags)
      requireKey(folder)
      return reportToAnswer(folder, verifyStore(folder))
    },
  )
}
