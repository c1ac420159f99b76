/** Incidents: reported at the table, or in confidence in one's own caucus; by level, with the days that each has left. */

import { nameOfThing, sayLevel, standingName } from '@goodoffices/client'
import { type Incident, levelOf } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { fullHandle } from '../../names/handles.ts'
import { recordOptions } from '../../names/words.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather, option } from '../../shell/define.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import { openRows, text, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { ownRoom, type SayFlags, sayOf } from '../agenda/things.ts'
import { reachOptions } from '../desk/reach.ts'
import { factRegister, findFact } from '../fact/things.ts'
import { itemHandles } from '../item/handles.ts'
import { type PutFlags, putThing } from '../item/put.ts'
import { writingIn } from '../item/writing.ts'

export function registerIncident(program: Command, terminal: Terminal): void {
  const incident = gather(program, 'incident', 'what happened, as somebody reports it')
  defineWork<PutFlags>(
    incident,
    terminal,
    {
      name: 'report',
      arguments: { '<title>': 'what happened, in few words' },
      summary: 'report an incident: in confidence in your own caucus, unless another room is named',
      options: [
        option('--in <room>', 'your caucus if left out; table for all to read'),
        option('--what-happened <words>', 'in whole'),
        option('--gravity <how>', 'as you allege it', ['slight', 'grave', 'gravest']),
        option('--incident-at <place>', 'where'),
        option('--incident-on <day>', 'on which day'),
        option('--touches <step>', 'the step that it touches, such as table/i1'),
        ...recordOptions,
        ...reachOptions,
      ],
      answers: [thingFields, previewed],
      examples: ['goodoffices incident report "Shots at the bridge" --gravity grave'],
      acts: true,
    },
    async work =>
      putThing(
        {
          ...work,
          flags: {
            gravity: 'grave',
            ruledBy: 'mediators',
            ...work.flags,
            ...ownRoom(work),
            title: work.args[0] ?? '',
          },
        },
        factRegister('incident'),
      ),
  )
  defineWork<SayFlags>(
    incident,
    terminal,
    {
      name: 'raise',
      arguments: { '<incident>': 'such as table/i7' },
      summary: 'raise it to the next level; with --note, why',
      options: [option('--note <words>', 'why'), ...recordOptions, ...reachOptions],
      answers: [thingFields, previewed],
      examples: ['goodoffices incident raise table/i7 --note "No answer."'],
      acts: true,
    },
    async work => sayOf(work, findFact(work, 'incident', work.args[0] ?? ''), { verb: 'incident-raised' }),
  )
  defineWork(
    incident,
    terminal,
    {
      name: 'list',
      summary: 'all incidents that you read, by level, each with how it stands',
      answers: { incidents: openRows({ handle: text, title: text, standing: text, level: words }) },
      examples: ['goodoffices incident list'],
      acts: false,
    },
    list,
  )
}

async function list({ session, processOf }: Work<object>): Promise<Answer> {
  const incidents = session
    .rooms(processOf().process)
    .flatMap(room =>
      Object.values(room.items)
        .filter(({ register }) => register === 'incident')
        .map(thing => ({ room, thing, at: levelOf(thing as unknown as Incident)?.level ?? 0 })),
    )
    .toSorted((a, b) => b.at - a.at)
    .map(({ room, thing }) => {
      const w = writingIn(room)
      return {
        handle: fullHandle(room, itemHandles.item, thing.item),
        title: printable(nameOfThing(w, thing.item)),
        standing: withoutMarks(standingName(w, thing) ?? ''),
        level: sayLevel(w, thing as unknown as Incident).map(withoutMarks),
      }
    })
  return {
    text: incidents
      .map(({ handle, title, standing, level }) => [handle, title, standing, ...level].join('  '))
      .join('\n'),
    json: { incidents },
  }
}
