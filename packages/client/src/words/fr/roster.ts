import type { codes, Term } from '../../areas/roster/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const roster = {
  acts: {
    'room.open': 'Salle ouverte',
    'member.admit': 'Entrée d’un membre',
    'member.remove': 'Accès retiré à un membre',
    'member.leave': 'Départ d’un membre',
    'device.add': 'Appareil ajouté',
    'device.remove': 'Appareil retiré',
    'lead.hand-over': 'Direction transmise',
    'party.add': 'Partie ajoutée',
    'room.register': 'Salle inscrite',
    'contact.record': 'Contact consigné',
    'contact.move': 'Boîte aux lettres changée',
    'keys.missed': 'Sans clés',
  },
  events: {
    'room.open': '{by} a ouvert cette salle.',
    'member.admit': '{by} a fait entrer {about}.',
    'member.remove': '{by} a retiré l’accès de {about}.',
    'member.leave': '{by} a quitté la salle.',
    'lead.hand-over': '{by} a transmis la direction à {about}.',
    'keys.missed':
      '{by} n’a pas reçu de clés lors d’un changement de celles d’une salle, et n’a rien pu y lire. Adressez-vous à qui les a changées.',
  },
  refusals: {
    'one-lead': {
      you: 'La direction de la médiation est déjà assurée. Rien n’a été modifié. Transmettez-la plutôt.',
      they: '{by} a tenté de désigner une seconde direction. C’est resté sans effet.',
    },
    'lead-hands-over-first': {
      you: 'La salle ne peut pas rester sans responsable. Votre départ n’a pas été enregistré. Transmettez d’abord la direction.',
      they: '{by} allait laisser la salle sans responsable. C’est resté sans effet.',
    },
    'not-of-this-party': {
      you: 'Cette salle est réservée à une seule partie. Personne n’est entré. Choisissez quelqu’un de cette partie.',
      they: '{by} a tenté de faire entrer quelqu’un d’une autre partie. C’est resté sans effet.',
    },
    'hidden-party': {
      you: 'Ce nom n’est connu que de la médiation et ne doit pas figurer ici. Rien n’a été envoyé.',
      they: '{by} allait donner un nom qui ne doit pas figurer ici. C’est resté sans effet.',
    },
    'already-a-member': {
      you: 'Cette personne est déjà là. Rien n’a été modifié.',
      they: '{by} a tenté de faire entrer quelqu’un qui était déjà là. C’est resté sans effet.',
    },
    'device-known': {
      you: 'Cet appareil est déjà inscrit. Rien n’a été modifié.',
      they: '{by} a inscrit un appareil une seconde fois. C’est resté sans effet.',
    },
    'last-device': {
      you: 'C’est votre dernier appareil. Il n’a pas été retiré. Ajoutez-en d’abord un autre.',
      they: '{by} a tenté de retirer un dernier appareil. C’est resté sans effet.',
    },
    'leave-instead': {
      you: 'Vous ne pouvez pas retirer votre propre accès. Rien n’a été modifié. Quittez plutôt les pourparlers.',
      they: '{by} a tenté de retirer son propre accès. C’est resté sans effet.',
    },
  },
  fields: {
    account: 'Participe avec un compte',
    card: 'Fiche',
    devices: 'Appareils',
    founder: 'Ouverte par',
    hidden: 'Connue de la seule médiation',
    history: 'Ce que lisent les personnes nouvelles',
    log: 'Journal du serveur',
    mailbox: 'Boîte aux lettres',
    member: 'Personne',
    root: 'Empreinte signée d’alors',
    rules: 'Version des règles',
    size: 'Inscriptions jusque-là',
    succeeds: 'Fait suite à',
  },
  choices: {
    'history.all': 'Tout ce qui a été dit auparavant',
    'kind.party': 'Partie aux pourparlers',
    'kind.third': 'Garant, témoin, hôte ou autre tiers',
  },
  terms: {
    'waiting.invitation': '{name} a répondu : appelez et lisez les chiffres',
    'waiting.asks': '{name} demande à entrer : avez-vous entendu que les chiffres concordent ?',
    'waiting.stopped': 'Personne n’est entré par l’invitation pour {name} : voir pourquoi',
    'waiting.contested': '{name} : plus d’une réponse est arrivée',
  },
} as const satisfies AreaWords<'roster', typeof codes, Term>
