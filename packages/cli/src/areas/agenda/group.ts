/** Working groups of an issue: what each is to do, what it reports back, and when its work ends. */

import { groupsAtWork, sayTerm, standingName } from '@goodoffices/client'
import { type ItemId, isPresent, standingOf } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { fullHandle, roomHandle } from '../../names/handles.ts'
import { personRow } from '../../names/rows.ts'
import { recordOptions } from '../../names/words.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, option } from '../../shell/define.ts'
import { personFields, previewed, thingFields } from '../../shell/rows.ts'
import { rows, text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { reachOptions } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { writingIn } from '../item/writing.ts'
import { findThing, type SayFlags, sayOf } from './things.ts'

const courses = [
  [
    'report',
    'group-reports',
    'report back: what it has found, with --note, in words that the whole group reads',
  ],
  ['receive', 'report-received', 'take its report, as a mediator'],
  ['end', 'group-ends', 'end its work, as a mediator; its room stays as it is'],
] as const

/** Beside how one is opened. */
export function registerGroupWork(group: Command, terminal: Terminal): void {
  for (const [name, verb, summary] of courses)
    defineWork<SayFlags>(
      group,
      terminal,
      {
        name,
        arguments: { '<group>': 'what it is for, such as group:assets/i1' },
        summary,
        options: [
          option('--note <words>', name === 'report' ? 'what it reports (needed)' : 'what else'),
          ...recordOptions,
          ...reachOptions,
        ],
        answers: [thingFields, previewed],
        examples: [
          `goodoffices group ${name} group:assets/i1${name === 'report' ? ' --note "Two lists agree; the third does not."' : ''}`,
        ],
        acts: true,
      },
      async work => sayOf(work, findThing(work, 'working-group', work.args[0] ?? '', ['group']), { verb }),
    )
  defineWork(
    group,
    terminal,
    {
      name: 'list',
      summary: 'those that you are in: for which issue, what each is to do, by when it reports, who is in it',
      answers: {
        groups: rows({
          handle: text,
          room: text,
          title: text,
          issue: text,
          task: text,
          'reportBy?': text,
          standing: text,
          people: rows(personFields),
        }),
      },
      examples: ['goodoffices group list'],
      acts: false,
    },
    list,
  )
}

async function list({ session, processOf }: Work<object>): Promise<Answer> {
  const found = processOf()
  const rooms = session.rooms(found.process)
  const issueHandle = (issue: ItemId): string => {
    const at = rooms.find(({ kind, items }) => kind === 'table' && items[issue] !== undefined)
    return at === undefined ? '' : fullHandle(at, itemHandles.item, issue)
  }
  const groups = groupsAtWork(rooms).map(({ room, group }) => {
    const w = writingIn(room)
    const { title, issue, groupTask, reportBy } = standingOf(group).fields
    return {
      handle: fullHandle(room, itemHandles.item, group.item),
      room: roomHandle(room),
      title: printable(title),
      issue: issueHandle(issue),
      task: printable(groupTask),
      ...(reportBy === undefined ? {} : { reportBy: withoutMarks(sayTerm(w, reportBy)) }),
      standing: withoutMarks(standingName(w, group) ?? ''),
      people: Object.values(room.members)
        .filter(isPresent)
        .map(each => personRow(session, found, each)),
    }
  })
  return {
    text:
      groups.length === 0
        ? 'You are in no working group that has a task.'
        : groups
            .map(({ handle, title, issue, task, reportBy, standing, people }) =>
              [
                `${handle}  ${title}  ${standing}`,
                `  of ${issue}: ${task}`,
                ...(reportBy === undefined ? [] : [`  reports back by: ${reportBy}`]),
                `  in it: ${people.map(({ name }) => name).join(', ')}`,
              ].join('\n'),
            )
            .join('\n\n'),
    json: { groups },
  }
}
