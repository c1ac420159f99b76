import type { codes, Term } from '../../areas/rules/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const rules = {
  acts: {
    'rules.adopt': 'Reglas adoptadas',
  },
  events: {
    'rules.adopt': '{by} pasó esta sala a las reglas de una versión más reciente.',
  },
  refusals: {
    'rules-adopted': {
      you: 'Esta sala ya sigue estas reglas u otras más recientes. No se ha modificado nada.',
      they: '{by} nombró reglas que la sala ya seguía. Quedó sin efecto.',
    },
  },
  fields: {
    number: 'Versión de las reglas',
  },
  choices: {},
  terms: {
    'move-room': 'Pasar la sala y seguir',
    'move-room-title': 'Esta sala sigue reglas anteriores',
    'move-room-why':
      'Esto requiere reglas que trajo la versión {version}. Desde entonces, cada persona de esta sala necesitará la versión {version} o una posterior para seguir leyendo, y no se puede deshacer: {room}. Lo que consta allí queda como está.',
    'ask-to-move': 'Pida a una de estas personas que pase la sala a las reglas más recientes: {names}.',
  },
} as const satisfies AreaWords<'rules', typeof codes, Term>
