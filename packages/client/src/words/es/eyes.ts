import type { codes, Term } from '../../areas/eyes/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const eyes = {
  acts: {
    'eyes.set': 'Lectura previa fijada',
  },
  events: {
    'eyes.set': '{by} fijó para qué se pide una lectura previa.',
  },
  refusals: {
    'eyes-missing': {
      you: 'El equipo exige que otra persona lea esto antes, y nadie lo ha leído tal como está ahora. No se ha enviado ni modificado nada; lo preparado se conserva. Pida a alguien del equipo que lo lea y hágalo después.',
      they: '{by} hizo sin lectura previa lo que la exige. Quedó sin efecto.',
    },
    'eyes-nobody': {
      you: 'Otra persona tiene que leer esto antes, y no hay nadie más en la oficina de la mediación. No se ha enviado ni modificado nada; lo preparado se conserva. Incorpore a alguien al equipo o, si dirige la mediación, fije de nuevo que no hace falta.',
      they: '{by} hizo a solas lo que exige una lectura previa. Quedó sin efecto.',
    },
    'eyes-differ': {
      you: 'Lo que se le dio a leer ya no es lo que se haría. No se ha dicho nada en su nombre. Pida que se lo presenten de nuevo, tal como está.',
      they: '{by} tenía que leer algo que ha cambiado desde entonces. No se ha dicho nada.',
    },
  },
  fields: {
    door: 'Para qué',
    eyesBring: 'Antes de incorporar a alguien a la mediación',
    eyesDeliver: 'Antes de entregar algo',
    eyesDestroy: 'Antes de destruir un registro',
    eyesOpen: 'Antes de abrir el diálogo directo',
    heeded: 'De quién se respetan los límites',
    toRead: 'Lo que se ha de leer',
  },
  choices: {
    'door.bring': 'Incorporar a alguien a la mediación',
    'door.destroy': 'Destruir un registro',
    'door.loosen': 'Pedir menos lecturas previas',
    'door.open': 'Abrir el diálogo directo',
    'eyesBring.off': 'no se pide',
    'eyesBring.required': 'se exige',
    'eyesBring.wished': 'se desea',
    'eyesDeliver.off': 'no se pide',
    'eyesDeliver.required': 'se exige',
    'eyesDeliver.wished': 'se desea',
    'eyesDestroy.off': 'no se pide',
    'eyesDestroy.required': 'se exige',
    'eyesDestroy.wished': 'se desea',
    'eyesOpen.off': 'no se pide',
    'eyesOpen.required': 'se exige',
    'eyesOpen.wished': 'se desea',
    'register.second-reading': 'Para leer antes',
    'say.eyes-seen': 'Leído, nada en contra',
    'say.eyes-against': 'Decir qué hay en contra',
    'say.eyes-dropped': 'No pedirlo más',
    'verb.eyes-seen': 'Lo ha leído, nada en contra',
    'verb.eyes-against': 'Está en contra',
    'verb.eyes-dropped': 'Ya no lo pide',
    'standing.eyes-asked': 'aún sin leer',
    'standing.eyes-seen': 'leído',
    'standing.eyes-against': 'alguien está en contra',
    'standing.eyes-dropped': 'ya no se pide',
  },
  terms: {
    eyes: 'Lectura previa',
    'eyes-by': 'Leído tal como está ahora por {name}.',
    'eyes-by-nobody': 'Nadie más lo ha leído tal como está ahora.',
    'eyes-changed': 'Algo ha cambiado desde entonces: hay que pedirlo de nuevo.',
    'eyes-limit':
      'Cada dispositivo del equipo lo comprueba antes de enviar. Lo que la mediación dice con sus propias palabras en una sesión privada, y lo que se hace sin este programa, no queda retenido.',
    'eyes-off': 'No hace falta que nadie lea esto antes.',
    'eyes-required': 'Esto solo se hace cuando otra persona del equipo lo ha leído tal como está.',
    'eyes-wished': 'El equipo desea que otra persona lea esto antes.',
  },
} as const satisfies AreaWords<'eyes', typeof codes, Term>
