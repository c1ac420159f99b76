/** Staying connected: each new entry is told as it comes, what is due is delivered, or told to all, what waits is sent. CLI-52. */

import {
  deliverDue,
  othersSince,
  type ProcessSummary,
  type Session,
  setApartDue,
  tellDue,
  waitingIn,
  withdrawDue,
} from '@goodoffices/client'
import type { Item, RoomId, RoomState } from '@goodoffices/core'
import type { Command } from 'commander'
import { deliveredRows } from '../areas/desk/conveyances.ts'
import { defineWork, type Work } from '../member/work.ts'
import { roomHandle } from '../names/handles.ts'
import { processRow, roomRow } from '../names/rows.ts'
import { itemToJson, itemToText } from '../page/record.ts'
import { type Answer, option } from '../shell/define.ts'
import { misuse } from '../shell/exit.ts'
import { deliveredShape, itemRow, roomFields } from '../shell/rows.ts'
import { oneOf, text, words, yesNo } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'
import { untilStopped } from '../shell/until-stopped.ts'
import { Bell } from './bell.ts'

type WatchFlags = { readonly exec?: string; readonly every?: string }

const everySecondsDefault = 60
const everySecondsMax = 86_400
/** How often it is looked what is due by the relay's clock. */
const dueEveryMs = 5_000
/** So many characters of an entry make its line; `read` has all of it. */
const lineCharsMax = 200

export function registerWatch(program: Command, terminal: Terminal): void {
  defineWork<WatchFlags>(
    program,
    terminal,
    {
      name: 'watch',
      summary: 'stay connected: a line for each new entry; what waits is sent, and what is due delivered',
      options: [
        option(
          '--exec <command>',
          'run this, given as one argument, when something is new; it is told nothing of it',
        ),
        option('--every <seconds>', `no sooner after it was last begun (${everySecondsDefault})`),
      ],
      answers: [
        { ...roomFields, process: text, item: itemRow },
        { delivered: deliveredShape },
        { questionsTold: words },
        { questionsWithdrawn: words },
        { connection: oneOf('offline', 'connecting', 'live', 'polling') },
        { stopped: yesNo },
      ],
      examples: ['goodoffices watch', 'goodoffices watch --exec "notify-send \'Good Offices\'" --every 300'],
      more: 'While it runs, no other command opens this identity: let it have a device of its own (identity link).',
      acts: false,
      isLive: true,
    },
    watch,
  )
}

async function watch({ session, terminal, flags, processOf }: Work<WatchFlags>): Promise<Answer> {
  const isOfOne = (flags.process ?? terminal.env['GOODOFFICES_PROCESS']) !== undefined
  const only = isOfOne ? processOf() : undefined
  const bell = bellOf(terminal, flags)
  const tell = (text: string, json: Readonly<Record<string, unknown>>, out = terminal.out): void => {
    const { waiting, troubles, connection } = session.status()
    const relay = { reached: connection === 'live' || connection === 'polling', waiting }
    if (flags.json !== true) out(`${text}\n`)
    else terminal.out(`${JSON.stringify({ ok: true, ...json, relay, troubles })}\n`)
  }
  const news = new News(session)
  let connection = session.status().connection
  const look = (): void => {
    const now = session.status().connection
    if (now !== connection && now !== 'connecting') {
      connection = now
      const isReached = now === 'live' || now === 'polling'
      const said = isReached ? 'The relay answers.' : 'The relay is not reached; it is asked again by itself.'
      tell(said, { connection: now }, terminal.err)
    }
    for (const { process, room, item } of news.take()) {
      if (only !== undefined && process.process !== only.process) continue
      tell(lineOf(session, { process, room, item }), {
        process: process.process,
        ...roomRow(room, session.rooms(process.process)),
        item: itemToJson(room, item),
      })
      bell?.ring()
    }
  }
  const settled = async (): Promise<boolean> => {
    await session.settle()
    return session.status().waiting === 0
  }
  const deliver = async (): Promise<void> => {
    const delivered = await deliverDue(session)
    if (delivered.length > 0) {
      const isSent = await settled()
      tell(
        `${isSent ? 'Delivered, as it was due' : 'Due, and delivered as soon as it is sent'}: ${delivered.length}`,
        { delivered: deliveredRows(session, delivered) },
      )
    }
    const withdrawn = await withdrawDue(session)
    if (withdrawn.length > 0)
      tell(`Questions withdrawn for all, since a party is out of the mediation: ${withdrawn.length}`, {
        questionsWithdrawn: withdrawn,
      })
    const apart = await setApartDue(session)
    if (apart.length > 0)
      tell(`Issues of which each party speaks apart again: ${apart.length}`, { issuesApart: apart })
    const told = await tellDue(session)
    if (told.length === 0) return
    const isSent = await settled()
    tell(
      isSent
        ? `Questions closed, and all told what came of them: ${told.length}`
        : `Questions closed, and all told what came of them as soon as it is sent: ${told.length}`,
      { questionsTold: told },
    )
  }
  const stopped = untilStopped()
  tell('Watching. Press Ctrl+C to stop.', { connection }, terminal.err)
  const unsubscribe = session.subscribe(look)
  let delivering: Promise<void> = deliver()
  const clock = setInterval(() => {
    delivering = delivering.then(deliver)
  }, dueEveryMs)
  await stopped
  clearInterval(clock)
  unsubscribe()
  bell?.stop()
  await delivering
  return { text: '', json: { stopped: true }, isOneLine: true }
}

function bellOf(
  terminal: Terminal,
  { exec, every, json }: WatchFlags & { readonly json?: true },
): Bell | undefined {
  const seconds = Number(every ?? everySecondsDefault)
  if (!(seconds >= 1 && seconds <= everySecondsMax))
    throw misuse('every-out-of-range', { max: everySecondsMax })
  if (exec === undefined) return undefined
  return new Bell({
    command: exec,
    everyMs: seconds * 1000,
    env: terminal.env,
    onEnd: code => {
      if (code !== 0 && json !== true) terminal.err(`What --exec names ended with ${code}.\n`)
    },
  })
}

type Told = { readonly process: ProcessSummary; readonly room: RoomState; readonly item: Item }

/** What others have said since it was last asked; rooms that one comes into meanwhile from their beginning. */
class News {
  readonly #session: Session
  readonly #seen = new Map<RoomId, number>()

  constructor(session: Session) {
    this.#session = session
    for (const { room } of this.#rooms()) this.#seen.set(room.id, this.#sizeOf(room))
  }

  take(): readonly Told[] {
    return this.#rooms().flatMap(({ process, room }) => {
      const before = this.#seen.get(room.id) ?? 0
      const size = this.#sizeOf(room)
      this.#seen.set(room.id, size)
      return othersSince(this.#session, room, before)
        .filter(({ position }) => position < size)
        .map(item => ({ process, room, item }))
    })
  }

  #rooms(): readonly Omit<Told, 'item'>[] {
    return this.#session
      .processes()
      .flatMap(process => this.#session.rooms(process.process).map(room => ({ process, room })))
  }

  /** What waits to be sent has no place yet. */
  #sizeOf(room: RoomState): number {
    return room.size - waitingIn(this.#session, room.id).length
  }
}

function lineOf(session: Session, { process, room, item }: Told): string {
  const isOnly = session.processes().length < 2
  const said = itemToText(room, item).replaceAll(/\s+/g, ' ').trim()
  const signs = Array.from(said)
  const cut = signs.length > lineCharsMax ? `${signs.slice(0, lineCharsMax).join('')}…` : said
  return `${isOnly ? '' : `${processRow(session, process).handle}  `}${roomHandle(room)}  ${cut}`
}
