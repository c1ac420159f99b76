/** That the lists of mutants and the table of promises speak of what is there. Trying them is another command: `npm run mutants`. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { scopes } from './mutants/guards.ts'
import { listed, placeOf } from './mutants/list.ts'
import { packages } from './mutants/mutant.ts'
import { promises } from './mutants/promises.ts'

const root = new URL('../', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8')

const sourcesOf = (name: string) => {
  const folder = `packages/${name}/src/`
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => ({ file: `${folder}${file}`, text: read(`${folder}${file}`) }))
}

describe('the lists of mutants', () => {
  test.each(packages)('MUT-1 of %s find their text in the source once each', name => {
    const sources = sourcesOf(name)
    const wrong = listed
      .filter(({ of }) => of === name)
      .flatMap(mutant => {
        const place = placeOf(mutant, sources)
        return typeof place === 'string' ? [`${mutant.name}: ${place}`] : []
      })
    expect(wrong).toEqual([])
  })

  test('MUT-1 name tests whose titles bear the rule', () => {
    for (const { name, test, rule } of listed)
      expect(read(test), name).toMatch(new RegExp(`(it|test)[^\\n]*\\(\\s*['"\`][^\\n]*\\b${rule}\\b`))
  })

  test('MUT-1 name each mutant once', () => {
    const names = listed.map(({ name }) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test.each(packages)('MUT-3 the guards of %s are looked for where there are files', name => {
    const { sources, tests } = scopes[name]
    const places = [...sources.map(at => `src/${at}`), ...tests.map(at => `test/${at}`)]
    expect(places.filter(at => !existsSync(new URL(`packages/${name}/${at}`, root)))).toEqual([])
  })

  test('MUT-2 the table of promises says what the lists say', () => {
    const { mutants, wrong } = promises()
    expect(wrong).toEqual([])
    expect(mutants.length).toBeGreaterThan(20)
  })
})
