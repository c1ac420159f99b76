import { expect, test } from 'vitest'
import {
  type FileProblem,
  importGoods,
  importProblem,
  problemToYaml,
  type SourceFile,
} from '../../src/files/index.ts'
import { ONE, settle } from '../../src/index.ts'
import {
  file,
  geniusBuyer,
  geniusDomain,
  geniusSeller,
  goods,
  groups,
  negmasSpace,
  negmasTenant,
  ownProblem,
  webDomain,
  webProfileA,
  webProfileB,
} from './samples.ts'

/** For every mistake its file, code and finding, and after the @ what stands at the place it names. */
function mistakes(files: readonly SourceFile[]): readonly string[] {
  const result = importProblem(files)
  return result.ok ? [] : describe(result.error, files)
}

function describe(problems: readonly FileProblem[], files: readonly SourceFile[]): readonly string[] {
  return problems.map(problem => {
    const text = files.find(each => each.name === problem.file)?.text ?? ''
    const there = (text.split('\n')[problem.line - 1] ?? '')
      .slice(problem.column - 1, problem.column + 15)
      .trim()
    const found = problem.found === undefined ? '' : ` ${problem.found}`
    return `${problem.file} ${problem.code}${found} @ ${there}`
  })
}

function own(from: string | RegExp, to: string): readonly string[] {
  expect(ownProblem.replace(from, to)).not.toBe(ownProblem)
  return mistakes([file('p.yaml', ownProblem.replace(from, to))])
}

function genius(from: string | RegExp, to: string, part: 'd' | 'b' | 's' = 'b'): readonly string[] {
  const change = (text: string, name: string) => (name === part ? text.replace(from, to) : text)
  const files = [
    file('d.xml', change(geniusDomain, 'd')),
    file('b.xml', change(geniusBuyer, 'b')),
    file('s.xml', change(geniusSeller, 's')),
  ]
  expect(files.map(each => each.text)).not.toEqual([geniusDomain, geniusBuyer, geniusSeller])
  return mistakes(files)
}

test.each<[string, string | RegExp, string, string]>([
  [
    'an option nobody offered',
    'half each: 0,',
    'halves: 0,',
    'p.yaml unknown-option halves @ halves: 0, two t',
  ],
  ['an option without a value', 'half each: 0, ', '', 'p.yaml missing-value "half each" @ Share of water:'],
  [
    'a word where a number belongs',
    'two to one: 1,',
    'two to one: much,',
    'p.yaml number much @ much, by head: 1',
  ],
  [
    'an issue that does not exist',
    '      Price: {0: 1, 2.5: 0}',
    '      Cost: {0: 1, 2.5: 0}',
    'p.yaml unknown-issue Cost @ Cost: {0: 1, 2.5',
  ],
  ['points that stop short', '{0: 1, 2.5: 0}', '{0: 1, 2: 0}', 'p.yaml points-span @ Price: {0: 1, 2:'],
  ['a point out of range', '{0: 1, 2.5: 0}', '{0: 1, 2.5: 0, 3: 0}', 'p.yaml out-of-range 3 @ 3: 0}'],
  ['a point given twice', '{0: 1, 2.5: 0}', '{0: 1, 0.0: 2, 2.5: 0}', 'p.yaml duplicate 0 @ 0.0: 2, 2.5: 0}'],
  [
    'a range that runs backwards',
    '    from: 0\n    to: 24',
    '    from: 30\n    to: 24',
    'p.yaml empty-range 30 to 24 @ 30',
  ],
  ['a missing weight', 'Share of water: 40, ', '', 'p.yaml missing-weight @ {Hours a day: {w'],
  [
    'a negative weight',
    'Share of water: 40, ',
    'Share of water: -40, ',
    'p.yaml negative -40 @ -40, Hours a day',
  ],
  [
    'a weight outside its own range',
    'from: 20, to: 40}',
    'from: 31, to: 40}',
    'p.yaml out-of-range weight 30 @ {weight: 30, fro',
  ],
  [
    'an unknown field',
    '    entitlement: 2',
    '    entitled: 2',
    'p.yaml unknown-field entitled @ entitled: 2',
  ],
  ['an entitlement of nothing', '    entitlement: 2', '    entitlement: 0', 'p.yaml not-positive 0 @ 0'],
  [
    'two parties of one name',
    'name: Lower village',
    'name: Upper village',
    'p.yaml duplicate Upper village @ name: Upper vill',
  ],
  [
    'an option given twice',
    '[half each, two to one, by head]',
    '[half each, by head, two to one, by head]',
    'p.yaml duplicate by head @ by head]',
  ],
  [
    'a half hour where hours are whole',
    'Hours a day: 24}',
    'Hours a day: 23.5}',
    'p.yaml whole-number 23.5 @ 23.5}',
  ],
  ['a list of values of another length', '[60, 0, 100]', '[60, 0]', 'p.yaml wrong-shape 2 long @ [60, 0]'],
  [
    'a reservation package that leaves something open',
    '{Share of water: half each, Hours a day: 0, Price: 2.5}',
    '{Share of water: half each, Price: 2.5}',
    'p.yaml missing-field Hours a day @ {Share of water:',
  ],
  ['a count that allows everything', 'at most: 1', 'at most: 2', 'p.yaml at-most-count 2 @ 2'],
  [
    'a red line without the line',
    '- never: {Share of water: by head}\n        because',
    '- because',
    'p.yaml missing-field never @ because: the spr',
  ],
  [
    'a tag',
    'title: Two',
    'title: !!binary Two',
    'p.yaml yaml-feature The tag tag:yaml.org,2002:binary @ Two villages sha',
  ],
  [
    'an alias',
    'title: Two villages share a spring',
    'title: &t Spring\nnote: *t',
    'p.yaml yaml-feature The anchor &t @ Spring',
  ],
])('own file: %s', (_, from, to, expected) => {
  expect(own(from, to)).toContain(expected)
})

test('all mistakes of a file are reported, not only the first', () => {
  const text = ownProblem
    .replace('half each: 0,', 'halves: 0,')
    .replace('entitlement: 2', 'entitlement: -1')
    .replace('at most: 1', 'at most: few')
    .replace('{0: 50, 24: 0}', '{0: fifty, 24: 0}')
  expect(mistakes([file('p.yaml', text)])).toEqual([
    'p.yaml unknown-option halves @ halves: 0, two t',
    'p.yaml missing-value "half each" @ Share of water:',
    'p.yaml not-positive -1 @ -1',
    'p.yaml number fifty @ fifty, 24: 0}',
    'p.yaml number few @ few',
  ])
})

test('broken YAML is placed', () => {
  expect(mistakes([file('p.yaml', 'title: x\nissues: [a\nparties: 3\n')])[0]).toMatch(
    /^p\.yaml syntax .* @ parties: 3$/,
  )
})

test.each<[string, string | RegExp, string, 'd' | 'b' | 's', string]>([
  ['an entity', 'name="Talks"', 'name="&secret;"', 'b', 'b.xml syntax undefined entity @ ;" type="objecti'],
  [
    'a DOCTYPE',
    '<utility_space>',
    '<!DOCTYPE x [<!ENTITY a "b">]><utility_space>',
    'b',
    'b.xml doctype @ ><utility_space>',
  ],
  ['a tag left open', '</objective>', '', 'b', 'b.xml syntax unexpected close tag @ >'],
  [
    'an evaluation that is no number',
    'evaluation="4"',
    'evaluation="four"',
    'b',
    'b.xml number four @ four"/>',
  ],
  [
    'a value without an evaluation',
    '<item index="3" value="grün" evaluation="2"/>',
    '',
    'b',
    'b.xml missing-value "grün" @ <issue index="2"',
  ],
  [
    'a missing weight',
    '<weight index="3" value="0.25"/>',
    '',
    'b',
    'b.xml missing-weight @ <issue index="3"',
  ],
  ['an evaluator without a slope', 'slope="0.2" ', '', 'b', 'b.xml missing-field slope @ <evaluator ftype'],
  [
    'a range that runs backwards',
    'lowerbound="0" upperbound="10"',
    'lowerbound="11" upperbound="10"',
    'd',
    'd.xml empty-range lowerbound above upperbound @ <range lowerboun',
  ],
  [
    'a triangle upside down',
    'parameter2="4"',
    'parameter2="9"',
    's',
    's.xml empty-range parameter0 ≤ parameter2 ≤ parameter1 does not hold @ <evaluator ftype',
  ],
  [
    'a triangle with a jump inside',
    'parameter0="2" parameter1="8" parameter2="4"',
    'parameter0="4" parameter1="8" parameter2="4"',
    's',
    's.xml jump 4 @ <evaluator ftype',
  ],
  [
    'two issues of one name',
    'name="Days" type="integer"',
    'name="Colour" type="integer"',
    'd',
    'd.xml duplicate Colour @ <issue index="3"',
  ],
  [
    'a reservation that is no number',
    'reservation value="0.125"',
    'reservation value=""',
    'b',
    'b.xml number  @ "/>',
  ],
])('GENIUS: %s', (_, from, to, part, expected) => {
  expect(genius(from, to, part)).toContain(expected)
})

test('GENIUS: where many packages exceed 1 the party gets a ceiling of 1, which the problem file keeps', () => {
  const issues = Array.from(
    { length: 6 },
    (_, i) =>
      `<issue index="${i}" name="i${i}">${Array.from({ length: 8 }, (_, j) => `<item value="v${j}" evaluation="${j + 1}"/>`).join('')}</issue>`,
  ).join('')
  const weights = Array.from({ length: 6 }, (_, i) => `<weight index="${i}" value="1"/>`).join('')
  const profile = `<utility_space><objective>${weights}${issues}</objective></utility_space>`
  const read = importProblem([file('a.xml', profile), file('b.xml', profile)])
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  expect(read.value.parties.map(party => party.ceiling)).toEqual([ONE, ONE])
  const again = importProblem([
    file(
      'own.yaml',
      problemToYaml(read.value, ({ code }) => code),
    ),
  ])
  expect(again.ok && again.value.parties.map(party => party.ceiling)).toEqual([ONE, ONE])
  const { solutions } = settle(read.value, { frontier: 'none' })
  expect(solutions.utilitarian?.value).toEqual({ num: 2n, den: 1n })
})

test('one party is too few, two domains are too many', () => {
  expect(mistakes([file('d.xml', geniusDomain), file('b.xml', geniusBuyer)])).toEqual([
    'd.xml too-few-parties 1 @ <negotiation_tem',
  ])
  expect(
    mistakes([
      file('d.xml', geniusDomain),
      file('e.xml', geniusDomain),
      file('b.xml', geniusBuyer),
      file('s.xml', geniusSeller),
    ]),
  ).toEqual(['e.xml two-domains @ <negotiation_tem'])
})

test('GeniusWeb and NegMAS mistakes are placed', () => {
  const web = (from: string, to: string) =>
    mistakes([
      file('l.json', webDomain),
      file('a.json', webProfileA.replace(from, to)),
      file('b.json', webProfileB),
    ])
  expect(web('"Boole": 0.3, ', '')).toEqual(['a.json missing-value "Boole" @ {"Ada": 1.0}}},'])
  expect(web('DiscreteValueSetUtilities', 'Odd')).toEqual(['a.json unknown-field Odd @ "Odd": {"valueUt'])
  expect(web('"Years": 0.5, ', '')).toEqual(['a.json missing-weight @ {"Brand": 0.2, "'])
  expect(web('"Brand": "Ada", "Price"', '"Brand": "Babbage", "Price"')).toEqual([
    'a.json unknown-option Babbage @ "Babbage", "Pric',
  ])
  const ufun = negmasTenant.replace('slope: 0.1', 'slope: steep').replace('QuadraticFun', 'SinFun')
  const found = mistakes([file('r.yml', negmasSpace), file('t.yml', ufun), file('u.yml', negmasTenant)])
  expect(found).toEqual([
    't.yml number steep @ steep, bias: 0.3',
    't.yml unsupported A value function of type "SinFun" @ {type: SinFun, a',
  ])
})

function readGoods(from: string, to: string): readonly string[] {
  const files = [file('g.yaml', goods.replace(from, to))]
  const result = importGoods(files)
  return result.ok ? [] : describe(result.error, files)
}

test('goods files', () => {
  expect(readGoods('Piano: 10}', 'Flute: 10}')).toEqual([
    'g.yaml unknown-good Flute @ Flute: 10}',
    'g.yaml missing-value "Piano" @ {House: 60, Boat',
  ])
  expect(readGoods('Boat: 20', 'Boat: -20')).toEqual(['g.yaml negative -20 @ -20}'])
  expect(readGoods('name: Ben', 'name: Ana')).toEqual(['g.yaml duplicate Ana @ name: Ana'])
  expect(importGoods([file('p.yaml', ownProblem)])).toMatchObject({
    ok: false,
    error: [{ code: 'wrong-use' }],
  })
  expect(importProblem([file('g.yaml', goods)])).toMatchObject({ ok: false, error: [{ code: 'wrong-use' }] })
})

test('kinds are not mixed, and nothing is nothing', () => {
  expect(mistakes([...(groups['genius'] ?? []), file('p.yaml', ownProblem)])).toEqual([
    'p.yaml mixed-kinds @ title: Two villa',
  ])
  expect(mistakes([file('e.yaml', '  \n')])).toEqual(['e.yaml empty @ '])
  expect(mistakes([])).toEqual(['input empty @ '])
})

test('sizes and depths are limited', () => {
  expect(own('to: 24', 'to: 2000000')).toContain('p.yaml too-many @ 0')
  const profiles = Array.from({ length: 65 }, (_, i) => file(`${i}.xml`, geniusBuyer))
  expect(mistakes([file('d.xml', geniusDomain), ...profiles])).toEqual(['d.xml too-many @ <?xml version="1'])
  expect(mistakes([file('deep.json', '['.repeat(100_000))])).toEqual([
    'deep.json too-deep @ [[[[[[[[[[[[[[[[',
  ])
  expect(mistakes([file('deep.yaml', `a: ${'- '.repeat(50_000)}`)])).toEqual([
    'deep.yaml too-deep @ a: - - - - - - -',
  ])
  expect(mistakes([file('deep.xml', '<objective>'.repeat(100_000))])).toEqual([
    'deep.xml too-deep @ <objective><obje',
  ])
  expect(mistakes([file('big.yaml', 'a'.repeat(4_000_001))])).toEqual([
    'big.yaml too-large @ aaaaaaaaaaaaaaaa',
  ])
  const indented = Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')
  expect(mistakes([file('steps.yaml', indented)])).toEqual(['steps.yaml too-deep @ a:'])
})
