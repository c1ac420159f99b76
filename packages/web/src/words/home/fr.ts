import type { HomeCatalogue } from '../words.tsx'

export const home: HomeCatalogue = {
  'app.name': 'Bons Offices',
  'nav.skip': 'Aller au contenu',
  'nav.settings': 'Réglages',
  'status.offline': 'Hors connexion',
  'status.waiting':
    '{count, plural, one {Hors connexion, # acte en attente d’envoi} other {Hors connexion, # actes en attente d’envoi}}',
  'status.sending': '{count, plural, one {Envoi de # acte} other {Envoi de # actes}}',
  'lost.title': 'Il n’y a rien ici pour vous',
  'lost.hint': 'L’adresse ne mène nulle part, ou à une salle dont vous n’êtes pas.',
  'home.sentence':
    'Des pourparlers entre des parties qui ne veulent pas siéger ensemble, portés par un médiateur.',
  'home.more':
    'Chaque partie parle au médiateur en confidence. Le médiateur transmet ce que chacune autorise, en des termes vérifiés avant que quiconque ne les lise.',
  'home.begin': 'Ouvrir des pourparlers',
  'home.invited': 'J’ai une invitation',
  'home.samples': 'Voir des pourparlers en cours',
  'home.trust':
    'Ce qui est dit est chiffré sur cet appareil et signé par son auteur. Celui qui tient le serveur ne voit ni les mots ni les noms, et ne peut modifier le procès-verbal sans être découvert.',
  'home.your-talks': 'Vos pourparlers',
  'home.recover': 'Je suis déjà venu, sur un autre appareil',
  'sample.algiers': 'Le canal d’Alger, 1980-1981',
  'sample.algiers-hint':
    'L’Iran et les États-Unis ne se parlent pas. L’Algérie porte leurs messages. Prenez le siège de l’un des trois.',
  'sample.two-villages': 'Deux villages et une source',
  'sample.two-villages-hint':
    'Une querelle d’eau entre voisins. L’un des deux n’a pas de compte : ce qu’il dit est consigné pour lui.',
  'talks.all': 'Tous les pourparlers',
  'unopened.again': 'Réessayer',
  'unlock.title': 'Cet appareil est verrouillé',
  'settings.language': 'Langue',
  'opening.title': 'Ouverture…',
  'trouble.title': 'Cette page n’a pas pu être affichée',
  'trouble.lead':
    'Ce que vous avez écrit est conservé sur cet appareil. Réessayez ; si cela se reproduit, revenez à tous les pourparlers.',
  'trouble.fetch':
    'Une partie du programme n’est pas arrivée : la connexion a été interrompue. Ce que vous avez écrit est conservé sur cet appareil.',
  'update.there': 'Une nouvelle version est là.',
  'update.do': 'Recharger',
  'update.hint': 'Ce que vous avez écrit est conservé.',
}
