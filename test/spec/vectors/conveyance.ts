/** Plans of conveyances between two caucuses: what each room receives, or why nothing goes. */

import type { RoomFile } from '../../../packages/core/test/vector-operations.ts'
import {
  admit,
  avalon,
  borduria,
  type Draft,
  fileOf,
  linesOf,
  logOf,
  opening,
  type Step,
  say,
} from './cast.ts'

type Fields = Readonly<Record<string, unknown>>

const body = 'We could accept ninety days, not a day more.'
const message = { message: 'message-one' }

/** The source: one message marked attributed, one offer; and words of the mediators. */
const source = (party: Fields): readonly Step[] => [
  ['lead', opening('lead', { kind: 'caucus', party })],
  ['lead', admit('head')],
  ['head', say('message-one', body, { marking: 'attributed', title: 'On the pause', language: 'en' })],
  [
    'head',
    {
      kind: 'offer.make',
      offer: 'offer-one',
      ifThey: 'They open the road.',
      thenWe: 'We open the spring.',
      binding: false,
    },
  ],
  ['lead', say('message-mediators', 'Noted.')],
]
const recipient = (party: Fields): readonly Step[] => [
  ['lead', opening('lead', { kind: 'caucus', party })],
  ['lead', admit('other')],
  ['other', say('message-theirs', 'For how long?')],
  [
    'lead',
    {
      kind: 'delivery.make',
      delivery: 'delivery-before',
      form: 'paper',
      binding: false,
      body: 'Wait.',
      verbatim: false,
    },
  ],
]

const rooms = {
  avalon: logOf('room-avalon', source(avalon)),
  hiddenAvalon: logOf('room-avalon', source({ ...avalon, hidden: true })),
  borduria: logOf('room-borduria', recipient(borduria)),
  hiddenBorduria: logOf('room-borduria', recipient({ ...borduria, hidden: true })),
  table: logOf('room-table', [['lead', opening('lead', { kind: 'table' })]]),
  desk: logOf('room-desk', [['lead', opening('lead', { kind: 'desk' })]]),
}
type Name = keyof typeof rooms

const passage = { kind: 'passage', room: 'room-avalon', passage: message }
const offer = { kind: 'offer', room: 'room-avalon', offer: 'offer-one' }
const mediators = { kind: 'mediators' }

const figure = { item: 'version-one', rev: 1, fields: ['figure'] }
const contest = { item: 'version-one', mark: 1 }
const item = { kind: 'item', room: 'room-avalon', ...figure }
const mark = { kind: 'mark', room: 'room-avalon', ...contest }
const matter = (id: string): Step => [
  'lead',
  {
    kind: 'item.put',
    item: id,
    register: 'matter',
    rev: 1,
    fields: { kind: 'figure', title: 'Flow of the spring' },
  },
]
const version = (matterId: string, of: string): Fields => ({
  register: 'version',
  fields: { matter: matterId, of, figure: { kind: 'exactly', value: '108000' } },
})
/** Avalon's figure, contested by itself later, and what it released of both. */
const entered = (marking: string): readonly Step[] => [
  matter('matter-here'),
  ['head', { kind: 'item.put', item: 'version-one', rev: 1, ...version('matter-here', 'Avalon') }],
  [
    'head',
    { kind: 'item.mark', item: 'version-one', rev: 1, verb: 'contested', note: 'Counted after rain.' },
  ],
  ['lead', { kind: 'release.ask', ask: 'asked-figure', passage: figure, marking }],
  ['head', { kind: 'release.give', ask: 'asked-figure', marking }],
  ['lead', { kind: 'release.ask', ask: 'asked-mark', passage: contest, marking }],
  ['head', { kind: 'release.give', ask: 'asked-mark', marking }],
]
const there: readonly Step[] = [
  matter('matter-there'),
  ['lead', { kind: 'item.put', item: 'version-there', rev: 1, ...version('matter-there', 'Borduria') }],
]
const matterContent = { register: 'matter', fields: { kind: 'figure', title: 'Flow of the spring' } }
const said = { item: 'version-there', rev: 1, verb: 'contested', note: 'It had rained.' }

const plan = (changes: Fields): Fields => ({
  conveyance: 'conveyance-one',
  delivery: 'delivery-one',
  origin: passage,
  to: 'room-borduria',
  as: 'unattributed',
  form: 'oral-message',
  binding: false,
  wording: 'A pause of three months may be thinkable.',
  timing: { kind: 'now' },
  tell: 'nothing',
  carrier: 'member-lead',
  accepted: [],
  ...changes,
})

type Case = {
  readonly plan?: Fields
  readonly from?: Name | null
  readonly others?: readonly Name[]
  readonly to?: Name
  readonly also?: Readonly<Partial<Record<Name, readonly Step[]>>>
}

const convey = (
  rule: string,
  name: string,
  { plan: changes = {}, from = 'avalon', others, to = 'borduria', also = {} }: Case = {},
): Draft => {
  const lines = Object.entries(also).map(([room, steps]) => {
    const { room: id, log } = rooms[room as Name]
    return [room, linesOf(id, steps, log.length)] as const
  })
  return {
    name,
    rules: [rule],
    operation: 'convey',
    input: {
      ...(from === null ? {} : { source: from }),
      ...(others === undefined ? {} : { others }),
      recipient: to,
      desk: 'room-desk',
      ...(lines.length === 0 ? {} : { also: Object.fromEntries(lines) }),
      plan: plan(changes),
    },
  }
}
const refused = (rule: string, code: string, name: string, given: Case): Draft => ({
  ...convey(rule, name, given),
  refused: code,
})

const releasedFor = (wording: string, marking: string): readonly Step[] => [
  ['lead', { kind: 'release.ask', ask: 'asked-one', passage: message, marking, wording }],
  ['head', { kind: 'release.give', ask: 'asked-one', marking }],
]
const delivered: readonly Step[] = [
  [
    'lead',
    {
      kind: 'delivery.make',
      delivery: 'delivery-one',
      form: 'oral-message',
      binding: false,
      body: 'A pause of three months may be thinkable.',
      verbatim: false,
    },
  ],
]
const told: readonly Step[] = [
  [
    'lead',
    {
      kind: 'convey.tell',
      conveyance: 'conveyance-one',
      passage: message,
      to: 'Borduria',
      marking: 'unattributed',
    },
  ],
]
const withdrawn = (person: string, party: string): readonly Step[] => [
  [person, { kind: 'consent.give', party }],
  [person, { kind: 'consent.withdraw', party }],
]

const offerOffices: Step = [
  'lead',
  {
    kind: 'item.put',
    item: 'item-offices',
    register: 'good-offices',
    rev: 1,
    fields: {
      offeredBy: 'Lakes Institute',
      wouldDo: ['carry'],
      format: 'shuttle',
      publicity: 'nothing',
      alsoAsked: 'not-said',
    },
  },
]

export const conveyance = (): RoomFile =>
  fileOf(
    'Plans of conveyances: what each room receives when they are carried out, or why nothing goes.',
    [
      convey('CONV-8', 'unattributed: the recipient learns nothing of the source'),
      convey('CONV-8', 'attributed: the recipient learns the name', { plan: { as: 'attributed' } }),
      convey('CONV-8', 'all that a delivery may hold', {
        plan: {
          as: 'attributed',
          title: 'On a pause',
          language: 'en',
          answers: 'message-theirs',
          corrects: 'delivery-before',
        },
      }),
      convey('CONV-9', 'the source is told that it was carried', { plan: { tell: 'that' } }),
      convey('CONV-9', 'the source is told in which words', { plan: { tell: 'words', as: 'attributed' } }),
      convey('CONV-6', 'an offer, attributed', { plan: { origin: offer, as: 'attributed' } }),
      convey('CONV-9', 'an offer, of which its maker learns that it was put', {
        plan: { origin: offer, tell: 'words' },
      }),
      convey('DISC-8', 'what mediators say for themselves', {
        from: null,
        plan: { origin: mediators, as: 'verbatim' },
      }),
      convey('CONV-5', 'verbatim in words that were released for it', {
        plan: { as: 'verbatim', wording: 'Ninety days.' },
        also: { avalon: releasedFor('Ninety days.', 'verbatim') },
      }),
      convey('CONV-7', 'from a party that is hidden, unattributed', { from: 'hiddenAvalon' }),
      convey('CONV-7', 'to a party that is hidden, its source told nothing', { to: 'hiddenBorduria' }),
      convey('CONV-11', 'carried out again, the source not told yet', {
        plan: { tell: 'that' },
        also: { borduria: delivered },
      }),
      convey('CONV-11', 'carried out again, all of it there', {
        plan: { tell: 'that' },
        also: { borduria: delivered, avalon: told },
      }),
      convey('CONV-3', 'the mediators’ own words to a party that has withdrawn its consent', {
        from: null,
        plan: { origin: mediators, as: 'verbatim' },
        also: { borduria: withdrawn('other', 'party-borduria') },
      }),
      convey('CONV-12', 'fields of an item, their source not named', {
        plan: { origin: item, thing: version('matter-there', 'The other side') },
        also: { avalon: entered('unattributed'), borduria: there },
      }),
      convey('CONV-12', 'fields of an item as they are, its source told', {
        plan: { origin: item, as: 'verbatim', tell: 'that', thing: version('matter-there', 'Avalon') },
        also: { avalon: entered('verbatim'), borduria: there },
      }),
      convey('CONV-13', 'what was said of an item, with the name of whoever said it', {
        plan: { origin: mark, as: 'attributed', tell: 'that', thing: said },
        also: { avalon: entered('attributed'), borduria: there },
      }),
      convey('CONV-14', 'words to the table, their sources told', {
        to: 'table',
        others: ['borduria'],
        plan: {
          to: 'room-table',
          also: [{ kind: 'passage', room: 'room-borduria', passage: { message: 'message-theirs' } }],
          tell: 'words',
        },
        also: {
          borduria: [['other', { kind: 'message.mark', message: 'message-theirs', marking: 'unattributed' }]],
        },
      }),
      convey('CONV-14', 'an item to the table', {
        from: null,
        to: 'table',
        plan: { origin: mediators, as: 'verbatim', to: 'room-table', thing: matterContent },
      }),
      refused('CONV-2', 'recipient-not-caucus', 'to the desk', { to: 'desk', plan: { to: 'room-desk' } }),
      refused('CONV-12', 'not-released', 'another field than was released', {
        plan: { origin: { ...item, fields: ['figure', 'of'] } },
        also: { avalon: entered('unattributed') },
      }),
      refused('CONV-12', 'not-verbatim', 'verbatim, with another figure', {
        plan: {
          origin: item,
          as: 'verbatim',
          thing: { register: 'version', fields: { matter: 'matter-there', of: 'Avalon' } },
        },
        also: { avalon: entered('verbatim') },
      }),
      refused('CONV-12', 'item-of-mediators', 'what the mediators put', {
        plan: { origin: { ...item, item: 'matter-here', fields: ['title'] } },
        also: { avalon: entered('verbatim') },
      }),
      refused('CONV-13', 'mark-unattributed', 'what was said of an item, without a name', {
        plan: { origin: mark, thing: said },
        also: { avalon: entered('attributed') },
      }),
      refused('CONV-13', 'mark-differs', 'another thing than was said', {
        plan: { origin: mark, as: 'attributed', thing: { ...said, verb: 'accepted' } },
        also: { avalon: entered('attributed') },
      }),
      refused('CONV-14', 'recipient-not-caucus', 'a mark to the table', {
        to: 'table',
        plan: { to: 'room-table', origin: mark, as: 'attributed', thing: said },
        also: { avalon: entered('attributed') },
      }),
      refused('CONV-16', 'several-origins', 'from several to a caucus', {
        plan: { also: [item] },
        also: { avalon: entered('attributed') },
      }),
      refused('CONV-2', 'recipient-not-caucus', 'to another room than is planned', {
        plan: { to: 'room-elsewhere' },
      }),
      refused('CONV-2', 'message-unknown', 'in answer to what is not there', {
        plan: { answers: 'message-none' },
      }),
      refused('CONV-2', 'delivery-unknown', 'correcting what is not there', {
        plan: { corrects: 'delivery-none' },
      }),
      refused('CONV-3', 'consent-withdrawn', 'from a party that has withdrawn its consent', {
        also: { avalon: withdrawn('head', 'party-avalon') },
      }),
      refused('CONV-3', 'consent-withdrawn', 'to a party that has withdrawn its consent', {
        also: { borduria: withdrawn('other', 'party-borduria') },
      }),
      refused('GOOD-3', 'consent-not-given', 'where something was offered to the source, and not answered', {
        also: { avalon: [offerOffices] },
      }),
      refused('CONV-4', 'message-unknown', 'a message that is not there', {
        plan: { origin: { ...passage, passage: { message: 'message-none' } } },
      }),
      refused('CONV-4', 'message-of-mediators', 'words of the mediators in the source’s room', {
        plan: { origin: { ...passage, passage: { message: 'message-mediators' } } },
      }),
      refused('CONV-4', 'not-released', 'more than the source lets pass', {
        plan: { as: 'verbatim', wording: body },
      }),
      refused('CONV-4', 'not-released', 'a part that does not exist', {
        plan: { origin: { ...passage, passage: { ...message, part: 'part-none' } } },
      }),
      refused('CONV-4', 'released-in-other-words', 'in other words than were released', {
        also: { avalon: releasedFor('Ninety days.', 'attributed') },
      }),
      refused('CONV-5', 'not-verbatim', 'verbatim in other words', {
        plan: { as: 'verbatim' },
        also: { avalon: [['head', { kind: 'message.mark', ...message, marking: 'verbatim' }]] },
      }),
      refused('CONV-5', 'not-binding', 'binding though the source’s words did not bind', {
        plan: { binding: true },
      }),
      refused('CONV-6', 'offer-unknown', 'an offer that is not there', {
        plan: { origin: { ...offer, offer: 'offer-none' } },
      }),
      refused('CONV-6', 'offer-withdrawn', 'an offer that was withdrawn', {
        plan: { origin: offer },
        also: { avalon: [['head', { kind: 'offer.withdraw', offer: 'offer-one' }]] },
      }),
      refused('CONV-6', 'not-verbatim', 'an offer verbatim', { plan: { origin: offer, as: 'verbatim' } }),
      refused('CONV-6', 'not-binding', 'an offer that binds though it was not made so', {
        plan: { origin: offer, binding: true },
      }),
      refused('CONV-7', 'hidden-party', 'a party that is hidden, named', {
        from: 'hiddenAvalon',
        plan: { as: 'attributed' },
      }),
      refused('CONV-7', 'hidden-party', 'to a party that is hidden, its source told', {
        to: 'hiddenBorduria',
        plan: { tell: 'that' },
      }),
      refused('CONV-10', 'source-not-held', 'without the source’s room', { from: null }),
      refused('CONV-10', 'source-not-caucus', 'from the table', {
        from: 'table',
        plan: { origin: { ...passage, room: 'room-table' } },
      }),
      refused('CONV-10', 'recipient-is-source', 'to where it comes from', {
        to: 'avalon',
        plan: { to: 'room-avalon' },
      }),
    ],
    rooms,
  )
