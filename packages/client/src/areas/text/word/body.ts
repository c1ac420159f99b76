/** The body of a Word file, paragraph by paragraph: what was put in and struck, by whom, and what else stands there. */

import { ownSign } from './bookmarks.ts'
import type { Changed, LeftOutKind, WordComment, WordParagraph, WordPiece } from './content.ts'
import { cleanStretch } from './letters.ts'
import { wordLimits } from './limits.ts'
import { createLabels, headingOf, type Numbering, type Styles } from './numbering.ts'
import { childNamed, childrenOf, isOn, textIn, valueOf, type XmlElement } from './xml.ts'

export type Around = {
  readonly styles: Styles
  readonly numbering: Numbering
  /** By id: what was said, and by whom. */
  readonly comments: ReadonlyMap<string, Changed & { readonly text: string }>
  readonly footnotes: ReadonlyMap<string, string>
  readonly endnotes: ReadonlyMap<string, string>
}

/** What stands within a change, or within a change within another. */
type Within = { readonly put?: Changed; readonly struck?: Changed }

type Draft = {
  pieces: WordPiece[]
  label: string
  readonly bookmarks: string[]
  readonly comments: string[]
  readonly footnotes: string[]
}

export const changeOf = ({ attributes }: XmlElement): Changed => {
  const by = cleanStretch(attributes.get('author') ?? '').text.trim()
  const at = attributes.get('date')
  return at === undefined ? { by } : { by, at }
}

/** What holds others and says nothing by itself. */
const holders: ReadonlySet<string> = new Set([
  'hyperlink',
  'smartTag',
  'customXml',
  'sdt',
  'sdtContent',
  'fldSimple',
  'dir',
  'bdo',
  'ruby',
  'rubyBase',
  'tbl',
  'tr',
  'tc',
])
const signsOf: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
}

export class TooLong extends Error {
  override readonly name = 'TooLong'
}

export class BodyReader {
  readonly paragraphs: WordParagraph[] = []
  readonly leftOut = new Map<LeftOutKind, number>()
  readonly authors = new Set<string>()
  readonly #around: Around
  readonly #label: ReturnType<typeof createLabels>
  /** What comments are about, as far as it has come; and those that have not ended. */
  readonly #quotes = new Map<string, string>()
  readonly #quoting = new Set<string>()
  readonly #boxes: XmlElement[] = []

  constructor(around: Around) {
    this.#around = around
    this.#label = createLabels(around.numbering, around.styles)
  }

  read(of: XmlElement, within: Within = {}): void {
    for (const child of childrenOf(of)) {
      const { name } = child
      if (name === 'p') this.#paragraph(child, within)
      else if (name === 'sectPr') this.#section(child)
      else if (name === 'altChunk') this.leave('objects')
      else if (name === 'either:AlternateContent') this.#either(child, each => this.read(each, within))
      else if (name === 'ins' || name === 'moveTo') this.read(child, this.#put(child, within))
      else if (name === 'del' || name === 'moveFrom') this.read(child, this.#struck(child, within))
      else if (holders.has(name)) {
        if (name === 'tbl') this.leave('tables')
        this.read(child, within)
      }
    }
  }

  leave(kind: LeftOutKind, count = 1): void {
    if (count > 0) this.leftOut.set(kind, (this.leftOut.get(kind) ?? 0) + count)
  }

  #put(change: XmlElement, within: Within): Within {
    return { ...within, put: this.#by(change) }
  }

  #struck(change: XmlElement, within: Within): Within {
    return { ...within, struck: this.#by(change) }
  }

  #by(change: XmlElement): Changed {
    const changed = changeOf(change)
    this.authors.add(changed.by)
    return changed
  }

  #section(section: XmlElement): void {
    this.leave(
      'headers',
      childrenOf(section).filter(({ name }) => /^(?:header|footer)Reference$/.test(name)).length,
    )
  }

  #either(of: XmlElement, take: (chosen: XmlElement) => void): void {
    const chosen = childNamed(of, 'either:Choice') ?? childNamed(of, 'either:Fallback')
    if (chosen !== undefined) take(chosen)
  }

  #paragraph(paragraph: XmlElement, within: Within): void {
    if (this.paragraphs.length >= wordLimits.paragraphsMax) throw new TooLong()
    const properties = childNamed(paragraph, 'pPr')
    const style = valueOf(childNamed(properties, 'pStyle'))
    const draft: Draft = { pieces: [], label: '', bookmarks: [], comments: [], footnotes: [] }
    if (childNamed(properties, 'pPrChange') !== undefined) this.leave('formatting')
    const section = childNamed(properties, 'sectPr')
    if (section !== undefined) this.#section(section)
    this.#inline(paragraph, draft, within)
    const counted = this.#label(properties, style)
    const label = draft.label.trim() === '' ? counted : draft.label.trim()
    const heading = this.#heading(properties, style)
    const end = this.#end(properties, within)
    this.paragraphs.push({
      pieces: draft.pieces,
      ...(label === undefined || label === '' ? {} : { label }),
      ...(heading === undefined ? {} : { heading }),
      bookmarks: draft.bookmarks,
      ...(end === undefined ? {} : { end }),
      comments: draft.comments.flatMap(id => this.#comment(id)),
      footnotes: draft.footnotes,
    })
    for (const box of this.#boxes.splice(0)) this.read(box, within)
  }

  #heading(properties: XmlElement | undefined, style: string | undefined): number | undefined {
    if (/^title$/i.test(this.#around.styles.get(style ?? '')?.name ?? '')) return 0
    const outline = Number(valueOf(childNamed(properties, 'outlineLvl')) ?? Number.NaN)
    return outline < 9 ? outline + 1 : headingOf(this.#around.styles, style)
  }

  #end(properties: XmlElement | undefined, within: Within): WordParagraph['end'] {
    const mark = childNamed(properties, 'rPr')
    const [put, struck] = [
      childNamed(mark, 'ins') ?? childNamed(mark, 'moveTo'),
      childNamed(mark, 'del') ?? childNamed(mark, 'moveFrom'),
    ]
    if (struck !== undefined) return { ...this.#by(struck), is: 'struck' }
    if (put !== undefined) return { ...this.#by(put), is: 'put' }
    if (within.struck !== undefined) return { ...within.struck, is: 'struck' }
    return within.put === undefined ? undefined : { ...within.put, is: 'put' }
  }

  #comment(id: string): readonly WordComment[] {
    const said = this.#around.comments.get(id)
    if (said === undefined) return []
    this.authors.add(said.by)
    const quote = this.#quotes.get(id) ?? ''
    this.#quotes.delete(id)
    return [{ ...said, quote }]
  }

  #inline(of: XmlElement, draft: Draft, within: Within): void {
    for (const child of childrenOf(of)) {
      const { name, attributes } = child
      const id = attributes.get('id') ?? ''
      if (name === 'r') this.#run(child, draft, within)
      else if (name === 'ins' || name === 'moveTo') this.#inline(child, draft, this.#put(child, within))
      else if (name === 'del' || name === 'moveFrom') this.#inline(child, draft, this.#struck(child, within))
      else if (name === 'bookmarkStart') draft.bookmarks.push(attributes.get('name') ?? '')
      else if (name === 'commentRangeStart') this.#quoting.add(id)
      else if (name === 'commentRangeEnd') this.#quoting.delete(id)
      else if (name === 'math:oMath' || name === 'math:oMathPara') this.leave('formulas')
      else if (name === 'either:AlternateContent')
        this.#either(child, each => this.#inline(each, draft, within))
      else if (holders.has(name)) {
        if (name === 'fldSimple') this.leave('fields')
        this.#inline(child, draft, within)
      }
    }
  }

  #run(run: XmlElement, draft: Draft, within: Within): void {
    const properties = childNamed(run, 'rPr')
    if (childNamed(properties, 'rPrChange') !== undefined) this.leave('formatting')
    const isHidden = isOn(childNamed(properties, 'vanish'))
    const isOwn = valueOf(childNamed(properties, 'rStyle')) === ownSign
    this.#pieces(
      run,
      draft,
      text => {
        if (text === '') return
        if (isHidden) this.leave('hidden')
        else if (isOwn) draft.label += within.struck === undefined ? text : ''
        else this.#say(text, draft, within)
      },
      within,
    )
  }

  #say(raw: string, draft: Draft, within: Within): void {
    const { text, dropped } = cleanStretch(raw)
    this.leave('signs', dropped)
    if (text === '') return
    for (const id of this.#quoting) this.#quotes.set(id, (this.#quotes.get(id) ?? '') + text)
    const last = draft.pieces.at(-1)
    if (last !== undefined && isSameChange(last, within)) {
      draft.pieces[draft.pieces.length - 1] = { ...last, text: last.text + text }
    } else draft.pieces.push({ text, ...within })
  }

  #pieces(run: XmlElement, draft: Draft, say: (text: string) => void, within: Within): void {
    const { comments, footnotes } = draft
    for (const child of childrenOf(run)) {
      const { name, attributes } = child
      const id = attributes.get('id') ?? ''
      if (name === 't' || name === 'delText') say(textIn(child))
      else if (signsOf[name] !== undefined) say(signsOf[name])
      else if (name === 'sym') this.#symbol(child, say)
      else if (name === 'fldChar') {
        if (attributes.get('fldCharType') === 'begin') this.leave('fields')
      } else if (name === 'commentReference') comments.push(id)
      else if (name === 'footnoteReference' || name === 'endnoteReference') {
        const notes = name === 'footnoteReference' ? this.#around.footnotes : this.#around.endnotes
        const note = within.struck === undefined ? notes.get(id) : undefined
        if (note !== undefined && note !== '') footnotes.push(note)
      } else if (name === 'drawing' || name === 'pict' || name === 'object') this.#picture(child)
      else if (name === 'either:AlternateContent') {
        this.#either(child, each => this.#pieces(each, draft, say, within))
      }
    }
  }

  /** A sign of a font of its own: of no script, unless it says which. */
  #symbol({ attributes }: XmlElement, say: (text: string) => void): void {
    const code = Number.parseInt(attributes.get('char') ?? '', 16)
    if (code > 0x20 && code < 0xd800) say(String.fromCharCode(code))
    else this.leave('signs')
  }

  #picture(picture: XmlElement): void {
    const boxes = boxesIn(picture)
    this.leave(boxes.length > 0 ? 'boxes' : picture.name === 'object' ? 'objects' : 'pictures')
    this.#boxes.push(...boxes)
  }
}

const boxesIn = (of: XmlElement): readonly XmlElement[] =>
  childrenOf(of).flatMap(child => (child.name === 'txbxContent' ? [child] : boxesIn(child)))

const isSame = (one: Changed | undefined, other: Changed | undefined): boolean =>
  one?.by === other?.by && one?.at === other?.at && (one === undefined) === (other === undefined)

const isSameChange = (one: Within, other: Within): boolean =>
  isSame(one.put, other.put) && isSame(one.struck, other.struck)
