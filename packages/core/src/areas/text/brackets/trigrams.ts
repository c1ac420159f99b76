/**
 * How like two wordings are, by runs of three letters (Ukkonen, "Approximate string-matching with q-grams", 1992): by words, ثلاثين and
 * خمسة وثلاثين have nothing in common, nor باید and نباید.
 */

const trigramsOf = (words: string): ReadonlySet<string> => {
  const padded = ` ${words.toLowerCase().replaceAll(/\s+/g, ' ').trim()} `
  const found = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3))
  return found
}

/** From 0 to 1, the share of runs that both have (Dice), of one wording with each of many. */
export function likenessTo(words: string): (other: string) => number {
  const own = trigramsOf(words)
  return other => {
    const theirs = trigramsOf(other)
    let both = 0
    for (const run of theirs) if (own.has(run)) both += 1
    return own.size + theirs.size === 0 ? 0 : (2 * both) / (own.size + theirs.size)
  }
}
