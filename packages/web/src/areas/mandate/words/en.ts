export const words = {
  'terms.hint': 'What the mediators may do, and what may pass where nothing was said.',
  'terms.do': 'State these terms in every room',
  'terms.role-carry': 'The mediator passes on what each side says, and adds nothing of substance.',
  'terms.role-host': 'The mediator also invites the parties to meet, and gives them a place.',
  'terms.role-propose': 'The mediator may also put ideas of their own to the parties.',
  'disclosure.open-hint':
    'The substance of what a party says may pass, unattributed, unless it is marked otherwise.',
  'disclosure.closed-hint': 'Nothing passes until the party that said it has released it.',

  'consent.title': 'Terms and consent',
  'consent.none': 'This side has not yet said whether it consents.',
  'consent.given': 'This side consented on {at}.',
  'consent.withdrawn': 'This side withdrew its consent on {at}.',
  'consent.outdated': 'Other terms have been stated since.',
  'consent.give': 'Consent to the mediation',
  'consent.give-again': 'Consent to these terms',
  'consent.withdraw': 'Withdraw consent',
  'consent.limits': 'Limits, in your own words',
  'consent.reason': 'Reason, if you wish to give one',
} as const
