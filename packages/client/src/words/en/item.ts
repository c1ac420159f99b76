import type { codes, Term } from '../../areas/item/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const item = {
  acts: {
    'item.put': 'Entry made',
    'item.mark': 'Said of an entry',
  },
  events: {},
  refusals: {
    'not-the-maker': {
      you: 'Only the party that entered this may do that. Nothing was changed. Make an entry of your own.',
      they: '{by} did what is for the party that made the entry. It had no effect.',
    },
    'not-the-one-named': {
      you: 'This is for whoever the entry names. Nothing was changed. Ask the mediator.',
      they: '{by} is not the one whom the entry names. It had no effect.',
    },
  },
  fields: {
    for: 'In the name of',
  },
  choices: {},
  terms: {
    'worded-again': 'Worded anew',
    newer: 'from a newer version',
    'by-mediators': 'The mediators',
    'as-recorded': 'written down by the mediators',
    'no-longer': 'no longer counts: it was worded anew',
    'stands-as': 'Stands as',
    'stands-unproved': '{standing} · not proved, and nothing follows from it',
    'asked-to-say': 'What you say of this is asked for',
    'asked-to-put': 'Your own version is asked for',
    'asked-of-say': 'Asked of {party}: what it says of this',
    'asked-of-put': 'Asked of {party}: its own version',
    'asked-by': '{what}, by: {day}',
    'figure.exactly': 'exactly {value}',
    'figure.at-least': 'at least {value}',
    'figure.at-most': 'at most {value}',
    'figure.about': 'about {value}',
    'figure.between': 'between {low} and {high}',
    'figure.no-number': 'no number: “{words}”',
    'term.said': '{verb} ({thing})',
    'term.waiting': 'waiting for: {what}',
    'term.open': 'no day is set yet',
    'term.unless': '{day}, or earlier where this comes first: {what}',
    'term.disputed': '{days}: two days, since the parties date this differently: {what}',
    'term.disputed-more':
      '{days}: {count, plural, one {# day} other {# days}}, since the parties date this differently: {what}',
    'term.loop': 'never: these days wait for each other',
    'term.after': '{length} after: {what}',
    'term.with': 'on the day of: {thing}',
    'term.earliest': 'the earliest of: {days}',
    'term.latest': 'the latest of: {days}',
    'term.next': '{term}, or the next working day',
    'term.previous': '{term}, or the working day before',
    'term.ruled': '{day} ({term})',
    'unit.days': '{count, plural, one {# day} other {# days}}',
    'unit.working-days': '{count, plural, one {# working day} other {# working days}}',
    'unit.weeks': '{count, plural, one {# week} other {# weeks}}',
    'unit.months': '{count, plural, one {# month} other {# months}}',
    'unit.years': '{count, plural, one {# year} other {# years}}',
  },
} as const satisfies AreaWords<'item', typeof codes, Term>
