/** Words as Word's runs: from their own side, in their language, what is in brackets shaded, what was put in and struck as changes. */

import type { Piece } from '@goodoffices/core'
import { xmlSafe } from '../../../export/letters.ts'
import { officeLanguages, stretchesOf } from '../../../export/stretches.ts'
import { ownSign } from './bookmarks.ts'
import { escapeXml } from './parts.ts'

/** The same in every file, and no person's. */
const author = 'Good Offices'

const fromTheRight: ReadonlySet<string> = new Set([
  'ar',
  'fa',
  'he',
  'ur',
  'ps',
  'ckb',
  'sd',
  'ug',
  'dv',
  'yi',
])
const tongue = (language: string): string => language.toLowerCase().split('-')[0] ?? ''
export const isFromRight = (language: string): boolean => fromTheRight.has(tongue(language))

const languageOf = (language: string): string => {
  const known: Readonly<Record<string, string>> = officeLanguages
  return known[language] ?? language
}

type Look = { readonly sign?: true; readonly shaded?: true; readonly bold?: true }
export type Is = Piece['is']

/** Writes one file's runs; changes are numbered as they come. */
export class Runs {
  #changes = 0

  /** What says of a change that it is one. */
  change(is: 'put' | 'struck'): string {
    this.#changes += 1
    return `<w:${is === 'put' ? 'ins' : 'del'} w:id="${this.#changes}" w:author="${author}"/>`
  }

  #within(is: Is, runs: string): string {
    if (is === 'kept' || runs === '') return runs
    const open = this.change(is).replace('/>', '>')
    return `${open}${runs}</w:${is === 'put' ? 'ins' : 'del'}>`
  }

  /** What stands beside the words: a number, a standing, brackets about the whole. */
  sign(text: string, language: string, is: Is = 'kept'): string {
    return this.#within(is, runsOf(text, { language, is, look: { sign: true } }))
  }

  words(pieces: readonly Piece[], language: string): string {
    let [now, before] = [0, 0]
    return pieces
      .map(({ is, text }) => {
        const stretches = byDepth(text, is === 'struck' ? before : now)
        const end = stretches.at(-1)?.after ?? 0
        if (is !== 'put') before = end
        if (is !== 'struck') now = end
        return this.#within(
          is,
          stretches
            .map(({ text, isIn }) => runsOf(text, { language, is, look: isIn ? { shaded: true } : {} }))
            .join(''),
        )
      })
      .join('')
  }
}

/** A text cut where brackets begin and end, with how many are open after each. */
function byDepth(
  text: string,
  open: number,
): readonly { readonly text: string; readonly isIn: boolean; readonly after: number }[] {
  const cut: { text: string; isIn: boolean; after: number }[] = []
  let depth = open
  for (const sign of text) {
    if (sign === '[') depth += 1
    const isIn = depth > 0
    if (sign === ']') depth = Math.max(0, depth - 1)
    const last = cut.at(-1)
    if (last?.isIn === isIn) {
      last.text += sign
      last.after = depth
    } else cut.push({ text: sign, isIn, after: depth })
  }
  return cut.length === 0 ? [{ text: '', isIn: false, after: depth }] : cut
}

type How = { readonly language: string; readonly is?: Is; readonly look?: Look }

/** Runs of a text, as it is read. */
export const runsOf = (text: string, { language, is = 'kept', look = {} }: How): string =>
  stretchesOf(xmlSafe(text), isFromRight(language))
    .map(({ text, rtl }) => {
      const style = look.sign === true ? `<w:rStyle w:val="${ownSign}"/>` : ''
      const bold = look.bold === true ? '<w:b/><w:bCs/>' : ''
      const shade = look.shaded === true ? '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>' : ''
      const side = rtl ? '<w:rtl/>' : ''
      const tag = escapeXml(languageOf(language))
      const spoken = rtl ? `<w:lang w:bidi="${tag}"/>` : `<w:lang w:val="${tag}"/>`
      return `<w:r><w:rPr>${style}${bold}${shade}${side}${spoken}</w:rPr>${lettersOf(text, is)}</w:r>`
    })
    .join('')

const lettersOf = (text: string, is: Is): string =>
  text
    .split(/([\n\t])/)
    .map(each => {
      if (each === '\n') return '<w:br/>'
      if (each === '\t') return '<w:tab/>'
      const name = is === 'struck' ? 'delText' : 't'
      return each === '' ? '' : `<w:${name} xml:space="preserve">${escapeXml(each)}</w:${name}>`
    })
    .join('')
