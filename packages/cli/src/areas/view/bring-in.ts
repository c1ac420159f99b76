/** What an office has in a table: things of a register, or people to be invited; read whole, and put once nothing is wrong. */

import {
  bringThings,
  type CsvMistake,
  csvLimits,
  invitationOf,
  invite,
  loadViews,
  readPeople,
  readThings,
  registersBrought,
  sayCsvMistake,
} from '@goodoffices/client'
import { figuresOf as figuresIn } from '@goodoffices/client/words'
import type { ItemFields } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { choose } from '../../names/choose.ts'
import { findRoom, onlyRoom } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, option } from '../../shell/define.ts'
import { demand, exits, misuse } from '../../shell/exit.ts'
import { readGivenText } from '../../shell/given-file.ts'
import { count, openRows, rows, text, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { itemHandles } from '../item/handles.ts'
import { english } from '../item/writing.ts'

type Flags = { readonly file?: string; readonly in?: string; readonly preview?: true }

const people = 'people'

export function registerBringIn(program: Command, terminal: Terminal): void {
  defineWork<Flags>(
    program,
    terminal,
    {
      name: 'bring-in',
      arguments: { '<what>': 'people, issue, deadline, matter, version, and whatever else has rows' },
      summary: 'put a table of comma-separated values as things, or invite whom it names',
      options: [
        option('--file <file>', 'the table; its first row names fields'),
        option('--in <room>', 'where the things are put; the desk if left out'),
        option('--preview', 'say what it would put, and put nothing'),
      ],
      answers: {
        rows: openRows(),
        mistakes: rows({ row: count, 'column?': count, 'heading?': text, why: text }),
        put: words,
      },
      examples: [
        'goodoffices bring-in issue --file issues.csv --preview',
        'goodoffices bring-in people --file people.csv',
      ],
      acts: true,
    },
    bringIn,
  )
}

async function bringIn(work: Work<Flags>): Promise<Answer> {
  const { session, processOf, flags, args } = work
  const found = processOf()
  const views = await loadViews()
  const known = [people, ...registersBrought(views).map(({ register }) => register)]
  const what = choose(
    'table',
    args[0] ?? '',
    known.map(value => ({ value, handle: value, id: value })),
  )
  if (flags.file === undefined) throw misuse('file-needed')
  const given = readGivenText(flags.file, csvLimits.bytesMax)
  const desk = onlyRoom(session, found, 'desk')
  if (what === people) {
    const read = await readPeople(given, desk)
    return answer(work, read, async () => {
      const links: string[] = []
      for (const person of read.rows) {
        const id = demand(await invite(session, found.process, person))
        links.push(invitationOf(session, id)?.link ?? id)
      }
      return links
    })
  }
  const room = flags.in === undefined ? desk : findRoom(session, found, flags.in)
  const read = await readThings(given, { room, register: what, views })
  return answer(work, read, async () => {
    const items = demand(await bringThings(session, room, { register: what, rows: read.rows }))
    const now = session.room(room.id) ?? room
    return items.map(item => fullHandle(now, itemHandles.item, item))
  })
}

type Read = { readonly rows: readonly object[]; readonly mistakes: readonly CsvMistake[] }

async function answer(
  { flags }: Work<Flags>,
  { rows: read, mistakes }: Read,
  puts: () => Promise<readonly string[]>,
): Promise<Answer> {
  const figures = figuresIn('en')
  const isDone = mistakes.length === 0 && flags.preview !== true
  const put = isDone ? await puts() : []
  return {
    text: [
      ...(mistakes.length === 0 ? read.map(lineOf) : []),
      ...mistakes.map(mistake => withoutMarks(sayCsvMistake(english, figures, mistake))),
      ...put,
    ].join('\n'),
    json: { rows: read, mistakes, put },
    ...(mistakes.length === 0 ? {} : { exit: exits.usage }),
  }
}

const lineOf = (row: object | ItemFields): string =>
  Object.entries(row)
    .map(
      ([name, value]) => `${name}: ${printable(typeof value === 'string' ? value : JSON.stringify(value))}`,
    )
    .join('  ')
