/**
 * GeniusWeb JSON: a domain (`issuesValues`) and one `LinearAdditiveUtilitySpace` per party, in current keys
 * (`DiscreteValueSetUtilities`, `NumberValueSetUtilities`) and older ones (`discreteutils`, `numberutils`).
 * The reservation is a bid, whose utility becomes the reservation value; without one it is 0.
 */

import { valueAt } from '../package.ts'
import type { Issue, Party, Problem, ValueFunction } from '../problem.ts'
import {
  add,
  compare,
  divide,
  floor,
  fromNumber,
  isWhole,
  multiply,
  ONE,
  type Rational,
  rational,
  sign,
  subtract,
  sum,
  toText,
  ZERO,
} from '../rational.ts'
import type { ImportRemark } from '../remark.ts'
import { fail, ok, type Result } from '../result.ts'
import { baseName, uniqueNames } from './file-name.ts'
import { createMistakeList, type FileProblem, type MistakeList, type SourceFile } from './mistake.ts'
import { nameMap } from './name-map.ts'
import { checkNumber, findIssue, findOption, issuesToNames, type Names } from './names.ts'
import { demand, readList, readMap, readNumber, readText } from './read.ts'
import { field, type Tree, type TreeMap } from './tree.ts'
import { pointsToValueFunction, zeroValues } from './values.ts'

/** A stepped range becomes that many options at most. */
const stepsMax = 100_000

export type GeniusWebFile = { readonly file: SourceFile; readonly tree: TreeMap }

/** Current names and older ones, of which an issue has one. */
const utilityKeys = ['DiscreteValueSetUtilities', 'NumberValueSetUtilities', 'discreteutils', 'numberutils']

const SPACE = 'LinearAdditiveUtilitySpace'
const DOMAIN_EXAMPLE = '{"name": "laptop", "issuesValues": {"Price": {"values": ["low", "high"]}}}'

export function isGeniusWeb(map: TreeMap): boolean {
  return isDomain(map) || profileKey(map) !== undefined
}

function isDomain(map: TreeMap): boolean {
  return field(map, 'issuesValues') !== undefined
}

/** The single key under which a profile stands, whatever its kind. */
function profileKey(map: TreeMap): string | undefined {
  return map.entries.length === 1 &&
    map.entries[0]?.value.kind === 'map' &&
    /UtilitySpace|PartialOrdering|^linearadditive$/i.test(map.entries[0].key)
    ? map.entries[0].key
    : undefined
}

export function readGeniusWeb(files: readonly GeniusWebFile[]): Result<Problem, readonly FileProblem[]> {
  const problems: FileProblem[] = []
  const remarks: ImportRemark[] = []
  const domains = files.filter(({ tree }) => isDomain(tree))
  const profiles = files.filter(({ tree }) => !isDomain(tree))
  const embedded = profiles.flatMap(({ file, tree }) => {
    const space = tree.entries[0]?.value
    const domain = space?.kind === 'map' ? field(space, 'domain') : undefined
    return domain?.kind === 'map' ? [{ file, tree: domain }] : []
  })
  const domain = domains[0] ?? embedded[0]
  const first = files[0]
  if (first === undefined) return fail([])
  const list = createMistakeList(domain?.file.name ?? first.file.name)
  if (domain === undefined) {
    list.add(first.tree, { code: 'no-domain' })
    return fail(list.problems)
  }
  const second = domains[1]
  if (second !== undefined) {
    const extra = createMistakeList(second.file.name)
    extra.add(second.tree, { code: 'two-domains' })
    problems.push(...extra.problems)
  }
  const issues = readIssues(domain.tree, list)
  if (profiles.length < 2)
    list.add(domain.tree, {
      code: 'too-few-parties',
      found: String(profiles.length),
      choices: ['goodoffices settle domain.json profileA.json profileB.json'],
    })
  problems.push(...list.problems)
  const names = issuesToNames(issues)
  const partyNames = uniqueNames(profiles.map(({ file }) => baseName(file.name)))
  const parties = profiles.map(({ file, tree }, i) => {
    const mistakes = createMistakeList(file.name)
    const party = readProfile(tree, partyNames[i] ?? file.name, names, { mistakes, remarks })
    problems.push(...mistakes.problems)
    return party
  })
  if (problems.length > 0) return fail(problems)
  const title = field(domain.tree, 'name')
  return ok({
    title: title?.kind === 'scalar' && title.text !== '' ? title.text : baseName(domain.file.name),
    issues,
    parties,
    constraints: [],
    remarks,
  })
}

function readIssues(tree: TreeMap, mistakes: MistakeList): readonly Issue[] {
  const map = readMap(field(tree, 'issuesValues'), 'issuesValues', DOMAIN_EXAMPLE, mistakes)
  if (map?.entries.length === 0) mistakes.add(map, { code: 'no-issues' })
  const seen = new Set<string>()
  return (map?.entries ?? []).flatMap(entry => {
    if (seen.has(entry.key)) mistakes.add(entry, { code: 'duplicate', found: entry.key, about: 'issues' })
    seen.add(entry.key)
    const body = readMap(entry.value, entry.key, '{"values": ["low", "high"]}', mistakes)
    if (body === undefined) return []
    const values = field(body, 'values')
    const range = field(body, 'range')
    if (values !== undefined && range !== undefined)
      mistakes.add(body, { code: 'two-keys', found: 'values" and "range', about: entry.key })
    if (values === undefined && range !== undefined) return readRange(range, entry.key, mistakes) ?? []
    const list = demand(values, body, 'values', entry.key, mistakes, '"values": ["low", "high"]')
    const options = readList(list, entry.key, '["low", "high"]', mistakes).flatMap(
      item => readText(item, 'A value', mistakes) ?? [],
    )
    if (list?.kind === 'list' && options.length === 0) {
      mistakes.add(list, {
        code: 'wrong-shape',
        about: `The list of values of ${entry.key}`,
        found: 'empty',
        choices: ['at least one value', '["low", "high"]'],
      })
    }
    return [{ kind: 'discrete' as const, name: entry.key, options: [...new Set(options)] }]
  })
}

/** `[min, max, step]`: whole numbers where the step is 1, otherwise every multiple as an option. */
function readRange(tree: Tree, name: string, mistakes: MistakeList): readonly Issue[] | undefined {
  const example = '{"range": [0, 10, 0.5]}'
  const items = readList(tree, `The range of ${name}`, example, mistakes)
  const [low, high, step] = items.map(item => readNumber(item, `The range of ${name}`, mistakes))
  if (tree.kind === 'list' && items.length !== 3) {
    mistakes.add(tree, {
      code: 'wrong-shape',
      about: `The range of ${name}`,
      found: `${items.length} long`,
      choices: ['lowest, highest and step', example],
    })
  }
  if (low === undefined || high === undefined || step === undefined) return undefined
  if (sign(step) <= 0n) {
    mistakes.add(items[2] ?? tree, {
      code: 'not-positive',
      about: `The step of ${name}`,
      found: toText(step),
    })
    return undefined
  }
  if (compare(low, high) > 0) {
    mistakes.add(tree, { code: 'empty-range', about: name, found: `${toText(low)} to ${toText(high)}` })
    return undefined
  }
  const steps = floor(divide(subtract(high, low), step))
  if (steps >= BigInt(stepsMax)) {
    mistakes.add(tree, { code: 'too-many', about: `steps of ${name}`, limit: stepsMax })
    return undefined
  }
  const last = add(low, multiply(step, rational(steps)))
  if (
    compare(step, ONE) === 0 &&
    isWhole(low) &&
    Number.isSafeInteger(Number(low.num)) &&
    Number.isSafeInteger(Number(last.num))
  ) {
    return [{ kind: 'integer', name, lower: Number(low.num), upper: Number(last.num) }]
  }
  const options = Array.from({ length: Number(steps) + 1 }, (_, i) =>
    toText(add(low, multiply(step, fromNumber(i)))),
  )
  return [{ kind: 'discrete', name, options }]
}

type Sink = { readonly mistakes: MistakeList; readonly remarks: ImportRemark[] }

function readProfile(tree: TreeMap, name: string, names: Names, { mistakes, remarks }: Sink): Party {
  const entry = tree.entries[0]
  if (entry !== undefined && entry.key !== SPACE && !/^linearadditive$/i.test(entry.key)) {
    mistakes.add(entry, {
      code: 'unsupported',
      found: `A profile of kind ${entry.key}`,
      choices: [SPACE, `{"${SPACE}": {"issueUtilities": {...}, "issueWeights": {...}}}`],
    })
  }
  const space = readMap(entry?.value, name, `{"${SPACE}": {...}}`, mistakes) ?? tree
  const known = entry?.key === SPACE || /^linearadditive$/i.test(entry?.key ?? '')
  const weights = known ? readWeights(space, names, mistakes) : names.issues.map(() => ZERO)
  const values = known ? readUtilities(space, names, weights, mistakes) : names.issues.map(zeroValues)
  const total = sum(weights)
  if (known && mistakes.problems.length === 0 && compare(total, ONE) !== 0) {
    remarks.push({ code: 'weights-not-one', party: name, sum: toText(total) })
  }
  const bid = field(space, 'reservationBid')
  const reservation =
    bid === undefined || bid.kind === 'null'
      ? ZERO
      : readReservation(bid, names, { weights, values }, mistakes)
  return { name, weights, values, bonuses: [], reservation, redLines: [], entitlement: ONE }
}

function readWeights(space: TreeMap, names: Names, mistakes: MistakeList): readonly Rational[] {
  const tree = demand(
    field(space, 'issueWeights'),
    space,
    'issueWeights',
    'The profile',
    mistakes,
    '"issueWeights": {"Price": 0.6, "Term": 0.4}',
  )
  const map = readMap(tree, 'issueWeights', '{"Price": 0.6, "Term": 0.4}', mistakes)
  const weights: (Rational | undefined)[] = names.issues.map(() => undefined)
  for (const entry of map?.entries ?? []) {
    const issue = findIssue(names, entry.key, entry, mistakes)
    const weight = readNumber(entry.value, `The weight of "${entry.key}"`, mistakes)
    if (issue !== undefined && weight !== undefined) weights[issue] = weight
  }
  return names.issues.map((issue, i) => {
    if (map !== undefined && !map.entries.some(entry => names.issueIndex.get(entry.key) === i)) {
      mistakes.add(map, { code: 'missing-weight', about: issue.name, choices: [`"${issue.name}": 0`] })
    }
    return weights[i] ?? ZERO
  })
}

function readUtilities(
  space: TreeMap,
  names: Names,
  weights: readonly Rational[],
  mistakes: MistakeList,
): readonly ValueFunction[] {
  const example =
    '"issueUtilities": {"Price": {"DiscreteValueSetUtilities": {"valueUtilities": {"low": 0, "high": 1}}}}'
  const map = readMap(
    demand(field(space, 'issueUtilities'), space, 'issueUtilities', 'The profile', mistakes, example),
    'issueUtilities',
    example,
    mistakes,
  )
  for (const entry of map?.entries ?? []) findIssue(names, entry.key, entry, mistakes)
  return names.issues.map((issue, i) => {
    const entry = map?.entries.findLast(each => names.issueIndex.get(each.key) === i)
    const body = readMap(entry?.value, issue.name, example, mistakes)
    if (entry === undefined || body === undefined) {
      if (map !== undefined && entry === undefined && sign(weights[i] ?? ZERO) !== 0n) {
        mistakes.add(map, { code: 'missing-value', found: 'all', about: issue.name, choices: [example] })
      }
      return zeroValues(issue)
    }
    const discrete = field(body, 'DiscreteValueSetUtilities') ?? field(body, 'discreteutils')
    const numeric = field(body, 'NumberValueSetUtilities') ?? field(body, 'numberutils')
    const keys = body.entries.map(({ key }) => key).filter(key => utilityKeys.includes(key))
    if (keys.length > 1)
      mistakes.add(body, { code: 'two-keys', found: keys.join('" and "'), about: issue.name })
    if (discrete !== undefined)
      return readDiscrete(discrete, issue, sign(weights[i] ?? ZERO) === 0n, mistakes)
    if (numeric !== undefined) return readNumeric(numeric, issue, mistakes)
    const choices = utilityKeys
    const found = body.entries[0]?.key ?? 'nothing'
    mistakes.add(body.entries[0] ?? body, { code: 'unknown-field', found, choices })
    return zeroValues(issue)
  })
}

/** `valueUtilities` by the value's text; numbers also match as numbers, so that 1 finds 1.0. */
function readDiscrete(tree: Tree, issue: Issue, weightless: boolean, mistakes: MistakeList): ValueFunction {
  const example = '{"valueUtilities": {"low": 0, "high": 1}}'
  const body = readMap(tree, issue.name, example, mistakes)
  const inner =
    body === undefined
      ? undefined
      : demand(field(body, 'valueUtilities'), body, 'valueUtilities', issue.name, mistakes, example)
  const map = readMap(inner, issue.name, example, mistakes)
  if (map === undefined) return zeroValues(issue)
  const utilities = nameMap(
    map.entries.map(row => [row.key, readNumber(row.value, `The utility of "${row.key}"`, mistakes) ?? ZERO]),
  )
  const options = issueOptions(issue)
  const known = nameMap(options.map(option => [option, option]))
  for (const row of map.entries) {
    if (!known.has(row.key))
      mistakes.add(row, { code: 'unknown-option', found: row.key, about: issue.name, choices: options })
  }
  const missing = options.filter(option => !utilities.has(option))
  if (missing.length > 0 && !weightless) {
    mistakes.add(map, {
      code: 'missing-value',
      found: missing
        .slice(0, 8)
        .map(option => `"${option}"`)
        .join(', '),
      about: issue.name,
      choices: [`"${missing[0]}": 0`],
    })
  }
  return { kind: 'table', values: options.map(option => utilities.get(option) ?? ZERO) }
}

function issueOptions(issue: Issue): readonly string[] {
  if (issue.kind === 'discrete') return issue.options
  if (issue.kind === 'continuous') return []
  return Array.from({ length: issue.upper - issue.lower + 1 }, (_, i) => String(issue.lower + i))
}

/** Linear from (lowValue, lowUtility) to (highValue, highUtility), 0 outside; exact where GeniusWeb rounds to 8 places. */
function readNumeric(tree: Tree, issue: Issue, mistakes: MistakeList): ValueFunction {
  const example = '{"lowValue": 0, "lowUtility": 0, "highValue": 10, "highUtility": 1}'
  const body = readMap(tree, issue.name, example, mistakes)
  if (body === undefined) return zeroValues(issue)
  const read = (key: string) =>
    readNumber(demand(field(body, key), body, key, issue.name, mistakes, example), key, mistakes)
  const low = { at: read('lowValue'), value: read('lowUtility') }
  const high = { at: read('highValue'), value: read('highUtility') }
  if (low.at === undefined || low.value === undefined || high.at === undefined || high.value === undefined)
    return zeroValues(issue)
  if (compare(low.at, high.at) >= 0) {
    mistakes.add(body, {
      code: 'empty-range',
      about: issue.name,
      found: `${toText(low.at)} to ${toText(high.at)}`,
    })
    return zeroValues(issue)
  }
  const points = [
    { at: low.at, value: low.value },
    { at: high.at, value: high.value },
  ]
  const within = (at: Rational) =>
    compare(at, points[0]?.at ?? at) >= 0 && compare(at, points[1]?.at ?? at) <= 0
  const line = { kind: 'piecewise', points } as const
  const continuous = { kind: 'continuous', name: '', lower: low.at, upper: high.at } as const
  const values = issueOptions(issue).map(option => {
    const at = readOptionNumber(option)
    if (at === undefined)
      mistakes.add(body, { code: 'number', about: `A value of "${issue.name}"`, found: option })
    return at !== undefined && within(at) ? valueAt(continuous, line, at) : ZERO
  })
  return issue.kind === 'continuous' ? pointsToValueFunction(issue, points) : { kind: 'table', values }
}

function readOptionNumber(option: string): Rational | undefined {
  const mistakes = createMistakeList('')
  return readNumber({ line: 1, column: 1, kind: 'scalar', text: option, quoted: false }, option, mistakes)
}

type Preferences = { readonly weights: readonly Rational[]; readonly values: readonly ValueFunction[] }

/** A bid may be partial: what it leaves open contributes nothing. */
function readReservation(
  tree: Tree,
  names: Names,
  { weights, values }: Preferences,
  mistakes: MistakeList,
): Rational {
  const example = '"reservationBid": {"issuevalues": {"Price": "low"}}'
  const body = readMap(tree, 'reservationBid', example, mistakes)
  const inner =
    body === undefined ? undefined : (field(body, 'issuevalues') ?? field(body, 'issueValues') ?? body)
  const map = readMap(inner, 'reservationBid', example, mistakes)
  let total = ZERO
  for (const entry of map?.entries ?? []) {
    const index = findIssue(names, entry.key, entry, mistakes)
    const issue = index === undefined ? undefined : names.issues[index]
    const text = readText(entry.value, entry.key, mistakes)
    if (index === undefined || issue === undefined || text === undefined) continue
    const number = issue.kind === 'discrete' ? undefined : readNumber(entry.value, entry.key, mistakes)
    if (number !== undefined && !checkNumber(issue, number, entry.value, mistakes)) continue
    const pick =
      issue.kind === 'discrete'
        ? findOption(names, index, text, entry.value, mistakes)
        : issue.kind === 'integer' && number !== undefined
          ? Number(number.num)
          : number
    const value = values[index]
    if (pick !== undefined && value !== undefined)
      total = add(total, multiply(weights[index] ?? ZERO, valueAt(issue, value, pick)))
  }
  return total
}
