/** The recipient's side: a delivery handed over on paper, printed, and read back. */

import { type Document, deliveryToSheet, documentToHtml, documentToText, newId } from '@goodoffices/client'
import { type Language, languages } from '@goodoffices/client/locale'
import { type Act, type Delivery, type DeliveryId, limits, type ReadBackId } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { caucusesIn, type Found, findItem } from '../../names/find.ts'
import { fullHandle, handleOf } from '../../names/handles.ts'
import {
  noted,
  type RecordFlags,
  readCircumstance,
  readRecorded,
  readWords,
  recordOptions,
} from '../../names/words.ts'
import { printable } from '../../page/text.ts'
import { gather, option } from '../../shell/define.ts'
import { demand, missing, misuse } from '../../shell/exit.ts'
import { previewed } from '../../shell/rows.ts'
import { andMore, count, oneOf, open, text, time } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { writeWhole } from '../../shell/written-file.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { messageHandles } from './handles.ts'
import { deliveryToJson } from './json.ts'

const findDelivery = ({
  session,
  processOf,
  args: [typed = ''],
}: Work<object>): Found & { readonly delivery: Delivery } => {
  const found = findItem(caucusesIn(session, processOf()), messageHandles.delivery, typed)
  const delivery = found.room.deliveries[found.id as DeliveryId]
  if (delivery === undefined) throw missing('delivery-unknown')
  return { ...found, delivery }
}

const findReadBack = ({ session, processOf, args: [typed = ''] }: Work<object>): Found =>
  findItem(caucusesIn(session, processOf()), messageHandles.readBack, typed)

function readCopies(copies: string | undefined): number | undefined {
  if (copies === undefined) return undefined
  const count = Number(copies)
  if (!Number.isSafeInteger(count) || count < 1 || count > limits.copiesMax)
    throw misuse('copies-out-of-range', { max: limits.copiesMax })
  return count
}

export function registerReceive(program: Command, terminal: Terminal): void {
  defineWork<{ readonly out?: string; readonly copies?: string; readonly language?: Language }>(
    program,
    terminal,
    {
      name: 'sheet',
      arguments: { '<delivery>': 'such as caucus:lower/d1' },
      summary: 'a delivery as a numbered sheet to print',
      options: [
        option('--out <file>', 'write it as HTML to this file; as text on standard output if left out'),
        option('--copies <number>', 'how many, each with its number (1)'),
        option('--language <language>', 'in which language the sheet speaks (en)', languages),
      ],
      answers: { delivery: text, handle: text, copies: count, 'out?': text, ...andMore },
      examples: ['goodoffices sheet caucus:lower/d1 --out sheet.html --copies 2'],
      acts: false,
    },
    async work => {
      const { room, delivery } = findDelivery(work)
      const copies = readCopies(work.flags.copies) ?? 1
      const { out, language = 'en' } = work.flags
      const sheets = await Promise.all(
        Array.from({ length: copies }, (_, i) =>
          deliveryToSheet(room, delivery, { language, ...(copies === 1 ? {} : { copy: i + 1, copies }) }),
        ),
      )
      const document = joinSheets(sheets)
      if (out !== undefined) writeWhole(out, documentToHtml(document), { isOver: true })
      return {
        text: out === undefined ? printable(documentToText(document)) : `Written: ${out}`,
        json: { ...deliveryToJson(room, delivery), copies, ...(out === undefined ? {} : { out }) },
      }
    },
  )

  defineWork<RecordFlags & ReachFlags & { readonly copies?: string }>(
    program,
    terminal,
    {
      name: 'hand',
      arguments: { '<delivery>': 'such as caucus:lower/d1' },
      summary: 'record that a party without an account was given a delivery',
      options: [...recordOptions, option('--copies <number>', 'how many were handed over'), ...reachOptions],
      answers: [{ delivery: text, handle: text, circumstance: open({ at: time, way: text }) }, previewed],
      examples: [
        'goodoffices hand caucus:lower/d1 --record on-paper --at "2026-03-01 14:30" --hearing "Four elders"',
      ],
      acts: true,
    },
    async work => {
      const { session, flags } = work
      const { room, id, delivery } = findDelivery(work)
      if (flags.record === undefined) throw misuse('record-way-needed')
      const copies = readCopies(flags.copies)
      const act: Act = {
        kind: 'delivery.hand',
        delivery: delivery.delivery,
        circumstance: readCircumstance(flags.record, flags, terminal.now()),
        ...(copies === undefined ? {} : { copies }),
      }
      return sayChecked(session, room, {
        act,
        flags,
        said: () => ({
          text: `Recorded: ${fullHandle(room, messageHandles.delivery, id)} was handed over.`,
          json: {
            delivery: id,
            handle: fullHandle(room, messageHandles.delivery, id),
            circumstance: act.circumstance,
          },
        }),
      })
    },
  )

  registerReadBack(program, terminal)
}

/** One after the other, each on its own page. */
function joinSheets(sheets: readonly Document[]): Document {
  const [first, ...others] = sheets
  if (first === undefined) throw new RangeError('no sheet')
  const blocks = others.flatMap(sheet => [{ kind: 'rule' } as const, ...sheet.blocks])
  return { ...first, blocks: [...first.blocks, ...blocks] }
}

function registerReadBack(program: Command, terminal: Terminal): void {
  const readBack = gather(program, 'read-back', '"what we understood", and the mediator’s word on it')

  defineWork<RecordFlags & { readonly file?: string }>(
    readBack,
    terminal,
    {
      name: 'give',
      arguments: { '<delivery>': 'such as d1', '[words]': 'what was understood' },
      summary: 'say in your own words what you understood',
      options: [option('--file <file>', 'the words from a file'), ...recordOptions],
      answers: { readback: text, handle: text, delivery: text },
      examples: ['goodoffices read-back give d1 "The question of assets comes first."'],
      acts: true,
    },
    async work => {
      const { session, flags, args } = work
      const { room, delivery } = findDelivery(work)
      const readback = newId<ReadBackId>()
      const act: Act = {
        kind: 'readback.give',
        readback,
        delivery: delivery.delivery,
        body: await readWords(terminal, { typed: args[1], file: flags.file }),
        ...readRecorded(flags, terminal.now()),
      }
      demand(await session.act(room.id, act))
      const handle = fullHandle(session.room(room.id) ?? room, messageHandles.readBack, readback)
      return { text: `Read back: ${handle}`, json: { readback, handle, delivery: delivery.delivery } }
    },
  )

  defineWork<ReachFlags & { readonly note?: string }>(
    readBack,
    terminal,
    {
      name: 'confirm',
      arguments: { '<read-back>': 'such as caucus:united-states/r1' },
      summary: 'yes, that is what was meant',
      options: [option('--note <words>', 'said with it'), ...reachOptions],
      answers: [{ readback: text, handle: text, standing: oneOf('confirmed') }, previewed],
      examples: ['goodoffices read-back confirm r1'],
      acts: true,
    },
    async work => {
      const { room, id } = findReadBack(work)
      const act: Act = { kind: 'readback.confirm', readback: id as ReadBackId, ...noted(work.flags.note) }
      return sayChecked(work.session, room, {
        act,
        flags: work.flags,
        said: () => ({
          text: `Confirmed: ${handleOf(room, messageHandles.readBack, id)}`,
          json: {
            readback: id,
            handle: fullHandle(room, messageHandles.readBack, id),
            standing: 'confirmed',
          },
        }),
      })
    },
  )

  defineWork<ReachFlags & { readonly file?: string }>(
    readBack,
    terminal,
    {
      name: 'correct',
      arguments: { '<read-back>': 'such as caucus:united-states/r1', '[words]': 'what was meant' },
      summary: 'no: this is what was meant',
      options: [option('--file <file>', 'the words from a file'), ...reachOptions],
      answers: [{ readback: text, handle: text, standing: oneOf('corrected') }, previewed],
      examples: ['goodoffices read-back correct r1 "First, not only."'],
      acts: true,
    },
    async work => {
      const { room, id } = findReadBack(work)
      const body = await readWords(terminal, { typed: work.args[1], file: work.flags.file })
      return sayChecked(work.session, room, {
        act: { kind: 'readback.correct', readback: id as ReadBackId, body },
        flags: work.flags,
        said: () => ({
          text: `Corrected: ${handleOf(room, messageHandles.readBack, id)}`,
          json: {
            readback: id,
            handle: fullHandle(room, messageHandles.readBack, id),
            standing: 'corrected',
          },
        }),
      })
    },
  )
}
