import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'meeting.title': 'Réunions',
  'meeting.put': 'Préparer une réunion',
  'meeting.do-put': 'La garder au bureau de la médiation',
  'meeting.put-lead': 'Elle reste au bureau de la médiation. Aucune partie n’en sait rien avant la question.',
  'meeting.change': 'Modifier la réunion',
  'meeting.change-lead':
    'Si le jour, les heures, le lieu, la forme ou ce qui est public changent, chaque oui doit être redonné.',
  'meeting.no-zone': 'Ce fuseau horaire est inconnu ici ; par exemple Europe/Istanbul.',
  'meeting.arrange-for': 'Arrivée et départ : {party}',
  'meeting.arrange-desk':
    'Préparé au bureau de la médiation. Rien n’en est encore lu dans un entretien séparé.',
  'meeting.arrange-lead': 'Envoyé dans l’entretien séparé de cette partie, et dans aucun autre : {party}',
  'meeting.do-plan': 'Garder le plan',
  'meeting.do-send': 'Envoyer la fiche',
  'meeting.plan-for': 'Préparer pour : {party}',
  'meeting.send-to': 'Envoyer la fiche à : {party}',
  'meeting.sessions-hint': 'Une plage par ligne : {example}, puis son objet.',
  'meeting.sessions-wrong': 'Une ligne n’indique pas d’heures, ou finit avant de commencer.',
  'meeting.enter': 'Saisir',
  'meeting.enter-anew': 'Reformuler',
  'meeting.clear-all': 'Demander à toutes les parties si cela peut être dit',
  'meeting.exchange': 'Échanger les listes',
  'meeting.delegation-list-lead':
    'Qui vient, avec vos propres mots. Seule la médiation le lit, jusqu’à l’échange.',
  'meeting.minutes-lead':
    'Ce qui a été dit, point par point. Au bureau de la médiation, c’est sa propre note.',
  'meeting.statement-lead':
    'Ce qui est dit en public : rapporté, confirmé ou à approuver par toutes les parties. L’un ne découle pas de l’autre.',
  'meeting.people-hint': 'Une personne par ligne ; après une virgule, sa fonction.',
  'meeting.points-hint':
    'Un paragraphe par point : la première ligne le nomme, le reste est ce qui a été dit.',
  'meeting.actions-hint': 'Une par ligne.',
  'meeting.enter-delegation-list': 'Saisir qui vient',
  'meeting.enter-minutes': 'Saisir un procès-verbal',
  'meeting.enter-statement': 'Consigner une déclaration',
  'meeting.what': 'La réunion elle-même',
  'meeting.print': 'Imprimer la fiche',
  'meeting.calendar': 'Fichier d’agenda',
  'meeting.do-calendar': 'Créer le fichier',
  'meeting.mediators-alone': 'Seule la médiation lit ceci.',
  'meeting.in-private': 'Convenu avec la médiation :',
  'meeting.ask-all': 'Demander à toutes les parties si elles viennent',
  'meeting.question': 'La question posée',
  'meeting.checks': 'Incompatibilités',
  'meeting.checks-hint':
    'Sont comparés les heures, les entrées, les trajets, les salles, les séances, l’interprétation, les sorties et le préavis. Rien d’autre.',
  'meeting.sides': 'Chaque partie',
  'meeting.not-asked': 'pas encore interrogée',
  'meeting.planned-only': 'préparé au bureau de la médiation, non envoyé',
  'meeting.day': 'La journée',
  'meeting.arrives': 'arrive',
  'meeting.leaves': 'part',
  'meeting.session': 'Séance',
  'meeting.enter-house-plan': 'Dresser le plan de la maison',
  'meeting.house-plan-lead':
    'Les salles et les passages, pour que des parties qui ne doivent pas se croiser ne se croisent pas. L’hôte y lit des délégations numérotées.',
  'meeting.places-hint':
    'Une salle par ligne ; après des virgules, sa surface en m², son étage et les mètres jusqu’à la salle de la médiation.',
  'meeting.ways-hint':
    'Un passage par ligne ; après deux points, ce que l’on y traverse, un escalier ou un ascenseur.',
  'meeting.give-house': 'Le remettre sans noms : {party}',
}
