/** A document as an Office Open XML file. The library is loaded only when somebody asks for one. */

import type { Block, Document } from './document.ts'

type Library = typeof import('docx')

/** Whether a reader would set the text from the right: by its first letter with a direction, as `dir=auto` does. */
const isRightToLeft = (text: string): boolean => {
  const letter = /\p{L}/u.exec(text)?.[0]
  return (
    letter !== undefined &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter)
  )
}

function blockToParagraphs(
  block: Block,
  { Paragraph, TextRun, HeadingLevel }: Library,
): InstanceType<Library['Paragraph']>[] {
  const run = (text: string, more: Readonly<Record<string, unknown>> = {}) =>
    new TextRun({ text, rightToLeft: isRightToLeft(text), ...more })
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          bidirectional: isRightToLeft(block.text),
          children: [run(block.text)],
        }),
      ]
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          bidirectional: isRightToLeft(block.text),
          children: [run(block.text)],
        }),
      ]
    case 'line':
      return [
        new Paragraph({
          bidirectional: isRightToLeft(block.text),
          children: [run(block.text, { italics: true, size: 18 })],
        }),
      ]
    case 'rule':
      return [new Paragraph({ thematicBreak: true })]
    case 'text': {
      const isMarked = new Set(block.pieces.map(piece => piece.marking)).size > 1
      const [first] = block.pieces
      const bidirectional = isRightToLeft(first?.text ?? '')
      const runs = block.pieces.flatMap(({ text, marking }) => [
        ...text.split('\n').map((line, i) => run(line, i === 0 ? {} : { break: 1 })),
        ...(isMarked && marking !== undefined ? [run(` [${marking}] `, { italics: true, size: 18 })] : []),
      ])
      const whole =
        !isMarked && first?.marking !== undefined
          ? [new Paragraph({ children: [run(first.marking, { italics: true, size: 18 })] })]
          : []
      return [
        new Paragraph({ bidirectional, spacing: { before: 120, after: 120 }, children: runs }),
        ...whole,
      ]
    }
  }
}

export async function documentToDocx(document: Document): Promise<Uint8Array> {
  const library = await import('docx')
  const { Document: File, Packer } = library
  const file = new File({
    title: document.title,
    creator: 'Good Offices',
    sections: [{ children: document.blocks.flatMap(block => blockToParagraphs(block, library)) }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}
