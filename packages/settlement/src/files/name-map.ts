/** Things under names that people wrote. */

import { normalText } from './text-key.ts'

export type NameMap<T> = {
  readonly get: (name: string) => T | undefined
  readonly has: (name: string) => boolean
}

/** The last of a repeated name. Looked up as written; else as it looks, where only one name looks so. */
export function nameMap<T>(entries: Iterable<readonly [name: string, value: T]>): NameMap<T> {
  const exact = new Map(entries)
  const looks = Map.groupBy(exact.keys(), normalText)
  const find = (name: string): string | undefined => {
    if (exact.has(name)) return name
    const alike = looks.get(normalText(name))
    return alike?.length === 1 ? alike[0] : undefined
  }
  return {
    get: name => {
      const found = find(name)
      return found === undefined ? undefined : exact.get(found)
    },
    has: name => find(name) !== undefined,
  }
}
