/** Which words of a wording are rare in what the desk holds (LEAK-4). */

/** A word is rare that stands in one of so many texts of the record or in fewer: a record of less tells nothing of any word. */
const rareAmongTexts = 50

/** In how many texts of the record each word of the wording stands. */
export type Tally = {
  /** Another text begins. */
  readonly begin: () => void
  readonly add: (folded: string) => void
  readonly isRare: (folded: string) => boolean
}

export function beginTally(): Tally {
  let texts = 0
  const counts = new Map<string, { texts: number; last: number }>()
  return {
    begin: () => {
      texts += 1
    },
    add: folded => {
      const count = counts.get(folded)
      if (count === undefined) counts.set(folded, { texts: 1, last: texts })
      else if (count.last !== texts) {
        count.texts += 1
        count.last = texts
      }
    },
    isRare: folded => {
      const count = counts.get(folded)
      return count !== undefined && count.texts * rareAmongTexts <= texts
    },
  }
}
