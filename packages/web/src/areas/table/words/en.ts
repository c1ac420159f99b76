export const words = {
  'table.open': 'Direct exchange is open.',
  'table.open-hint': 'The parties speak to each other directly.',
  'table.closed': 'Direct exchange is closed.',
  'table.closed-hint':
    'The parties speak to the mediator, each in a room of its own; here only the mediators write.',
  'table.since': 'Since {at}.',
  'table.do-open': 'Let the parties speak directly…',
  'table.open-title': 'Let the parties speak directly',
  'table.do-close': 'End direct exchange',
  'table.ask':
    'The parties will speak to each other directly. Each party is told so in its caucus, in the same step.',
  'table.limits': '{party} set limits:',
  'table.heed': 'I have read these limits, and they are kept',
  'table.unconsented':
    '{party} has not consented, or not any more. Direct exchange cannot be opened without it.',
  'table.without-caucus':
    '{party} has no caucus: its record was destroyed, and its consent with it. Open a caucus for it anew under “People”; it consents there.',
  'table.note': 'What you say with it at the table',
} as const
