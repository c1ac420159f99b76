import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run, spawn } from './run.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'settle-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const deal = `title: A boat
issues:
  - name: Price
    options: [low, middle, high]
  - name: Delivery
    options: [now, later]
parties:
  - name: Buyer
    reservation: 4
    values: {Price: {low: 9, middle: 6, high: 0}, Delivery: {now: 3, later: 0}}
  - name: Seller
    reservation: 2
    values: {Price: {low: 0, middle: 4, high: 6}, Delivery: {now: 0, later: 1/3}}
`

const noDeal = deal.replace('reservation: 4', 'reservation: 10').replace('reservation: 2', 'reservation: 5')

/** A utility function of one issue. */
function side(name: string, worths: readonly number[]): object {
  return {
    name,
    type: 'LinearAdditiveUtilityFunction',
    reserved_value: 0,
    weights: [1],
    values: [{ type: 'TableFun', mapping: { low: worths[0], high: worths[1] } }],
  }
}

describe('settle', () => {
  test('a deal: exit code 0 and a page', async () => {
    const { code, out, err } = await run(['settle', write('deal.yaml', deal)])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('A deal exists')
    expect(out).toContain('Nash, Kalai-Smorodinsky')
    expect(out).not.toContain('\u001b')
  })

  test('--json: exact decimals, fractions where decimals never end, every tie', async () => {
    const { code, out } = await run(['settle', write('deal.yaml', deal), '--json'])
    expect(code).toBe(0)
    // Acceptable: (middle, now) 9, 4 and (middle, later) 6, 4 1/3; low and high leave one side short.
    expect(JSON.parse(out)).toMatchObject({
      outcomes: '6',
      parties: [{ name: 'Buyer' }, { name: 'Seller' }],
      zoneOfAgreement: true,
      frontier: [
        {
          utilities: ['6', '4.33333333333333333333'],
          utilitiesExact: ['6', '13/3'],
          package: { Price: 'middle', Delivery: 'later' },
          ties: '1',
        },
        { utilities: ['9', '4'], package: { Price: 'middle', Delivery: 'now' }, ties: '1' },
      ],
      solutions: {
        nash: {
          value: '10',
          packages: [{ utilities: ['9', '4'], package: { Price: 'middle', Delivery: 'now' } }],
        },
        kalaiSmorodinsky: { value: '0.85714285714285714286', valueExact: '6/7' },
        egalitarian: { packages: [{ package: { Price: 'middle', Delivery: 'now' } }] },
        utilitarian: { value: '13' },
      },
    })
    expect(JSON.parse(out)).toHaveProperty('certificate.checks.0.passed', true)
  })

  test('no deal: exit code 3, the reason, and what would open a way', async () => {
    const path = write('none.yaml', noDeal)
    const page = await run(['settle', path])
    expect(page.code).toBe(3)
    expect(page.out).toContain('No deal: no package is acceptable to every party.')
    expect(page.out).toContain('Reservation of Buyer: nothing below 10.')
    expect(page.out).toContain('Reservation of Seller: nothing below 5.')
    const json = JSON.parse((await run(['settle', path, '--json'])).out)
    expect(json).toMatchObject({
      zoneOfAgreement: false,
      frontier: [],
      solutions: { nash: null, kalaiSmorodinsky: null, egalitarian: null, utilitarian: null },
      noDeal: {
        smallest: [
          { kind: 'reservation', party: 'Buyer', value: '10' },
          { kind: 'reservation', party: 'Seller', value: '5' },
        ],
      },
    })
    const report = join(folder, 'none.html')
    expect((await run(['settle', path, '--html', report])).code).toBe(3)
    expect(readFileSync(report, 'utf8')).toContain('No deal exists.')
  })

  test('--reservation ignore finds what the reservations exclude', async () => {
    const { code, out } = await run([
      'settle',
      write('none.yaml', noDeal),
      '--reservation',
      'ignore',
      '--json',
    ])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ reservations: ['0', '0'], zoneOfAgreement: true })
  })

  test('--frontier none and --scale', async () => {
    const { out } = await run([
      'settle',
      write('deal.yaml', deal),
      '--frontier',
      'none',
      '--scale',
      '1',
      '--json',
    ])
    const json = JSON.parse(out)
    expect(json).toMatchObject({ frontier: [], frontierGuarantee: { kind: 'none' } })
    expect(json.remarks).toContainEqual({
      code: 'rounded',
      text: 'Rounded at 1 decimal place: 1 number changed, each by at most 0.05.',
    })
  })

  test('a continuous issue is settled exactly, and its frontier is a line', async () => {
    const money = `issues: [{name: Share, from: 0, to: 1, unit: EUR}]
parties:
  - {name: Ana, values: {Share: {0: 0, 1: 1}}}
  - {name: Ben, reservation: 0.1, values: {Share: {0: 1, 1: 0}}}
`
    const path = write('money.yaml', money)
    const { code, out, err } = await run(['settle', path, '--json'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toMatchObject({
      outcomes: 'infinite',
      frontier: [
        { utilities: ['0', '1'], package: { Share: '0' }, ties: '1' },
        { utilities: ['0.9', '0.1'], package: { Share: '0.9' }, ties: '1' },
      ],
      frontierParts: [{ from: ['0', '1'], to: ['0.9', '0.1'], includesFrom: true, includesTo: true }],
      frontierGuarantee: { kind: 'exact' },
      solutions: {
        nash: { value: '0.2025', packages: [{ package: { Share: '0.45' } }], proof: { status: 'optimal' } },
        egalitarian: { value: '0.45' },
        utilitarian: { value: '1' },
      },
    })
    const report = join(folder, 'money.html')
    expect((await run(['settle', path, '--html', report])).code).toBe(0)
    expect(readFileSync(report, 'utf8')).toContain('<line class="part"')
    const improved = await run(['settle', 'improve', path, '--from', 'Share=0.5'])
    expect(improved).toMatchObject({ code: 0, err: '' })
    expect(improved.out).toContain('Nothing is better')
  })

  test.each([
    ['UTF-16 with its mark', 'utf-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without its mark', 'utf-16', (text: string) => Buffer.from(text, 'utf16le')],
    ['Latin-1 by its declaration', 'ISO-8859-1', (text: string) => Buffer.from(text, 'latin1')],
    [
      'UTF-8 with a mark and CRLF',
      'utf-8',
      (text: string) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`),
    ],
  ])('GENIUS profiles alone, in a folder, in %s', async (_, encoding, encode) => {
    const inner = mkdtempSync(join(folder, 'encoded-'))
    const profile = (one: number, two: number) => `<?xml version="1.0" encoding="${encoding}"?>
<utility_space><objective index="0" name="Café">
<weight index="7" value="1"/>
<issue index="7" name="Größe" type="discrete"><item value="für zwei" evaluation="${one}"/><item value="&lt;&quot;klein&quot;&gt;" evaluation="${two}"/></issue>
</objective></utility_space>`
    writeFileSync(join(inner, 'a.xml'), encode(profile(1, 4)))
    writeFileSync(join(inner, 'b.xml'), encode(profile(2, 3)))
    const { code, out, err } = await run(['settle', inner, '--json'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toMatchObject({
      title: 'Café',
      frontier: [{ utilities: ['1', '1'], package: { Größe: '<"klein">' } }],
    })
  })

  test('bad input: exit code 2, every mistake with its place, nothing on standard output', async () => {
    const path = write(
      'bad.yaml',
      deal.replace('low: 9', 'cheap: 9').replace('reservation: 2', 'reservation: two'),
    )
    const { code, out, err } = await run(['settle', path])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('bad.yaml:10:22: "cheap" is not an option of "Price".')
    expect(err).toContain('bad.yaml:12:18: The reservation is not a number: two.')
    expect(err).toContain('expected: one of: low, middle, high')
  })

  test.each([
    ['no such file', ['settle', 'nowhere.yaml'], 'there is no such file or folder'],
    ['no file at all', ['settle'], 'missing required argument'],
    ['an unknown option', ['settle', 'x.yaml', '--colour'], 'unknown option'],
    ['a scale that is none', ['settle', 'x.yaml', '--scale', 'many'], 'Expected a whole number'],
    ['a frontier of another kind', ['settle', 'x.yaml', '--frontier', 'most'], 'Allowed choices'],
    ['improve without a package', ['settle', 'improve', 'x.yaml'], "required option '--from"],
  ])('wrong use, %s: exit code 2', async (_, args, message) => {
    const { code, err } = await run(args)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  test('SET-55: a folder with a centre and a folder of edges is one problem', async () => {
    const inner = mkdtempSync(join(folder, 'centre-'))
    mkdirSync(join(inner, 'edges'))
    const centre = {
      name: 'Centre',
      type: 'MaxCenterUFun',
      reserved_value: 0,
      outcome_space: { issues: [{ name: 'Price', type: 'CategoricalIssue', values: ['low', 'high'] }] },
      side_ufuns: [side('a', [1, 2]), side('b', [3, 1])],
    }
    writeFileSync(join(inner, 'center.yml'), JSON.stringify(centre))
    writeFileSync(join(inner, 'edges', 'one.yml'), JSON.stringify(side('One', [2, 1])))
    writeFileSync(join(inner, 'edges', 'two.yml'), JSON.stringify(side('Two', [1, 2])))
    const { out, code } = await run(['settle', inner])
    expect(code).toBe(0)
    expect(out).toContain('3 parties, 2 issues, 9 packages')
  })

  test('a folder is its files; what is no part of the problem is named', async () => {
    const inner = join(folder, 'scenario')
    mkdirSync(inner)
    writeFileSync(
      join(inner, 'space.yml'),
      'issues:\n- {name: Price, type: CategoricalIssue, values: [low, high]}\n',
    )
    writeFileSync(
      join(inner, 'u2.yml'),
      'type: LinearAdditiveUtilityFunction\nreserved_value: 0\nweights: [1]\nvalues:\n- {type: TableFun, mapping: {low: 0, high: 1}}\n',
    )
    writeFileSync(
      join(inner, 'u10.yml'),
      'type: LinearAdditiveUtilityFunction\nreserved_value: 0\nweights: [1]\nvalues:\n- {type: TableFun, mapping: {low: 1, high: 0}}\n',
    )
    writeFileSync(join(inner, '_stats.yaml'), 'pareto: []\n')
    const { code, out } = await run(['settle', inner, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      parties: [{ name: 'u2' }, { name: 'u10' }],
      remarks: expect.arrayContaining([
        { code: 'not-read', text: 'Not a part of the problem, and not read: _stats.yaml.' },
      ]),
    })
  })
})

test('the launcher runs it, with colours and plots for terminals only', () => {
  const { code, out, err } = spawn(['settle', write('deal.yaml', deal)])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain('A deal exists')
  expect(spawn(['settle', 'nowhere.yaml']).code).toBe(2)
})

describe('the report', () => {
  test('is one file without scripts or loads, and hostile names stay text', async () => {
    const hostile = deal
      .replace('name: Price', `name: "<script>alert(1)</script>"`)
      .replaceAll('Price:', `"<script>alert(1)</script>":`)
      .replace('name: Buyer', `name: '"><img src=x onerror=alert(1)>'`)
      .replace('name: Seller', 'name: البائع')
    const report = join(folder, 'hostile.html')
    expect((await run(['settle', write('hostile.yaml', hostile), '--html', report])).code).toBe(0)
    const html = readFileSync(report, 'utf8')
    for (const [tag] of html.matchAll(/<[a-z][^>]*>/gi)) {
      // Quoted attribute values cannot start a tag or an attribute.
      expect(tag.replaceAll(/"[^"]*"/g, '""')).not.toMatch(
        /^<(script|img|link|iframe|object|embed)|\son\w+=|\s(src|href)=/i,
      )
    }
    expect(html).not.toMatch(/url\(|https?:|@import/i)
    expect(html).toContain('&#60;script&#62;')
    expect(html).toContain('<bdi dir="auto">البائع</bdi>')
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(html).toMatch(/<svg class="plot"[^>]*role="img"/)
  })

  test('terminal control characters in names do not reach the terminal', async () => {
    const { out } = await run([
      'settle',
      write('control.yaml', deal.replace('title: A boat', 'title: "A\\e[31m boat\\u202e"')),
    ])
    expect(out).toContain('A boat')
    expect(out).not.toContain('\u001b')
    expect(out).not.toContain('\u202e')
  })
})

describe('improve', () => {
  test('lists what is better for all and the trades that lead there', async () => {
    const { code, out } = await run([
      'settle',
      'improve',
      write('deal.yaml', deal.replace('low: 9, middle: 6', 'low: 5, middle: 6')),
      '--from',
      'Price=low; Delivery=now',
      '--reservation',
      'ignore',
      '--json',
    ])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      tentative: { utilities: ['8', '0'], efficient: false },
      betterCount: '1',
      better: [{ package: { Price: 'middle', Delivery: 'now' }, utilities: ['9', '4'], gains: ['1', '4'] }],
      paths: expect.arrayContaining([
        {
          solution: 'nash',
          trades: [{ issue: 'Price', from: 'low', to: 'middle', gains: ['1', '4'] }],
          deepestDip: '0',
          feasibleThroughout: true,
        },
      ]),
    })
  })

  test('names with = and ; are read by the names that exist', async () => {
    const odd = deal
      .replaceAll('Price', 'P=x; Q')
      .replaceAll('"P', 'P')
      .replace('name: P=x; Q', 'name: "P=x; Q"')
      .replace('middle, high]', '"middle; or = so", high]')
      .replaceAll('middle:', '"middle; or = so":')
    const { code, out } = await run([
      'settle',
      'improve',
      write('odd.yaml', odd.replaceAll('{P=x; Q:', '{"P=x; Q":')),
      '--from',
      'P=x; Q=middle; or = so; Delivery=now',
      '--json',
    ])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      tentative: { utilities: ['9', '4'], efficient: true },
      betterCount: '0',
    })
  })

  test('a package that is none is bad input', async () => {
    const { code, err } = await run(['settle', 'improve', write('deal.yaml', deal), '--from', 'Price=free'])
    expect(code).toBe(2)
    expect(err).toContain('“free” is not possible for “Price”')
    expect(err).toContain('Nothing is said about “Delivery”')
  })
})

describe('divide', () => {
  test('points: Adjusted Winner, maximum Nash welfare, leximin', async () => {
    const { code, out } = await run(['settle', 'divide', 'samples/problems/camp-david.yaml', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      adjustedWinner: {
        pointsExact: ['395/6', '395/6'],
        transfers: [{ good: 'Sinai', from: 'Egypt', partExact: '1/6' }],
        fairness: { envyFree: true, proportional: true },
      },
      maximumNashWelfare: { value: '4500' },
      leximin: { value: '60' },
    })
  })

  test('bids: Knaster’s sealed bids as published', async () => {
    const bids = `title: Estate
unit: USD
goods: [Painting, Sculpture]
parties:
  - {name: Sasha, bids: {Painting: 4000, Sculpture: 2300}}
  - {name: Ralph, bids: {Painting: 6300, Sculpture: 1800}}
  - {name: Fergus, bids: {Painting: 6000, Sculpture: 2400}}
`
    const { out } = await run(['settle', 'divide', write('estate.yaml', bids), '--json'])
    const { knaster } = JSON.parse(out)
    expect(knaster.shares).toEqual({ Sasha: {}, Ralph: { Painting: '1' }, Fergus: { Sculpture: '1' } })
    expect(knaster.money.map((text: string) => Number(text).toFixed(2))).toEqual([
      '2466.67',
      '-3233.33',
      '766.67',
    ])
    expect((await run(['settle', 'divide', join(folder, 'estate.yaml')])).out).toContain('pays 3233.33')
  })

  test('a problem is not a goods file, and the other way round', async () => {
    expect(await run(['settle', 'divide', write('deal.yaml', deal)])).toMatchObject({
      code: 2,
      err: expect.stringContaining('This is a problem file'),
    })
    expect(await run(['settle', 'samples/problems/camp-david.yaml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('This is a goods file'),
    })
  })
})

describe('convert', () => {
  test('the converted file settles to the same result', async () => {
    const from = write('deal.yaml', deal)
    const to = join(folder, 'copy.yaml')
    expect(await run(['settle', 'convert', from, '--to', to])).toEqual({
      code: 0,
      out: `Wrote ${to}.\n`,
      err: '',
    })
    expect((await run(['settle', to, '--json'])).out).toBe((await run(['settle', from, '--json'])).out)
    expect((await run(['settle', 'convert', to, '--to', '-'])).out).toBe(readFileSync(to, 'utf8'))
  })

  test('does not write over what it reads', async () => {
    const from = write('deal.yaml', deal)
    expect((await run(['settle', 'convert', from, '--to', from])).code).toBe(2)
    expect(readFileSync(from, 'utf8')).toBe(deal)
  })
})

test.each(['police-contract', 'rail-wages', 'shared-spring'])('the sample %s has a deal', async name => {
  expect((await run(['settle', `samples/problems/${name}.yaml`])).code).toBe(0)
})
