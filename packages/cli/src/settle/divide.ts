/** `settle divide`: the procedures for goods, side by side, each with the tests of fairness it passes. */

import {
  type AdjustedWinner,
  type Allocation,
  adjustedWinner,
  bundleValue,
  checkFairness,
  compare,
  type Division,
  type Knaster,
  knaster,
  leximinGoods,
  maximumNashWelfareGoods,
  type Rational,
} from '@goodoffices/settlement'
import type { GoodsProblem } from '@goodoffices/settlement/files'
import { type JsonObject, type JsonValue, numbers, numeral } from './json.ts'
import { isFactorExact, toFactor, toFraction, toGrouped, toMarked, toShort } from './numbers.ts'
import { bold, type Column, cleanText, type Screen, table, wrap } from './text.ts'
import { goodsRemarkText } from './words.ts'

export type Divided = {
  /** For two parties; goods may be shared. */
  readonly adjustedWinner?: AdjustedWinner
  /** Where the file states bids in money. */
  readonly knaster?: Knaster
  readonly maximumNashWelfare: Division
  readonly leximin: Division
}

export function divideGoods(goods: GoodsProblem): Divided {
  return {
    ...(goods.claimants.length === 2 ? { adjustedWinner: adjustedWinner(goods) } : {}),
    ...(goods.measure === 'bids' ? { knaster: knaster(goods) } : {}),
    maximumNashWelfare: maximumNashWelfareGoods(goods),
    leximin: leximinGoods(goods),
  }
}

export function dividedToJson(goods: GoodsProblem, divided: Divided): JsonObject {
  const winner = divided.adjustedWinner
  return {
    title: goods.title,
    goods: goods.goods.map(name => ({ name })),
    parties: goods.claimants.map(({ name }) => ({ name })),
    measure: goods.measure,
    ...(winner === undefined
      ? {}
      : {
          adjustedWinner: {
            ...allocationToJson(goods, winner),
            ...numbers('points', winner.points),
            ties: winner.ties.map(({ good, to }) => ({
              good: goodName(goods, good),
              to: partyName(goods, to),
            })),
            transfers: winner.transfers.map(({ good, from, part }) => ({
              good: goodName(goods, good),
              from: partyName(goods, from),
              ...numeral('part', part),
            })),
          },
        }),
    ...(divided.knaster === undefined
      ? {}
      : {
          knaster: {
            ...allocationToJson(goods, divided.knaster),
            ...numbers('money', divided.knaster.money),
            ...numbers('worth', divided.knaster.worth),
            ...numbers('fairShare', divided.knaster.fairShare),
          },
        }),
    maximumNashWelfare: divisionToJson(goods, divided.maximumNashWelfare),
    leximin: divisionToJson(goods, divided.leximin),
    remarks: goods.remarks.map(remark => ({ code: remark.code, text: goodsRemarkText(remark) })),
  }
}

function divisionToJson(goods: GoodsProblem, division: Division): JsonValue {
  return {
    ...numeral('value', division.value),
    ties: String(division.ties),
    proof: { status: division.proof.status, ...numeral('bound', division.proof.bound) },
    allocations: division.allocations.map(allocation => allocationToJson(goods, allocation)),
  }
}

function allocationToJson(goods: GoodsProblem, allocation: Allocation): JsonObject {
  const shares = goods.claimants.map((claimant, c): [string, JsonValue] => [
    claimant.name,
    Object.fromEntries(
      goods.goods.flatMap((good, g): readonly [string, string][] => {
        const share = allocation.shares[c]?.[g]
        return share === undefined || share.num === 0n ? [] : [[good, toFraction(share)]]
      }),
    ),
  ])
  const fairness = checkFairness(goods, allocation)
  return {
    shares: Object.fromEntries(shares),
    fairness: {
      envyFree: fairness.envy.length === 0,
      envyFreeUpToOneGood: fairness.envyFreeUpToOneGood ?? null,
      proportional: fairness.proportionality.every(each => each.holds),
      maximinShare: fairness.maximinShare.every(each => each !== undefined)
        ? fairness.maximinShare.every(each => each?.holds)
        : null,
    },
  }
}

export function dividedToPage(goods: GoodsProblem, divided: Divided, screen: Screen): readonly string[] {
  const lines = [
    '',
    bold(cleanText(goods.title), screen),
    `${goods.claimants.length} parties, ${goods.goods.length} ${goods.goods.length === 1 ? 'good' : 'goods'}, valued in ${goods.measure === 'bids' ? (goods.unit === undefined ? 'money' : cleanText(goods.unit)) : 'points'}`,
    '',
  ]
  lines.push(...valueTable(goods, screen), '')
  if (divided.adjustedWinner !== undefined)
    lines.push(...winnerLines(goods, divided.adjustedWinner, screen), '')
  if (divided.knaster !== undefined) lines.push(...knasterLines(goods, divided.knaster, screen), '')
  lines.push(
    ...divisionLines(
      'Maximum Nash welfare: goods stay whole',
      'The product of what each receives',
      goods,
      divided.maximumNashWelfare,
      screen,
    ),
    '',
  )
  lines.push(
    ...divisionLines('Leximin: goods stay whole', 'The worst-off receives', goods, divided.leximin, screen),
  )
  if (goods.remarks.length > 0)
    lines.push(
      '',
      bold('Remarks', screen),
      ...goods.remarks.flatMap(remark => wrap(cleanText(goodsRemarkText(remark)), screen.columns, '  ')),
    )
  lines.push('')
  return lines
}

function valueTable(goods: GoodsProblem, screen: Screen): readonly string[] {
  const columns: Column[] = [
    { align: 'left', widthMax: Math.floor(screen.columns / 3) },
    ...goods.claimants.map((): Column => ({ align: 'right', widthMax: 20 })),
  ]
  const rows = goods.goods.map((good, g) => [
    cleanText(good),
    ...goods.claimants.map(claimant => amount(claimant.values[g])),
  ])
  return table(['', ...goods.claimants.map(claimant => cleanText(claimant.name))], rows, columns)
}

function amount(value: Rational | undefined): string {
  return value === undefined ? '' : toShort(value, 2)
}

/** Who receives what, whole goods first, shared ones with their parts. */
function allocationLines(goods: GoodsProblem, allocation: Allocation, screen: Screen): readonly string[] {
  const columns: Column[] = [
    { align: 'left', widthMax: Math.floor(screen.columns / 3) },
    { align: 'left', widthMax: Math.floor(screen.columns / 2) },
  ]
  const rows = goods.goods.map((good, g) => {
    const holders = goods.claimants.flatMap((claimant, c) => {
      const share = allocation.shares[c]?.[g]
      if (share === undefined || share.num === 0n) return []
      return [
        share.den === 1n ? cleanText(claimant.name) : `${cleanText(claimant.name)} ${toFraction(share)}`,
      ]
    })
    return [cleanText(good), holders.join(', ')]
  })
  return table(['', 'goes to'], rows, columns)
}

function winnerLines(goods: GoodsProblem, winner: AdjustedWinner, screen: Screen): readonly string[] {
  const lines = [bold('Adjusted Winner: goods may be shared', screen)]
  const intro =
    'Each good goes to the party that gives it more points; then goods move from the leader, where the points differ least, until both are level (Brams and Taylor 1996).'
  lines.push(...wrap(intro, screen.columns, '  '), '', ...allocationLines(goods, winner, screen), '')
  for (const { good, to } of winner.ties) {
    lines.push(
      ...wrap(
        `${goodName(goods, good)} is valued alike and went to ${partyName(goods, to)}, who trailed.`,
        screen.columns,
        '  ',
      ),
    )
  }
  for (const { good, from, part } of winner.transfers) {
    lines.push(
      ...wrap(
        `${partyName(goods, from)} cedes ${part.den === 1n ? 'all' : toFraction(part)} of ${goodName(goods, good)}.`,
        screen.columns,
        '  ',
      ),
    )
  }
  const ahead = winner.level.findIndex((level, c) => compare(level, winner.level[1 - c] ?? level) > 0)
  if (ahead >= 0) {
    const sentence = `Level cannot be reached: what ${partyName(goods, ahead)} holds is worth nothing to ${partyName(goods, 1 - ahead)}.`
    lines.push(...wrap(sentence, screen.columns, '  '))
  }
  goods.claimants.forEach((claimant, c) => {
    const points = winner.points[c]
    const terms = goods.goods.flatMap((_, g) => {
      const share = winner.shares[c]?.[g]
      const value = claimant.values[g]
      if (share === undefined || value === undefined || share.num === 0n || value.num === 0n) return []
      return [share.den === 1n ? toFactor(value) : `${toFraction(share)} × ${toFactor(value)}`]
    })
    if (points !== undefined)
      lines.push(
        ...wrap(
          `${cleanText(claimant.name)}: ${terms.join(' + ') || '0'} = ${isFactorExact(points) ? toFactor(points) : toFraction(points)}${points.den === 1n ? '' : ` (${toMarked(points)})`}`,
          screen.columns,
          '  ',
        ),
      )
  })
  return [...lines, ...fairnessLines(goods, winner, screen)]
}

function knasterLines(goods: GoodsProblem, result: Knaster, screen: Screen): readonly string[] {
  const lines = [bold('Knaster’s sealed bids: goods stay whole, money compensates', screen)]
  const intro =
    'Each good goes to the highest bidder, who pays for it; everyone receives a fair share by its own bids, and the surplus is shared.'
  lines.push(...wrap(intro, screen.columns, '  '), '', ...allocationLines(goods, result, screen), '')
  const columns: Column[] = [
    { align: 'left', widthMax: 30 },
    { align: 'right' },
    { align: 'right' },
    { align: 'right' },
  ]
  const rows = goods.claimants.map((claimant, c) => [
    cleanText(claimant.name),
    signed(result.money[c]),
    amount(result.worth[c]),
    amount(result.fairShare[c]),
  ])
  return [...lines, ...table(['', 'money', 'worth to it', 'fair share'], rows, columns)]
}

function signed(value: Rational | undefined): string {
  return value === undefined
    ? ''
    : value.num > 0n
      ? `receives ${toShort(value, 2)}`
      : value.num < 0n
        ? `pays ${toShort({ num: -value.num, den: value.den }, 2)}`
        : '0'
}

function divisionLines(
  title: string,
  measure: string,
  goods: GoodsProblem,
  division: Division,
  screen: Screen,
): readonly string[] {
  const first = division.allocations[0]
  const lines = [bold(title, screen)]
  if (first === undefined) return lines
  const bound =
    division.proof.status === 'optimal'
      ? ''
      : ` This is the best that was found in the time allowed; nothing exceeds ${toMarked(division.proof.bound)}.`
  const ties = division.ties > 1n ? `; ${toGrouped(division.ties)} divisions tie, one is shown` : ''
  lines.push('', ...allocationLines(goods, first, screen), '')
  const worth = goods.claimants
    .map((claimant, c) => `${cleanText(claimant.name)} ${amount(bundleValue(goods, first, c, c))}`)
    .join(', ')
  lines.push(
    ...wrap(`${worth}. ${measure}: ${toMarked(division.value)}${ties}.${bound}`, screen.columns, '  '),
  )
  return [...lines, ...fairnessLines(goods, first, screen)]
}

function fairnessLines(goods: GoodsProblem, allocation: Allocation, screen: Screen): readonly string[] {
  const fairness = checkFairness(goods, allocation)
  const facts = [
    fairness.envy.length === 0
      ? 'Nobody would rather have another’s share.'
      : `${fairness.envy.map(({ claimant, of, amount: by }) => `${partyName(goods, claimant)} would rather have the share of ${partyName(goods, of)}, by ${toMarked(by, 2)}`).join('; ')}.`,
    ...(fairness.envy.length > 0 && fairness.envyFreeUpToOneGood !== undefined
      ? [
          fairness.envyFreeUpToOneGood
            ? 'Without some one good of that share it would not.'
            : 'That holds even without any one good of it.',
        ]
      : []),
    fairness.proportionality.every(each => each.holds)
      ? 'Each has at least its fair part of the whole, by its own values.'
      : `Below its fair part: ${goods.claimants
          .filter((_, c) => fairness.proportionality[c]?.holds === false)
          .map(claimant => cleanText(claimant.name))
          .join(', ')}.`,
  ]
  return wrap(facts.join(' '), screen.columns, '  ')
}

function goodName(goods: GoodsProblem, index: number): string {
  return cleanText(goods.goods[index] ?? '')
}

function partyName(goods: GoodsProblem, index: number): string {
  return cleanText(goods.claimants[index]?.name ?? '')
}
