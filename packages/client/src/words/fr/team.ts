import type { codes, Term } from '../../areas/team/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const team = {
  acts: {
    'successor.offer': 'Nouvelle salle proposée',
    'successor.adopt': 'Nouvelle salle acceptée',
  },
  events: {
    'successor.offer':
      '{by} a proposé une nouvelle salle, où cet entretien séparé continue dès que la partie l’accepte.',
    'successor.adopt':
      '{by} a accepté la nouvelle salle. L’entretien séparé y continue, et plus rien ne se dit ici.',
  },
  refusals: {
    'not-in-every-caucus': {
      you: 'Personne n’est au bureau de la médiation sans être dans chaque entretien séparé, et cette personne n’est pas dans celui-ci : {party}. Personne n’a été ajouté. Faites d’abord entrer cette personne, avec l’accord de la partie.',
      they: '{by} a tenté de faire entrer au bureau de la médiation quelqu’un qui n’est pas dans chaque entretien séparé. C’est resté sans effet.',
    },
  },
  fields: {
    coming: 'Qui arrive',
    task: 'À quel titre',
  },
  choices: {
    'register.mediators-accepted': 'Médiation d’une autre institution',
    'say.accepted-from-here': 'Accepter à partir de maintenant',
    'say.accepted-with-record': 'Accepter, avec accès à tout ce qui a été dit avant',
    'say.not-accepted': 'Ne pas accepter',
    'say.asked-out': 'Demander leur départ',
    'standing.unanswered': 'sans réponse',
    'standing.accepted-from-here': 'acceptée à partir de maintenant',
    'standing.accepted-with-record': 'acceptée, avec tout ce qui a été dit avant',
    'standing.not-accepted': 'non acceptée',
    'standing.asked-out': 'départ demandé, pas encore effectif',
    'standing.gone-out': 'départ demandé, effectif',
    'verb.accepted-from-here': 'Acceptée à partir de maintenant',
    'verb.accepted-with-record': 'Acceptée, avec tout ce qui a été dit avant',
    'verb.not-accepted': 'Non acceptée',
    'verb.asked-out': 'Départ demandé',
  },
  terms: {},
} as const satisfies AreaWords<'team', typeof codes, Term>
