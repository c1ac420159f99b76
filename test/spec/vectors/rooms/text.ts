/** The one text at a desk, and a draft of it in a caucus: each act once, and what is refused. */

import { admit, avalon, type Draft, opening, replay, type Step } from '../cast.ts'

const water = 'text-water'
const clause = (name: string): string => `clause-${name}`
const draft = 'draft-first'
const add = (name: string, changes: object = {}) => ({
  kind: 'text.clause',
  text: water,
  clause: clause(name),
  clauseKind: 'article',
  order: name,
  ...changes,
})
const choices = [{ bracket: 'bracket-one', meant: 'unsaid', options: ['option-shall', 'option-should'] }]
const write = (version: string, body: string, changes: object = {}) => ({
  kind: 'text.write',
  clause: clause('b'),
  language: 'en',
  version,
  body,
  ...changes,
})

/** Two mediators write, one without having seen the other. */
const atTextDesk: readonly Step[] = [
  ['lead', opening('lead', { kind: 'desk' })],
  ['lead', admit('second')],
  [
    'lead',
    {
      kind: 'text.begin',
      text: water,
      title: 'Water rule',
      nature: 'mediators-text',
      textLanguages: [
        { language: 'en', languageRole: 'drafting' },
        { language: 'ar', languageRole: 'authentic' },
      ],
      statusLine: 'Under the responsibility of the mediators.',
    },
  ],
  ['lead', add('b')],
  ['second', add('c', { upper: clause('b'), clauseKind: 'paragraph', insertedAs: 'bis' })],
  ['lead', write('version-one', 'Each village [shall] [should] open it.', { choices, heading: 'Canals' })],
  ['second', write('version-two', 'Each village opens it.', {})],
  ['lead', write('version-bad', 'Each village [shall] open it.', { choices })],
  ['lead', { kind: 'text.stand', clause: clause('b'), standing: 'agreed', seenAs: 2 }],
  [
    'lead',
    {
      kind: 'text.support',
      clause: clause('b'),
      alternative: 'option-shall',
      party: 'party-avalon',
      support: 'wants',
      source: { room: 'room-of-avalon', item: 'message-one' },
    },
  ],
  [
    'lead',
    {
      kind: 'text.issue',
      issuing: 'issuing-one',
      text: water,
      to: [{ room: 'room-of-avalon', draft }],
      attribution: 'none',
      accepted: [],
    },
  ],
  [
    'lead',
    write('version-three', 'Each village shall open it.', {
      upon: 'version-one',
      settles: ['version-two'],
      made: 'bracket-one',
    }),
  ],
  ['second', write('version-ar', 'تفتحها كل قرية', { language: 'ar', follows: 'version-three' })],
  [
    'second',
    write('version-slip', 'Each village shall open it!', { upon: 'version-three', editorial: true }),
  ],
  ['lead', { kind: 'text.stand', clause: clause('b'), standing: 'agreed', seenAs: 5 }],
  [
    'lead',
    {
      kind: 'text.stand',
      clause: clause('b'),
      standing: 'ad-referendum',
      agreedBy: 'group',
      agreedParties: ['party-avalon'],
      seenAs: 5,
    },
  ],
  ['lead', { kind: 'text.bracket', clause: clause('c'), bracketed: true }],
  ['lead', { kind: 'text.place', clause: clause('b'), upper: clause('c'), order: 'd', seenAs: 0 }],
  ['lead', { kind: 'text.place', clause: clause('c'), order: 'd', seenAs: 0 }],
  ['lead', { kind: 'text.remove', clause: clause('c') }],
  ['lead', { kind: 'text.restore', clause: clause('c') }],
  ['lead', { kind: 'text.package', package: 'package-k', text: water, name: 'K', clauses: [clause('b')] }],
  ['lead', { kind: 'text.term', term: 'term-gate', text: water, spoken: [{ language: 'en', word: 'gate' }] }],
  [
    'lead',
    {
      kind: 'text.footnote',
      footnote: 'footnote-one',
      clause: clause('b'),
      footnoteKind: 'reservation',
      body: 'One side reserves its position.',
    },
  ],
  [
    'lead',
    {
      kind: 'text.issue',
      issuing: 'issuing-one',
      text: water,
      to: [{ room: 'room-of-avalon', draft }],
      attribution: 'none',
      accepted: [],
    },
  ],
]

/** A side answers clause by clause. */
const draftInCaucus: readonly Step[] = [
  ['lead', opening('lead', { kind: 'caucus', party: avalon })],
  ['lead', admit('head')],
  [
    'lead',
    {
      kind: 'draft.part',
      draft,
      part: 0,
      draftClauses: [
        {
          clause: clause('b'),
          clauseKind: 'article',
          bracketed: false,
          standing: 'open',
          renderings: [
            { language: 'en', heading: 'Canals', body: 'Each village [shall] [should] open it.', choices },
          ],
          wantedBy: [{ option: 'option-shall', names: ['Avalon'] }],
          footnotes: [{ footnoteKind: 'placeholder', body: 'The hours are to come.' }],
        },
      ],
    },
  ],
  ['head', { kind: 'draft.position', draft, clause: clause('b'), stance: 'accept' }],
  [
    'lead',
    {
      kind: 'draft.issue',
      draft,
      title: 'Water rule',
      nature: 'mediators-text',
      textLanguages: [{ language: 'en', languageRole: 'drafting' }],
      statusLine: 'Under the responsibility of the mediators.',
      attribution: 'names',
      partsCount: 1,
    },
  ],
  [
    'head',
    {
      kind: 'draft.comment',
      comment: 'comment-one',
      draft,
      clause: clause('b'),
      language: 'en',
      quote: 'open',
      body: 'When?',
    },
  ],
  [
    'head',
    {
      kind: 'draft.propose',
      wording: 'wording-one',
      draft,
      clause: clause('b'),
      language: 'en',
      body: 'Each village opens it at dawn.',
      note: 'The fields are dry by noon.',
      marking: 'unattributed',
    },
  ],
  [
    'head',
    {
      kind: 'draft.position',
      draft,
      clause: clause('b'),
      stance: 'reserve',
      note: 'Until the hours are there.',
    },
  ],
  ['head', { kind: 'draft.answer', answered: 'wording-one', outcome: 'taken' }],
  ['lead', { kind: 'draft.answer', answered: 'wording-one', outcome: 'in-part', note: 'As an alternative.' }],
  ['lead', { kind: 'draft.release', released: 'comment-one', marking: 'attributed' }],
  ['lead', { kind: 'draft.answer', answered: 'comment-one', outcome: 'may-pass' }],
  ['head', { kind: 'draft.release', released: 'comment-one', marking: 'attributed' }],
  ['lead', { kind: 'draft.withdraw', draft, note: 'A page was missing.' }],
  ['head', { kind: 'draft.position', draft, clause: clause('b'), stance: 'accept' }],
]

export const text: readonly Draft[] = [
  replay(
    'the one text at the desk',
    ['TXT-9', 'TXT-10', 'TXT-13', 'TXT-14', 'TXT-16', 'TXT-50'],
    'room-text',
    atTextDesk,
  ),
  replay(
    'a draft of it in a caucus',
    ['TXT-17', 'TXT-27', 'TXT-30', 'TXT-52'],
    'room-drafted',
    draftInCaucus,
  ),
]
