export const words = {
  'template.follows': 'These talks follow the template “{title}”.',
  'template.see': 'Templates for talks',
  'template.not-here': 'This room has no such template.',
  'template.edition': 'Edition {edition}',
  'template.verbs':
    '{count, plural, one {# verb stands beside a thing; the rest is opened.} other {# verbs stand beside a thing; the rest is opened.}}',
  'template.mediators': 'Templates are put by the mediators.',
  'template.lead':
    'What talks of one field begin with: things to be changed as you like. Nothing of it decides anything.',
  'template.choose': 'Template for the talks',
  'template.none': 'No template',
  'template.own': 'A template of your own, as a file',
  'template.kept': 'How long records are kept:',
  'template.from': 'Its days count from',
  'template.read': 'I have read what it brings, and its days are right here.',
  'template.put': 'Put it in',
  'template.what': 'What it puts',
  'template.where': 'In which room',
  'template.new': 'new',
  'template.begin-hint':
    'A template brings rounds, deadlines and subjects of one field. It is read and changed before anything is put.',
} as const
