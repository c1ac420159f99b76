/** Searching what this device holds: the same search as on the screen (FIND-1 and on). */

import { openFinder } from '@goodoffices/client'
import { type Form, forms, type PartyId, seen } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../member/work.ts'
import { findParty, findRoom, heldRooms } from '../names/find.ts'
import { roomRow } from '../names/rows.ts'
import { itemToJson, itemToText } from '../page/record.ts'
import { type Answer, option } from '../shell/define.ts'
import { misuse } from '../shell/exit.ts'
import { roomFields } from '../shell/rows.ts'
import { count, open, openRows, text } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

type Flags = {
  readonly in?: string
  readonly side?: string
  readonly form?: Form
  readonly everywhere?: true
}

const mediators = 'mediators'

export function registerSearch(program: Command, terminal: Terminal): void {
  defineWork<Flags>(
    program,
    terminal,
    {
      name: 'search',
      arguments: {
        '<words>': 'each is looked for by itself; accents, digits and forms of letters do not count',
      },
      summary: 'find what was said, in what this device holds; nothing is asked of the relay',
      options: [
        option('--in <room>', 'in one room only'),
        option('--side <party>', `words of one party, or of the ${mediators}`),
        option('--form <form>', 'in one form only', forms),
        option('--everywhere', 'in all talks on this device'),
      ],
      answers: {
        count,
        hits: openRows({ ...roomFields, process: text, text, item: open({ kind: text, position: count }) }),
      },
      examples: [
        'goodoffices search "lower canal"',
        'goodoffices search spring --side mediators --form paper',
      ],
      acts: false,
    },
    search,
  )
}

async function search({ session, processOf, args: [words = ''], flags }: Work<Flags>): Promise<Answer> {
  if (words.trim() === '') throw misuse('words-needed')
  const talks =
    flags.everywhere === true ? session.processes().map(({ process }) => process) : [processOf().process]
  const rooms =
    flags.in === undefined
      ? talks.flatMap(process => heldRooms(session, process))
      : [findRoom(session, processOf(), flags.in)]
  const find = await openFinder()
  const found = find(rooms, {
    words,
    ...(flags.side === undefined ? {} : { side: sideNamed({ session, processOf }, flags.side) }),
    ...(flags.form === undefined ? {} : { form: flags.form }),
  })
  return {
    text:
      found.count === 0
        ? 'Nothing was found.'
        : found.hits.map(({ room, item }) => itemToText(room, item)).join('\n\n'),
    json: {
      count: found.count,
      hits: found.hits.map(hit => ({
        ...roomRow(hit.room, heldRooms(session, hit.room.process.process)),
        process: hit.room.process.process,
        text: seen(hit.text),
        item: itemToJson(hit.room, hit.item),
      })),
    },
  }
}

function sideNamed(
  { session, processOf }: Pick<Work<Flags>, 'session' | 'processOf'>,
  typed: string,
): PartyId | typeof mediators {
  return typed === mediators ? mediators : findParty(session, processOf(), typed).party
}
