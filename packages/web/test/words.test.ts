import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { semicolon } from '@goodoffices/client/locale'
import { figuresOf, say } from '@goodoffices/client/say'
import { describe, expect, it } from 'vitest'
import { home as enHome } from '../src/words/home/en.ts'
import {
  comma,
  type Language,
  localeOf,
  numeralsOf,
  preferredLanguage,
  quoted,
  timesOf,
} from '../src/words/languages.ts'
import { persianParts } from '../src/words/parts-fa.ts'
import { catalogues, clientWords, screenWords } from './catalogues.ts'

const en = screenWords('en')
const others = {
  ar: screenWords('ar'),
  fa: screenWords('fa'),
  fr: screenWords('fr'),
  es: screenWords('es'),
}

/** The names in braces, of plural forms the selector only; each once. */
const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)(?:\}|, (?:number|plural))/g)].map(match => match[1] ?? ''))].sort()

describe.each(Object.entries(others))('the words in %s', (language, words) => {
  it('have the same keys as the English ones', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort())
  })
  it('have the same placeholders', () => {
    for (const [key, text] of Object.entries(en))
      expect([key, ...placeholders(words[key] ?? '')]).toEqual([key, ...placeholders(text)])
  })
  it('are in that language: no sentence is left in English', () => {
    const kept = Object.entries(en).filter(
      ([key, text]) => words[key] === text && /[a-z]{3}.* .* /.test(text),
    )
    expect(kept).toEqual([])
  })
  it('have every plural form that the language has', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const [key, text] of Object.entries(words).filter(([, text]) => text.includes(', plural,'))) {
      const given = [...text.matchAll(/(zero|one|two|few|many|other) \{/g)].map(match => match[1])
      expect([key, given]).toEqual([key, expect.arrayContaining(['other'])])
      if (given.length > 1 && language === 'ar')
        expect([key, given]).toEqual([key, expect.arrayContaining(forms)])
    }
  })
})

it('every sentence can be said, and no apostrophe is a straight one', () => {
  const figures = figuresOf('en')
  for (const words of [en, ...Object.values(others)])
    for (const text of Object.values(words)) {
      expect(say(text, {}, figures)).not.toBe('')
      expect(text).not.toContain("'")
    }
})

it('a sentence stands in one catalogue: of the first screen, of the ground, or of one area', () => {
  const keys = catalogues.en.flatMap(catalogue => Object.keys(catalogue))
  expect(keys.length).toBeGreaterThan(500)
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
})

/** As it is compared: in small letters, without a full stop at its end. */
const bare = (text: string): string => text.toLowerCase().replace(/\.$/, '')

/** Words of the first screen, which is shown before the client's vocabulary is fetched; each says what the client's word does. */
const saidBefore: Readonly<Record<string, string>> = { 'settings.language': 'field.language' }

describe('WORD-9 one vocabulary', () => {
  it('no words of the web app say in English what a word of the client says', async () => {
    const texts = Object.values(await clientWords('en'))
    expect(texts.length).toBeGreaterThan(500)
    const known = new Set(texts.map(bare))
    const again = Object.entries(en).filter(([key, text]) => known.has(bare(text)) && !(key in saidBefore))
    expect(again).toEqual([])
  })

  it('no sentence of the web app stands under the name of one of them', async () => {
    const client = await clientWords('en')
    expect(Object.keys(en).filter(key => key in client)).toEqual([])
  })

  it('what the first screen must say by itself, it says as the client does, in every language', async () => {
    expect(Object.keys(saidBefore).filter(key => !(key in enHome))).toEqual([])
    for (const [language, words] of Object.entries({ en, ...others })) {
      const client = await clientWords(language as Language)
      for (const [key, same] of Object.entries(saidBefore))
        expect([language, key, words[key]]).toEqual([language, key, client[same]])
    }
  })
})

it('the first language of the browser that there is a catalogue for is taken', () => {
  expect(preferredLanguage(['de-AT', 'fr-CH', 'en'])).toBe('fr')
  expect(preferredLanguage(['fa-IR'])).toBe('fa')
  expect(preferredLanguage(['de'])).toBe('en')
})

it('figures are those of the language, but where its readers in the region of the browser write 0 to 9', () => {
  expect(['ar-DZ', 'ar-MA', 'ar-EG', 'ar'].map(tag => numeralsOf('ar', ['en', tag]))).toEqual([
    'latn',
    'latn',
    'own',
    'own',
  ])
  expect([numeralsOf('fa', ['fa-IR']), numeralsOf('fr', ['fr-DZ'])]).toEqual(['own', 'own'])
})

const day = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(1981, 0, 19))

it('a locale names the calendar and the numerals, and hours to 24', () => {
  expect(day(localeOf('fa', 'own', 'persian'))).toBe('۲۹ دی ۱۳۵۹')
  expect(day(localeOf('en', 'own', 'gregory'))).toBe('19 January 1981')
  expect(day(localeOf('ar', 'own', 'gregory'))).toContain('١٩٨١')
  const hour = new Intl.DateTimeFormat(localeOf('ar'), { timeStyle: 'short', timeZone: 'UTC' })
  expect(hour.format(Date.UTC(1981, 0, 19, 21))).toBe('٢١:٠٠')
})

const written = (locale: string, timeZone: string) =>
  timesOf(locale, { dateStyle: 'long', timeStyle: 'long', timeZone })(Date.UTC(2026, 1, 6, 15))

it('WORD-12 Arabic names a month by both its names, the hour after its noun, and no zone in Latin letters', () => {
  expect(written(localeOf('ar'), 'UTC')).toBe('٦ شباط/فبراير ٢٠٢٦، الساعة ١٥:٠٠:٠٠ غرينتش')
  expect(written(localeOf('ar', 'latn'), 'Asia/Beirut')).toBe('6 شباط/فبراير 2026، الساعة 17:00:00 غرينتش+2')
  expect(written(localeOf('ar', 'own', 'persian'), 'UTC')).toMatch(/^١٧ بهمن ١٤٠٤/)
  expect(written(localeOf('fa'), 'UTC')).toBe('۱۷ بهمن ۱۴۰۴ ساعت ۱۵:۰۰:۰۰ (گرینویچ)')
  expect(written(localeOf('en'), 'UTC')).toBe('6 February 2026 at 15:00:00 UTC')
})

it('each language quotes between its own marks, whichever language it quotes', () => {
  expect(quoted('en', 'شرط')).toBe('“\u2068شرط\u2069”')
  expect([quoted('ar', 'as is'), quoted('fr', 'as is')]).toEqual([
    '«\u2068as is\u2069»',
    '«\u00a0\u2068as is\u2069\u00a0»',
  ])
})

it('lists are put together with the signs of their script', () => {
  expect([comma('en'), comma('ar'), comma('fa')]).toEqual([', ', '، ', '، '])
  expect([semicolon('fr'), semicolon('ar'), semicolon('fa')]).toEqual(['; ', '؛ ', '؛ '])
})

it('what react-aria says of its parts is said in Persian too, each of it', () => {
  for (const [part, said] of Object.entries(persianParts)) {
    const [library = '', name = ''] = part.split('/')
    const file = join(
      import.meta.dirname,
      '../../../node_modules',
      library,
      'dist/private/intl',
      name,
      'en-US.mjs',
    )
    const keys = [...readFileSync(file, 'utf8').matchAll(/^ {4}"(\w+)":/gm)].map(([, key]) => key)
    expect([part, new Set(Object.keys(said))]).toEqual([part, new Set(keys)])
  }
})
