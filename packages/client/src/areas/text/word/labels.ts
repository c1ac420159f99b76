/** How a clause is called in a file before its words: as each language writes it, and as other programs' files have it. */

import { type ClauseKind, type ClauseNumber, type Insertion, writeNumber } from '@goodoffices/core'

/** `#` stands for the number. What is not here has none before it. */
type Forms = Partial<Record<ClauseKind, string>>

const marked: Forms = { paragraph: '#.', point: '(#)', subpoint: '(#)', recital: '(#)' }
const forms: Readonly<Record<string, Forms>> = {
  en: {
    ...marked,
    part: 'Part #',
    chapter: 'Chapter #',
    section: 'Section #',
    article: 'Article #',
    annex: 'Annex #',
    option: 'Option #:',
  },
  fr: {
    ...marked,
    part: 'Partie #',
    chapter: 'Chapitre #',
    section: 'Section #',
    article: 'Article #',
    annex: 'Annexe #',
    option: 'Option #\u00a0:',
  },
  es: {
    ...marked,
    part: 'Parte #',
    chapter: 'Capítulo #',
    section: 'Sección #',
    article: 'Artículo #',
    annex: 'Anexo #',
    option: 'Opción #:',
  },
  ar: {
    ...marked,
    part: 'الجزء #',
    chapter: 'الفصل #',
    section: 'القسم #',
    article: 'المادة #',
    annex: 'المرفق #',
    option: 'الخيار #:',
  },
  fa: {
    ...marked,
    part: 'بخش #',
    chapter: 'فصل #',
    section: 'قسمت #',
    article: 'ماده #',
    annex: 'پیوست #',
    option: 'گزینه #:',
  },
}

/** `Article 5 bis`, `(أ)`; empty for what has no number. */
export function labelOf(number: ClauseNumber | undefined, language: string): string {
  if (number === undefined) return ''
  const form = (forms[language.toLowerCase().split('-')[0] ?? ''] ?? forms['en'])?.[number.kind]
  return (form ?? '#').replace('#', writeNumber(number, language))
}

/** Words that begin a label, in any of the languages: those of above, and others that are in use. */
const named: readonly (readonly [ClauseKind, string])[] = [
  ['annex', 'annex|annexe|anexo|appendix|المرفق|مرفق|الملحق|ملحق|پیوست|ضمیمه'],
  ['part', 'part|partie|parte|الجزء|الباب|بخش'],
  ['chapter', 'chapter|chapitre|cap[íi]tulo|الفصل|فصل'],
  ['section', 'section|secci[óo]n|القسم|قسمت'],
  ['article', 'article|art\\.?|art[íi]culo|المادة|مادة|ماده|rule|regla|règle'],
]
const count = String.raw`(?:\p{Nd}+|[ivxlcdm]+|[a-z]|premier|première|1er|الأولى|first)`
const adverb = String.raw`(?:\s+(bis|ter|quater|alt|variante|مكررا?(?:\s+ثا[نل][يث]ا)?|مکرر(?:\s+[دس]وم)?))?`
const patterns: readonly (readonly [ClauseKind, RegExp])[] = [
  ...named.map(
    ([kind, words]) =>
      [kind, new RegExp(String.raw`^\[?(?:${words})\s+${count}${adverb}(?=$|[\s.:–—)\]-])`, 'iu')] as const,
  ),
  ['subpoint', /^\(?[ivx]{1,5}\)(?=$|\s)/u],
  ['point', /^\(?(?:[a-z]{1,2}|[\u0621-\u064Aپچژگکی]|الف)\)(?=$|\s)/u],
  ['paragraph', new RegExp(String.raw`^\(?\p{Nd}+(?:\.\p{Nd}+)*${adverb}[.)](?=$|\s)`, 'iu')],
  ['paragraph', /^\p{Nd}+(?:\.\p{Nd}+)+(?=$|\s)/u],
]
const insertedBy: readonly (readonly [Insertion, RegExp])[] = [
  ['bis', /^(?:bis|مكررا?|مکرر)$/iu],
  ['ter', /^(?:ter|\S+\s+(?:ثانيا|دوم))$/iu],
  ['quater', /^(?:quater|\S+\s+(?:ثالثا|سوم))$/iu],
  ['alt', /^(?:alt|variante)$/iu],
]

/** A label at the beginning of some words: which kind of clause it is of, how it was put in, and how long it is, with what parts it from them. */
export type ReadLabel = {
  readonly kind: ClauseKind
  readonly insertedAs?: Insertion
  readonly length: number
}

const parting = /^[\s.:–—-]*/u

export function readLabel(words: string): ReadLabel | undefined {
  for (const [kind, pattern] of patterns) {
    const found = pattern.exec(words)
    if (found === null) continue
    const insertedAs = insertedBy.find(([, form]) => form.test(found[1] ?? ''))?.[0]
    const rest = parting.exec(words.slice(found[0].length))?.[0] ?? ''
    return {
      kind,
      ...(insertedAs === undefined ? {} : { insertedAs }),
      length: found[0].length + rest.length,
    }
  }
  return undefined
}
