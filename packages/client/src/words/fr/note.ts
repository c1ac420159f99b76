import type { codes, Term } from '../../areas/note/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const note = {
  acts: {
    'note.write': 'Note',
  },
  events: {},
  refusals: {
    'note-of-another': {
      you: 'Seule la personne qui a écrit une note peut la modifier. Rien n’a été modifié. Écrivez-en une à vous.',
      they: '{by} a tenté de modifier une note écrite par une autre personne. C’est resté sans effet.',
    },
  },
  fields: {
    about: 'Au sujet de',
  },
  choices: {},
  terms: {
    note: 'Note',
    'written-again': 'Réécrite',
  },
} as const satisfies AreaWords<'note', typeof codes, Term>
