import type { codes, Term } from '../../areas/retention/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const retention = {
  acts: {
    'retention.set': 'Plazo de conservación fijado',
    'hold.place': 'Destrucción suspendida',
    'hold.lift': 'Suspensión levantada',
    'record.destroy': 'Registro destruido',
  },
  events: {
    'retention.set': '{by} fijó cuánto tiempo se conserva el registro.',
    'hold.place': '{by} suspendió la destrucción del registro: {about}',
    'hold.lift': '{by} levantó la suspensión: {about}',
    'record.destroy': '{by} destruyó el registro.',
  },
  refusals: {
    'hold-in-force': {
      you: 'La destrucción de este registro está suspendida: {reason} No se ha destruido nada. Puede levantar la suspensión quien la pidió.',
      they: '{by} intentó destruir un registro cuya destrucción está suspendida. Quedó sin efecto.',
    },
    'hold-of-another': {
      you: 'Esta suspensión la pidió otra parte. Sigue vigente. Pida a quien la pidió que la levante.',
      they: '{by} intentó levantar la suspensión pedida por otra parte. Quedó sin efecto.',
    },
    'retention-not-set': {
      you: 'No se fijó ningún plazo tras el cual pueda destruirse este registro. No se ha destruido nada. Fíjelo antes.',
      they: '{by} intentó destruir un registro sin regla. Quedó sin efecto.',
    },
    'retention-not-over': {
      you: 'El plazo de conservación de este registro no ha terminado. No se ha destruido nada. Espere a que termine.',
      they: '{by} intentó destruir un registro antes de tiempo. Quedó sin efecto.',
    },
    'retention-too-short': {
      you: 'Hay otras personas en esta sala y deben poder oponerse. Plazo mínimo, en días: {min, number}. No se ha modificado nada. Elija un plazo más largo.',
      they: '{by} fijó un plazo de conservación demasiado corto. Quedó sin efecto.',
    },
  },
  fields: {
    days: 'Días después de la última entrada',
    hold: 'Suspensión de la destrucción',
    reason: 'Motivo',
  },
  choices: {},
  terms: {
    'waiting.over': 'El plazo de conservación ha vencido',
  },
} as const satisfies AreaWords<'retention', typeof codes, Term>
