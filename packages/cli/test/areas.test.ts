import { describe, expect, it } from 'vitest'
import { areas } from '../src/areas.ts'

describe('what the areas name', () => {
  const handles = Object.values(areas).flatMap(area => Object.values(area.handles))

  it.each(['kind', 'letter'] as const)('CLI-7 no two kinds of thing have the same %s', by => {
    const all = handles.map(handle => handle[by])
    expect(all.toSorted()).toEqual([...new Set(all)].toSorted())
    expect(all.length).toBeGreaterThan(7)
  })
})
