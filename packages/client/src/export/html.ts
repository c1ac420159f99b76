/** A document as one HTML file that needs nothing else, reads on a phone and prints well. */

import type { Block } from './blocks.ts'
import type { Document } from './document.ts'
import { linesOf, piecesOf, withoutMarks, xmlSafe } from './letters.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string): string => xmlSafe(text).replaceAll(/[&<>"']/g, sign => escapes[sign] ?? sign)
/** Somebody's words: each way of ending a line is one. */
const words = (text: string): string => linesOf(text).map(escape).join('\n')
/** A line of the copy: what people wrote in it does not turn its direction. */
const line = (text: string): string =>
  piecesOf(text)
    .map(piece => (piece.isolated ? `<bdi>${words(piece.text)}</bdi>` : words(piece.text)))
    .join('')

const style = `
:root { color-scheme: light dark; --ink: #1b1b1a; --quiet: #62605b; --line: #d9d6cf; --paper: #fdfcf9; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --quiet: #a5a198; --line: #3b3936; --paper: #171614; } }
body { margin: 0 auto; padding: 3rem 1.5rem 6rem; max-inline-size: 40rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", "Noto Naskh Arabic", "Amiri", Georgia, serif; }
h1 { font-weight: 500; font-size: 1.5rem; line-height: 1.3; margin-block: 1rem .5rem; }
h2 { font-weight: 600; font-size: 1.0625rem; margin-block: 2.25rem .25rem; break-after: avoid; }
p { margin-block: .25rem; }
.line, .code { color: var(--quiet); font-size: .875rem; break-inside: avoid; white-space: pre-line; overflow-wrap: anywhere; }
.text { margin-block: .75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.piece { border-block-end: 1px dotted var(--quiet); }
.marking { color: var(--quiet); font-size: .8125rem; font-style: italic; }
hr { border: 0; border-block-start: 1px solid var(--line); margin-block: 3rem; break-after: page; }
hr:first-of-type { break-after: auto; }
@media print { body { padding: 0; max-inline-size: none; background: none; color: #000; font-size: 11pt; } hr { visibility: hidden; } }
@page { margin: 22mm 20mm; @bottom-center { content: counter(page); } }
`

function blockToHtml(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${line(block.text)}</h1>`
    case 'heading':
      return `<h2>${line(block.text)}</h2>`
    case 'line':
      return `<p class="line">${line(block.text)}</p>`
    case 'code':
      return `<p class="code" dir="ltr">${escape(block.text)}</p>`
    case 'rule':
      return '<hr>'
    case 'text': {
      const pieces = block.pieces.map(({ text, marking }) =>
        marking === undefined
          ? words(text)
          : `<bdi class="piece">${words(text)}</bdi> <span class="marking">[${escape(marking)}]</span> `,
      )
      const language = block.language === undefined ? '' : ` lang="${escape(block.language)}"`
      return `<div class="text" dir="auto"${language}>${pieces.join('')}</div>`
    }
    default:
      return block satisfies never
  }
}

export const documentToHtml = (document: Document): string =>
  `<!doctype html>
<html lang="${document.language}" dir="${document.direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(withoutMarks(document.title))}</title>
<style>${style}</style>
<body>
${document.blocks.map(blockToHtml).join('\n')}
</body>
</html>
`
