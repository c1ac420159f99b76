/** A table, opened and closed. */

import {
  admit,
  avalon,
  borduria,
  caledon,
  type Draft,
  known,
  openTable,
  replay,
  type Step,
  say,
} from '../cast.ts'

const openedAndClosed: readonly Step[] = [
  ['lead', openTable],
  known(avalon),
  known(borduria),
  known({ ...borduria, party: 'party-hidden', hidden: true }),
  ['lead', { kind: 'party.add', card: caledon }],
  ['lead', admit('head')],
  ['lead', admit('other')],
  ['lead', admit('observer')],
  ['lead', admit('adviser', { party: 'party-nobody' })],
  ['head', say('message-early', 'May I?')],
  ['lead', say('message-welcome', 'The rules of this table.')],
  ['head', { kind: 'table.open' }],
  ['lead', { kind: 'table.open', note: 'Both have asked.' }],
  ['lead', { kind: 'table.open' }],
  ['head', say('message-direct', 'To you directly.')],
  ['head', say('message-marked', 'With a marking.', { marking: 'verbatim' })],
  ['observer', say('message-observer', 'I would add.')],
  ['lead', { kind: 'table.close' }],
  ['other', say('message-too-late', 'One answer.')],
  ['lead', { kind: 'terms.set', terms: { role: 'propose', disclosure: 'open' } }],
  ['head', { kind: 'consent.give', party: 'party-avalon' }],
]

export const table: readonly Draft[] = [
  replay(
    'a table, opened and closed',
    ['ROOM-5', 'ROOM-11', 'ROOM-12', 'AGEN-1', 'AGEN-2', 'AGEN-3', 'MSG-1', 'MAND-2'],
    'room-table',
    openedAndClosed,
  ),
]
