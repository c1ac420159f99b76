/** Things in registers, as two sides put them and mark them. */

import { admit, avalon, borduria, type Draft, known, openTable, replay, type Step } from '../cast.ts'

const figure = (value: string) => ({ kind: 'exactly', value })

const items: readonly Step[] = [
  ['lead', openTable],
  known(avalon),
  known(borduria),
  ['lead', admit('head')],
  ['lead', admit('other')],
  [
    'lead',
    {
      kind: 'item.put',
      item: 'item-flow',
      register: 'matter',
      rev: 1,
      fields: { kind: 'figure', title: 'Flow of the spring', unit: 'litres a day' },
    },
  ],
  [
    'head',
    {
      kind: 'item.put',
      item: 'item-other',
      register: 'matter',
      rev: 1,
      fields: { kind: 'figure', title: 'Wells' },
    },
  ],
  [
    'head',
    {
      kind: 'item.put',
      item: 'item-ours',
      register: 'version',
      rev: 1,
      fields: { matter: 'item-flow', of: 'Avalon', figure: { kind: 'at-least', value: '108000' } },
    },
  ],
  [
    'other',
    {
      kind: 'item.put',
      item: 'item-theirs',
      register: 'version',
      rev: 1,
      fields: {
        matter: 'item-flow',
        of: 'Borduria',
        figure: { kind: 'no-number', words: 'likely far higher' },
      },
    },
  ],
  ['other', { kind: 'item.mark', item: 'item-ours', rev: 1, verb: 'contested' }],
  ['other', { kind: 'item.mark', item: 'item-ours', rev: 1, verb: 'contested', note: 'Counted after rain.' }],
  [
    'other',
    {
      kind: 'item.put',
      item: 'item-ours',
      register: 'version',
      rev: 2,
      fields: { matter: 'item-flow', of: 'Avalon', figure: figure('1') },
    },
  ],
  [
    'head',
    {
      kind: 'item.put',
      item: 'item-ours',
      register: 'version',
      rev: 2,
      fields: { matter: 'item-flow', of: 'Avalon', figure: figure('108000') },
    },
  ],
  ['other', { kind: 'item.mark', item: 'item-ours', rev: 1, verb: 'accepted' }],
  ['other', { kind: 'item.mark', item: 'item-ours', rev: 2, verb: 'accepted' }],
  [
    'head',
    {
      kind: 'item.put',
      item: 'item-ours',
      register: 'version',
      rev: 3,
      fields: { matter: 'item-flow', of: 'Avalon', figure: { ...figure('108000'), unit: 'litres' } },
    },
  ],
  [
    'head',
    { kind: 'item.mark', item: 'item-ours', rev: 2, verb: 'accepted', for: { party: 'party-borduria' } },
  ],
  ['lead', { kind: 'item.mark', item: 'item-flow', rev: 1, verb: 'parked' }],
  ['head', { kind: 'item.mark', item: 'item-flow', rev: 1, verb: 'resumed' }],
  ['lead', { kind: 'item.mark', item: 'item-flow', rev: 1, verb: 'resumed' }],
  ['other', { kind: 'item.mark', item: 'item-theirs', rev: 1, verb: 'superseded' }],
  [
    'head',
    {
      kind: 'item.put',
      item: 'item-new-kind',
      register: 'of-a-later-release',
      rev: 1,
      fields: { anything: ['at all', 1, true, null] },
    },
  ],
  [
    'lead',
    {
      kind: 'item.put',
      item: 'item-new-kind',
      register: 'of-a-later-release',
      rev: 1,
      fields: { anything: ['at all', 1, true, null] },
    },
  ],
  ['other', { kind: 'item.mark', item: 'item-new-kind', rev: 1, verb: 'sung' }],
  ['lead', { kind: 'item.mark', item: 'item-new-kind', rev: 1, verb: 'sung' }],
  ['other', { kind: 'item.mark', item: 'item-nowhere', rev: 1, verb: 'noted' }],
]

export const item: readonly Draft[] = [
  replay(
    'a figure that two sides give',
    ['ITEM-1', 'ITEM-2', 'ITEM-3', 'ITEM-4', 'ITEM-6', 'FACT-2', 'FACT-3'],
    'room-figure',
    items,
  ),
]
