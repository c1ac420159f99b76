/** Saying, marking, and the words recorded for a party without an account. */

import { newId } from '@goodoffices/client'
import {
  type Act,
  type AnyPassage,
  type DeliveryId,
  type Form,
  forms,
  type ItemId,
  isMediator,
  isOfMessage,
  type Marking,
  type MessageId,
  type PartId,
  type RoomState,
  standingBody,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { candidatesOf } from '../../names/choose.ts'
import { caucusesIn, findItem, findPassage, findRoom, onlyRoom, roomsNamed } from '../../names/find.ts'
import { fullHandle, partHandle, passageHandle } from '../../names/handles.ts'
import { noted, type RecordFlags, readRecorded, readWords, recordOptions } from '../../names/words.ts'
import { passageWords } from '../../page/passage.ts'
import { printable } from '../../page/text.ts'
import { markingName, markings } from '../../page/words.ts'
import { type Answer, gather, option } from '../../shell/define.ts'
import { demand, missing, misuse } from '../../shell/exit.ts'
import { previewed } from '../../shell/rows.ts'
import { count, oneOf, text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { messageHandles } from './handles.ts'

export const partOption = option('--part <words>', 'only these words of it, exactly as they stand there')

/** What is said: form, whether it binds, title, language. */
export const sayingOptions = [
  option('--form <form>', 'in which form (oral-message)', forms),
  option('--binding', 'it binds whoever says it'),
  option('--title <words>', 'a title'),
  option('--language <tag>', 'the language it is in, such as fa'),
  option('--file <file>', 'the words from a file; - for standard input'),
  option('--issue <issue>', 'the issue that it is about, such as table/i1'),
  option('--translation <words>', 'the same in another language, as the mediators put it'),
  option('--translated-into <tag>', 'the language of the translation, such as fa'),
]

export type SayingFlags = {
  readonly form?: Form
  readonly binding?: true
  readonly title?: string
  readonly language?: string
  readonly file?: string
  readonly issue?: string
  readonly translation?: string
  readonly translatedInto?: string
}

export const readSaying = (flags: SayingFlags) => ({
  ...readTranslation(flags),
  form: flags.form ?? ('oral-message' as const),
  binding: flags.binding === true,
  ...(flags.title === undefined ? {} : { title: flags.title }),
  ...(flags.language === undefined ? {} : { language: flags.language }),
})

/** The issue that was named: one of the table, or of the room itself. */
export const readIssue = (
  rooms: readonly RoomState[],
  { issue }: SayingFlags,
): { readonly issue?: ItemId } =>
  issue === undefined ? {} : { issue: findItem(rooms, itemHandles.item, issue).id as ItemId }

/** Words in a language without its name would be read aloud in another. */
function readTranslation({ translation, translatedInto }: SayingFlags) {
  if ((translation === undefined) !== (translatedInto === undefined)) throw misuse('translation-in-part')
  return translation === undefined || translatedInto === undefined
    ? {}
    : { translation: { language: translatedInto, body: translation } }
}

export function registerSpeak(program: Command, terminal: Terminal): void {
  type SayFlags = SayingFlags &
    ReachFlags &
    RecordFlags & {
      readonly in?: string
      readonly marking?: Marking
      readonly answers?: string
      readonly issue?: string
    }
  defineWork<SayFlags>(
    program,
    terminal,
    {
      name: 'say',
      arguments: { '[words]': 'what is said; standard input if left out' },
      summary: 'say something in a room: a party in its caucus unless told otherwise',
      options: [
        option('--in <room>', 'where, such as caucus:iran or table'),
        ...sayingOptions,
        option('--marking <marking>', 'what may pass of it', markings),
        option('--answers <delivery>', 'the delivery this answers, such as d1'),
        ...recordOptions,
        ...reachOptions,
      ],
      answers: [{ message: text, handle: text, room: text }, previewed],
      examples: [
        'goodoffices say "The assets come before anything else." --marking unattributed',
        'goodoffices say --in caucus:lower --record orally --hearing "Four elders" "We want the spring measured."',
      ],
      acts: true,
    },
    async work => say(work, roomToSayIn(work)),
  )

  type MarkFlags = RecordFlags & { readonly part?: string; readonly from?: string; readonly to?: string }
  defineWork<MarkFlags>(
    program,
    terminal,
    {
      name: 'mark',
      arguments: {
        '<message>': 'such as m1, or m1.p25 for a part marked before',
        '<marking>': markings.join(', '),
      },
      summary: 'say how much of a message, or of a part of it, may pass',
      options: [
        partOption,
        option('--from <offset>', 'only from this character on, counted from 0'),
        option('--to <offset>', 'up to, not including, this one'),
        ...recordOptions,
      ],
      answers: {
        message: text,
        handle: text,
        marking: text,
        words: text,
        'part?': text,
        'from?': count,
        'to?': count,
        'short?': text,
      },
      examples: ['goodoffices mark m1 nothing --part "within ten days"', 'goodoffices mark m1 attributed'],
      acts: true,
    },
    mark,
  )

  registerReview(program, terminal)
}

/** Where a party speaks if nothing else is said; a mediator says where. */
function roomToSayIn({ session, processOf, flags }: Work<{ readonly in?: string }>): RoomState {
  const found = processOf()
  if (flags.in !== undefined) return findRoom(session, found, flags.in)
  if (isMediator(found))
    throw misuse('room-needed', {}, candidatesOf(roomsNamed(session.rooms(found.process))))
  return onlyRoom(session, found, 'caucus')
}

export async function say(
  {
    session,
    terminal,
    args: [typed],
    flags,
  }: Work<SayingFlags & ReachFlags & RecordFlags & { readonly marking?: Marking; readonly answers?: string }>,
  room: RoomState,
): Promise<Answer> {
  const body = await readWords(terminal, { typed, file: flags.file })
  const message = newId<MessageId>()
  const act: Act = {
    kind: 'message.say',
    message,
    ...readSaying(flags),
    ...readIssue(session.rooms(room.process.process), flags),
    body,
    ...(flags.marking === undefined ? {} : { marking: flags.marking }),
    ...(flags.answers === undefined
      ? {}
      : { answers: findItem([room], messageHandles.delivery, flags.answers).id as DeliveryId }),
    ...readRecorded(flags, terminal.now()),
  }
  return sayChecked(session, room, {
    act,
    flags,
    said: () => {
      const handle = fullHandle(session.room(room.id) ?? room, messageHandles.message, message)
      return { text: `Said: ${handle}`, json: { message, handle, room: room.id } }
    },
  })
}

async function mark({
  session,
  terminal,
  processOf,
  args: [typed = '', marking = ''],
  flags,
}: Work<
  RecordFlags & { readonly part?: string; readonly from?: string; readonly to?: string }
>): Promise<Answer> {
  if (!isMarking(marking)) throw misuse('marking-unknown-word', { text: marking, known: markings.join(', ') })
  const { room, id, part } = findPassage(caucusesIn(session, processOf()), typed)
  const message = room.messages[id as MessageId]
  if (message === undefined) throw missing('message-unknown')
  const known = part === undefined ? undefined : message.parts[part as PartId]
  const range = known ?? readRange(standingBody(message), flags)
  const marked =
    range === undefined ? undefined : { part: known?.part ?? newId<PartId>(), from: range.from, to: range.to }
  const act: Act = {
    kind: 'message.mark',
    message: message.message,
    ...(marked === undefined ? {} : { part: marked }),
    marking,
    ...readRecorded(flags, terminal.now()),
  }
  demand(await session.act(room.id, act))
  const now = session.room(room.id) ?? room
  const after = now.messages[message.message]
  const handle = passageHandle(now, { message: id, part: marked?.part })
  const words = passageWords(now, {
    message: message.message,
    ...(marked === undefined ? {} : { part: marked.part }),
  })
  const text = ` "${printable(words)}"`
  return {
    text: `Marked ${handle}${text}: ${markingName(marking)}`,
    json: {
      message: id,
      handle,
      marking,
      words,
      ...(marked === undefined || after === undefined
        ? {}
        : { ...marked, short: partHandle(after, marked.part) }),
    },
  }
}

const isMarking = (text: string): text is Marking => (markings as readonly string[]).includes(text)

/** CLI-11: a stretch of a message by its exact words. */
export function stretchOf(room: RoomState, passage: AnyPassage, part: string | undefined): AnyPassage {
  if (part === undefined) return passage
  const message = isOfMessage(passage) ? room.messages[passage.message] : undefined
  const stretch = message === undefined ? undefined : readRange(standingBody(message), { part })
  if (message === undefined || stretch === undefined) throw misuse('part-of-message')
  return { message: message.message, stretch }
}

/** CLI-11: the words of a part stand in the message exactly once, or offsets are given. */
function readRange(
  body: string,
  { part, from, to }: { readonly part?: string; readonly from?: string; readonly to?: string },
): { readonly from: number; readonly to: number } | undefined {
  if (part !== undefined) {
    if (from !== undefined || to !== undefined) throw misuse('part-twice')
    const at = body.indexOf(part)
    if (part === '' || at < 0) throw missing('part-not-in-message', { text: part })
    if (body.includes(part, at + 1)) throw misuse('part-several-times', { text: part })
    return { from: at, to: at + part.length }
  }
  if (from === undefined && to === undefined) return undefined
  const range = { from: Number(from ?? 0), to: Number(to ?? body.length) }
  if (!Number.isSafeInteger(range.from) || !Number.isSafeInteger(range.to)) throw misuse('part-offsets')
  return range
}

const findReviewed = ({ session, processOf, args: [typed = ''] }: Work<object>) =>
  findItem(caucusesIn(session, processOf()), messageHandles.message, typed)

function registerReview(program: Command, terminal: Terminal): void {
  const review = gather(
    program,
    'review',
    'what was written down in your party’s name: confirm or correct it',
  )

  defineWork(
    review,
    terminal,
    {
      name: 'confirm',
      arguments: { '<message>': 'such as m1' },
      summary: 'yes, that is what we said',
      answers: { message: text, handle: text, standing: oneOf('confirmed') },
      examples: ['goodoffices review confirm m1'],
      acts: true,
    },
    async work => {
      const { room, id } = findReviewed(work)
      demand(await work.session.act(room.id, { kind: 'message.confirm', message: id as MessageId }))
      return {
        text: `Confirmed: ${fullHandle(room, messageHandles.message, id)}`,
        json: { message: id, handle: fullHandle(room, messageHandles.message, id), standing: 'confirmed' },
      }
    },
  )

  defineWork<{ readonly note?: string; readonly file?: string }>(
    review,
    terminal,
    {
      name: 'correct',
      arguments: { '<message>': 'such as m1', '[words]': 'what was really said' },
      summary: 'no: this is what we said',
      options: [option('--file <file>', 'the words from a file'), option('--note <words>', 'why')],
      answers: { message: text, handle: text, standing: oneOf('corrected') },
      examples: ['goodoffices review correct m1 "The spring is measured by both villages."'],
      acts: true,
    },
    async work => {
      const { room, id } = findReviewed(work)
      const { flags, args } = work
      const body = await readWords(terminal, { typed: args[1], file: flags.file })
      const act: Act = { kind: 'message.correct', message: id as MessageId, body, ...noted(flags.note) }
      demand(await work.session.act(room.id, act))
      return {
        text: `Corrected: ${fullHandle(room, messageHandles.message, id)}`,
        json: { message: id, handle: fullHandle(room, messageHandles.message, id), standing: 'corrected' },
      }
    },
  )
}
