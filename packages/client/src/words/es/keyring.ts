import type { codes, Term } from '../../areas/keyring/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const keyring = {
  acts: {
    'key.keep': 'Clave guardada',
    'epochs.keep': 'Claves anteriores guardadas',
    'key.drop': 'Clave eliminada',
    'paper.name': 'Palabras de recuperación designadas',
    'certificate.keep': 'Certificado guardado',
    'invitation.keep': 'Invitación guardada',
    'invitation.settle': 'Invitación cerrada',
  },
  events: {},
  refusals: {
    'record-destroyed': {
      you: 'El registro de esta sala fue destruido y ya no se dice nada en ella. Lo que ha escrito se conserva en este dispositivo.',
      they: '{by} habló en una sala cuyo registro fue destruido. Quedó sin efecto.',
    },
  },
  fields: {
    address: 'Servidor',
    author: 'Firmado con',
    by: 'Por',
    certificate: 'Certificado de destrucción',
    created: 'Creación',
    destroyed: 'Destrucción',
    envelopes: 'Entradas y claves',
    expires: 'Válida hasta el',
    invitation: 'Invitación',
    kept: 'Lo que se conserva',
    keys: 'Claves',
    purpose: 'Finalidad',
    relay: 'Servidor',
    secret: 'Secreto',
    slot: 'De quién',
    slots: 'Secretos de quienes administran',
    verifier: 'Clave del servidor',
  },
  choices: {
    'purpose.mailbox': 'Buzón',
    'purpose.room': 'Sala',
    'slot.mediators': 'Del equipo de mediación',
    'slot.party': 'De la parte',
    'standing.cancelled': 'Invitación anulada',
    'standing.completed': 'Invitación completada',
  },
  terms: {
    'waiting.keys': 'Este dispositivo no ha recibido las claves de lo que se dice ahora',
    'waiting.recovery': 'Sin palabras de recuperación, perder el dispositivo es perder el registro',
    'waiting.phrase': 'Sus palabras de recuperación aún no están en papel',
    'waiting.phrase-new':
      'Las palabras de recuperación nuevas aún no están en papel: hasta entonces valen las anteriores',
    'waiting.phrase-replacing':
      'No todas las salas tienen aún las palabras de recuperación nuevas: guarde las dos hojas',
    'waiting.renewal': 'Hay salas que aún no han tomado las claves nuevas de este dispositivo',
  },
} as const satisfies AreaWords<'keyring', typeof codes, Term>
