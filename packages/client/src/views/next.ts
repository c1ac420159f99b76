/** VIEW-11: the fewest things that others wait for: of all that hangs on something, what it begins with; the longest chain first. */

import { type Awaited, findRegister, type ItemId, type RegisterItem, type RoomState } from '@goodoffices/core'
import { choiceOf, nameOfThing } from '../areas/item/names.ts'
import type { Writing } from '../export/writing.ts'
import { say } from '../words/say.ts'
import type { DatedOnce } from './dated.ts'

export type NextStep = {
  /** The room of what is to happen first, and what is to be said of it. */
  readonly room: RoomState
  readonly thing: RegisterItem
  readonly verb: string
  /** What follows one after the other, the longest way; and how many wait in all. */
  readonly chain: readonly RegisterItem[]
  readonly count: number
}

type Waiting = { readonly dated: DatedOnce; readonly for: readonly Awaited[] }

/** Each by what it waits for; what waits for nothing that these rooms have is left out. */
export function nextSteps(dated: readonly DatedOnce[], rooms: readonly RoomState[]): readonly NextStep[] {
  const waiting = dated.flatMap((each): readonly Waiting[] =>
    each.thing !== undefined && each.when.kind === 'waiting' ? [{ dated: each, for: each.when.for }] : [],
  )
  const isWaiting = new Set(waiting.map(({ dated: { about } }) => about))
  const after = new Map<ItemId, RegisterItem[]>()
  const events = new Map<string, Awaited>()
  for (const { dated: each, for: awaited } of waiting)
    for (const event of awaited) {
      if (each.thing !== undefined) after.set(event.item, [...(after.get(event.item) ?? []), each.thing])
      // What waits itself is no beginning.
      if (!isWaiting.has(event.item)) events.set(`${event.item} ${event.verb}`, event)
    }
  return [...events.values()]
    .flatMap(({ item, verb }): readonly NextStep[] => {
      const room = rooms.find(({ items }) => items[item] !== undefined)
      const thing = room?.items[item]
      if (room === undefined || thing === undefined || findRegister(thing.register) === undefined) return []
      const first = waiting
        .filter(each => each.for.some(event => event.item === item && event.verb === verb))
        .flatMap(({ dated: { thing: follower } }) => follower ?? [])
      const reached = new Set<ItemId>()
      const chain = longest(first, after, new Set([item]))
      collect(first, after, reached)
      return [{ room, thing, verb, chain, count: reached.size }]
    })
    .toSorted((a, b) => b.chain.length - a.chain.length || b.count - a.count)
}

/** Things wait for each other across rooms at most as deep as this is followed. */
const chainMax = 100

function longest(
  from: readonly RegisterItem[],
  after: ReadonlyMap<ItemId, readonly RegisterItem[]>,
  passed: ReadonlySet<ItemId>,
): readonly RegisterItem[] {
  if (passed.size > chainMax) return []
  return from
    .filter(({ item }) => !passed.has(item))
    .map(thing => [thing, ...longest(after.get(thing.item) ?? [], after, new Set([...passed, thing.item]))])
    .reduce((most, each) => (each.length > most.length ? each : most), [] as readonly RegisterItem[])
}

function collect(
  from: readonly RegisterItem[],
  after: ReadonlyMap<ItemId, readonly RegisterItem[]>,
  reached: Set<ItemId>,
): void {
  for (const { item } of from) {
    if (reached.has(item)) continue
    reached.add(item)
    collect(after.get(item) ?? [], after, reached)
  }
}

/** What is to happen; `writingIn` writes in the room of a thing. */
export const sayNext = (w: Writing, { thing, verb }: Pick<NextStep, 'thing' | 'verb'>): string =>
  say(
    w.vocabulary.terms['term.said'],
    { verb: choiceOf(w, `verb.${verb}`), thing: nameOfThing(w, thing.item) },
    w.figures,
  )

/** One sentence a step, for the first lines of somebody's morning. */
export const sayStep = (w: Writing, step: NextStep): string =>
  say(w.vocabulary.terms['next.paragraph'], { steps: `${sayNext(w, step)}.`, count: step.count }, w.figures)
