/** What happened when, as each side tells it; what was said in public, a column a side. */

import { nameOfThing, sayWhen, standingName } from '@goodoffices/client'
import { chronologyOf, type ItemId, type PartyId, publicColumns, tidyText } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findItem } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather, option } from '../../shell/define.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import { openRows, rows, text, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { reachOptions } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { type PutFlags, putThing } from '../item/put.ts'
import { writingIn } from '../item/writing.ts'
import { factRegister } from './things.ts'

type LogFlags = PutFlags & { readonly by?: string; readonly kind?: string; readonly wordsLanguage?: string }
type Filtered = { readonly issue?: string; readonly source?: string }

export function registerChronology(program: Command, terminal: Terminal): void {
  defineWork<Filtered>(
    program,
    terminal,
    {
      name: 'chronology',
      summary: 'what happened when: a line an event, each side’s own words beside the others',
      options: [
        option('--issue <issue>', 'of this issue alone, such as table/i1'),
        option('--source <whose>', 'where something is in the words of this side or body'),
      ],
      answers: {
        lines: openRows({
          handle: text,
          event: yesNo,
          title: text,
          'day?': text,
          standing: text,
        }),
      },
      examples: ['goodoffices chronology', 'goodoffices chronology --source "Upper village"'],
      acts: false,
    },
    chronology,
  )
}

async function chronology({ session, processOf, flags }: Work<Filtered>): Promise<Answer> {
  const all = session.rooms(processOf().process)
  const issue = flags.issue === undefined ? undefined : findItem(all, itemHandles.item, flags.issue).id
  const lines = chronologyOf(all, {
    ...(issue === undefined ? {} : { issue: issue as ItemId }),
    ...(flags.source === undefined ? {} : { source: flags.source }),
  }).map(({ isEvent, room, thing, told, day }) => {
    const w = writingIn(room)
    return {
      handle: fullHandle(room, itemHandles.item, thing.item),
      event: isEvent,
      title: printable(nameOfThing(w, thing.item)),
      ...(day === undefined ? {} : { day: String(day) }),
      standing: withoutMarks(standingName(w, thing) ?? ''),
      told: told.map(account => ({
        source: printable(account.source),
        when: withoutMarks(sayWhen(w, account)),
        words: printable(account.words),
      })),
    }
  })
  return {
    text: lines
      .flatMap(({ handle, title, standing, told }) => [
        `${handle}  ${title}  ${standing}`,
        ...told.map(({ source, when, words }) => `    ${when}  ${source}: ${words}`),
      ])
      .join('\n'),
    json: { lines },
  }
}

export function registerStatement(program: Command, terminal: Terminal): void {
  const statement = gather(program, 'statement', 'what was said in public, and who says that it is so')
  defineWork<LogFlags>(
    statement,
    terminal,
    {
      name: 'log',
      arguments: { '<words>': 'as they were said, and no more of them than is needed' },
      summary: 'write down what was said in public; nothing is fetched, so paste what you saw',
      options: [
        option('--by <body>', 'who says it'),
        option('--kind <kind>', 'what it is; spoken if left out', [
          'press-report',
          'confirmation',
          'denial',
          'spoken',
          'notice',
        ]),
        option('--party <party>', 'whose word it is, where a party speaks'),
        option('--on <day>', 'on which day'),
        option('--channel <where>', 'where it was said'),
        option('--link <address>', 'the address of the page'),
        option('--captured <hash>', 'the SHA-256 of what you saw and kept'),
        option('--issue <issue>', 'the issue that it is about'),
        option('--words-language <tag>', 'in which language it was said (en)'),
        option('--in <room>', 'the desk if left out'),
        ...reachOptions,
      ],
      answers: [thingFields, previewed],
      examples: [
        'goodoffices statement log "Talks go on." --by Qatar --on 2026-02-03 --channel "Press briefing"',
      ],
      acts: true,
    },
    async work => {
      const { by, kind = 'spoken', wordsLanguage: language = 'en', in: room = 'desk', ...rest } = work.flags
      const [typed = ''] = work.args
      const flags = { ...rest, in: room, kind, ...(by === undefined ? {} : { speaker: by }) }
      return putThing({ ...work, flags }, factRegister('statement'), {
        wordings: [{ language, body: tidyText(typed) }],
      })
    },
  )
  defineWork(
    statement,
    terminal,
    {
      name: 'list',
      summary: 'all that was said in public, a column a party and one for all others, in the same order',
      answers: {
        columns: rows({ name: text, 'party?': text, lines: openRows({ handle: text, words: text }) }),
      },
      examples: ['goodoffices statement list'],
      acts: false,
    },
    listStatements,
  )
}

async function listStatements({ session, processOf }: Work<object>): Promise<Answer> {
  const held = session.rooms(processOf().process)
  const table = held.find(({ kind }) => kind === 'table') ?? held[0]
  const parties = Object.values(table?.parties ?? {}).filter(({ kind }) => kind === 'party')
  const named = new Map<PartyId | undefined, string>(parties.map(({ party, name }) => [party, name]))
  const columns = publicColumns(
    held,
    parties.map(({ party }) => party),
  ).map(({ party, lines }) => ({
    name:
      named.get(party) ?? (table === undefined ? '' : writingIn(table).vocabulary.terms['other-speakers']),
    ...(party === undefined ? {} : { party }),
    lines: lines.flatMap(line => {
      if (line === undefined) return []
      const { room, account } = line
      const w = writingIn(room)
      return [
        {
          handle: fullHandle(room, itemHandles.item, account.thing.item),
          speaker: printable(account.source),
          words: printable(account.words),
          standing: withoutMarks(standingName(w, account.thing) ?? ''),
        },
      ]
    }),
  }))
  return {
    text: columns
      .flatMap(({ name, lines }) => [
        name,
        ...lines.map(
          ({ handle, speaker, words, standing }) => `    ${handle}  ${speaker}: ${words}  ${standing}`,
        ),
      ])
      .join('\n'),
    json: { columns },
  }
}
