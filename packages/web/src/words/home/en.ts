/** What the first screen and the frame say, in English: the little that is fetched before anything is shown. */
export const home = {
  'app.name': 'Good Offices',
  'nav.skip': 'Skip to the content',
  'nav.settings': 'Settings',
  'status.offline': 'Offline',
  'status.waiting':
    '{count, plural, one {Offline, # message waits to be sent} other {Offline, # messages wait to be sent}}',
  'status.sending': '{count, plural, one {Sending # message} other {Sending # messages}}',
  'lost.title': 'This page does not exist or is not open to you',
  'lost.hint': 'The address leads nowhere, or to a room that you are not in.',
  'home.sentence': 'Talks through a mediator, between parties who do not sit in one room.',
  'home.more':
    'Each party speaks to the mediator in confidence. The mediator carries only what each allows, and only as each allows it.',
  'home.begin': 'Begin talks',
  'home.invited': 'I have an invitation',
  'home.samples': 'See a sample',
  'home.trust':
    'What is said is encrypted on this device and signed by its author. Whoever runs the server sees neither words nor names, and cannot change the record unnoticed.',
  'home.your-talks': 'Your talks',
  'home.recover': 'I already have access, on another device',
  'sample.algiers': 'The Algiers channel, {years}',
  'sample.algiers-hint':
    'Iran and the United States do not speak to each other. Algeria carries their messages. Take the chair of any of the three.',
  'sample.two-villages': 'Two villages and a spring',
  'sample.two-villages-hint':
    'A quarrel over water between neighbours. One of the two takes part on paper: what it says is written down in its name.',
  'talks.all': 'All talks',
  'unopened.again': 'Try again',
  'unlock.title': 'This device is locked',
  'settings.language': 'Language',
  'opening.title': 'Opening…',
  'trouble.title': 'This page could not be shown',
  'trouble.lead': 'What you wrote is kept on this device. Try again; if it happens again, go to all talks.',
  'trouble.fetch':
    'A part of the program did not arrive: the connection was interrupted. What you wrote is kept on this device.',
  'update.there': 'A new version is there.',
  'update.do': 'Reload',
  'update.hint': 'What you wrote is kept.',
} as const
