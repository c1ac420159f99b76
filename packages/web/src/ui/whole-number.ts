/** Where the ten digits of a script begin: Latin, Arabic, Persian. */
const zeros = [0x30, 0x660, 0x6f0]

/** A whole number as it is typed on any keyboard of the five languages; undefined where it is none. */
export function readWhole(typed: string): number | undefined {
  const digits = Array.from(typed.trim(), digitOf)
  return digits.length === 0 || digits.length > 9 || digits.includes(undefined)
    ? undefined
    : Number(digits.join(''))
}

function digitOf(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0
  const zero = zeros.find(first => code >= first && code < first + 10)
  return zero === undefined ? undefined : code - zero
}
