import type { codes, Term } from '../../areas/desk/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const desk = {
  acts: {
    'carry.prepare': 'Transmission préparée',
    'carry.assign': 'Transmission prise en charge',
    'carry.deliver': 'Transmission effectuée',
    'carry.cancel': 'Transmission annulée',
    'carry.hear': 'Entendu, rien à transmettre',
  },
  events: {
    'carry.hear': '{by} a entendu quelque chose dont rien n’est à transmettre.',
  },
  refusals: {
    'recipient-is-source': {
      you: 'La partie qui l’a dit et la partie destinataire sont la même. Rien n’a été envoyé. Choisissez une autre partie.',
      they: '{by} a tenté de renvoyer des propos à la partie qui les a tenus. C’est resté sans effet.',
    },
    'not-released': {
      you: 'La partie ne l’a pas autorisé sous cette forme. Rien n’a été envoyé ; votre formulation est conservée. Demandez l’autorisation, ou transmettez moins.',
      they: '{by} a tenté de transmettre ce qui n’était pas autorisé. C’est resté sans effet.',
    },
    'released-in-other-words': {
      you: 'La partie a autorisé certains termes seulement, et ceux-ci diffèrent. Rien n’a été envoyé. Prenez les termes autorisés, ou redemandez.',
      they: '{by} a tenté de transmettre d’autres mots que ceux autorisés. C’est resté sans effet.',
    },
    'not-verbatim': {
      you: '« Mot pour mot » veut dire les mots exacts. Rien n’a été envoyé. Rétablissez-les, ou transmettez la teneur.',
      they: '{by} a présenté comme mot pour mot ce qui ne l’était pas. C’est resté sans effet.',
    },
    'not-binding': {
      you: 'La partie ne s’est pas engagée. Rien n’a été envoyé. Transmettez-le comme non engageant.',
      they: '{by} a dit engageant ce qui ne l’était pas. C’est resté sans effet.',
    },
    'consent-withdrawn': {
      you: 'La partie a retiré son consentement à la médiation. Rien n’a été envoyé ; le message attend au bureau de la médiation. Parlez à la partie.',
      they: '{by} a transmis pour une partie qui avait retiré son consentement. C’est resté sans effet.',
    },
    'carried-by-another': {
      you: 'Une autre personne de l’équipe s’en charge. Rien n’a été envoyé. Prenez-le d’abord en charge, ou laissez-lui ce message.',
      they: '{by} a tenté de remettre un message confié à une autre personne. C’est resté sans effet.',
    },
    'mark-differs': {
      you: 'Ce n’est pas ce qui a été dit de l’inscription. Rien n’a été envoyé. Transmettez cela même, avec la date donnée.',
      they: '{by} a transmis autre chose que ce qui a été dit. C’est resté sans effet.',
    },
    'several-origins': {
      you: 'Ce qui parvient à un entretien séparé vient d’un seul endroit. Rien n’a été envoyé. Transmettez chaque élément à part, ou réunissez-les à la table commune.',
      they: '{by} a tenté de transmettre depuis plusieurs endroits à la fois. C’est resté sans effet.',
    },
  },
  fields: {
    carrier: 'En charge',
    condition: 'À la condition que',
    origin: 'Provenance',
    tell: 'Ce qu’en apprend la partie',
    time: 'Heure',
    timing: 'Moment de la remise',
    also: 'Provenance aussi',
    together: 'Remis avec',
  },
  choices: {
    'kind.at': 'À une heure choisie',
    'kind.mediators': 'La médiation elle-même',
    'kind.now': 'Tout de suite',
    'kind.offer': 'Une offre conditionnelle',
    'kind.passage': 'Un passage',
    'kind.when': 'Lorsqu’une condition est remplie',
    'tell.nothing': 'Rien',
    'tell.that': 'Que cela a été transmis',
    'tell.words': 'Et aussi en quels termes',
    'kind.item': 'Des rubriques d’une inscription',
    'kind.mark': 'Ce qui a été dit d’une inscription',
  },
  terms: {
    'not-compared':
      'Non comparé à ce qui s’est dit en dernier ici, faute d’avoir pu lire la suite : {room}. Cette salle dit pourquoi.',
    conveyance: 'Transmission',
    prepared: 'En préparation',
    done: 'Transmission effectuée',
    cancelled: 'Transmission annulée',
    'prepared-again': 'Préparée à nouveau',
    assigned: 'Prise en charge',
    'waiting.heard': 'Dit par : {party}',
    'waiting.put': 'Inscription de : {party}',
    'waiting.leave-asked': 'Départ de la médiation demandé par : {party}',
    'waiting.may-come': 'Médiation acceptée, personne encore sur place : {party}',
    'waiting.asked': 'Autorisation demandée, sans réponse : {party}',
    'waiting.released': 'Autorisé par : {party}',
    'waiting.prepared': 'Préparé pour : {party}',
    'waiting.unfinished': 'Envoi interrompu, à achever : {party}',
    'waiting.delivered': 'Remis, pas encore reformulé : {party}',
    'waiting.read-back': 'Reformulation de : {party}',
    'waiting.offer': 'Offre confiée par : {party}',
    'waiting.question': 'Question posée, issue pas encore communiquée',
    'waiting.question-unfinished': 'Question posée, communiquée ou retirée en partie seulement',
    'waiting-here.question': 'Question à laquelle répondre',
    'waiting-here.asked': 'Autorisation demandée',
    'waiting-here.delivered': 'À reformuler',
    'waiting-here.review': 'Consigné en votre nom',
    'waiting-here.successor': 'Une nouvelle salle est proposée, avec la médiation d’une autre institution',
    'urgency.first': 'Maintenant',
    'urgency.answer': 'À répondre',
    'urgency.carry': 'À transmettre',
    'urgency.read': 'À lire',
    'urgency.own': 'Votre appareil et vos registres',
  },
} as const satisfies AreaWords<'desk', typeof codes, Term>
