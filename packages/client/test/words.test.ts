import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  figuresOf,
  languages,
  loadVocabulary,
  localeOf,
  say,
  sayViolation,
  sentenceOf,
  type Vocabulary,
} from '@goodoffices/client/words'
import { actKinds } from '@goodoffices/core'
import { describe, expect, it } from 'vitest'

const packages = join(import.meta.dirname, '../..')

/** Every stable code in the sources: `fail('…')`, troubles, the log's list, the relay's table, the vault's errors. */
function codesInSources(): readonly string[] {
  const patterns = [
    /\bfail\(\s*'([^']+)'/g,
    /\bfail\([^'()]*\? '([^']+)' : '([^']+)'/g,
    /^ {2}'([a-z]+\/[a-z-]+)'[,:]/gm,
    /'(vault-[a-z]+)'/g,
    /\bcode: '([^']+)'/g,
  ]
  const codes = new Set<string>()
  for (const name of ['core', 'log', 'client', 'relay']) {
    const folder = join(packages, name, 'src')
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || /^words|wording\.ts$/.test(file)) continue
      const source = readFileSync(join(folder, file), 'utf8')
      for (const pattern of patterns)
        for (const match of source.matchAll(pattern))
          for (const code of match.slice(1)) if (code !== undefined) codes.add(code)
    }
  }
  return [...codes].sort()
}

/** Where each code's sentence is named: one line `'code': 'sentence',` in the lists that areas and ground keep. */
function listedCodes(): readonly string[] {
  const client = join(packages, 'client/src')
  const files = [
    'words/codes.ts',
    ...readdirSync(join(client, 'areas'), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('wording.ts'))
      .map(file => `areas/${file}`),
  ]
  return files.flatMap(file =>
    [...readFileSync(join(client, file), 'utf8').matchAll(/^ {2}'?([a-z/-]+)'?: '/gm)].map(
      ([, code = '']) => code,
    ),
  )
}

/** Every text of a vocabulary, by where it stands. */
function textsOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value ?? {}).flatMap(([key, inner]) =>
    textsOf(inner, path === '' ? key : `${path}/${key}`),
  )
}

const placesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort()

const spoken = ({ acts, events, refusals, fields, choices, terms }: Vocabulary) => ({
  acts,
  events,
  refusals,
  fields,
  choices,
  terms,
})

describe.each(languages)('the words in %s', language => {
  it('WORD-1 have a sentence for every code in the sources', async () => {
    const { refusals } = await loadVocabulary(language)
    const codes = codesInSources()
    expect(codes.length).toBeGreaterThan(150)
    // What was refused without a reason is worded as what nobody foresaw.
    expect(codes.filter(code => sentenceOf(code) === 'unexpected')).toEqual(['refused'])
    expect(codes.filter(code => refusals[sentenceOf(code)] === undefined)).toEqual([])
  })

  it('WORD-2 are the same ones with the same places as in English', async () => {
    const [own, en] = [new Map(textsOf(spoken(await loadVocabulary(language)))), await loadVocabulary('en')]
    const english = textsOf(spoken(en))
    expect([...own.keys()].sort()).toEqual(english.map(([path]) => path).sort())
    const differing = english.filter(
      ([path, text]) =>
        // In some languages a consent is said without whoever wrote it down, and the other way about.
        !path.startsWith('events/') && String(placesIn(own.get(path) ?? '')) !== String(placesIn(text)),
    )
    expect(differing).toEqual([])
  })

  it('WORD-3 name who did it in what others read, and nobody in what one reads oneself', async () => {
    for (const { you, they } of Object.values((await loadVocabulary(language)).refusals)) {
      expect(you).not.toContain('{by')
      expect(they).toContain('{by}')
    }
  })

  it('WORD-4 can all be said, without a straight apostrophe, an empty text or a figure of their own', async () => {
    const figures = figuresOf(localeOf(language))
    for (const [path, text] of textsOf(spoken(await loadVocabulary(language)))) {
      expect([path, say(text, {}, figures).trim()]).not.toEqual([path, ''])
      const own = text.replaceAll(browserVersion, '')
      expect([path, /'/.test(text), /[0-9٠-٩۰-۹]/.test(own)]).toEqual([path, false, false])
    }
  })

  it('WORD-5 call no two acts the same', async () => {
    const { acts } = await loadVocabulary(language)
    expect(Object.keys(acts).sort()).toEqual([...actKinds].sort())
    expect(new Set(Object.values(acts)).size).toBe(actKinds.length)
  })
})

/** Part of a browser’s name, in whichever language. */
const browserVersion = /(?:Edge|Firefox|Safari) [\d.]+/g

it('WORD-6 each code stands once: no sentence is taken by another that comes after it', () => {
  const codes = listedCodes()
  expect(codes.length).toBeGreaterThan(200)
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
})

it('WORD-10 each refusal of a relay has a sentence of its own', async () => {
  const source = readFileSync(join(packages, 'relay/src/refusal.ts'), 'utf8')
  const codes = [...source.matchAll(/^ {2}'(relay\/[a-z-]+)':/gm)].map(([, code = '']) => code)
  expect(codes.length).toBeGreaterThan(25)
  expect(codes.filter(code => sentenceOf(code) !== code)).toEqual([])
  for (const language of languages) {
    const { refusals } = await loadVocabulary(language)
    const own = codes.map(code => refusals[code]?.you ?? '')
    expect(new Set(own).size).toBe(codes.length)
  }
})

it('WORD-7 a relay that withholds is told of, and so is one that shows two records', () => {
  expect(sentenceOf('relay-withholds')).toBe('forged')
  expect(sentenceOf('entry-of-another-log')).toBe('log-forked')
  expect(sentenceOf('never-heard-of')).toBe('unexpected')
})

it('WORD-8 names are put into a refusal isolated, numbers as the language writes them, the code where it is asked for', async () => {
  const [en, fa] = [await loadVocabulary('en'), await loadVocabulary('fa')]
  const english = figuresOf(localeOf('en'))
  expect(sayViolation(en, english, { code: 'table-is-closed' }, 'ليلى')).toBe(
    '\u2068ليلى\u2069 wrote while direct exchange was closed. It had no effect.',
  )
  expect(sayViolation(en, english, { code: 'never-heard-of' })).toContain('never-heard-of')
  const short = { code: 'retention-too-short', min: 1_007 }
  expect(sayViolation(en, english, short)).toContain('1,007')
  expect(sayViolation(fa, figuresOf(localeOf('fa')), short)).toContain('۱٬۰۰۷')
})
