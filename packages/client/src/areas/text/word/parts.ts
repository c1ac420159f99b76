/**
 * The parts of a Word file that hold no words of a text. No property of the document, no name, no date and no session's number is
 * written: nothing that a reader may not know can stand there.
 */

import type { Zippable } from 'fflate'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A part with Word's name spaces about it. */
export const part = (name: string, content: string): string =>
  `${head}<w:${name} xmlns:w="${main}" xmlns:r="${relations}">${content}</w:${name}>`

const style = (id: string, name: string, { of = 'paragraph', more = '' } = {}): string =>
  `<w:style w:type="${of}" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`

const heading = (level: number, size: number): string =>
  `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`

/** Clauses are set in by how deep they stand. */
export const depthsMax = 4

const styles = (sign: string): string =>
  part(
    'styles',
    [
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="24"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
      '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="240"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="36"/><w:szCs w:val="38"/></w:rPr></w:style>',
      heading(1, 30),
      heading(2, 26),
      heading(3, 24),
      ...Array.from({ length: depthsMax + 1 }, (_, depth) =>
        style(`Clause${depth}`, `Clause ${depth}`, {
          more: `<w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="${depth * 454}"/></w:pPr>`,
        }),
      ),
      style('GoodOfficesNote', 'Good Offices Note', {
        more: '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="60"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="20"/></w:rPr>',
      }),
      style(sign, 'Good Offices Sign', { of: 'character', more: '<w:rPr><w:color w:val="404040"/></w:rPr>' }),
      '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    ].join(''),
  )

const settings = part(
  'settings',
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
)

const types: Readonly<Record<string, string>> = {
  document: 'document.main',
  styles: 'styles',
  settings: 'settings',
  header: 'header',
  footer: 'footer',
  footnotes: 'footnotes',
  comments: 'comments',
}

/** The parts that hold words, by name: `document`, `header`, `footer`, and where there are any `footnotes` and `comments`. */
export type WordParts = Readonly<Partial<Record<keyof typeof types, string>>>

/** How the document names its parts. */
export const relationOf = (name: string): string => `r-${name}`

/** The members of the file, in an order that is the same each time. */
export function membersOf(words: WordParts, sign: string, toBytes: (text: string) => Uint8Array): Zippable {
  const parts: WordParts = { ...words, styles: styles(sign), settings }
  const names = Object.keys(types).filter(name => parts[name] !== undefined)
  const files: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${names.map(name => `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${types[name]}+xml"/>`).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r-document" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
        .filter(name => name !== 'document')
        .map(
          name => `<Relationship Id="${relationOf(name)}" Type="${relations}/${name}" Target="${name}.xml"/>`,
        )
        .join('')}</Relationships>`,
    ],
    ...names.map(name => [`word/${name}.xml`, parts[name] ?? ''] as const),
  ]
  return Object.fromEntries(files.map(([name, text]) => [name, toBytes(text)]))
}
