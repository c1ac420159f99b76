/**
 * A Word file as words: what each paragraph says, who put in and struck what, comments, footnotes and numbers; and how much of which
 * kind was left out. Nothing is fetched, nothing outside of the file is looked at.
 */

import { fail, ok } from '../../../result.ts'
import { type Around, BodyReader, changeOf, TooLong } from './body.ts'
import { type Changed, leftOutKinds, type WordParagraph, type WordText } from './content.ts'
import { cleanText } from './letters.ts'
import { wordLimits } from './limits.ts'
import { readNumbering, readStyles } from './numbering.ts'
import { type Part, relationsOf } from './relations.ts'
import { type Archive, openArchive } from './unpack.ts'
import { childNamed, childrenOf, parseXml, type XmlElement } from './xml.ts'

type Notes = ReadonlyMap<string, string>

/** Words of a comment or footnote: those that stand once what was put in is in, and what was struck is not. */
function plainText(of: XmlElement): string {
  const reader = new BodyReader(nothingAround)
  reader.read(of)
  return cleanText(
    reader.paragraphs
      .map(({ pieces }) =>
        pieces
          .filter(({ struck }) => struck === undefined)
          .map(({ text }) => text)
          .join(''),
      )
      .join('\n'),
  ).text.trim()
}

const nothingAround: Around = {
  styles: new Map(),
  numbering: { levels: new Map(), lists: new Map() },
  comments: new Map(),
  footnotes: new Map(),
  endnotes: new Map(),
}

function readNotes(root: XmlElement | undefined, name: 'footnote' | 'endnote'): Notes {
  const notes = new Map<string, string>()
  for (const note of root === undefined ? [] : childrenOf(root)) {
    // The line above the notes is one of them, for Word.
    if (note.name === name && note.attributes.get('type') === undefined) {
      notes.set(note.attributes.get('id') ?? '', plainText(note))
    }
  }
  return notes
}

function readComments(root: XmlElement | undefined): Around['comments'] {
  const comments = new Map<string, Changed & { readonly text: string }>()
  for (const comment of (root === undefined ? [] : childrenOf(root)).slice(0, wordLimits.commentsMax)) {
    comments.set(comment.attributes.get('id') ?? '', { ...changeOf(comment), text: plainText(comment) })
  }
  return comments
}

/** The parts of a file as trees: the document, and what it names. */
function openParts(archive: Archive) {
  const top = relationsOf(archive, '')
  if (!top.ok) return top
  const main = top.value.get('officeDocument')
  if (main === undefined) return fail('file-not-word')
  const beside = relationsOf(archive, main)
  if (!beside.ok) return beside
  const parts = new Map<Part, XmlElement>()
  for (const [part, path] of [['officeDocument', main] as const, ...beside.value]) {
    const bytes = archive.read(path)
    if (!bytes.ok) return bytes
    const root = bytes.value === undefined || !isRead(part) ? undefined : parseXml(bytes.value)
    if (root === undefined) continue
    if (!root.ok) return root
    parts.set(part, root.value)
  }
  return ok(parts)
}

const read: ReadonlySet<string> = new Set<Part>([
  'officeDocument',
  'styles',
  'numbering',
  'comments',
  'footnotes',
  'endnotes',
])
const isRead = (part: string): boolean => read.has(part)

/** Fails with a code of `WordCode`; what is read then is nothing. */
export function readWord(bytes: Uint8Array) {
  const archive = openArchive(bytes)
  if (!archive.ok) return archive
  const parts = openParts(archive.value)
  if (!parts.ok) return parts
  const root = parts.value.get('officeDocument')
  const body = childNamed(root, 'body')
  if (root?.name !== 'document' || body === undefined) return fail('file-not-word')
  const styles = readStyles(parts.value.get('styles'))
  const reader = new BodyReader({
    styles,
    numbering: readNumbering(parts.value.get('numbering'), styles),
    comments: readComments(parts.value.get('comments')),
    footnotes: readNotes(parts.value.get('footnotes'), 'footnote'),
    endnotes: readNotes(parts.value.get('endnotes'), 'endnote'),
  })
  try {
    reader.read(body)
  } catch (error) {
    if (error instanceof TooLong) return fail('file-too-long')
    throw error
  }
  return ok<WordText>({
    paragraphs: settleEnds(reader.paragraphs),
    leftOut: leftOutKinds.flatMap(kind => {
      const count = reader.leftOut.get(kind)
      return count === undefined ? [] : [{ kind, count }]
    }),
    authors: [...reader.authors],
  })
}

const isWholly = ({ pieces }: WordParagraph, is: 'put' | 'struck'): boolean =>
  pieces.length > 0 && pieces.every(piece => piece[is] !== undefined)

/**
 * Whoever adds a paragraph behind another presses Enter at its end: Word says then that the end of the first was put in, and the second
 * ends where the first did. Read so, the second is the new one, and the first as it was.
 */
function settleEnds(paragraphs: readonly WordParagraph[]): readonly WordParagraph[] {
  const settled = [...paragraphs]
  settled.forEach((paragraph, at) => {
    const { end, ...bare } = paragraph
    if (end === undefined || isWholly(paragraph, end.is)) return
    let last = at + 1
    for (let next = settled[last]; next?.end?.is === end.is && isWholly(next, end.is); next = settled[last])
      last += 1
    const ending = settled[last]
    if (ending === undefined || ending.end !== undefined || !isWholly(ending, end.is)) return
    settled[at] = bare
    settled[last] = { ...ending, end }
  })
  return settled
}
