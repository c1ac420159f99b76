/**
 * Names that a person can type. Items of a room are counted by kind in the order of its log: `m1` the first message, `d2` the
 * second delivery, `m1.p25` the part of it that begins after 25 code units. A room is `table`, `desk`, `caucus:iran`. CLI-7, CLI-8.
 */

import {
  type AnyPassage,
  fold,
  leaveUnseen,
  type Message,
  type RoomState,
  type Stretch,
  successorOf,
} from '@goodoffices/core'
import type { Handle, Placed } from '../areas/handle.ts'
import { itemHandles } from '../areas/item/handles.ts'
import { messageHandles } from '../areas/message/handles.ts'

/**
 * Lower case, words joined by hyphens, letters of every script kept, composed as they are read: "Côte d’Ivoire" is `cote-d-ivoire`,
 * "Йемен" `йемен`. CLI-39: a name without letters is the numbers of its signs: "—" is `u2014`.
 */
export function slugOf(name: string): string {
  const slug = leaveUnseen(name)
    .seen.normalize('NFKD')
    .toLowerCase()
    // An accent is left out where names are written with and without; a letter such as й is another than и.
    .replaceAll(/([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036F]+/gu, '$1')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
  return slug === '' ? signsOf(name) : slug
}

/**
 * CLI-44: what two names are compared by, wherever one is typed or another is refused for it: as the leak check folds words, and what
 * parts a Persian word from its ending parts nothing. Each side of a colon by itself.
 */
export const nameKey = (name: string): string =>
  name
    .split(':')
    .map(part => fold(slugOf(part)).replaceAll(/(?<=\p{Script=Arabic})-(?=\p{Script=Arabic})/gu, ''))
    .join(':')

export const isSameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other)

const signsOf = (name: string): string =>
  Array.from(name.trim(), sign => `u${(sign.codePointAt(0) ?? 0).toString(16)}`).join('-')

export function roomHandle(room: RoomState): string {
  switch (room.kind) {
    case 'table':
    case 'desk':
    case 'delegation':
    case 'private':
      return room.kind
    case 'caucus':
      // One that goes on in another room, as that is called which has taken its place.
      return `${successorOf(room) === undefined ? 'caucus' : 'earlier'}:${slugOf(room.party?.name ?? '')}`
    case 'group':
      return `group:${slugOf(room.title ?? '')}`
  }
}

const inOrder = (all: Readonly<Record<string, Placed>>): readonly (readonly [string, Placed])[] =>
  Object.entries(all).sort(([, a], [, b]) => a.position - b.position)

const itemsIn = (room: RoomState, { all }: Handle): readonly string[] => inOrder(all(room)).map(([id]) => id)

/** Ids of the room's items of a kind, by their handles, in order. */
export const handlesIn = (room: RoomState, kind: Handle): ReadonlyMap<string, string> =>
  new Map(itemsIn(room, kind).map((id, i) => [`${kind.letter}${i + 1}`, id]))

export function handleOf(room: RoomState, kind: Handle, id: string): string {
  const at = itemsIn(room, kind).indexOf(id)
  return at < 0 ? id : `${kind.letter}${at + 1}`
}

/** With the room before it: as another command takes it wherever it is given. */
export const fullHandle = (room: RoomState, kind: Handle, id: string): string =>
  `${roomHandle(room)}/${handleOf(room, kind, id)}`

/** Marked parts in the order in which they stand in the words. They never overlap. */
export const partsOf = (message: Message) => Object.values(message.parts).sort((a, b) => a.from - b.from)

/**
 * CLI-40: by where it begins, `p25`: another part moves it as little as one more mark does. In words that the party has corrected
 * `q25`, which names nothing in those that stood before.
 */
export function partHandle(message: Message, part: string): string {
  const known = partsOf(message).find(each => each.part === part)
  return known === undefined ? part : `${message.review?.body === undefined ? 'p' : 'q'}${known.from}`
}

/** `rest`, or from where to where. */
const stretchHandle = (stretch: Stretch): string =>
  stretch === 'rest' ? stretch : `${stretch.from}-${stretch.to}`

/** `m1`, `m1.p25`, `m1.rest`, `m1.12-40`; of an item its fields, `i2.figure+method`, and the marks on it by their numbers, `i2.1`. */
export function passageHandle(
  room: RoomState,
  passage:
    | AnyPassage
    | {
        readonly message: string
        readonly part?: string | undefined
        readonly stretch?: Stretch | undefined
      },
): string {
  if ('item' in passage) {
    const item = fullHandle(room, itemHandles.item, passage.item)
    return `${item}.${'mark' in passage ? passage.mark : passage.fields.join('+')}`
  }
  const message = fullHandle(room, messageHandles.message, passage.message)
  const known = room.messages[passage.message as Message['message']]
  if (passage.stretch !== undefined) return `${message}.${stretchHandle(passage.stretch)}`
  return passage.part === undefined || known === undefined
    ? message
    : `${message}.${partHandle(known, passage.part)}`
}
