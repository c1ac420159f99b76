/** The mutants of the lists: each is found by its text, put in place, and must be missed by the test that it names. */

import { client } from './client.ts'
import { core } from './core.ts'
import { log } from './log.ts'
import type { Mutant, Package } from './mutant.ts'
import { relayNotices } from './notices.ts'
import { relay } from './relay.ts'
import type { Scratch } from './scratch.ts'

export type Listed = Mutant & { readonly of: Package }

const lists: Readonly<Record<Package, readonly Mutant[]>> = {
  core,
  log,
  relay: [...relay, ...relayNotices],
  client,
}

export const listed: readonly Listed[] = Object.entries(lists).flatMap(([of, mutants]) =>
  mutants.map(mutant => ({ ...mutant, of: of as Package })),
)

/** `verdict`: what is wrong with the list or the tests; absent where all is as it should be. */
export type Tried = { readonly name: string; readonly killedBy?: string; readonly wrong?: string }

/** As a report has it. */
export const lineOf = ({ name, killedBy, wrong }: Tried): string =>
  wrong !== undefined
    ? `✗ ${name}: ${wrong}`
    : `${killedBy === undefined ? '·' : '✓'} ${name}${
        killedBy === undefined ? ' survives, as is said of it' : `: ${killedBy}`
      }`

/** Puts the mutant into the copy and runs its test. */
export async function tryMutant(scratch: Scratch, mutant: Listed): Promise<Tried> {
  const { name, rule, test, survives } = mutant
  const files = await scratch.sourcesOf(mutant.of)
  const sources = await Promise.all(files.map(async file => ({ file, text: await scratch.read(file) })))
  const place = placeOf(mutant, sources)
  if (typeof place === 'string') return { name, wrong: place }
  const outcome = await scratch.with(place.file, place.text, () =>
    scratch.test([test], { titles: `\\b${rule}\\b` }),
  )
  const [failure] = outcome.failures
  if (survives !== undefined)
    return failure === undefined
      ? { name }
      : { name, wrong: `is said to survive, and is killed by “${failure.title}”` }
  if (failure !== undefined) return { name, killedBy: failure.title }
  if (outcome.broken !== undefined) return { name, wrong: `could not be tried: ${outcome.broken}` }
  return {
    name,
    wrong:
      outcome.passes.length === 0
        ? `no test of ${test} bears ${rule}`
        : `survives ${outcome.passes.length} tests of ${rule} in ${test}`,
  }
}

type Source = { readonly file: string; readonly text: string }

/** The file that the mutant changes and its text with the change, or why there is none. */
export function placeOf({ of, find, replace }: Listed, sources: readonly Source[]): Source | string {
  const pattern = new RegExp(find.trim().split(/\s+/).map(literally).join('\\s+'), 'g')
  const places = sources.flatMap(({ file, text }) =>
    Array.from(text.matchAll(pattern), () => ({ file, text: text.replace(pattern, () => replace) })),
  )
  const [place] = places
  if (place === undefined) return `its text stands nowhere in ${of}: ${find}`
  return places.length === 1 ? place : `its text stands ${places.length} times in ${of}: ${find}`
}

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
