/** CONTRIBUTING.md, “How to add an area”, followed to the letter; and what the compiler says of whoever forgets a part. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scratch } from './mutants/scratch.ts'
import { listOf, named, omissions, packages } from './new-area/area.ts'
import { addArea, beginHouse, clear, compile, editedLines, type Fault } from './new-area/house.ts'

/** What is wrong in core is wrong in all that follows from it: it is compiled by itself. */
const isOfCore = (from: string): boolean => from.startsWith('packages/core/')
const forgotten = omissions.map((omission, at) => ({ ...omission, area: `bell${at + 1}` }))
const inCore = forgotten.filter(({ from }) => isOfCore(from))
const elsewhere = forgotten.filter(({ from }) => !isOfCore(from))

let edited: ReadonlyMap<string, number> = new Map()
let faults: readonly Fault[] = []
let house: Scratch

beforeAll(async () => {
  house = await beginHouse()
  for (const { area, ...omission } of inCore) await addArea(house, area, omission)
  const ofCore = compile(house, ['core'])
  clear(house)
  await addArea(house, 'bell')
  edited = editedLines(house)
  for (const { area, ...omission } of elsewhere) await addArea(house, area, omission)
  faults = [...ofCore, ...compile(house, ['web', 'cli'])]
}, 600_000)
afterAll(() => house.remove())

describe('a new area', () => {
  test('AREA-4 is new files and one line in each package', () => {
    expect(edited).toEqual(new Map(packages.map(name => [listOf(name), 1])))
  })

  test('AREA-5 compiles, and all that was there with it', () => {
    const told = new Set(forgotten.map(({ area, told }) => named(told.at, area)))
    const unexpected = faults.filter(({ file }) => {
      // Whoever reads every area's words in a language finds one that lacks it.
      const isVocabulary = file === 'packages/client/src/words/vocabulary.ts'
      return !/\/bell\d+[./]/.test(file) && !told.has(file) && !isVocabulary
    })
    expect(unexpected).toEqual([])
  })

  test.each(forgotten)('AREA-6 without $what does not compile', ({ area, told }) => {
    const says = new RegExp(named(told.says.source, area))
    const found = faults.filter(fault => fault.file === named(told.at, area) && says.test(fault.says))
    expect(found.length).toBeGreaterThan(0)
  })
})
