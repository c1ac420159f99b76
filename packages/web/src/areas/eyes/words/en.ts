export const words = {
  'eyes.ask': 'Ask for it to be read first',
  'eyes.whom': 'Who reads it',
  'eyes.anybody': 'Anybody of the team',
  'eyes.waits': 'It is asked for, and nobody has read it yet.',
  'eyes.hint':
    'What goes out of the mediators’ hands can be read by somebody else of the team first. All of it stays at the desk.',
  'eyes.state': 'Set where it is wanted',
  'eyes.less': 'What is required is loosened once somebody else has read just this.',
  'eyes.note': 'What you think of it, for the team',
  'eyes.see': 'To what was asked',
  'eyes.would': 'This is what would be done',
  'eyes.told': 'All caucuses are told.',
  'eyes.consents': 'Consents.',
  'eyes.no-consent': 'Has not consented.',
} as const
