/** One way to compare names that files and people write: what looks alike is the same name. */

/** Signs that join or separate letters and are not seen themselves. */
const unseen = /[\u00ad\u200b-\u200f\u2060\u2061-\u2064\ufeff\u202a-\u202e\u2066-\u2069]/gu

/** Letters of one look and one use: Arabic and Persian yeh and kaf, and their digits. */
const alike: ReadonlyMap<string, string> = new Map([
  ['\u064a', '\u06cc'],
  ['\u0649', '\u06cc'],
  ['\u0643', '\u06a9'],
  ['\u0640', ''],
])

/**
 * The key under which a name is looked up: composed (NFC), without unseen signs, every kind of space one space, and letters
 * that differ only in how they are typed made one. For comparing; what is shown stays as it was written, composed.
 */
export function normalText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(unseen, '')
    .replaceAll(/[\u0640\u0643\u0649\u064a]/gu, letter => alike.get(letter) ?? letter)
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
