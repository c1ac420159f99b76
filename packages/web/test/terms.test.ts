/** `docs/terms.md` beside what is said: the terms, the words that are not said, and how each language is written. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { figuresOf, say } from '@goodoffices/client/say'
import { describe, expect, it } from 'vitest'
import { type Language, languages, withColon } from '../src/words/languages.ts'
import { type Catalogue, clientWords, screenWords } from './catalogues.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/terms.md'), 'utf8')
const screens = join(import.meta.dirname, '../src')
/** The cells of the rows of its tables. */
const rows = page
  .split('\n')
  .filter(line => /^\| (?:`|\w\w \|)/.test(line))
  .map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )

const said: Readonly<Record<string, Catalogue>> = Object.fromEntries(
  await Promise.all(
    languages.map(async language => [
      language,
      { ...(await clientWords(language)), ...screenWords(language) },
    ]),
  ),
)
const sentences = (language: Language): readonly (readonly [string, string])[] =>
  Object.entries(said[language] ?? {})

/** What of a sentence stands in it, without the names of what is put in. */
const written = (text: string): string => text.replaceAll(/\{\w+(?:, number)?\}|\{\w+, plural,|=\d+ /g, '')
/** Arabic and Persian as they are compared: without vowel signs. */
const unvowelled = (text: string): string => text.replaceAll(/[\u064b-\u0652]/g, '')
const failing = (language: Language, is: (text: string, key: string) => boolean) =>
  sentences(language).filter(([key, text]) => is(text, key))

describe('WORD-11 the list of terms', () => {
  it('says each term as screens, paper and shell do, in every language', () => {
    const figures = figuresOf('en')
    const terms = rows.filter(([first = '']) => first.startsWith('`'))
    expect(terms.length).toBeGreaterThan(100)
    const columns: readonly Language[] = ['en', 'ar', 'fa', 'fr', 'es']
    const differing = terms.flatMap(([first = '', ...cells]) => {
      const key = /^`(.+?)`/.exec(first)?.[1] ?? ''
      return columns
        .map((language, i) => [
          language,
          key,
          cells[i],
          say(said[language]?.[key] ?? '', { count: 0 }, figures),
        ])
        .filter(([, , listed, text]) => listed !== text)
    })
    expect(differing).toEqual([])
  })

  it('holds each once, and stars only languages', () => {
    const keys = rows.flatMap(([first = '']) => (first.startsWith('`') ? [first] : []))
    expect(keys.filter(key => !/^`[\w.-]+`(?: \*(?: (?:ar|fa|fr|es))+)?$/.test(key))).toEqual([])
    expect(new Set(keys.map(key => key.split(' ')[0])).size).toBe(keys.length)
  })

  const avoided = rows.filter(([first = '']) => !first.startsWith('`'))

  it.each(languages)('and nothing in %s is said in a word that is not said', language => {
    const listed = avoided
      .filter(([of]) => of === language)
      .map(([, list = '', , butIn = '']) => ({
        words: list.split(/[,،]/).map(word => unvowelled(word.trim())),
        butIn: [...butIn.matchAll(/`(.+?)`/g)].map(([, key = '']) => key),
      }))
    expect(listed.length).toBeGreaterThan(4)
    // In Arabic the article and the short words before it are written as one with the word.
    const before = language === 'ar' ? '(?:لل|[وفبكل]?(?:ال)?)' : ''
    const saying = (word: string): readonly string[] => {
      const whole = new RegExp(`(?<!\\p{L})${before}${word}(?!\\p{L})`, 'iu')
      return failing(language, text => whole.test(unvowelled(written(text)))).map(([key]) => key)
    }
    const found = listed.map(({ words, butIn }) => ({ words, butIn, keys: words.flatMap(saying) }))
    expect(
      found.flatMap(({ words, butIn, keys }) =>
        keys.filter(key => !butIn.includes(key)).map(key => [words, key]),
      ),
    ).toEqual([])
    expect(
      found.flatMap(({ words, butIn, keys }) =>
        butIn.filter(key => !keys.includes(key)).map(key => [words, key]),
      ),
    ).toEqual([])
  })
})

/** Part of a browser's name, and what shows the digits themselves. */
const digitsShown = /(?:Edge|Firefox|Safari) [\d.]+/g

/** Of two people who compare a code, by its key. */
const compared = (key: string): boolean => /^code\.|compare|introduced|^invite\.|differ/.test(key)

describe('WORD-12 each language is written one way', () => {
  it.each(languages)('no sentence in %s has a figure of its own', language => {
    const shown = new Set(['numerals.latn'])
    expect(
      failing(
        language,
        (text, key) => !shown.has(key) && /\p{Nd}/u.test(written(text).replaceAll(digitsShown, '')),
      ),
    ).toEqual([])
  })

  // What stands alone there and in a sentence nowhere: whose a thing is, its kind, what was said of it, what a question does.
  it.each(['en', 'fr', 'es'] as const)('what heads a card in %s begins as a sentence does', language => {
    const heads = /^(?:term\.by-mediators|(?:register|verb|role|effect|form)\..+)$/
    const low = failing(language, (text, key) => heads.test(key) && /^\p{Ll}/u.test(text))
    expect(low).toEqual([])
    expect(failing(language, (_, key) => heads.test(key)).length).toBeGreaterThan(25)
  })

  it('Arabic sets the tanwin before its alif, and names nobody after a verb', () => {
    expect(failing('ar', text => text.includes('اً'))).toEqual([])
    // Whoever did it stands before a colon, or after a noun and what binds the name to it.
    expect(failing('ar', text => /^\{by\}(?!:)/.test(text))).toEqual([])
  })

  it('Persian sets the tanwin after its alif, and spells here, there and talks one way', () => {
    expect(
      failing('fa', text => /\u064b\u0627|این\u200cجا|آن\u200cجا|گفتگو|گفت و گو|[يك]/.test(text)),
    ).toEqual([])
  })

  it('Persian has no word for a password where two people compare a code', () => {
    expect(failing('fa', (text, key) => compared(key) && text.includes('رمز'))).toEqual([])
    expect(failing('fa', (_, key) => compared(key)).length).toBeGreaterThan(5)
  })

  it('French lets no participle agree with whom it speaks to', () => {
    const agreeing =
      /(?<!\p{L})vous (?:vous )?(?:êtes|étiez|serez)(?: \p{L}+ment| pas| plus| déjà)? (?!ici\b|aussi\b)\p{L}*(?:é|i|u)s?(?!\p{L})/iu
    expect([agreeing.test('quand vous êtes averti'), agreeing.test('tant que vous êtes ici')]).toEqual([
      true,
      false,
    ])
    expect(failing('fr', text => agreeing.test(text))).toEqual([])
  })

  it('French leaves no sign alone at the beginning of a line', () => {
    expect(failing('fr', text => / [:;?!»]|« /.test(written(text)))).toEqual([])
    expect([withColon('fr', 'Salle'), withColon('es', 'Sala')]).toEqual(['Salle\u00a0:', 'Sala:'])
  })

  it('no screen sets a colon by itself: in French a space stands before it', () => {
    const files = readdirSync(screens, { recursive: true, encoding: 'utf8' }).filter(
      file => /\.tsx?$/.test(file) && !file.startsWith('words') && !file.includes('/words/'),
    )
    expect(files.length).toBeGreaterThan(200)
    const own = /[\])]\}: ?[{<]|(?:<\/[a-z]+>|\/>): |\}: \$\{|\{': '\}/iu
    expect(own.test("{t('field.stage')}: {stage}")).toBe(true)
    expect(files.filter(file => own.test(readFileSync(join(screens, file), 'utf8')))).toEqual([])
  })

  it('Spanish gives each day its article, but in a list and after a colon', () => {
    expect(failing('es', text => /(?<!\bd?el |[:,] )\{at\}/.test(text))).toEqual([])
  })

  it('what was refused to another had no effect, in one phrase of each language', () => {
    const phrases = {
      ar: /لم يُعتدّ ب/,
      fa: /به آن ترتیب اثر داده نشد/,
      fr: /sans effet/,
      es: /Quedó sin efecto/,
    }
    const refused = sentences('en').filter(
      ([key, text]) => key.endsWith('.they') && text.includes('no effect'),
    )
    expect(refused.length).toBeGreaterThan(60)
    for (const [language, phrase] of Object.entries(phrases))
      expect([language, refused.filter(([key]) => !phrase.test(said[language]?.[key] ?? ''))]).toEqual([
        language,
        [],
      ])
  })
})
