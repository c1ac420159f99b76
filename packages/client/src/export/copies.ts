/** A room's record entry by entry: what stands by itself, what the areas write of their items, and what stands nowhere else. */

import { type ActKind, type Delivery, type Item, itemsOf, placedAt, specOf } from '@goodoffices/core'
import type { Placed } from '../areas/area.ts'
import { areas } from '../areas.ts'
import { sayEvent } from '../words/vocabulary.ts'
import type { Block } from './blocks.ts'
import { actBlocks } from './fields.ts'
import { factLine, type Writing } from './writing.ts'

/** An area's copy as whoever asks all of them alike sees it. */
type AnyCopy = {
  readonly items: Readonly<Record<string, (writing: Writing, item: Item) => readonly Block[]>>
  readonly kept?: (writing: Writing) => readonly Placed[]
  readonly books: Readonly<Record<string, (room: Writing['room'], about: string) => object | undefined>>
}

export type Copies = {
  /** All of it in the order of the room's log. */
  readonly entries: (writing: Writing) => readonly Block[]
  /** A delivery as the recipient has it. */
  readonly delivery: (writing: Writing, delivery: Delivery) => readonly Block[]
}

export async function loadCopies(): Promise<Copies> {
  const [{ deliveryBlocks }, ...copies] = await Promise.all([
    import('../areas/message/copy.ts'),
    ...Object.values(areas).map(area => area.copy()),
  ])
  const all = copies as unknown as readonly AnyCopy[]
  return {
    entries: writing =>
      [
        ...itemsOf(writing.room).map(item => ({
          position: item.position,
          blocks: item.kind === 'event' ? eventBlocks(writing, item) : itemBlocks(all, writing, item),
        })),
        ...all.flatMap(({ kept }) => kept?.(writing) ?? []),
        ...bookBlocks(all, writing),
      ]
        .sort((a, b) => a.position - b.position)
        .flatMap(({ position, blocks }, i, all) =>
          all[i + 1]?.position === position ? blocks : [...blocks, ...clockBlocks(writing, position)],
        ),
    delivery: deliveryBlocks,
  }
}

/** SYNC-32: when the relay placed it, where its author's clock said another time. */
function clockBlocks({ room, vocabulary, time, withColon }: Writing, position: number): readonly Block[] {
  const placed = placedAt(room, position)
  return placed === undefined
    ? []
    : [{ kind: 'line', text: `${withColon(vocabulary.terms.placed)} ${time(placed)}` }]
}

function itemBlocks(all: readonly AnyCopy[], writing: Writing, item: Item): readonly Block[] {
  const write = all.map(({ items }) => items[item.kind]).find(found => found !== undefined)
  if (write === undefined) throw new Error(`no area writes ${item.kind}`)
  return write(writing, item)
}

/** What happened to the room, with every field of the act that its sentence does not say. */
function eventBlocks(writing: Writing, event: Extract<Item, { kind: 'event' }>): readonly Block[] {
  const { room, vocabulary, figures } = writing
  const said = sayEvent(vocabulary, figures, room, event)
  return [
    factLine(
      writing.number(event.position),
      said,
      // Most sentences name whoever did it.
      said.includes(room.members[event.by]?.name ?? '') ? undefined : writing.person(event.by),
      writing.time(event.time),
    ),
    ...actBlocks(writing, event.act, event.said, { said }),
  ]
}

/** What stands in the room's own books alone: who put it there and when, and what is there now. */
function bookBlocks(all: readonly AnyCopy[], writing: Writing): readonly Placed[] {
  const { room, vocabulary } = writing
  const latest = new Map(room.timeline.map(({ kind, about, position }) => [`${kind} ${about}`, position]))
  return room.timeline.flatMap(({ kind, about, by, time, position }) => {
    const act = kind as ActKind
    if (specOf({ kind: act }).stands !== 'nowhere') return []
    const line = factLine(
      writing.number(position),
      vocabulary.acts[act],
      writing.person(by),
      writing.time(time),
    )
    const isLatest = latest.get(`${kind} ${about}`) === position
    const now = isLatest ? all.map(({ books }) => books[kind]).find(found => found !== undefined) : undefined
    const kept = now?.(room, about)
    return [{ position, blocks: kept === undefined ? [line] : [line, ...actBlocks(writing, act, kept)] }]
  })
}
