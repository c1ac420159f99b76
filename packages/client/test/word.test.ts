import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type AlternativeId,
  type BracketId,
  type ClauseId,
  clausesOf,
  currentOf,
  type DraftClause,
  keepIds,
  type TextId,
  type WorkingText,
} from '@goodoffices/core'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { WordText } from '../src/areas/text/word/content.ts'
import { passagesOf } from '../src/areas/text/word/passages.ts'
import { readWord } from '../src/areas/text/word/read.ts'
import { asAfter, asBefore } from '../src/areas/text/word/review.ts'
import { type WordWanted, writeWord } from '../src/areas/text/word/write.ts'
import {
  commentsAsFile,
  draftAsFile,
  draftsIn,
  type ImportWay,
  newId,
  planOfIssuing,
  previewIssuing,
  proposeImport,
  putImport,
  type RowChoice,
  reviewFile,
  reviewFileOfDraft,
  textAsFile,
  textToWord,
} from '../src/index.ts'
import { loadVocabulary } from '../src/words/vocabulary.ts'
import { beginTalks, meet, roomOf } from './talks.ts'
import { value } from './world.ts'

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Members = Readonly<Record<string, string>>

/** A Word file of a body, as small as one may be. */
function wordOf(body: string, more: Members = {}): Uint8Array {
  const target = (name: string) =>
    `<Relationship Id="${name}" Type="${relations}/${name}" Target="${name}.xml"/>`
  const members: Members = {
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${['comments', 'footnotes', 'numbering', 'styles'].map(target).join('')}</Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(more).map(([name, content]) => [
        `word/${name}.xml`,
        `<w:${name} xmlns:w="${namespace}">${content}</w:${name}>`,
      ]),
    ),
  }
  return zipSync(Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text)])))
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const struckRun = (text: string) => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`
const put = (by: string, inner: string) =>
  `<w:ins w:id="1" w:author="${by}" w:date="2026-03-01T10:00:00Z">${inner}</w:ins>`
const struck = (by: string, inner: string) => `<w:del w:id="2" w:author="${by}">${inner}</w:del>`
const paragraph = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`

function readable(bytes: Uint8Array): WordText {
  const read = readWord(bytes)
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}
const codeOf = (bytes: Uint8Array): string => {
  const read = readWord(bytes)
  return read.ok ? 'read' : read.error.code
}

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const counted = (at: number) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="3"/></w:numPr>`
const end = (is: 'ins' | 'del') => `<w:rPr><w:${is} w:id="5" w:author="Upper"/></w:rPr>`
const read = (body: string) =>
  passagesOf(readable(wordOf(body))).passages.map(({ words }) => [asBefore(words), asAfter(words)])
const nested = (depth: number) =>
  `<w:document xmlns:w="${namespace}"><w:body>${'<w:sdt>'.repeat(depth)}${'</w:sdt>'.repeat(depth)}</w:body></w:document>`

const bare = (text: string) => text.replaceAll(/\s/g, '')

describe('a Word file is read', () => {
  test('TXT-36 who put in and struck what stands beside the words, one change within another; comments quote what they are about', () => {
    const { paragraphs, authors } = readable(
      wordOf(
        paragraph(
          `${run('Each village ')}${put('Upper', `${run('shall ')}${struck('Lower', struckRun('always '))}`)}<w:commentRangeStart w:id="7"/>${run('open')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>${run(' it.')}`,
        ),
        { comments: `<w:comment w:id="7" w:author="Lower"><w:p>${run('Which gate?')}</w:p></w:comment>` },
      ),
    )
    const [{ pieces, comments } = { pieces: [], comments: [] }] = paragraphs
    expect(pieces).toEqual([
      { text: 'Each village ' },
      { text: 'shall ', put: { by: 'Upper', at: '2026-03-01T10:00:00Z' } },
      {
        text: 'always ',
        put: { by: 'Upper', at: '2026-03-01T10:00:00Z' },
        struck: { by: 'Lower' },
      },
      { text: 'open it.' },
    ])
    expect(asBefore(pieces)).toBe('Each village open it.')
    expect(asAfter(pieces)).toBe('Each village shall open it.')
    expect(comments).toEqual([{ by: 'Lower', text: 'Which gate?', quote: 'open' }])
    expect(authors).toEqual(['Upper', 'Lower'])
  })

  test('TXT-36 numbers are those that Word counts; headings, articles, points and footnotes become clauses under each other', () => {
    const { passages, title } = passagesOf(
      readable(
        wordOf(
          [
            paragraph(run('Rule of the canal'), '<w:pStyle w:val="T"/>'),
            paragraph(run('Mindful of the spring,')),
            paragraph(run('Hours'), counted(0)),
            paragraph(run('Each opens it at dawn.')),
            paragraph(`${run('Repairs:')}<w:r><w:footnoteReference w:id="4"/></w:r>`, counted(0)),
            paragraph(run('of the bank;'), counted(1)),
            paragraph(run('of the gate.'), counted(1)),
            paragraph(run('المادة ٣ مكررا  الحراس')),
          ].join(''),
          {
            styles: '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>',
            numbering: `<w:abstractNum w:abstractNumId="9">${level(0, 'decimal', 'Article %1')}${level(1, 'lowerLetter', '(%2)')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>`,
            footnotes: `<w:footnote w:id="4"><w:p>${run('Reserved.')}</w:p></w:footnote>`,
          },
        ),
      ),
    )
    expect(title).toBe('Rule of the canal')
    const said = passages.map(({ kind, upper, label = '', heading, words, insertedAs }) => [
      kind,
      upper ?? -1,
      label,
      asAfter(heading),
      asAfter(words),
      insertedAs ?? '',
    ])
    expect(said).toEqual([
      ['recital', -1, '', '', 'Mindful of the spring,', ''],
      ['article', -1, 'Article 1', 'Hours', 'Each opens it at dawn.', ''],
      ['article', -1, 'Article 2', '', 'Repairs:', ''],
      ['point', 2, '(a)', '', 'of the bank;', ''],
      ['point', 2, '(b)', '', 'of the gate.', ''],
      ['article', -1, 'المادة ٣ مكررا', 'الحراس', '', 'bis'],
    ])
    expect(passages[2]?.footnotes).toEqual(['Reserved.'])
  })

  test('TXT-38 what is not taken is counted by its kind, and what nobody would see is left out', () => {
    const { leftOut, paragraphs } = readable(
      wordOf(
        `${paragraph(`<w:r><w:drawing/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>${run('\u202Eseen&#1;')}<w:fldSimple>${run(' 3')}</w:fldSimple>`)}<w:tbl><w:tr><w:tc>${paragraph(run('in a cell'))}</w:tc></w:tr></w:tbl><w:sectPr><w:headerReference/></w:sectPr>`,
      ),
    )
    expect(leftOut).toEqual([
      { kind: 'pictures', count: 1 },
      { kind: 'tables', count: 1 },
      { kind: 'fields', count: 1 },
      { kind: 'headers', count: 1 },
      { kind: 'hidden', count: 1 },
      { kind: 'signs', count: 2 },
    ])
    expect(paragraphs.map(({ pieces }) => asAfter(pieces))).toEqual(['seen 3', 'in a cell'])
  })

  test('TXT-36 a paragraph added behind another leaves that as it was; an end that is struck joins two', () => {
    expect(read(paragraph(run('One.'), end('ins')) + paragraph(put('Upper', run('Two.'))))).toEqual([
      ['One.', 'One.'],
      ['', 'Two.'],
    ])
    expect(read(paragraph(run('One '), end('del')) + paragraph(run('two.')))).toEqual([
      ['One \ntwo.', 'One two.'],
    ])
  })
})

describe('a hostile file', () => {
  const plain = paragraph(run('hello'))
  const withDocument = (document: string) => {
    const members = unzipSync(wordOf(plain))
    return zipSync({ ...members, 'word/document.xml': strToU8(document) })
  }
  test.each([
    ['no ZIP', strToU8('Dear colleague, this is no Word file.'), 'file-not-word'],
    ['a ZIP without a document', zipSync({ 'a.txt': strToU8('a') }), 'file-not-word'],
    [
      'a document of old, or locked',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'file-old-or-locked',
    ],
    ['a file cut short', wordOf(plain).slice(0, 300), 'file-broken'],
    ['half an element', withDocument('<w:document'), 'file-broken'],
    [
      'letters that are none',
      zipSync({ ...unzipSync(wordOf(plain)), 'word/document.xml': Uint8Array.of(0x3c, 0xff, 0xfe) }),
      'file-broken',
    ],
    ['an entity', withDocument('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'file-declares'],
    ['depth', withDocument(nested(300)), 'file-too-deep'],
    ['a swelling member', withDocument(' '.repeat(3_000_000)), 'file-swells'],
    [
      'as many members as no file has',
      zipSync(Object.fromEntries(Array.from({ length: 4_100 }, (_, at) => [`x/${at}`, new Uint8Array(0)]))),
      'file-swells',
    ],
    [
      'as many paragraphs as no text has',
      wordOf(
        `${plain.replace('hello', 'a')}${Array.from({ length: 50_001 }, (_, at) => `<w:p>${at}</w:p>`).join('')}`,
      ),
      'file-too-long',
    ],
  ])('TXT-37 is refused with a code: %s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  test('TXT-37 a length that a member lies about is not believed', () => {
    const bytes = withDocument('a'.repeat(500_000))
    const view = new DataView(bytes.buffer)
    for (let at = 0; at + 46 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 500_000)
        view.setUint32(at + 24, 100, true)
    }
    expect(codeOf(bytes)).toBe('file-swells')
  })

  test('TXT-37 what a relationship leads to outside of the file is not looked for', () => {
    const members = unzipSync(wordOf(plain))
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relations}/comments" Target="../../../etc/passwd"/><Relationship Id="b" Type="${relations}/footnotes" Target="https://evil.example/x" TargetMode="External"/></Relationships>`
    const read = readable(zipSync({ ...members, 'word/_rels/document.xml.rels': strToU8(rels) }))
    expect(read.paragraphs).toHaveLength(1)
  })
})

/** A folder of real files, and in it `hostile/`: more than what is made here, where somebody has one. */
const folder = process.env['GOODOFFICES_WORD_FILES']
const filesIn = (sub: string): readonly string[] =>
  folder === undefined
    ? []
    : readdirSync(join(folder, sub)).flatMap(name =>
        name.endsWith('.docx') ? [join(folder, sub, name)] : [],
      )

describe.skipIf(folder === undefined)('files of a folder', () => {
  test.each(filesIn(''))('TXT-36 no letter of it is lost: %s', path => {
    const bytes = new Uint8Array(readFileSync(path))
    const { paragraphs, leftOut } = readable(bytes)
    const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(
      /<mc:Fallback>.*?<\/mc:Fallback>/gs,
      '',
    )
    const all = [...document.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)]
      .map(([, text = '']) =>
        text
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&'),
      )
      .join('')
    const signs = leftOut.find(({ kind }) => kind === 'signs')?.count ?? 0
    const read = paragraphs.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')
    expect(bare(all).length - bare(read).length).toBeLessThanOrEqual(signs)
    const { passages, title = '' } = passagesOf({ paragraphs })
    const inPassages = passages.flatMap(({ label = '', heading, words }) => [
      label,
      ...[...heading, ...words].map(({ text }) => text),
    ])
    expect([title, ...inPassages].join('').replaceAll(/\s/g, '').length).toBeGreaterThanOrEqual(
      bare(read).length,
    )
  })

  test.each(filesIn('hostile'))(
    'TXT-37 it is refused with a code, or read without what it smuggles in: %s',
    path => {
      const begun = performance.now()
      const read = readWord(new Uint8Array(readFileSync(path)))
      expect(performance.now() - begun).toBeLessThan(1_000)
      if (read.ok) {
        const text = read.value.paragraphs.flatMap(({ pieces }) => pieces.map(each => each.text)).join('')
        expect(text).toMatch(/^(?:hello|evil|ab|x)$/)
      } else expect(read.error.code).toMatch(/^file-/)
    },
  )
})

const clauseOf = (body: string, more: Partial<DraftClause> = {}, language = 'en'): DraftClause => ({
  clause: newId<ClauseId>(),
  clauseKind: 'article',
  bracketed: false,
  standing: 'open',
  renderings: [renderingOf(body, language)],
  ...more,
})
const fresh = { bracket: () => newId<BracketId>(), option: () => newId<AlternativeId>() }
const renderingOf = (body: string, language = 'en', heading?: string) => {
  const { choices } = keepIds(undefined, body, fresh)
  return {
    language,
    body,
    ...(choices.length === 0 ? {} : { choices }),
    ...(heading === undefined ? {} : { heading }),
  }
}

const words: WordWanted['words'] = {
  language: 'en',
  standing: ({ standing }) => (standing === 'open' ? undefined : standing),
  footnote: kind => `${kind}:`,
  languageName: language => language,
}
const wanted = (clauses: readonly DraftClause[], more: Partial<WordWanted> = {}): WordWanted => ({
  title: 'Rule of the canal',
  headline: 'Mediators’ text · Draft 2',
  clauses,
  languages: ['en'],
  words,
  ...more,
})

const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))

const textIn = (bytes: Uint8Array, as: typeof asBefore) =>
  passagesOf(readable(bytes)).passages.flatMap(({ heading, words: said, marked }) => {
    const text = [as(heading), as(said)].join('|')
    return text === '|' ? [] : [[marked?.clause, text]]
  })
const textOf = (clauses: readonly DraftClause[], language = 'en') =>
  clauses.map(({ clause, renderings }) => {
    const { heading = '', body = '' } = renderings.find(each => each.language === language) ?? {}
    return [clause, `${heading}|${body}`]
  })

const wordsIn = (of: readonly (readonly unknown[])[]) => of.map(([, text]) => text)

describe('a draft is written as a Word file', () => {
  const hours = clauseOf('Each village [shall] [should] open its gate at dawn.', {
    renderings: [renderingOf('Each village [shall] [should] open its gate at dawn.', 'en', 'Hours')],
  })
  const repairs = clauseOf('Each mends its own bank.', {
    standing: 'agreed',
    footnotes: [{ footnoteKind: 'reservation', body: 'Lower village reserves its position.' }],
  })
  const gone = clauseOf('The old rule falls.')
  const guards = clauseOf('Guards are paid by both.', {
    clauseKind: 'paragraph',
    upper: hours.clause,
    bracketed: true,
  })
  const later: readonly DraftClause[] = [
    { ...repairs },
    {
      ...hours,
      renderings: [renderingOf('Each village [shall] open its gate at sunrise.', 'en', 'Hours of water')],
    },
    guards,
    clauseOf('Neither sells water & <gates>.'),
  ]
  const earlier: readonly DraftClause[] = [hours, repairs, gone]

  test('TXT-35 read back it is the same clauses by their ids, with the same words; numbers, standing and brackets about the whole are none of them', () => {
    const bytes = writeWord(wanted(later))
    expect(textIn(bytes, asAfter)).toEqual(textOf(later))
    expect(passagesOf(readable(bytes)).passages[0]).toMatchObject({
      label: 'Article 1 (agreed)',
      footnotes: ['Lower village reserves its position.'],
    })
    expect(writeWord(wanted(later))).toEqual(bytes)
  })

  test('TXT-34 as a redline it is the later draft once all is accepted, and the earlier once all is rejected', () => {
    const bytes = writeWord(wanted(later, { before: earlier }))
    expect(textIn(bytes, asAfter)).toEqual(textOf(later))
    // What was struck bears no id: where a clause moved, its id is where it stands now.
    expect(wordsIn(textIn(bytes, asBefore))).toEqual(wordsIn(textOf(earlier)))
  })

  test('TXT-19 TXT-21 no person, no date, no property and no number of a session is in any of its bytes; the status line is on every page', () => {
    const parts = partsOf(
      writeWord(
        wanted(later, {
          before: earlier,
          comments: [{ clause: hours.clause, by: 'Upper village', body: 'Which dawn?', quote: 'dawn' }],
        }),
      ),
    )
    expect(Object.keys(parts).filter(name => name.startsWith('docProps'))).toEqual([])
    const all = Object.values(parts).join('\n')
    expect(all).not.toMatch(/w:date|w:rsid|dcterms|cp:|lastModifiedBy/)
    expect(new Set([...all.matchAll(/w:author="([^"]*)"/g)].map(([, by]) => by))).toEqual(
      new Set(['Good Offices', 'Upper village']),
    )
    expect(parts['word/header.xml']).toContain('Mediators’')
    expect(parts['word/document.xml']).toContain('<w:headerReference w:type="default" r:id="r-header"/>')
  })

  test('TXT-31 two languages stand side by side, each from its own side and with its own figures; each is found again', () => {
    const both = later.map(clause => ({
      ...clause,
      renderings: [...clause.renderings, renderingOf('تفتح كل قرية [بوابتها] عند الشروق.', 'ar')],
    }))
    const bytes = writeWord(wanted(both, { languages: ['ar', 'en'] }))
    const { passages } = passagesOf(readable(bytes))
    const said = (tongue: string) =>
      passages.flatMap(({ marked, heading, words: all }) =>
        marked?.tongue === tongue ? [[marked.clause, `${asAfter(heading)}|${asAfter(all)}`]] : [],
      )
    expect(said('en')).toEqual(textOf(both))
    expect(said('ar')).toEqual(textOf(both, 'ar'))
    const document = partsOf(bytes)['word/document.xml'] ?? ''
    expect(document).toContain('<w:bidiVisual/>')
    expect(document).toContain('<w:rtl/><w:lang w:bidi="ar-DZ"/></w:rPr><w:t xml:space="preserve">المادة ١')
  })
})

describe('what was chosen of a file', () => {
  test('TXT-38 TXT-55 TXT-56 is put at the desk, changes by their author, and nothing before it is chosen; a side’s file is said of the draft', async () => {
    const { mediator, north, process, parties } = await beginTalks()
    const { session } = mediator
    const desk = () => roomOf(mediator, process, 'desk')
    const text = newId<TextId>()
    value(
      await session.act(desk().id, {
        kind: 'text.begin',
        text,
        title: 'Rule of the canal',
        nature: 'mediators-text',
        textLanguages: [{ language: 'en', languageRole: 'drafting' }],
      }),
    )
    const known = () => desk().workingTexts[text] as WorkingText
    const bodies = () =>
      clausesOf(desk(), text).map(row => {
        const { heading = '', body = '' } = currentOf(row, 'en') ?? {}
        return `${row.clauseKind} ${heading}|${body}`
      })
    const decide = (
      ways: readonly (readonly [string, ImportWay])[] = [],
      rows: readonly (readonly [number, RowChoice])[] = [],
    ) => ({
      ways: new Map(ways),
      rows: new Map(rows),
      sides: new Map([['Counsel', parties.north]]),
    })

    const first = wordOf(
      [
        paragraph(run('Article 1  Hours'), '<w:outlineLvl w:val="0"/>'),
        paragraph(
          `${run('Each village ')}${put('Counsel', run('shall '))}${struck('Clerk', struckRun('may '))}${run('open it at dawn.')}`,
        ),
        paragraph(run('(a) in spring;')),
        paragraph(
          put('Counsel', run('Article 2. Neither sells water, nor lends it to anybody of another valley.')),
        ),
        paragraph(run('Article 3. Guards are paid by both.')),
      ].join(''),
    )
    const review = value(await reviewFile(desk(), known(), { bytes: first }))
    expect(review).toMatchObject({ authors: ['Counsel', 'Clerk'], absent: [] })
    expect(bodies()).toEqual([])
    const given = {
      text: known(),
      rows: review.rows,
      decisions: decide([['Clerk', 'take']], [[2, { put: false }]]),
    }
    value(await putImport(session, desk(), given))
    expect(bodies()).toEqual([
      'article Hours|Each village [shall] open it at dawn.',
      'point |in spring;',
      'article |Guards are paid by both.',
    ])
    expect(Object.values(desk().supports)).toMatchObject([{ by: { [parties.north]: { support: 'wants' } } }])
    expect(await putImport(session, desk(), { ...given, rows: [] })).toMatchObject({
      error: { code: 'nothing-written' },
    })

    // By its words, where the file lost the ids; what does not differ is not put again.
    const again = value(
      await reviewFile(desk(), known(), {
        bytes: wordOf(paragraph(run('Article 9. Guards are paid by both, each by half.'))),
      }),
    )
    expect(again.rows).toMatchObject([{ known: 'by-words', same: false }])
    expect(again.absent).toHaveLength(2)
    value(await putImport(session, desk(), { text: known(), rows: again.rows, decisions: decide() }))
    expect(bodies()[2]).toBe('article |Guards are paid by both, each by half.')

    // Out to the side, changed there, and back as what it says of the draft.
    const plan = planOfIssuing(text, [roomOf(mediator, process, 'caucus', parties.north).id], {
      attribution: 'none',
    })
    const accepted = value(previewIssuing(session, process, plan)).flatMap(({ findings }) => findings)
    value(await session.act(desk().id, { ...plan, accepted }))
    await meet(mediator, north)
    const caucus = () => roomOf(north, process, 'caucus')
    const [draft] = draftsIn(caucus())
    if (draft === undefined) throw new Error('no draft')
    const vocabulary = await loadVocabulary('en')
    const file = await textToWord({ source: draftAsFile(draft), languages: ['en'], vocabulary })
    const members = unzipSync(file)
    const changed = strFromU8(members['word/document.xml'] ?? new Uint8Array()).replace(
      '>Guards are paid by both, each by half.</w:t></w:r>',
      `>Guards are paid by both</w:t></w:r>${put('Our counsel', run(' villages alike'))}<w:r><w:t>, each by half.</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r>`,
    )
    const back = zipSync({ ...members, 'word/document.xml': strToU8(changed) })
    const ours = value(await reviewFileOfDraft(draft, { bytes: back }))
    expect(ours.rows.map(({ known: by, same }) => [by, same])).toEqual([
      ['by-id', true],
      ['by-id', true],
      ['by-id', false],
    ])
    value(
      await proposeImport(north.session, caucus(), {
        draft,
        rows: ours.rows,
        choices: new Map(),
        said: { marking: 'nothing' },
      }),
    )
    expect(Object.values(caucus().wordingProposals)).toMatchObject([
      {
        clause: ours.rows[2]?.clause,
        body: 'Guards are paid by both villages alike, each by half.',
        marking: 'nothing',
      },
    ])
    expect(commentsAsFile(caucus())).toEqual([])
    expect(textAsFile(desk(), known()).clauses).toHaveLength(3)
    await session.close()
    await north.session.close()
  }, 20_000)
})
