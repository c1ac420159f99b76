import type { codes, Term } from '../../areas/team/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const team = {
  acts: {
    'successor.offer': 'Sala nueva propuesta',
    'successor.adopt': 'Sala nueva aceptada',
  },
  events: {
    'successor.offer':
      '{by} propuso una sala nueva, en la que esta sesión privada continúa cuando la parte lo diga.',
    'successor.adopt':
      '{by} aceptó la sala nueva. La sesión privada continúa allí, y aquí no se dice nada más.',
  },
  refusals: {
    'not-in-every-caucus': {
      you: 'Nadie está en la oficina de la mediación sin estar en cada sesión privada, y esta persona no está en la de: {party}. No se incorporó a nadie. Incorpórela antes a esa sesión, con el acuerdo de la parte.',
      they: '{by} intentó llevar a la oficina de la mediación a alguien que no está en cada sesión privada. Quedó sin efecto.',
    },
  },
  fields: {
    coming: 'Quiénes vienen',
    task: 'En calidad de qué',
  },
  choices: {
    'register.mediators-accepted': 'Mediación de otra institución',
    'say.accepted-from-here': 'Aceptar de aquí en adelante',
    'say.accepted-with-record': 'Aceptar, y que lean todo lo dicho antes',
    'say.not-accepted': 'No aceptar',
    'say.asked-out': 'Pedir que se retiren',
    'standing.unanswered': 'sin respuesta',
    'standing.accepted-from-here': 'aceptada de aquí en adelante',
    'standing.accepted-with-record': 'aceptada, con todo lo dicho antes',
    'standing.not-accepted': 'no aceptada',
    'standing.asked-out': 'salida pedida, aún no hecha',
    'standing.gone-out': 'salida pedida y hecha',
    'verb.accepted-from-here': 'Aceptada de aquí en adelante',
    'verb.accepted-with-record': 'Aceptada, con todo lo dicho antes',
    'verb.not-accepted': 'No aceptada',
    'verb.asked-out': 'Salida pedida',
  },
  terms: {},
} as const satisfies AreaWords<'team', typeof codes, Term>
