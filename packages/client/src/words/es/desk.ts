import type { codes, Term } from '../../areas/desk/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const desk = {
  acts: {
    'carry.prepare': 'Transmisión preparada',
    'carry.assign': 'Transmisión asumida',
    'carry.deliver': 'Transmisión entregada',
    'carry.cancel': 'Transmisión anulada',
    'carry.hear': 'Oído, nada que transmitir',
  },
  events: {
    'carry.hear': '{by} ha oído algo de lo que no hay nada que transmitir.',
  },
  refusals: {
    'recipient-is-source': {
      you: 'La parte que lo dijo y la destinataria son la misma. No se ha enviado nada. Elija otra.',
      they: '{by} intentó devolver unas palabras a la parte que las dijo. Quedó sin efecto.',
    },
    'not-released': {
      you: 'La parte no lo ha autorizado así. No se ha enviado nada; su redacción se conserva. Pida autorización, o transmita menos.',
      they: '{by} intentó transmitir lo no autorizado. Quedó sin efecto.',
    },
    'released-in-other-words': {
      you: 'La parte autorizó solo ciertas palabras, y estas son otras. No se ha enviado nada. Use las autorizadas, o pida de nuevo.',
      they: '{by} intentó transmitir palabras distintas de las autorizadas. Quedó sin efecto.',
    },
    'not-verbatim': {
      you: 'Palabra por palabra quiere decir las palabras exactas. No se ha enviado nada. Restitúyalas, o transmita el contenido.',
      they: '{by} llamó palabra por palabra a lo que no lo era. Quedó sin efecto.',
    },
    'not-binding': {
      you: 'La parte no se comprometió. No se ha enviado nada. Transmítalo como no vinculante.',
      they: '{by} llamó vinculante a lo que no lo era. Quedó sin efecto.',
    },
    'consent-withdrawn': {
      you: 'La parte retiró su consentimiento a la mediación. No se ha enviado nada; espera en la oficina de la mediación. Hable con la parte.',
      they: '{by} transmitió por una parte que había retirado su consentimiento. Quedó sin efecto.',
    },
    'carried-by-another': {
      you: 'Lo tiene a su cargo otra persona del equipo. No se ha enviado nada. Hágase cargo antes, o déjelo en sus manos.',
      they: '{by} intentó entregar lo que está a cargo de otra persona. Quedó sin efecto.',
    },
    'mark-differs': {
      you: 'No es esto lo que se dijo de la entrada. No se ha enviado nada. Transmita eso mismo, con la fecha que se dio.',
      they: '{by} transmitió algo distinto de lo dicho. Quedó sin efecto.',
    },
    'several-origins': {
      you: 'Lo que llega a una sesión privada viene de un solo lugar. No se ha enviado nada. Transmita cada cosa aparte, o reúnalas en la mesa común.',
      they: '{by} intentó transmitir de varios lugares a la vez. Quedó sin efecto.',
    },
  },
  fields: {
    carrier: 'A cargo de',
    condition: 'A condición de que',
    origin: 'Procedencia',
    tell: 'Qué se dice a la parte',
    time: 'Hora',
    timing: 'Momento de la entrega',
    also: 'También de',
    together: 'Se entrega junto con',
  },
  choices: {
    'kind.at': 'A una hora elegida',
    'kind.mediators': 'La propia mediación',
    'kind.now': 'Ahora',
    'kind.offer': 'Una oferta condicional',
    'kind.passage': 'Un pasaje',
    'kind.when': 'Cuando se cumpla una condición',
    'tell.nothing': 'Nada',
    'tell.that': 'Que se transmitió',
    'tell.words': 'Y en qué términos',
    'kind.item': 'Campos de una entrada',
    'kind.mark': 'Lo que se dijo de una entrada',
  },
  terms: {
    'not-compared':
      'Sin comparar con lo último que se dijo aquí, porque no se pudo seguir leyendo: {room}. Esa sala dice por qué.',
    conveyance: 'Transmisión',
    prepared: 'En preparación',
    done: 'Transmisión efectuada',
    cancelled: 'Transmisión anulada',
    'prepared-again': 'Preparada de nuevo',
    assigned: 'A cargo de otra persona',
    'waiting.heard': 'Dicho por {party}',
    'waiting.put': 'Entrada de {party}',
    'waiting.leave-asked': 'Salida de la mediación pedida por: {party}',
    'waiting.may-come': 'Mediación aceptada, nadie presente aún: {party}',
    'waiting.asked': 'Autorización pedida, sin respuesta: {party}',
    'waiting.released': 'Autorizado por {party}',
    'waiting.prepared': 'Preparado para {party}',
    'waiting.unfinished': 'Envío interrumpido, por completar: {party}',
    'waiting.delivered': 'Entregado, sin acuse de comprensión: {party}',
    'waiting.read-back': 'Acuse de comprensión de {party}',
    'waiting.offer': 'Oferta confiada por {party}',
    'waiting.question': 'Pregunta formulada, resultado aún no comunicado',
    'waiting.question-unfinished': 'Pregunta formulada, comunicada o retirada solo en parte',
    'waiting-here.question': 'Pregunta por responder',
    'waiting-here.asked': 'Se pide autorización',
    'waiting-here.delivered': 'Falta el acuse de comprensión',
    'waiting-here.review': 'Consignado en su nombre',
    'waiting-here.successor': 'Se propone una sala nueva, con la mediación de otra institución',
    'urgency.first': 'Ahora',
    'urgency.answer': 'Por responder',
    'urgency.carry': 'Por transmitir',
    'urgency.read': 'Por leer',
    'urgency.own': 'Su dispositivo y sus registros',
  },
} as const satisfies AreaWords<'desk', typeof codes, Term>
