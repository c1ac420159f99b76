/**
 * Who wants which wording, as it is typed: `[Lower Village: shall]`, `[shall – US, JP]`. Names stand beside the words and never in them:
 * what goes to a room without names would otherwise bear them. What is no name of a party is left as words.
 */

import { type Alternative, choicesIn, readBrackets } from './read.ts'

/** A wording's place among all options in reading order, and who is said to want it. */
export type Wanted = { readonly option: number; readonly names: readonly string[] }

const leading = /^(\s*)([^:[\]]{1,200}):\s*/
const trailing = /\s+[–—]\s*([^–—[\]]{1,200}?)(\s*)$/
const between = /\s*[,;،؛&]\s*/

/** The words without the names, and the names with their places. */
export function liftNames(
  words: string,
  isName: (name: string) => boolean,
): { readonly words: string; readonly wanted: readonly Wanted[] } {
  const wanted: Wanted[] = []
  const cuts: { readonly from: number; readonly to: number }[] = []
  const namesIn = (list: string): readonly string[] | undefined => {
    const names = list.split(between).map(name => name.trim())
    return names.every(isName) ? names : undefined
  }
  const options: readonly Alternative[] = choicesIn(readBrackets(words).nodes).flatMap(
    choice => choice.options,
  )
  options.forEach(({ from, to }, option) => {
    const said = words.slice(from, to)
    const [front, end] = [leading.exec(said), trailing.exec(said)]
    const before = front === null ? undefined : namesIn(front[2] ?? '')
    if (front !== null && before !== undefined) {
      wanted.push({ option, names: before })
      cuts.push({ from: from + (front[1]?.length ?? 0), to: from + front[0].length })
      return
    }
    const after = end === null ? undefined : namesIn(end[1] ?? '')
    if (end !== null && after !== undefined) {
      wanted.push({ option, names: after })
      cuts.push({ from: from + end.index, to: to - (end[2]?.length ?? 0) })
    }
  })
  let [bare, at] = ['', 0]
  for (const { from, to } of cuts.toSorted((one, other) => one.from - other.from)) {
    bare += words.slice(at, from)
    at = to
  }
  return { words: bare + words.slice(at), wanted }
}

/** The other way: each wording with those who want it before it, for readers who may know. */
export function writeNames(words: string, namesOf: (option: number) => readonly string[]): string {
  const options = choicesIn(readBrackets(words).nodes).flatMap(choice => choice.options)
  let [written, at] = ['', 0]
  const places = options
    .map(({ from }, option) => ({ from, names: namesOf(option) }))
    .filter(({ names }) => names.length > 0)
    .toSorted((one, other) => one.from - other.from)
  for (const { from, names } of places) {
    written += `${words.slice(at, from)}${names.join(', ')}: `
    at = from
  }
  return written + words.slice(at)
}
