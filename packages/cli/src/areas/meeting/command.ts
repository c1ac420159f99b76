/** Meetings from the shell: asked of all, laid side by side, one's own card, and what a side says of coming. */

import {
  arrangementFor,
  type CalendarAddition,
  calendarFile,
  draftAbout,
  findingsOfMeeting,
  hostsPlan,
  meetingCard,
  newId,
  sayPlanFinding,
  sayPublicLine,
  sidesOfMeeting,
  speakingTime,
  standingName,
} from '@goodoffices/client'
import { say } from '@goodoffices/client/words'
import { type ItemId, type Meeting, type RoomState, standingOf } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findRoom, findThing, onlyRoom } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { noted, type RecordFlags, readRecorded, recordOptions } from '../../names/words.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather, option, repeated } from '../../shell/define.ts'
import { demand, missing } from '../../shell/exit.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import { count, openRows, rows, text, words, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { writeWhole } from '../../shell/written-file.ts'
import { type AskFlags, ask, askAnswers, askOptions } from '../assent/ask.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { thingToJson, thingToText } from '../item/text.ts'
import { writingIn } from '../item/writing.ts'

const ofOne = { '<meeting>': 'such as desk/i1, or i1 in your own caucus' } as const

type GiveFlags = ReachFlags & { readonly to?: string }
type SayFlags = ReachFlags & RecordFlags & { readonly note?: string }

/** What a side says of its coming, as it is typed. */
const comings = { late: 'late', absent: 'not-coming', coming: 'coming' } as const

export function registerMeeting(program: Command, terminal: Terminal): void {
  const meeting = gather(
    program,
    'meeting',
    'whether, when and how all meet; each party reads its own hours only',
  )
  defineWork<AskFlags>(
    meeting,
    terminal,
    {
      name: 'ask',
      arguments: { ...ofOne, '[words]': 'the question; standard input if left out' },
      summary: 'ask all whether they come to a meeting that stands at the desk; nobody learns of it before',
      options: askOptions,
      answers: askAnswers,
      examples: ['goodoffices meeting ask desk/i1 "Would you come?" --closes 2026-02-05T18:00+03:00'],
      acts: true,
    },
    askMeeting,
  )
  defineWork(
    meeting,
    terminal,
    {
      name: 'check',
      arguments: ofOne,
      summary:
        'lay the arrangements of all parties side by side, and say what clashes; for the mediators alone',
      answers: {
        meeting: text,
        standing: text,
        sides: openRows({ party: text, sent: yesNo, planned: yesNo }),
        findings: words,
        public: words,
      },
      examples: ['goodoffices meeting check desk/i1'],
      acts: false,
    },
    check,
  )
  defineWork(
    meeting,
    terminal,
    {
      name: 'time',
      summary:
        'how long each party has spoken with you at all meetings that were held; for the mediators alone',
      answers: {
        sides: rows({ party: text, name: text, meetings: count, sessions: count, minutes: count }),
      },
      examples: ['goodoffices meeting time'],
      acts: false,
    },
    time,
  )
  defineWork(
    meeting,
    terminal,
    {
      name: 'card',
      arguments: ofOne,
      summary: 'your own party’s card for a meeting: hours, entrance, room',
      answers: {
        meeting: text,
        title: text,
        day: text,
        arrival: text,
        lines: openRows({ label: text, text }),
        zone: text,
      },
      examples: ['goodoffices meeting card i1'],
      acts: false,
    },
    card,
  )
  defineWork<SayFlags>(
    meeting,
    terminal,
    {
      name: 'say',
      arguments: { ...ofOne, '<coming>': 'late, absent or coming' },
      summary: 'tell the mediators alone that your side is late, does not come, or comes',
      options: [option('--note <words>', 'what else'), ...recordOptions, ...reachOptions],
      answers: [thingFields, previewed],
      examples: ['goodoffices meeting say i1 late --note "Twenty minutes."'],
      acts: true,
    },
    sayComing,
  )
  defineWork<GiveFlags>(
    meeting,
    terminal,
    {
      name: 'give-house',
      arguments: ofOne,
      summary:
        'give its host the plan of the house, with delegations by their numbers and nothing of who they are',
      options: [option('--to <caucus>', 'the caucus of the host, such as caucus:host'), ...reachOptions],
      answers: [thingFields, previewed],
      examples: ['goodoffices meeting give-house desk/i1 --to caucus:host'],
      acts: true,
    },
    giveHouse,
  )
  defineWork<{ readonly out?: string; readonly with?: readonly CalendarAddition[] }>(
    meeting,
    terminal,
    {
      name: 'calendar',
      arguments: ofOne,
      summary: 'a calendar file of your own hours, under the name “Appointment”',
      options: [
        option('--out <file>', 'write it to this file; on standard output if left out'),
        repeated('--with <what>', 'add to it: title, venue'),
      ],
      answers: { meeting: text, 'file?': text, note: text },
      examples: ['goodoffices meeting calendar i1 --out friday.ics'],
      acts: false,
    },
    calendar,
  )
}

type Found = { readonly room: RoomState; readonly meeting: Meeting }

/** A meeting that was typed, in one of the rooms given. */
function findMeeting({ args: [typed = ''] }: Work<object>, rooms: readonly RoomState[]): Found {
  const { room, thing } = findThing(rooms, 'meeting', typed)
  return { room, meeting: thing as unknown as Meeting }
}

/** In one's own caucus, for whoever sits for a party; else in any room. */
const findOwn = (work: Work<object>): Found => {
  const { session, processOf } = work
  const rooms = session.rooms(processOf().process)
  const own = rooms.filter(
    ({ kind, members }) => kind === 'caucus' && members[session.me.member]?.party !== undefined,
  )
  return findMeeting(work, own.length > 0 ? own : rooms)
}

const handleOf = ({ room, meeting }: Found): string => fullHandle(room, itemHandles.item, meeting.item)

async function askMeeting(work: Work<AskFlags>): Promise<Answer> {
  const { session, processOf, args } = work
  const desk = onlyRoom(session, processOf(), 'desk')
  const { meeting } = findMeeting(work, [desk])
  const thing = desk.items[meeting.item]
  if (thing === undefined) throw missing('item-unknown')
  return ask({ ...work, args: args.slice(1) }, { kind: 'meeting', ...draftAbout(desk, thing) })
}

async function check(work: Work<object>): Promise<Answer> {
  const { session, processOf } = work
  const found = findMeeting(work, [onlyRoom(session, processOf(), 'desk')])
  const w = writingIn(found.room)
  const sides = sidesOfMeeting(session, processOf().process, found.meeting)
  const findings = findingsOfMeeting(found.room, found.meeting, sides).map(each =>
    withoutMarks(sayPlanFinding(w, each)),
  )
  const standing = withoutMarks(standingName(w, found.meeting) ?? '')
  const said = sayPublicLine(w, found.meeting.item).map(withoutMarks)
  return {
    text: [
      `${handleOf(found)}  ${printable(standingOf(found.meeting).fields.title)}  ${standing}`,
      ...said,
      ...(findings.length === 0 ? [w.vocabulary.terms['plan-clear']] : findings),
    ].join('\n'),
    json: {
      meeting: handleOf(found),
      standing,
      sides: sides.map(({ party, isSent, arrangement }) => ({
        party: party.party,
        name: party.name,
        sent: isSent,
        planned: arrangement !== undefined,
      })),
      findings,
      public: said,
    },
  }
}

function cardIn({ room, meeting }: Found) {
  const arrangement = arrangementFor(room, meeting.item)
  if (arrangement === undefined) throw missing('item-unknown')
  return { arrangement, card: meetingCard(writingIn(room), meeting, arrangement) }
}

async function card(work: Work<object>): Promise<Answer> {
  const found = findOwn(work)
  const { card } = cardIn(found)
  const { terms } = writingIn(found.room).vocabulary
  const lines = card.lines.map(([label, said]) => ({ label, text: withoutMarks(said) }))
  const [day, arrival, zone] = [card.day, card.arrival, card.zone].map(withoutMarks)
  return {
    text: [
      printable(card.title),
      day,
      `${terms['arrive-between']}: ${arrival}`,
      ...lines.map(({ label, text }) => `${label}: ${printable(text)}`),
      zone,
      terms['card-foot'],
    ].join('\n'),
    json: { meeting: handleOf(found), title: card.title, day, arrival, lines, zone },
  }
}

async function sayComing(work: Work<SayFlags>): Promise<Answer> {
  const { session, flags, args, terminal } = work
  const found = findOwn(work)
  const { arrangement } = cardIn(found)
  const verb = comings[args[1] as keyof typeof comings]
  if (verb === undefined)
    throw missing(
      'word-unknown',
      { word: args[1] ?? '' },
      Object.keys(comings).map(handle => ({ handle })),
    )
  return sayChecked(session, found.room, {
    act: {
      kind: 'item.mark',
      item: arrangement.item,
      rev: arrangement.revisions.length,
      verb,
      ...noted(flags.note),
      ...readRecorded(flags, terminal.now()),
    },
    flags,
    said: () => {
      const room = session.room(found.room.id) ?? found.room
      const thing = room.items[arrangement.item]
      if (thing === undefined) throw new Error('said of nothing')
      return { text: thingToText(room, thing), json: thingToJson(room, thing) }
    },
  })
}

/** MEET-13: what stands at the desk of the house, as its host reads it. */
async function giveHouse(work: Work<GiveFlags>): Promise<Answer> {
  const { session, processOf, flags } = work
  const desk = onlyRoom(session, processOf(), 'desk')
  const { meeting } = findMeeting(work, [desk])
  const fields = hostsPlan(desk, meeting, sidesOfMeeting(session, processOf().process, meeting))
  if (fields === undefined) throw missing('item-unknown')
  const room = findRoom(session, processOf(), flags.to ?? '')
  const item = newId<ItemId>()
  return sayChecked(session, room, {
    act: { kind: 'item.put', item, register: 'house-plan', rev: 1, fields },
    flags,
    said: () => {
      const given = session.room(room.id) ?? room
      const thing = given.items[item]
      if (thing === undefined) throw new Error('given to nobody')
      return { text: thingToText(given, thing), json: thingToJson(given, thing) }
    },
  })
}

async function calendar(
  work: Work<{ readonly out?: string; readonly with?: readonly CalendarAddition[] }>,
): Promise<Answer> {
  const { session, flags } = work
  const found = findOwn(work)
  const w = writingIn(found.room)
  const file = demand(
    await calendarFile(session, w, {
      meeting: found.meeting,
      arrangement: arrangementFor(found.room, found.meeting.item),
      also: flags.with ?? [],
    }),
  )
  if (flags.out !== undefined) writeWhole(flags.out, file, { isOver: true })
  const note = w.vocabulary.terms['calendar-note']
  return {
    text: flags.out === undefined ? file : `Written: ${flags.out}\n${note}`,
    json: { meeting: handleOf(found), ...(flags.out === undefined ? {} : { file: flags.out }), note },
  }
}

/** MEET-15 */
async function time({ session, processOf }: Work<object>): Promise<Answer> {
  const found = processOf()
  const w = writingIn(onlyRoom(session, found, 'desk'))
  const sides = speakingTime(session, found.process)
  const said = sides.map(({ party: { name }, minutes, sessions, meetings }) =>
    withoutMarks(
      `${printable(name)}: ${say(w.vocabulary.terms.spoken, { minutes, sessions, meetings }, w.figures)}`,
    ),
  )
  return {
    text:
      said.length === 0
        ? 'No meeting was held yet.'
        : [w.vocabulary.terms['speaking-time'], ...said].join('\n'),
    json: {
      sides: sides.map(({ party: { party, name }, ...each }) => ({ party, name, ...each })),
    },
  }
}
