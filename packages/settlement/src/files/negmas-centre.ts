/**
 * ANL 2025: one centre that negotiates with several edges, each apart from the others. Every edge is an issue here, whose options are
 * the outcomes of its negotiation and, last, that there is none; what nobody agreed on is worth its reserved value. A centre's
 * utility is the largest of its sides' utilities, or their weighted sum with weights that are given; where all negotiations
 * fail it is the centre's reserved value. One that is computed by a program is not read.
 */

import { type Package, pickAt, pickToText, sizeOf, utilityOf } from '../package.ts'
import type { Bonus, Issue, Party, Problem } from '../problem.ts'
import {
  add,
  compare,
  divide,
  max,
  multiply,
  ONE,
  type Rational,
  sign,
  subtract,
  sum,
  ZERO,
} from '../rational.ts'
import type { ImportRemark } from '../remark.ts'
import { fail, ok, type Result } from '../result.ts'
import { baseName, uniqueNames } from './file-name.ts'
import { createMistakeList, type FileProblem, type MistakeList, type SourceFile } from './mistake.ts'
import { issuesToNames } from './names.ts'
import { readUtilityFunction } from './negmas-function.ts'
import { isSpace, readIssues } from './negmas-space.ts'
import { shortType } from './negmas-values.ts'
import { readList, readMap, readNumber } from './read.ts'
import { field, type TreeMap } from './tree.ts'

export type NegmasFile = { readonly file: SourceFile; readonly tree: TreeMap }

/** Outcomes of all negotiations together: each is an option here, and perhaps a level of its own. */
const outcomesMax = 2_000

/** As the tool itself calls what was not agreed. */
const nothingAgreed = 'None'

/** What the outcomes of one negotiation are worth, the last being none at all. */
type Thread = {
  readonly name: string
  readonly outcomes: readonly string[]
  readonly worths: readonly Rational[]
}

export function nameOf({ file, tree }: NegmasFile): string {
  const name = field(tree, 'name')
  return name?.kind === 'scalar' && name.text !== '' ? name.text : baseName(file.name)
}

/** Edges face the centre's sides in the order of the files. */
export function readCentre(
  centre: NegmasFile,
  edges: readonly NegmasFile[],
): Result<Problem, readonly FileProblem[]> {
  const own = createMistakeList(centre.file.name)
  const type = shortType(field(centre.tree, 'type'))
  if (type !== 'MaxCenterUFun' && type !== 'LinearCombinationCenterUFun') {
    own.add(field(centre.tree, 'type') ?? centre.tree, {
      code: 'unsupported',
      found: `A centre of type "${type}"`,
      choices: ['MaxCenterUFun, or LinearCombinationCenterUFun with its weights', 'type: MaxCenterUFun'],
    })
    return fail(own.problems)
  }
  if (edges.length === 0)
    own.add(centre.tree, {
      code: 'too-few-parties',
      found: '1',
      choices: ['goodoffices settle center.yml edges/edge1.yml edges/edge2.yml'],
    })
  const spaces = readSpaces(centre.tree, edges.length, own)
  const sides = readList(field(centre.tree, 'side_ufuns'), 'side_ufuns', 'side_ufuns: [...]', own)
  for (const [about, found] of [
    ['outcome_spaces', spaces.length],
    ['side_ufuns', sides.length],
  ] as const) {
    if (found !== edges.length)
      own.add(field(centre.tree, about) ?? centre.tree, {
        code: 'wrong-shape',
        about,
        found: `${found} long`,
        choices: [`${edges.length}, as many as edges`, `n_edges: ${edges.length}`],
      })
  }
  const outcomes = spaces.reduce((total, space) => total + countOf(space), 0)
  if (outcomes > outcomesMax) {
    own.add(centre.tree, { code: 'too-many', about: 'outcomes', limit: outcomesMax })
    return fail(own.problems)
  }
  const remarks: ImportRemark[] = []
  const problems = [own.problems]
  const names = uniqueNames(edges.map(nameOf))
  const read = (tree: TreeMap, name: string, space: readonly Issue[], mistakes: MistakeList): Thread => {
    const party = readUtilityFunction(tree, name, issuesToNames(space), { mistakes, remarks })
    return mistakes.problems.length > 0 ? { name, outcomes: [], worths: [] } : toThread(party, space)
  }
  const faced = sides.map((side, i) => {
    const map = readMap(side, 'A side', 'type: LinearAdditiveUtilityFunction', own)
    return map === undefined ? undefined : read(map, names[i] ?? '', spaces[i] ?? [], own)
  })
  const threads = edges.map(({ file, tree }, i) => {
    const mistakes = createMistakeList(file.name)
    const thread = read(tree, names[i] ?? file.name, spaces[i] ?? [], mistakes)
    problems.push(mistakes.problems)
    return thread
  })
  const reserved = readNumber(field(centre.tree, 'reserved_value'), 'reserved_value', own) ?? ZERO
  const weights = type === 'MaxCenterUFun' ? undefined : readWeights(centre.tree, edges.length, own)
  if (problems.some(list => list.length > 0)) return fail(problems.flat())
  const held = faced.flatMap(side => side ?? [])
  const issues = threads.map(({ name, outcomes }): Issue => ({ kind: 'discrete', name, options: outcomes }))
  const title = nameOf(centre)
  const preferences = weights === undefined ? largestOf(held) : sumOf(held, weights)
  const whole: Party = {
    name: uniqueNames([title, ...names])[0] ?? title,
    ...preferences,
    bonuses: [...preferences.bonuses, ...allFailed(held, weights, reserved)],
    reservation: reserved,
    redLines: [],
    entitlement: ONE,
  }
  return ok({
    title,
    issues,
    parties: [whole, ...threads.map((thread, i) => edgeToParty(thread, i, threads))],
    constraints: [],
    // Read once for each edge, it is said once.
    remarks: [...new Map(remarks.map(each => [JSON.stringify(each), each])).values()],
  })
}

/** One space for each edge: its own, or the one that all of them have. */
function readSpaces(tree: TreeMap, edges: number, mistakes: MistakeList): readonly (readonly Issue[])[] {
  const shared = field(tree, 'outcome_space')
  const each = field(tree, 'outcome_spaces')
  if (each === undefined && shared?.kind === 'map' && isSpace(shared)) {
    const issues = readIssues(shared, mistakes)
    return Array.from({ length: edges }, () => issues)
  }
  return readList(each, 'outcome_spaces', 'outcome_spaces:\n- issues: [...]', mistakes).map(item => {
    const map = readMap(item, 'An outcome space', 'issues: [...]', mistakes)
    return map === undefined ? [] : readIssues(map, mistakes)
  })
}

function countOf(space: readonly Issue[]): number {
  return space.reduce(
    (product, issue) => product * (issue.kind === 'continuous' ? Number.POSITIVE_INFINITY : sizeOf(issue)),
    1,
  )
}

function toThread(party: Party, issues: readonly Issue[]): Thread {
  let packages: Package[] = [[]]
  for (const issue of issues) {
    if (issue.kind === 'continuous') continue
    const picks = Array.from({ length: sizeOf(issue) }, (_, o) => pickAt(issue, o))
    packages = packages.flatMap(start => picks.map(pick => [...start, pick]))
  }
  const problem: Problem = { title: '', issues, parties: [party], constraints: [], remarks: [] }
  const textOf = (picks: Package): string =>
    issues
      .map((issue, i) => {
        const text = pickToText(issue, picks[i] ?? 0)
        return issues.length === 1 ? text : `${issue.name} ${text}`
      })
      .join(', ')
  return {
    name: party.name,
    outcomes: uniqueNames([...packages.map(textOf), nothingAgreed]),
    worths: [...packages.map(picks => utilityOf(problem, party, picks)), party.reservation],
  }
}

function edgeToParty({ name, worths }: Thread, own: number, threads: readonly Thread[]): Party {
  return {
    name,
    weights: threads.map((_, i) => (i === own ? ONE : ZERO)),
    values: threads.map(thread => ({
      kind: 'table',
      values: thread.name === name ? worths : thread.worths.map(() => ZERO),
    })),
    bonuses: [],
    reservation: worths.at(-1) ?? ZERO,
    redLines: [],
    entitlement: ONE,
  }
}

type Preferences = Pick<Party, 'weights' | 'values' | 'bonuses'>

/** The largest as a sum: all of it, less each step between two levels where every side stays below the upper one. */
function largestOf(sides: readonly Thread[]): Preferences {
  const levels = sides
    .flatMap(({ worths }) => worths)
    .toSorted(compare)
    .filter((level, i, all) => i === 0 || compare(level, all[i - 1] as Rational) > 0)
  const steps = levels.slice(1).flatMap((level, k): readonly Bonus[] => {
    const when = sides.map(({ worths }, issue) => ({
      kind: 'options' as const,
      issue,
      options: worths.flatMap((worth, o) => (compare(worth, level) < 0 ? [o] : [])),
    }))
    if (when.some(({ options }) => options.length === 0)) return []
    return [{ id: `below ${k + 1}`, when, value: subtract(levels[k] as Rational, level) }]
  })
  return {
    weights: sides.map(() => ZERO),
    values: sides.map(({ worths }) => ({ kind: 'table', values: worths.map(() => ZERO) })),
    bonuses: [{ id: 'largest', when: [], value: levels.at(-1) ?? ZERO }, ...steps],
  }
}

function sumOf(sides: readonly Thread[], weights: readonly Rational[]): Preferences {
  return { weights, values: sides.map(({ worths }) => ({ kind: 'table', values: worths })), bonuses: [] }
}

/** Where nothing at all is agreed the centre has its own reserved value, whatever its sides have. */
function allFailed(
  sides: readonly Thread[],
  weights: readonly Rational[] | undefined,
  reserved: Rational,
): readonly Bonus[] {
  const left = sides.map(({ worths }) => worths.at(-1) ?? ZERO)
  const combined =
    weights === undefined
      ? left.reduce(max, left[0] ?? ZERO)
      : sum(left.map((worth, i) => multiply(weights[i] ?? ZERO, worth)))
  const difference = subtract(reserved, combined)
  if (sign(difference) === 0n) return []
  const when = sides.map(({ worths }, issue) => ({
    kind: 'options' as const,
    issue,
    options: [worths.length - 1],
  }))
  return [{ id: 'nothing agreed', when, value: difference }]
}

/** Given weights, over their sum; without them the tool draws some, which no file says. */
function readWeights(tree: TreeMap, count: number, mistakes: MistakeList): readonly Rational[] {
  const items = readList(field(tree, 'weights'), 'weights', 'weights: [0.5, 0.5]', mistakes)
  const weights = items.map(item => readNumber(item, 'weights', mistakes) ?? ZERO)
  if (weights.length !== count)
    mistakes.add(field(tree, 'weights') ?? tree, {
      code: 'wrong-shape',
      about: 'weights',
      found: `${weights.length} long`,
      choices: [`${count}, as many as edges`, 'weights: [0.5, 0.5]'],
    })
  const whole = weights.reduce(add, ZERO)
  return sign(whole) === 0n ? weights : weights.map(weight => divide(weight, whole))
}
