/** The plain answer: a page a person reads, and can check with a pencil. */

import {
  compare,
  divide,
  type Move,
  type NoDeal,
  type Obstacle,
  type Problem,
  type Robustness,
  type Settlement,
  subtract,
} from '@goodoffices/settlement'
import { isFactorExact, toFactor, toGrouped, toMarked, toPercent, toShort } from './numbers.ts'
import { plotFrontier } from './plot.ts'
import { listProposals, listTerms, type Proposal, pickText, solutionTitles } from './proposals.ts'
import { robustnessToSentences } from './rough.ts'
import { bold, type Column, cleanText, fit, type Screen, table, wrap } from './text.ts'
import { checkTitle, definitions, remarkText } from './words.ts'

export type PageOptions = { readonly screen: Screen; readonly robustness?: Robustness | undefined }

/** Lines of the page, without line ends. */
export function settlementToPage(
  problem: Problem,
  settlement: Settlement,
  { screen, robustness }: PageOptions,
): readonly string[] {
  const lines = ['', bold(cleanText(problem.title), screen), sizeLine(problem, settlement), '']
  if (!settlement.zoneOfAgreement) {
    lines.push(bold('No deal: no package is acceptable to every party.', screen), '')
    lines.push(...noDealLines(problem, settlement.noDeal, screen))
  } else {
    const proposals = listProposals(settlement)
    lines.push(
      bold('A deal exists: there are packages that leave no party worse off than no deal.', screen),
      '',
    )
    lines.push(...proposalLines(problem, proposals, screen), '')
    lines.push(...ruleLines(proposals, screen), '')
    lines.push(...shareLines(problem, settlement, proposals, screen), '')
    const first = proposals[0]
    if (first !== undefined) lines.push(...arithmeticLines(problem, settlement, first, screen), '')
    lines.push(...frontierLines(problem, settlement, screen))
    const rough = robustness === undefined ? [] : robustnessToSentences(problem, robustness)
    if (rough.length > 0)
      lines.push(
        '',
        bold('If the weights are rough', screen),
        ...rough.flatMap(sentence => bulleted(sentence, screen)),
      )
  }
  if (settlement.remarks.length > 0) {
    lines.push('', bold('Remarks', screen))
    for (const remark of settlement.remarks)
      lines.push(...bulleted(cleanText(remarkText(problem, remark)), screen))
  }
  const checks = settlement.certificate.checks
  if (checks.length > 0 && settlement.zoneOfAgreement) {
    const failed = checks.filter(check => !check.passed)
    lines.push(
      '',
      failed.length === 0
        ? `Checked: ${checks.map(check => checkTitle(check.name)).join(', ')}. Details with --json.`
        : `FAILED CHECKS: ${failed.map(check => checkTitle(check.name)).join(', ')}`,
    )
  }
  lines.push('')
  return lines.flatMap(line => (line.startsWith('Checked:') ? wrap(line, screen.columns) : [line]))
}

function sizeLine(problem: Problem, settlement: Settlement): string {
  const outcomes =
    settlement.outcomes === 'infinite'
      ? 'continuously many packages'
      : counted(settlement.outcomes, 'package')
  return `${counted(BigInt(problem.parties.length), 'party', 'parties')}, ${counted(BigInt(problem.issues.length), 'issue')}, ${outcomes}`
}

function counted(count: bigint, noun: string, plural = `${noun}s`): string {
  return `${toGrouped(count)} ${count === 1n ? noun : plural}`
}

function bulleted(text: string, screen: Screen): readonly string[] {
  return wrap(text, screen.columns - 4, '    ').map((line, i) => (i === 0 ? `  - ${line.trimStart()}` : line))
}

function titlesOf(proposal: Proposal): string {
  return proposal.solutions.map(solution => solutionTitles[solution.name]).join(', ')
}

/** Issue by issue what each rule proposes. */
function proposalLines(problem: Problem, proposals: readonly Proposal[], screen: Screen): readonly string[] {
  const widthMax = Math.max(12, Math.floor((screen.columns - 6) / (proposals.length + 1)) - 2)
  const columns: Column[] = [
    { align: 'left', widthMax },
    ...proposals.map((): Column => ({ align: 'left', widthMax })),
  ]
  const rows = problem.issues.map((issue, i) => [
    cleanText(issue.name),
    ...proposals.map(({ offer }) => cleanText(pickText(problem, i, offer.package))),
  ])
  const legend = proposals.map(proposal => `  ${proposal.letter}  ${titlesOf(proposal)}`)
  return [
    bold('What each fair rule proposes', screen),
    ...legend,
    '',
    ...table(['', ...proposals.map(({ letter }) => letter)], rows, columns),
  ]
}

/** The sentence that defines each rule, its value, and how many packages share it. */
function ruleLines(proposals: readonly Proposal[], screen: Screen): readonly string[] {
  const lines = [bold('Why these', screen)]
  for (const { solutions } of proposals) {
    for (const solution of solutions) {
      const ties = solution.ties > 1n ? ` ${toGrouped(solution.ties)} packages tie; one is shown.` : ''
      const proof =
        solution.proof.status === 'optimal' ? '' : ` Nothing exceeds ${toMarked(solution.proof.bound)}.`
      lines.push(
        ...bulleted(
          `${definitions[solution.name]} Here ${toMarked(solution.value, 6)}.${ties}${proof}`,
          screen,
        ),
      )
    }
  }
  return lines
}

/** Each party's utility, gain, and share of the most it could hope for. */
function shareLines(
  problem: Problem,
  settlement: Settlement,
  proposals: readonly Proposal[],
  screen: Screen,
): readonly string[] {
  const columns: Column[] = [
    { align: 'left', widthMax: 28 },
    { align: 'right' },
    { align: 'right' },
    ...proposals.map((): Column => ({ align: 'right' })),
  ]
  const rows = problem.parties.flatMap((party, p) => {
    const reservation = settlement.reservations[p]
    const ideal = settlement.ideals?.[p]
    if (reservation === undefined || ideal === undefined) return []
    const span = subtract(ideal, reservation)
    const share = (offer: Proposal['offer']): string => {
      const gain = offer.gains[p]
      return gain === undefined || compare(span, { num: 0n, den: 1n }) <= 0
        ? '-'
        : toPercent(divide(gain, span))
    }
    return [
      [
        cleanText(party.name),
        toShort(reservation),
        toShort(ideal),
        ...proposals.map(({ offer }) => toShort(offer.utilities[p] ?? reservation)),
      ],
      ['', '', '', ...proposals.map(({ offer }) => share(offer))],
    ]
  })
  const head = ['', 'no deal', 'ideal', ...proposals.map(({ letter }) => letter)]
  return [
    bold('What each party gets', screen),
    ...wrap(
      'Utility, and below it the share of the way from no deal to the party’s ideal.',
      screen.columns,
      '  ',
    ),
    '',
    ...table(head, rows, columns),
  ]
}

/** Every utility of the first proposal as the sum it is. */
function arithmeticLines(
  problem: Problem,
  settlement: Settlement,
  proposal: Proposal,
  screen: Screen,
): readonly string[] {
  const lines = [bold(`The arithmetic of ${proposal.letter}`, screen)]
  problem.parties.forEach((party, p) => {
    const terms = listTerms(problem, p, proposal.offer.package).filter(term => term.product.num !== 0n)
    const total = proposal.offer.utilities[p]
    const isExact =
      total !== undefined &&
      isFactorExact(total) &&
      terms.every(
        term => isFactorExact(term.value) && (term.weight === undefined || isFactorExact(term.weight)),
      )
    const sign = isExact ? '=' : '≈'
    const gain = proposal.offer.gains[p]
    const reservation = settlement.reservations[p]
    if (total === undefined || gain === undefined || reservation === undefined) return
    const isPlain = terms.every(
      term => term.weight === undefined || (term.weight.num === 1n && term.weight.den === 1n),
    )
    const sums = terms.map(term =>
      term.weight === undefined || isPlain
        ? toFactor(term.value)
        : `${toFactor(term.weight)} × ${toFactor(term.value)}`,
    )
    const sumText = sums.length === 0 ? '0' : sums.join(' + ')
    lines.push(
      ...wrap(
        `${cleanText(party.name)}: ${sumText} ${sign} ${toFactor(total)}; less ${toFactor(reservation)} for no deal: a gain of ${toFactor(gain)}.`,
        screen.columns - 2,
        '  ',
      ),
    )
  })
  return lines
}

const frontierRowsMax = 12

function frontierLines(problem: Problem, settlement: Settlement, screen: Screen): readonly string[] {
  const { frontier, frontierGuarantee, frontierParts } = settlement
  if (frontierGuarantee.kind === 'none' || frontier.length === 0) return []
  const title =
    frontierGuarantee.kind === 'exact'
      ? 'Efficient packages'
      : 'Efficient packages, to within the stated margin'
  const count = toGrouped(BigInt(frontier.length))
  const points = frontier.length === 1 ? 'point' : 'points'
  const explanation =
    frontierParts !== undefined
      ? `The frontier is a continuum of ${counted(BigInt(frontierParts.length), 'straight part')}; its ends and corners are listed.`
      : frontierGuarantee.kind === 'exact'
        ? `${count} distinct ${points} that no acceptable package betters for one party without loss to another.`
        : `${count} distinct ${points}, none better than another for every party; whatever is acceptable is matched by one of them up to the margin.`
  const lines = [bold(title, screen), ...wrap(explanation, screen.columns, '  '), '']
  const plot = screen.plots ? plotFrontier(problem, settlement, screen) : []
  if (plot.length > 0) lines.push(...plot, '')
  const step = Math.max(1, Math.ceil(frontier.length / frontierRowsMax))
  const shown = frontier.filter((_, i) => i % step === 0 || i === frontier.length - 1)
  const hasCounts =
    settlement.outcomes !== 'infinite' && !settlement.remarks.some(({ code }) => code === 'ties-not-counted')
  const columns: Column[] = [
    ...problem.parties.map((): Column => ({ align: 'right', widthMax: 16 })),
    ...(hasCounts ? [{ align: 'right' } as const] : []),
  ]
  const rows = shown.map(point => [
    ...point.utilities.map(utility => toShort(utility)),
    ...(hasCounts ? [toGrouped(point.ties)] : []),
  ])
  const names = problem.parties.map(party => fit(cleanText(party.name), 16))
  lines.push(...table([...names, ...(hasCounts ? ['packages'] : [])], rows, columns))
  if (step > 1) lines.push(`  One point in ${step} is shown; --json and --html have them all.`)
  return lines
}

/** The smallest set of rules that excludes everything, and how far each would have to move. */
function noDealLines(problem: Problem, noDeal: NoDeal | undefined, screen: Screen): readonly string[] {
  if (noDeal === undefined) return []
  const lines = [
    bold(
      noDeal.proven
        ? 'Why: the smallest set of conditions that excludes every package'
        : 'Why: these conditions together exclude every package',
      screen,
    ),
  ]
  for (const obstacle of noDeal.smallest) lines.push(...bulleted(obstacleText(problem, obstacle), screen))
  const moves = noDeal.moves.map(move => moveText(problem, move))
  if (moves.length > 0)
    lines.push('', bold('What would open a way', screen), ...moves.flatMap(move => bulleted(move, screen)))
  const { nearest } = noDeal
  if (nearest !== undefined) {
    lines.push('', bold('The nearest package', screen))
    lines.push(
      ...wrap(
        `If every party gave way by ${toMarked(nearest.shortfall)}, this package would be acceptable to all:`,
        screen.columns,
        '  ',
      ),
      '',
    )
    const rows = problem.issues.map((issue, i) => [
      cleanText(issue.name),
      cleanText(pickText(problem, i, nearest.package)),
    ])
    lines.push(
      ...table(['', 'package'], rows, [
        { align: 'left', widthMax: 40 },
        { align: 'left', widthMax: 50 },
      ]),
      '',
    )
    const utilities = problem.parties.map((party, p) => [
      cleanText(party.name),
      toShort(nearest.utilities[p] ?? nearest.shortfall),
    ])
    lines.push(...table(['', 'utility'], utilities, [{ align: 'left', widthMax: 40 }, { align: 'right' }]))
  }
  return lines
}

export function obstacleText(problem: Problem, obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'reservation':
      return `Reservation of ${nameOf(problem, obstacle.party)}: nothing below ${toMarked(obstacle.value)}.`
    case 'red-line':
      return `Red line of ${nameOf(problem, obstacle.party)}: ${cleanText(obstacle.sentence)}.`
    case 'constraint':
      return `Constraint: ${cleanText(obstacle.sentence)}.`
    default:
      return obstacle satisfies never
  }
}

export function moveText(problem: Problem, move: Move): string {
  if (move.kind === 'rule') {
    return move.admits === undefined
      ? `Without “${ruleSentence(problem, move.id)}” alone there would still be no deal.`
      : `Without “${ruleSentence(problem, move.id)}” there would be a deal.`
  }
  const name = nameOf(problem, move.party)
  return move.by === undefined
    ? `However low the reservation of ${name} alone, there would be no deal.`
    : `If the reservation of ${name} alone were ${toMarked(move.by)} lower, there would be a deal.`
}

function ruleSentence(problem: Problem, id: string): string {
  const rules = [...problem.constraints, ...problem.parties.flatMap(party => party.redLines)]
  return cleanText(rules.find(rule => rule.id === id)?.sentence ?? id)
}

function nameOf(problem: Problem, index: number): string {
  return cleanText(problem.parties[index]?.name ?? `party ${index + 1}`)
}
