/**
 * A document as an Office Open XML file. The library is loaded only when somebody asks for one. The same document gives the same
 * bytes: what the library takes from the clock is put right afterwards.
 */

import type { Block } from './blocks.ts'
import type { Document } from './document.ts'
import { linesOf, piecesOf, withoutMarks, xmlSafe } from './letters.ts'
import { isRightToLeft, officeLanguages, stretchesOf } from './stretches.ts'

type Library = typeof import('docx')
type Paragraph = InstanceType<Library['Paragraph']>
type Run = InstanceType<Library['TextRun']>
type Look = { readonly italics?: true; readonly size?: number }

const small: Look = { italics: true, size: 18 }

class Paragraphs {
  readonly #library: Library
  readonly #document: Document

  constructor(library: Library, document: Document) {
    this.#library = library
    this.#document = document
  }

  of(block: Block): readonly Paragraph[] {
    const { Paragraph, HeadingLevel } = this.#library
    const isRtl = this.#document.direction === 'rtl'
    switch (block.kind) {
      case 'title':
      case 'heading': {
        const heading = block.kind === 'title' ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
        return [new Paragraph({ heading, bidirectional: isRtl, children: this.#line(block.text) })]
      }
      case 'line':
        return [new Paragraph({ bidirectional: isRtl, children: this.#line(block.text, small) })]
      case 'code':
        return [new Paragraph({ bidirectional: false, children: this.#runs(block.text, false, small) })]
      case 'rule':
        return [new Paragraph({ thematicBreak: true })]
      case 'text': {
        const bidirectional = isRightToLeft(block.pieces.map(({ text }) => text).join(' ')) ?? isRtl
        const children = block.pieces.flatMap(({ text, marking }) => [
          ...this.#runs(text, bidirectional, {}, block.language),
          ...(marking === undefined ? [] : this.#runs(` [${marking}] `, isRtl, small)),
        ])
        return [new Paragraph({ bidirectional, spacing: { before: 120, after: 120 }, children })]
      }
      default:
        return block satisfies never
    }
  }

  #line(text: string, look: Look = {}): Run[] {
    const isRtl = this.#document.direction === 'rtl'
    return piecesOf(text).flatMap(piece => this.#runs(piece.text, isRtl, look))
  }

  #runs(text: string, whole: boolean, look: Look, language?: string): Run[] {
    const { TextRun } = this.#library
    const tongue = language === undefined ? {} : { language: { value: language, bidirectional: language } }
    return linesOf(text).flatMap((line, index) => {
      const stretches = stretchesOf(xmlSafe(line), whole)
      return (stretches.length === 0 ? [{ text: '', rtl: whole }] : stretches).map(
        (stretch, place) =>
          new TextRun({
            text: stretch.text,
            rightToLeft: stretch.rtl,
            ...look,
            ...tongue,
            ...(index > 0 && place === 0 ? { break: 1 } : {}),
          }),
      )
    })
  }
}

export async function documentToDocx(document: Document): Promise<Uint8Array> {
  const library = await import('docx')
  const { Document: File, Packer } = library
  const paragraphs = new Paragraphs(library, document)
  const own = officeLanguages[document.language]
  const bidirectional = document.direction === 'rtl' ? own : officeLanguages.ar
  const file = new File({
    title: xmlSafe(withoutMarks(document.title)),
    creator: 'Good Offices',
    styles: { default: { document: { run: { language: { value: own, bidirectional } } } } },
    sections: [{ children: document.blocks.flatMap(block => paragraphs.of(block)) }],
  })
  return sameEachTime(new Uint8Array(await Packer.toArrayBuffer(file)), document.time)
}

/** Neither when nor where the file was made is in it: its date is that of the last entry. */
async function sameEachTime(bytes: Uint8Array, time: number): Promise<Uint8Array> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
  const files = Object.entries(unzipSync(bytes)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const date = new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
  const dated = files.map(([name, content]): [string, Uint8Array] => [
    name,
    name === 'docProps/core.xml'
      ? strToU8(strFromU8(content).replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`))
      : content,
  ])
  // By the clock of the place, as a ZIP file has it: the same numbers everywhere.
  return zipSync(Object.fromEntries(dated), { mtime: new Date(1980, 0, 1) })
}
