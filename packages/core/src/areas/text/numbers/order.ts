/** Places between places: a string that sorts between two others, so that a clause is put anywhere without moving any other. */

const digits = '0123456789abcdefghijklmnopqrstuvwxyz'

/**
 * A string strictly between two, as they sort letter by letter; never ending in the least digit, so that something fits before it.
 * `before` absent: the beginning; `after` absent: the end. Undefined where nothing is between.
 */
export function orderBetween(before?: string, after?: string): string | undefined {
  if (before !== undefined && after !== undefined && before >= after) return undefined
  let made = ''
  let isBelow = after !== undefined
  for (let at = 0; ; at += 1) {
    const low = digits.indexOf(before?.[at] ?? '0')
    const high = isBelow ? digits.indexOf(after?.[at] ?? '0') : digits.length
    const middle = (low + high) >> 1
    if (high - low > 1) return made + (digits[middle] ?? '')
    made += digits[low] ?? ''
    // Once a digit is less than that of `after`, all that follows is free.
    if (high > low) isBelow = false
  }
}

/** So that places are compared alike everywhere: by code units, and by id where they are the same. */
export const comparePlaces = <T extends { readonly order: string; readonly clause: string }>(
  one: T,
  other: T,
): number => (one.order < other.order || (one.order === other.order && one.clause < other.clause) ? -1 : 1)
