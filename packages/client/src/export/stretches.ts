/** What a word processor must be told of letters: from which side they are read, and in which language. */

import type { Language } from '../words/locale.ts'

/** What a word processor checks spelling by: the language of the copy, for letters from the left and from the right. */
export const officeLanguages: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  fr: 'fr-FR',
  es: 'es-ES',
  ar: 'ar-DZ',
  fa: 'fa-IR',
}

const isRightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** Whether a reader would set the text from the right: by its first letter, as `dir=auto` does; undefined without letters. */
export function isRightToLeft(text: string): boolean | undefined {
  const letter = /\p{L}/u.exec(text)?.[0]
  return letter === undefined ? undefined : isRightToLeftLetter.test(letter)
}

/** A text in stretches of one direction: Word sets a run as a whole from one side. */
export const stretchesOf = (text: string, whole: boolean): readonly { text: string; rtl: boolean }[] => {
  const stretches: { text: string; rtl: boolean }[] = []
  for (const word of text.split(/(?<=\s)/)) {
    const rtl = isRightToLeft(word) ?? stretches.at(-1)?.rtl ?? whole
    const last = stretches.at(-1)
    if (last !== undefined && last.rtl === rtl) last.text += word
    else stretches.push({ text: word, rtl })
  }
  return stretches
}
