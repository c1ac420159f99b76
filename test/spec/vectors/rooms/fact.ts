/** Facts at the table and at the desk: two versions, an inquiry, a measure; evidence and who had it; what one does without a deal. */

import {
  admit,
  avalon,
  borduria,
  closed,
  type Draft,
  mark,
  opening,
  put,
  replay,
  type Step,
  timeAt,
} from '../cast.ts'

const recorded = { at: timeAt(-60), way: 'on-paper' } as const
const wages = (of: string, value: string) => ({
  matter: 'item-wages',
  of,
  figure: { kind: 'exactly', value },
})
const inquiry = {
  title: 'Wages',
  matter: 'item-wages',
  toFind: ['How each was stated.'],
  experts: [{ name: 'An actuary', namedBy: 'party-avalon' }, { name: 'Another' }],
  conductedBy: 'The institute',
  findingIs: 'for-noting',
}
const measure = {
  title: 'The road is closed',
  measureOf: 'party',
  imposedBy: 'Avalon',
  canLift: 'Its council',
}
const letter = { title: 'A letter', sha256: 'ab'.repeat(32), bytes: 1_200, mediaType: 'application/pdf' }
const alternative = { title: 'Without a deal', withoutDeal: 'We go on without them.' }
const ofInstitute = { for: { name: 'The institute' }, recorded }

const factsAtTable: readonly Step[] = [
  ['lead', opening('lead', { kind: 'table' })],
  ['lead', { kind: 'party.add', card: avalon }],
  ['lead', { kind: 'party.add', card: borduria }],
  ['lead', admit('head')],
  ['lead', admit('other')],
  ['lead', put('wages', 'matter', { kind: 'figure', title: 'Wages over five years', unit: 'percent' })],
  ['head', put('summed', 'version', wages('Avalon', '22'))],
  ['other', put('compounded', 'version', wages('Borduria', '23.97'))],
  ['lead', mark('summed', 'same-stated', { evidence: ['item-compounded'] })],
  [
    'lead',
    mark('summed', 'same-stated', {
      evidence: ['item-compounded'],
      note: 'sum(3, 3.5, 7, 4, 4.5) = compound(3, 3.5, 7, 4, 4.5)',
    }),
  ],
  ['head', mark('compounded', 'used-in-text')],
  ['lead', mark('compounded', 'used-in-text')],
  ['other', put('inquiry', 'inquiry', { ...inquiry, agreedIn: 'AAAA' })],
  ['lead', put('inquiry', 'inquiry', inquiry)],
  ['lead', put('inquiry', 'inquiry', { ...inquiry, agreedIn: 'AAAA' })],
  ['lead', mark('inquiry', 'inquiry-agreed')],
  ['lead', mark('inquiry', 'inquiry-begun')],
  ['lead', mark('inquiry', 'inquiry-begun', ofInstitute)],
  ['lead', mark('inquiry', 'inquiry-delivered', ofInstitute)],
  ['lead', mark('inquiry', 'inquiry-delivered', { ...ofInstitute, evidence: ['item-compounded'] })],
  ['head', mark('inquiry', 'finding-contested')],
  ['head', mark('inquiry', 'finding-noted')],
  ['head', put('closed', 'measure', measure)],
  ['head', put('closed', 'measure', { ...measure, owner: 'party-avalon', daysToLift: 5 })],
  ['other', mark('closed', 'measure-lifted')],
  ['head', mark('closed', 'measure-lifted')],
  ['lead', put('alone', 'alternative', alternative)],
  ['head', put('kept', 'version', { ...wages('Avalon', '22'), keptSources: ['A clerk'] })],
  [
    'lead',
    put('threat', 'statement', {
      kind: 'spoken',
      speaker: 'Borduria',
      wordings: [{ language: 'en', body: 'Roads stay closed.' }],
      pressure: 'threat',
    }),
  ],
]

const factsAtDesk: readonly Step[] = [
  ['lead', opening('lead', { kind: 'desk' })],
  ['lead', put('letter', 'evidence', { ...letter, sha256: 'ab' })],
  ['lead', put('letter', 'evidence', { ...letter, keptSources: ['A clerk of the archive'] })],
  ['lead', mark('letter', 'custody-received')],
  ['lead', mark('letter', 'custody-received', { note: 'From its keeper.' })],
  ['lead', mark('letter', 'custody-returned', { note: 'To its keeper.' })],
  ['lead', mark('letter', 'custody-shown', { note: 'To an expert.' })],
  ['lead', put('alone', 'alternative', alternative)],
  ['lead', mark('alone', 'alternative-reviewed')],
]

export const fact: readonly Draft[] = [
  replay(
    'figures, a joint inquiry and a measure at the table',
    ['FACT-4', 'FACT-7', 'FACT-10', 'FACT-11', 'FACT-13', 'FACT-15', 'FACT-17'],
    'room-facts',
    factsAtTable,
  ),
  replay(
    'evidence and an alternative at the desk',
    ['FACT-4', 'FACT-5', 'FACT-6'],
    'room-evidence',
    factsAtDesk,
  ),
]
