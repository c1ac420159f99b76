/** An agenda: what one side says of it in its caucus, and what stands at the table. */

import { admit, avalon, borduria, opening, type Step, say, timeAt } from './cast.ts'

const put = (item: string, register: string, fields: object, rev = 1) => ({
  kind: 'item.put',
  item: `item-${item}`,
  register,
  rev,
  fields,
})
const mark = (item: string, verb: string, changes: object = {}) => ({
  kind: 'item.mark',
  item: `item-${item}`,
  rev: 1,
  verb,
  ...changes,
})
const issue = { ordinal: 1, title: 'The water', footing: 'agreed', stage: 'separate' }
const round = { ordinal: 1, title: 'First round', opensOn: { kind: 'on', day: '2026-10-01' } }

export const agendaAtTable: readonly Step[] = [
  ['lead', opening('lead', { kind: 'table' })],
  ['lead', { kind: 'party.add', card: avalon }],
  ['lead', { kind: 'party.add', card: borduria }],
  ['lead', admit('head')],
  ['lead', admit('other')],
  ['lead', put('water', 'issue', { ...issue, claims: ['item-claim'] })],
  ['lead', put('water', 'issue', { ...issue, stage: 'heads' })],
  ['lead', put('water', 'issue', issue)],
  ['head', say('message-one', 'Of the water.', { issue: 'item-water' })],
  ['lead', put('water', 'issue', { ...issue, stage: 'joint', agreedIn: 'AAAA' }, 2)],
  ['lead', put('water', 'issue', { ...issue, stage: 'heads', agreedIn: 'AAAA' }, 2)],
  ['lead', put('water', 'issue', { ...issue, stage: 'joint', agreedIn: 'AAAA' }, 3)],
  ['lead', put('water', 'issue', { ...issue, stage: 'joint', agreedIn: 'BBBB' }, 3)],
  ['head', say('message-two', 'Of the water.', { issue: 'item-water' })],
  ['head', say('message-three', 'Of all else.')],
  ['lead', say('message-four', 'Of what is not there.', { issue: 'item-other' })],
  ['other', mark('water', 'speak-separately', { rev: 3 })],
  ['head', say('message-five', 'Of the water.', { issue: 'item-water' })],
  ['lead', { kind: 'table.open' }],
  ['head', say('message-six', 'Of the water.', { issue: 'item-water' })],
  ['lead', put('round', 'round', round)],
  ['lead', mark('round', 'round-opened')],
  ['lead', put('round', 'round', { ...round, attending: ['party-avalon'] }, 2)],
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

export const claimed: readonly Step[] = [
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
  ['head', put('claim', 'claim', { what: 'Water', position: 'out', firmness: 'never' }, 2)],
  ['head', mark('claim', 'claim-withdrawn', { rev: 2 })],
  ['lead', put('issue', 'issue', issue)],
  ['head', say('message-one', 'Of the water.', { issue: 'item-water' })],
]
