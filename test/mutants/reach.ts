/** Which tests reach which guard, and which of them are asked first whether they miss it. */

import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { literally } from './list.ts'
import type { Scratch } from './scratch.ts'

/** A test that can be run without the others of its file; or a whole file, of whose tests some need what others leave behind. */
type Reaching = {
  readonly file: string
  readonly titles: readonly string[]
  readonly isAlone: boolean
  readonly ms: number
  readonly reached: ReadonlySet<string>
}

/** What is run in one go: all of it within a time that the next takes several times of. */
export type Batch = { readonly files: readonly string[]; readonly titles: string; readonly ms: number }

const firstBatchMs = 2000
const growth = 4

/** All but those that measure a time: the guards, asleep, take some of their own. */
const timeless = '(?!.*(LEAK-8|in proportion))'

export class Reach {
  readonly #tests: readonly Reaching[]
  /** How often a test has missed a guard of a source file: it is likely to miss the next of the same file too. */
  readonly #misses = new Map<string, Map<Reaching, number>>()

  private constructor(tests: readonly Reaching[]) {
    this.#tests = tests
  }

  /** Runs all tests with every guard asleep. */
  static async record(scratch: Scratch, files: readonly string[]): Promise<Reach> {
    const turned = await recordOnce(scratch, files, true)
    const failing = [...new Set(turned.failures)]
    if (failing.length > 0) console.log(`in order only: ${failing.join(', ')}`)
    const inOrder = failing.length === 0 ? undefined : await recordOnce(scratch, failing, false)
    const [failure] = inOrder?.failures ?? []
    if (failure !== undefined) throw new Error(`${failure} fails with nothing taken out`)
    const wholes = failing.map((file): Reaching => {
      const own = inOrder?.tests.filter(test => test.file === file) ?? []
      return {
        file,
        titles: own.flatMap(({ titles }) => titles),
        isAlone: false,
        ms: own.reduce((sum, { ms }) => sum + ms, 0),
        reached: new Set(own.flatMap(({ reached }) => [...reached])),
      }
    })
    return new Reach([...turned.tests.filter(({ file }) => !failing.includes(file)), ...wholes])
  }

  get size(): number {
    return this.#tests.length
  }

  /** Who reaches a guard of a source file, likely and quick ones first. */
  batchesFor(id: string, source: string): readonly Batch[] {
    const misses = this.#misses.get(source)
    const often = (test: Reaching) => misses?.get(test) ?? 0
    const reaching = this.#tests
      .filter(({ reached }) => reached.has(id))
      .sort((a, b) => often(b) - often(a) || a.ms - b.ms)
    const batches: Reaching[][] = []
    let [rest, limit] = [0, firstBatchMs]
    for (const test of reaching) {
      const last = batches.at(-1)
      if (last === undefined || rest < test.ms || !test.isAlone || last[0]?.isAlone === false) {
        if (last !== undefined) limit *= growth
        rest = limit
        batches.push([test])
      } else last.push(test)
      rest -= test.ms
    }
    return batches.map(batchOf)
  }

  missed(source: string, file: string, title: string): void {
    const test = this.#tests.find(each => each.file === file && each.titles.includes(title))
    if (test === undefined) return
    const misses = this.#misses.get(source) ?? new Map<Reaching, number>()
    this.#misses.set(source, misses.set(test, (misses.get(test) ?? 0) + 1))
  }
}

function batchOf(tests: readonly Reaching[]): Batch {
  const titles = tests.flatMap(test => test.titles.map(title => literally(title)))
  return {
    files: [...new Set(tests.map(({ file }) => file))],
    titles: `^${timeless}(${titles.join('|')})$`,
    ms: tests.reduce((sum, { ms }) => sum + ms, 0),
  }
}

type Recorded = { readonly tests: readonly Reaching[]; readonly failures: readonly string[] }

async function recordOnce(scratch: Scratch, files: readonly string[], isTurned: boolean): Promise<Recorded> {
  const path = join(scratch.path, 'reached.txt')
  await writeFile(path, '')
  const { failures, passes, broken } = await scratch.test(files, {
    titles: `^${timeless}`,
    env: {
      GOODOFFICES_MUTANT: 'record',
      GOODOFFICES_REACHED: path,
      GOODOFFICES_RUNNER: './test/mutants/recorder.ts',
      GOODOFFICES_TURNED: isTurned ? '1' : '',
    },
    isWhole: true,
  })
  if (broken !== undefined) throw new Error(`with nothing taken out: ${broken}`)
  const byTest = new Map<string, Set<string>>()
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    if (line === '') continue
    const [file, title, id] = JSON.parse(line) as [string, string, string]
    const key = keyOf(file, title)
    byTest.set(key, (byTest.get(key) ?? new Set()).add(id))
  }
  await rm(path)
  const tests = passes.map(({ file, title, ms }): Reaching => {
    const own = [keyOf(file, title), keyOf(file, ''), keyOf('', '')].flatMap(key => [
      ...(byTest.get(key) ?? []),
    ])
    return { file, titles: [title], isAlone: true, ms, reached: new Set(own) }
  })
  return { tests, failures: failures.map(({ file }) => file) }
}

const keyOf = (file: string, title: string): string => `${file}\n${title}`
