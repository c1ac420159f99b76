/**
 * Tries many guards in one run: a test is repeated, each time with another guard awake. A guard is tried first on the tests that most
 * likely miss it; round by round on more of those in which it is heeded, until one does or none is left.
 */

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Asked, type Heeded, type Heeding, keyOf } from './heeded.ts'
import type { Scratch } from './scratch.ts'

/** How many tests a guard is tried on in the first round, and how long they may take together if there are several. */
const first = { tests: 1, ms: 250 }
const growth = 4

/**
 * Calls `onMissed` for each guard that a test misses, with the test's title. Returns the others, of which no test says anything, but
 * for those of rounds longer than `msMax`.
 */
export async function tryInRounds<T extends Asked>(
  guards: readonly T[],
  {
    scratch,
    heeded,
    msMax = Number.POSITIVE_INFINITY,
    onMissed,
  }: {
    readonly scratch: Scratch
    readonly heeded: Heeded
    readonly msMax?: number
    readonly onMissed: (guard: T, title: string) => void
  },
): Promise<readonly T[]> {
  const tried = new Map(guards.map(guard => [guard, new Set<Heeding>()]))
  const missed = new Set<T>()
  for (let times = 1; ; times *= growth) {
    const round = new Map<T, readonly Heeding[]>()
    for (const [guard, before] of tried) {
      const rest = heeded.alone(guard).filter(test => !before.has(test))
      if (!missed.has(guard) && rest.length > 0) round.set(guard, upTo(rest, times))
    }
    if (round.size === 0 || times * first.ms > msMax) return guards.filter(guard => !missed.has(guard))
    const outcomes = await runRound(scratch, round)
    for (const [guard, tests] of round)
      for (const test of tests) {
        const outcome = outcomes.get(tryOf(test, guard.id))
        // A guard without which a run ends, or is stopped, leaves nothing said of those that were to come: they are tried again.
        if (outcome !== undefined || outcomes.size === 0) tried.get(guard)?.add(test)
        if ((outcome !== 'failed' && outcome !== 'begun') || missed.has(guard)) continue
        missed.add(guard)
        heeded.missed(guard.file, test)
        onMissed(guard, outcome === 'begun' ? `${test.title} was stopped` : test.title)
      }
  }
}

/** So many times as many as in the first round; one at least. */
function upTo(tests: readonly Heeding[], times: number): readonly Heeding[] {
  let ms = 0
  return tests.slice(0, first.tests * times).filter((test, at) => {
    ms += test.ms
    return at === 0 || ms <= first.ms * times
  })
}

const tryOf = (test: Pick<Heeding, 'file' | 'title'>, id: string): string => `${keyOf(test)}\n${id}`

/** What became of each try: `failed` only where the test passes again with none awake; `begun` of the one that a run was stopped in. */
async function runRound(
  scratch: Scratch,
  round: ReadonlyMap<Asked, readonly Heeding[]>,
): Promise<ReadonlyMap<string, string>> {
  const plan: Record<string, string[]> = {}
  const tests = new Set([...round.values()].flat())
  for (const [{ id }, each] of round) for (const test of each) (plan[keyOf(test)] ??= []).push(id)
  const [planFile, triedFile] = [join(scratch.path, 'plan.json'), join(scratch.path, 'tried.txt')]
  await writeFile(planFile, JSON.stringify(plan))
  await writeFile(triedFile, '')
  await scratch.test([...new Set([...tests].map(({ file }) => file))], {
    env: { GOODOFFICES_MUTANT: 'plan', GOODOFFICES_PLAN: planFile, GOODOFFICES_TRIED: triedFile },
    ms: Math.max(...[...tests].map(({ ms }) => ms)),
    runner: './test/mutants/runner.ts',
    growing: triedFile,
  })
  const outcomes = new Map<string, string>()
  let last = ''
  for (const line of (await readFile(triedFile, 'utf8')).split('\n')) {
    if (line === '') continue
    const [file, title, what, id] = JSON.parse(line) as [string, string, string, string]
    if (id !== '') last = tryOf({ file, title }, id)
    // Of a test that no longer passes with none awake nothing is believed that it said last.
    outcomes.set(last, id !== '' ? what : what === 'sound' ? 'failed' : what)
    if (what === 'failed') outcomes.set(last, 'spoilt')
  }
  return outcomes
}
