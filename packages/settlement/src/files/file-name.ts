/** Names taken from paths, for parties that have no other. */

/** Two files of one name in different folders are still two parties. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return names.map(name => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}

/** The file's name without folder and ending. */
export function baseName(path: string): string {
  return fileName(path).replace(/\.[^.]+$/, '')
}
