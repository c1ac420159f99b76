/** How long a room's record is kept, what holds it back, and how it is destroyed. */

import { join } from 'node:path'
import {
  becameOf,
  certificatesOf,
  destroyRecord,
  destructibleRooms,
  newId,
  purgeNotes,
  verifyCertificate,
} from '@goodoffices/client'
import {
  type Certificate,
  destructionDue,
  type Hold,
  type HoldId,
  type RoomState,
  standingHolds,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { findItem, findRoom, heldRooms } from '../../names/find.ts'
import { fullHandle, handleOf, roomHandle, slugOf } from '../../names/handles.ts'
import { processRow } from '../../names/rows.ts'
import { noted, type RecordFlags, readRecorded, recordOptions } from '../../names/words.ts'
import { columns, indent, printable, timeToText } from '../../page/text.ts'
import { demandCertainty, gather, option, type YesFlags, yesOption } from '../../shell/define.ts'
import { demand, misuse } from '../../shell/exit.ts'
import { wordFor } from '../../shell/report.ts'
import { previewed, processFields, roomFields } from '../../shell/rows.ts'
import { type Fields, open, openRows, rows, text, time, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { writeWhole } from '../../shell/written-file.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { retentionHandles } from './handles.ts'

/** How the record of a room is kept. */
const keepingFields: Fields = {
  ...roomFields,
  'rule?': open(),
  'due?': time,
  holds: openRows({ hold: text, handle: text }),
  'destructible?': yesNo,
}

const untilDecided = 'until-decided'

export function registerRecord(program: Command, terminal: Terminal): void {
  const record = gather(
    program,
    'record',
    'how long records are kept, what holds them, and their destruction',
  )

  defineWork(
    record,
    terminal,
    {
      name: 'list',
      summary: 'by what rule each room’s record is kept, when it may be destroyed, and what holds it',
      answers: { records: rows(keepingFields) },
      examples: ['goodoffices record list'],
      acts: false,
    },
    async ({ session, processOf }) => {
      const { process } = processOf()
      const rooms = heldRooms(session, process)
      const due = new Set(destructibleRooms(session, process))
      return {
        text: rooms.map(room => keepingToText(room, due.has(room.id))).join('\n'),
        json: { records: rooms.map(room => ({ ...keepingToJson(room), destructible: due.has(room.id) })) },
      }
    },
  )

  defineWork<ReachFlags & { readonly basis?: string }>(
    record,
    terminal,
    {
      name: 'keep',
      arguments: { '<room>': 'such as caucus:iran', '<days>': `after its last entry; or ${untilDecided}` },
      summary: 'state how long a room’s record is kept, and by what rule',
      options: [option('--basis <words>', 'the rule: an article, an agreement, a law'), ...reachOptions],
      answers: [keepingFields, previewed],
      examples: [
        'goodoffices record keep caucus:iran 30 --basis "Article 9 of the agreement to mediate"',
        `goodoffices record keep table ${untilDecided} --basis "The parties’ agreement of 3 May"`,
      ],
      acts: true,
    },
    async ({ session, processOf, args: [typed = '', typedDays = ''], flags }) => {
      const { basis } = flags
      const room = findRoom(session, processOf(), typed)
      const days = readDays(typedDays)
      if (basis === undefined) throw misuse('basis-needed')
      return sayChecked(session, room, {
        act: { kind: 'retention.set', days, basis },
        flags,
        said: () => {
          const now = session.room(room.id) ?? room
          return { text: keepingToText(now, false), json: keepingToJson(now) }
        },
      })
    },
  )

  defineWork<RecordFlags & ReachFlags & { readonly reason?: string }>(
    record,
    terminal,
    {
      name: 'hold',
      arguments: { '<room>': 'such as caucus:iran' },
      summary: 'hold a record back from destruction; everybody in the room can read why',
      options: [option('--reason <words>', 'why'), ...recordOptions, ...reachOptions],
      answers: [{ hold: text, handle: text, room: text }, previewed],
      examples: ['goodoffices record hold table --reason "A court has asked for these papers."'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const room = findRoom(session, processOf(), typed)
      const { reason } = flags
      if (reason === undefined) throw misuse('reason-needed')
      const hold = newId<HoldId>()
      const recorded = readRecorded(flags, terminal.now())
      return sayChecked(session, room, {
        act: { kind: 'hold.place', hold, reason, ...recorded },
        flags,
        said: () => {
          const handle = fullHandle(session.room(room.id) ?? room, retentionHandles.hold, hold)
          return { text: `Held: ${handle}`, json: { hold, handle, room: room.id } }
        },
      })
    },
  )

  defineWork<RecordFlags & ReachFlags & { readonly note?: string }>(
    record,
    terminal,
    {
      name: 'lift',
      arguments: { '<hold>': 'such as table/h1' },
      summary: 'lift a hold of your party',
      options: [option('--note <words>', 'said with it'), ...recordOptions, ...reachOptions],
      answers: [{ hold: text, handle: text, room: text }, previewed],
      examples: ['goodoffices record lift table/h1'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const { room, id } = findItem(session.rooms(processOf().process), retentionHandles.hold, typed)
      const recorded = readRecorded(flags, terminal.now())
      const lifting = { kind: 'hold.lift', hold: id as HoldId, ...noted(flags.note), ...recorded } as const
      return sayChecked(session, room, {
        act: lifting,
        flags,
        said: () => ({
          text: `Lifted: ${fullHandle(room, retentionHandles.hold, id)}`,
          json: { hold: id, handle: fullHandle(room, retentionHandles.hold, id), room: room.id },
        }),
      })
    },
  )

  defineWork<YesFlags>(
    record,
    terminal,
    {
      name: 'destroy',
      arguments: { '<room>': 'whose time is over' },
      summary: 'destroy a room’s record, at the relay and on every device; a certificate remains',
      options: [yesOption],
      answers: { ...roomFields, waits: yesNo },
      examples: ['goodoffices record destroy caucus:iran --yes'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags, exchange }) => {
      const room = findRoom(session, processOf(), typed, { isWhole: true })
      demandCertainty(flags, roomHandle(room))
      const handle = roomHandle(room)
      const decided = demand(await destroyRecord(session, room.id))
      await exchange()
      const { waiting, remaining } = becameOf(session, decided)
      const waits = waiting.length > 0
      const row = { room: room.id, handle }
      const [left] = remaining
      if (left !== undefined)
        return {
          text: `NOT destroyed: ${handle}. ${await wordFor(left.why)}`,
          json: { ...row, waits },
          failed: left.why,
        }
      return {
        text: waits
          ? `NOT destroyed yet: ${handle}. It is decided, and kept on this device until it is sent.`
          : `Destroyed: ${handle}. The certificate: goodoffices record certificates`,
        json: { ...row, waits },
      }
    },
  )

  defineWork<YesFlags & { readonly basis?: string }>(
    record,
    terminal,
    {
      name: 'purge-notes',
      summary: 'destroy your own notes on the talks; a certificate remains',
      options: [option('--basis <words>', 'by what rule'), yesOption],
      answers: processFields,
      examples: ['goodoffices record purge-notes --basis "Code of conduct, article 5" --yes'],
      acts: true,
    },
    async ({ session, processOf, flags }) => {
      const { basis } = flags
      if (basis === undefined) throw misuse('basis-needed')
      const found = processOf({ isWhole: true })
      const { process, title } = found
      demandCertainty(flags, printable(title))
      demand(await purgeNotes(session, process, basis))
      return { text: 'Your notes on these talks are destroyed.', json: processRow(session, found) }
    },
  )

  defineWork<{ readonly to?: string }>(
    record,
    terminal,
    {
      name: 'certificates',
      summary: 'what is left of the rooms whose records were destroyed',
      options: [option('--to <folder>', 'write each as a file that anyone can check with `verify`')],
      answers: {
        certificates: openRows({ handle: text, holds: yesNo, destroyed: time }),
        files: rows({ handle: text, file: text }),
      },
      examples: ['goodoffices record certificates', 'goodoffices record certificates --to .'],
      acts: false,
    },
    async ({ session, flags: { to } }) => {
      const all = await Promise.all(
        certificatesOf(session).map(async each => {
          const { ok: holds } = await verifyCertificate(each)
          return { ...each, handle: certificateHandle(each), holds }
        }),
      )
      const files =
        to === undefined ? [] : all.map(each => ({ ...each, file: join(to, `${each.handle}.tlog-proof`) }))
      for (const { file, evidence } of files) writeWhole(file, evidence, { isOver: false, mode: 0o644 })
      return {
        text:
          all.length === 0
            ? 'Nothing of yours was destroyed.'
            : [...all.map(certificateToText), ...files.map(({ file }) => `Written: ${file}`)].join('\n'),
        json: { certificates: all, files: files.map(({ handle, file }) => ({ handle, file })) },
      }
    },
  )
}

function readDays(typed: string): number | null {
  if (typed === untilDecided) return null
  if (!/^\d{1,5}$/.test(typed)) throw misuse('days-unreadable', { text: typed })
  return Number(typed)
}

const nameOf = (room: RoomState, { by }: Pick<Hold, 'by'>): string => room.members[by]?.name ?? ''

function keepingToText(room: RoomState, isDue: boolean): string {
  const { retention } = room
  const due = destructionDue(room)
  const rule =
    retention === undefined
      ? 'no rule'
      : retention.days === null
        ? 'kept until something else is decided'
        : `kept ${retention.days} days after the last entry`
  const when = due === undefined ? '' : isDue ? 'may be destroyed now' : `until ${timeToText(due)}`
  const holds = standingHolds(room).map(each =>
    indent(
      `${handleOf(room, retentionHandles.hold, each.hold)}  held by ${nameOf(room, each)}: ${each.reason}`,
    ),
  )
  return [
    columns([[roomHandle(room), rule, when]]),
    ...(retention === undefined ? [] : [indent(retention.basis)]),
    ...holds,
  ].join('\n')
}

function keepingToJson(room: RoomState): Readonly<Record<string, unknown>> {
  const due = destructionDue(room)
  return {
    room: room.id,
    handle: roomHandle(room),
    ...(room.retention === undefined ? {} : { rule: room.retention }),
    ...(due === undefined ? {} : { due }),
    holds: Object.values(room.holds).map(each => ({
      ...each,
      handle: fullHandle(room, retentionHandles.hold, each.hold),
    })),
  }
}

/** Such as `caucus-iran-20270301`: a room is destroyed once. */
function certificateHandle({ roomKind, party, title, destroyed, room }: Certificate): string {
  const day = new Date(destroyed).toISOString().slice(0, 10)
  const name = [roomKind, party ?? title].filter(each => each !== undefined)
  return `${slugOf(name.join(' '))}-${day}-${room.slice(0, 4)}`
}

const certificateToText = (
  each: Certificate & { readonly handle: string; readonly holds: boolean },
): string =>
  [
    `${each.handle}  ${each.process.title}`,
    indent(`destroyed ${timeToText(each.destroyed)} by ${each.by}, ${each.envelopes} envelopes`),
    indent(each.basis),
    indent(`relay key: ${each.verifier}`),
    indent(`author key: ${each.author.sign}`),
    ...(each.holds ? [] : [indent('the evidence does not hold')]),
  ].join('\n')
