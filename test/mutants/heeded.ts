/** In which tests which guards are heeded: none but those can miss them. */

import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Scratch } from './scratch.ts'

export type Test = { readonly file: string; readonly title: string }
export type Heeding = Test & { readonly ms: number; readonly heeded: ReadonlySet<string> }

/** A guard, and its source file. */
export type Asked = { readonly id: string; readonly file: string }

export const keyOf = ({ file, title }: Test): string => `${file}\n${title}`

export class Heeded {
  /** Those that need nothing which others of their file leave behind. */
  readonly #alone: readonly Heeding[]
  readonly #inOrder: readonly Heeding[]
  /** How often a test has missed a guard of a source file: it is likely to miss the next of the same file too. */
  readonly #misses = new Map<string, Map<Heeding, number>>()

  private constructor(alone: readonly Heeding[], inOrder: readonly Heeding[]) {
    this.#alone = alone
    this.#inOrder = inOrder
  }

  /** Runs all tests with every guard asleep. */
  static async record(scratch: Scratch, files: readonly string[]): Promise<Heeded> {
    const turned = await recordOnce(scratch, files, true)
    const failing = [...new Set(turned.failures)]
    const inOrder = failing.length === 0 ? undefined : await recordOnce(scratch, failing, false)
    const [failure] = inOrder?.failures ?? []
    if (failure !== undefined) throw new Error(`${failure} fails with nothing taken out`)
    const alone = turned.tests.filter(({ file }) => !failing.includes(file))
    return new Heeded(alone, inOrder?.tests ?? [])
  }

  get size(): number {
    return this.#alone.length + this.#inOrder.length
  }

  /**
   * Tests in which a guard is heeded, and that can be run without the others of their file: first those that missed others of its
   * source file, and quick ones.
   */
  alone({ id, file }: Asked): readonly Heeding[] {
    const misses = this.#misses.get(file)
    const often = (test: Heeding): number => misses?.get(test) ?? 0
    return this.#alone
      .filter(({ heeded }) => heeded.has(id))
      .sort((a, b) => often(b) - often(a) || a.ms - b.ms)
  }

  /** Files with a test in which a guard is heeded, quick ones first. */
  files(id: string): readonly string[] {
    const ms = new Map<string, number>()
    for (const test of [...this.#alone, ...this.#inOrder])
      if (test.heeded.has(id)) ms.set(test.file, (ms.get(test.file) ?? 0) + test.ms)
    return [...ms].sort(([, a], [, b]) => a - b).map(([file]) => file)
  }

  missed(source: string, test: Heeding): void {
    const misses = this.#misses.get(source) ?? new Map<Heeding, number>()
    this.#misses.set(source, misses.set(test, (misses.get(test) ?? 0) + 1))
  }
}

type Recorded = { readonly tests: readonly Heeding[]; readonly failures: readonly string[] }

async function recordOnce(scratch: Scratch, files: readonly string[], isTurned: boolean): Promise<Recorded> {
  const path = join(scratch.path, 'heeded.txt')
  await writeFile(path, '')
  const { failures, passes, broken } = await scratch.test(files, {
    env: {
      GOODOFFICES_MUTANT: 'record',
      GOODOFFICES_HEEDED: path,
      GOODOFFICES_TURNED: isTurned ? '1' : '',
    },
    runner: './test/mutants/runner.ts',
    growing: path,
  })
  if (broken !== undefined) throw new Error(`with nothing taken out: ${broken}`)
  const byTest = new Map<string, Set<string>>()
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    if (line === '') continue
    const [file, title, id] = JSON.parse(line) as [string, string, string]
    const key = keyOf({ file, title })
    byTest.set(key, (byTest.get(key) ?? new Set()).add(id))
  }
  await rm(path)
  const tests = passes.map(({ file, title, ms }): Heeding => {
    // With what the file did outside of its tests, and what was loaded for all.
    const keys = [keyOf({ file, title }), keyOf({ file, title: '' }), keyOf({ file: '', title: '' })]
    return { file, title, ms, heeded: new Set(keys.flatMap(key => [...(byTest.get(key) ?? [])])) }
  })
  return { tests, failures: failures.map(({ file }) => file) }
}
