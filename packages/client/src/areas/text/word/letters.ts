/** The letters of a file as a room takes them: what nobody would see, or would turn the order of what is read, is left out. */

import { textFault, tidyText } from '@goodoffices/core'

/** As many as could be meant; a text with more is left as it is, and is refused when it is put. */
const repairsMax = 1_000

/** The text, and how many signs were left out of it. */
export function cleanText(raw: string): { readonly text: string; readonly dropped: number } {
  let text = tidyText(raw)
  let dropped = 0
  for (; dropped < repairsMax; dropped += 1) {
    const fault = textFault(text, 'body')
    if (fault === undefined || fault.reason === 'marks' || fault.reason === 'unbroken') break
    const length = (text.codePointAt(fault.at) ?? 0) > 0xffff ? 2 : 1
    text = text.slice(0, fault.at) + text.slice(fault.at + length)
  }
  return { text, dropped }
}

// Controls are what is looked for.
// oxlint-disable-next-line eslint/no-control-regex
const unseen = /[\0-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\uFFF9-\uFFFB]/g

/** As `cleanText`, of a stretch: what stands by itself only within the whole is left to that. */
export function cleanStretch(raw: string): { readonly text: string; readonly dropped: number } {
  const text = raw.replaceAll(unseen, '')
  return { text, dropped: raw.length - text.length }
}
