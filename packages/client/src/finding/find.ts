/**
 * Searching what this device holds: folded as the leak check folds (FIND-1), over rooms as they stand in memory. Nothing is kept at rest,
 * and nobody is asked.
 */

import {
  type AreaItem,
  type Form,
  folderOf,
  foldForSearch,
  type Item,
  itemsOf,
  type MemberId,
  type PartyId,
  type RoomState,
  wordsOf,
  wordsOfAct,
} from '@goodoffices/core'
import { areas } from '../areas.ts'

export type Query = {
  readonly words: string
  /** Whose words: of a party, or of the mediators. */
  readonly side?: PartyId | 'mediators'
  readonly form?: Form
}

export type Hit = {
  readonly room: RoomState
  readonly item: Item
  /** The text in which the first word stands, and where: code units, `from` included, `to` excluded. */
  readonly text: string
  readonly from: number
  readonly to: number
}

export type Found = {
  /** Newest first; at most `hitsMax` of them. */
  readonly hits: readonly Hit[]
  /** How many there are in all. */
  readonly count: number
}

/** As many as anybody reads. */
export const hitsMax = 200
const wordsMax = 20

type TextsOf = Readonly<Record<string, ((item: AreaItem) => readonly string[]) | undefined>>

/** Reads what is searched and answers; loaded when it is first asked for. */
export async function openFinder(): Promise<(rooms: readonly RoomState[], query: Query) => Found> {
  const copies = await Promise.all(Object.values(areas).map(area => area.copy()))
  const texts = Object.assign({}, ...copies.map(copy => copy.texts)) as TextsOf
  const textsOf = (item: Item): readonly string[] =>
    item.kind === 'event' ? wordsOfAct(item.said) : (texts[item.kind]?.(item) ?? [])
  return (rooms, query) => findIn(rooms, query, room => searchedIn(room, textsOf))
}

/** An item of a room with what was written in it, as it stands and folded. */
type Searched = { readonly item: Item; readonly texts: readonly string[]; readonly folded: readonly string[] }

/** As the room was when it was last searched. */
const searched = new WeakMap<object, { readonly as: string; readonly all: readonly Searched[] }>()

function searchedIn(room: RoomState, textsOf: (item: Item) => readonly string[]): readonly Searched[] {
  const last = room.timeline.at(-1)
  const as = `${room.size} ${room.timeline.length} ${last?.position} ${last?.time}`
  const known = searched.get(room)
  if (known?.as === as) return known.all
  const fold = folderOf(room)
  const all = itemsOf(room).map((item): Searched => {
    const texts = textsOf(item)
    return { item, texts, folded: texts.map(fold) }
  })
  searched.set(room, { as, all })
  return all
}

function findIn(
  rooms: readonly RoomState[],
  { words, side, form }: Query,
  allIn: (room: RoomState) => readonly Searched[],
): Found {
  // FIND-1: each word by itself, wherever it stands in what was written; in any order.
  const wanted = [
    ...new Set(
      words
        .split(/\s+/)
        .map(foldForSearch)
        .map(word => word.trim()),
    ),
  ]
    .filter(word => word !== '')
    .slice(0, wordsMax)
  if (wanted.length === 0) return { hits: [], count: 0 }
  const found: (Searched & { readonly room: RoomState })[] = []
  for (const room of rooms) {
    const whose = side === undefined ? undefined : sidesOf(room)
    for (const each of allIn(room)) {
      if (form !== undefined && formOf(each.item) !== form) continue
      if (whose !== undefined && whose(each.item) !== side) continue
      if (wanted.every(word => each.folded.some(text => text.includes(word)))) found.push({ ...each, room })
    }
  }
  found.sort((a, b) => timeIn(b.room, b.item) - timeIn(a.room, a.item))
  const hits = found.slice(0, hitsMax).map(({ room, item, texts, folded }) => {
    const [first = ''] = wanted
    const text = texts[folded.findIndex(each => each.includes(first))] ?? ''
    return { room, item, text, ...placeOf(text, first) }
  })
  return { hits, count: found.length }
}

/** Where a folded word stands in a text: the words that it begins in. The beginning where a word of a joined script runs over several. */
function placeOf(text: string, wanted: string): { readonly from: number; readonly to: number } {
  const [head = wanted] = wanted.split(' ')
  const word =
    wordsOf(text).find(({ folded }) => folded.includes(head)) ??
    wordsOf(text).find(({ folded, figure }) => figure === head || head.startsWith(folded))
  return word === undefined ? { from: 0, to: 0 } : { from: word.from, to: word.to }
}

const formOf = (item: Item): Form | undefined => {
  if (item.kind === 'message') return item.message.form
  return item.kind === 'delivery' ? item.delivery.form : undefined
}

/** Whose an item is: what mediators wrote down for a party is the party's. */
function sidesOf(room: RoomState): (item: Item) => PartyId | 'mediators' {
  const authors = new Map(room.timeline.map(({ position, by }) => [position, by]))
  const partyOf = (by: MemberId | undefined): PartyId | 'mediators' =>
    (by === undefined ? undefined : room.members[by]?.party) ?? 'mediators'
  return item => {
    const isParty = (item.kind === 'message' && item.message.side === 'party') || item.kind === 'offer'
    const by = partyOf(authors.get(item.position))
    return isParty && by === 'mediators' ? (room.party?.party ?? by) : by
  }
}

function timeIn(room: RoomState, item: Item): number {
  if (item.kind === 'message') return item.message.time
  if (item.kind === 'delivery') return item.delivery.time
  if (item.kind === 'offer') return item.offer.time
  if (item.kind === 'event') return item.time
  return room.timeline.find(({ position }) => position === item.position)?.time ?? 0
}
