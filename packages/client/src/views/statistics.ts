/**
 * VIEW-14: the case load of a device, without content: no title, no name, no word of any talks stands in it, and no fee. An office adds
 * what its other devices have written out; talks that several hold are counted once.
 */

import { dayMs, isMediator, numberToDay, type ProcessId, standingOf } from '@goodoffices/core'
import { bytesToBase64url, sha256 } from '@goodoffices/log'
import * as v from 'valibot'
import { issuesIn } from '../areas/agenda/matrix.ts'
import { processesOf } from '../process/find.ts'
import { currentRoomsOf } from '../process/held.ts'
import { fail, ok, type Result } from '../result.ts'
import type { AtWork } from '../session/at-work.ts'
import { medianOf } from './figures.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))
const month = v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/))

const talks = v.strictObject({
  /** A hash of the talks' id, which is random: it tells that two are one, and nothing of them. */
  key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  /** To the month: a day could tell which talks they are. */
  begun: month,
  moved: month,
  days: count,
  isOver: v.boolean(),
  parties: count,
  thirdParties: count,
  /** How many issues stand at the table in each stage. */
  stages: v.record(v.pipe(v.string(), v.regex(/^[a-z-]{1,20}$/)), count),
})
export type TalksFigures = v.InferOutput<typeof talks>

export const statisticsFormat = 'good-offices-statistics/1'
const statistics = v.strictObject({
  format: v.literal(statisticsFormat),
  talks: v.pipe(v.array(talks), v.maxLength(100_000)),
})
export type Statistics = v.InferOutput<typeof statistics>

/** Of the talks that this device mediates. `now`: ms since 1970 UTC. */
export function figuresOf({ engine }: AtWork, now: number): Statistics {
  const all = processesOf(engine).filter(isMediator)
  const found = all.flatMap(({ process, over }) => figuresIn(engine, { process, over, now }) ?? [])
  return { format: statisticsFormat, talks: found }
}

type Asked = { readonly process: ProcessId; readonly over: boolean; readonly now: number }

function figuresIn(engine: AtWork['engine'], { process, over, now }: Asked): TalksFigures | undefined {
  const rooms = currentRoomsOf(engine, process)
  const desk = rooms.find(({ kind }) => kind === 'desk')
  if (desk === undefined) return undefined
  const times = rooms.flatMap(({ timeline }) => timeline.map(({ time }) => time))
  const begun = Math.min(...times, desk.lastPlaced)
  const moved = Math.max(...rooms.map(({ lastPlaced }) => lastPlaced))
  const cards = Object.values(desk.parties)
  const table = rooms.find(({ kind }) => kind === 'table')
  const stages: Record<string, number> = {}
  for (const issue of table === undefined ? [] : issuesIn(table)) {
    const { stage } = standingOf(issue).fields
    stages[stage] = (stages[stage] ?? 0) + 1
  }
  return {
    key: bytesToBase64url(sha256(new TextEncoder().encode(`good-offices statistics ${process}`))),
    begun: monthOf(begun),
    moved: monthOf(moved),
    days: Math.max(0, Math.round(((over ? moved : now) - begun) / dayMs)),
    isOver: over,
    parties: cards.filter(({ kind }) => kind === 'party').length,
    thirdParties: cards.filter(({ kind }) => kind === 'third').length,
    stages,
  }
}

const monthOf = (ms: number): string => numberToDay(Math.floor(ms / dayMs)).slice(0, 7)

/** Another device's. Fails with `statistics-unreadable`. */
export function readStatistics(text: string): Result<Statistics> {
  try {
    const read = v.safeParse(statistics, JSON.parse(text))
    if (read.success) return ok(read.output)
  } catch {
    // No JSON at all.
  }
  return fail('statistics-unreadable')
}

/** All of them, the same talks once: as the device says that saw them move last. */
export function addStatistics(all: readonly Statistics[]): Statistics {
  const known = new Map<string, TalksFigures>()
  for (const each of all.flatMap(({ talks }) => talks)) {
    const before = known.get(each.key)
    if (before === undefined || isLater(each, before)) known.set(each.key, each)
  }
  return { format: statisticsFormat, talks: [...known.values()] }
}

const isLater = (one: TalksFigures, other: TalksFigures): boolean =>
  one.moved > other.moved || (one.moved === other.moved && one.days > other.days)

export type Summary = {
  readonly talks: number
  readonly open: number
  readonly over: number
  /** The middle one; undefined of none. */
  readonly medianDays: number | undefined
  /** How many talks have so many parties; and how many issues stand in each stage. */
  readonly byParties: ReadonlyMap<number, number>
  readonly byStage: ReadonlyMap<string, number>
  readonly byYear: ReadonlyMap<string, number>
}

export function summaryOf({ talks: all }: Statistics): Summary {
  const over = all.filter(({ isOver }) => isOver).length
  return {
    talks: all.length,
    open: all.length - over,
    over,
    medianDays: medianOf(all.map(({ days }) => days)),
    byParties: counted(all.map(({ parties }) => [parties, 1])),
    byStage: counted(all.flatMap(({ stages }) => Object.entries(stages))),
    byYear: counted(all.map(({ begun }) => [begun.slice(0, 4), 1])),
  }
}

function counted<K>(all: readonly (readonly [K, number])[]): ReadonlyMap<K, number> {
  const found = new Map<K, number>()
  for (const [key, count] of all) found.set(key, (found.get(key) ?? 0) + count)
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
