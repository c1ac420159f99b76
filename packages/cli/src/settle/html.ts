/** The report: one file, no script, nothing loaded from anywhere. Everything a user supplied is escaped. */

import {
  type Problem,
  type Rational,
  type Robustness,
  type Settlement,
  subtract,
  toNumber,
} from '@goodoffices/settlement'
import { escapeHtml, frontierFigures, inlineMark } from './chart.ts'
import { isFactorExact, toFactor, toGrouped, toMarked, toPercent, toShort } from './numbers.ts'
import { moveText, obstacleText } from './page.ts'
import {
  listProposals,
  listTerms,
  type Proposal,
  pickText,
  shareOf,
  solutionTitles,
  stakeOf,
  stakeShare,
} from './proposals.ts'
import { robustnessToSentences } from './rough.ts'
import { reportStyle } from './style.ts'
import { checkText, checkTitle, definitions, remarkText } from './words.ts'

/** A complete HTML document. */
export function settlementToReport(
  problem: Problem,
  settlement: Settlement,
  robustness?: Robustness,
): string {
  const proposals = listProposals(settlement)
  const sections = settlement.zoneOfAgreement
    ? [
        proposalSection(problem, proposals),
        shareSection(problem, settlement, proposals),
        frontierSection(problem, settlement),
        tradeSection(problem, proposals),
        arithmeticSection(problem, settlement, proposals),
        roughSection(problem, robustness),
      ]
    : [noDealSection(problem, settlement)]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Good Offices">
<title>${escapeHtml(problem.title)} – settlement report</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<header><p class="kind">Settlement report</p><h1 dir="auto">${escapeHtml(problem.title)}</h1><p class="size">${sizeText(problem, settlement)}</p></header>
${findingSection(settlement)}
${sections.filter(section => section !== '').join('\n')}
${remarkSection(problem, settlement)}
${settlement.zoneOfAgreement ? certificateSection(problem, settlement) : ''}
<footer>Computed by Good Offices in exact arithmetic. Figures on this page are rounded to four places for reading; the exact ones are in the machine-readable result.</footer>
</main>
</body>
</html>
`
}

function name(text: string): string {
  return `<bdi dir="auto">${escapeHtml(text)}</bdi>`
}

function sizeText(problem: Problem, settlement: Settlement): string {
  const outcomes =
    settlement.outcomes === 'infinite'
      ? 'continuously many packages'
      : `${toGrouped(settlement.outcomes)} ${settlement.outcomes === 1n ? 'package' : 'packages'}`
  const parties = problem.parties.map(party => name(party.name))
  const listed =
    parties.length <= 6
      ? `Between ${parties.slice(0, -1).join(', ')} and ${parties.at(-1) ?? ''}`
      : `Between ${parties.length} parties`
  return `${listed}. ${problem.issues.length} ${problem.issues.length === 1 ? 'issue' : 'issues'}, ${outcomes}.`
}

function findingSection(settlement: Settlement): string {
  if (!settlement.zoneOfAgreement) {
    return '<div class="finding none"><strong>No deal exists.</strong>No package is acceptable to every party as things stand.</div>'
  }
  const count = settlement.frontier.length
  const efficient =
    settlement.outcomes === 'infinite' || settlement.frontierGuarantee.kind === 'none'
      ? ''
      : ` ${toGrouped(BigInt(count))} ${count === 1 ? 'is' : 'are'} efficient and distinct: they cannot be bettered for one party without loss to another.`
  return `<div class="finding"><strong>A deal exists.</strong>There are packages that leave no party worse off than no deal.${efficient}</div>`
}

/** A table in a box that scrolls sideways on a narrow screen, reachable by keyboard. */
function tableBox(label: string, head: string, rows: readonly string[], isNarrow = false): string {
  return `<div class="scroll${isNarrow ? ' narrow' : ''}" role="region" aria-label="${escapeHtml(label)}" tabindex="0"><table>${head}<tbody>${rows.join('')}</tbody></table></div>`
}

function letterHead(proposal: Proposal, isNumber: boolean): string {
  const rules = proposal.solutions
    .map(solution => `${inlineMark(solution.name)}${escapeHtml(solutionTitles[solution.name])}`)
    .join('<br>')
  return `<th scope="col"${isNumber ? ' class="number"' : ''}><span class="letter">${proposal.letter}</span><span class="rules">${rules}</span></th>`
}

function proposalSection(problem: Problem, proposals: readonly Proposal[]): string {
  const head = `<thead><tr><th scope="col">Issue</th>${proposals.map(proposal => letterHead(proposal, false)).join('')}</tr></thead>`
  const rows = problem.issues.map(
    (issue, i) =>
      `<tr><th scope="row">${name(issue.name)}</th>${proposals.map(({ offer }) => `<td>${name(pickText(problem, i, offer.package))}</td>`).join('')}</tr>`,
  )
  const rules = proposals.flatMap(({ letter, solutions }) =>
    solutions.map(solution => {
      const ties = solution.ties > 1n ? ` ${toGrouped(solution.ties)} packages tie for it; one is shown.` : ''
      const bound =
        solution.proof.status === 'optimal' ? '' : ` Nothing exceeds ${toMarked(solution.proof.bound)}.`
      return `<li>${inlineMark(solution.name)}<span class="letter">${letter}</span> ${escapeHtml(definitions[solution.name])} Here ${toMarked(solution.value, 6)}.${ties}${bound}</li>`
    }),
  )
  return `<section><h2>What each fair rule proposes</h2><p>Four rules from the literature, each with its own idea of fairness. Where they agree, the proposal is listed once.</p>${tableBox('Proposals by issue', head, rows, proposals.length < 3)}<details><summary>How each rule is defined</summary><ul>${rules.join('')}</ul></details></section>`
}

function shareSection(problem: Problem, settlement: Settlement, proposals: readonly Proposal[]): string {
  const head = `<thead><tr><th scope="col">Party</th><th scope="col" class="number">No deal</th><th scope="col" class="number">Ideal</th>${proposals.map(({ letter }) => `<th scope="col" class="number"><span class="letter">${letter}</span></th>`).join('')}</tr></thead>`
  const rows = problem.parties.map((party, p) => {
    const low = settlement.reservations[p]
    const high = settlement.ideals?.[p]
    if (low === undefined || high === undefined) return ''
    const cells = proposals.map(({ offer }) => {
      const utility = offer.utilities[p] ?? low
      const share = shareOf(utility, low, high)
      return `<td class="number">${toShort(utility)}<br><span class="quiet">${share === undefined ? '–' : toPercent(share)}</span>${share === undefined ? '' : bar(share)}</td>`
    })
    return `<tr><th scope="row">${name(party.name)}</th><td class="number">${toShort(low)}</td><td class="number">${toShort(high)}</td>${cells.join('')}</tr>`
  })
  return `<section><h2>What each party gets</h2><p>In the units of the file; below, the share of the way from no deal to the party’s ideal, the most it could have in any package acceptable to all.</p>${tableBox('Utilities by party', head, rows, proposals.length < 3)}</section>`
}

function bar(share: Rational): string {
  const percent = Math.max(0, Math.min(100, toNumber(share) * 100))
  return `<span class="bar" aria-hidden="true"><span style="inline-size:${percent.toFixed(1)}%"></span></span>`
}

function frontierSection(problem: Problem, settlement: Settlement): string {
  const figures = frontierFigures(problem, settlement)
  if (figures === '') return ''
  const margin =
    settlement.frontierGuarantee.kind === 'epsilon'
      ? `<p class="note">The list is shortened: every acceptable package is matched by a listed one up to ${settlement.frontierGuarantee.epsilon.map((each, p) => `${toMarked(each)} for ${name(problem.parties[p]?.name ?? '')}`).join(', ')}.</p>`
      : ''
  return `<section><h2>The efficient packages</h2>${figures}${margin}</section>`
}

/** Per issue: what was chosen, what each party has of it, and how much the issue matters to it. */
function tradeSection(problem: Problem, proposals: readonly Proposal[]): string {
  const proposal = proposals[0]
  if (proposal === undefined) return ''
  const head = `<thead><tr><th scope="col">Issue and choice</th>${problem.parties.map(party => `<th scope="col">${name(party.name)}</th>`).join('')}</tr></thead>`
  const terms = problem.parties.map((_, p) => listTerms(problem, p, proposal.offer.package))
  const rows = problem.issues.map((issue, i) => {
    const cells = problem.parties.map((_, p) => {
      const { low, high } = stakeOf(problem, p, i)
      const product = terms[p]?.[i]?.product ?? low
      const share = shareOf(product, low, high)
      if (share === undefined) return '<td><span class="quiet">indifferent</span></td>'
      return `<td>${toPercent(share)}<br><span class="quiet">matters ${toPercent(stakeShare(problem, p, i))}</span>${bar(share)}</td>`
    })
    return `<tr><th scope="row">${name(issue.name)}<br><strong>${name(pickText(problem, i, proposal.offer.package))}</strong></th>${cells.join('')}</tr>`
  })
  return `<section><h2>The trade behind proposal <span class="letter">${proposal.letter}</span></h2><p>How far each party gets its way on each issue, and what part of all it has at stake lies there. Trades show where one party yields on what matters little to it and prevails on what matters much.</p>${tableBox(
    'Trades by issue',
    head,
    rows,
    problem.parties.length < 3,
  ).replace('<table>', problem.parties.length < 4 ? '<table class="even">' : '<table>')}</section>`
}

function arithmeticSection(problem: Problem, settlement: Settlement, proposals: readonly Proposal[]): string {
  const proposal = proposals[0]
  if (proposal === undefined) return ''
  const items = problem.parties.map((party, p) => {
    const terms = listTerms(problem, p, proposal.offer.package).filter(term => term.product.num !== 0n)
    const sums = terms.map(term =>
      term.weight === undefined || (term.weight.num === 1n && term.weight.den === 1n)
        ? toFactor(term.value)
        : `${toFactor(term.weight)} × ${toFactor(term.value)}`,
    )
    const total = proposal.offer.utilities[p]
    const isExact =
      total !== undefined &&
      isFactorExact(total) &&
      terms.every(
        term => isFactorExact(term.value) && (term.weight === undefined || isFactorExact(term.weight)),
      )
    const sign = isExact ? '=' : '≈'
    const reservation = settlement.reservations[p]
    if (total === undefined || reservation === undefined) return ''
    return `<li class="sum">${name(party.name)}: ${sums.join(' + ') || '0'} ${sign} <strong>${toFactor(total)}</strong>; less ${toFactor(reservation)} without a deal: a gain of ${toFactor(subtract(total, reservation))}</li>`
  })
  const product = proposal.solutions.find(solution => solution.name === 'nash')
  const nash =
    product === undefined
      ? ''
      : `<p class="sum">Product of the gains: ${proposal.offer.gains.map(gain => toFactor(gain)).join(' × ')} = ${toMarked(product.value, 6)}.</p>`
  return `<section><h2>The arithmetic of <span class="letter">${proposal.letter}</span></h2><ul>${items.join('')}</ul>${nash}</section>`
}

function noDealSection(problem: Problem, settlement: Settlement): string {
  const { noDeal } = settlement
  if (noDeal === undefined) return ''
  const title = noDeal.proven
    ? 'The smallest set of conditions that excludes every package'
    : 'Conditions that together exclude every package'
  const why = `<h3>${title}</h3><ul>${noDeal.smallest.map(obstacle => `<li dir="auto">${escapeHtml(obstacleText(problem, obstacle))}</li>`).join('')}</ul>`
  const moves =
    noDeal.moves.length === 0
      ? ''
      : `<h3>What would open a way</h3><ul>${noDeal.moves.map(move => `<li dir="auto">${escapeHtml(moveText(problem, move))}</li>`).join('')}</ul>`
  return `<section><h2>Why there is no deal</h2>${why}${moves}${nearestBlock(problem, settlement)}</section>`
}

function nearestBlock(problem: Problem, settlement: Settlement): string {
  const nearest = settlement.noDeal?.nearest
  if (nearest === undefined) return ''
  const packageRows = problem.issues.map(
    (issue, i) =>
      `<tr><th scope="row">${name(issue.name)}</th><td>${name(pickText(problem, i, nearest.package))}</td></tr>`,
  )
  const partyRows = problem.parties.map((party, p) => {
    const needed = settlement.reservations[p]
    const gets = nearest.utilities[p]
    return needed === undefined || gets === undefined
      ? ''
      : `<tr><th scope="row">${name(party.name)}</th><td class="number">${toShort(needed)}</td><td class="number">${toShort(gets)}</td><td class="number">${toShort(subtract(gets, needed))}</td></tr>`
  })
  return `<h3>The nearest package</h3><p>If every party gave way by ${toMarked(nearest.shortfall)}, this package would be acceptable to all.</p>${tableBox('The nearest package', '<thead><tr><th scope="col">Issue</th><th scope="col">Choice</th></tr></thead>', packageRows, true)}${tableBox('What it gives', '<thead><tr><th scope="col">Party</th><th scope="col" class="number">Needs</th><th scope="col" class="number">Gets</th><th scope="col" class="number">Difference</th></tr></thead>', partyRows, true)}`
}

function roughSection(problem: Problem, robustness: Robustness | undefined): string {
  const sentences = robustness === undefined ? [] : robustnessToSentences(problem, robustness)
  if (sentences.length === 0) return ''
  return `<section><h2>If the weights are rough</h2><ul>${sentences.map(sentence => `<li dir="auto">${escapeHtml(sentence)}</li>`).join('')}</ul></section>`
}

function remarkSection(problem: Problem, settlement: Settlement): string {
  if (settlement.remarks.length === 0) return ''
  return `<section><h2>Remarks</h2><ul>${settlement.remarks.map(remark => `<li dir="auto">${escapeHtml(remarkText(problem, remark))}</li>`).join('')}</ul></section>`
}

function certificateSection(problem: Problem, settlement: Settlement): string {
  const { checks } = settlement.certificate
  if (checks.length === 0) return ''
  const rows = checks.map(
    check =>
      `<tr><th scope="row">${escapeHtml(checkTitle(check.name))}</th><td>${check.passed ? 'holds' : '<strong>fails</strong>'}</td><td>${escapeHtml(checkText(problem, settlement, check))}</td></tr>`,
  )
  return `<section><h2>How this was checked</h2>${tableBox('Checks', '<thead><tr><th scope="col">What</th><th scope="col">Result</th><th scope="col">How</th></tr></thead>', rows)}</section>`
}
