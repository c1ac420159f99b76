import type { codes, Term } from '../../areas/desk/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const desk = {
  acts: {
    'carry.prepare': 'Conveyance prepared',
    'carry.assign': 'Conveyance taken over',
    'carry.deliver': 'Conveyance delivered',
    'carry.cancel': 'Conveyance cancelled',
  },
  events: {},
  refusals: {
    'recipient-is-source': {
      you: 'Source and recipient are the same party. Nothing was sent. Choose another recipient.',
      they: '{by} tried to carry words back to their source. It had no effect.',
    },
    'not-released': {
      you: 'The party has not permitted this in that way. Nothing was sent; your wording is kept. Ask permission, or let less pass.',
      they: '{by} tried to pass what was not released. It had no effect.',
    },
    'released-in-other-words': {
      you: 'The source released certain words only, and these are others. Nothing was sent. Use the released words, or ask again.',
      they: '{by} tried to pass other words than those released. It had no effect.',
    },
    'not-verbatim': {
      you: 'Verbatim means the very words. Nothing was sent. Restore them, or let the substance pass instead.',
      they: '{by} called verbatim what was not. It had no effect.',
    },
    'not-binding': {
      you: 'The source did not bind itself. Nothing was sent. Convey it as not binding.',
      they: '{by} called binding what was not. It had no effect.',
    },
    'consent-withdrawn': {
      you: 'The party has withdrawn its consent to the mediation. Nothing was sent; it waits on the desk. Speak with the party.',
      they: '{by} carried for a party that had withdrawn its consent. It had no effect.',
    },
    'carried-by-another': {
      you: 'Somebody else of the team has this in hand. Nothing was sent. Take it over first, or leave it to them.',
      they: '{by} tried to deliver what another carries. It had no effect.',
    },
    'mark-differs': {
      you: 'This is not what was said of the entry. Nothing was sent. Pass on the very thing that was said, on the day that was given.',
      they: '{by} passed on something other than what was said. It had no effect.',
    },
    'several-origins': {
      you: 'What a caucus receives comes from one place. Nothing was sent. Carry each by itself, or put them together at the table.',
      they: '{by} tried to carry from several places at once. It had no effect.',
    },
  },
  fields: {
    accepted: 'Passed after the check',
    carrier: 'In the hands of',
    condition: 'On the condition that',
    in: 'Where',
    origin: 'Where it comes from',
    tell: 'What its party is told',
    text: 'Text',
    time: 'Time',
    timing: 'When it is delivered',
    also: 'Also from',
    field: 'Where in it',
    together: 'Goes together with',
  },
  choices: {
    'in.title': 'In the title',
    'kind.at': 'At a chosen time',
    'kind.mediators': 'The mediation itself',
    'kind.name': 'Name',
    'kind.now': 'At once',
    'kind.offer': 'A conditional offer',
    'kind.passage': 'A passage',
    'kind.when': 'When a condition is met',
    'kind.words': 'Words',
    'tell.nothing': 'Nothing',
    'tell.that': 'That it was passed on',
    'tell.words': 'Also in which words',
    'in.field': 'In a field',
    'kind.item': 'Fields of an entry',
    'kind.mark': 'What was said of an entry',
  },
  terms: {
    conveyance: 'Conveyance',
    prepared: 'In preparation',
    done: 'Delivered',
    cancelled: 'Cancelled',
    'prepared-again': 'Prepared anew',
    assigned: 'Taken over',
  },
} as const satisfies AreaWords<'desk', typeof codes, Term>
