/** Good offices from the shell: all that a party is offered side by side, its answer, an interest that is disclosed, others who join. */

import {
  answerSteps,
  compareOffices,
  disclosureSteps,
  isLateAnswer,
  newId,
  officesAcross,
  sayChanged,
  standingName,
} from '@goodoffices/client'
import {
  answerToOffices,
  type GoodOffices,
  type ItemId,
  institutionIn,
  institutionsName,
  institutionsOf,
  type OfficesAnswer,
  officesIn,
  type RoomState,
  standingOf,
  tidyText,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { caucusesIn, findThing, onlyRoom } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { processRow, roomsToRows } from '../../names/rows.ts'
import { type RecordFlags, readRecorded, readWords, recordOptions } from '../../names/words.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather, option } from '../../shell/define.ts'
import { demand, missing, misuse } from '../../shell/exit.ts'
import { previewed, processFields, roomRows, thingFields } from '../../shell/rows.ts'
import { openRows, rows, text, words, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type AskFlags, ask, askAnswers, askOptions } from '../assent/ask.ts'
import { type ReachFlags, reachOptions, sayAllChecked } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { thingToJson, thingToText } from '../item/text.ts'
import { english, writingIn } from '../item/writing.ts'

/** What a party answers, as it is typed. */
const answers = {
  accept: 'accepted',
  limit: 'accepted-with-limits',
  change: 'change-asked',
  later: 'answer-later',
  decline: 'declined',
} as const satisfies Readonly<Record<string, OfficesAnswer>>

type AnswerFlags = RecordFlags & ReachFlags

export function registerOffices(program: Command, terminal: Terminal): void {
  const offices = gather(program, 'offices', 'who offers good offices, on what footing, and what you answer')
  defineWork(
    offices,
    terminal,
    {
      name: 'list',
      summary: 'all that your party is offered, in all your talks, side by side; nothing of it is written',
      answers: {
        offers: rows({
          ...processFields,
          handle: text,
          item: text,
          offeredBy: text,
          standing: text,
          late: yesNo,
          answers: yesNo,
          'changed?': text,
          offered: openRows({ name: text, label: text, text, only: yesNo }),
        }),
      },
      examples: ['goodoffices offices list'],
      acts: false,
    },
    listOffices,
  )
  defineWork<AnswerFlags>(
    offices,
    terminal,
    {
      name: 'answer',
      arguments: {
        '<offer>': 'such as i1, or caucus:iran/i1',
        '<answer>': Object.keys(answers).join(', '),
        '[words]': 'the limits, or the change that is asked for; otherwise a remark',
      },
      summary: 'answer an offer of good offices; with a yes the party consents to the mediation',
      options: [option('--file <path>', 'the words are in this file'), ...recordOptions, ...reachOptions],
      answers: [thingFields, previewed],
      examples: [
        'goodoffices offices answer i1 limit "Not as host."',
        'goodoffices offices answer i1 accept',
      ],
      acts: true,
    },
    answerOffices,
  )
  defineWork<ReachFlags & { readonly file?: string }>(
    offices,
    terminal,
    {
      name: 'disclose',
      arguments: { '[words]': 'the interest; standard input if left out' },
      summary: 'tell every party at once of an interest that may weigh on the mediation',
      options: [option('--file <path>', 'the words are in this file'), ...reachOptions],
      answers: [{ rooms: roomRows, items: words }, previewed],
      examples: ['goodoffices offices disclose "A member of our board lives there."'],
      acts: true,
    },
    disclose,
  )
  defineWork<AskFlags & { readonly task?: string }>(
    offices,
    terminal,
    {
      name: 'join',
      arguments: {
        '<institution>': 'whose mediators',
        '[words]': 'the question; standard input if left out',
      },
      summary: 'ask all whether mediators of another institution may join; only if all say yes do they',
      options: [option('--task <words>', 'as what they come, for which matters'), ...askOptions],
      answers: askAnswers,
      examples: [
        'goodoffices offices join "Lakes Institute" "May they join?" --task "For water" --closes 2026-02-06T18:00+03:00',
      ],
      acts: true,
    },
    askToJoin,
  )
}

async function listOffices({ session }: Work<object>): Promise<Answer> {
  const offers = officesAcross(session)
  const table = compareOffices(offers.map(({ room, offer }) => ({ writing: writingIn(room), offer })))
  const listed = offers.map(({ room, offer, mayAnswer }, at) => {
    const w = writingIn(room)
    const changed = sayChanged(w, offer)
    return {
      ...processRow(session, room.process),
      handle: fullHandle(room, itemHandles.item, offer.item),
      item: offer.item,
      offeredBy: standingOf(offer).fields.offeredBy,
      standing: withoutMarks(standingName(w, offer) ?? ''),
      late: isLateAnswer(room, offer),
      answers: mayAnswer,
      ...(changed === undefined ? {} : { changed: withoutMarks(changed) }),
      offered: table.flatMap(({ name, label, cells }) =>
        (cells[at] ?? []).map(part => ({ name, label, text: withoutMarks(part.text), only: part.only })),
      ),
    }
  })
  const { terms } = english
  return {
    text:
      listed.length === 0
        ? 'Nothing is offered to a party that you sit for.'
        : [
            ...listed.flatMap(({ handle, title, offeredBy, standing, late, changed, offered }) => [
              `${handle}  ${printable(offeredBy)}  ${printable(title)}`,
              `    ${standing}${late ? `, ${terms['offices-late']}` : ''}`,
              ...(changed === undefined ? [] : [`    ${changed}`]),
              ...offered.map(
                ({ label, text, only }) => `    ${label}: ${printable(text)}${only ? ' *' : ''}`,
              ),
              '',
            ]),
            `* ${terms['offices-only']} ${terms['offices-apart']}`,
          ].join('\n'),
    json: { offers: listed },
  }
}

type Found = { readonly room: RoomState; readonly offer: GoodOffices }

function findOffices({ session, processOf, args: [typed = ''] }: Work<object>): Found {
  const caucuses = caucusesIn(session, processOf())
  const { room, thing } = findThing(caucuses, 'good-offices', typed)
  const offer = officesIn(room).find(({ item }) => item === thing.item)
  if (offer === undefined) throw missing('item-unknown')
  return { room, offer: offer as unknown as GoodOffices }
}

async function answerOffices(work: Work<AnswerFlags & { readonly file?: string }>): Promise<Answer> {
  const { session, args, flags, terminal } = work
  const { room, offer } = findOffices(work)
  const verb = answers[args[1] as keyof typeof answers]
  if (verb === undefined)
    throw missing(
      'word-unknown',
      { word: args[1] ?? '' },
      Object.keys(answers).map(handle => ({ handle })),
    )
  const isWorded = args[2] !== undefined || flags.file !== undefined
  const needsWords = verb === 'accepted-with-limits' || verb === 'change-asked'
  if (needsWords && !isWorded) throw misuse('words-needed')
  const note = isWorded ? { note: await readWords(terminal, { typed: args[2], file: flags.file }) } : {}
  const steps = answerSteps(room, offer, { verb, ...note, ...readRecorded(flags, terminal.now()) })
  return sayAllChecked(
    session,
    steps.flatMap(({ act }) => ({ room, act })),
    {
      flags,
      said: () => {
        const now = session.room(room.id) ?? room
        const thing = now.items[offer.item]
        if (thing === undefined || answerToOffices(thing) === undefined) throw new Error('answered nothing')
        return { text: thingToText(now, thing), json: thingToJson(now, thing) }
      },
    },
  )
}

async function disclose(work: Work<ReachFlags & { readonly file?: string }>): Promise<Answer> {
  const { session, processOf, args, flags, terminal } = work
  const caucuses = caucusesIn(session, processOf())
  const interest = await readWords(terminal, { typed: args[0], file: flags.file })
  const steps = demand(disclosureSteps(caucuses, interest))
  const all = steps.flatMap(({ room: id, act }) => {
    const room = caucuses.find(each => each.id === id)
    return room === undefined ? [] : [{ room, act }]
  })
  return sayAllChecked(session, all, {
    flags,
    said: () => ({
      text: `Disclosed to: ${all.map(({ room }) => room.party?.name ?? '').join(', ')}. Nobody’s yes falls away; each may object.`,
      json: {
        rooms: roomsToRows(all.map(({ room }) => room)),
        items: all.flatMap(({ room }) =>
          officesIn(room).map(({ item }) => fullHandle(room, itemHandles.item, item)),
        ),
      },
    }),
  })
}

/** The institution stands at the desk first, as what is asked about: once, however often it is asked. */
async function askToJoin(work: Work<AskFlags & { readonly task?: string }>): Promise<Answer> {
  const { session, processOf, args, flags } = work
  const desk = onlyRoom(session, processOf(), 'desk')
  const institution = tidyText(args[0] ?? '')
  const fields = {
    institution,
    ...(flags.task === undefined ? {} : { task: tidyText(flags.task) }),
  }
  const thing = { register: institutionsName, fields }
  const known = institutionsOf(desk).find(each => institutionIn(each) === institution)
  const item = known?.item ?? newId<ItemId>()
  if (known === undefined && flags.preview !== true)
    demand(await session.act(desk.id, { kind: 'item.put', item, ...thing, rev: 1 }))
  return ask(
    { ...work, args: args.slice(1) },
    { kind: 'join', thing, ...(known === undefined && flags.preview === true ? {} : { item }) },
  )
}
