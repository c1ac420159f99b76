import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'terms.hint': 'Ce que la médiation peut faire, et ce qui peut être transmis quand rien n’a été précisé.',
  'terms.do': 'Fixer ce cadre dans chaque salle',
  'terms.role-carry': 'La médiation transmet ce que dit chaque partie et n’ajoute rien quant à la teneur.',
  'terms.role-host': 'La médiation invite aussi les parties à se rencontrer et leur offre un lieu.',
  'terms.role-propose': 'La médiation peut aussi soumettre ses propres idées aux parties.',
  'disclosure.open-hint':
    'La teneur de ce que dit une partie peut être transmise sans dire de qui, sauf mention contraire.',
  'disclosure.closed-hint': 'Rien n’est transmis tant que la partie qui l’a dit ne l’a pas autorisé.',

  'consent.title': 'Cadre et consentement',
  'consent.none': '{party} : consentement pas encore indiqué.',
  'consent.given': '{party} : consentement donné le {at}.',
  'consent.withdrawn': '{party} : consentement retiré le {at}.',
  'consent.own.none': 'Vous n’avez pas encore indiqué si vous consentez.',
  'consent.own.given': 'Vous avez consenti le {at}.',
  'consent.own.withdrawn': 'Vous avez retiré votre consentement le {at}.',
  'consent.outdated': 'Le cadre a changé depuis.',
  'consent.give': 'Consentir à la médiation',
  'consent.give-again': 'Consentir à ce cadre',
  'consent.withdraw': 'Retirer le consentement',
  'consent.limits': 'Limites, dans vos propres mots',
  'consent.reason': 'Motif, si vous souhaitez en donner un',
}
