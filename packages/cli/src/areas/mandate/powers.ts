/** `condition judge`; `powers`: presented by their side, examined by the mediators, held up and put in force again. */

import { newId } from '@goodoffices/client'
import { type Act, type ItemFields, type ItemId, powerKinds } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findMember, roomOrOnly } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { type RecordFlags, readRecorded, recordOptions } from '../../names/words.ts'
import { type Answer, gather, option, repeated } from '../../shell/define.ts'
import { misuse } from '../../shell/exit.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { thingToJson, thingToText } from '../item/text.ts'
import { findThing, type SayingFlags, sayOf } from './saying.ts'

const judgements = {
  met: 'met',
  'not-met': 'not-met',
  'not-enough': 'not-enough',
  waived: 'waived',
  offered: 'offered',
} as const
const courses = {
  suspend: 'suspended',
  resume: 'in-force-again',
  revoke: 'revoked',
  replace: 'replaced',
  confirm: 'confirmed-afterwards',
} as const
const examinations = { 'in-good-order': 'in-good-order', queried: 'queried' } as const

const sayingOptions = [
  option('--note <words>', 'why, or what else'),
  repeated('--evidence <thing>', 'on what it stands: a thing of the room, such as i2'),
  option('--of <body>', 'whose word it is, of a body that is none of the room'),
  ...recordOptions,
  ...reachOptions,
]

export function registerPowers(program: Command, terminal: Terminal): void {
  const condition = gather(program, 'condition', 'what is demanded before something goes on')
  defineWork<SayingFlags>(
    condition,
    terminal,
    {
      name: 'judge',
      arguments: { '<condition>': 'such as delegation/i2', '<word>': Object.keys(judgements).join(', ') },
      summary: 'say whether it is met; what hangs on it is suspended and in force again by itself',
      options: sayingOptions,
      answers: [thingFields, previewed],
      examples: ['goodoffices condition judge delegation/i2 not-met --record orally'],
      acts: true,
    },
    work => sayWord(work, 'condition', judgements),
  )
  const powers = gather(program, 'powers', 'who may bind a party, for what; shown to the mediators')
  defineWork<PresentFlags>(
    powers,
    terminal,
    {
      name: 'present',
      arguments: { '<holder>': 'whom the document names' },
      summary: 'put powers on file in your caucus: from there on they bind there',
      options: [
        option('--person <member>', 'who that is in these talks'),
        option('--may <deeds>', `what they may do, with commas: ${powerKinds.join(', ')}`),
        option('--until <day>', 'the last day on which they are in force'),
        option('--issued-by <body>', 'who has issued the document'),
        option('--in <room>', 'where; your own caucus if left out'),
        ...recordOptions,
        ...reachOptions,
      ],
      answers: [thingFields, previewed],
      examples: [
        'goodoffices powers present "Head of the delegation" --person "Foreign ministry" --may negotiate,initial',
      ],
      acts: true,
    },
    present,
  )
  defineWork<SayingFlags>(
    powers,
    terminal,
    {
      name: 'examine',
      arguments: { '<powers>': 'such as caucus:iran/i1', '<word>': Object.keys(examinations).join(' or ') },
      summary: 'say that powers are in good order, or what is asked of them',
      options: sayingOptions,
      answers: [thingFields, previewed],
      examples: ['goodoffices powers examine caucus:iran/i1 queried --note "Until when?"'],
      acts: true,
    },
    work => sayWord(work, 'powers', examinations),
  )
  for (const [name, verb] of Object.entries(courses))
    defineWork<SayingFlags>(
      powers,
      terminal,
      {
        name,
        arguments: { '<powers>': 'such as i1' },
        summary: summaries[name as keyof typeof courses],
        options: sayingOptions,
        answers: [thingFields, previewed],
        examples: [`goodoffices powers ${name} i1${verb === 'replaced' ? ' --evidence i2' : ''}`],
        acts: true,
      },
      work => sayOf(work, findThing(work, 'powers', work.args[0] ?? ''), verb),
    )
}

const summaries: Readonly<Record<keyof typeof courses, string>> = {
  suspend: 'let whom they name bind your side no more, until they are in force again',
  resume: 'put powers in force again that were suspended',
  revoke: 'take powers back',
  replace: 'let other powers, named as evidence, stand in their place',
  confirm: 'confirm afterwards what was done without powers, named as evidence',
}

function sayWord(
  work: Work<SayingFlags>,
  register: string,
  known: Readonly<Record<string, string>>,
): Promise<Answer> {
  const [typed = '', word = ''] = work.args
  const verb = Object.hasOwn(known, word) ? known[word] : undefined
  if (verb === undefined)
    throw misuse(
      'word-unknown',
      { word },
      Object.keys(known).map(handle => ({ handle })),
    )
  return sayOf(work, findThing(work, register, typed), verb)
}

type PresentFlags = RecordFlags &
  ReachFlags & {
    readonly person?: string
    readonly may?: string
    readonly until?: string
    readonly issuedBy?: string
    readonly in?: string
  }

/** Entered, and then presented. */
async function present({
  session,
  processOf,
  flags,
  args: [holder = ''],
  terminal,
}: Work<PresentFlags>): Promise<Answer> {
  const found = processOf()
  const room = roomOrOnly(session, found, flags.in, 'caucus')
  const item = newId<ItemId>()
  const fields: ItemFields = {
    holder,
    powersMay: (flags.may ?? 'negotiate').split(',').map(each => each.trim()),
    ...(flags.person === undefined ? {} : { person: findMember(session, found, flags.person).member }),
    ...(flags.until === undefined ? {} : { inForceUntil: { kind: 'on', day: flags.until } }),
    ...(flags.issuedBy === undefined ? {} : { issuedBy: flags.issuedBy }),
  }
  const recorded = readRecorded(flags, terminal.now())
  const put: Act = { kind: 'item.put', item, register: 'powers', rev: 1, fields, ...recorded }
  const presented: Act = { kind: 'item.mark', item, rev: 1, verb: 'presented', ...recorded }
  const said = (): Answer => {
    const now = session.room(room.id) ?? room
    const thing = now.items[item]
    if (thing === undefined) throw new Error('put, and not there')
    return {
      text: `Presented: ${fullHandle(now, itemHandles.item, item)}\n\n${thingToText(now, thing)}`,
      json: thingToJson(now, thing),
    }
  }
  // What is said of it can be looked at once it is there.
  return sayChecked(session, room, {
    act: put,
    flags,
    said: () => sayChecked(session, room, { act: presented, flags, said }),
  })
}
