/** Files as their own tools write and take them, and mistakes named where they are. */

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { importGoods, importProblem, normalText, type SourceFile } from '../../src/files/index.ts'
import { type Problem, settle, toText } from '../../src/index.ts'
import { numRuns } from '../arbitraries.ts'

const issue = (index: number, name: string, items: readonly (readonly [string, number?])[]): string =>
  `<issue index="${index}" name="${name}" type="discrete">${items
    .map(
      ([value, worth], i) =>
        `<item index="${i + 1}" value="${value}"${worth === undefined ? '' : ` evaluation="${worth}"`}/>`,
    )
    .join('')}</issue>`

const domain = (...issues: readonly string[]): string =>
  `<negotiation_template><utility_space><objective index="0" name="root">\n${issues.join('\n')}\n</objective></utility_space></negotiation_template>`

const profile = (weights: readonly number[], ...issues: readonly string[]): string =>
  `<utility_space><objective index="0" name="root">\n${weights
    .map((weight, i) => `<weight index="${i + 1}" value="${weight}"/>`)
    .join('')}\n${issues.join('\n')}\n</objective><reservation value="0.1"/></utility_space>`

function file(name: string, text: string): SourceFile {
  return { name, text }
}

function read(...files: readonly SourceFile[]): Problem {
  const result = importProblem(files)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function mistakes(...files: readonly SourceFile[]) {
  const result = importProblem(files)
  return result.ok ? [] : result.error
}

const plain = domain(issue(1, 'Price', [['1'], ['2']]), issue(2, 'Delivery', [['1'], ['2']]))
const price = [
  ['1', 1],
  ['2', 4],
] as const
const delivery = [
  ['1', 1],
  ['2', 2],
] as const
const b = profile([0.6, 0.4], issue(1, 'Price', price), issue(2, 'Delivery', delivery))

test('SET-50: weights and evaluations of GENIUS are joined by index; names that say otherwise are remarked', () => {
  const turned = profile(
    [0.6, 0.4],
    issue(1, 'Delivery', [
      ['1', 3],
      ['2', 1],
    ]),
    issue(2, 'Price', [
      ['1', 2],
      ['2', 1],
    ]),
  )
  const problem = read(file('domain.xml', plain), file('a.xml', turned), file('b.xml', b))
  expect(toText(settle(problem).solutions.nash?.value ?? { num: -1n, den: 1n })).toBe('0.35')
  expect(problem.remarks).toMatchObject([
    { code: 'names-against-indices', index: '1', here: 'Delivery', there: 'Price' },
  ])
  const same = read(file('domain.xml', plain), file('a.xml', b), file('b.xml', b))
  expect(same.remarks).toEqual([])
})

test('SET-50: names serve where an element has no index, or one that the domain does not know', () => {
  const unnumbered = b.replaceAll(/ index="[12]" name/g, ' name')
  const problem = read(
    file('domain.xml', plain.replaceAll('index="1" name', 'index="7" name')),
    file('a.xml', b.replaceAll('index="1"', 'index="7"')),
    file(
      'b.xml',
      unnumbered
        .replaceAll(/<weight[^>]*>/g, '')
        .replace('<issue name="Price"', '<issue name="Price" weight="0.6"')
        .replace('<issue name="Delivery"', '<issue name="Delivery" weight="0.4"'),
    ),
  )
  expect(problem.parties[0]?.values).toEqual(problem.parties[1]?.values)
})

test.each([
  [
    'a blank line before the declaration',
    (text: string) => `\n<?xml version="1.0" encoding="UTF-8"?>\n${text}`,
  ],
  [
    'a comment before the declaration',
    (text: string) => `<!-- made\nby hand -->\n<?xml version="1.0"?>\n${text}`,
  ],
  ['no space between attributes', (text: string) => text.replaceAll('" name=', '"name=')],
  ['no space, in single quotes', (text: string) => text.replaceAll('"', "'").replaceAll("' name=", "'name=")],
])('SET-51: GENIUS takes %s, and so is it read', (_, change) => {
  const changed = read(file('domain.xml', change(plain)), file('a.xml', change(b)), file('b.xml', change(b)))
  expect(changed).toEqual(read(file('domain.xml', plain), file('a.xml', b), file('b.xml', b)))
})

const withAmpersands = (text: string): string =>
  text.replaceAll('value="1"', 'value="AT & T &amp; Co & &#65;"')

test('SET-51: a bare & in a name is the letter itself; entities of XML are read as such', () => {
  const problem = read(
    file('domain.xml', withAmpersands(plain)),
    file('a.xml', withAmpersands(b)),
    file('b.xml', withAmpersands(b)),
  )
  expect(problem.issues[0]).toMatchObject({ options: ['AT & T & Co & A', '2'] })
  // Entities that are not XML's own are still refused, by name.
  const [first] = mistakes(file('domain.xml', plain.replace('Price', '&price;')))
  expect(first?.code).toBe('syntax')
})

test('SET-52: a mistake after what was mended, and what is never closed, have their place in the file', () => {
  const lines = plain.split('\n')
  const broken = [
    '<!-- one -->',
    '<?xml version="1.0"?>',
    lines[0],
    lines[1]?.replace('" name="Price" type', '"name="A & B" type'),
    lines[2]?.replace('<item index="1" value="1"/>', '<item index="1"/>'),
    lines[3],
  ].join('\n')
  const [first] = mistakes(file('domain.xml', broken), file('a.xml', b), file('b.xml', b))
  expect(first).toMatchObject({ line: 5, code: 'missing-field' })
  const wide = plain.replace(
    'index="1" name="Price" type="discrete"',
    'index="1"name="Price"type="nothing"x="&"',
  )
  expect(mistakes(file('domain.xml', wide), file('a.xml', b), file('b.xml', b))[0]).toMatchObject({
    line: 2,
    column: 1,
  })
  const open = plain.replace('</issue>', '')
  expect(mistakes(file('domain.xml', open))[0]?.line).toBeLessThanOrEqual(4)
  const unclosed = `${domain('<issue index="1" name="Price" type="discrete">').replace('</objective></utility_space></negotiation_template>', '')}\n\n\n`
  expect(mistakes(file('domain.xml', unclosed))[0]).toMatchObject({ line: 2 })
  const yaml = 'title: x\nissues:\n  - {name: "Price, options: [low, high]}\nparties: []\n'
  expect(mistakes(file('x.yaml', yaml))[0]).toMatchObject({ line: 3 })
})

test('SET-52: no message ends in two dots, and a decimal comma is named as one, once', () => {
  const broken = [
    file('domain.xml', plain.replace('</issue>', '')),
    file('d.xml', plain.replace('"Price"', '"Pr<ice"')),
    file('x.yaml', 'title: "x\n'),
    file('a.xml', b.replace('value="0.6"', 'value="0,6"')),
  ]
  for (const each of broken.slice(0, 3)) {
    for (const mistake of mistakes(each)) expect(mistake.found ?? '').not.toMatch(/\.$/)
  }
  const comma = mistakes(file('domain.xml', plain), broken[3] as SourceFile, file('b.xml', b))
  expect(comma.map(({ code }) => code)).toEqual(['number'])
  expect(comma[0]?.found).toBe('0,6')
  const own =
    'title: t\nissues:\n  - {name: P, options: [a, b]}\nparties:\n  - {name: A, values: {P: {a: 0,5, b: 1}}}\n  - {name: B, values: {P: {a: 1, b: 0}}}\n'
  expect(mistakes(file('x.yaml', own)).map(({ code, line }) => [code, line])).toEqual([['decimal-comma', 5]])
})

test('SET-53: GENIUS profiles that state constraints are named as what is not read, and nothing is said to be missing', () => {
  const space = `<utility_space><objective index="0" name="root">${issue(1, 'Price', [['1'], ['2']])}</objective><constraints/></utility_space>`
  const told = mistakes(file('domain.xml', plain), file('a.xml', space), file('c.xml', space))
  expect(told.map(({ code, file: name }) => `${name} ${code}`)).toEqual(['a.xml unsupported'])
})

test('SET-53: NegoLog profiles are read as NegoLog computes them', () => {
  const a = {
    reservationValue: 0.3,
    issueWeights: { A: 0.25, B: 0.75 },
    issues: { A: { x: 0.5, y: 1 }, B: { x: 1, y: 0 } },
  }
  const c = {
    reservationValue: 0,
    issueWeights: { B: 0.5, A: 0.5 },
    issues: { B: { y: 1, x: 0.2 }, A: { x: 1, y: 0.1 } },
  }
  const problem = read(file('profileA.json', JSON.stringify(a)), file('profileB.json', JSON.stringify(c)))
  expect(problem.parties.map(({ name }) => name)).toEqual(['profileA', 'profileB'])
  expect(problem.parties.map(({ reservation }) => toText(reservation))).toEqual(['0.3', '0'])
  expect(settle(problem).frontier.map(({ utilities }) => utilities.map(toText))).toEqual([
    ['0.875', '0.6'],
    ['1', '0.15'],
  ])
  const lacking = { ...c, issues: { ...c.issues, A: { x: 1 } } }
  expect(mistakes(file('a.json', JSON.stringify(a)), file('b.json', JSON.stringify(lacking)))[0]?.code).toBe(
    'missing-value',
  )
})

test('SET-53: NegMAS functions that carry their issues need no file of issues; a centre computed by a program is refused by its kind', () => {
  const space =
    'outcome_space:\n  type: DiscreteCartesianOutcomeSpace\n  issues:\n  - {name: days, type: ContiguousIssue, values: [0, 1]}\n'
  const ufun = (name: string, x: number): string =>
    `name: ${name}\ntype: negmas.preferences.crisp.linear.LinearAdditiveUtilityFunction\n${space}weights: [1]\nvalues:\n- {type: TableFun, mapping: {0: ${x}, 1: ${1 - x}}}\n`
  const problem = read(file('a.yml', ufun('a', 0.25)), file('b.yml', ufun('b', 0.5)))
  expect(problem.issues.map(({ name }) => name)).toEqual(['days'])
  const other = ufun('b', 0.5).replace('[0, 1]', '[0, 2]')
  expect(mistakes(file('a.yml', ufun('a', 0.25)), file('b.yml', other)).map(({ code }) => code)).toContain(
    'two-domains',
  )
  const centre = `name: c\ntype: anl2025.ufun.LambdaCenterUFun\nevaluator: {type: a.B}\n`
  expect(mistakes(file('center.yml', centre), file('a.yml', ufun('a', 0.25)))[0]).toMatchObject({
    code: 'unsupported',
    file: 'center.yml',
  })
})

const webSpace = (body: object) =>
  JSON.stringify({ LinearAdditiveUtilitySpace: { issueWeights: { A: 1 }, issueUtilities: { A: body } } })

test('SET-53: GeniusWeb values under two names are a mistake', () => {
  const values = { valueUtilities: { x: 1, y: 0 } }
  const one = webSpace({ DiscreteValueSetUtilities: values })
  const two = webSpace({
    DiscreteValueSetUtilities: values,
    discreteutils: { valueUtilities: { x: 0, y: 1 } },
  })
  const names = JSON.stringify({ name: 'd', issuesValues: { A: { values: ['x', 'y'] } } })
  expect(
    mistakes(file('d.json', names), file('a.json', one), file('b.json', two)).map(({ code }) => code),
  ).toEqual(['two-keys'])
})

/** Names in the five languages, and in letters that can be written in more than one way. */
const names = [
  'Café',
  'Zürich',
  'هزینهٔ آب',
  'آلبانی',
  'علی‌آباد می‌خواهد',
  'أمن الحدود',
  'مؤتمر',
  'Йемен',
  'Ёлка',
  'Ελλάδα ή',
  '한국',
  'Việt Nam',
  'Ирақ',
  'Müller-Straße',
  'دو  راه',
]
const forms = fc.constantFrom<(text: string) => string>(
  text => text.normalize('NFC'),
  text => text.normalize('NFD'),
  text => text.normalize('NFC').replaceAll('\u200c', ''),
  text => text.normalize('NFD').replaceAll('\u200c', ''),
  text => text.replaceAll('ی', 'ي').replaceAll('ک', 'ك'),
  text => text.replaceAll(' ', '\u00a0'),
  text => `${text}\u200f`,
)

test('SET-54: law: what looks alike is one name, in every place of every kind of file', () => {
  const pairs = fc.array(forms, { minLength: 9, maxLength: 9 })
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom(...names), pairs, (name, option, list) => {
      const f = (k: number, text: string): string =>
        JSON.stringify((list[k] as (text: string) => string)(text))
      const own = `title: t
issues:
  - name: ${f(0, name)}
    options: [${f(1, option)}, other]
parties:
  - name: A
    weights: {${f(2, name)}: 1}
    values: {${f(3, name)}: {${f(4, option)}: 1, other: 0}}
    reservation: {${f(5, name)}: other}
  - name: B
    values: {${f(6, name)}: [1, 0]}
    red lines: [{never: {${f(7, name)}: ${f(8, option)}}}]
`
      const problem = read(file('x.yaml', own))
      expect(problem.issues[0]?.name).toBe(problem.issues[0]?.name.normalize('NFC'))
      expect(problem.parties[1]?.redLines[0]?.excludes).toEqual([{ kind: 'options', issue: 0, options: [0] }])
      const goods = `title: g\ngoods: [${f(0, name)}, other]\nparties:\n  - {name: A, points: {${f(1, name)}: 60, other: 40}}\n  - {name: B, points: {other: 30, ${f(2, name)}: 70}}\n`
      const divided = importGoods([file('g.yaml', goods)])
      expect(divided.ok && divided.value.claimants.map(({ values }) => values.map(toText))).toEqual([
        ['60', '40'],
        ['70', '30'],
      ])
    }),
    numRuns(60),
  )
})

test('SET-54: two names that look alike are one name twice', () => {
  const own =
    'title: t\nissues:\n  - {name: Café, options: [a, b]}\n  - {name: Cafe\u0301, options: [a, b]}\nparties: []\n'
  expect(mistakes(file('x.yaml', own)).map(({ code }) => code)).toContain('duplicate')
  expect(normalText('Cafe\u0301')).toBe('Café')
})
