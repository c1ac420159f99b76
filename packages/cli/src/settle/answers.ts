/** What the settlement commands answer with `--json`: numbers are exact decimals as text, and as fractions where decimals never end. */

import {
  count,
  type Fields,
  object,
  oneOf,
  open,
  openRows,
  rows,
  type Shape,
  text,
  words,
  yesNo,
} from '../shell/shape.ts'

const named = rows({ name: text })
const remarks = rows({ code: text, text })
const utilities: Fields = { utilities: words, 'utilitiesExact?': words }
const point = openRows({ ...utilities, package: open() })
/** Null where there is none. */
const solution: Shape = {
  anyOf: [
    open({ value: text, ties: text, packages: point, proof: open({ status: text }) }),
    { type: 'null' },
  ],
}

export const settledAnswers: Fields = {
  title: text,
  outcomes: text,
  parties: named,
  issues: named,
  zoneOfAgreement: yesNo,
  reservations: words,
  'reservationsExact?': words,
  'ideals?': words,
  'idealsExact?': words,
  frontier: point,
  'frontierParts?': openRows({ from: words, to: words, includesFrom: yesNo, includesTo: yesNo }),
  frontierGuarantee: open({ kind: oneOf('exact', 'epsilon', 'none') }),
  solutions: open({
    nash: solution,
    kalaiSmorodinsky: solution,
    egalitarian: solution,
    utilitarian: solution,
  }),
  'noDeal?': open({ smallest: openRows({ kind: text }), proven: yesNo, moves: openRows({ kind: text }) }),
  'robustness?': open({ efficientThroughout: count, efficientTested: count }),
  certificate: object({ checks: rows({ name: text, passed: yesNo, detail: text }) }),
  remarks,
  'html?': text,
}

export const improvedAnswers: Fields = {
  title: text,
  parties: named,
  tentative: open({ ...utilities, package: open(), efficient: yesNo, broken: rows({ id: text }) }),
  betterCount: text,
  betterExact: yesNo,
  better: point,
  paths: openRows({ solution: text, trades: openRows({ issue: text, from: text, to: text }) }),
}

const allocation: Fields = { shares: open(), fairness: open({ envyFree: yesNo, proportional: yesNo }) }
const division = open({
  value: text,
  ties: text,
  proof: open({ status: text }),
  allocations: openRows(allocation),
})

export const dividedAnswers: Fields = {
  title: text,
  goods: named,
  parties: named,
  measure: text,
  'adjustedWinner?': open({ ...allocation, points: words, transfers: openRows({ good: text, from: text }) }),
  'knaster?': open({ ...allocation, money: words }),
  maximumNashWelfare: division,
  leximin: division,
  remarks,
}

export const writtenAnswers: Fields = { to: text, 'yaml?': text }
