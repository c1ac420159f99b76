/** Goods to be divided (`goodoffices settle divide`): what each party would give for each of them. */

import type { Claim, Goods } from '../goods/goods.ts'
import { equals, ONE, type Rational, sign, sum, toText, ZERO } from '../rational.ts'
import type { GoodsRemark } from '../remark.ts'
import { fail, ok, type Result } from '../result.ts'
import { createMistakeList, type FileProblem, type MistakeList, type SourceFile } from './mistake.ts'
import { nameMap } from './name-map.ts'
import { demand, readFields, readList, readMap, readNumber, readText } from './read.ts'
import { normalText } from './text-key.ts'
import type { Entry, Tree, TreeMap } from './tree.ts'

const goodsMax = 1_000
const claimantsMax = 100

/** Goods and claims on them, with what only the reader needs. */
export type GoodsProblem = Goods & {
  readonly title: string
  /** `bids` are money, and money can compensate; `points` only compare goods with each other. */
  readonly measure: 'points' | 'bids'
  readonly unit?: string
  readonly remarks: readonly GoodsRemark[]
}

const GOODS_EXAMPLE = 'goods: [House, Boat]'
const PARTIES_EXAMPLE = 'parties:\n  - name: Ana\n    points: {House: 60, Boat: 40}'

export function isGoodsProblem(map: TreeMap): boolean {
  return map.entries.some(entry => entry.key === 'goods')
}

export function readGoodsProblem(file: SourceFile, tree: Tree): Result<GoodsProblem, readonly FileProblem[]> {
  const mistakes = createMistakeList(file.name)
  const fields = readFields(tree, ['title', 'note', 'goods', 'unit', 'parties'], 'The file', mistakes)
  if (fields === undefined) return fail(mistakes.problems)
  const title = readText(fields.get('title')?.value, 'The title', mistakes) ?? file.name
  const unit = readText(fields.get('unit')?.value, 'The unit', mistakes)
  const goods = readGoods(
    demand(fields.get('goods'), tree, 'goods', 'The file', mistakes, GOODS_EXAMPLE)?.value,
    mistakes,
  )
  const partyTree = demand(
    fields.get('parties'),
    tree,
    'parties',
    'The file',
    mistakes,
    PARTIES_EXAMPLE,
  )?.value
  const items = readList(partyTree, 'parties', PARTIES_EXAMPLE, mistakes)
  if (partyTree?.kind === 'list' && items.length < 2)
    mistakes.add(partyTree, {
      code: 'too-few-parties',
      found: String(items.length),
      choices: [PARTIES_EXAMPLE],
    })
  if (items.length > claimantsMax)
    mistakes.add(tree, { code: 'too-many', about: 'parties', limit: claimantsMax })
  const read = items.slice(0, claimantsMax).map((item, i) => readClaimant(item, i, goods, mistakes))
  const seen = new Set<string>()
  read.forEach(({ claimant }, i) => {
    if (seen.has(normalText(claimant.name)))
      mistakes.add(items[i] ?? tree, { code: 'duplicate', found: claimant.name, about: 'parties' })
    seen.add(normalText(claimant.name))
  })
  const measures = new Set(read.flatMap(({ measure }) => measure ?? []))
  if (measures.size > 1) {
    mistakes.add(partyTree ?? tree, {
      code: 'wrong-shape',
      about: 'The measure',
      found: 'points for some and bids for others',
      choices: ['points for all, or bids for all', 'points: {House: 60, Boat: 40}'],
    })
  }
  if (mistakes.problems.length > 0) return fail(mistakes.problems)
  const claimants = read.map(({ claimant }) => claimant)
  const measure = measures.has('bids') ? 'bids' : 'points'
  const remarks = measure === 'points' ? unequalTotals(claimants) : []
  return ok({ title, goods, claimants, measure, ...(unit === undefined ? {} : { unit }), remarks })
}

function readGoods(tree: Tree | undefined, mistakes: MistakeList): readonly string[] {
  const items = readList(tree, 'goods', GOODS_EXAMPLE, mistakes)
  if (tree?.kind === 'list' && items.length === 0) {
    mistakes.add(tree, {
      code: 'wrong-shape',
      about: 'The list of goods',
      found: 'empty',
      choices: ['at least one good', GOODS_EXAMPLE],
    })
  }
  if (tree !== undefined && items.length > goodsMax)
    mistakes.add(tree, { code: 'too-many', about: 'goods', limit: goodsMax })
  const seen = new Set<string>()
  const goods: string[] = []
  for (const item of items.slice(0, goodsMax)) {
    const text = readText(item, 'A good', mistakes)
    if (text === undefined) continue
    if (seen.has(normalText(text))) mistakes.add(item, { code: 'duplicate', found: text, about: 'goods' })
    else goods.push(text)
    seen.add(normalText(text))
  }
  return goods
}

function readClaimant(tree: Tree, index: number, goods: readonly string[], mistakes: MistakeList) {
  const fields =
    readFields(tree, ['name', 'note', 'points', 'bids', 'entitlement'], 'A party', mistakes) ??
    new Map<string, Entry>()
  const given = demand(fields.get('name'), tree, 'name', 'A party', mistakes, 'name: Ana')
  const name = readText(given?.value, 'The name', mistakes) ?? `party ${index + 1}`
  const entitlementTree = fields.get('entitlement')?.value
  const entitlement = readNumber(entitlementTree, 'The entitlement', mistakes) ?? ONE
  if (entitlementTree !== undefined && sign(entitlement) <= 0n) {
    mistakes.add(entitlementTree, {
      code: 'not-positive',
      about: 'The entitlement',
      found: toText(entitlement),
    })
  }
  const stated = fields.get('bids') ?? fields.get('points')
  if (stated === undefined) {
    mistakes.add(tree, {
      code: 'missing-field',
      found: 'points',
      about: name,
      choices: ['points: {House: 60, Boat: 40}   or   bids: {House: 200000}'],
    })
  }
  const values = readValues(stated, name, goods, mistakes)
  const measure: 'points' | 'bids' | undefined =
    stated === undefined ? undefined : fields.has('bids') ? 'bids' : 'points'
  return { claimant: { name, values, entitlement }, measure }
}

function readValues(
  entry: Entry | undefined,
  party: string,
  goods: readonly string[],
  mistakes: MistakeList,
): readonly Rational[] {
  const values = new Map<string, Rational>()
  const known = nameMap(goods.map(good => [good, good]))
  const map = readMap(entry?.value, `The values of ${party}`, `${goods[0] ?? 'House'}: 40`, mistakes)
  for (const row of map?.entries ?? []) {
    const good = known.get(row.key)
    if (good === undefined) {
      mistakes.add(row, { code: 'unknown-good', found: row.key, choices: goods })
      continue
    }
    if (values.has(good)) mistakes.add(row, { code: 'duplicate', found: row.key, about: 'goods' })
    const value = readNumber(row.value, `The value of "${row.key}"`, mistakes) ?? ZERO
    if (sign(value) < 0n)
      mistakes.add(row.value, { code: 'negative', about: `The value of "${row.key}"`, found: toText(value) })
    values.set(good, value)
  }
  const missing = goods.filter(good => !values.has(good))
  if (map !== undefined && missing.length > 0) {
    mistakes.add(map, {
      code: 'missing-value',
      found: missing
        .slice(0, 8)
        .map(good => `"${good}"`)
        .join(', '),
      about: party,
      choices: [`${missing[0]}: 0`],
    })
  }
  return goods.map(good => values.get(good) ?? ZERO)
}

/** Points compare only when every party had the same number to give. */
function unequalTotals(claimants: readonly Claim[]): readonly GoodsRemark[] {
  const totals = claimants.map(claimant => sum(claimant.values))
  const first = totals[0]
  if (first === undefined || totals.every(total => equals(total, first))) return []
  const listed = claimants.map(({ name }, i) => ({ party: name, total: toText(totals[i] ?? ZERO) }))
  return [{ code: 'unequal-totals', totals: listed }]
}
