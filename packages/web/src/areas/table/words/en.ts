export const words = {
  'table.open': 'The table is open.',
  'table.open-hint': 'The parties speak to each other directly.',
  'table.closed': 'The table is closed.',
  'table.closed-hint':
    'The parties speak to the mediator, each in its own caucus; here only the mediators write.',
  'table.since': 'Since {at}.',
  'table.do-open': 'Open the table',
  'table.do-close': 'Close the table',
} as const
