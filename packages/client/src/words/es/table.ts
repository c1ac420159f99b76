import type { codes, Term } from '../../areas/table/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const table = {
  acts: {
    'table.open': 'Diálogo directo abierto',
    'table.close': 'Diálogo directo cerrado',
    'table.tell-open': 'Aviso de apertura del diálogo directo',
    'table.tell-closed': 'Aviso de cierre del diálogo directo',
  },
  events: {
    'table.open': '{by} abrió el diálogo directo: las partes se hablan.',
    'table.close': '{by} cerró el diálogo directo.',
    'table.tell-open': '{by} avisó aquí de que el diálogo directo está abierto: las partes se hablan.',
    'table.tell-closed': '{by} avisó aquí de que el diálogo directo está cerrado.',
  },
  refusals: {
    'caucus-missing': {
      you: '{party}: aquí no hay sesión privada. Su registro se destruyó, y con él el consentimiento, o usted no está en ella. No se abrió el diálogo directo y no se avisó a nadie; las demás salas siguen como estaban. Abra una nueva sesión privada y pida allí el consentimiento.',
      they: '{by} abrió el diálogo directo sin una sesión privada con cada parte. Quedó sin efecto.',
    },
    'consent-missing': {
      you: '{party}: falta el consentimiento a la mediación, o se ha retirado. No se abrió el diálogo directo y no se avisó a nadie. Pida el consentimiento en su sesión privada.',
      they: '{by} abrió el diálogo directo sin el consentimiento de todas las partes. Quedó sin efecto.',
    },
    'limits-not-heeded': {
      you: '{party}: consentimiento dado con límites. No se abrió el diálogo directo y no se avisó a nadie. Lea esos límites y ábralo si se respetan.',
      they: '{by} abrió el diálogo directo sin atender a los límites. Quedó sin efecto.',
    },
    'table-is-open': {
      you: 'El diálogo directo ya está abierto. No se ha modificado nada.',
      they: '{by} abrió el diálogo directo, ya abierto. Quedó sin efecto.',
    },
  },
  fields: {},
  choices: {},
  terms: {
    'waiting.opened': 'Se ha abierto el diálogo directo en la mesa común',
  },
} as const satisfies AreaWords<'table', typeof codes, Term>
