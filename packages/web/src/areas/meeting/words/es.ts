import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'meeting.title': 'Reuniones',
  'meeting.put': 'Preparar una reunión',
  'meeting.do-put': 'Guardarla en la oficina de la mediación',
  'meeting.put-lead':
    'Queda solo en la oficina de la mediación. Ninguna parte sabe de ella antes de la pregunta.',
  'meeting.change': 'Cambiar la reunión',
  'meeting.change-lead':
    'Si cambian el día, las horas, el lugar, la forma o lo que es público, cada sí ha de darse de nuevo.',
  'meeting.no-zone': 'Aquí no se conoce esa zona horaria; por ejemplo, Europe/Istanbul.',
  'meeting.arrange-for': 'Llegada y salida: {party}',
  'meeting.arrange-desk':
    'Se prepara en la oficina de la mediación. Nada de esto se lee aún en una sesión privada.',
  'meeting.arrange-lead': 'Se envía a la sesión privada de esta parte, y a ninguna otra: {party}',
  'meeting.do-plan': 'Guardar el plan',
  'meeting.do-send': 'Enviar la tarjeta',
  'meeting.plan-for': 'Preparar para {party}',
  'meeting.send-to': 'Enviar la tarjeta a {party}',
  'meeting.sessions-hint': 'Una hora por línea: {example} y, después, su objeto.',
  'meeting.sessions-wrong': 'Una línea no indica horas, o termina antes de empezar.',
  'meeting.enter': 'Introducir',
  'meeting.enter-anew': 'Redactar de nuevo',
  'meeting.clear-all': 'Preguntar a todas las partes si puede decirse',
  'meeting.exchange': 'Intercambiar listas',
  'meeting.delegation-list-lead':
    'Quién viene, con sus propias palabras. Solo lo lee la mediación, hasta el intercambio.',
  'meeting.minutes-lead': 'Lo que se dijo, punto por punto. En la oficina de la mediación es su propia nota.',
  'meeting.statement-lead':
    'Lo que se dice en público: según informes, confirmado o por aprobar por todas las partes. Nada se deduce de lo otro.',
  'meeting.people-hint': 'Una persona por línea; tras una coma, su cargo.',
  'meeting.points-hint': 'Un párrafo por punto: la primera línea lo nombra, el resto es lo que se dijo.',
  'meeting.actions-hint': 'Una por línea.',
  'meeting.enter-delegation-list': 'Introducir quién viene',
  'meeting.enter-minutes': 'Introducir un acta',
  'meeting.enter-statement': 'Registrar una declaración',
  'meeting.what': 'La reunión misma',
  'meeting.print': 'Imprimir la tarjeta',
  'meeting.calendar': 'Archivo de calendario',
  'meeting.do-calendar': 'Crear el archivo',
  'meeting.mediators-alone': 'Solo la mediación lee esto.',
  'meeting.in-private': 'Acordado con la mediación:',
  'meeting.ask-all': 'Preguntar a todas las partes si vienen',
  'meeting.question': 'La pregunta hecha',
  'meeting.checks': 'Incompatibilidades',
  'meeting.checks-hint':
    'Se comparan las horas, las entradas, los recorridos, las salas, las sesiones, la interpretación, las salidas y el aviso. Nada más.',
  'meeting.sides': 'Cada parte',
  'meeting.not-asked': 'sin preguntar',
  'meeting.planned-only': 'preparado en la oficina de la mediación, sin enviar',
  'meeting.day': 'La jornada',
  'meeting.arrives': 'llega',
  'meeting.leaves': 'sale',
  'meeting.session': 'Sesión',
  'meeting.enter-house-plan': 'Trazar la casa',
  'meeting.house-plan-lead':
    'Salas y pasos, para que no se crucen quienes no deben cruzarse. El anfitrión lee delegaciones por su número.',
  'meeting.places-hint':
    'Una sala por línea; tras comas, su tamaño en m², su planta y los metros hasta la sala de la mediación.',
  'meeting.ways-hint':
    'Un paso por línea; tras dos puntos, por dónde se pasa, como una escalera o un ascensor.',
  'meeting.give-house': 'Entregarlo sin nombres: {party}',
}
