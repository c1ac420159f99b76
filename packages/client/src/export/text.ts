/** A document as plain text, for a terminal and for pipes. */

import type { Block } from './blocks.ts'
import type { Document } from './document.ts'
import { linesOf, withoutMarks } from './letters.ts'

const indent = (text: string): string =>
  linesOf(text)
    .map(line => (line === '' ? '' : `    ${line}`))
    .join('\n')

function blockToText(block: Block): string {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'line':
    case 'code':
      return linesOf(withoutMarks(block.text)).join('\n')
    case 'text':
      return indent(
        block.pieces
          .map(({ text, marking }) =>
            marking === undefined || block.pieces.length === 1 ? text : `${text} [${marking}] `,
          )
          .join(''),
      )
    case 'rule':
      return '-'.repeat(40)
    default:
      return block satisfies never
  }
}

export const documentToText = (document: Document): string => document.blocks.map(blockToText).join('\n\n')

/** The same of some blocks, a line each. */
export const blocksToLines = (blocks: readonly Block[]): readonly string[] => blocks.map(blockToText)
