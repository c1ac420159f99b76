/** A document as plain text, for a terminal and for pipes. */

import type { Block, Document } from '@goodoffices/client'
import { indent, printable } from './text.ts'

function blockToText(block: Block): string {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'line':
      return printable(block.text)
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
  }
}

export const documentToText = (document: Document): string => document.blocks.map(blockToText).join('\n\n')
