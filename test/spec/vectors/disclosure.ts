/** What may pass of a passage, by what its source has said of it. */

import type { RoomFile } from '../../../packages/core/test/vector-operations.ts'
import { admit, avalon, type Draft, fileOf, linesOf, logOf, opening, type Step, say } from './cast.ts'

const body = 'We could accept ninety days, not a day more.'
const days = { from: 16, to: 27 }
const whole = { message: 'message-one' }
const part = { ...whole, part: 'part-days' }

const begin: readonly Step[] = [
  ['lead', opening('lead', { kind: 'caucus', party: avalon })],
  ['lead', admit('head')],
  ['head', say('message-one', body)],
]
const open: readonly Step[] = [
  [
    'lead',
    opening('lead', { kind: 'caucus', party: avalon }, { terms: { role: 'carry', disclosure: 'open' } }),
  ],
  ...begin.slice(1),
]
const rooms = { closed: logOf('room-closed', begin), open: logOf('room-open', open) }

const mark = (marking: string): Step => ['head', { kind: 'message.mark', ...whole, marking }]
const markPart = (marking: string): Step => [
  'head',
  { kind: 'message.mark', ...whole, part: { part: 'part-days', ...days }, marking },
]
const ask = (name: string, passage: object, marking: string, wording?: string): Step => [
  'lead',
  {
    kind: 'release.ask',
    ask: `asked-${name}`,
    passage,
    marking,
    ...(wording === undefined ? {} : { wording }),
  },
]
const give = (name: string, marking: string, wording?: string): Step => [
  'head',
  { kind: 'release.give', ask: `asked-${name}`, marking, ...(wording === undefined ? {} : { wording }) },
]
const refuse = (name: string): Step => ['head', { kind: 'release.refuse', ask: `asked-${name}` }]
const terms = (disclosure: string): Step => [
  'lead',
  { kind: 'terms.set', terms: { role: 'carry', disclosure } },
]

/** A figure with how it was come by, which the party entered. */
const versionOf = (rev: number): Step => [
  'head',
  {
    kind: 'item.put',
    item: 'version-one',
    register: 'version',
    rev,
    fields: { matter: 'matter-one', of: 'Avalon', method: 'By the weir.' },
  },
]
const entered: readonly Step[] = [
  [
    'lead',
    {
      kind: 'item.put',
      item: 'matter-one',
      register: 'matter',
      rev: 1,
      fields: { kind: 'figure', title: 'Flow of the spring' },
    },
  ],
  versionOf(1),
]
const fields = { item: 'version-one', rev: 1, fields: ['of'] }

type Case = {
  readonly rule: string
  readonly steps?: readonly Step[]
  readonly passage?: object
  readonly room?: keyof typeof rooms
}

const asked = (name: string, { rule, steps = [], passage = whole, room = 'closed' }: Case): Draft => ({
  name,
  rules: [rule],
  operation: 'permission',
  input: { room, also: { [room]: linesOf(`room-${room}`, steps, begin.length) }, passage },
})

const [few, many] = ['Three months.', 'Ninety days.']

export const disclosure = (): RoomFile =>
  fileOf(
    'What may pass of a passage, by what its source has said.',
    [
      asked('nothing was said, closed', { rule: 'DISC-1' }),
      asked('nothing was said, open', { rule: 'DISC-1', room: 'open' }),
      asked('said while closed, open since', { rule: 'DISC-1', steps: [terms('open')] }),
      asked('said while open, closed since', { rule: 'DISC-1', room: 'open', steps: [terms('closed')] }),
      asked('a mark', { rule: 'DISC-2', steps: [mark('attributed')] }),
      asked('two marks, the later stricter', {
        rule: 'DISC-2',
        steps: [mark('verbatim'), mark('unattributed')],
      }),
      asked('a release after a mark', {
        rule: 'DISC-2',
        steps: [mark('nothing'), ask('one', whole, 'verbatim'), give('one', 'verbatim')],
      }),
      asked('a release of less than was asked', {
        rule: 'DISC-2',
        steps: [ask('one', whole, 'verbatim'), give('one', 'unattributed')],
      }),
      asked('a mark of the whole does not undo that of a part', {
        rule: 'DISC-3',
        steps: [markPart('nothing'), mark('verbatim')],
        passage: part,
      }),
      asked('the whole passes as its strictest piece', {
        rule: 'DISC-5',
        steps: [markPart('unattributed'), mark('verbatim')],
      }),
      asked('a release of the whole covers its parts', {
        rule: 'DISC-4',
        steps: [markPart('nothing'), ask('one', whole, 'attributed'), give('one', 'attributed')],
        passage: part,
      }),
      asked('a part that is marked after the release of the whole', {
        rule: 'DISC-4',
        steps: [ask('one', whole, 'attributed'), give('one', 'attributed'), markPart('nothing')],
        passage: part,
      }),
      asked('a refusal of the whole covers its parts', {
        rule: 'DISC-4',
        steps: [markPart('verbatim'), ask('one', whole, 'attributed'), refuse('one')],
        passage: part,
      }),
      asked('two pieces released in other words each', {
        rule: 'DISC-5',
        steps: [
          markPart('nothing'),
          ask('one', whole, 'attributed', many),
          give('one', 'attributed'),
          ask('part', part, 'attributed', few),
          give('part', 'attributed'),
        ],
      }),
      asked('a release for the words that were asked', {
        rule: 'DISC-6',
        steps: [ask('one', whole, 'attributed', few), give('one', 'attributed')],
      }),
      asked('a release for other words than were asked', {
        rule: 'DISC-6',
        steps: [ask('one', whole, 'attributed', few), give('one', 'attributed', many)],
      }),
      asked('a mark after it frees it', {
        rule: 'DISC-6',
        steps: [ask('one', whole, 'attributed', few), give('one', 'attributed'), mark('attributed')],
      }),
      asked('a refusal where nothing stood', {
        rule: 'DISC-7',
        steps: [ask('one', whole, 'verbatim'), refuse('one')],
      }),
      asked('a refusal where more stood', {
        rule: 'DISC-7',
        steps: [mark('verbatim'), ask('one', whole, 'attributed'), refuse('one')],
      }),
      asked('a refusal of the least leaves nothing', {
        rule: 'DISC-7',
        steps: [mark('verbatim'), ask('one', whole, 'unattributed'), refuse('one')],
      }),
      asked('a refusal of more than stands', {
        rule: 'DISC-7',
        steps: [mark('unattributed'), ask('one', whole, 'verbatim'), refuse('one')],
      }),
      asked('a mark after a refusal', {
        rule: 'DISC-2',
        steps: [ask('one', whole, 'unattributed'), refuse('one'), mark('attributed')],
      }),
      asked('the mediators’ own words', {
        rule: 'DISC-8',
        steps: [['lead', say('message-two', 'We shall wait.')]],
        passage: { message: 'message-two' },
      }),
      asked('fields of an item, each by what was last said of it', {
        rule: 'DISC-11',
        steps: [
          ...entered,
          ask('both', { ...fields, fields: ['of', 'method'] }, 'verbatim'),
          give('both', 'verbatim'),
          ask('one', { ...fields, fields: ['method'] }, 'attributed'),
          refuse('one'),
        ],
        passage: { ...fields, fields: ['of', 'method'] },
      }),
      asked('fields of an item, the whole of what was released', {
        rule: 'DISC-11',
        steps: [...entered, ask('both', fields, 'verbatim'), give('both', 'verbatim')],
        passage: fields,
      }),
      asked('fields of the revision that came after', {
        rule: 'DISC-11',
        steps: [...entered, ask('both', fields, 'verbatim'), give('both', 'verbatim'), versionOf(2)],
        passage: { ...fields, rev: 2 },
      }),
      asked('what was said of an item', {
        rule: 'DISC-12',
        steps: [
          ...entered,
          ['head', { kind: 'item.mark', item: 'version-one', rev: 1, verb: 'noted' }],
          ask('mark', { item: 'version-one', mark: 1 }, 'attributed'),
          give('mark', 'attributed'),
        ],
        passage: { item: 'version-one', mark: 1 },
      }),
      asked('of a part that does not exist', { rule: 'DISC-9', steps: [mark('verbatim')], passage: part }),
      {
        ...asked('a message that does not exist', { rule: 'DISC-9', passage: { message: 'message-two' } }),
        refused: 'message-unknown',
      },
    ],
    rooms,
  )
