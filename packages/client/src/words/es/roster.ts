import type { codes, Term } from '../../areas/roster/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const roster = {
  acts: {
    'room.open': 'Sala abierta',
    'member.admit': 'Incorporación de un miembro',
    'member.remove': 'Acceso retirado a un miembro',
    'member.leave': 'Salida de un miembro',
    'device.add': 'Dispositivo añadido',
    'device.remove': 'Dispositivo quitado',
    'lead.hand-over': 'Dirección traspasada',
    'party.add': 'Parte añadida',
    'room.register': 'Sala inscrita',
    'contact.record': 'Contacto registrado',
    'contact.move': 'Buzón cambiado',
    'keys.missed': 'Sin claves',
  },
  events: {
    'room.open': '{by} abrió esta sala.',
    'member.admit': '{by} incorporó a {about}.',
    'member.remove': '{by} retiró el acceso de {about}.',
    'member.leave': '{by} salió de la sala.',
    'lead.hand-over': '{by} traspasó la dirección a {about}.',
    'keys.missed':
      '{by} no recibió claves al cambiarse las de una sala, y no pudo leer nada en ella. Consulte con quien las cambió.',
  },
  refusals: {
    'one-lead': {
      you: 'La dirección de la mediación ya está asignada. No se ha modificado nada. Puede traspasarla.',
      they: '{by} intentó nombrar una segunda dirección de la mediación. Quedó sin efecto.',
    },
    'lead-hands-over-first': {
      you: 'Alguien debe ocuparse de la sala. Su salida no se ha registrado. Traspase primero y salga después.',
      they: '{by} iba a dejar la sala sin responsable. Quedó sin efecto.',
    },
    'not-of-this-party': {
      you: 'Esta sala es de una sola parte. No entró nadie. Elija a alguien de esa parte.',
      they: '{by} intentó incorporar a alguien de otra parte. Quedó sin efecto.',
    },
    'hidden-party': {
      you: 'Este nombre solo lo conoce la mediación y no debe figurar aquí. No se ha enviado nada.',
      they: '{by} iba a dar un nombre que no debe figurar aquí. Quedó sin efecto.',
    },
    'already-a-member': {
      you: 'Esa persona ya está aquí. No se ha modificado nada.',
      they: '{by} intentó incorporar a quien ya estaba. Quedó sin efecto.',
    },
    'device-known': {
      you: 'Este dispositivo ya figura. No se ha modificado nada.',
      they: '{by} inscribió un dispositivo por segunda vez. Quedó sin efecto.',
    },
    'last-device': {
      you: 'Es su último dispositivo. No se ha quitado. Añada antes otro.',
      they: '{by} intentó quitar su último dispositivo. Quedó sin efecto.',
    },
    'leave-instead': {
      you: 'No puede retirar su propio acceso. No se ha modificado nada. Puede dejar las conversaciones.',
      they: '{by} intentó retirar su propio acceso. Quedó sin efecto.',
    },
  },
  fields: {
    account: 'Participa con cuenta',
    card: 'Ficha',
    devices: 'Dispositivos',
    founder: 'Abierta por',
    hidden: 'Conocida solo por la mediación',
    history: 'Lo que leen quienes se incorporan',
    log: 'Registro del servidor',
    mailbox: 'Buzón',
    member: 'Persona',
    root: 'Huella firmada de entonces',
    rules: 'Versión de las reglas',
    size: 'Entradas hasta entonces',
    succeeds: 'Continúa de',
  },
  choices: {
    'history.all': 'Todo lo dicho antes',
    'kind.party': 'Parte en las conversaciones',
    'kind.third': 'Garante, testigo, sede anfitriona u otro tercero',
  },
  terms: {
    'waiting.invitation': '{name} ha respondido: llame y lea las cifras',
    'waiting.asks': '{name} pide entrar: ¿ha oído que las cifras coinciden?',
    'waiting.stopped': 'Nadie entró con la invitación para {name}: vea por qué',
    'waiting.contested': '{name}: ha llegado más de una respuesta',
  },
} as const satisfies AreaWords<'roster', typeof codes, Term>
