import type { HomeCatalogue } from '../words.tsx'

export const home: HomeCatalogue = {
  'app.name': 'Bons Offices',
  'nav.skip': 'Aller au contenu',
  'nav.settings': 'Réglages',
  'status.offline': 'Hors connexion',
  'status.waiting':
    '{count, plural, one {Hors connexion, # envoi en attente} other {Hors connexion, # envois en attente}}',
  'status.sending': '{count, plural, one {Envoi en cours : #} other {Envois en cours : #}}',
  'lost.title': 'Page introuvable ou non accessible',
  'lost.hint': 'Cette adresse n’existe pas, ou mène à une salle à laquelle vous n’avez pas accès.',
  'home.sentence':
    'Des pourparlers entre des parties qui ne se rencontrent pas, par l’entremise d’une médiation.',
  'home.more':
    'Chaque partie parle à la médiation en toute confidentialité. La médiation ne transmet que ce qui a été autorisé, sous la forme autorisée.',
  'home.begin': 'Ouvrir des pourparlers',
  'home.invited': 'J’ai une invitation',
  'home.samples': 'Voir un exemple',
  'home.trust':
    'Ce qui est dit est chiffré sur cet appareil et y est signé. Qui exploite le serveur ne voit ni le contenu ni les noms, et ne peut modifier le registre sans que cela se voie.',
  'home.your-talks': 'Vos pourparlers',
  'home.recover': 'J’ai déjà un accès, sur un autre appareil',
  'sample.algiers': 'Le canal d’Alger, {years}',
  'sample.algiers-hint':
    'L’Iran et les États-Unis ne se parlent pas. L’Algérie transmet leurs messages. Occupez l’un des trois sièges.',
  'sample.two-villages': 'Deux villages et une source',
  'sample.two-villages-hint':
    'Une querelle d’eau entre voisins. L’un des deux villages participe sur papier : ce qu’il dit est consigné en son nom.',
  'talks.all': 'Tous les pourparlers',
  'unopened.again': 'Réessayer',
  'unlock.title': 'Cet appareil est verrouillé',
  'settings.language': 'Langue',
  'opening.title': 'Ouverture…',
  'trouble.title': 'Cette page n’a pas pu être affichée',
  'trouble.lead':
    'Votre texte est conservé sur cet appareil. Réessayez ; si cela se reproduit, revenez à tous les pourparlers.',
  'trouble.fetch':
    'Une partie du programme n’est pas arrivée : la connexion a été interrompue. Votre texte est conservé sur cet appareil.',
  'update.there': 'Une nouvelle version est disponible.',
  'update.do': 'Recharger',
  'update.hint': 'Votre texte est conservé.',
}
