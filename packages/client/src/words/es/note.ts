import type { codes, Term } from '../../areas/note/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const note = {
  acts: {
    'note.write': 'Nota',
  },
  events: {},
  refusals: {
    'note-of-another': {
      you: 'Solo quien escribió una nota puede cambiarla. No se ha modificado nada. Escriba una propia.',
      they: '{by} intentó cambiar una nota ajena. Quedó sin efecto.',
    },
  },
  fields: {
    about: 'Acerca de',
  },
  choices: {},
  terms: {
    note: 'Nota',
    'written-again': 'Reescrita',
  },
} as const satisfies AreaWords<'note', typeof codes, Term>
