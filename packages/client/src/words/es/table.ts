import type { codes, Term } from '../../areas/table/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const table = {
  acts: {
    'table.open': 'Diálogo directo abierto',
    'table.close': 'Diálogo directo cerrado',
  },
  events: {
    'table.open': '{by} abrió el diálogo directo: las partes se hablan.',
    'table.close': '{by} cerró el diálogo directo.',
  },
  refusals: {
    'table-is-open': {
      you: 'El diálogo directo ya está abierto. No se ha modificado nada.',
      they: '{by} abrió el diálogo directo, ya abierto. Quedó sin efecto.',
    },
  },
  fields: {},
  choices: {},
  terms: {},
} as const satisfies AreaWords<'table', typeof codes, Term>
