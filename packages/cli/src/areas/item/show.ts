/** `item show` and `item list`: things as they are read on paper, and all of them in a few words. */

import {
  blocksToLines,
  documentToDocx,
  documentToHtml,
  sheetBlocks,
  thingSheet,
  thingsToSheet,
  titleOf,
} from '@goodoffices/client'
import { type Language, languages } from '@goodoffices/client/locale'
import { type ItemId, type RegisterItem, type RoomState, registers, standingOf } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { findItem, findRoom } from '../../names/find.ts'
import { fullHandle, isSameName, slugOf } from '../../names/handles.ts'
import { columns, printable } from '../../page/text.ts'
import { choiceName, withoutMarks } from '../../page/words.ts'
import { option } from '../../shell/define.ts'
import { missing } from '../../shell/exit.ts'
import { thingFields } from '../../shell/rows.ts'
import { openRows, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { writeWhole } from '../../shell/written-file.ts'
import { itemHandles } from './handles.ts'
import { askedLines, headOf, plainly, thingToJson } from './text.ts'
import { writingAs, writingIn } from './writing.ts'

const thingRows = openRows(thingFields)

export function registerShow(parent: Command, terminal: Terminal): void {
  defineWork<{ readonly language?: Language; readonly print?: string }>(
    parent,
    terminal,
    {
      name: 'show',
      arguments: { '<thing>': 'such as table/i1' },
      summary: 'a thing whole: every wording of it, what was said of it, and what names it',
      options: [
        option('--language <language>', 'in which language it is shown (en)', languages),
        option('--print <file>', 'as a sheet to print: .html, .docx'),
      ],
      answers: { ...thingFields, namedBy: thingRows, asked: words },
      examples: ['goodoffices item show table/i1', 'goodoffices item show table/i1 --print figure.html'],
      acts: false,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const { room, id } = findItem(session.rooms(processOf().process), itemHandles.item, typed)
      const thing = room.items[id as ItemId]
      if (thing === undefined) throw missing('item-unknown')
      const { language = 'en', print } = flags
      const w = await writingAs(room, language)
      const naming = thingsNaming(room, thing.item)
      if (print !== undefined) {
        const sheet = await thingsToSheet(room, [thing, ...naming], { language })
        const bytes = print.endsWith('.docx') ? await documentToDocx(sheet) : documentToHtml(sheet)
        writeWhole(print, bytes, { isOver: true })
      }
      const asked = askedLines(w, thing, session.me.member)
      const text = [
        `${fullHandle(room, itemHandles.item, thing.item)}  ${headOf(w, thing)}`,
        '',
        ...blocksToLines(sheetBlocks(w, thingSheet(w, thing))).map(line => `  ${printable(line)}`),
        ...(naming.length === 0
          ? []
          : [
              '',
              ...naming.map(
                each =>
                  `  ${fullHandle(room, itemHandles.item, each.item)}  ${lineOf(room, each)}  ${headOf(w, each)}`,
              ),
            ]),
        ...asked.map(line => `\n${line}`),
        ...(print === undefined ? [] : ['', `Written: ${print}`]),
      ].join('\n')
      return {
        text: withoutMarks(text),
        json: {
          ...thingToJson(room, thing, w),
          namedBy: naming.map(each => thingToJson(room, each, w)),
          asked: plainly(asked),
        },
      }
    },
  )

  defineWork<{ readonly in?: string }>(
    parent,
    terminal,
    {
      name: 'list',
      arguments: { '[kind]': `of one kind: ${registers.map(({ name }) => name).join(', ')}` },
      summary: 'things of all your rooms, or of one, and what each stands as',
      options: [option('--in <room>', 'only in this room')],
      answers: { items: thingRows },
      examples: ['goodoffices item list', 'goodoffices item list matter --in table'],
      acts: false,
    },
    async ({ session, processOf, args: [typed], flags }) => {
      const found = processOf()
      const kind = typed === undefined ? undefined : kindOf(typed)
      const rooms =
        flags.in === undefined ? session.rooms(found.process) : [findRoom(session, found, flags.in)]
      const things = rooms.flatMap((room): readonly (readonly [RoomState, RegisterItem])[] =>
        Object.values(room.items)
          .filter(({ register }) => kind === undefined || register === kind)
          .map(thing => [room, thing]),
      )
      return {
        text:
          things.length === 0
            ? 'Nothing is entered here yet.'
            : columns(
                things.map(([room, thing]) => [
                  fullHandle(room, itemHandles.item, thing.item),
                  lineOf(room, thing),
                  headOf(writingIn(room), thing),
                ]),
              ),
        json: { items: things.map(([room, thing]) => thingToJson(room, thing)) },
      }
    },
  )
}

const lineOf = (room: RoomState, thing: RegisterItem): string =>
  printable(titleOf(thing) ?? fullHandle(room, itemHandles.item, thing.item))

/** A register by its name, or by what its things are called. */
function kindOf(typed: string): string {
  const found = registers.find(
    ({ name }) => name === typed || isSameName(choiceName(`register.${name}`), typed),
  )
  if (found === undefined)
    throw missing(
      'kind-unknown',
      { kind: typed },
      registers.map(({ name }) => ({ handle: slugOf(choiceName(`register.${name}`)), id: name })),
    )
  return found.name
}

/** The things of a room whose fields name one. */
const thingsNaming = (room: RoomState, item: ItemId): readonly RegisterItem[] =>
  Object.values(room.items).filter(
    other => other.item !== item && JSON.stringify(standingOf(other).fields).includes(`"${item}"`),
  )
