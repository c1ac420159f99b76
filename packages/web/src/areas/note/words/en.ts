export const words = {
  'notes.title': 'Notes',
  'notes.private': 'Read by you alone.',
  'notes.team': 'Read by those in this room; each note is changed by its writer alone.',
  'notes.new': 'A note',
  'notes.keep': 'Keep',
  'notes.change': 'Change',
  'notes.desk':
    '{count, plural, =0 {Notes of the team} one {Notes of the team: #} other {Notes of the team: #}}',
  'purge.open': 'Destroy these notes…',
  'purge.title': 'Destroy your notes',
  'purge.goes':
    'All that you have noted on these talks, at the server and on your devices. What you note afterwards is kept apart.',
  'purge.stays':
    'A certificate, with you alone: when, by what rule, how many entries. Not a word of the notes.',
  'purge.sure': 'I am certain. My notes on these talks are to be destroyed.',
  'purge.done': 'Notes of yours were destroyed.',
} as const
