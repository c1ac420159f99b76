/**
 * A Word file of 300 pages with tracked changes, as a mediator imports it: unpacked, read and laid beside a text of as many clauses, of which
 * a third was written anew in part, against unpacking and parsing its XML alone. `node bench/text/word.ts [pages]`.
 */

import { strToU8, unzipSync, zipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { passagesOf } from '../../packages/client/src/areas/text/word/passages.ts'
import { readWord } from '../../packages/client/src/areas/text/word/read.ts'
import { asBefore, reviewPassages } from '../../packages/client/src/areas/text/word/review.ts'
import type { ClauseId } from '../../packages/core/src/index.ts'

const pages = Number(process.argv[2] ?? 300)
const roundsMax = 5
/** A page: six paragraphs of a hundred words, of which every tenth word was changed. */
const perPage = 6
let seed = 7
const next = (below: number): number => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed % below
}
const letters = 'abcdefghilmnoprstuابتدرسعلمنهوي'
const words = Array.from({ length: 3_000 }, () =>
  Array.from({ length: 3 + next(6) }, () => letters[next(letters.length)]).join(''),
)
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const run = (name: string, text: string) =>
  `<w:r w:rsidR="00A1"><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:${name} xml:space="preserve">${text} </w:${name}></w:r>`
/** A few words often, most of them seldom. */
const word = () => words[next(next(words.length) + 1)] ?? ''
const paragraph = (at: number) =>
  `<w:p><w:pPr><w:jc w:val="both"/></w:pPr>${run('t', `${at + 1}.`)}${Array.from({ length: 10 }, () => `${run('t', Array.from({ length: 9 }, word).join(' '))}<w:ins w:id="1" w:author="Upper"><w:r><w:t>${word()} </w:t></w:r></w:ins><w:del w:id="2" w:author="Lower">${run('delText', word())}</w:del>`).join('')}</w:p>`
const body = Array.from({ length: pages * perPage }, (_, at) => paragraph(at)).join('')
const file = zipSync({
  '_rels/.rels': strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ),
  'word/document.xml': strToU8(`<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`),
})

const median = (run: () => void): number => {
  const times = Array.from({ length: roundsMax }, () => {
    const begun = performance.now()
    run()
    return performance.now() - begun
  }).toSorted((one, other) => one - other)
  return times[times.length >> 1] ?? 0
}

const readFile = () => {
  const read = readWord(file)
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}
const known = readFile()
const stands = {
  languages: ['en'],
  clauses: passagesOf(known).passages.map(({ words: pieces }, at) => ({
    clause: `c${at}` as ClauseId,
    // Every third was written anew in part since the file left.
    renderings: [{ language: 'en', body: asBefore(pieces).slice(at % 3 === 0 ? 120 : 0) }],
  })),
}
const parse = median(() => {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', () => undefined)
  parser.on('text', () => undefined)
  parser.write(new TextDecoder().decode(unzipSync(file)['word/document.xml'])).close()
})
const reading = median(readFile)
const reviewing = median(() => {
  reviewPassages(stands, { word: known })
})
const megabytes = (body.length / 1e6).toFixed(1)
process.stdout.write(
  `${pages} pages, ${known.paragraphs.length} paragraphs, ${megabytes} million letters of XML, ${(file.length / 1e6).toFixed(1)} MB packed\n` +
    `unpacking and parsing alone   ${parse.toFixed(0)} ms\n` +
    `read with changes and labels  ${reading.toFixed(0)} ms  ×${(reading / parse).toFixed(2)}\n` +
    `laid beside as many clauses   ${reviewing.toFixed(0)} ms  ×${(reviewing / parse).toFixed(2)}\n`,
)
