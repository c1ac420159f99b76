import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Conveyance,
  findLeaks,
  findLeaksIn,
  type LeakCheckInput,
  limits,
  type MessageId,
  parseAct,
  type RoomState,
} from '../src/index.ts'
import { figureOf } from '../src/leak/figures.ts'
import { fold } from '../src/leak/fold.ts'
import { wordsOf } from '../src/leak/words.ts'
import {
  admit,
  caucusA,
  caucusB,
  circumstance,
  must,
  partyA,
  planOf,
  recordedA,
  say,
  tableRoom,
} from './cast.ts'
import { runs } from './runs.ts'

const message = 'message-1' as MessageId
const guardedText = (text: string) => [{ message, text }]
const check = (wording: string, input: Partial<LeakCheckInput> = {}) =>
  findLeaks({ wording, guarded: [], reworded: [], known: [], substance: [], names: [], people: [], ...input })
const texts = (wording: string, input: Partial<LeakCheckInput> = {}): readonly string[] =>
  check(wording, input).map(({ kind, text }) => `${kind}: ${text}`)

const first = (text: string) => wordsOf(text)[0]?.figure

describe('figures between letters', () => {
  test('LEAK-2 LEAK-7 digits that letters part more than once are one sign, and found as such', () => {
    expect(figureOf(fold('K2R2D4'))).toBe('k2r2d4')
    expect(texts('By way of K2R2D4.', { guarded: guardedText('We would go by k2r2d4.') })).toContain(
      'figure: K2R2D4',
    )
  })

  test('LEAK-7 words multiply a figure up to 10^15 and no further', () => {
    expect(first('4 million million')).toBe('4000000000000')
    expect(first('4 million million thousand')).toBe('4000000000000000')
    expect(first('4 million million million')).toBe('4000000000000')
  })
})

describe('names', () => {
  test.each([
    ['The minister Leila Rahmani said so.', ['name: Leila Rahmani', 'name: Rahmani']],
    ['It is LEILA  RAHMANI.', ['name: LEILA  RAHMANI', 'name: RAHMANI']],
    ['Rahmani’s people would agree.', ['name: Rahmani']],
    ['A leila would agree.', []],
    ['Rahman would agree.', []],
  ])('LEAK-1 of people: %s', (wording, found) => {
    expect(texts(wording, { people: ['Leila Rahmani'] })).toEqual(found)
  })

  test.each([
    ['avalon would agree', ['name: avalon']],
    ['the Avalon-backed side', ['name: Avalon']],
    ['d’Avalon et l’Avalon', ['name: Avalon', 'name: Avalon']],
    ['Avalonians', []],
  ])('LEAK-1 of parties, however written: %s', (wording, found) => {
    expect(texts(wording, { names: ['Avalon'] })).toEqual(found)
  })

  test('LEAK-1 in Arabic and Persian, with and without vowel signs, typed either way', () => {
    expect(texts('قال السيد علي رحماني ذلك', { people: ['علی رحمانی'] })).toEqual(['name: علي رحماني'])
    expect(texts('قَالَ كَرِيم', { names: ['کریم'] })).toEqual(['name: كَرِيم'])
  })

  test('LEAK-3 words that a guarded text writes with a capital inside a sentence', () => {
    const guarded = guardedText(
      'We would meet in Geneva. Then we go. He said "Never" to Dr. Muller, and: Lunch.',
    )
    expect(texts('The place is geneva; then, never, lunch.', { guarded })).toEqual(['name: geneva'])
    expect(texts('In Geneva', { guarded, known: ['Not Geneva again'] })).toEqual([])
  })
})

describe('figures', () => {
  test.each([
    ['٤٠٠', '400'],
    ['۴۰۰', '400'],
    ['1,250,000', '1.250.000'],
    ['1,250,000', '1250000'],
    ['1 250 000', '1250000'],
    ['1\u202F250\u202F000', '1,250,000'],
    ['۱٬۲۵۰٬۰۰۰', "1'250'000"],
    ['3.5', '3,5'],
    ['3.50', '۳٫۵'],
    ['1,250,000.50', '1.250.000,5'],
    ['1 250 000,50', '1250000.5'],
    ['007', '7'],
    ['$400', '400 €'],
    ['20%', '٢٠٪'],
    ['3:1', '1 to 3'],
    ['4,250,000', '4·250·000'],
    ['4,250,000', '４，２５０，０００'],
    ['4,250,000', '4_250_000'],
    ['4,250,000', '4\u2007250\u2007000'],
    ['4,250,000', '4\u2009250\u2009000'],
    ['4,250,000', 'USD4,250,000'],
    ['4,250,000', '4250000USD'],
    ['4,250,000', 'و4250000'],
    ['4,250,000', '4,\u200E250,\u2066000\u2069'],
    ['4,250,000', '4.25 million'],
    ['4,250,000', '4.250 million'],
    ['4,250,000', '4.25m'],
    ['4,250,000', '4250k'],
    ['4,250,000', 'USD4.25\u00A0million'],
    ['4,250,000', '4,250 thousand'],
    ['4,250,000', '۴٫۲۵ میلیون'],
    ['4,250,000', '٤٫٢٥ مليون'],
    ['4,250,000', '4,25 millones'],
    ['4,250,000', '4,25 millions'],
    ['4,250,000,000', '4.25bn'],
    ['4,250,000,000', '4,25 milliards'],
    ['4,250,000,000', '4.250 mil millones'],
    ['4.25 million', '4250 thousand'],
    ['4.25 million', '4.25'],
    ['400', '400km'],
    ['4.5', '4½'],
    ['4,250,000', '4¼ million'],
    ['0.125', '⅛'],
    ['45', '4⃣5⃣'],
    ['45', '⑷⑸'],
    ['4,250,000,000,000', '4.25tn'],
    ['4,250,000,000,000', '۴٫۲۵ تریلیون'],
    ['4,250,000', '42.5 lakh'],
    ['42,500,000', '4.25 crore'],
    ['4,250,000', '4-250-000'],
    ['4,250,000', '4 ,250 ,000'],
    ['4,250,000', '4,250,\n000'],
    ['4,250,000', '4\n250\n000'],
    ['4,250,000', '4.25e6'],
    ['4,250,000', '4 1/4 million'],
    ['4,250,000', '4\u00A0250\n000'],
    ['4.5', '4 1/2'],
  ])('LEAK-7 %s is found as %s', (said, worded) => {
    expect(check(`It is ${worded} now`, { guarded: guardedText(`We say ${said} here`) })[0]).toMatchObject({
      kind: 'figure',
      message,
    })
  })

  test.each([
    ['400', '4000'],
    ['3.5', '35'],
    ['1,250', '1.25'],
    ['in 2024 300 people', '2024300'],
    ['B52', '52'],
    ['4,250,000', '4.25; million'],
    ['4,250,000', '4.25 people'],
    ['4,250,000', '4.25 billion'],
    ['4,250,000', '42,500 hundred'],
    ['100,200', '100-200'],
    ['4,250,000', '4; 250; 000'],
    ['5.25', '4 5/4'],
  ])('LEAK-7 %s is not %s', (said, worded) => {
    expect(texts(`It is ${worded} now`, { guarded: guardedText(`We say ${said} here`) })).toEqual([])
  })

  test('LEAK-2 a figure that the recipient knows, or that may pass, is no finding', () => {
    const guarded = guardedText('We want 400 by 2027')
    expect(texts('About ٤٠٠ in 2027', { guarded })).toEqual(['figure: ٤٠٠', 'figure: 2027'])
    expect(texts('About ٤٠٠ in 2027', { guarded, known: ['۴۰۰ then'], substance: ['2027'] })).toEqual([])
  })

  test.each([
    ['a mark of direction', 'Ava\u200Elon', 'Ava\u200Elon'],
    ['marks about it', '\u200FAvalon\u200F', 'Avalon'],
    ['an isolate', 'Av\u2066al\u2069on', 'Av\u2066al\u2069on'],
    ['what chooses a variant', 'Av\uFE00alo\uFE0En', 'Av\uFE00alo\uFE0En'],
    ['the same of another plane', 'Ava\u{E0101}lon', 'Ava\u{E0101}lon'],
    ['Cyrillic letters', 'Аvаlоn', 'Аvаlоn'],
    ['Greek letters', 'ΑνaLΟΝ', 'ΑνaLΟΝ'],
    ['full width', 'Ａｖａｌｏｎ', 'Ａｖａｌｏｎ'],
    ['letters in circles', 'Ⓐⓥⓐⓛⓞⓝ', 'Ⓐⓥⓐⓛⓞⓝ'],
    ['letters in squares', '🄰🅅🄰🄻🄾🄽', '🄰🅅🄰🄻🄾🄽'],
    ['small capitals', 'Aᴠᴀʟᴏɴ', 'Aᴠᴀʟᴏɴ'],
    ['strokes', 'Avałøn', 'Avałøn'],
    ['rings around it', 'A⃝v⃝a⃝l⃝o⃝n⃝', 'A⃝v⃝a⃝l⃝o⃝n⃝'],
  ])('LEAK-6 a word is found through %s, and its place is the text’s own', (_, written, found) => {
    const wording = `\u200E😀 It is ${written}, 4\u200E00.`
    const guarded = guardedText('We say 400 here')
    const findings = check(wording, { names: ['Avalon'], guarded })
    expect(findings.map(({ text }) => text)).toEqual([found, '4\u200E00'])
    for (const { text, from, to } of findings) expect(wording.slice(from, to)).toBe(text)
  })

  test('LEAK-6 a Greek and a Cyrillic word are one word in capitals and without, and what parts an ending does so', () => {
    expect(fold('ΝΙΚΗ ΥΜΝΟΣ ')).toBe(fold('νικη υμνοσ '))
    expect(fold('СИРИЯ')).toBe(fold('Сирия'))
    expect(texts('تهران\u200Cها', { names: ['تهران'] })).toEqual(['name: تهران'])
  })

  test('LEAK-7 LEAK-8 words of magnitude multiply up to 15 powers of ten, however many stand there', () => {
    expect(wordsOf(`4 ${'million '.repeat(1_000)}`)[0]?.figure).toBe(`4${'0'.repeat(12)}`)
    expect(wordsOf('4 thousand million million')[0]?.figure).toBe(`4${'0'.repeat(15)}`)
  })

  test('LEAK-6 law: digits of every script are the digits that they are', () => {
    for (let code = 0; code <= 0x1ffff; code += 1) {
      const digit = String.fromCodePoint(code)
      if (!/\p{Nd}/u.test(digit)) continue
      const zero = String.fromCodePoint(code - Number(fold(digit)))
      expect(fold(digit)).toMatch(/^[0-9]$/)
      expect(fold(zero)).toBe('0')
    }
  })

  test('LEAK-7 law: a whole number is one figure in every notation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), value => {
        const figures = ['en', 'de', 'de-CH', 'fr', 'ar-EG', 'fa', 'es'].map(locale => {
          const written = new Intl.NumberFormat(locale).format(value)
          const words = wordsOf(`x ${written} y`)
          expect(words).toHaveLength(3)
          return figureOf(words[1]?.folded ?? '')
        })
        expect(new Set(figures)).toEqual(new Set([String(value)]))
      }),
      runs(200),
    )
  })
})

describe('runs of words', () => {
  const text = 'we will withdraw from the two northern crossings before winter'

  test('LEAK-4 four words shared with what may not pass are a finding, three are none', () => {
    expect(texts('They withdraw from the two crossings', { guarded: guardedText(text) })).toEqual([
      'words: withdraw from the two',
    ])
    expect(texts('They withdraw from the crossings', { guarded: guardedText(text) })).toEqual([])
  })

  test('LEAK-4 neighbouring runs are one finding, in the wording’s own writing', () => {
    expect(
      texts('He will WITHDRAW, from the two\nnorthern crossings', { guarded: guardedText(text) }),
    ).toEqual(['words: will WITHDRAW, from the two\nnorthern crossings'])
  })

  test('LEAK-4 six words of what is passed on in other words are a finding', () => {
    expect(texts('will withdraw from the two', { reworded: guardedText(text) })).toEqual([])
    expect(texts('will withdraw from the two northern', { reworded: guardedText(text) })).toEqual([
      'words: will withdraw from the two northern',
    ])
  })

  test('LEAK-5 runs that the recipient knows are none; the substance of what may pass is not yet known', () => {
    const wording = 'withdraw from the two northern crossings'
    expect(texts(wording, { guarded: guardedText(text), known: [text] })).toEqual([])
    expect(texts(wording, { guarded: guardedText(text), substance: [text] })).toHaveLength(1)
  })

  test('LEAK-4 in Arabic, right to left, with marks and controls between', () => {
    const arabic = 'سننسحب من المعبرين الشماليين قبل الشتاء'
    const [found] = check('قالوا: \u2067«سننسحب مِن المعبرين الشماليين»\u2069 فقط', {
      guarded: guardedText(arabic),
    })
    expect(found).toMatchObject({ kind: 'words', text: 'سننسحب مِن المعبرين الشماليين', message })
  })
})

/** Of this process alone, whatever else the machine does. */
function processorMsFor(text: string): number {
  const before = process.cpuUsage()
  check(text, {
    guarded: guardedText(text),
    reworded: guardedText(text),
    known: [text.slice(0, text.length / 2)],
    names: ['word word'],
  })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

describe('findings', () => {
  test('LEAK-8 law: each is a place in the wording, in order, and fits the act that accepts it', () => {
    const word = fc.constantFrom(
      'we',
      'Will',
      'leave',
      '400',
      'Geneva',
      '٤٠٠',
      '😀',
      'الآن',
      '.',
      ' 5 000 ',
      'by',
    )
    const text = fc.array(word, { minLength: 1, maxLength: 40 }).map(words => words.join(' '))
    fc.assert(
      fc.property(text, text, text, (wording, guarded, known) => {
        const findings = check(wording, {
          guarded: guardedText(guarded),
          known: [known],
          names: ['leave'],
          people: ['Will by'],
        })
        for (const { text, from, to } of findings) expect(wording.slice(from, to).startsWith(text)).toBe(true)
        expect(findings.map(({ from }) => from)).toEqual(
          findings.map(({ from }) => from).toSorted((a, b) => a - b),
        )
        const plan = planOf(caucusA(), caucusB(), { wording: `x${wording}`, accepted: [...findings] })
        expect(parseAct({ kind: 'carry.prepare', conveyance: plan }).ok).toBe(true)
        expect(check(wording, { guarded: guardedText(guarded), known: [wording] })).toEqual([])
      }),
      runs(100),
    )
  })

  test('LEAK-8 are limited in number and length, and no character is cut', () => {
    expect(check('7 '.repeat(1_000), { guarded: guardedText('7') })).toHaveLength(limits.findingsMax)
    const long = '😀x '.repeat(5_000)
    const [found] = check(`a${long}`, { guarded: guardedText(`a${long}`) })
    expect(found?.text.length).toBeLessThanOrEqual(limits.findingCharsMax)
    expect(found?.text.isWellFormed()).toBe(true)
  })

  test.each([
    ['words', 'word '.repeat(20_000)],
    ['different words', Array.from({ length: 14_000 }, (_, n) => `word${n}`).join(' ')],
    ['line ends', `${'\n'.repeat(99_990)}! word`],
    ['spaces', `a${' '.repeat(99_990)}b`],
    ['digits', '1'.repeat(100_000)],
    ['groups of digits', '1 234'.repeat(20_000)],
    ['separators', '1,'.repeat(50_000)],
    ['marks', '\u0300'.repeat(100_000)],
    ['Arabic-Indic digits', '٤٠ '.repeat(33_000)],
    ['marks of direction', 'a\u200Eb '.repeat(25_000)],
    ['what chooses a variant', 'a\uFE00'.repeat(50_000)],
    ['letters that look like others', 'аvаlоn '.repeat(14_000)],
    ['words of magnitude', `4 ${'million '.repeat(12_000)}`],
    ['figures with words of magnitude', '4.25 million '.repeat(7_000)],
    ['letters and digits', 'USD4,250,000k '.repeat(7_000)],
    ['one long figure in millions', `${'1'.repeat(99_990)}m`],
  ])('LEAK-8 take a time in proportion to the text: %s', (_, text) => {
    const quarter = text.slice(0, text.length / 4)
    processorMsFor(quarter)
    // Four times the text: four times the time where it is proportional, sixteen times where it is not. A busy machine gets three tries.
    const isProportional = () => processorMsFor(text) < 10 * Math.max(processorMsFor(quarter), 20)
    expect(isProportional() || isProportional() || isProportional()).toBe(true)
  })
})

const found = (plan: Conveyance, source: RoomState, recipient: RoomState, ...others: RoomState[]) =>
  findLeaksIn(plan, { source, recipient }, [source, recipient, ...others]).map(
    ({ kind, text }) => `${kind}: ${text}`,
  )

function spoken(changes: Record<string, unknown> = {}): RoomState {
  const source = caucusA()
  must(source, 'headA', say('message-1', { marking: 'unattributed', ...changes }))
  return source
}

describe('what is guarded', () => {
  const wording = 'They would accept a pause of ninety days.'

  test('LEAK-9 every passage of the other caucuses that may not pass', () => {
    const [source, recipient] = [spoken(), caucusB()]
    must(source, 'headA', say('message-2', { body: 'We would accept a pause of ninety days at 55 percent.' }))
    const plan = planOf(source, recipient, { wording: `${wording} It is 55.` })
    expect(found(plan, source, recipient)).toEqual([
      'words: would accept a pause of ninety days',
      'words: accept a pause of ninety days',
      'figure: 55',
    ])
  })

  test('LEAK-9 what the mediators say to another side as well, but not what the recipient said itself', () => {
    const [source, recipient] = [caucusA(), caucusB()]
    must(source, 'lead', say('message-1', { body: wording }))
    const plan = planOf(source, recipient, { origin: { kind: 'mediators' }, wording })
    expect(found(plan, source, recipient)).not.toEqual([])
    must(recipient, 'lead', say('message-2', { body: wording }))
    expect(found(plan, source, recipient)).not.toEqual([])
    must(recipient, 'headB', say('message-3', { body: wording }))
    expect(found(plan, source, recipient)).toEqual([])
  })

  test('LEAK-9 offers, but the one put; read-backs; the words corrected', () => {
    const offer = {
      kind: 'offer.make',
      offer: 'offer-001',
      ifThey: 'If they stop by 2031',
      thenWe: 'we give 77.',
      binding: false,
    }
    const [source, recipient] = [recordedA(), caucusB()]
    must(
      source,
      'lead',
      say('message-1', { body: 'We ask for 901.', marking: 'verbatim', recorded: circumstance }),
    )
    must(source, 'lead', admit('headA'))
    must(source, 'headA', { kind: 'message.correct', message: 'message-1', body: 'We ask for 902.' })
    must(source, 'headA', offer)
    must(source, 'lead', {
      kind: 'delivery.make',
      delivery: 'delivery-1',
      form: 'paper',
      binding: false,
      body: 'Hm',
      verbatim: false,
    })
    must(source, 'headA', {
      kind: 'readback.give',
      readback: 'readback-1',
      delivery: 'delivery-1',
      body: 'We heard 46.',
    })
    const plan = planOf(source, recipient, {
      origin: { kind: 'mediators' },
      wording: '2031, 77, 901, 902, 46',
    })
    expect(found(plan, source, recipient)).toEqual([
      'figure: 2031',
      'figure: 77',
      'figure: 901',
      'figure: 46',
    ])
    const put = {
      ...plan,
      origin: { kind: 'offer', room: source.id, offer: 'offer-001' as never },
    } as Conveyance
    expect(found(put, source, recipient)).toEqual(['figure: 901', 'figure: 46'])
  })

  test('LEAK-9 in whose hearing something was released, of a message and of a part', () => {
    const [source, recipient] = [recordedA(), caucusB()]
    must(source, 'lead', say('message-1', { body: 'We ask for the well.', recorded: circumstance }))
    const mark = { kind: 'message.mark', message: 'message-1', marking: 'attributed' }
    must(source, 'lead', { ...mark, recorded: { ...circumstance, hearing: 'before 41 elders' } })
    const part = { part: 'part-0001', from: 0, to: 6 }
    must(source, 'lead', { ...mark, part, recorded: { ...circumstance, hearing: 'before 43 elders' } })
    const plan = planOf(source, recipient, {
      origin: { kind: 'mediators' },
      wording: 'There were 41, then 43.',
    })
    expect(found(plan, source, recipient)).toEqual(['figure: 41', 'figure: 43'])
  })

  test('LEAK-9 a passage released in certain words, but in those', () => {
    const [source, recipient] = [spoken({ marking: 'nothing', body: 'At most 88, to be clear.' }), caucusB()]
    must(source, 'lead', {
      kind: 'release.ask',
      ask: 'ask-00001',
      passage: { message: 'message-1' },
      marking: 'attributed',
    })
    must(source, 'headA', {
      kind: 'release.give',
      ask: 'ask-00001',
      marking: 'attributed',
      wording: 'Below 90.',
    })
    expect(found(planOf(source, recipient, { wording: 'Below 90.' }), source, recipient)).toEqual([])
    expect(found(planOf(source, recipient, { wording: 'Below 88.' }), source, recipient)).toEqual([
      'figure: 88',
    ])
  })

  test('LEAK-9 the part that may not pass of a message of which another part is passed', () => {
    const body = 'We pay 300. We could pay 450.'
    const parts = [{ part: 'part-0001', from: 12, to: body.length, marking: 'nothing' }]
    const [source, recipient] = [spoken({ body, parts }), caucusB()]
    const plan = planOf(source, recipient, { wording: '300 or 450' })
    expect(found(plan, source, recipient)).toEqual(['figure: 450'])
  })

  test('LEAK-5 nothing that a party said at a table where the recipient sits; the mediators’ own sayings clear nothing', () => {
    const [source, recipient, table] = [
      spoken({ marking: 'nothing', body: 'Our claim is 640.' }),
      caucusB(),
      tableRoom(),
    ]
    must(table, 'lead', say('message-1', { body: 'The claim of 640 is public.' }))
    const plan = planOf(source, recipient, { wording: 'It is 640.' })
    expect(found(plan, source, recipient)).toEqual(['figure: 640'])
    expect(found(plan, source, recipient, table)).toEqual(['figure: 640'])
    must(table, 'lead', { kind: 'table.open' })
    must(table, 'headA', say('message-2', { body: 'The claim of 640 is public.' }))
    expect(found(plan, source, recipient, table)).toEqual([])
  })

  test('LEAK-1 the people of the source, and the source where it is not to be named, in the title as well', () => {
    const [source, recipient] = [spoken(), caucusB()]
    must(source, 'headA', { kind: 'member.leave' })
    const plan = planOf(source, recipient, {
      title: 'From Avalon',
      wording: 'Name of headA and Avalon; Name of headB.',
    })
    const findings = findLeaksIn(plan, { source, recipient }, [source, recipient])
    expect(findings.map(({ text, in: where }) => [text, where])).toEqual([
      ['Avalon', 'title'],
      ['Name of headA', undefined],
      ['Avalon', undefined],
    ])
    const attributed = { ...plan, as: 'attributed', title: undefined } as unknown as Conveyance
    expect(found(attributed, source, recipient)).toEqual(['name: Name of headA'])
  })

  test('LEAK-1 a hidden party, always', () => {
    const hidden = caucusA({ party: { ...partyA, hidden: true } })
    const plan = planOf(hidden, caucusB(), { origin: { kind: 'mediators' }, wording: 'Avalon' })
    expect(found(plan, hidden, caucusB())).toEqual(['name: Avalon'])
  })
})
