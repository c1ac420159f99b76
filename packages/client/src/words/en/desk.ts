import type { codes, Term } from '../../areas/desk/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const desk = {
  acts: {
    'carry.prepare': 'Conveyance prepared',
    'carry.assign': 'Conveyance taken over',
    'carry.deliver': 'Conveyance delivered',
    'carry.cancel': 'Conveyance cancelled',
    'carry.hear': 'Heard, nothing to carry',
  },
  events: {
    'carry.hear': '{by} heard something from which nothing is to be carried.',
  },
  refusals: {
    'recipient-is-source': {
      you: 'The party that said this is the recipient too. Nothing was sent. Choose another recipient.',
      they: '{by} tried to carry words back to the party that said them. It had no effect.',
    },
    'not-released': {
      you: 'The party has not permitted this in that way. Nothing was sent; your wording is kept. Ask permission, or let less pass.',
      they: '{by} tried to pass what was not permitted. It had no effect.',
    },
    'released-in-other-words': {
      you: 'The party permitted certain words only, and these are others. Nothing was sent. Use the permitted words, or ask again.',
      they: '{by} tried to pass other words than those permitted. It had no effect.',
    },
    'not-verbatim': {
      you: 'Verbatim means the very words. Nothing was sent. Restore them, or let the substance pass instead.',
      they: '{by} called verbatim what was not. It had no effect.',
    },
    'not-binding': {
      you: 'The party did not bind itself. Nothing was sent. Convey it as not binding.',
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
    carrier: 'In the hands of',
    condition: 'On the condition that',
    origin: 'Where it comes from',
    tell: 'What its party is told',
    time: 'Time',
    timing: 'When it is delivered',
    also: 'Also from',
    together: 'Goes together with',
  },
  choices: {
    'kind.at': 'At a chosen time',
    'kind.mediators': 'The mediation itself',
    'kind.now': 'At once',
    'kind.offer': 'A conditional offer',
    'kind.passage': 'A passage',
    'kind.when': 'When a condition is met',
    'tell.nothing': 'Nothing',
    'tell.that': 'That it was passed on',
    'tell.words': 'Also in which words',
    'kind.item': 'Fields of an entry',
    'kind.mark': 'What was said of an entry',
  },
  terms: {
    'not-compared':
      'Not compared with what was said last here, since it could not be read on: {room}. Why, that room says.',
    conveyance: 'Conveyance',
    prepared: 'In preparation',
    done: 'Delivered',
    cancelled: 'Cancelled',
    'prepared-again': 'Prepared anew',
    assigned: 'Taken over',
    'waiting.heard': 'From {party}',
    'waiting.put': 'Entered by {party}',
    'waiting.leave-asked': 'Mediators are asked to leave by {party}',
    'waiting.may-come': 'Mediators accepted by {party}, none there yet',
    'waiting.asked': 'Permission asked of {party}, not answered',
    'waiting.released': 'Permitted by {party}',
    'waiting.prepared': 'Prepared for {party}',
    'waiting.unfinished': 'Delivery to {party} is not complete',
    'waiting.delivered': 'Delivered to {party}, not read back',
    'waiting.read-back': 'Read back by {party}',
    'waiting.offer': 'Offered by {party}, kept',
    'waiting.question': 'A question is put, and its outcome not told',
    'waiting.question-unfinished': 'A question was not put, told or withdrawn everywhere',
    'waiting-here.question': 'A question waits',
    'waiting-here.asked': 'Permission is asked of you',
    'waiting-here.delivered': 'What you understood is asked for',
    'waiting-here.review': 'Recorded in your name',
    'waiting-here.successor': 'A new room is offered, with mediators of another institution',
    'urgency.first': 'Now',
    'urgency.answer': 'To answer',
    'urgency.carry': 'To carry',
    'urgency.read': 'To read',
    'urgency.own': 'Your device and your records',
  },
} as const satisfies AreaWords<'desk', typeof codes, Term>
