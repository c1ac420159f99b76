export const words = {
  'terms.hint': 'What the mediators may do, and what may pass where a party marked nothing.',
  'terms.do': 'Set these terms in every room',
  'terms.role-carry': 'The mediator passes on what each side says, and adds nothing of substance.',
  'terms.role-host': 'The mediator also invites the parties to meet, and gives them a place.',
  'terms.role-propose': 'The mediator may also put ideas of their own to the parties.',
  'disclosure.open-hint':
    'The substance of what a party says may pass, unattributed, unless it is marked otherwise.',
  'disclosure.closed-hint': 'Nothing passes until the party that said it has permitted it.',

  'consent.title': 'Terms and consent',
  'consent.none': '{party} has not yet said whether it consents.',
  'consent.given': '{party} consented on {at}.',
  'consent.withdrawn': '{party} withdrew its consent on {at}.',
  'consent.own.none': 'You have not yet said whether you consent.',
  'consent.own.given': 'You consented on {at}.',
  'consent.own.withdrawn': 'You withdrew your consent on {at}.',
  'consent.outdated': 'The terms have changed since.',
  'consent.give': 'Consent to the mediation',
  'consent.give-again': 'Consent to these terms',
  'consent.withdraw': 'Withdraw consent',
  'consent.limits': 'Limits, in your own words',
  'consent.reason': 'Reason, if you wish to give one',
} as const
