/**
 * A draft as a Word file: clean, or as tracked changes against an earlier one; in one language, or in two side by side. The same draft gives
 * the same bytes, and nothing stands in them that is not in the draft.
 */

import type { ClauseKind, DraftClause, Piece } from '@goodoffices/core'
import { strToU8, zipSync } from 'fflate'
import { bookmarkOf, ownSign } from './bookmarks.ts'
import { clausesAsTheyStand, clausesCompared, type FileClause, type Rendered } from './changes.ts'
import { depthsMax, escapeXml, membersOf, part, relationOf, type WordParts } from './parts.ts'
import { isFromRight, Runs, runsOf } from './runs.ts'

/** What a reader of the draft may see that somebody said of a clause: whoever said it by their side's name. */
export type FileComment = {
  readonly clause: DraftClause['clause']
  readonly by: string
  readonly body: string
  readonly quote?: string
}

export type WordWanted = {
  readonly title: string
  /** On every page: what the document is and under whose responsibility, and its number. */
  readonly headline: string
  readonly clauses: readonly DraftClause[]
  /** Against which draft it is a redline. */
  readonly before?: readonly DraftClause[]
  /** One, or two side by side. */
  readonly languages: readonly [string] | readonly [string, string]
  readonly comments?: readonly FileComment[]
  readonly words: FileWords
}

/** What the file says by itself, in the language that is asked for. */
export type FileWords = {
  readonly language: string
  readonly standing: (clause: DraftClause, language: string) => string | undefined
  readonly footnote: (kind: NonNullable<DraftClause['footnotes']>[number]['footnoteKind']) => string
  readonly languageName: (language: string) => string
}

const headings: ReadonlyMap<ClauseKind, number> = new Map<ClauseKind, number>([
  ['annex', 1],
  ['part', 1],
  ['chapter', 2],
  ['section', 3],
  ['article', 3],
])

/** Word counts its first two footnotes for the line above them. */
const firstNote = 1

class WordWriter {
  readonly #wanted: WordWanted
  readonly #runs = new Runs()
  readonly #notes: string[] = []
  readonly #listed: string[] = []
  readonly #comments: string[] = []
  #bookmarks = 0

  constructor(wanted: WordWanted) {
    this.#wanted = wanted
  }

  parts(): WordParts {
    const { clauses, before, languages, title, headline, words } = this.#wanted
    const rows =
      before === undefined
        ? clausesAsTheyStand(clauses, languages)
        : clausesCompared([before, clauses], languages)
    const [first, second] = languages
    const body =
      second === undefined
        ? rows.map(row => this.#clause(row, row.in[0], first)).join('')
        : this.#table(rows, first, second)
    const name = this.#paragraph('Title', first, runsOf(title, { language: first }))
    const side = isFromRight(first) ? '<w:bidi/>' : ''
    const section = `<w:sectPr><w:headerReference w:type="default" r:id="${relationOf('header')}"/><w:footerReference w:type="default" r:id="${relationOf('footer')}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1304" w:bottom="1304" w:left="1304" w:header="680" w:footer="567" w:gutter="0"/>${side}</w:sectPr>`
    return {
      document: part('document', `<w:body>${name}${body}${this.#listed.join('')}${section}</w:body>`),
      header: part(
        'hdr',
        this.#paragraph('GoodOfficesNote', words.language, runsOf(headline, { language: words.language })),
      ),
      footer: part(
        'ftr',
        '<w:p><w:pPr><w:pStyle w:val="GoodOfficesNote"/><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
      ),
      ...(this.#notes.length === 0
        ? {}
        : { footnotes: part('footnotes', separators + this.#notes.join('')) }),
      ...(this.#comments.length === 0 ? {} : { comments: part('comments', this.#comments.join('')) }),
    }
  }

  #paragraph(style: string, language: string, runs: string, end: Piece['is'] = 'kept'): string {
    const side = isFromRight(language) ? '<w:bidi/>' : ''
    const mark = end === 'kept' ? '' : `<w:rPr>${this.#runs.change(end)}</w:rPr>`
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${side}${mark}</w:pPr>${runs}</w:p>`
  }

  /** Of a clause that was struck here and put in elsewhere the id is there. */
  #bookmarked(name: string, runs: string, is: Piece['is']): string {
    if (is === 'struck') return runs
    const id = (this.#bookmarks += 1)
    return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${runs}<w:bookmarkEnd w:id="${id}"/>`
  }

  #clause(
    { clause, is, depth }: FileClause,
    { label, heading, words }: Rendered = { label: [], heading: [], words: [] },
    language: string,
  ): string {
    const runs = this.#runs
    const level = headings.get(clause.clauseKind)
    const said = this.#wanted.words.standing(clause, language)
    const front = [
      ...label.map(piece => runs.sign(piece.text, language, piece.is)),
      ...(said === undefined ? [] : [runs.sign(` (${said})`, language, is)]),
      ...(label.length === 0 && said === undefined ? [] : [runs.sign('\t', language, is)]),
    ].join('')
    const bracket = (sign: string): string => (clause.bracketed ? runs.sign(sign, language, is) : '')
    const body =
      bracket('[') + runs.words(words, language) + bracket(']') + this.#beside(clause, is, language)
    const isApart = heading.length > 0
    const style = `Clause${Math.min(depth, depthsMax)}`
    // Of two clauses that are one paragraph, each with what stands beside it, no id is found.
    const paragraphs = isApart
      ? [
          this.#paragraph(
            level === undefined ? style : `Heading${level}`,
            language,
            front +
              this.#bookmarked(
                bookmarkOf(clause.clause, language, 'heading'),
                runs.words(heading, language),
                is,
              ),
            is,
          ),
          ...(words.length === 0 && body === ''
            ? []
            : [
                this.#paragraph(
                  style,
                  language,
                  this.#bookmarked(bookmarkOf(clause.clause, language, 'words'), body, is),
                  is,
                ),
              ]),
        ]
      : [
          this.#paragraph(
            style,
            language,
            front + this.#bookmarked(bookmarkOf(clause.clause, language, 'words'), body, is),
            is,
          ),
        ]
    return paragraphs.join('')
  }

  /** Footnotes and comments, by what stands for them in the words. Of what is struck none. */
  #beside({ clause, footnotes = [] }: DraftClause, is: Piece['is'], language: string): string {
    if (is === 'struck') return ''
    const [first, second] = this.#wanted.languages
    const notes = footnotes.map(({ footnoteKind, body }) => {
      const kind = this.#wanted.words.footnote(footnoteKind)
      if (second !== undefined) {
        // Footnotes of cells come out empty in some programs: they stand behind the table.
        if (language !== first) return ''
        const sign = `*${this.#listed.length + 1}`
        const said = runsOf(`${sign} ${kind} ${body}`, { language, look: { sign: true } })
        this.#listed.push(this.#paragraph('GoodOfficesNote', language, said))
        return this.#runs.sign(` ${sign}`, language)
      }
      const id = firstNote + this.#notes.length
      const mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
      const words = this.#paragraph(
        'GoodOfficesNote',
        language,
        `${mark}<w:footnoteRef/></w:r>${this.#runs.sign(` ${kind} `, language)}${runsOf(body, { language })}`,
      )
      this.#notes.push(`<w:footnote w:id="${id}">${words}</w:footnote>`)
      return `${mark}<w:footnoteReference w:id="${id}"/></w:r>`
    })
    const comments = (this.#wanted.comments ?? [])
      .filter(each => each.clause === clause && language === first)
      .map(each => this.#comment(each))
    return [...notes, ...comments].join('')
  }

  #comment({ by, body, quote }: FileComment): string {
    const id = this.#comments.length
    const { language } = this.#wanted.words
    const said = [...(quote === undefined ? [] : [`“${quote}”`]), body]
    const paragraphs = said.map(text => `<w:p>${runsOf(text, { language })}</w:p>`)
    this.#comments.push(
      `<w:comment w:id="${id}" w:author="${escapeXml(by)}" w:initials="">${paragraphs.join('')}</w:comment>`,
    )
    // Anchored to something: what hangs on nothing is dropped by some programs.
    return `<w:commentRangeStart w:id="${id}"/>${this.#runs.sign('°', language)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
  }

  #table(rows: readonly FileClause[], first: string, second: string): string {
    const named = [first, second].map(language => {
      const name = this.#wanted.words.languageName(language)
      return cell(
        this.#paragraph(
          'GoodOfficesNote',
          language,
          runsOf(name, { language, look: { sign: true, bold: true } }),
        ),
      )
    })
    const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${named.join('')}</w:tr>`
    const body = rows.map(row => {
      const mark = row.is === 'kept' ? '' : `<w:trPr>${this.#runs.change(row.is)}</w:trPr>`
      const cells = [first, second].map((language, at) => cell(this.#clause(row, row.in[at], language)))
      return `<w:tr>${mark}${cells.join('')}</w:tr>`
    })
    const side = isFromRight(first) ? '<w:bidiVisual/>' : ''
    return `<w:tbl><w:tblPr>${side}<w:tblW w:w="9298" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="4649"/><w:gridCol w:w="4649"/></w:tblGrid>${head}${body.join('')}</w:tbl><w:p/>`
  }
}

const cell = (content: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="4649" w:type="dxa"/></w:tcPr>${content}</w:tc>`

const separators =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'

/** The file's bytes. */
export const writeWord = (wanted: WordWanted): Uint8Array =>
  // By the clock of the place, as a ZIP file has it: the same numbers everywhere.
  zipSync(membersOf(new WordWriter(wanted).parts(), ownSign, strToU8), { mtime: new Date(1980, 0, 1) })
