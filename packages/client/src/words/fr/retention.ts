import type { codes, Term } from '../../areas/retention/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const retention = {
  acts: {
    'retention.set': 'Durée de conservation fixée',
    'hold.place': 'Destruction suspendue',
    'hold.lift': 'Suspension levée',
    'record.destroy': 'Registre détruit',
  },
  events: {
    'retention.set': '{by} a fixé la durée de conservation du registre.',
    'hold.place': '{by} a suspendu la destruction du registre : {about}',
    'hold.lift': '{by} a levé la suspension : {about}',
    'record.destroy': '{by} a détruit le registre.',
  },
  refusals: {
    'hold-in-force': {
      you: 'La destruction de ce registre est suspendue : {reason} Rien n’a été détruit. La personne ou la partie qui l’a demandé peut lever la suspension.',
      they: '{by} a tenté de détruire un registre dont la destruction est suspendue. C’est resté sans effet.',
    },
    'hold-of-another': {
      you: 'Cette suspension vient d’une autre partie. Elle demeure. Demandez à qui l’a demandée de la lever.',
      they: '{by} a tenté de lever la suspension demandée par une autre partie. C’est resté sans effet.',
    },
    'retention-not-set': {
      you: 'Aucun délai n’a été fixé avant destruction de ce registre. Rien n’a été détruit. Fixez-le d’abord.',
      they: '{by} a tenté de détruire un registre sans règle. C’est resté sans effet.',
    },
    'retention-not-over': {
      you: 'La durée de conservation de ce registre n’est pas écoulée. Rien n’a été détruit. Attendez son terme.',
      they: '{by} a tenté de détruire un registre avant le terme. C’est resté sans effet.',
    },
    'retention-too-short': {
      you: 'D’autres personnes sont dans cette salle et doivent pouvoir s’y opposer. Durée minimale, en jours : {min, number}. Rien n’a été modifié. Choisissez une durée plus longue.',
      they: '{by} a fixé un délai de conservation trop court. C’est resté sans effet.',
    },
  },
  fields: {
    days: 'Jours après la dernière inscription',
    hold: 'Suspension de la destruction',
    reason: 'Motif',
  },
  choices: {},
  terms: {
    'waiting.over': 'La durée de conservation est écoulée',
  },
} as const satisfies AreaWords<'retention', typeof codes, Term>
