/** How long a record is kept. */

import { admit, type Draft, day, openCaucus, replay, type Step, say, timeAt } from '../cast.ts'

const placed = (at: number): { readonly placed: number } => ({ placed: at })

const kept: readonly Step[] = [
  ['lead', openCaucus, placed(timeAt(0))],
  ['lead', admit('head'), placed(timeAt(1))],
  ['head', { kind: 'retention.set', days: 30, basis: 'Article 9.' }, placed(timeAt(2))],
  ['lead', { kind: 'retention.set', days: 3, basis: 'Article 9.' }, placed(timeAt(2))],
  ['lead', { kind: 'retention.set', days: 30, basis: 'Article 9.' }, placed(timeAt(3))],
  [
    'head',
    { kind: 'hold.place', hold: 'hold-one', reason: 'A court has asked for these papers.' },
    placed(timeAt(4)),
  ],
  ['lead', { kind: 'record.destroy', at: timeAt(4) + 30 * day }, placed(timeAt(4) + 30 * day)],
  ['lead', { kind: 'hold.lift', hold: 'hold-one' }, placed(timeAt(4) + 30 * day)],
  [
    'head',
    { kind: 'hold.lift', hold: 'hold-one', note: 'They have them.' },
    { ...placed(timeAt(5) + day), time: timeAt(5) },
  ],
  ['lead', { kind: 'record.destroy', at: timeAt(5) + 31 * day - 1 }, placed(timeAt(5) + 31 * day)],
  ['head', { kind: 'record.destroy', at: timeAt(5) + 31 * day }, placed(timeAt(5) + 31 * day)],
  ['lead', { kind: 'record.destroy', at: timeAt(5) + 31 * day }, placed(timeAt(5) + 31 * day)],
  ['head', say('message-late', 'Is anybody there?'), placed(timeAt(6) + 31 * day)],
  { keys: 'lead', epoch: 2 },
]

export const retention: readonly Draft[] = [
  replay('how long a record is kept', ['RET-1', 'RET-2', 'RET-3', 'RET-4', 'RET-5'], 'room-kept', kept),
]
