/** A record as a document: headings, lines and texts in order, before it is HTML, DOCX or plain text. */

import type { Delivery, RegisterItem, RoomState } from '@goodoffices/core'
import { nameOfThing } from '../areas/item/names.ts'
import { sheetBlocks, thingSheet } from '../areas/item/sheet.ts'
import { directionOf, type Language, withColon } from '../words/locale.ts'
import { loadVocabulary, type Vocabulary } from '../words/vocabulary.ts'
import type { Block } from './blocks.ts'
import { loadCopies } from './copies.ts'
import { type WritingOptions, writingOf } from './writing.ts'

export type Document = {
  readonly title: string
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  /** When the last of it was said, in ms since 1970 UTC: two copies of the same are the same. */
  readonly time: number
  readonly blocks: readonly Block[]
}

export type DocumentOptions = WritingOptions & { readonly language: Language }

const documentOf = (
  { language }: DocumentOptions,
  title: string,
  time: number,
  blocks: readonly Block[],
): Document => ({
  title,
  language,
  direction: directionOf(language),
  time,
  blocks: [{ kind: 'title', text: title }, ...blocks],
})

/** A room, and the head that its relay signed, where there is one. */
export type Recorded = { readonly room: RoomState; readonly checkpoint?: string | undefined }

/**
 * The record of rooms, one after the other, each with its people and its signed head. It holds all that was said in them: every
 * field of every act but keys, and of what was replaced the earlier words too.
 */
export async function roomsToDocument(
  rooms: readonly Recorded[],
  options: DocumentOptions,
): Promise<Document> {
  const [vocabulary, copies] = await Promise.all([loadVocabulary(options.language), loadCopies()])
  const { terms } = vocabulary
  const [first] = rooms
  const title =
    first === undefined
      ? terms.record
      : `${withColon(options.language, terms.record)} ${first.room.process.title}`
  const times = rooms.flatMap(({ room }) => room.timeline.map(({ time }) => time))
  return documentOf(
    options,
    title,
    times.reduce((a, b) => Math.max(a, b), 0),
    [
      timesLine(vocabulary, options),
      ...rooms.flatMap(({ room, checkpoint }): readonly Block[] => {
        const writing = writingOf(room, vocabulary, options)
        return [
          { kind: 'rule' },
          { kind: 'title', text: writing.roomName },
          ...writing.people(),
          ...headBlocks(checkpoint, vocabulary),
          ...copies.entries(writing),
        ]
      }),
    ],
  )
}

const timesLine = ({ language, terms }: Vocabulary, { timeZone = 'UTC' }: DocumentOptions): Block => ({
  kind: 'line',
  text: `${withColon(language, terms.times)} ${timeZone}`,
})

function headBlocks(checkpoint: string | undefined, { language, terms }: Vocabulary): readonly Block[] {
  const [, size, root] = checkpoint?.split('\n') ?? []
  return size === undefined || root === undefined
    ? []
    : [
        {
          kind: 'line',
          text: `${withColon(language, terms.size)} ${size} · ${withColon(language, terms.head)}`,
        },
        { kind: 'code', text: root },
      ]
}

/** One delivery as a numbered sheet to be handed over: the recipient's view and nothing else. */
export async function deliveryToSheet(
  room: RoomState,
  delivery: Delivery,
  options: DocumentOptions & { readonly copy?: number; readonly copies?: number },
): Promise<Document> {
  const [vocabulary, copies] = await Promise.all([loadVocabulary(options.language), loadCopies()])
  const writing = writingOf(room, vocabulary, options)
  const { copy } = options
  const number = copy === undefined ? '' : ` · ${copy}/${options.copies ?? copy}`
  const title = `${vocabulary.terms.sheet} ${writing.figure(delivery.position)}${number}`
  return {
    ...documentOf(options, room.process.title, delivery.time, [
      { kind: 'line', text: title },
      timesLine(vocabulary, options),
      { kind: 'rule' },
      ...copies.delivery(writing, delivery),
    ]),
    title,
  }
}

/** Things of a room as a sheet to be handed over or printed: every wording of each, what was said of it, and what it stands as. */
export async function thingsToSheet(
  room: RoomState,
  things: readonly RegisterItem[],
  options: DocumentOptions,
): Promise<Document> {
  const vocabulary = await loadVocabulary(options.language)
  const writing = writingOf(room, vocabulary, options)
  const [first] = things
  const title = first === undefined ? writing.roomName : nameOfThing(writing, first.item)
  const times = things.flatMap(({ revisions, marks }) => [...revisions, ...marks].map(({ time }) => time))
  return documentOf(
    options,
    title,
    times.reduce((a, b) => Math.max(a, b), 0),
    [
      { kind: 'line', text: `${room.process.title} · ${writing.roomName}` },
      timesLine(vocabulary, options),
      ...things.flatMap((thing): readonly Block[] => [
        { kind: 'rule' },
        ...sheetBlocks(writing, thingSheet(writing, thing)),
      ]),
    ],
  )
}
