/**
 * Takes checks out of the source one by one, in a copy, and runs the tests that must miss them. `npm run mutants` tries the lists
 * and then every guard of the packages; `-- lists [NAME…]`, `-- guards [PACKAGE[/PATH]…]` and `-- promises` try a part. Ends with 1 where
 * a mutant survives that is not said to, where one dies that is, and where one cannot be tried.
 */

import { availableParallelism } from 'node:os'
import { tryGuards } from './guards.ts'
import { type Listed, lineOf, listed, type Tried, tryMutant } from './list.ts'
import { packages } from './mutant.ts'
import { promises } from './promises.ts'
import { Scratch } from './scratch.ts'

const workersMax = Math.max(1, availableParallelism() - 1)

/** Works through a list with as many copies as there are workers. */
async function tryAll<T>(
  items: readonly T[],
  attempt: (scratch: Scratch, item: T) => Promise<Tried>,
): Promise<readonly Tried[]> {
  const waiting = items.values()
  const tried: Tried[] = []
  const workers = Array.from({ length: Math.min(workersMax, items.length) }, async () => {
    const scratch = await Scratch.make()
    try {
      for (const item of waiting) {
        const one = await attempt(scratch, item)
        tried.push(one)
        console.log(lineOf(one))
      }
    } finally {
      await scratch.remove()
    }
  })
  await Promise.all(workers)
  return tried
}

const [what, ...names] = process.argv.slice(2)

const tryLists = (): Promise<readonly Tried[]> => {
  const wanted =
    what === 'lists' && names.length > 0 ? listed.filter(({ name }) => names.includes(name)) : listed
  return tryAll<Listed>(wanted, tryMutant)
}

const tryPackages = async (): Promise<readonly Tried[]> => {
  const wanted: readonly string[] = what === 'guards' && names.length > 0 ? names : packages
  const tried: Tried[] = []
  for (const of of packages) {
    const paths = wanted.filter(name => name === of || name.startsWith(`${of}/`))
    const within = paths.map(path => path.slice(of.length + 1))
    if (paths.length > 0) tried.push(...(await tryGuards(of, within.includes('') ? [] : within, tryAll)))
  }
  return tried
}

/** What is wrong with the table itself is told before its mutants are tried. */
const tryPromises = async (): Promise<readonly Tried[]> => {
  const { mutants, wrong } = promises()
  for (const each of wrong) console.log(lineOf(each))
  return [...wrong, ...(await tryAll<Listed>(mutants, tryMutant))]
}

const tried =
  what === 'promises'
    ? await tryPromises()
    : what === 'lists'
      ? await tryLists()
      : what === 'guards'
        ? await tryPackages()
        : [...(await tryLists()), ...(await tryPackages())]

const wrong = tried.filter(each => each.wrong !== undefined)
const killed = tried.filter(each => each.killedBy !== undefined)
console.log(
  `\n${tried.length} tried, ${killed.length} killed, ${tried.length - killed.length - wrong.length} said to survive, ${wrong.length} wrong`,
)
for (const each of wrong) console.log(lineOf(each))
process.exit(wrong.length === 0 && tried.length > 0 ? 0 : 1)
