/** CLI-13: what a mediator's words will be to whoever reads them, and what the leak check names in them; in whichever way they go. */

import {
  broughtLines,
  fieldPathName,
  previewAct,
  type ReachPreview,
  type Session,
  speak,
} from '@goodoffices/client'
import { type Act, type Finding, isMediator, type RoomState, textsOfAct } from '@goodoffices/core'
import { fullHandle, roomHandle } from '../../names/handles.ts'
import { indent, printable } from '../../page/text.ts'
import { bindingName, formName, withoutMarks } from '../../page/words.ts'
import { type Answer, option, repeated } from '../../shell/define.ts'
import { demand, exits, missing, Stop } from '../../shell/exit.ts'
import { writingIn } from '../item/writing.ts'
import { messageHandles } from '../message/handles.ts'
import { deliveryFacts } from '../message/text.ts'

export type ReachFlags = {
  readonly acceptFinding?: readonly string[]
  readonly acceptAll?: true
  readonly preview?: true
}

export const reachOptions = [
  repeated('--accept-finding <number>', 'pass this finding of the leak check deliberately'),
  option('--accept-all', 'pass all its findings deliberately'),
  option('--preview', 'only show what its readers would see'),
]

/** Findings are passed one by one by their numbers, or all; never by default. */
export function readAccepted(
  findings: readonly Finding[],
  { acceptAll, acceptFinding = [] }: ReachFlags,
): readonly Finding[] {
  if (acceptAll === true) return findings
  const wanted = acceptFinding.map(Number)
  const wrong = wanted.find(number => findings[number - 1] === undefined)
  if (wrong !== undefined) throw missing('finding-unknown', { count: findings.length })
  return findings.filter((_, i) => wanted.includes(i + 1))
}

/** Ends the command where something is named that was not passed, and shows what would have been seen. */
export function demandAccepted(
  { findings }: ReachPreview,
  accepted: readonly Finding[],
  lines: readonly string[],
): void {
  const open = findings.filter(finding => !accepted.includes(finding))
  if (open.length > 0)
    throw new Stop(
      exits.refused,
      { code: 'leak-not-accepted', count: open.length, text: open[0]?.text ?? '' },
      ['', ...lines],
    )
}

export type Reached = {
  readonly arrival: Act
  readonly to: string
  readonly findings: readonly (Finding & { readonly number: number })[]
}

export const reachToJson = (room: RoomState, { arrival, findings }: ReachPreview): Reached => ({
  arrival,
  to: roomHandle(room),
  findings: findings.map((finding, i) => ({ number: i + 1, ...finding })),
})

/** The very act that the room will receive, shown as that room will show it, and what the leak check names. */
export const reachLines = (session: Session, room: RoomState, preview: ReachPreview): readonly string[] => [
  ...previewLines(room, preview.arrival),
  '',
  ...findingLines(session, room, preview.findings),
]

const readersOf = (room: RoomState): string =>
  room.kind === 'caucus'
    ? (room.party?.name ?? '')
    : room.kind === 'table'
      ? 'All at the table'
      : `All in ${room.title ?? roomHandle(room)}`

function previewLines(room: RoomState, act: Act): readonly string[] {
  return [`${readersOf(room)} will see:`, '', ...arrivalLines(room, act)]
}

/** By what it holds: its form and title, its words, the entry that comes with it or is it; of any other act its texts. */
function arrivalLines(room: RoomState, act: Act): readonly string[] {
  const thing = 'thing' in act ? act.thing : 'register' in act ? act : undefined
  const shown = thing === undefined ? [] : thingLines(room, thing)
  if (!('form' in act)) return shown.length > 0 ? shown : textsOfAct(act).map(({ value }) => indent(value))
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
    indent(withoutMarks(`${label}: ${printable(text)}`)),
  )

const findingNames: Readonly<Record<Finding['kind'], string>> = {
  name: 'a name',
  figure: 'a figure',
  words: 'words',
}

function findingLines(
  session: Session,
  recipient: RoomState,
  findings: readonly Finding[],
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
      return `  ${i + 1}. ${findingNames[finding.kind]}: "${printable(finding.text)}"${source}${placeOf(recipient, finding)}`
    }),
  ]
}

function placeOf(room: RoomState, { in: where, field }: Finding): string {
  if (where === undefined) return ''
  return where === 'title'
    ? ' (in the title)'
    : ` (in: ${withoutMarks(fieldPathName(writingIn(room), field ?? ''))})`
}

/**
 * Says it in a room: what a side would read of a mediator is shown, and goes only where what the leak check names was passed. What
 * others say goes as it is. `said`: what is answered once it has been said.
 */
export async function sayChecked(
  session: Session,
  room: RoomState,
  { act, flags, said }: { readonly act: Act; readonly flags: ReachFlags; readonly said: () => Answer },
): Promise<Answer> {
  const preview = demand(previewAct(session, room.id, act))
  const lines = reachLines(session, room, preview)
  if (flags.preview === true) {
    const allowed = preview.allowed.ok ? true : preview.allowed.error
    return { text: lines.join('\n'), json: { ...reachToJson(room, preview), allowed } }
  }
  demand(preview.allowed)
  const accepted = readAccepted(preview.findings, flags)
  demandAccepted(preview, accepted, lines)
  demand(await speak(session, room.id, act, accepted))
  const answer = said()
  const me = room.members[session.me.member]
  // A mediator who passed something is shown once more what went.
  return preview.findings.length > 0 && me !== undefined && isMediator(me)
    ? { ...answer, text: [...lines, '', answer.text].join('\n') }
    : answer
}
