/** `settle improve`: what is better for all than the package on the table, and the trades that lead there. */

import {
  type Improvement,
  type Problem,
  pickToText,
  type SolutionName,
  type Trade,
  type TradePath,
} from '@goodoffices/settlement'
import { type JsonObject, type JsonValue, numbers, numeral, packageToJson } from './json.ts'
import { toGrouped, toMarked, toShort } from './numbers.ts'
import { packageKey, pickText, solutionTitles } from './proposals.ts'
import { bold, type Column, cleanText, type Screen, table, wrap } from './text.ts'

export function improvementToJson(problem: Problem, improvement: Improvement): JsonObject {
  const { tentative, better, paths } = improvement
  return {
    title: problem.title,
    parties: problem.parties.map(({ name }) => ({ name })),
    tentative: {
      package: packageToJson(problem, tentative.package),
      ...numbers('utilities', tentative.utilities),
      broken: tentative.broken.map(id => ({ id })),
      efficient: tentative.efficient,
    },
    betterCount: String(improvement.betterCount),
    betterExact: improvement.betterExact,
    better: better.map(each => ({
      package: packageToJson(problem, each.package),
      ...numbers('utilities', each.utilities),
      ...numbers('gains', each.gains),
    })),
    paths: paths.map(({ solution, path }) => ({
      solution,
      trades: path.trades.map(trade => tradeToJson(problem, trade)),
      ...numeral('deepestDip', path.deepestDip),
      feasibleThroughout: path.feasibleThroughout,
    })),
  }
}

function tradeToJson(problem: Problem, trade: Trade): JsonValue {
  const issue = problem.issues[trade.issue]
  return {
    issue: issue?.name ?? '',
    from: issue === undefined ? '' : pickToText(issue, trade.from),
    to: issue === undefined ? '' : pickToText(issue, trade.to),
    ...numbers('gains', trade.gains),
  }
}

export function improvementToPage(
  problem: Problem,
  improvement: Improvement,
  screen: Screen,
): readonly string[] {
  const { tentative } = improvement
  const lines = ['', bold(cleanText(problem.title), screen), '', bold('On the table', screen), '']
  const rows = problem.issues.map((issue, i) => [
    cleanText(issue.name),
    cleanText(pickText(problem, i, tentative.package)),
  ])
  lines.push(
    ...table(['', 'package'], rows, [
      { align: 'left', widthMax: 36 },
      { align: 'left', widthMax: 40 },
    ]),
    '',
  )
  lines.push(
    ...wrap(
      `It gives ${problem.parties.map((party, p) => `${cleanText(party.name)} ${toShort(tentative.utilities[p] ?? { num: 0n, den: 1n })}`).join(', ')}.`,
      screen.columns,
      '  ',
    ),
  )
  for (const id of tentative.broken)
    lines.push(...wrap(`It breaks a rule: ${ruleSentence(problem, id)}.`, screen.columns, '  '))
  lines.push('')
  if (improvement.better.length === 0) {
    const isProven = improvement.settlement.solutions.utilitarian?.proof.status !== 'bounded'
    const finding = isProven
      ? 'Nothing is better for one party without being worse for another.'
      : 'Nothing better was found; that nothing is better is not proven.'
    lines.push(bold(finding, screen), '')
    return lines
  }
  const count = improvement.betterExact
    ? toGrouped(improvement.betterCount)
    : `At least ${toGrouped(improvement.betterCount)}`
  lines.push(
    bold(
      `${count} ${improvement.betterCount === 1n ? 'package is' : 'packages are'} better for some party and worse for none.`,
      screen,
    ),
    '',
  )
  for (const { titles, path, utilities } of groupPaths(improvement)) {
    lines.push(...pathLines(problem, titles, path, utilities, screen), '')
  }
  return lines
}

type Grouped = { readonly titles: string; readonly path: TradePath; readonly utilities: readonly string[] }

/** Solutions that propose the same package share their path. */
function groupPaths(improvement: Improvement): readonly Grouped[] {
  const groups = new Map<string, { names: SolutionName[]; path: TradePath; utilities: readonly string[] }>()
  for (const { solution, path } of improvement.paths) {
    const offer = improvement.settlement.solutions[solution]?.packages[0]
    if (offer === undefined || path.trades.length === 0) continue
    const key = packageKey(offer.package)
    const group = groups.get(key)
    if (group === undefined)
      groups.set(key, {
        names: [solution],
        path,
        utilities: offer.utilities.map(utility => toShort(utility)),
      })
    else group.names.push(solution)
  }
  return [...groups.values()].map(({ names, ...rest }) => ({
    titles: names.map(name => solutionTitles[name]).join(', '),
    ...rest,
  }))
}

/** One trade a line: what changes, and what each party gains or gives by it. */
function pathLines(
  problem: Problem,
  titles: string,
  path: TradePath,
  utilities: readonly string[],
  screen: Screen,
): readonly string[] {
  const gainColumns = problem.parties.map((): Column => ({ align: 'right', widthMax: 14 }))
  const rows = path.trades.map(trade => {
    const issue = problem.issues[trade.issue]
    const change =
      issue === undefined ? '' : `${pickToText(issue, trade.from)} → ${pickToText(issue, trade.to)}`
    return [
      cleanText(issue?.name ?? ''),
      cleanText(change),
      ...trade.gains.map(gain => (gain.num > 0n ? `+${toShort(gain)}` : toShort(gain))),
    ]
  })
  const widthMax = Math.max(14, Math.floor((screen.columns - 8 - 16 * problem.parties.length) / 2))
  const totals = ['', 'they then have', ...utilities]
  const head = ['Trade', '', ...problem.parties.map(party => cleanText(party.name))]
  const columns: Column[] = [{ align: 'left', widthMax }, { align: 'left', widthMax }, ...gainColumns]
  const dip =
    path.deepestDip.num === 0n
      ? 'In this order nobody is ever below where it started.'
      : `On the way some party is ${toMarked(path.deepestDip)} below where it started: agree on the whole before the parts.`
  const rules = path.feasibleThroughout
    ? ''
    : ' Some step on its own breaks a rule of the problem; only the whole keeps them.'
  return [
    bold(`Best by ${titles}`, screen),
    '',
    ...table(head, [...rows, totals], columns),
    '',
    ...wrap(dip + rules, screen.columns, '  '),
  ]
}

function ruleSentence(problem: Problem, id: string): string {
  const rules = [...problem.constraints, ...problem.parties.flatMap(party => party.redLines)]
  return cleanText(rules.find(rule => rule.id === id)?.sentence ?? id)
}
