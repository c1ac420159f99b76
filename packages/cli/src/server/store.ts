/** What a host does with what the relay keeps: copy it while it runs, check it, and carry it elsewhere. */

import { existsSync } from 'node:fs'
import type { StoreReport } from '@goodoffices/relay'
import type { Command } from 'commander'
import { type Answer, define, gather, option, type SharedFlags } from '../shell/define.ts'
import { missing, misuse } from '../shell/exit.ts'
import { count, type Fields, openRows, text } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

const storeFields: Fields = {
  folder: text,
  logs: count,
  records: count,
  destroyed: count,
  findings: openRows({ code: text }),
}

type DataFlags = SharedFlags & { readonly data?: string; readonly store?: string }

const dataOption = option('--data <folder>', 'the relay’s folder').default(undefined, './data')
const findingsShownMax = 20
const database = 'database'

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
        ? `Every envelope${folder === database ? ' and tree' : ', tree and page'} is as it was written.`
        : `${findings.length} findings: this is not as a relay wrote it. Use a backup.`,
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

/** An address may have a password in it, and is not said again. */
const nameOf = (place: string): string => (isAddress(place) ? database : place)
const isAddress = (place: string): boolean => /^postgres(ql)?:/.test(place)

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
      return reportToAnswer(destination, await backupStore(folder, destination))
    },
  )

  define<DataFlags>(
    program,
    terminal,
    {
      name: 'check',
      summary: 'check every envelope, tree and page of the relay’s folder',
      options: [dataOption, option('--store <address>', 'the PostgreSQL database that is checked instead')],
      answers: storeFields,
      examples: [
        'goodoffices check --data /backup/2026-03-01',
        'goodoffices check --store postgres://goodoffices@db.example/goodoffices',
      ],
    },
    async (_args, flags) => {
      const { requireKey, verifyStore } = await import('@goodoffices/relay')
      if (flags.store !== undefined) {
        if (!isAddress(flags.store)) throw misuse('store-unknown')
        return reportToAnswer(nameOf(flags.store), await verifyStore(flags.store))
      }
      const folder = dataFolder(flags)
      requireKey(folder)
      return reportToAnswer(folder, await verifyStore(folder))
    },
  )

  define(
    gather(program, 'store', 'where a relay keeps its logs'),
    terminal,
    {
      name: 'copy',
      arguments: {
        '<from>': 'a relay’s folder, or a database',
        '<to>': 'another, which has nothing else in it',
      },
      summary: 'carry all logs from a folder into a PostgreSQL database, or back, and check the copy',
      answers: { ...storeFields, copied: count },
      examples: [
        'goodoffices store copy /var/lib/goodoffices postgres://goodoffices@db.example/goodoffices',
        'goodoffices store copy postgres://goodoffices@db.example/goodoffices /var/lib/goodoffices-new',
      ],
      more:
        'The relay may run meanwhile. What is there already is not carried again: stop the relay and copy once more, and the\n' +
        'copy has everything. A copy that was broken off goes on where it stood.',
    },
    async ([from = '', to = '']) => {
      if (!isAddress(from)) dataFolder({ data: from })
      const { copyStore } = await import('@goodoffices/relay')
      const { copied, ...report } = await copyStore(from, to)
      const { text: said, json, ...more } = reportToAnswer(nameOf(to), report)
      return { ...more, text: `${copied} records were carried.\n${said}`, json: { ...json, copied } }
    },
  )
}
