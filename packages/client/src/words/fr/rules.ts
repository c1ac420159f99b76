import type { codes, Term } from '../../areas/rules/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const rules = {
  acts: {
    'rules.adopt': 'Règles adoptées',
  },
  events: {
    'rules.adopt': '{by} a fait passer cette salle aux règles d’une version plus récente.',
  },
  refusals: {
    'rules-adopted': {
      you: 'Cette salle suit déjà ces règles, ou de plus récentes. Rien n’a été modifié.',
      they: '{by} a nommé des règles que la salle suivait déjà. C’est resté sans effet.',
    },
  },
  fields: {
    number: 'Version des règles',
  },
  choices: {},
  terms: {
    'move-room': 'Faire passer la salle et continuer',
    'move-room-title': 'Cette salle suit des règles plus anciennes',
    'move-room-why':
      'Il faut pour cela des règles que la version {version} a apportées. Dès lors, chaque personne de cette salle aura besoin de la version {version} ou d’une version ultérieure pour lire la suite, sans retour possible : {room}. Ce qui y figure reste tel quel.',
    'ask-to-move':
      'Demandez à l’une de ces personnes de faire passer la salle aux règles plus récentes : {names}.',
  },
} as const satisfies AreaWords<'rules', typeof codes, Term>
