/** The areas, for screens that show what is theirs and know none of them. */

import type { AreaItem } from '@goodoffices/core'
import { createContext, use } from 'react'
import type { AnyWebArea, EntryView, ThingView } from './area.ts'

export const AreasContext = createContext<readonly AnyWebArea[]>([])

export const useAreas = (): readonly AnyWebArea[] => use(AreasContext)

/** The registry leaves out no kind. */
export function viewOf(areas: readonly AnyWebArea[], { kind }: AreaItem): EntryView<AreaItem['kind']> {
  const found = areas.map(({ entries }) => entries[kind]).find(view => view !== undefined)
  if (found === undefined) throw new Error(`no area draws ${kind}`)
  return found
}

/** Undefined for a register that this version does not know. */
export const thingViewOf = (areas: readonly AnyWebArea[], register: string): ThingView | undefined =>
  areas.map(({ things }) => things[register]).find(view => view !== undefined)

/** By the numbers that the areas give what they add. */
export const inOrder = <T extends { readonly at: number }>(all: readonly T[]): readonly T[] =>
  all.toSorted((a, b) => a.at - b.at)

/** Fetches what rooms are drawn with, so that no room waits for one program after the other. */
export function preloadRooms(areas: readonly AnyWebArea[]): void {
  for (const { entries, things, sections } of areas) {
    for (const view of Object.values(entries)) view?.Entry.preload()
    for (const view of Object.values(things)) view?.Beside?.preload()
    for (const { Section } of sections) Section.preload()
  }
}
