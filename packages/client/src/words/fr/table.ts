import type { codes, Term } from '../../areas/table/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const table = {
  acts: {
    'table.open': 'Échange direct ouvert',
    'table.close': 'Échange direct fermé',
    'table.tell-open': 'Avis d’ouverture de l’échange direct',
    'table.tell-closed': 'Avis de fermeture de l’échange direct',
  },
  events: {
    'table.open': '{by} a ouvert l’échange direct : les parties se parlent.',
    'table.close': '{by} a fermé l’échange direct.',
    'table.tell-open': '{by} a fait savoir ici que l’échange direct est ouvert : les parties se parlent.',
    'table.tell-closed': '{by} a fait savoir ici que l’échange direct est fermé.',
  },
  refusals: {
    'caucus-missing': {
      you: '{party} : pas d’entretien séparé ici. Son registre a été détruit, et le consentement avec lui, ou vous n’y êtes pas. L’échange direct n’a pas été ouvert et personne n’en a rien su ; les autres salles sont inchangées. Ouvrez un nouvel entretien séparé, et demandez-y le consentement.',
      they: '{by} a ouvert l’échange direct sans entretien séparé avec chaque partie. C’est resté sans effet.',
    },
    'consent-missing': {
      you: '{party} : le consentement à la médiation manque, ou a été retiré. L’échange direct n’a pas été ouvert et personne n’en a rien su. Demandez le consentement dans l’entretien séparé.',
      they: '{by} a ouvert l’échange direct sans le consentement de toutes les parties. C’est resté sans effet.',
    },
    'limits-not-heeded': {
      you: '{party} : consentement donné dans certaines limites. L’échange direct n’a pas été ouvert et personne n’en a rien su. Lisez ces limites, et ouvrez-le si elles sont respectées.',
      they: '{by} a ouvert l’échange direct sans égard aux limites. C’est resté sans effet.',
    },
    'table-is-open': {
      you: 'L’échange direct est déjà ouvert. Rien n’a été modifié.',
      they: '{by} a ouvert l’échange direct, déjà ouvert. C’est resté sans effet.',
    },
  },
  fields: {},
  choices: {},
  terms: {
    'waiting.opened': 'L’échange direct a été ouvert à la table commune',
  },
} as const satisfies AreaWords<'table', typeof codes, Term>
