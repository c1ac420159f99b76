/** CLI-13: what a mediator's words will be to whoever reads them, and what the leak check names in them; in whichever way they go. */

import {
  broughtLines,
  type Everywhere,
  fieldPathName,
  previewAct,
  type Reaching,
  type ReachPreview,
  type Session,
} from '@goodoffices/client'
import { say } from '@goodoffices/client/words'
import {
  type Act,
  type Finding,
  type PartyId,
  type RoomState,
  saidInAct,
  type Violation,
} from '@goodoffices/core'
import { fullHandle, roomHandle } from '../../names/handles.ts'
import { indent, printable } from '../../page/text.ts'
import { bindingName, formName, withoutMarks } from '../../page/words.ts'
import { type Answer, option, repeated } from '../../shell/define.ts'
import { demand, exits, missing, Stop, stopFor } from '../../shell/exit.ts'
import { writingIn } from '../item/writing.ts'
import { type BeyondFlags, beyondOption, passMandate } from '../mandate/beyond.ts'
import { messageHandles } from '../message/handles.ts'
import { deliveryFacts } from '../message/text.ts'

export type PassFlags = {
  readonly acceptFinding?: readonly string[]
  readonly acceptAll?: true
}

export type ReachFlags = PassFlags & BeyondFlags & { readonly preview?: true }

export const passOptions = [
  repeated('--accept-finding <number>', 'pass this finding of the leak check deliberately'),
  option('--accept-all', 'pass all its findings deliberately'),
]

export const reachOptions = [
  ...passOptions,
  beyondOption,
  option('--preview', 'only show what its readers would see'),
]

/** What one room will receive, and what else a person is told of it. */
export type Told = Reaching & { readonly beside?: readonly string[] }

export type Passed = {
  /** What was to be seen, on a page and for a program. */
  readonly lines: readonly string[]
  readonly seen: { readonly together: readonly object[] }
  /** What was passed, in the order of the rooms. */
  readonly accepted: readonly (readonly Finding[])[]
}

/**
 * CLI-13: of what goes in one step, to one room or several, what its readers will see and what the leak check names, numbered
 * throughout. Ends the command where it may not go, and where something is named that was not passed by its number or with all. With
 * `--preview` the answer, and nothing goes. `refused`: how a refusal is said where it is not as always.
 */
export function pass(
  session: Session,
  all: readonly Told[],
  flags: ReachFlags,
  refused: (error: Violation) => Stop = stopFor,
): Passed | { readonly shown: Answer } {
  const starts = all.map((_, at) =>
    all.slice(0, at).reduce((sum, { preview }) => sum + preview.findings.length, 0),
  )
  const lines = all.flatMap(({ room, preview, beside = [] }, at) => [
    ...(at === 0 ? [] : ['']),
    ...previewLines(room, preview.arrival),
    '',
    ...findingLines(session, room, { findings: preview.findings, start: starts[at] ?? 0 }),
    ...unreadLines(session, room, preview),
    ...beside,
  ])
  const each = all.map(({ room, preview: { arrival, findings, unread } }, at) => ({
    arrival,
    to: roomHandle(room),
    ...(unread.length === 0 ? {} : { unread: unread.map(each => ({ room: each.room, why: each.why })) }),
    findings: findings.map((finding, i) => ({ number: (starts[at] ?? 0) + i + 1, ...finding })),
  }))
  const seen = { together: each }
  const wrong = all.flatMap(({ preview: { allowed } }) => (allowed.ok ? [] : [allowed.error]))[0]
  if (flags.preview === true)
    return {
      shown: {
        text: lines.join('\n'),
        json: { ...seen, allowed: wrong === undefined, ...(wrong === undefined ? {} : { why: wrong }) },
      },
    }
  if (wrong !== undefined) throw refused(wrong)
  const findings = each.flatMap(one => one.findings)
  const isPassed = readPassed(findings.length, flags)
  const open = findings.filter(({ number }) => !isPassed(number))
  if (open.length > 0)
    throw new Stop(
      exits.refused,
      { code: 'leak-not-accepted', count: open.length, text: open[0]?.text ?? '' },
      ['', ...lines],
    )
  return { lines, seen, accepted: all.map(({ preview }) => preview.findings) }
}

/** The same of what brings people in: only what is named is shown, and nothing where nothing is. */
export function passNamed(
  session: Session,
  named: readonly Reaching[],
  flags: PassFlags,
): { readonly lines: readonly string[]; readonly accepted: readonly Finding[] } {
  const passed = pass(session, named, flags)
  return 'shown' in passed
    ? { lines: [], accepted: [] }
    : { lines: named.length === 0 ? [] : [...passed.lines, ''], accepted: passed.accepted.flat() }
}

/** Findings are passed one by one by their numbers, or all; never by default. */
function readPassed(
  count: number,
  { acceptAll, acceptFinding = [] }: ReachFlags,
): (number: number) => boolean {
  if (acceptAll === true) return () => true
  const wanted = acceptFinding.map(Number)
  if (wanted.some(number => !Number.isSafeInteger(number) || number < 1 || number > count))
    throw missing('finding-unknown', { count })
  return number => wanted.includes(number)
}

const readersOf = (room: RoomState): string =>
  room.kind === 'caucus'
    ? (room.party?.name ?? '')
    : room.kind === 'table'
      ? 'All at the table'
      : `All in ${room.title ?? roomHandle(room)}`

function previewLines(room: RoomState, act: Act): readonly string[] {
  return [`${readersOf(room)} will see:`, '', ...arrivalLines(room, act)]
}

/** By what it holds: its form and title, its words, the entry that comes with it or is it; of any other act its texts, without the names of those whom it brings in. */
function arrivalLines(room: RoomState, act: Act): readonly string[] {
  const thing = 'thing' in act ? act.thing : 'register' in act ? act : undefined
  const shown = thing === undefined ? [] : thingLines(room, thing)
  if (!('form' in act))
    return shown.length > 0
      ? shown
      : saidInAct(act).flatMap(({ value, is }) => (is === 'day' ? [] : [indent(value)]))
  const facts =
    'verbatim' in act ? deliveryFacts(room, act) : [formName(act.form), bindingName(act.binding) ?? '']
  return [
    `    ${facts.filter(fact => fact !== '').join(' · ')}`,
    ...(act.title === undefined ? [] : [indent(act.title)]),
    indent(act.body),
    ...shown,
  ]
}

const thingLines = (room: RoomState, thing: Parameters<typeof broughtLines>[1]): readonly string[] =>
  broughtLines(writingIn(room), thing).map(({ label, text }) =>
    indent(printable(withoutMarks(`${label}: ${text}`))),
  )

const findingNames: Readonly<Record<Finding['kind'], string>> = {
  name: 'a name',
  figure: 'a figure',
  words: 'words',
}

function findingLines(
  session: Session,
  recipient: RoomState,
  { findings, start }: { readonly findings: readonly Finding[]; readonly start: number },
): readonly string[] {
  if (findings.length === 0) return ['The leak check names nothing.']
  const rooms = session.rooms(recipient.process.process)
  return [
    `The leak check names ${findings.length}:`,
    ...findings.map((finding, i) => {
      const { message } = finding
      const room = rooms.find(
        each => each.id !== recipient.id && message !== undefined && Object.hasOwn(each.messages, message),
      )
      const source =
        room === undefined || message === undefined
          ? ''
          : `, from ${fullHandle(room, messageHandles.message, message)}`
      return `  ${start + i + 1}. ${findingNames[finding.kind]}: "${printable(finding.text)}"${source}${placeOf(recipient, finding)}`
    }),
  ]
}

/** LEAK-14: by the same words as on the screen. */
const unreadLines = (
  session: Session,
  recipient: RoomState,
  { unread }: Pick<ReachPreview, 'unread'>,
): readonly string[] => {
  const { vocabulary, figures } = writingIn(recipient)
  return unread.map(({ room: id }) => {
    const room = session.room(id)
    const named = room === undefined ? id : roomHandle(room)
    return withoutMarks(say(vocabulary.terms['not-compared'], { room: named }, figures))
  })
}

function placeOf(room: RoomState, { in: where, field }: Finding): string {
  if (where === undefined) return ''
  return where === 'title'
    ? ' (in the title)'
    : ` (in: ${withoutMarks(fieldPathName(writingIn(room), field ?? ''))})`
}

export type Saying = {
  readonly flags: ReachFlags
  /** What else a person is shown with it. */
  readonly beside?: readonly string[]
  /** What is answered once it has been said, and what it was said with in other rooms. */
  readonly said: (decided: Everywhere) => Answer | Promise<Answer>
  readonly refused?: (error: Violation) => Stop
}

/**
 * Says it in a room: what a side would read of a mediator is shown, and goes only where what the leak check names was passed. What
 * others say goes as it is.
 */
export const sayChecked = (
  session: Session,
  room: RoomState,
  { act, ...saying }: Saying & { readonly act: Act },
): Promise<Answer> => sayAllChecked(session, [{ room, act }], saying)

/** The same in several rooms: in all of them, or in none. */
export async function sayAllChecked(
  session: Session,
  steps: readonly { readonly room: RoomState; readonly act: Act; readonly heeded?: readonly PartyId[] }[],
  { flags, beside, said, refused }: Saying,
): Promise<Answer> {
  const all = steps.map(({ room, act }) => ({
    room,
    preview: demand(previewAct(session, room.id, act)),
    ...(beside === undefined ? {} : { beside }),
  }))
  const passed = pass(session, all, flags, refused)
  const own = passMandate(session, steps, flags)
  if ('shown' in passed)
    return own.lines.length === 0
      ? passed.shown
      : { ...passed.shown, text: [...own.lines, '', passed.shown.text].join('\n') }
  const { accepted, lines } = passed
  const decided = demand(
    await session.actAll([
      ...steps.map(({ room, ...step }, at) => ({ ...step, room: room.id, accepted: accepted[at] ?? [] })),
      ...own.notes,
    ]),
  )
  const answer = await said(decided)
  // Who passed something is shown once more what went, and so is who spoke without all being compared.
  const isTold =
    accepted.some(findings => findings.length > 0) || all.some(({ preview }) => preview.unread.length > 0)
  return isTold ? { ...answer, text: [...lines, '', answer.text].join('\n') } : answer
}
