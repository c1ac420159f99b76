/** An agenda: what one side says of it in its caucus, and what stands at the table. */

import {
  admit,
  avalon,
  borduria,
  type Draft,
  day,
  mark,
  opening,
  put,
  replay,
  type Step,
  say,
  timeAt,
} from '../cast.ts'

const issue = { ordinal: 1, title: 'The water', footing: 'agreed', stage: 'separate' }
const round = { ordinal: 1, title: 'First round', opensOn: { kind: 'on', day: '2026-10-01' } }

const agendaAtTable: readonly Step[] = [
  ['lead', opening('lead', { kind: 'table' })],
  ['lead', { kind: 'party.add', card: avalon }],
  ['lead', { kind: 'party.add', card: borduria }],
  ['lead', admit('head')],
  ['lead', admit('other')],
  ['lead', put('water', 'issue', { ...issue, claims: ['item-claim'] })],
  ['lead', put('water', 'issue', { ...issue, stage: 'heads' })],
  ['lead', put('water', 'issue', issue)],
  ['head', say('message-one', 'Of the water.', { issue: 'item-water' })],
  ['lead', put('water', 'issue', { ...issue, stage: 'joint', agreedIn: 'AAAA' }, { rev: 2 })],
  ['lead', put('water', 'issue', { ...issue, stage: 'heads', agreedIn: 'AAAA' }, { rev: 2 })],
  ['lead', put('water', 'issue', { ...issue, stage: 'joint', agreedIn: 'AAAA' }, { rev: 3 })],
  ['lead', put('water', 'issue', { ...issue, stage: 'joint', agreedIn: 'BBBB' }, { rev: 3 })],
  ['head', say('message-two', 'Of the water.', { issue: 'item-water' })],
  ['head', say('message-three', 'Of all else.')],
  ['lead', say('message-four', 'Of what is not there.', { issue: 'item-other' })],
  ['other', mark('water', 'speak-separately', { rev: 3 })],
  ['head', say('message-five', 'Of the water.', { issue: 'item-water' })],
  ['lead', { kind: 'table.open' }],
  ['head', say('message-six', 'Of the water.', { issue: 'item-water' })],
  ['lead', put('round', 'round', round)],
  ['lead', mark('round', 'round-opened')],
  ['lead', put('round', 'round', { ...round, attending: ['party-avalon'] }, { rev: 2 })],
  ['lead', mark('round', 'clocks-stopped')],
  ['lead', mark('round', 'clocks-stopped', { note: 'War.', at: timeAt(0) })],
  [
    'lead',
    put('answers', 'deadline', {
      title: 'Answers',
      due: { kind: 'after', item: 'item-round', verb: 'round-opened', count: 60, unit: 'days', zone: 'UTC' },
      setBy: 'mediators',
      pausable: true,
    }),
  ],
  ['head', mark('answers', 'deadline-met')],
  ['lead', mark('round', 'round-resumed', { at: timeAt(1_440) })],
  ['lead', mark('answers', 'deadline-met')],
]

const claimed: readonly Step[] = [
  ['lead', opening('lead', { kind: 'caucus', party: avalon })],
  ['lead', admit('head')],
  ['lead', admit('adviser')],
  ['lead', put('claim', 'claim', { what: 'Water', position: 'in' })],
  ['adviser', put('claim', 'claim', { what: 'Water', position: 'in' })],
  ['head', put('claim', 'claim', { what: 'Water', position: 'in-if' })],
  ['head', put('claim', 'claim', { what: 'Water', position: 'in', firmness: 'never' })],
  ['head', put('claim', 'claim', { what: 'Water', position: 'in-if', onlyIf: 'Nobody in uniform.' })],
  ['head', mark('claim', 'condition-met')],
  ['adviser', mark('claim', 'apart-again')],
  ['head', put('claim', 'claim', { what: 'Water', position: 'out', firmness: 'never' }, { rev: 2 })],
  ['head', mark('claim', 'claim-withdrawn', { rev: 2 })],
  ['lead', put('issue', 'issue', issue)],
  ['head', say('message-one', 'Of the water.', { issue: 'item-water' })],
]

export const agenda: readonly Draft[] = [
  replay(
    'an agenda at the table: stages, a round, a deadline',
    ['AGEN-7', 'AGEN-9', 'AGEN-15', 'AGEN-16', 'AGEN-17'],
    'room-agenda',
    agendaAtTable,
  ),
  replay('what one side says belongs', ['AGEN-14', 'AGEN-16'], 'room-claimed', claimed),
]
